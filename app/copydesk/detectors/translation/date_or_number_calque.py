"""A date or a number is written as another language writes it.

## What it does
Reports figures in the form of another language: full stops between thousands (`5.000.000`), a comma
before decimals (`10,5 percent`), `7 milliards`, `2 million 300 thousand`, `%20` for `20%`, `the 3
of May`, `in the year of 2019`, `20-th century`, `XIX century`, and dates in figures with full stops
(`on 12.03.2021`), `20h30`, `3 millions` and `in 2014 year`. What can be read
in two ways is left alone. It is information.

## Why it matters
English reads `10,5` and `1.500` as other numbers. Readers take a wrong sum for the right one.

## Flags
- The bridge cost ⟦5.000.000⟧ euros and the harbour more.
- Prices rose by ⟦10,5⟧ percent in May, and by ⟦3,5⟧% in June.
- The firm lost ⟦7 milliards⟧ of dollars.
- The bridge cost ⟦2 million 300 thousand⟧ euros and ⟦1 thousand 200⟧ days of work.
- The council met on ⟦the 3 of May⟧ and spoke of the plan.
- It was built in ⟦the year of 2019⟧ by two brothers.
- The castle is of the ⟦20-th⟧ century, the church of the ⟦XIX century⟧.
- Nearly ⟦%20⟧ of the voters stayed at home, and ⟦% 40⟧ came.
- The council met on ⟦12.03.2021⟧ in the town hall, and on ⟦14 of May⟧ at ⟦20h30⟧.
- The bridge cost ⟦250.000⟧ euros, is ⟦3,75⟧ kilometres long and took ⟦3 millions⟧ of bricks.
- He left the town in ⟦2014 year⟧ with his wife.

## Does not flag
- The bridge cost 5,000,000 euros, 10.5 percent more, and the server is 192.168.100.200.
- They sold 1,200 and 10,500 of them; 3,500 percent; it weighs 1.500 kg.
- The 3rd of May, 12 of May's games, the 10 of them, and May 3.
- In the year 2019, the firm made 7 million and 300 thousand.
- The twentieth century, Louis XIV, the Twentieth Century.
- It rose by 20%, 40 % of all.
- In 2014 year-end sales rose. On May 3 millions of people came, and in 2020 thousands of them.
- Version 12.03.20 came out in 2021. It won 1 thousand games.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,4}")
_DECIMAL: Final = re.compile(r"(?:0|[1-9]\d{0,2}),\d{1,2}")
_DATE: Final = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)")
_SMALL: Final = re.compile(r"\d{1,3}")
_SUM: Final = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_YEAR: Final = re.compile(r"1[0-9]\d\d|20\d\d")
_ROMAN: Final = re.compile(r"X{0,2}(?:I{1,3}|I[VX]|VI{0,3})|X{1,2}")
_CLOCK: Final = re.compile(r"(?P<hour>[01]?\d|2[0-4])h(?P<minute>[0-5]\d)")
_ROUND: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # a decimal in English, unless men are counted
_COUNTED: Final = frozenset(
    "euros dollars pounds people inhabitants residents workers soldiers refugees troops".split()
)
_LENGTHS: Final = frozenset("kilometres kilometers km metres meters euros dollars pounds".split())
_MANY: Final = frozenset({"millions", "thousands"})
_BEFORE_YEARS: Final = frozenset("in since from until to of".split())
_AFTER_YEAR: Final = frozenset("on over after - –".split())
_MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()
)
_NAMES_OF_MONTHS: Final = {month.lower(): month for month in _MONTHS}
_SCALES: Final = frozenset("percent percents million billion trillion degrees per".split())
_MILLIARDS: Final = frozenset({"milliard", "milliards"})
_BEFORE_DAYS: Final = frozenset("on from until since by before after till of to and".split())
_ORDINAL_ENDINGS: Final = frozenset({"th", "st", "nd", "rd", "ies"})
_CENTURIES: Final = frozenset({"century", "centuries"})
_KEYS: Final = frozenset(
    _ORDINAL_ENDINGS
    | _MILLIARDS
    | _CENTURIES
    | _NAMES_OF_MONTHS.keys()
    | _MANY
    | {"year", "%", "thousand"}
)
_DOTS: Final = 3  # of the address of a computer
_UNITS: Final = {"thousand": 3, "million": 6, "billion": 9}
_LAST_DAY: Final = 31
_TEENS: Final = range(11, 14)
_LETTERS: Final = {"I": 1, "V": 5, "X": 10}


class DateOrNumberCalque(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "date-or-number-calque"
    family = Family.TRANSLATION
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Ask for each form by a word or mark that it needs: most articles have few of them."""
        words = document.words
        for key in [key for key in words if "0" <= key < ":"]:  # those that begin with a digit
            if "," in key or "." in key or "h" in key:
                yield from self._figures(document, key)
        for key in sorted(_KEYS & words.keys()):
            for token in document.occurrences({key}):
                yield from self._around(token, key)

    def _around(self, token: Token, key: str) -> Iterator[Finding]:
        if key in _NAMES_OF_MONTHS:
            yield from self._day(token)
        elif key == "year":
            yield from self._year(token)
            yield from self._year_behind(token)
        elif key in _MANY:
            yield from self._many(token)
        elif key == "%":
            yield from self._percent(token)
        elif key == "thousand":
            yield from self._thousand(token)
        elif key in _CENTURIES:
            yield from self._century(token)
        elif key in _MILLIARDS:
            yield from self._milliards(token)
        else:
            yield from self._ordinal(token)

    def _figures(self, document: Document, key: str) -> Iterator[Finding]:
        thousands = _THOUSANDS.fullmatch(key) and (key.count(".") != _DOTS or ".000" in key)
        decimal = _DECIMAL.fullmatch(key)
        date = _DATE.fullmatch(key)
        clock = _CLOCK.fullmatch(key)
        rounded = _ROUND.fullmatch(key)
        if not (thousands or decimal or date or clock or rounded):
            return
        for index in document.words[key]:
            token = document.token(index)
            if thousands:
                yield self._number(token, key.replace(".", ","), "Full stops part the thousands")
            elif clock:
                better = f"{clock['hour']}:{clock['minute']}"
                yield self._number(token, better, "French and Portuguese write the hour so")
            elif rounded and token.next is not None and token.next.lower in _COUNTED:
                yield self._number(token, key.replace(".", ","), "Full stops part the thousands")
            elif decimal and _counts(token.next):
                yield self._number(
                    token, key.replace(",", "."), "English puts a full stop before decimals"
                )
            elif date:
                yield from self._dotted(token, date)

    def _number(self, token: Token, better: str, evidence: str) -> Finding:
        return self.finding(
            token.span,
            f"“{token.text}” is written as in another language: “{better}” in English",
            evidence=evidence,
            fixes=(Fix.replace(token.span, better, safety=Safety.REVIEW),),
        )

    def _dotted(self, token: Token, date: re.Match[str]) -> Iterator[Finding]:
        day, month = int(date["day"]), int(date["month"])
        if not (1 <= day <= _LAST_DAY and 1 <= month <= len(_MONTHS)):
            return
        better = f"{day} {_MONTHS[month - 1]} {date['year']}"
        yield self.finding(
            token.span,
            f"The date “{token.text}” is written as in another language",
            evidence="Dates with full stops are not English, and the day comes first in them",
            fixes=(
                Fix.replace(token.span, better, safety=Safety.REVIEW),
                Fix.replace(
                    token.span,
                    f"{_MONTHS[month - 1]} {day}, {date['year']}",
                    safety=Safety.REVIEW,
                ),
            ),
            confidence=0.7,
        )

    def _milliards(self, token: Token) -> Iterator[Finding]:
        before = token.previous
        span = (
            token.span
            if before is None or before.kind is not Kind.NUMBER
            else before.span.to(token.span)
        )
        after = token.next
        end = token.end
        if after is not None and after.lower == "of":
            end = after.end
        yield self.finding(
            span,
            f"“{token.text}” is a word of other languages: a thousand million is a billion",
            evidence="English has no such word in use",
            fixes=(Fix.replace(Span(token.start, end), "billion", safety=Safety.REVIEW),),
        )

    def _thousand(self, token: Token) -> Iterator[Finding]:
        """Find "1 thousand 200" and "2 million 300 thousand"."""
        before, after = token.previous, token.next
        if before is None or not _SMALL.fullmatch(before.text):
            return
        if after is not None and _SMALL.fullmatch(after.text) and token.touches(after):
            span = before.span.to(after.span)
            better = f"{before.text},{int(after.text):03}"
            yield self._sum(span, better, token.document)
            return
        scale = before.previous
        if scale is None or scale.lower not in ("million", "billion"):
            return
        head = scale.previous
        if head is None or not _SMALL.fullmatch(head.text):
            return
        exponent = _UNITS[scale.lower] - _UNITS["thousand"]
        fraction = f"{int(before.text):0{exponent}}".rstrip("0")
        better = f"{head.text}.{fraction} {scale.text}" if fraction else f"{head.text} {scale.text}"
        yield self._sum(head.span.to(token.span), better, token.document)

    def _sum(self, span: Span, better: str, document: Document) -> Finding:
        return self.finding(
            span,
            f"“{span.of(document.text)}” is one number: “{better}” in English",
            evidence="Its parts are written one after the other, as other languages say them",
            fixes=(Fix.replace(span, better, safety=Safety.REVIEW),),
        )

    def _percent(self, token: Token) -> Iterator[Finding]:
        before, after = token.previous, token.next
        if (
            after is None
            or not _SUM.fullmatch(after.text)
            or (before is not None and (before.joins(token) or before.kind is Kind.NUMBER))
        ):
            return
        beyond = after.next
        if beyond is not None and after.joins(beyond) and beyond.text in "%-/":
            return
        span = token.span.to(after.span)
        yield self.finding(
            span,
            f"The sign stands before its number: “{after.text}%” in English",
            evidence="Turkish and Basque write it so",
            fixes=(Fix.replace(span, f"{after.text}%", safety=Safety.REVIEW),),
        )

    def _day(self, month: Token) -> Iterator[Finding]:
        """Find "the 3 of May"."""
        link = month.previous
        day = link.previous if link is not None and link.lower == "of" else None
        if day is None or not (_SMALL.fullmatch(day.text) and 1 <= int(day.text) <= _LAST_DAY):
            return
        opener = day.previous
        name = _NAMES_OF_MONTHS[month.lower]
        if (
            opener is None
            or month.text != name
            or opener.lower not in _BEFORE_DAYS | {"the", "day"}
        ):
            return
        span = (opener if opener.lower == "the" else day).span.to(month.span)
        yield self.finding(
            span,
            f"“{span.of(month.document.text)}” is no English date",
            evidence="It is “3 May”, “May 3” or “the 3rd of May”",
            fixes=(
                Fix.replace(span, f"{day.text} {name}", safety=Safety.REVIEW),
                Fix.replace(span, f"{name} {day.text}", safety=Safety.REVIEW),
            ),
        )

    def _year(self, token: Token) -> Iterator[Finding]:
        link = token.next
        year = link.next if link is not None and link.lower == "of" else None
        before = token.previous
        if (
            year is None
            or before is None
            or before.lower != "the"
            or token.text != "year"
            or not _YEAR.fullmatch(year.text)
        ):
            return
        span = before.span.to(year.span)
        yield self.finding(
            span,
            f"“{span.of(token.document.text)}” is “{year.text}” in English",
            evidence="English says “2019” or “the year 2019”",
            fixes=(Fix.replace(span, year.text, safety=Safety.REVIEW),),
        )

    def _year_behind(self, token: Token) -> Iterator[Finding]:
        """Find "in 2014 year", but not "in 2014 year-end sales"."""
        year, after = token.previous, token.next
        link = year.previous if year is not None and _YEAR.fullmatch(year.text) else None
        if (
            year is None
            or link is None
            or link.lower not in _BEFORE_YEARS
            or token.text != "year"
            or (after is not None and after.lower in _AFTER_YEAR)
        ):
            return
        span = year.span.to(token.span)
        yield self.finding(
            span,
            f"“{span.of(token.document.text)}” is “{year.text}” in English",
            evidence="Slavic languages put the word behind the number",
            fixes=(Fix.replace(span, year.text, safety=Safety.REVIEW),),
        )

    def _many(self, token: Token) -> Iterator[Finding]:
        """Find "3 millions" and "5 thousands people", but not "On May 3 millions of people"."""
        number, after = token.previous, token.next
        if number is None or not (_SMALL.fullmatch(number.text) or _ROUND.fullmatch(number.text)):
            return
        before = number.previous
        if before is None or before.lower in _NAMES_OF_MONTHS or before.text in ",;:":
            return
        if token.lower == "thousands" and after is not None and after.lower == "of":
            return
        span = number.span.to(token.span)
        end = after.end if after is not None and after.lower == "of" else token.end
        better = f"{number.text} {token.lower[:-1]}"
        yield self.finding(
            span,
            f"“{span.of(token.document.text)}” is “{better}” in English",
            evidence="Behind a number the word has no s",
            fixes=(Fix.replace(Span(number.start, end), better, safety=Safety.REVIEW),),
        )

    def _century(self, token: Token) -> Iterator[Finding]:
        number = token.previous
        if number is None or not number.text.isupper() or not _ROMAN.fullmatch(number.text):
            return
        if token.text[0].isupper() or (len(number.text) == 1 and number.text != "X"):
            return
        value = _value(number.text)
        span = number.span.to(token.span)
        better = f"{value}{_ending(value)} {token.text}"
        yield self.finding(
            span,
            f"“{span.of(token.document.text)}” is “{better}” in English",
            evidence="English newspapers number centuries with words or figures",
            fixes=(Fix.replace(span, better, safety=Safety.REVIEW),),
        )

    def _ordinal(self, token: Token) -> Iterator[Finding]:
        """Find "20-th" and "90-ies"."""
        hyphen = token.previous
        number = hyphen.previous if hyphen is not None and hyphen.text == "-" else None
        if (
            number is None
            or hyphen is None
            or number.kind is not Kind.NUMBER
            or not (number.joins(hyphen) and hyphen.joins(token))
            or not number.text.isdigit()
        ):
            return
        span = number.span.to(token.span)
        better = f"{number.text}s" if token.lower == "ies" else f"{number.text}{token.lower}"
        yield self.finding(
            span,
            f"“{span.of(token.document.text)}” has a hyphen too many: “{better}”",
            evidence="English joins the ending to its number",
            fixes=(Fix.replace(span, better, safety=Safety.REVIEW),),
        )


def _counts(after: Token | None) -> bool:
    """Tell whether what follows a number takes decimals."""
    if after is None:
        return False
    if after.lower == "per":
        return after.next is not None and after.next.lower == "cent"
    return after.text == "%" or after.lower in _SCALES or after.lower in _LENGTHS


def _value(roman: str) -> int:
    values = [_LETTERS[letter] for letter in roman]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _ending(number: int) -> str:
    if number in _TEENS:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
