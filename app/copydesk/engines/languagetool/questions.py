"""What is asked of the server at once, and its answer dealt out to the paragraphs it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from copydesk.engines.languagetool.answers import BadAnswerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.engines.base import EngineMatch, Level
    from copydesk.engines.languagetool.answers import Answer

# Sent behind paragraphs from the middle of an article: the last sentence of a text is another one
# to LanguageTool (its line break counts as a token, and a word before it is no longer the last).
_TRAILER: Final = "The end."
_NO_LETTERS: Final = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the server at once, and how much time is usual for it."""

    parts: Sequence[str]  # in the order of the article: only the last can lack its blank line
    to_the_end: bool  # whether the article's last paragraph is among them
    language: str
    level: Level
    usual: float

    @property
    def text(self) -> str:
        """What is sent."""
        return "".join(self.parts) + ("" if self.to_the_end else _TRAILER)


@dataclass(frozen=True, slots=True)
class Reply:
    """The matches of each part, offsets from its start; `refused` counts those that fit none."""

    matches: Sequence[tuple[EngineMatch, ...]]
    refused: int


def dealt_out(answer: Answer, question: Question) -> Reply:
    """Deal the matches of a text out to its parts; what can't be of this text is left out.

    Offsets alone fit many a text: each match also quotes its sentence. Where most do not stand
    where they are said to, the answer is another text's.
    """
    parts = question.parts
    *starts, end = accumulate(map(len, parts), initial=0)
    dealt: list[list[EngineMatch]] = [[] for _ in parts]
    letters: dict[int, str] = {}  # of the parts that have matches
    misfits = 0
    for match in answer.matches:
        if match.start >= end and not question.to_the_end:
            continue  # in the trailer
        index = bisect_right(starts, match.start) - 1
        part = parts[index]
        placed = moved(match, -starts[index])
        if index not in letters:
            letters[index] = _letters(part)
        # The server quotes with other apostrophes and without soft hyphens.
        quoted = _letters(match.context_sentence)
        marked = _letters(part[placed.start : placed.end])
        if placed.end <= len(part) and (
            not quoted or (quoted in letters[index] and marked in quoted)
        ):
            dealt[index].append(placed)
        else:
            misfits += 1
    if 2 * misfits > len(answer.matches):
        raise BadAnswerError("The answer is about another text")
    return Reply([tuple(found) for found in dealt], answer.refused + misfits)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def moved(match: EngineMatch, by: int) -> EngineMatch:
    """Return the match so many code points further on."""
    return replace(match, start=match.start + by, end=match.end + by) if by else match
