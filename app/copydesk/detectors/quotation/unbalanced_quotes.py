"""A quotation is opened and never closed, closed and never opened, or marked twice.

## What it does
Pairs the double quotation marks of each paragraph, straight, curly, German and French, and reports
the one that is left over. A quotation may go on in the next paragraph if that opens with a mark
again or brings the closing one. Apostrophes, inches and single quotation marks are no part of it.

## Why it matters
The reader can't tell whose words these are: a quotation that doesn't end puts the reporter's words
into the speaker's mouth.

## Flags
- We will not ⟦leave,”⟧ the mayor said on Monday.
- ⟦“We⟧ will not leave, the mayor said. “We have no plans.”
- He called it “a disgrace⟦””⟧ and left.
- She said: ⟦""⟧We are ready," and sat down.
- The mayor said ⟦"this⟧ must end. Nobody answered. "Never," he added.
- The plan was called ⟦“reckless⟧ by the union. ¶ Nobody knew why.
- He began the ⟦search, "⟧ he said.
- ⟦Then "⟧ he said, "we go".

## Does not flag
- “We will not leave. ¶ “We have no plans,” the mayor said.
- He is 6'2" tall, she has a 12" pizza, and they like rock 'n' roll from the '90s.
- „Nein“, sagte er. «Non», dit-elle. ”Nej”, sa hon.
- “He told me “never” and left,” she said, and "that was 'all' of it".
- "He began the search, " he said, " and then he left."
- “The list has three items: ¶ one, ¶ two, ¶ three, and that is all,” she said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Related, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.findings import Finding
    from copydesk.text.document import Document
    from copydesk.text.tokens import Form

_ANGLES: Final = "«»"
_SYSTEMS: Final = ('"“”„‟', _ANGLES)
_ALL_MARKS: Final = frozenset("\"“”„‟«»‘’‚'‹›")
_OPENS_AFTER: Final = frozenset("([{—–-/…")
_CLOSES_BEFORE: Final = frozenset(".,;:!?)]}—–-…/")
_NEVER_FIRST: Final = frozenset(".,;:!?)]}")
_PARTNER: Final = {"“": "”", "”": "“", '"': '"', "„": "“", "‟": "”", "«": "»", "»": "«"}
_GAP: Final = 6  # blocks without a mark over which a quotation may go on before it is closed
_WORD: Final = 40  # the most that a span takes in beside the mark
_WORDS_TO_VERB: Final = 6
_PLACES: Final = 3  # fixes that are offered
_STACK: Final = 4  # marks that may stand together: `‘“`
_REACH: Final = 400
_SHOWN: Final = 24  # characters that the title of a fix takes from the text
_MOST: Final = 10_000  # marks of an article, and of a block: with more, it is noise
_MOST_OF_BLOCK: Final = 400
_CLAUSE: Final = 4  # words up to the verb in `he said`
_SHORTEST: Final = 8  # characters of a quotation that is worth a second look
_STOP: Final = re.compile(r"[,!?](?=\s)")
_INTRODUCED: Final = re.compile(r":\s(?=[^\W\d_])")
_COMMA_CAPITAL: Final = re.compile(r",\s(?=[A-Z])")
# The partner is there, but wrongly decoded: that is what has to be reported.
_UNREADABLE: Final = re.compile(
    r"â€|&(?:amp;)?(?:quot|[lrb]dquo|[lr]aquo|#(?:34|822[0-2]|171|187));?"
)
_SENTENCE_END: Final = re.compile(r"[.!?…]\s")
_SINGLE_OPENER: Final = re.compile(r"(?<![\w.,!?’'])[‘'](?=[^\W\d_])")
_SINGLE_CLOSER: Final = re.compile(r"(?<=[.,!?])[’'](?=\s|\Z)|(?<=\w)[’'](?=[.,;:!?](?:\s|\Z))")
# Six foot two (6'2"): no quotation ends here, whatever is open.
_FEET: Final = re.compile(r"\d['’′ -]{1,2}\d{1,2}(?:\.\d)?\Z")


class _Role(Enum):
    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()


class _Fault(Enum):
    UNCLOSED = auto()
    UNOPENED = auto()
    DOUBLED = auto()
    REOPENED = auto()


class _Mark(NamedTuple):
    start: int
    glyph: str
    role: _Role
    block: int
    heads_block: bool
    measure: bool

    @property
    def end(self) -> int:
        return self.start + 1


@dataclass(frozen=True, slots=True)
class _Orphan:
    mark: _Mark
    fault: _Fault
    before: _Mark | None  # the mark before it, where the search for its partner ends
    after: _Mark | None  # the mark after it, likewise


class UnbalancedQuotes(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "unbalanced-quotes"
    family = Family.QUOTATION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Pair the marks, a paragraph at a time; clean copy costs a step for each."""
        unreadable: set[int | None] | None = None
        for glyphs in _SYSTEMS:
            marks = self._closers(document.text, _marks(document, glyphs))
            for orphan in _orphans(document, marks):
                if unreadable is None:
                    unreadable = {
                        document.block_at(match.start())
                        for match in document.search(_UNREADABLE, "â€", "&")
                    }
                if orphan.mark.block not in unreadable:
                    yield self._report(document, orphan)

    def _closers(self, text: str, marks: list[_Mark]) -> list[_Mark]:
        """Let a mark with spaces on both sides close what `he said` follows."""
        for place, mark in enumerate(marks):
            if mark.role is not _Role.EITHER or mark.glyph != '"':
                continue
            following = marks[place + 1] if place + 1 < len(marks) else None
            end = mark.end + 2 * _WORD
            if following is not None and following.block == mark.block:
                end = min(end, following.start)
                if following.role is _Role.CLOSE:
                    continue
                parted = text[mark.end : end].rstrip().endswith(",")
                if following.role is _Role.EITHER and not parted:
                    continue
                reopened = following.role is _Role.OPEN
            else:
                reopened = False
            stopped = text[max(0, mark.start - 2) : mark.start].rstrip().endswith((",", "!", "?"))
            if (stopped or reopened) and self._is_clause(text[mark.end : end]):
                marks[place] = mark._replace(role=_Role.CLOSE)
        return marks

    def _is_clause(self, following: str) -> bool:
        """Tell whether words begin with `he said` or `the mayor said`, as no quotation does."""
        words = following.replace(",", " , ").split()[:_CLAUSE]
        if not words:
            return False
        # “ We said nothing ”: a pronoun with a capital begins what is quoted.
        if not words[0].islower() and words[0].lower() in self.lexicons.function_words:
            return False
        return any(word.rstrip(".;:") in self.lexicons.reporting_verbs for word in words)

    def _report(self, document: Document, orphan: _Orphan) -> Finding:
        if orphan.fault is _Fault.DOUBLED:
            return self._doubled(document.text, orphan)
        if orphan.fault is _Fault.REOPENED:
            return self._reopened(document.text, orphan)
        if orphan.fault is _Fault.UNCLOSED:
            return self._unclosed(document, orphan)
        return self._unopened(document, orphan)

    def _doubled(self, text: str, orphan: _Orphan) -> Finding:
        mark, other = orphan.mark, orphan.after or orphan.mark
        span = Span(mark.start, other.end)
        touching = not span.of(text).strip(mark.glyph)
        delete = Fix.delete(
            mark.end, other.end, safety=Safety.SAFE if touching else Safety.REVIEW, title="Keep one"
        )
        return self.finding(
            span,
            f"The quotation mark {' '.join(span.of(text).split())} is printed twice",
            evidence="One of the two has no partner",
            fixes=(delete,),
            severity=Severity.ERROR if touching else Severity.WARNING,
            confidence=0.98 if touching else None,
        )

    def _reopened(self, text: str, orphan: _Orphan) -> Finding:
        mark, opened = orphan.mark, orphan.before or orphan.mark
        span = Span(mark.start, _word_end(text, mark.end))
        return self.finding(
            span,
            f"The mark before {span.of(text)[1:]} opens a quotation that is open already",
            evidence="The sentence goes on from the mark before, and only one is closed",
            fixes=(
                Fix.delete(mark.start, mark.end, safety=Safety.REVIEW, title="Delete the mark"),
            ),
            related=(Related(Span(opened.start, opened.end), "opened here"),),
        )

    def _unclosed(self, document: Document, orphan: _Orphan) -> Finding:
        text, mark = document.text, orphan.mark
        block = document.blocks[mark.block].span
        end = block.end if orphan.after is None else min(block.end, orphan.after.start)
        if (single := _single_closer(text, mark.end, end)) is not None:
            span = Span(_word_start(text, single), single + 1)
            return self.finding(
                span,
                f"A quotation that opens with {mark.glyph} is closed with {text[single]}",
                evidence="No other mark closes it",
                fixes=(
                    Fix.replace(
                        Span(single, single + 1), _PARTNER[mark.glyph], safety=Safety.REVIEW
                    ),
                ),
                related=(Related(Span(mark.start, mark.end), "opened here"),),
            )
        span = Span(mark.start, _word_end(text, mark.end))
        attributed = self._attributed(text, mark.end, end)
        places = [attributed] if attributed is not None else []
        stretch = text[mark.end : end].rstrip()
        if not places and stretch and stretch[-1] in ".,!?…":
            places.append(mark.end + len(stretch))
        # A teaser that was cut off ("“We will not...") lost more than its mark.
        cut = orphan.after is None and stretch.endswith(("...", "…"))
        return self.finding(
            span,
            f"The quotation that begins with {span.of(text)} is never closed",
            evidence="Somebody is said to speak before the next mark"
            if attributed is not None
            else "No mark closes it before the next quotation begins or the paragraph ends",
            fixes=_insertions(text, places, _PARTNER[mark.glyph]),
            severity=Severity.INFO if cut else Severity.ERROR if attributed is not None else None,
        )

    def _unopened(self, document: Document, orphan: _Orphan) -> Finding:
        text, mark = document.text, orphan.mark
        start = document.blocks[mark.block].span.start
        if orphan.before is not None and orphan.before.block == mark.block:
            start = orphan.before.end
        partner = _PARTNER[mark.glyph]
        fixes = _insertions(text, self._openings(document, mark, start), partner)
        single = _single_opener(text, start, mark.start)
        if single is not None:
            change = Fix.replace(Span(single, single + 1), partner, safety=Safety.REVIEW)
            fixes = (change, *fixes[: _PLACES - 1])
        span = Span(_word_start(text, mark.start), mark.end)
        if not fixes and text[span.start : mark.start].endswith(" "):
            # `Then " he said`: nothing is quoted before it.
            delete = Fix.delete(
                mark.start - 1, mark.end, safety=Safety.REVIEW, title="Delete the mark"
            )
            fixes = (delete,)
        # `ready,” she said`: whatever stands before, somebody was quoted.
        ended = text.endswith((",", "!", "?"), 0, mark.start)
        sure = ended and self._says(text[mark.end : mark.end + 2 * _WORD])
        return self.finding(
            span,
            f"The quotation that ends with {span.of(text)} was never opened",
            evidence="No mark opens it after the last quotation or the start of the paragraph",
            fixes=fixes,
            severity=Severity.ERROR if sure else None,
        )

    def _attributed(self, text: str, start: int, end: int) -> int | None:
        """Return where a comma stands before a clause that says who speaks."""
        for match in _STOP.finditer(text, start, end):
            if self._says(text[match.end() : min(end, match.end() + 2 * _WORD)]):
                return match.end()
        return None

    def _openings(self, document: Document, mark: _Mark, start: int) -> list[int]:
        """Return where the missing opening mark may belong, the likeliest place first."""
        text = document.text
        places = [match.end() for match in _INTRODUCED.finditer(text, start, mark.start)][:1]
        for match in _COMMA_CAPITAL.finditer(text, start, mark.start):
            verb = text[max(start, match.start() - _WORD) : match.start()].split(" ")[-1]
            if not places and verb.lower() in self.lexicons.reporting_verbs:
                places.append(match.end())
        stop = mark.start - text[max(start, mark.start - 1) : mark.start].isspace()
        if text.endswith((".", ",", "!", "?", "…"), start, stop):
            # Whole sentences are quoted: from the first, the second or the last one on.
            starts = _sentence_starts(document, mark, start)
            places += [*starts[:1], *starts[-1:], *starts[1:2]]
        return list(dict.fromkeys(places))[:_PLACES]

    def _says(self, following: str) -> bool:
        """Tell whether somebody is said to speak right after a mark."""
        words = following.replace("’", "'").split()[:_WORDS_TO_VERB]
        return any(word.strip(",.;:").lower() in self.lexicons.reporting_verbs for word in words)


