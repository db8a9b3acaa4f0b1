"""HTML was left in the text: a tag, an attribute, a comment or an entity.

## What it does
Reports tags (escaped ones, too), comments, attributes that lost their tag, and entities that stand
in running text, and decodes or deletes them. Code blocks and sentences about HTML are spared.

## Why it matters
Readers see the raw characters. They are left behind when text is pasted from one editor into
another, or escaped twice on its way to the page.

## Flags
- The vote was close.⟦</p>⟧
- It⟦&#8217;⟧s a shame, he said⟦<br />⟧and left.
- Prices rose by 5⟦&nbsp⟧% at Smith ⟦&amp;⟧ Sons.
- The mayor⟦&amp;rsquo;⟧s plan⟦&lt;/strong&gt;⟧ failed.
- ⟦<!-- wp:paragraph -->⟧⟦<p style="color:red">⟧Rain fell all day.
- The bridge ⟦class="story-link" href="/news/4"⟧ was closed.

## Does not flag
- If a < b and c > d, then AT&T and R&B fans <3 the Q&A.
- Write to Jo Lee <jo@example.com> or see <https://example.com/?a=1&copy=2>.
- The <p> tag opens a paragraph, and HTML has a <br> for line breaks.
- He typed “<b>” and “&amp;”, and nothing happened.
- Her style = "plain and simple", she said; his class: "first".
- Fans of M&Ms went to B&Q; the rest stayed <at home>.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.markup.prose import Prose, removal, shortened
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_BREAKING: Final = frozenset(
    """
    address article aside blockquote br center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th
    thead tr ul
    """.split()
)
_INLINE: Final = frozenset(
    """
    a abbr acronym applet area audio b base bdi bdo big body button canvas caption cite code col
    colgroup data datalist del dfn dialog em embed font frame frameset head html i iframe img input
    ins kbd label legend link map mark meta meter noframes noscript object optgroup option output
    param picture progress q rp rt ruby s samp script select small source span strike strong style
    sub summary sup svg template textarea time title track tt u var video wbr
    """.split()
)
_ELEMENTS: Final = _BREAKING | _INLINE
_PREFIXES: Final = ("o:", "w:", "v:", "st1:", "fb:", "g:", "amp-", "itunes:", "media:")
# Elements whose name is also a word ("the <time> of day"): they need an attribute or a slash.
_WORDS: Final = frozenset(
    """
    address article aside base body button center data details dialog footer form frame header
    label legend link main map mark menu meter object option output picture progress section select
    small source strike style summary table template time title track video audio caption code cite
    area big head
    """.split()
)
_FLAGS: Final = frozenset(
    "allowfullscreen async autoplay checked controls defer disabled hidden loop muted".split()
)
# Entities that browsers, and therefore writers, accept without their semicolon.
_BARE: Final = frozenset(
    """
    amp apos bull copy eacute euro gt hellip laquo ldquo lsquo lt mdash middot nbsp ndash pound quot
    raquo rdquo reg rsquo trade
    """.split()
)
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_QUOTES: Final = frozenset("\"'“”‘’«»")
_AMPERSAND: Final = "&amp;"
_REACH: Final = 600
_DECODINGS: Final = 5  # how often a text can have been escaped on its way

_LINE: Final = r"\n\r\x0b\x0c\x85\u2028\u2029"
# Each alternative stops at the next `<`, `>` or end of the line, or after a bounded length.
_RESIDUE: Final = re.compile(
    rf"""
    (?P<comment><!--)
  | <(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{{0,24}})(?P<rest>[^<>{_LINE}]{{0,600}})>
  | (?P<other><(?:!DOCTYPE\b|!\[(?:CDATA\[|if|endif)|\?(?:xml|php)\b)[^<>{_LINE}]{{0,200}}>?)
  | &(?:amp;){{0,4}}lt;(?P<eclose>/?)(?P<ename>[A-Za-z][A-Za-z0-9:-]{{0,24}})
    (?P<erest>(?:[^&<>{_LINE}]|&(?!(?:amp;){{0,4}}[lg]t;)){{0,600}})&(?:amp;){{0,4}}gt;
  | (?P<entity>&(?:amp;){{0,4}}(?:
        \#(?:[0-9]{{2,7}}(?:;|(?![0-9]))|[xX][0-9A-Fa-f]{{2,6}}(?:;|(?![A-Za-z0-9])))
      | (?P<ref>[A-Za-z][A-Za-z0-9]{{1,30}})(?P<end>;?)
    ))
    """,
    re.VERBOSE,
)
_QUOTED: Final = rf"""=["“”'][^"“”'<>{_LINE}]{{0,300}}["“”']"""
_ATTRIBUTE: Final = (
    "(?:style|class|href|src|srcset|target|rel|align|width|height|alt|id|onclick|data-[a-z-]{1,24})"
)
_ATTRIBUTES: Final = re.compile(
    r"(?:</?[A-Za-z][A-Za-z0-9]{0,10}[ \t]{1,3})?(?<![\w-])"
    rf"{_ATTRIBUTE}{_QUOTED}(?:[ \t]{{1,3}}{_ATTRIBUTE}{_QUOTED}){{0,16}}(?:[ \t]?/?>)?"
)
_LINE_END: Final = re.compile(f"[{_LINE}]")
# Written out in prose: "HTML", not `<HTML>`, `text/HTML` or `index.HTML`.
_ABOUT: Final = re.compile(r"(?<![\w</.=\"-])(?:X?HTML5?|XML|CSS|hypertext|markup)(?![\w/.=\"-])")


class HtmlResidue(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "html-residue"
    family = Family.MARKUP
    severity = Severity.ERROR
    confidence = 0.98
    scope = Scope.PARAGRAPH
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the text only where it holds one of the characters that mark-up needs."""
        prose = Prose(document, _ABOUT)
        comments = _Comments(document.text)
        end = 0
        tags: list[int] = []
        for match in document.search(_RESIDUE, "<", "&"):
            if match.start() < end:
                continue
            if not match["entity"]:
                tags.append(match.start())
            found = self._judge(prose, comments, match)
            if found is not None:
                end = found.span.end
                yield found
        for match in document.search(_ATTRIBUTES, '="', "=“", "=”", "='"):
            span = Span(match.start(), match.end())
            if not _in_brackets(document.text, span.start, tags) and prose.holds(span):
                yield self._attributes(document.text, span)

    def _judge(self, prose: Prose, comments: _Comments, match: re.Match[str]) -> Finding | None:
        text = prose.document.text
        span = Span(match.start(), match.end())
        name = match["name"] or match["ename"]
        if match["comment"]:
            if prose.is_code(span.start):
                return None
            end = comments.end(span)
            return self._remove(text, Span(span.start, end), "comment", breaks=False)
        if name:
            rest = match["rest"] if match["name"] else match["erest"]
            if not _is_tag(name.lower(), rest, closes=bool(match["close"] or match["eclose"])):
                return None
            if not prose.holds(span):
                return None
            span = Span(span.start, _run_end(text, span))
            return self._remove(text, span, "tag", breaks=name.lower() in _BREAKING)
        if match["other"]:
            if prose.is_code(span.start):
                return None
            return self._remove(text, span, "declaration", breaks=False)
        value = _decoded(match)
        if value is None and match[0].startswith(_AMPERSAND):
            # `Smith &amp;Sons` is no entity “Sons”.
            value, span = "&", Span(span.start, span.start + len(_AMPERSAND))
        if value is None or prose.in_address(span.start) or not prose.holds(span):
            return None
        return self._entity(prose, span, value)

    def _remove(self, text: str, span: Span, kind: str, *, breaks: bool) -> Finding:
        written = shortened(span.of(text))
        edit = removal(text, span, breaks=breaks)
        return self.finding(
            span,
            f"“{written}” is an HTML {kind} that was left in the text",
            evidence="Readers see it as it stands",
            fixes=(Fix((edit,), Safety.REVIEW, f"Delete the {kind}"),),
        )

    def _attributes(self, text: str, span: Span) -> Finding:
        return self.finding(
            span,
            f"“{shortened(span.of(text))}” is what is left of an HTML tag",
            evidence="An attribute with its value; the tag round it is gone",
            fixes=(
                Fix((removal(text, span, breaks=False),), Safety.REVIEW, "Delete the attributes"),
            ),
        )

    def _entity(self, prose: Prose, span: Span, value: str) -> Finding:
        text = prose.document.text
        if value.isspace():
            span = _with_more_spaces(text, span)
        written = shortened(span.of(text))
        fixes: tuple[Fix, ...]
        if value.isspace() or value in _INVISIBLE or not value.isprintable():
            blank = value.isspace()
            edit = removal(text, span, breaks=blank)
            fixes = (Fix((edit,), Safety.SAFE, "Put a space" if edit.text else "Delete it"),)
            meaning = "a space" if blank else "an invisible character"
        else:
            # `&lt;` may be the head of a tag that was cut, `&quot;` a mark that belongs nowhere.
            doubtful = value in ("<", ">", "&") and text[span.end : span.end + 1].isalnum()
            safety = Safety.REVIEW if doubtful else Safety.SAFE
            decode = Fix.replace(span, value, safety=safety)
            fixes = (decode,)
            # A mark inside a word is an apostrophe, which its word needs.
            inside = (
                text[max(0, span.start - 1) : span.start].isalnum()
                and text[span.end : span.end + 1].isalnum()
            )
            if value in _QUOTES and not inside:
                delete = Fix((removal(text, span, breaks=False),), Safety.REVIEW, "Delete it")
                fixes = (decode, delete)
            meaning = f"“{value}”"
        return self.finding(
            span,
            f"“{written}” is an HTML entity that was not decoded: it stands for {meaning}",
            evidence="Readers see the code, not the character",
            fixes=fixes,
        )


class _Comments:
    """Finds the ends of comments, each line looked through once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open_until = -1

    def end(self, opened: Span) -> int:
        """Return where the comment ends: at `-->` on its line, else where it begins."""
        text = self._text
        if opened.start < self._open_until:
            return opened.end
        line = _LINE_END.search(text, opened.end)
        line_end = line.start() if line is not None else len(text)
        closed = text.find("-->", opened.end, line_end)
        if closed < 0:
            self._open_until = line_end
            return opened.end
        return closed + len("-->")


def _is_tag(name: str, rest: str, *, closes: bool) -> bool:
    if not (name in _ELEMENTS or name.startswith(_PREFIXES)):
        return False
    inner = rest.rstrip("/ \t")
    if not inner:
        return closes or name not in _WORDS or rest.endswith("/")
    if rest[0] not in " \t/":
        return False
    return "=" in inner or all(word.lower() in _FLAGS for word in inner.split())


def _decoded(match: re.Match[str]) -> str | None:
    """Return what an entity stands for, None where it is none."""
    name = match["ref"]
    value = match[0]
    if name is not None:
        known = f"{name};" in html5 if match["end"] else name in _BARE
        if not known:
            return None
        if not match["end"]:
            following = match.string[match.end() : match.end() + 1]
            if following == "=" or following.isalnum():
                return None
            value += ";"
    elif not value.endswith(";"):
        value += ";"
    for _ in range(_DECODINGS):
        if "&" not in value or (again := unescape(value)) == value:
            break
        value = again
    return value


def _run_end(text: str, span: Span) -> int:
    """Return where the same tag stands no more: `<br><br>` is one residue."""
    tag, end = span.of(text), span.end
    while text.startswith(tag, end):
        end += len(tag)
    return end


def _with_more_spaces(text: str, span: Span) -> Span:
    """Take in the entities for spaces that follow at once: `&nbsp;&nbsp;` is one residue."""
    end = span.end
    while text.startswith("&", end):
        match = _RESIDUE.match(text, end)
        value = _decoded(match) if match is not None and match["entity"] else None
        if match is None or value is None or not value.isspace():
            break
        end = match.end()
    return Span(span.start, end)


def _in_brackets(text: str, offset: int, tags: list[int]) -> bool:
    """Tell whether attributes stand in a tag, or in a shortcode, which is another defect."""
    before = text[max(0, offset - _REACH) : offset]
    if before.rfind("[") > max(before.rfind("]"), before.rfind("\n")):
        return True
    last = bisect_right(tags, offset) - 1
    return last >= 0 and ">" not in text[tags[last] : min(offset, tags[last] + _REACH)]
