"""`copydesk rules`, `explain`, `openapi` and the help."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from copydesk.detectors.registry import DETECTORS

Run = Callable[..., subprocess.CompletedProcess[str]]
OPENAPI = Path(__file__).resolve().parents[2] / "openapi/openapi.json"


def test_rules_lists_every_rule(copydesk: Run) -> None:
    listed = {line.split()[0] for line in copydesk("rules").stdout.splitlines()}
    assert {detector.id for detector in DETECTORS} < listed
    rules = json.loads(copydesk("rules", "--format", "json").stdout)["rules"]
    assert {rule["id"] for rule in rules} == listed


def test_explain_shows_the_page(copydesk: Run) -> None:
    done = copydesk("explain", "lowercase-name")
    assert done.returncode == 0
    assert done.stdout.startswith("# lowercase-name\n")
    assert "## Does not flag" in done.stdout


def test_explain_offers_the_nearest_rule(copydesk: Run) -> None:
    done = copydesk("explain", "lowercase-names")
    assert done.returncode == 2
    assert "did you mean 'lowercase-name'?" in done.stderr


def test_openapi_is_what_the_repository_holds(copydesk: Run) -> None:
    assert copydesk("openapi").stdout == OPENAPI.read_text(encoding="utf-8")


def test_help_names_every_command(copydesk: Run) -> None:
    text = copydesk("--help").stdout
    for command in ("check", "serve", "explain", "rules", "engine", "openapi"):
        assert f"  {command} " in text
