"""Pairs the double quotation marks of each paragraph, once for all detectors, and names faults.

A quotation may go on in the next paragraph if that opens with a mark again or brings the closing
one. A mark is told apart by what its fault is: no partner at all, printed twice, closed by a mark
of another kind, turned the wrong way, or standing alone with nothing quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING, Final

from copydesk.detectors.quotation.marks import SYSTEMS, Mark, Role, is_turned, read_marks
from copydesk.text.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document
    from copydesk.text.spans import Span

_GAP: Final = 6  # blocks without a mark over which a quotation may go on before it is closed
_REACH: Final = 400
_CLAUSE: Final = 4  # words up to the verb in `he said`
_AHEAD: Final = 80  # characters in which such a clause is looked for
_NEAR: Final = 3
_SHORTEST: Final = 8  # characters of a quotation that is worth a second look
_ENDS: Final = (",", ".", "!", "?", "…")
_CURLY: Final = "“”"
# The partner is there, but wrongly decoded: that is what has to be reported.
_UNREADABLE: Final = re.compile(
    r"â€|&(?:amp;)?(?:quot|[lrb]dquo|[lr]aquo|#(?:34|822[0-2]|171|187));?"
)
_SENTENCE_END: Final = re.compile(r"[.!?…]\s")
_INTRODUCED: Final = re.compile(r":\s(?=[^\W\d_])")
_SINGLE_OPENER: Final = re.compile(r"(?<![\w.,!?’'“\"])[‘'](?=[^\W\d_])")
_SINGLE_CLOSER: Final = re.compile(
    r"(?<=[.,!?])[’'](?=\s|\Z)|(?<=\w)[’'](?=[.,;:!?](?:\s|\Z))|(?<=[a-mo-rt-z])[’'](?=\s)"
)


class Fault(Enum):
    """What is wrong with a mark."""

    UNCLOSED = auto()
    UNOPENED = auto()
    DOUBLED = auto()
    REOPENED = auto()
    MISMATCHED = auto()  # `partner` is of another kind
    TURNED = auto()  # an opening mark that closes, or a closing one that opens
    ALONE = auto()  # nothing is quoted before or after it


@dataclass(frozen=True, slots=True)
class Orphan:
    """A mark that is at fault."""

    mark: Mark
    fault: Fault
    before: Mark | None  # the mark before it, where the search for its partner ends
    after: Mark | None  # the mark after it, likewise
    partner: int | None = None  # where the mark of another kind stands that pairs with it


class Pairer:
    """Pairs marks; needs the verbs of saying to know what `" he said` does."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the word lists at hand."""
        self.lexicons = lexicons

    def orphans(self, document: Document) -> tuple[Orphan, ...]:
        """Return the marks at fault, worked out once for an article."""
        return document.once("quotation.orphans", lambda: tuple(self._orphans(document)))

    def _orphans(self, document: Document) -> Iterator[Orphan]:
        unreadable: set[int | None] | None = None
        found: list[Orphan] = []
        for glyphs in SYSTEMS:
            marks = self._closers(document, read_marks(document, glyphs))
            for orphan in _orphans(document, marks):
                if unreadable is None:
                    unreadable = {
                        document.block_at(match.start())
                        for match in document.search(_UNREADABLE, "â€", "&")
                    }
                if orphan.mark.block not in unreadable:
                    found.append(_named(document, orphan))
        return iter(_across(found))

    def _closers(self, document: Document, marks: list[Mark]) -> list[Mark]:
        """Let a mark with spaces on both sides close what `he said` follows."""
        text = document.text
        for place, mark in enumerate(marks):
            if mark.role is Role.EITHER and mark.glyph == '"':
                following = marks[place + 1] if place + 1 < len(marks) else None
                closes = self._closes(text, mark, following)
            elif mark.glyph == "“" and mark.role is Role.OPEN and text.startswith(" ", mark.end):
                closes = self._is_turned_closer(text, mark)
            else:
                continue
            if closes:
                marks[place] = mark._replace(role=Role.CLOSE)
        return marks

    def _closes(self, text: str, mark: Mark, following: Mark | None) -> bool:
        """Tell whether a straight mark is followed by `he said` or reopens a quotation."""
        end = mark.end + _AHEAD
        reopened = False
        if following is not None and following.block == mark.block:
            end = min(end, following.start)
            if following.role is Role.CLOSE:
                return False
            parted = text[mark.end : end].rstrip().endswith(",")
            if following.role is Role.EITHER and not parted:
                return False
            reopened = following.role is Role.OPEN
        stopped = text[max(0, mark.start - 2) : mark.start].rstrip().endswith((",", "!", "?"))
        return (stopped or reopened) and self._is_clause(text[mark.end : end])

    def _is_turned_closer(self, text: str, mark: Mark) -> bool:
        """Tell the “ of `method. “ said Lee` from one that opens."""
        if not text[max(0, mark.start - _NEAR) : mark.start].rstrip().endswith(_ENDS):
            return False
        words = text[mark.end : mark.end + _AHEAD].split(maxsplit=1)
        return bool(words) and words[0] in self.lexicons.reporting_verbs

    def _is_clause(self, following: str) -> bool:
        """Tell whether words begin with `he said` or `the mayor said`, as no quotation does."""
        words = following.replace(",", " , ").split()[:_CLAUSE]
        if not words:
            return False
        # “ We said nothing ”: a pronoun with a capital begins what is quoted.
        if not words[0].islower() and words[0].lower() in self.lexicons.function_words:
            return False
        return any(word.rstrip(".;:") in self.lexicons.reporting_verbs for word in words)