def _marks(document: Document, glyphs: str) -> list[_Mark]:
    """Return the marks of one system with their roles."""
    forms = [form for glyph in glyphs if (form := document.form(glyph)) is not None]
    if not forms:
        return []
    text, blocks = document.text, document.blocks
    present = {form.text for form in forms}
    # German and Swedish use one of the English shapes the other way round.
    turned = "„" in present or ("”" in present and "“" not in present)
    found: list[_Mark] = []
    for index, start in _places(document, forms):
        block = blocks[index].span
        before, after = _neighbours(text, start, block)
        glyph = text[start]
        role = _role(glyph, before, after, turned=turned)
        heads = start - block.start < 8 and not text[block.start : start].strip(" \t-–—•*([…'‘‚")
        measure = before.isdigit() and text[start - 1] == before and glyph in '"”'
        if measure and _FEET.search(text, max(block.start, start - 8), start):
            continue
        if glyph in _ANGLES and _is_arrow(text, start, block):
            continue
        found.append(_Mark(start, glyph, role, index, heads, measure))
    return found


def _places(document: Document, forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Visit the block and the start of each mark; what has too many is noise."""
    starts, blocks = document.token_starts, document.blocks
    if sum(len(form.tokens) for form in forms) > _MOST:
        return
    by_block: dict[int, list[int]] = {}
    index = 0
    for start in sorted(starts[token] for form in forms for token in form.tokens):
        while blocks[index].span.end <= start:
            index += 1
        by_block.setdefault(index, []).append(start)
    for index, places in by_block.items():
        if len(places) <= _MOST_OF_BLOCK and blocks[index].kind is not BlockKind.CODE:
            for start in places:
                yield index, start


def _neighbours(text: str, start: int, block: Span) -> tuple[str, str]:
    """Return the characters on both sides, other quotation marks skipped; "" at the edges."""
    first, last = start - 1, start + 1
    while first >= block.start and text[first] in _ALL_MARKS and start - first < _STACK:
        first -= 1
    while last < block.end and text[last] in _ALL_MARKS and last - start < _STACK:
        last += 1
    return (
        text[first] if first >= block.start else "",
        text[last] if last < block.end else "",
    )


def _is_arrow(text: str, start: int, block: Span) -> bool:
    """Tell whether a mark is the only one of its line and points somewhere: `Read more »`."""
    heads = start == block.start and text[start + 1 : start + 2].isspace()
    ends = start + 1 == block.end and text[start - 1 : start].isspace()
    if not heads and not ends:
        return False
    return sum(text.count(glyph, block.start, block.end) for glyph in _ANGLES) == 1


def _role(glyph: str, before: str, after: str, *, turned: bool) -> _Role:
    """Tell what a mark does, by its shape where the shape says so, else by its neighbours."""
    spaced_before = not before or before.isspace() or before in _OPENS_AFTER
    spaced_after = not after or after.isspace() or after in _CLOSES_BEFORE
    opens = spaced_before and not (not after or after.isspace() or after in _NEVER_FIRST)
    closes = spaced_after and not (not before or before.isspace())
    if glyph in "„‟":
        return _Role.OPEN
    if not turned and glyph in "“«":
        return _Role.CLOSE if closes and not opens else _Role.OPEN
    if not turned and glyph in "”»":
        return _Role.OPEN if opens and not closes and after.isalnum() else _Role.CLOSE
    if opens != closes:
        return _Role.OPEN if opens else _Role.CLOSE
    return _Role.EITHER


def _orphans(document: Document, marks: Sequence[_Mark]) -> Iterator[_Orphan]:
    """Visit the marks that have no partner."""
    carry: _Mark | None = None  # the mark that the last paragraph left open
    for index, group in groupby(marks, key=lambda mark: mark.block):
        found = list(group)
        first = found[0]
        if carry is not None:
            if first.heads_block and first.role is not _Role.CLOSE:
                if _paragraphs_between(document, carry.block, index):
                    yield _Orphan(carry, _Fault.UNCLOSED, None, None)
                carry = None
            elif first.role is _Role.OPEN or index - carry.block > _GAP:
                yield _Orphan(carry, _Fault.UNCLOSED, None, None)
                carry = None
        if _is_balanced(found, opened=carry is not None):
            carry = None
            continue
        orphans, carry = _pair(document.text, found, carry)
        yield from orphans
    if carry is not None:
        yield _Orphan(carry, _Fault.UNCLOSED, None, None)


def _paragraphs_between(document: Document, first: int, last: int) -> bool:
    between = document.blocks[first + 1 : min(last, first + _GAP)]
    return any(block.kind is BlockKind.PARAGRAPH for block in between)


def _is_balanced(marks: Sequence[_Mark], *, opened: bool) -> bool:
    """Tell whether the shapes alone fit together, one quotation inside another allowed."""
    depth = int(opened)
    previous: _Mark | None = None
    touching = 0  # the second of two opening marks that touch: `""so""` is no nesting
    for index, mark in enumerate(marks):
        if mark.role is _Role.EITHER or mark.measure:
            return False
        depth += 1 if mark.role is _Role.OPEN else -1
        if depth < 0:
            return False
        if previous is not None and previous.start + 1 == mark.start:
            if mark.role is _Role.OPEN:
                touching = index
            elif touching and index == touching + 2:
                return False
        previous = mark
    return depth == 0


def _pair(
    text: str, marks: Sequence[_Mark], carry: _Mark | None
) -> tuple[list[_Orphan], _Mark | None]:
    """Pair marks in turn; return those left over and the one that is open at the end."""
    orphans: list[_Orphan] = []
    opened = carry
    previous: _Mark | None = None
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark.measure and (
            opened is None or (following is not None and following.role is _Role.CLOSE)
        ):
            continue
        role = _role_in_turn(mark, following, opened=opened is not None)
        doubled = (
            previous is not None
            and previous.glyph == mark.glyph
            and not text[previous.end : min(mark.start, previous.end + 4)].strip()
            and mark.start - previous.end < 4
        )
        if role is _Role.OPEN:
            if opened is None:
                opened = mark
            elif doubled and previous is not None:
                _add_doubled(orphans, previous, mark)
            elif _goes_on(text, opened, mark):
                orphans.append(_Orphan(mark, _Fault.REOPENED, opened, following))
            else:
                orphans.append(_Orphan(opened, _Fault.UNCLOSED, None, mark))
                opened = mark
        elif opened is not None:
            opened = None
        elif doubled and previous is not None:
            _add_doubled(orphans, previous, mark)
        else:
            orphans.append(_Orphan(mark, _Fault.UNOPENED, previous, following))
        previous = mark
    return orphans, opened


def _add_doubled(orphans: list[_Orphan], mark: _Mark, other: _Mark) -> None:
    """Note a doubled mark; three in a row are one defect."""
    last = orphans[-1] if orphans else None
    if last is not None and last.fault is _Fault.DOUBLED and last.after == mark:
        orphans[-1] = _Orphan(last.mark, _Fault.DOUBLED, None, other)
    else:
        orphans.append(_Orphan(mark, _Fault.DOUBLED, None, other))


def _role_in_turn(mark: _Mark, following: _Mark | None, *, opened: bool) -> _Role:
    """Decide what a mark does after those before it."""
    if mark.role is _Role.EITHER:
        return _Role.CLOSE if opened else _Role.OPEN
    misspaced = (
        mark.role is _Role.CLOSE
        and mark.glyph == '"'
        and not opened
        and following is not None
        and following.role is _Role.CLOSE
        and following.start - mark.end > _SHORTEST
    )
    # `he said," It is late"`: the space is on the wrong side, and nothing is missing.
    return _Role.OPEN if misspaced else mark.role


def _goes_on(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Tell whether the sentence that `opened` began runs on over `mark`, which is too much then."""
    if mark.start - opened.end > _REACH or _SENTENCE_END.search(text, opened.end, mark.start):
        return False
    before = text[opened.end : mark.start].rstrip()[-1:]
    after = text[mark.end : mark.end + 2].lstrip("‘'")[:1]
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


def _sentence_starts(document: Document, mark: _Mark, start: int) -> list[int]:
    """Return where the sentences between `start` and the mark begin."""
    starts: list[int] = []
    sentence = document.sentence_at(mark.start)
    while sentence is not None and sentence.span.start >= start and sentence.block == mark.block:
        if sentence.span.start < mark.start:
            starts.append(sentence.span.start)
        sentence = document.sentences[sentence.index - 1] if sentence.index else None
    return starts[::-1]


def _insertions(text: str, places: Sequence[int], glyph: str) -> tuple[Fix, ...]:
    return tuple(
        Fix.insert(place, glyph, safety=Safety.REVIEW, title=_title(text, place, glyph))
        for place in places
    )


def _word_end(text: str, offset: int) -> int:
    end = offset
    while end < len(text) and text[end].isspace() and text[end] not in "\r\n" and end - offset < 2:
        end += 1
    while end < len(text) and end - offset < _WORD and not text[end].isspace():
        end += 1
    return end


def _word_start(text: str, offset: int) -> int:
    start = offset
    while start > 0 and text[start - 1] in " \t\xa0" and offset - start < 2:
        start -= 1
    while start > 0 and offset - start < _WORD and not text[start - 1].isspace():
        start -= 1
    return start


def _title(text: str, place: int, partner: str) -> str:
    before, after = text[max(0, place - _SHOWN) : place], text[place : place + _SHOWN]
    if after[:1].isspace() or not after:
        words = before.split()
        return f"Insert {partner} after “{' '.join(words[1:] or words)}”"
    words = after.split()
    return f"Insert {partner} before “{' '.join(words[:-1] or words)}”"
