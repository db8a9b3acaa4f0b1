"""Write docs/detectors from the detectors' docstrings: a page each, and a table of all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.detectors.docs import read_doc, render_page
from copydesk.detectors.registry import DETECTORS

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "detectors"


def pages() -> dict[str, str]:
    """Return the text of every file in docs/detectors."""
    found = {f"{detector.id}.md": render_page(detector) for detector in DETECTORS}
    return {"README.md": _index(), **found}


def _index() -> str:
    ordered = sorted(DETECTORS, key=lambda detector: (detector.family.value, detector.id))
    rows = "".join(f"{_row(detector)}\n" for detector in ordered)
    return (
        "# Detectors\n\n"
        "Generated from the detectors' docstrings by `make docs`; every example is a test.\n\n"
        f"| rule | family | severity | what it reports |\n| --- | --- | --- | --- |\n{rows}"
    )


def _row(detector: type[Detector]) -> str:
    state = f"{detector.severity.label}{' (preview)' if detector.preview else ''}"
    link = f"[{detector.id}]({detector.id}.md)"
    return f"| {link} | {detector.family.value} | {state} | {read_doc(detector).summary} |"


def main() -> None:
    """Write what has changed and remove what is gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{len(wanted)} pages in docs/detectors")


if __name__ == "__main__":
    main()
