"""The seed articles as ready examples in the API's documentation."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_NAMES: Final = {
    "000_3770f2927fc7ba81": "The seed: a rewritten news article with thirteen defects",
    "010_clean": "A clean article: nothing to find",
    "020_spun": "Run through an article spinner",
    "030_scraped": "Scraped with its comment form",
    "040_mistranslated": "Badly translated",
}


def seeds_folder() -> Traversable:
    """Return where the seed articles lie: in the package, or beside it in a checkout."""
    packaged = resources.files("copydesk").joinpath("seeds")
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[3] / "seeds"


@cache
def seeds() -> dict[str, str]:
    """Return the seed articles by name."""
    folder = seeds_folder()
    return {
        name: folder.joinpath(f"{name}.txt").read_text(encoding="utf-8")
        for name in _NAMES
        if folder.joinpath(f"{name}.txt").is_file()
    }


def request_examples() -> dict[str, Any]:
    """Return OpenAPI examples of a request, one for each seed article."""
    return {
        name: {"summary": _NAMES[name], "value": {"text": text, "options": {"grammar": "off"}}}
        for name, text in seeds().items()
    }
