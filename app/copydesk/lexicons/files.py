"""Reading of the data files: plain UTF-8 text, one entry per line, `#` lines as the header.

The header says where the entries come from and under which licence; `docs/lexicons.md` explains
the format.
"""

from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"


def entries(name: str) -> list[str]:
    """Return the entries of the data file `name` (without suffix), in the order of the file."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    # The header is a block at the top, so the long tail needs no test line by line.
    first = 0
    while first < len(lines) and lines[first].startswith("#"):
        first += 1
    return lines[first:]


def columns(name: str) -> tuple[list[str], list[str]]:
    """Return the two columns of a file whose every line has two, separated by one tab."""
    # Split in one go: a loop over forty thousand lines would be half of the loading time.
    cells = "\t".join(entries(name)).split("\t")
    return cells[::2], cells[1::2]
