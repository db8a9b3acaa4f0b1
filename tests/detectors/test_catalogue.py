"""docs/detectors is generated from the docstrings, and kept up to date."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.detectors.registry import DETECTORS

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


def _script() -> ModuleType:
    path = ROOT / "scripts/detector_docs.py"
    spec = importlib.util.spec_from_file_location("detector_docs", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_pages_in_the_repository_are_the_generated_ones() -> None:
    wanted: dict[str, str] = _script().pages()
    kept = {
        path.name: path.read_text(encoding="utf-8")
        for path in (ROOT / "docs/detectors").glob("*.md")
    }
    assert kept == wanted, "run `make docs`"


def test_the_changelog_names_every_detector() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [d.id for d in DETECTORS if f"`{d.id}`" not in changelog] == []
