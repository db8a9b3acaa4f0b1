"""Where LanguageTool always ends a sentence, so that what stands between can be checked apart.

Its sentence splitter (segment.srx, rule `ByTwoLineBreaks`) cuts behind every blank line, whatever
stands around it, in every language. A rule that looks at one sentence finds the same in a paragraph
that is sent alone, or among others, as in the whole article. Rules that look at several sentences
do not: the client asks for none of them (docs/adr/0003-languagetool.md names them).
"""

from __future__ import annotations

import re
from typing import Final

# Word for word the splitter's own: in Java \s is this class. A run of white space has one first
# line break at which it can match, so that it is read at most twice.
_SEAM: Final = re.compile(r"\r?\n[ \t\n\x0b\f\r]*\r?\n\t*")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each with the blank lines after it; joined, they are it."""
    ends = [seam.end() for seam in _SEAM.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
