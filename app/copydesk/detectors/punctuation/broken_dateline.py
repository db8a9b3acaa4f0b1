"""The dateline lost its month, a space or its dash, or stands twice: `PESHAWAR, 28,2022- The`.

## What it does
Reads the place in capitals, the date and the agency that a paragraph begins with, and reports a day
and a year without a month, a hyphen or bracket with no space between it and the text, and an agency
or a place that is named twice. A dateline whose dash is gone is information.

## Why it matters
It is the first thing that readers see, and programs that take datelines apart fail on it.

## Flags
- PESHAWAR, ⟦28,2022-⟧ The party's chairman has announced a march.
- LONDON ⟦(Reuters)The⟧ minister resigned on Monday.
- KARACHI ⟦(APP)-⟧ The minister resigned, and so did his deputy.
- PARIS ⟦-The⟧ minister resigned on Monday, and so did his deputy.
- ⟦LONDON (Reuters) - LONDON (Reuters) -⟧ The minister resigned on Monday.

## Does not flag
- LONDON, May 28, 2022 (Reuters) - The minister resigned on Monday.
- WASHINGTON—The minister resigned. ¶ SEOUL, South Korea (CNN) — A court has found her guilty.
- KOLKATA, India – Police have arrested a man. ¶ PARIS: The minister resigned on Monday.
- HELENA, Mont. (AP) -- Montana is at an impasse. ¶ NEW YORK - The mayor resigned.
- COVID-19 cases rise. ¶ UEFA-backed clubs left. ¶ WHO, 28 states and others left.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_MONTH: Final = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,7}\.?"
)
_PLACE: Final = rf"(?!{_MONTH} )[A-Z][A-Z.'’]{{2,24}}(?:[ -][A-Z][A-Z.'’]{{1,24}}){{0,3}}"
_AGENCY: Final = (
    r"\((?:AFP|ANI|AP|APP|Agencies|Agency|Anadolu|Bloomberg|CNN|DPA|EFE|IANS|INP|KUNA|MENA|NNI|NNN"
    r"|Online|PTI|Reuters|SPA|TASS|UPI|UNI|VNA|WAFA|Web Desk|Xinhua|dpa)\)"
)
_DATE: Final = rf"(?:,? {_MONTH} [0-9]{{1,2}}(?:, ?[0-9]{{4}})?|,? [0-9]{{1,2}} {_MONTH})"
_REGION: Final = (
    rf"(?:, (?!{_MONTH} [0-9])[A-Z][A-Za-z.]{{1,20}}(?: [A-Z][A-Za-z.]{{1,20}}){{0,2}})?"
)
_NO_MONTH: Final = re.compile(
    rf"{_PLACE}{_REGION},? (?P<date>[0-9]{{1,2}}, ?(?:19|20)[0-9]{{2}}(?: ?[-–—:]{{1,2}})?)(?= |\Z)"
)
_TWICE: Final = re.compile(
    rf"(?P<place>{_PLACE})?{_REGION}{_DATE}? ?(?P<agency>{_AGENCY})? ?[-–—:]{{0,2}} ?"
    rf"(?:(?P=place){_REGION}{_DATE}? ?(?:(?P=agency))? ?[-–—:]{{1,2}}(?= )"
    rf"|(?P=agency) ?[-–—:]{{1,2}}(?= ))"
)
_AFTER_AGENCY: Final = re.compile(
    rf"(?:{_PLACE}|[A-Z][a-z]{{2,20}}(?: [A-Z][a-z]{{2,20}})?){_REGION}{_DATE}? ?"
    rf"(?P<agency>{_AGENCY})(?P<rest> ?(?P<mark>[-–—:]{{0,2}}) ?)"
    r"(?P<word>[“\"‘]?[A-Z][a-z'’]{0,30}|[a-z]{1,30})?"
)
_AFTER_PLACE: Final = re.compile(
    rf"{_PLACE}{_REGION}{_DATE}?(?P<rest> ?- ?)(?P<word>[“\"‘]?[A-Z][a-z'’]{{0,20}})\b"
)
_EM_DASHES: Final = ("—", "--", "–")  # set close by many
_NEAR: Final = 60
_FURTHEST: Final = 200
_HEADING: Final = 40  # characters
_STARTERS: Final = frozenset("A An At For He In It On Police She The There They Two When".split())


class BrokenDateline(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "broken-dateline"
    family = Family.PUNCTUATION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.PARAGRAPH
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at blocks that begin with a word in capitals, or have an agency near their start."""
        text = document.text
        bracket = document.form(")") is not None
        for block in document.blocks:
            start = block.span.start
            if text[start : start + 3].isupper() or (
                bracket and ")" in text[start + 4 : start + _NEAR]
            ):
                opening = text[start : min(block.span.end, start + _FURTHEST)]
                finding = self._judge(opening, start)
                if finding is not None:
                    yield finding

    def _judge(self, opening: str, start: int) -> Finding | None:
        match = _NO_MONTH.match(opening)
        if match is not None:
            return self._report(
                _span(match, "date", start),
                f"The dateline has no month before “{match['date']}”",
                "A place in capitals and a year with its day",
            )
        match = _TWICE.match(opening)
        if match is not None and (match["place"] or match["agency"]):
            return self._report(
                Span(start, start + match.end()),
                "The dateline stands twice",
                f"“{match['agency'] or match['place']}” is repeated",
            )
        match = _AFTER_AGENCY.match(opening)
        if match is not None:
            return self._after_agency(match, start)
        match = _AFTER_PLACE.match(opening)
        if match is not None and match["rest"] != " - " and len(opening) > _HEADING:
            return self._after_place(match, start)
        return None

    def _after_agency(self, match: re.Match[str], start: int) -> Finding | None:
        agency, mark, rest, word = match["agency"], match["mark"], match["rest"], match["word"]
        if not word:
            return None
        if not mark:
            if word.islower():
                return None  # "The Asia (AP) bureau"
            severity = Severity.INFO if rest else Severity.WARNING
            span = Span(start + match.start("agency"), start + match.end("word"))
            return self._report(
                span,
                f"The dash between “{agency}” and “{word}” is missing",
                "The text begins right behind the agency",
                Fix.replace(_span(match, "rest", start), " - ", safety=Safety.REVIEW),
                severity=severity,
            )
        if mark in _EM_DASHES:
            return None
        right = ": " if mark == ":" else f" {mark} "
        if rest == right:
            return None
        glued = not rest.endswith(" ")
        end = match.end("word") if glued else match.end("mark")
        return self._report(
            Span(start + match.start("agency" if rest[0] != " " else "mark"), start + end),
            f"A space is missing at the “{mark}” of the dateline",
            "The text begins right behind the dateline" if glued else "The mark touches the agency",
            Fix((Edit(_span(match, "rest", start), right),), Safety.SAFE, "Insert a space"),
        )

    def _after_place(self, match: re.Match[str], start: int) -> Finding | None:
        rest = match["rest"]
        if rest == "-" and match["word"].lstrip('“"‘') not in _STARTERS:
            return None  # ANTI-Government
        first = "word" if rest == "-" else "rest"
        begin = start + match.start("rest") + (rest[0] == " ")
        end = start + (match.end(first) if rest == "- " else match.end("word"))
        return self._report(
            Span(begin, end),
            "A space is missing at the hyphen of the dateline",
            "It stands between a place in capitals and the text",
            Fix((Edit(_span(match, "rest", start), " - "),), Safety.SAFE, "Insert a space"),
        )

    def _report(
        self,
        span: Span,
        message: str,
        evidence: str,
        *fixes: Fix,
        severity: Severity = Severity.WARNING,
    ) -> Finding:
        return self.finding(span, message, evidence=evidence, fixes=fixes, severity=severity)


def _span(match: re.Match[str], group: str, start: int) -> Span:
    return Span(start + match.start(group), start + match.end(group))
