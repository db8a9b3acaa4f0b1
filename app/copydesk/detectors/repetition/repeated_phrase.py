"""Several words are printed twice in a row.

## What it does
Reports two or more words that follow themselves within a sentence, in the same or in another case
(`if we If we`). Copies that a comma parts are reported when they are at least six words long and
stand outside quotations, where people do speak so.

## Why it matters
Two versions of a sentence were run together, or a program lost its way. The sentence cannot be
read as it stands.

## Flags
- We hoped to do it with their support, but ⟦if we If we⟧ have to, we will do it alone.
- One man in four who calls ⟦the charity the charity⟧ mentions it.
- The new pump ⟦will keep up Will keep up⟧ with the flood.
- He will be in court ⟦in June 2019 in June 2019⟧, the judge said.
- She hid ⟦behind the old barn of the farm, behind the old barn of the farm⟧ and waited.
- About ⟦Acme Software Acme Software⟧ makes ledgers.

## Does not flag
- It went on and on and on, day after day after day.
- She won 6-4 6-4 6-4 and left.
- "We are late when we are late, we are late," she said.
- Many, many children, and a long, long road.
- They click on a friend and on a friend and on a friend and end up far away.
- What it is it is, whatever he did he did.
- What is done is done, what will be will be, and all I know I know from her.
- They went door to door to ask, and he moved from town to town to sell his wares.
- He knew the saying that “hurt people hurt people”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.repetition.adjacent import adjacent_repeats, holds_before, quoted
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.detectors.repetition.adjacent import Repeat
    from copydesk.findings import Finding
    from copydesk.text.document import Document

# "On and on and on", "waited and waited and", "bit by bit by bit".
_ADDING: Final = frozenset({"and", "or", "nor", "but", "then", "by"})
# "Talk face to face to understand": the last "to" is another.
_PAIRED: Final = frozenset(
    "face back door hand head end wall coast cheek heart bumper day week month year word".split()
)
_ADDED_WORDS: Final = 6  # of "and one of their friends", three times: rhetoric, if long-winded
_CLAUSE_OPENERS: Final = frozenset(
    "what whatever who whoever where wherever how however which whichever".split()
)
_SUBJECT_CLAUSES: Final = _CLAUSE_OPENERS | {"all"}
_SUBJECTS_OF_CLAUSE: Final = frozenset("he i it she they we you".split())
_WORDS_OF_CLAUSE: Final = 3
_WORDS_APART: Final = 6  # copies parted by a comma have at least this many words
_SHOWN: Final = 60  # characters of the words that a message names


class RepeatedPhrase(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "repeated-phrase"
    family = Family.REPETITION
    severity = Severity.ERROR
    confidence = 0.95
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Judge the phrases that stand twice in a row: clean copy has next to none."""
        for repeat in adjacent_repeats(document):
            if repeat.size == 1:
                continue
            severity = self._judge(repeat)
            if severity is None:
                continue
            phrase = document.text[document.token_starts[repeat.first] : repeat.surplus.start]
            shown = phrase if len(phrase) <= _SHOWN else f"{phrase[:_SHOWN].rstrip()}…"
            times = "twice" if repeat.copies == 2 else f"{repeat.copies} times"
            safe = severity is Severity.ERROR and self._hangs(repeat)
            yield self.finding(
                repeat.span,
                f"“{shown}” is printed {times} in a row",
                evidence="The copy begins with a capital: two versions of the sentence were run"
                " together"
                if repeat.gains_capital
                else "The same words follow at once",
                fixes=(
                    Fix.delete(
                        repeat.surplus.start,
                        repeat.surplus.end,
                        safety=Safety.SAFE if safe else Safety.REVIEW,
                        title=f"Keep one “{shown}”",
                    ),
                ),
                severity=severity,
                confidence=None if severity is Severity.ERROR else 0.85,
            )

    def _judge(self, repeat: Repeat) -> Severity | None:
        """Spare rhetoric and figures; None where it is no defect."""
        unit = repeat.unit
        words = [token for token in unit if token.is_word and len(token.text) > 1]
        marks = sum(token.kind is Kind.MARK for token in unit)
        size = len(unit) - marks
        if not words or size < 2 or (marks and size < _WORDS_APART):
            return None
        if size == 2 and len(words) == 1 and words[0].shape is not Shape.LOWER:
            return None
        if repeat.comma:
            if repeat.gains_capital:
                return Severity.WARNING
            if size < _WORDS_APART or quoted(repeat.document, repeat.span.start):
                return None
            return Severity.WARNING
        if repeat.gains_capital:
            return Severity.ERROR
        if _is_saying(repeat):
            return None
        lower = {token.lower for token in words}
        if size == 2 and (lower & (_ADDING | _PAIRED) or self._goes_on(repeat)):
            return None
        if unit[0].lower in _ADDING or unit[-1].lower in _ADDING:
            spoken = repeat.copies == 3 and size <= _ADDED_WORDS
            return None if spoken else Severity.WARNING
        if self._ends_clause(repeat):
            return None
        if size == 2 and self._is_clause(repeat):
            opened = holds_before(repeat.document, repeat.first, _CLAUSE_OPENERS)
            return None if opened else Severity.WARNING
        named = all(token.shape is Shape.TITLE for token in words)
        return Severity.WARNING if named or marks else Severity.ERROR

    def _goes_on(self, repeat: Repeat) -> bool:
        """Tell "day after day after day", "from town to town to sell" from "in shelters in"."""
        before, after = repeat.unit[0].previous, repeat.last.next
        if before is not None and before.lower == "from" and repeat.unit[-1].lower == "to":
            return True
        linked = repeat.unit[-1].lower in self.lexicons.prepositions
        return linked and after is not None and after.lower == repeat.unit[0].lower

    def _ends_clause(self, repeat: Repeat) -> bool:
        """Tell "what is done is done": the first copy is the whole of a clause."""
        first, lexicons = repeat.unit[0], self.lexicons
        before = first.previous
        return (
            before is not None
            and before.lower in _SUBJECT_CLAUSES
            and before.touches(first)
            and repeat.copies == 2
            and repeat.size <= _WORDS_OF_CLAUSE
            and (
                first.lower in lexicons.auxiliaries
                or first.lower in lexicons.modals
                or first.lower in _SUBJECTS_OF_CLAUSE
            )
        )

    def _is_clause(self, repeat: Repeat) -> bool:
        """Tell "it is" and "he did": spoken twice as often as printed twice."""
        subject, verb = repeat.unit
        lexicons = self.lexicons
        return subject.lower in lexicons.pronouns and (
            verb.lower in lexicons.auxiliaries or verb.lower in lexicons.modals
        )

    def _hangs(self, repeat: Repeat) -> bool:
        """Tell whether the phrase ends in a word that no sentence ends in: it must go on."""
        last = repeat.unit[-1].lower
        lexicons = self.lexicons
        return last in lexicons.determiners or last in lexicons.conjunctions or last in _SUBJECTS


def _is_saying(repeat: Repeat) -> bool:
    """Tell a saying that is quoted whole: “hurt people hurt people”."""
    before, after = repeat.unit[0].previous, repeat.last.next
    return (
        repeat.copies == 2
        and before is not None
        and after is not None
        and before.text in _OPENING
        and after.text in _CLOSING
    )


_OPENING: Final = frozenset("\"“‘'")
_CLOSING: Final = frozenset("\"”’'")
_SUBJECTS: Final = frozenset("i he she we they of from into than at with for by".split())