def _named(document: Document, orphan: Orphan) -> Orphan:
    """Tell a mark whose partner is of another kind, or that quotes nothing, from a lonely one."""
    text, mark = document.text, orphan.mark
    block = document.blocks[mark.block].span
    if orphan.fault is Fault.UNCLOSED:
        if _is_alone(text, mark, block):
            return replace(orphan, fault=Fault.ALONE)
        end = block.end if orphan.after is None else min(block.end, orphan.after.start)
        single = _single_closer(text, mark.end, end)
    elif orphan.fault is Fault.UNOPENED:
        start = block.start
        if orphan.before is not None and orphan.before.block == mark.block:
            start = orphan.before.end
        single = _single_opener(text, start, mark.start)
        apart = text.startswith(" ", mark.start - 1) and text.startswith(" ", mark.end)
        if single is None and apart and text[mark.start - 2 : mark.start - 1].isalpha():
            introduced = _INTRODUCED.search(text, start, mark.start)
            return orphan if introduced else replace(orphan, fault=Fault.ALONE)
    else:
        return orphan
    return orphan if single is None else replace(orphan, fault=Fault.MISMATCHED, partner=single)


def _is_alone(text: str, mark: Mark, block: Span) -> bool:
    """Tell whether a mark that nothing closes ends its block, or stands between two words."""
    if mark.start > block.start and not text[mark.start - 1].isspace():
        return False
    if _ends_block(text, mark, block):
        return True
    ahead, behind = text[mark.start - 2 : mark.start - 1], text[mark.end + 1 : mark.end + 2]
    between = mark.glyph in '"”' and text.startswith(" ", mark.end)
    return between and mark.start - 2 >= block.start and ahead.islower() and behind.islower()


def _ends_block(text: str, mark: Mark, block: Span) -> bool:
    return block.end - mark.end < _AHEAD and not text[mark.end : block.end].strip()


def _across(orphans: list[Orphan]) -> list[Orphan]:
    """Join `« … ”`: a mark of one system that the other system closes."""
    opened = {orphan.mark.start: orphan for orphan in orphans if orphan.fault is Fault.UNCLOSED}
    starts = sorted(opened)
    joined: dict[int, Orphan | None] = {}
    for orphan in orphans if opened else ():
        place = bisect_left(starts, orphan.mark.start) - 1
        if orphan.fault is not Fault.UNOPENED or place < 0:
            continue
        other, partner = opened[starts[place]], orphan.mark.start
        near = partner - other.mark.start < _REACH and other.mark.block == orphan.mark.block
        if near and other.mark.start not in joined:
            joined[other.mark.start] = replace(other, fault=Fault.MISMATCHED, partner=partner)
            joined[partner] = None
    found = [joined.get(orphan.mark.start, orphan) for orphan in orphans]
    return [orphan for orphan in found if orphan is not None]


def _orphans(document: Document, marks: Sequence[Mark]) -> Iterator[Orphan]:
    """Visit the marks that have no partner."""
    turned = is_turned(document)
    mixed = document.form('"') is not None and any(document.form(m) is not None for m in _CURLY)
    carry: Mark | None = None  # the mark that the last paragraph left open
    for index, group in groupby(marks, key=lambda mark: mark.block):
        found = list(group)
        first = found[0]
        if carry is not None:
            if first.heads_block and first.role is not Role.CLOSE:
                last = document.blocks[carry.block].span
                if _ends_block(document.text, carry, last) or _paragraphs_between(
                    document, carry.block, index
                ):
                    yield Orphan(carry, Fault.UNCLOSED, None, None)
                carry = None
            elif first.role is Role.OPEN or index - carry.block > _GAP:
                yield Orphan(carry, Fault.UNCLOSED, None, None)
                carry = None
        if _is_balanced(found, opened=carry is not None):
            carry = None
            if not turned:
                yield from _turned(found)
            if mixed:
                yield from _mixed_pairs(found)
            continue
        orphans, carry = _pair(document.text, found, carry, turned=turned)
        yield from orphans
    if carry is not None:
        yield Orphan(carry, Fault.UNCLOSED, None, None)


def _paragraphs_between(document: Document, first: int, last: int) -> bool:
    between = document.blocks[first + 1 : min(last, first + _GAP)]
    return any(block.kind is BlockKind.PARAGRAPH for block in between)


