"""A script, a style sheet or data for machines was left in the text: `window.dataLayer = []`.

## What it does
Reports, once a paragraph, the stretch from the first to the last piece of JavaScript, CSS or JSON
that stands in running text. What it looks for is the code of advertising, counting and embedding
that pages carry, and the shapes of the three languages.

## Why it matters
A program that took the words out of a page took its code for words. Readers see line noise.

## Flags
- Rain fell. ⟦googletag.cmd.push(function() { googletag.display("ad-1"); });⟧ It went on.
- ⟦(adsbygoogle = window.adsbygoogle || []).push({});⟧
- ⟦.story p { color: red; margin: 0 auto; }⟧ ¶ ⟦@media (max-width: 600px) { .ad { display: none } }⟧
- ⟦{"@context": "https://schema.org", "@type": "NewsArticle"}⟧ Rain fell.
- Rain fell. ⟦var player = new Player("video-4");⟧ ¶ ⟦count_visit({post:'7'});⟧ It went on.

## Does not flag
- VAR gave the goal; the function (a new one) is clear. The window. It is open.
- He wrote {so} and [that]; she {once: a nurse} left at 10 a.m.; see @media on it.
- JavaScript has document.getElementById("a") for it. The variable was var x = 1; in JavaScript.
- “function” and “typeof” are words of programs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.markup.prose import Prose, removal, shortened
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_NAME: Final = r"[A-Za-z_$][\w$]{0,60}"
_SCRIPT: Final = re.compile(
    rf"""
    (?:(?<![\w$.])[\w$.]{{1,60}}\()?[(!;]{{0,2}}
      \bfunction[ ]?(?:{_NAME})?\([\w$,\ ]{{0,80}}\)[ ]?\{{
  | (?<![\w$])\$(?:\.[a-z]\w{{1,20}})?\([^\s\d]
  | \b(?:var|let|const)[ ]{_NAME}[ ]?=[ ]?[^\s=]
  | \b(?:window|document|console|location|navigator)\.[a-zA-Z]{{2,40}}(?:\.[a-zA-Z]{{2,40}}){{0,3}}
      [ ]?(?:\(|=|\|\|)
  | \(?(?:window\.)?\b(?:adsbygoogle|dataLayer|_gaq|googletag|gtag|fbq|_taboola|OBR|twttr|instgrm|
      jQuery|\$)(?:\.[A-Za-z]{{1,30}}){{0,3}}[ ]?(?:\(|=[^=]|\|\|)
  | (?<![\w$.])[A-Za-z_$][\w$.]{{0,60}}\(\{{[ ]?["']?[A-Za-z_$][\w$-]{{0,40}}["']?[ ]?:
  | (?:\bif[ ]?\()?\btypeof[ ]{_NAME}(?:\.{_NAME})?[ ]?[!=]==?
    """,
    re.VERBOSE,
)
_SELECTOR: Final = (
    r"(?:[.\#][A-Za-z][\w-]{0,40}|(?:article|body|button|div|em|figure|footer|h[1-6]|header|html|"
    r"iframe|img|input|li|nav|ol|section|span|strong|table|td|th|tr|ul|video|a|b|i|p))"
    r"(?:[.\#:]{1,2}[\w-]{1,40}){0,4}"
)
_STYLE: Final = re.compile(
    rf"""
    @(?:media[^{{}}\n]{{1,80}}|font-face|keyframes[ ][\w-]{{1,40}})[ ]?\{{
  | (?<![\w.\#])(?:{_SELECTOR}(?:[ ]?[>+~, ][ ]?{_SELECTOR}){{0,6}}[ ]?)?
    \{{[ ]?[a-z-]{{3,30}}:[ ]?[^{{}};\n]{{1,80}}(?:;[^{{}}\n]{{0,400}})?\}}
    """,
    re.VERBOSE,
)
_DECLARED: Final = re.compile(
    r"\b(?:animation|background|border|bottom|box-shadow|clear|color|content|cursor|display|float|"
    r"font|height|left|line-height|list-style|margin|max-width|min-height|min-width|opacity|"
    r"overflow|padding|position|right|text-align|text-decoration|top|transform|transition|"
    r"vertical-align|visibility|width|z-index|(?:background|border|font|margin|mso|padding|webkit)-[a-z-]{2,30})"
    r":[ ]?[^{}]"
)
_DATA: Final = re.compile(
    r"""\{[ ]?["“”][@\w-]{1,40}["“”][ ]?:[ ]?(?:["“”\[{\d]|true\b|false\b|null\b)"""
)
_WORDS: Final = frozenset(
    """
    _gaq addeventlistener adsbygoogle cmd console const createelement datalayer document fbq
    function getelementbyid getelementsbytagname googletag gtag innerhtml instgrm jquery
    queryselector settimeout taboola twttr typeof var window
    """.split()
)
# These are words of any text, unless a part of them is named: `window.location`.
_OBJECTS: Final = frozenset({"console", "document", "window"})
_MEMBER: Final = re.compile(r"\.[a-zA-Z]")
_DEPTH: Final = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_CLOSERS: Final = frozenset(")]};")
_JOINED: Final = frozenset(")]};.(,")
_GOES_ON: Final = re.compile(
    r"[ \t]{0,4}(?:[\w$.\#-]{1,60}[ ]?\(|[\w$.]{1,60}[ ]?=[ ]?[^=\s]|[{})\];]|(?:else|try) ?\{)"
)
_ABOUT: Final = re.compile(
    r"\b(?:JavaScript|ECMAScript|CSS|JSON|HTML|style ?sheets?|source code|code snippet|"
    r"programming|programmers?|developers?)\b"
)


class ScriptOrStyleResidue(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "script-or-style-residue"
    family = Family.MARKUP
    severity = Severity.WARNING
    confidence = 0.97
    scope = Scope.PARAGRAPH
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the paragraphs that hold a brace or a word of programs."""
        text = document.text
        starts = [
            token.start
            for token in document.occurrences(_WORDS)
            if token.lower not in _OBJECTS or _MEMBER.match(text, token.end)
        ]
        starts += [token.start for token in document.marks("{")]
        blocks = {document.block_at(start) for start in starts}
        prose = Prose(document, _ABOUT)
        for block in sorted(block for block in blocks if block is not None):
            span = _code(text, document.blocks[block].span)
            if span is not None and prose.holds(span):
                yield self._report(text, span)

    def _report(self, text: str, span: Span) -> Finding:
        edit = removal(text, span, breaks=False)
        return self.finding(
            span,
            f"“{shortened(span.of(text))}” is code that was left in the text",
            evidence="It has the shape of JavaScript, of CSS or of JSON",
            fixes=(Fix((edit,), Safety.REVIEW, "Delete the code"),),
        )


def _code(text: str, block: Span) -> Span | None:
    """Return where the code of a block stands: from its first piece to the end of its last."""
    pieces = [
        match
        for pattern in (_SCRIPT, _STYLE, _DATA)
        for match in pattern.finditer(text, block.start, block.end)
        if pattern is not _STYLE or match[0].startswith("@") or _DECLARED.search(match[0])
    ]
    if not pieces:
        return None
    start = min(match.start() for match in pieces)
    end = _statement_end(text, start, max(match.end() for match in pieces), block.end)
    return Span(start, end)


def _statement_end(text: str, start: int, known: int, limit: int) -> int:
    """Return where brackets are closed and nothing of a program follows."""
    depth = 0
    for offset in range(start, limit):
        character = text[offset]
        depth += _DEPTH.get(character, 0)
        after = text[offset + 1 : offset + 2]
        if offset + 1 < known or depth > 0 or character not in _CLOSERS:
            continue
        if offset + 1 >= limit or (after not in _JOINED and not _GOES_ON.match(text, offset + 1)):
            return offset + 1
    return limit
