"""Reading of the data files: plain UTF-8 text, one entry per line, `#` lines as the header.

The header says where the entries come from and under which licence; `docs/lexicons.md` explains
the format.
"""

from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"


def body(name: str) -> str:
    """Return the data file `name` (without suffix) less its header."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    # The header is a block at the top, so the long tail needs no test line by line.
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    return text[start:]


def entries(name: str) -> list[str]:
    """Return the entries of a file in their order."""
    return body(name).splitlines()


def keyed(name: str) -> dict[str, str]:
    """Return the entries of a file by their lower-case form."""
    text = body(name)
    return dict(zip(text.lower().splitlines(), text.splitlines(), strict=True))


def columns(name: str, *, width: int = 2) -> tuple[list[str], ...]:
    """Return the columns of a file whose every line has `width` of them, parted by tabs."""
    # Split in one go: a loop over forty thousand lines would be a good part of the loading time.
    cells = body(name).replace("\n", "\t").split("\t")[:-1]
    return tuple(cells[start::width] for start in range(width))
