"""A placeholder was never filled in: `{{title}}`, `[INSERT NAME]`, `[email protected]`, `TKTK`.

## What it does
Reports what a template, a merge, a spreadsheet or a writer leaves where a word should be: names in
braces, format codes, square brackets that ask for something, filler text, hidden e-mail addresses
and values that a program did not have. The names in its lists are those of the usual templates.

## Why it matters
The reader sees that a word is missing, and that nobody looked at the page before it went out.

## Flags
- ⟦{{title}}⟧ by ⟦{author_name}⟧, ⟦${date}⟧: the vote in ⟦[INSERT CITY]⟧ was close.
- Dear ⟦*|FNAME|*⟧, write to ⟦[email protected]⟧ or to ⟦<insert address here>⟧.
- About ⟦XX percent⟧ of voters, or ⟦TK people⟧, stayed at home, and ⟦TKTK⟧ left.
- ⟦Lorem ipsum dolor sit amet⟧, consectetur adipiscing elit. By ⟦undefined⟧
- ⟦Insert headline here⟧ ¶ By ⟦%author_name%⟧ ¶ ⟦Duis aute irure dolor⟧ in reprehenderit.
- ⟦[object Object]⟧ scored ⟦NaN⟧ points; the total is ⟦#REF!⟧ and not ⟦%s⟧.

## Does not flag
- “[The minister] is gone,” said [name withheld], “and [your] time has come.”
- The insurance is null and void. The limbo of an undefined time; Super Bowl XX, TK Maxx, Nan Lee.
- Your name here could be worth a fortune: insert it here, and your text goes here.
- The placeholder {{title}} is filled in later, and “lorem ipsum” is filler text.
- Growth of 5 %, half of 10 %s, and the sets {a, b} and {1}.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.markup.prose import Prose, shortened
from copydesk.findings import Family, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_LINE: Final = r"\n\r\x0b\x0c\x85\u2028\u2029"
_FIELDS: Final = (
    "address|amount|article|author|body|byline|caption|category|city|client|company|content|count|"
    "country|credit|date|day|description|email|excerpt|firstname|headline|image|keyword|keywords|"
    "lastname|link|location|month|name|number|page|phone|photo|place|price|product|quote|reporter|"
    "role|section|sitename|slug|source|state|subject|summary|text|time|title|topic|url|user|"
    "username|website|year"
)
# Each pattern begins with its sign, which makes the search for it fast.
_BRACES: Final = re.compile(
    rf"""
    \{{(?:
        \{{\{{?[^{{}}{_LINE}]{{1,200}}\}}\}}\}}?
      | \*[^{{}}{_LINE}]{{1,100}}\*\}}
      | (?<=[$\#]\{{)[A-Za-z_][\w.]{{0,40}}\}}
      | (?:[a-z]+_[a-z_]{{1,30}}|[a-z]+[A-Z][A-Za-z]{{1,30}}|(?i:{_FIELDS}))\}}
    )
    """,
    re.VERBOSE,
)
_THINGS: Final = (
    "ADDRESS|AMOUNT|AUTHOR|BRAND|BYLINE|CAPTION|CITY|CLIENT|COMPANY|CONTACT|COUNTRY|DATE|EMAIL|"
    "HEADLINE|IMAGE|JOB|KEYWORD|LAST|LINK|LOCATION|MONTH|NAME|NUMBER|ORGANI[SZ]ATION|PHONE|PHOTO|"
    "PLACE|PRICE|PRODUCT|QUOTE|SOURCE|STATE|TIME|TITLE|TOPIC|URL|WEBSITE|YEAR"
)
_SQUARES: Final = re.compile(
    rf"""
    \[(?:
        email[ \xa0]protected
      | object[ ][A-Z][A-Za-z]{{1,30}}
      | (?:INSERT|Insert|insert|ENTER|Enter)[ ][^\[\]{_LINE}]{{1,80}}
      | (?:ADD|Add|add)[ ][^\[\]{_LINE}]{{0,40}}[ ]here
      | (?:YOUR|Your)[ ](?:[A-Z][A-Za-z]{{1,20}}(?:[ /]|(?=\]))){{1,4}}
      | (?:FIRST[ _]|LAST[ _]|FULL[ _])?(?:{_THINGS})(?:[ _](?:{_THINGS}|HERE)){{0,2}}
      | TK|TKTK|TBC|TBD|tk|tbc|tbd|XX{{1,8}}|xx{{1,8}}
      | (?:Company|Client|First|Last|Full|Brand|Product|Author)(?:'s|’s)?[ ]Name
      | (?:quote|photo|caption|link|name|image|details|figure|stat)s?[ ]to[ ]come
    )\]
    """,
    re.VERBOSE,
)
_ANGLES: Final = re.compile(
    rf"<(?:(?i:insert|enter) [^<>{_LINE}]{{1,60}}|(?i:your (?:{_FIELDS}))|%=[^<>{_LINE}]{{1,80}}%)>"
)
_FORMATS: Final = re.compile(
    r"%(?:%[A-Za-z]\w{1,30}%%|(?<![\w%)\]]%)(?:[A-Z_]{4,30}%|[a-z]{2,20}_[a-z_]{1,20}%|"
    r"(?<!\d[ \xa0]%)(?:(?:\d\$)?[sd@]|\(\w{1,30}\)[sd])(?![\w/%])))"
)
_MERGES: Final = re.compile(r"\*\|[A-Z][A-Z0-9_:]{1,30}\|\*")
_CELLS: Final = re.compile(r"#(?<!\w#)(?:REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|N/A(?!\w))")
_SIGNS: Final = (
    ("{", _BRACES),
    ("[", _SQUARES),
    ("<", _ANGLES),
    ("%", _FORMATS),
    ("*|", _MERGES),
    ("#", _CELLS),
)
_DOLLARS: Final = frozenset("$#")
_FILLER: Final = re.compile(r"lorem ipsum dolor(?: sit(?: amet)?)?", re.IGNORECASE)
# Where a passage of the filler text stands without its beginning.
_FILLERS: Final = re.compile(
    r"duis aute irure dolor|sed do eiusmod tempor|ut enim ad minim veniam|excepteur sint occaecat|"
    r"consectetur adipiscing elit",
    re.IGNORECASE,
)
_FILLER_WORDS: Final = frozenset({"irure", "eiusmod", "veniam", "occaecat", "adipiscing"})
_FILLED: Final = (
    "author|body|byline|caption|content|copy|date|description|headline|image|link|name|photo|quote|"
    "story|subheading|subtitle|summary|text|title"
)
# As a whole line only.
_HERE: Final = re.compile(
    r"(?:(?:add|enter|insert|paste|put|type|write) (?:(?:a|an|the|your) )?"
    rf"(?:{_FILLED})(?: text)? here|(?:(?:the|your) )?(?:{_FILLED})(?: text)? goes here"
    rf"|your (?:{_FILLED})(?: text)? here)[.!]?",
    re.IGNORECASE,
)
_LONGEST_HERE: Final = 48
# What writers put for a figure that is still to come, and what it would have counted.
_STAND_INS: Final = frozenset({"tk", "xx", "xxx"})
_COUNTED: Final = frozenset(
    "billion cents days dollars euros hours km kilometers kilometres men miles million months "
    "others people per percent pounds times votes weeks women words years %".split()
)
_SURE: Final = frozenset({"tktk", "tktktk"})
_NOTHING: Final = frozenset({"undefined", "null", "nan"})
_WORDS: Final = _STAND_INS | _SURE | _NOTHING | {"lorem", "here"}
_AFTER_NOTHING: Final = frozenset(
    {"aged", "by", "on", "dear", "hello", "hi", "undefined", "$", "£", "€"}
)
_ABOUT: Final = re.compile(
    r"\b(?:placeholders?|filler|dummy|templates?|variables?|merge (?:tags?|fields?)|spreadsheets?|"
    r"Excel|JavaScript)\b",
    re.IGNORECASE,
)


class TemplatePlaceholder(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "template-placeholder"
    family = Family.MARKUP
    severity = Severity.WARNING
    confidence = 0.97
    scope = Scope.PARAGRAPH
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Ask for the signs and the words that placeholders are made of."""
        prose = Prose(document, _ABOUT)
        end = 0
        for span in sorted(_candidates(document)):
            if span.start < end:
                continue
            end = span.end
            if prose.holds(span) and not prose.in_address(span.start):
                yield self.finding(
                    span,
                    f"“{shortened(span.of(document.text))}” is a placeholder that nobody filled in",
                    evidence="It stands where a word, a figure or an address should be",
                )


