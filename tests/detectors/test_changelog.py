"""The changelog names each detector that was added, changed or renamed."""

from __future__ import annotations

from pathlib import Path

from copydesk.detectors.registry import DETECTORS

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"


def test_the_changelog_names_every_detector() -> None:
    changelog = CHANGELOG.read_text(encoding="utf-8")
    assert [d.id for d in DETECTORS if f"`{d.id}`" not in changelog] == []