def _is_balanced(marks: Sequence[Mark], *, opened: bool) -> bool:
    """Tell whether the shapes alone fit together, one quotation inside another allowed."""
    depth = int(opened)
    previous: Mark | None = None
    touching = 0  # the second of two opening marks that touch: `""so""` is no nesting
    for index, mark in enumerate(marks):
        if mark.role is Role.EITHER or mark.measure:
            return False
        depth += 1 if mark.role is Role.OPEN else -1
        if depth < 0:
            return False
        if previous is not None and previous.start + 1 == mark.start:
            if mark.role is Role.OPEN:
                touching = index
            elif touching and index == touching + 2:
                return False
        previous = mark
    return depth == 0


def _turned(marks: Sequence[Mark]) -> Iterator[Orphan]:
    """Visit the marks that do what their shape does not."""
    for mark in marks:
        if (mark.glyph == "“" and mark.role is Role.CLOSE) or (
            mark.glyph == "”" and mark.role is Role.OPEN
        ):
            yield Orphan(mark, Fault.TURNED, None, None)


def _mixed_pairs(marks: Sequence[Mark]) -> Iterator[Orphan]:
    """Visit the quotations that open curly and close straight, or the other way round."""
    opened: list[Mark] = []
    for mark in marks:
        if mark.role is Role.OPEN:
            opened.append(mark)
        elif opened:
            other = opened.pop()
            if (other.glyph == '"') != (mark.glyph == '"'):
                yield Orphan(other, Fault.MISMATCHED, None, None, mark.start)


def _pair(
    text: str, marks: Sequence[Mark], carry: Mark | None, *, turned: bool
) -> tuple[list[Orphan], Mark | None]:
    """Pair marks in turn; return those left over and the one that is open at the end."""
    orphans: list[Orphan] = []
    opened = carry
    previous: Mark | None = None
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark.measure and (
            opened is None or (following is not None and following.role is Role.CLOSE)
        ):
            continue
        role = _role_in_turn(mark, following, opened=opened is not None)
        doubled = (
            previous is not None
            and previous.glyph == mark.glyph
            and not text[previous.end : min(mark.start, previous.end + 4)].strip()
            and mark.start - previous.end < 4
        )
        if role is Role.OPEN:
            if opened is None:
                opened = mark
            elif doubled and previous is not None:
                _add_doubled(orphans, previous, mark)
            elif _goes_on(text, opened, mark, following):
                orphans.append(Orphan(mark, Fault.REOPENED, opened, following))
            else:
                orphans.append(Orphan(opened, Fault.UNCLOSED, None, mark))
                opened = mark
        elif opened is not None:
            if mark.glyph == "“" and not turned:
                orphans.append(Orphan(mark, Fault.TURNED, None, None))
            opened = None
        elif doubled and previous is not None:
            _add_doubled(orphans, previous, mark)
        else:
            orphans.append(Orphan(mark, Fault.UNOPENED, previous, following))
        previous = mark
    return orphans, opened


def _add_doubled(orphans: list[Orphan], mark: Mark, other: Mark) -> None:
    """Note a doubled mark; three in a row are one defect."""
    last = orphans[-1] if orphans else None
    if last is not None and last.fault is Fault.DOUBLED and last.after == mark:
        orphans[-1] = Orphan(last.mark, Fault.DOUBLED, None, other)
    else:
        orphans.append(Orphan(mark, Fault.DOUBLED, None, other))


def _role_in_turn(mark: Mark, following: Mark | None, *, opened: bool) -> Role:
    """Decide what a mark does after those before it."""
    if mark.role is Role.EITHER:
        return Role.CLOSE if opened else Role.OPEN
    misspaced = (
        mark.role is Role.CLOSE
        and mark.glyph == '"'
        and not opened
        and following is not None
        and following.role is Role.CLOSE
        and following.start - mark.end > _SHORTEST
    )
    # `he said," It is late"`: the space is on the wrong side, and nothing is missing.
    return Role.OPEN if misspaced else mark.role


def _goes_on(text: str, opened: Mark, mark: Mark, following: Mark | None) -> bool:
    """Tell whether the sentence that `opened` began runs on over `mark`, which is too much then."""
    if mark.start - opened.end > _REACH:
        return False
    before = text[opened.end : mark.start].rstrip()[-1:]
    after = text[mark.end : mark.end + 2].lstrip("‘'")[:1]
    if _SENTENCE_END.search(text, opened.end, mark.start):
        # Nothing closes either of the two, and the second stands in mid-sentence.
        return following is None and text.startswith("‘", mark.end) and before.islower()
    return (before == "," and after.islower()) or (before.isalpha() and after.isupper())


def _single_closer(text: str, start: int, end: int) -> int | None:
    """Return where a single mark closes what a double one opened, None where none does."""
    for match in _SINGLE_CLOSER.finditer(text, start, end):
        if _SINGLE_OPENER.search(text, start, match.start()) is None:
            return match.start()
        break
    return None


def _single_opener(text: str, start: int, end: int) -> int | None:
    """Return the last single mark that opens something before a double one closes it."""
    found = None
    for match in _SINGLE_OPENER.finditer(text, max(start, end - _REACH), end):
        found = match.start()
    if found is None or _SINGLE_CLOSER.search(text, found + 1, end):
        return None
    return found
