"""Write docs/detectors from the docstrings of the detectors: a page each, and a list of all.

    make docs

The pages are never edited by hand; tests/test_repository.py compares them with the docstrings.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from copydesk.detectors.docs import read_doc, render_page
from copydesk.detectors.registry import DETECTORS

FOLDER: Final = Path(__file__).parent.parent / "docs" / "detectors"
INDEX: Final = "README.md"


def main() -> int:
    """Write every page, and remove those of detectors that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"docs/detectors: {len(wanted) - 1} pages and a list")
    return 0


def pages() -> Mapping[str, str]:
    """Return the text of every file of the folder by its name."""
    rows = [
        f"| [{each.id}]({each.id}.md) | {each.family.value} | {each.severity.label}"
        f"{' (preview)' if each.preview else ''} | {_cell(read_doc(each).summary)} |"
        for each in sorted(DETECTORS, key=lambda each: (each.family.value, each.id))
    ]
    index = "\n".join(
        (
            "# Detectors",
            "",
            "Written by `make docs` from the detectors' docstrings.",
            "",
            "| detector | family | severity | what it reports |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        )
    )
    return {INDEX: index} | {f"{each.id}.md": render_page(each) for each in DETECTORS}


def _cell(text: str) -> str:
    """Keep a summary inside its table cell."""
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
