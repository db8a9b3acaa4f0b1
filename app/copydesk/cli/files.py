"""Which files a command reads, and how."""

from __future__ import annotations

import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Final

from copydesk.errors import InputError
from copydesk.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT: Final = "-"
# What folders are searched for; a file that is named itself is read whatever its ending.
SUFFIXES: Final = frozenset({".txt", ".text"})


def expand(paths: Sequence[str], exclude: Sequence[str]) -> Iterator[str]:
    """Visit the files under `paths` in a stable order, folders searched for text files."""
    for name in paths:
        path = Path(name)
        if name == STANDARD_INPUT or not path.is_dir():
            yield name
            continue
        for found in sorted(path.rglob("*")):
            if (
                found.suffix.lower() in SUFFIXES
                and found.is_file()
                and not _left_out(found, exclude)
            ):
                yield str(found)


def _left_out(path: Path, exclude: Sequence[str]) -> bool:
    return any(fnmatch(str(path), pattern) or fnmatch(path.name, pattern) for pattern in exclude)


def load(name: str) -> Source:
    """Read a file, or standard input for `-`; raises `InputError` where that can't be done."""
    try:
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"{name}: can't be read: {reason}") from error
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"{name}: is not UTF-8 at byte {error.start}; convert it and try again"
        raise InputError(message) from error
    except InputError as error:
        raise InputError(f"{name}: {error}") from error