def _candidates(document: Document) -> Iterator[Span]:
    text = document.text
    for sign, pattern in _SIGNS:
        # Asking the index is quicker, but `#REF` is one token to it, as tags are.
        if (sign == "#" or document.form(sign[0]) is not None) and sign in text:
            for match in pattern.finditer(text):
                start = match.start()
                opened = match[0].startswith("{") and text[max(0, start - 1) : start] in _DOLLARS
                yield Span(start - 1 if opened else start, match.end())
    for word in document.occurrences(_WORDS):
        span = _word(word)
        if span is not None:
            yield span
    seen = -1
    for word in document.occurrences(_FILLER_WORDS):
        block = word.block.span
        if block.start == seen:
            continue
        seen = block.start
        filler = _FILLERS.search(text, block.start, block.end)
        if filler is not None and not _FILLER.search(text, block.start, block.end):
            yield Span(filler.start(), filler.end())


def _word(word: Token) -> Span | None:
    """Return the span of a placeholder that looks like a word, None where it is one."""
    lower, text, after, before = word.lower, word.text, word.next, word.previous
    if lower in _SURE:
        return word.span if text.isupper() else None
    if lower == "lorem":
        match = _FILLER.match(word.document.text, word.start)
        return None if match is None else Span(match.start(), match.end())
    if lower == "here":
        line = word.block.span
        short = line.end - line.start <= _LONGEST_HERE
        return line if short and _HERE.fullmatch(line.of(word.document.text)) else None
    if lower in _STAND_INS:
        near = after is not None and after.start - word.end <= 1 and after.lower in _COUNTED
        if near and after is not None and (text.isupper() or lower != "tk"):
            return word.span.to(after.span)
        money = before is not None and before.text in "$£€" and before.joins(word)
        return word.span if money and text.isupper() else None
    if text == "NaN":
        return word.span
    if text not in _NOTHING:
        return None
    alone = word.block.span == word.span
    ends = after is None or after.text in ",|."
    led = before is not None and before.lower in _AFTER_NOTHING
    return word.span if alone or (led and ends) else None
