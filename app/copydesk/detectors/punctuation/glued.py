"""Two words in one without a capital to show the seam: `ofthe`, `whenhe`, `alot`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token

# What stands side by side most often loses its space most often. So few can be asked for one by
# one; to look for any two words in all words of an article costs more than the rest of the rule.
_SIDE_BY_SIDE: Final = (
    (
        "and at because by for from if in of on since than that to when with".split(),
        "he his it she that the their they this we you".split(),
    ),
    (
        "he it she there they we which who you".split(),
        "are had has have is was were will would".split(),
    ),
    ("can could had has have to will would".split(), "be been have not".split()),
    ("are is was were".split(), "in not on the".split()),
)
# Written in one so often that everybody has met them.
_KNOWN: Final = {
    "alot": "a",
    "aswell": "as",
    "atleast": "at",
    "eachother": "each",
    "incase": "in",
    "infact": "in",
    "inspite": "in",
    "noone": "no",
    "thankyou": "thank",
    "upto": "up",
}


class GluedWords:
    """Finds such words; keeps the table that it needs for that."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Write down all pairs that are no word of their own."""
        pairs = {
            f"{head}{tail}": len(head)
            for heads, tails in _SIDE_BY_SIDE
            for head in heads
            for tail in tails
            if head != tail
        }
        words, names = lexicons.words, lexicons.names
        self._seams = {
            pair: seam for pair, seam in pairs.items() if pair not in words and pair not in names
        } | {pair: len(head) for pair, head in _KNOWN.items()}

    def find(self, document: Document) -> Iterator[tuple[Token, int]]:
        """Yield the first of each in order, and where the space belongs."""
        words = document.words
        found = sorted((words[text][0], text) for text in self._seams.keys() & words.keys())
        for index, text in found:
            yield document.token(index), self._seams[text]
