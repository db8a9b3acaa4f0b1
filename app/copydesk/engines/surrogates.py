"""Lone surrogates, which JSON can hold and UTF-8 can't."""

from __future__ import annotations

import re
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"


def encodable(text: str) -> str:
    """Return the text with each lone surrogate replaced, so that it can be sent as UTF-8.

    The replacement is one code point and one UTF-16 unit, as the surrogate was: no offset moves.
    """
    return text if text.isascii() else _SURROGATE.sub(_REPLACEMENT, text)
