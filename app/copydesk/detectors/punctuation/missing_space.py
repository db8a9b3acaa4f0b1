"""Two words are written together: `inLahore`, `over.The`, `hall,said`.

## What it does
Reports a full stop, comma, colon, semicolon, bracket or closing quotation mark with a word right
behind it, an opening one with a word right before it, and a function word, a given name, a title or
the end of a sentence that is glued to the word after it. A mark between two words is an error;
where a brand could be spelt so, it takes a known name or another mention in the article. The words
that show a seam without a capital are pairs of function words, made by the program from the grammar
of English, and ten that books of usage warn of (`alot`, `upto`).

## Why it matters
It is what remains when lines or page elements are joined, and search doesn't find either word.

## Flags
- The trains ⟦inLahore⟧ were late, and so were those ⟦fromMunich⟧.
- They went to the town ⟦hall,said⟧ the clerk.
- The vote is ⟦over.The⟧ council goes home.
- She ⟦added:“We⟧ are ready.” Nobody ⟦else;they⟧ left.
- “It’s ⟦late,”said⟧ Mr Lee.
- The bank cut rates this ⟦yearIt⟧ was the third time.
- The novelist ⟦WilliamFaulkner⟧ lived here, and so did ⟦PresidentObama⟧.
- It rained ⟦whenhe⟧ left, ⟦alot⟧ more ⟦ofthe⟧ time.
- In ⟦2010,and⟧ in ⟦2018The⟧ bank (an old ⟦one)paid⟧ its ⟦debts(all⟧ of them).
- It opened on May ⟦28,2022⟧ and closed on Oct. ⟦3,2023⟧.
- Ask ⟦Mr.Smith⟧ or ⟦Dr.Jones⟧. He ⟦said,"We⟧ are ready." It's ⟦over.the⟧ council went home.

## Does not flag
- Google Drive, iCloud and SkyDrive keep files; rose and drive are words.
- The iPhone, YouTube, LeBron, McDonald, FedEx and inDrive are names, as is myGov.
- May 28, 2022; in May 28,200 came; from 5,2021 to 6,2022.
- See example.com, Booking.com, main.py, J.K. Rowling and the U.S.Army of e.g. 1,000 at 7:30.
- The person(s) of PARK(ing), the (re)building, call(me), 2,4-dioxin, 5G, 3Com and covid19.
- Their lineout, somethin offputting, hehe, a talkshow and the onpeak hours, youre told.
- A male:female ratio of 2:1. Node.Js, Match.Com and Will.I.Am.
- Lee &amp;Sons met at&nbsp;The Oak.
- The function f(x,y) takes N,N-dimethyl. He read “Cats”s plot.
- „Guten Tag“, sagte er. "I would get,“ says Lee.
- Craig Noone reads Yahoo!News. It's rock'n'roll; she/he said so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.punctuation.gaps import MOST, gaps
from copydesk.detectors.punctuation.glued import GluedWords
from copydesk.detectors.punctuation.inner_capitals import STARTERS, InnerCapitals
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token

_STOPS: Final = (".", "!", "?")
_COMMAS: Final = frozenset(",;")
_QUOTES: Final = frozenset("“‘")
_ENDS: Final = frozenset(",.!?")  # marks before a straight quotation mark
_CLOSERS: Final = frozenset("”\"’')]")
_SPOKEN: Final = frozenset(",.?!…’")  # marks before the end of a quotation
# The ends of addresses and file names, with a capital where a brand has one.
_ENDINGS: Final = frozenset(
    "ai app biz cam co com css doc edu exe gov htm html info io java jpg js json net online org "
    "pdf php png py shop site store tv txt uk us xml xyz".split()
)
_SMALL_STARTERS: Final = frozenset(
    "after and but he however she that the there these they this we when which while who "
    "you".split()
)
_DATE: Final = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? "
    r"(?P<date>(?P<day>[0-9]{1,2},)(?:19|20)[0-9]{2})\b(?![,.][0-9])"
)
# Set without a space they are nobody's style, as `St.Louis` is.
_TITLES: Final = frozenset("Capt Col Dr Gen Gov Hon Lt Maj Mr Mrs Ms Prof Rep Rev Sen Sgt".split())
_SHOUTED: Final = frozenset({"Yahoo", "Jeopardy"})  # names that end in an exclamation mark
_LONGEST_BRACKET: Final = 200
_CODE_BEFORE: Final = frozenset("#@_/\\.&$=<")
_CODE_AFTER: Final = frozenset("(_/\\=[{@")
_ENTITY: Final = re.compile(r"&#?\w{1,30}\Z")
_ENTITY_LENGTH: Final = 32
_SHORTEST: Final = 3
_COMMON: Final = 3.5  # of a word that a sentence ends with


class MissingSpace(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "missing-space"
    family = Family.PUNCTUATION
    severity = Severity.ERROR
    confidence = 0.97
    scope = Scope.DOCUMENT  # for other mentions of the name
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the table of words that are two words."""
        super().__init__(lexicons)
        self._glued_words = GluedWords(lexicons)
        self._inner_capitals = InnerCapitals(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at marks with a word on both sides, and at words with a capital inside."""
        text, starts = f"{document.text} ", document.token_starts
        for index in gaps(document).glued:
            if text[starts[index] + 1] not in _CLOSERS and _is_tight(document, index):
                yield from self._at_mark(document, index)
        yield from self._at_quotes(document)
        yield from self._at_straight_quotes(document)
        yield from self._in_dates(document)
        yield from self._at_brackets(document)
        for form in document.forms(Shape.MIXED):
            if len(form.tokens) == 1:  # what is written so twice is a name
                word = document.token(form.tokens[0])
                seam = self._inner_capitals.seam(word)
                if seam is not None and not _is_code(word):
                    yield self._parted(
                        word, seam.place, seam.severity, seam.evidence, ends=seam.ends
                    )
        for word, place in self._glued_words.find(document):
            if not _is_code(word) and (word.text.islower() or word.opens_sentence):
                evidence = "They are two words, and one there is none"
                yield self._parted(word, place, Severity.ERROR, evidence)

    # --- marks ------------------------------------------------------------------------------

    def _at_mark(self, document: Document, index: int) -> Iterator[Finding]:
        before, mark, after = (document.token(index + step) for step in (-1, 0, 1))
        if mark.text == ";" and _ends_entity(document, mark):
            return
        if after.text in _QUOTES and document.text[after.end : after.end + 1].isspace():
            return  # it closes, in the style of „Dies“, and has its space behind it
        severity: Severity | None
        if before.kind is Kind.NUMBER or after.kind is Kind.NUMBER:
            severity = self._at_number(before, mark, after)
        elif not _is_plain(before):
            return
        elif mark.text in _STOPS:
            severity = self._after_stop(before, after)
        elif mark.text == ":":
            severity = self._after_colon(before, after)
        else:
            severity = _after_comma(before, after)
        if severity is not None and not self._is_chained(document, index):
            yield self._report(before, mark, after, severity)

    @staticmethod
    def _is_chained(document: Document, index: int) -> bool:
        """Tell a list of tags, a path or a host name, which has several such marks."""
        texts = document.token_texts
        return any(
            0 < other < len(texts) - 1 and texts[other] in marks and _is_tight(document, other)
            for other, marks in ((index - 2, "/" + texts[index]), (index + 2, texts[index]))
        )

    def _at_number(self, before: Token, mark: Token, after: Token) -> Severity | None:
        """Judge `2010,and` and `Lee,36`; not `2,4-dioxin`."""
        if mark.text not in _COMMAS or before.kind is after.kind:
            return None
        if before.kind is Kind.NUMBER:
            return Severity.ERROR if after.lower in self.lexicons.function_words else None
        if not (_is_plain(before) and self._is_known(before.lower) and after.text.isdigit()):
            return None
        return Severity.WARNING if len(after.text) > 1 and len(before.text) > 1 else None

    def _after_stop(self, before: Token, after: Token) -> Severity | None:
        if after.text in _QUOTES:
            return None  # nested quotations
        if before.text in _SHOUTED:
            return None
        if before.text in _TITLES and after.shape is Shape.TITLE and _is_plain(after):
            return Severity.WARNING
        if after.text in _SMALL_STARTERS and before.text.islower():
            common = self.lexicons.zipf(before.lower) >= _COMMON and len(before.text) >= _SHORTEST
            return Severity.WARNING if common and before.lower in self.lexicons.words else None
        if after.shape is not Shape.TITLE or after.lower in _ENDINGS or not _is_plain(after):
            return None
        if f"{before.lower}." in self.lexicons.abbreviations:
            return None  # "St.Louis" is somebody's style
        small = before.text.islower() and len(before.text) >= _SHORTEST
        if not self._is_known(before.lower) or not (small or self._is_known(after.lower)):
            return None
        return Severity.ERROR if small or after.text in STARTERS else Severity.WARNING

    def _after_colon(self, before: Token, after: Token) -> Severity | None:
        if not before.text.islower() or not self.lexicons.is_word(before.lower):
            return None
        if after.text in _QUOTES:
            return Severity.ERROR
        if after.shape is Shape.TITLE and _is_plain(after) and self._is_known(after.lower):
            return Severity.WARNING
        return None

    def _is_known(self, lower: str) -> bool:
        lexicons = self.lexicons
        return lexicons.is_word(lower) or lexicons.name(lower) is not None

    # --- quotation marks -----------------------------------------------------------------------

    def _at_quotes(self, document: Document) -> Iterator[Finding]:
        if document.form("„") is not None:
            return  # “ closes what „ opens
        starts, texts = document.token_starts, document.token_texts
        last = len(starts) - 1
        tight = [
            index
            for form in (document.form("”"), document.form("“"))
            if form is not None
            for index in form.tokens[:MOST]
            if 0 < index < last
            and starts[index + 1] == starts[index] + 1
            and starts[index - 1] + len(texts[index - 1]) == starts[index]
        ]
        for index in tight:
            before, mark, after = (document.token(index + step) for step in (-1, 0, 1))
            if not _is_plain(after):
                continue
            # “Cats”s is the possessive of a title.
            spoken = before.text in _SPOKEN
            if mark.text == "”" and (spoken or (before.is_word and after.lower != "s")):
                yield self._report(before, mark, after, Severity.ERROR)
            elif mark.text == "“" and _is_plain(before) and before.text.islower():
                yield self._report(before, mark, after, Severity.ERROR, ahead=True)

    def _at_straight_quotes(self, document: Document) -> Iterator[Finding]:
        """Judge `said,"We` and `ready."They`: which of the two it is tells the count so far."""
        form = document.form('"')
        text, starts = document.text, document.token_starts
        for index in form.tokens[:MOST] if form is not None else ():
            place = starts[index]
            if not text[place + 1 : place + 2].isalpha() or text[place - 1 : place] not in _ENDS:
                continue
            before, mark, after = (document.token(index + step) for step in (-1, 0, 1))
            word = before.previous
            if (
                not _is_plain(after)
                or word is None
                or not (_is_plain(word) and word.joins(before) and before.joins(mark))
                or (len(after.text) <= 1 and after.text.islower())
            ):
                continue
            block = mark.block.span
            opens = text.count('"', block.start, place) % 2 == 0
            yield self._report(
                before, mark, after, Severity.ERROR, ahead=opens, safety=Safety.REVIEW
            )

    def _in_dates(self, document: Document) -> Iterator[Finding]:
        """Judge `May 28,2022`: the index has the day and the year as one number."""
        for match in document.search(_DATE, ",20", ",19"):
            yield self.finding(
                Span(*match.span("date")),
                f"A space is missing after the comma in “{match[0]}”",
                evidence="It is a date",
                fixes=(
                    Fix.insert(match.end("day"), " ", safety=Safety.SAFE, title="Insert a space"),
                ),
            )

    def _at_brackets(self, document: Document) -> Iterator[Finding]:
        """Judge `debts(all of them)` and `(an old one)paid`; not `person(s)`, `(re)build`."""
        text, starts = f" {document.text} ", document.token_starts  # one further to the right
        opening, closing = document.form("("), document.form(")")
        for index in opening.tokens if opening is not None else ():
            if text[starts[index]].isalpha() and text[starts[index] + 2].isalpha():
                before, mark, after = (document.token(index + step) for step in (-1, 0, 1))
                inside = document.text[mark.end : mark.end + _LONGEST_BRACKET].partition(")")[0]
                if " " in inside and self._is_common(before) and self._is_common(after):
                    yield self._report(before, mark, after, Severity.WARNING, ahead=True)
        for index in closing.tokens if closing is not None else ():
            if text[starts[index]].isalpha() and text[starts[index] + 2].isalpha():
                before, mark, after = (document.token(index + step) for step in (-1, 0, 1))
                begin = max(0, mark.start - _LONGEST_BRACKET)
                inside = document.text[begin : mark.start].rpartition("(")[2]
                if " " in inside and _is_plain(before) and self._is_common(after):
                    yield self._report(before, mark, after, Severity.WARNING)

    def _is_common(self, word: Token) -> bool:
        return (
            len(word.text) >= _SHORTEST
            and word.text.islower()
            and self.lexicons.zipf(word.lower) >= _COMMON
            and word.lower in self.lexicons.words
        )

    def _report(
        self,
        before: Token,
        mark: Token,
        after: Token,
        severity: Severity,
        *,
        ahead: bool = False,
        safety: Safety = Safety.SAFE,
    ) -> Finding:
        first = before
        if before.kind is Kind.MARK:
            previous = before.previous
            if previous is not None and previous.joins(before):
                first = previous
        last = after
        if after.kind is Kind.MARK:
            following = after.next
            if following is not None and after.joins(following):
                last = following
        span = Span(first.start, last.end)
        where = "before" if ahead else "after"
        return self.finding(
            span,
            f"A space is missing {where} “{mark.text}” in “{span.of(mark.document.text)}”",
            evidence="Two words stand right at the mark",
            fixes=(
                Fix.insert(
                    mark.start if ahead else mark.end,
                    " ",
                    safety=safety if severity is Severity.ERROR else Safety.REVIEW,
                    title="Insert a space",
                ),
            ),
            severity=severity,
            confidence=None if severity is Severity.ERROR else 0.85,
        )

    # --- two words in one -----------------------------------------------------------------------

    def _parted(
        self, word: Token, cut: int, severity: Severity, evidence: str, *, ends: bool = False
    ) -> Finding:
        """Report two words in one; where a sentence `ends` at the seam, its stop is gone, too."""
        sure = severity is Severity.ERROR and not ends
        place = word.start + cut
        space = Fix.insert(
            place,
            " ",
            safety=Safety.SAFE if sure else Safety.REVIEW,
            title="Insert a space",
        )
        stop = Fix.insert(place, ". ", safety=Safety.REVIEW, title="Insert a full stop and a space")
        missing = "full stop and a space are" if ends else "space is"
        return self.finding(
            word.span,
            f"A {missing} missing between “{word.text[:cut]}” and “{word.text[cut:]}”",
            evidence=evidence,
            fixes=(stop, space) if ends else (space,),
            severity=severity,
            confidence=None if severity is Severity.ERROR else 0.85,
        )


def _is_code(word: Token) -> bool:
    """Tell a hashtag, a path, a call or a name with an underscore."""
    before, after = word.previous, word.next
    if before is not None and before.joins(word) and before.text in _CODE_BEFORE:
        return True
    return after is not None and word.joins(after) and after.text in _CODE_AFTER


def _ends_entity(document: Document, mark: Token) -> bool:
    """Tell the end of `&nbsp;` or `&#8217;`, which is mark-up."""
    return (
        _ENTITY.search(document.text[max(0, mark.start - _ENTITY_LENGTH) : mark.start]) is not None
    )


def _is_tight(document: Document, index: int) -> bool:
    """Tell whether the mark `index` has a token right before it and one right behind it."""
    starts, texts = document.token_starts, document.token_texts
    if not 0 < index < len(starts) - 1:
        return False
    place = starts[index]
    return starts[index + 1] == place + 1 and starts[index - 1] + len(texts[index - 1]) == place


def _is_plain(word: Token) -> bool:
    """Tell a word of two letters or more, or one that has only one."""
    if word.kind is not Kind.WORD or not word.text[0].isalpha():
        return False
    return len(word.text) > 1 or word.text in {"a", "A", "I"}


def _after_comma(before: Token, after: Token) -> Severity | None:
    if before.shape is after.shape is Shape.UPPER:
        return None  # TL;DR
    if len(before.text) == 1 or not (_is_plain(after) or after.text in _QUOTES):
        return None
    return Severity.ERROR
