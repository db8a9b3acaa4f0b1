"""Lines known by their wording: patterns that must hold a whole line, sure ones and likely ones."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.boilerplate.lines import bare, deletion, lines_of
from copydesk.findings import Family, Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.detectors.boilerplate.lines import Line
    from copydesk.findings import Finding
    from copydesk.text.document import Document

# Where a line of several remarks is cut: after a sentence, at a bar.
_CUTS: Final = re.compile(r"[.!?…]+[\"')\]]{0,2}\s+|\s*[|•·]\s*")
_MOST_PARTS: Final = 8
_RUNNING: Final = 4  # words: a sentence that long after the first says something
# Sentences of a page speak to the visitor, or of the page and the rights in it.
_OF_THE_PAGE: Final = re.compile(
    r"©|\b(?:you|your|we|our|us|please|click|here|rights?|reserved|copyrights?|permission"
    r"|published|reproduced|redistribut\w{1,4}|reprint\w{0,3}|trademarks?|terms|policy|privacy"
    r"|cookies?|agree\w{0,4}|web ?sites?|site|page|content|material|powered|e-?mail|facebook"
    r"|twitter|instagram|subscri\w{2,7}|newsletters?|articles?|browser|javascript|log ?in"
    r"|sign ?up|ltd|inc|llc|limited|company|division|theme|delayed|write to"
    r"|contact|read more|learn more)\b"
)
# Somebody's words are told: no page does that.
_REPORTED: Final = re.compile(
    r"\b(?:said|told|ruled|wrote|added|argued|announced|warned|insisted|claimed|explained)\b"
)
_LIKELY: Final = 0.9  # confidence of what isn't sure
# Inside a pattern: the rest of a line without the end of a sentence, and no quotation.
REST: Final = r"(?:[^.\"“”]|\.(?=\w))"
# What stands beside a remark of the page and says nothing by itself.
_FILLERS: Final = frozenset(
    """
    thank you|thanks|ok|okay|got it|here|close|accept|dismiss|yes|no|no thanks|learn more|read more
    more info|more information|find out more|see details|x|i agree|continue
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
)
# "Need more? Subscribe": a question, then the remark that tells whose it is.
_QUESTION: Final = re.compile(r"[^.?!]{3,60}\? (?=\w)")


def whole_line(*patterns: str) -> re.Pattern[str]:
    """Compile patterns of folded lines (lower case, straight apostrophes, no marks around)."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


class Wording:
    """Patterns of one sort of page line; they must match a line, or all its parts, to the end.

    `sure` lines can't be an article's own, `likely` ones could head a part of it. Lines that
    neither begin with one of `openers` nor hold one of `literals` aren't compared at all.
    """

    def __init__(
        self,
        name: str,
        *,
        sure: tuple[str, ...],
        likely: tuple[str, ...],
        openers: str,
        literals: tuple[str, ...] = (),
    ) -> None:
        """Compile the patterns; `name` is the key under which a document keeps the answer."""
        self._name = f"boilerplate.{name}"
        self._openers = frozenset(openers.split())
        self._literals = literals
        self._sure = whole_line(*sure)
        self._likely = whole_line(*likely)

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Return how surely short blocks are of this sort, by their index."""
        return document.once(self._name, lambda: self._lines(document))

    def _lines(self, document: Document) -> dict[int, Severity]:
        found: dict[int, Severity] = {}
        # Few texts hold any of the literals: then a line is known by its first word.
        literals = self._holds_literal(document.once("boilerplate.text", lambda: _text(document)))
        for line in lines_of(document):
            if line.first in self._openers or (literals and self._holds_literal(line.bare)):
                severity = self._rate_line(line.bare)
                if severity is not None:
                    found[line.block] = severity
        return found

    def rate(self, line: str) -> Severity | None:
        """Rate a bare line; None if it is of another sort."""
        first = line.split(" ", 1)[0].strip(",.:;!?()[]|")
        if first in self._openers or self._holds_literal(line):
            return self._rate_line(line)
        return None

    def may_hold(self, line: Line) -> bool:
        """Tell whether a line is worth comparing: it begins, or says, what ours do."""
        return line.first in self._openers or self._holds_literal(line.bare)

    def _holds_literal(self, line: str) -> bool:
        return any(literal in line for literal in self._literals)

    def _rate_line(self, line: str) -> Severity | None:
        if _REPORTED.search(line):
            return None
        parts = _parts(line)
        severity = self._rate(line)
        if severity is not None:
            return None if any(map(_is_body, parts[1:])) else severity
        if len(parts) < 2:
            return None
        parts = [part for part in parts if part not in _FILLERS]
        if _QUESTION.match(line) and len(parts) > 1:
            del parts[0]
        rated = [self._rate(part) for part in parts]
        known = [severity for severity in rated if severity is not None]
        if not known or len(known) == len(rated):
            return max(known, default=None)
        # A notice may have a sentence between others that no list foresees.
        between = rated[0] is not None and rated[-1] is not None and Severity.ERROR in known
        return Severity.WARNING if between and len(known) * 3 >= len(rated) * 2 else None

    def knows_all(self, text: str) -> bool:
        """Tell whether no sentence after the first is one that the patterns don't know."""
        return not any(
            _is_running(part) and self._rate(part) is None for part in _parts(bare(text))[1:]
        )

    def _rate(self, line: str) -> Severity | None:
        if self._sure.fullmatch(line):
            return Severity.ERROR
        if self._likely.fullmatch(line):
            return Severity.WARNING
        return None


def _text(document: Document) -> str:
    return "\n".join(line.bare for line in lines_of(document))


def first_body(text: str) -> int | None:
    """Return where a sentence of the article begins that stands behind the first of a line."""
    starts = [cut.end() for cut in _CUTS.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        if _is_body(bare(text[start:end])):
            return start
    return None


def _is_body(part: str) -> bool:
    """Tell a sentence of the article from one of the page; the part is bare."""
    return _is_running(part) and not _OF_THE_PAGE.search(part)


def _is_running(part: str) -> bool:
    return part.count(" ") + 1 >= _RUNNING


def _parts(line: str) -> list[str]:
    return [part for part in map(bare, _CUTS.split(line, _MOST_PARTS)) if part]


class LineDetector(Detector):
    """What detectors of whole lines share: they tell their lines, this reports them."""

    family = Family.BOILERPLATE
    scope = Scope.DOCUMENT  # deleting a line takes the break before it along
    languages: ClassVar[tuple[str, ...]] = ("en",)
    message: ClassVar[str]
    evidence: ClassVar[str]
    wording: ClassVar[Wording | None] = None  # knows the sentences of a line, too

    @abstractmethod
    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Return the lines of this sort, by their block, and how sure they are."""

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report whole blocks, each with its deletion.

        What is an error may go unseen, unless a running sentence in it is none that we know.
        """
        for block, severity in sorted(self.lines(document).items()):
            span = document.blocks[block].span
            sure = severity is Severity.ERROR
            safe = sure and (self.wording is None or self.wording.knows_all(span.of(document.text)))
            yield self.finding(
                span,
                self.message,
                evidence=self.evidence,
                fixes=(deletion(document, block, safety=Safety.SAFE if safe else Safety.REVIEW),),
                severity=severity,
                confidence=None if sure else _LIKELY,
            )
