"""What the settings and this machine make of the analyser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.install import engine_folder
from copydesk.engines.languagetool.lock import VERSION
from copydesk.settings import read_settings
from copydesk.wiring import build_analyzer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("marker", "loaded"),
    [
        (None, ("en-GB",)),
        ("{}", ("en-GB",)),
        ("[broken", ("en-GB",)),
        (json.dumps({"languages": ["fr", "de", "xx", 7]}), ("en-GB", "de-DE", "fr")),
    ],
)
def test_installed_languages_are_loaded_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marker: str | None, loaded: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    folder = engine_folder() / f"LanguageTool-{VERSION}"
    folder.mkdir(parents=True)
    if marker is not None:
        (folder / "installed.json").write_text(marker, encoding="utf-8")
    engine = build_analyzer(read_settings()).engine
    assert isinstance(engine, LanguageTool)
    assert engine._limits.dialects == loaded
