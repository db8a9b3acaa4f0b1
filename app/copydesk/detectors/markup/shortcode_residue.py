"""A shortcode, a forum tag or a wiki link was left in the text: `[caption id="4"]`, `[/b]`.

## What it does
Reports the square-bracket codes of content systems, of forums and of wikis, and the control tags of
templates, where they stand in running text. The fix takes the code out and keeps the words in it.
The names are those of the manuals of WordPress, its usual plug-ins, BBCode and Joomla; a code with
an attribute, a closing slash or an underscore needs no list.

## Why it matters
Readers see the code as it stands. It is left behind when an article leaves the system that knew
what to do with it, and a gallery or a form may be missing in its place.

## Flags
- ⟦[caption id="attachment_7" width="300"]⟧The bridge in May.⟦[/caption]⟧
- The vote was ⟦[b]⟧close⟦[/b]⟧, and ⟦[url=https://example.com/]⟧few⟦[/url]⟧ had seen it coming.
- ⟦[gallery ids="4,7"]⟧ Rain fell all day.⟦[/vc_column_text]⟧ ⟦[album id=14]⟧
- It rained. ⟦[tweet https://example.com/a/1]⟧ It went on.
- The mayor of ⟦[[Porto]]⟧ met ⟦[[Anna Lee|the minister]]⟧ at noon.
- ⟦{% include "ads.html" %}⟧ Write to us. ⟦[contact-form-7 id="9" title="Contact"]⟧

## Does not flag
- “We [the council] were told [sic] by him,” she said.[1] “I [quote] never [did].”
- The launch was shown live [video], and [b]ut is no word. He paid [a sum of] 40 [pounds].
- In BBCode, [b]bold[/b] makes a word bold; the shortcode [gallery ids="4"] shows pictures.
- Write “[b]” or [[ and ]] in it, said [Lee, J.], p. [4/5].
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.markup.prose import Prose, removal, shortened
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_LINE: Final = r"\n\r\x0b\x0c\x85\u2028\u2029"
_BRACKET: Final = re.compile(r"[\[{](?=[A-Za-z/\[%])")
_MARKS: Final = "\"'“”‘’″′„»"
_CODE: Final = re.compile(
    rf"""
    \[\[(?P<media>\{{"[^{_LINE}]{{1,600}}?\}}\]\])
  | \[\[(?P<wiki>[^\[\]{{}}\s][^\[\]{{}}{_LINE}]{{0,300}})\]\]
  | \[/(?P<closed>[A-Za-z][\w-]{{0,40}})[ \t]?\]
  | \[(?P<name>[A-Za-z][\w-]{{0,40}})(?P<rest>(?:[ \t=:/][^\[\]{_LINE}]{{0,600}})?)(?P<end>\]?)
  | \{{%(?P<control>[^{{}}{_LINE}]{{1,200}})%\}}
  | \{{/?(?P<braced>
      (?:loadposition|loadmodule|mosimage|mospagebreak|jcomments|youtube|vimeo|gallery|slider|tab)
    )(?:[ \t][^{{}}{_LINE}]{{0,100}})?\}}
    """,
    re.VERBOSE,
)
_ATTRIBUTE: Final = rf"""[A-Za-z][\w-]{{0,30}}=[{_MARKS}][^{_MARKS}\]{_LINE}]{{0,300}}[{_MARKS}]+"""
_HAS_ATTRIBUTE: Final = re.compile(rf"[ \t]{_ATTRIBUTE}")
_ATTRIBUTES: Final = re.compile(rf"(?:[ \t]{{1,3}}{_ATTRIBUTE}){{1,20}}")
_NUMBERED: Final = re.compile(
    r"(?:[ \t](?:cat|columns|gid|height|id|ids|limit|width)=\d[\d,]{0,40}){1,6}"
)
_ADDRESS: Final = re.compile(r"[ \t]https?://\S")
_BARE_ATTRIBUTE: Final = re.compile(r"[ \t][a-z][\w-]{0,30}=[^\s\]]")
# They hold words, which stay.
_HOLDERS: Final = frozenset(
    """
    accordion align blockquote box callout caption center col color column columns div dropcap em
    font font_size h1 h2 h3 h4 highlight intro justify lead left li ol one_fourth one_half one_third
    p pullquote quote right row section size small span spoiler strike strong sub sup tab tabs
    three_fourth toggle two_third ul wp_caption b i u s
    """.split()
)
# They stand for something that is missing without them.
_FIGURES: Final = frozenset(
    """
    ad adrotate addtoany adinserter audio automerge button code contact-form contact-form-7
    dailymotion divider document email embed facebook flickr form gallery googlemaps gravityform
    iframe img instagram lightbox list map mc4wp_form media newsletter nextgen ninja_form
    ninja_forms playlist poll pdf related_posts rev_slider scribd sharethis sidebar slider
    slideshare soundcloud tweet twitter table td tr the_ad toc url video vimeo wpforms wpvideo
    youtube
    """.split()
)
_KNOWN: Final = _HOLDERS | _FIGURES
# No word, so that they need nothing else to be recognised.
_PLAIN: Final = frozenset(
    """
    addtoany adinserter adrotate blockquote contact-form contact-form-7 dropcap googlemaps
    gravityform iframe img nextgen pullquote scribd sharethis slideshare wpforms wpvideo
    """.split()
)
_PREFIXES: Final = (
    "av_ avia_ cs_ dt_ elementor- et_pb_ fusion_ fl_ kc_ mk_ mvc_ nextpage_ sc_ su_ td_ tt_ ult_ "
    "vc_ wp_ wp- wpv- x_"
).split()
_VALUED: Final = frozenset("color email font img list quote size spoiler url video youtube".split())
# What stands between these is an address, not words.
_ADDRESSES: Final = frozenset(
    "audio automerge dailymotion embed gallery img video vimeo youtube".split()
)
_INNER: Final = re.compile(r"[^\s\[\]]{1,300}")
_NAMESPACES: Final = ("file:", "image:", "category:", "media:", "archivo:", "datei:")
_ABOUT: Final = re.compile(
    r"\b(?:BB ?codes?|short ?codes?|wiki ?text|wiki ?links?|mark-?up|plug-?ins?)\b", re.IGNORECASE
)


class ShortcodeResidue(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "shortcode-residue"
    family = Family.MARKUP
    severity = Severity.ERROR
    confidence = 0.98
    scope = Scope.PARAGRAPH
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the brackets, in texts that have some."""
        text = document.text
        prose = Prose(document, _ABOUT)
        pairs = _Pairs(document)
        end = 0
        # Not by the marks of the index: a bracket that follows an address counts as part of it.
        for bracket in document.search(_BRACKET, "[", "{"):
            match = _CODE.match(text, bracket.start()) if bracket.start() >= end else None
            if match is None:
                continue
            found = self._judge(pairs, match)
            if found is not None and prose.holds(found.span):
                end = found.span.end
                yield found

    def _judge(self, pairs: _Pairs, match: re.Match[str]) -> Finding | None:
        text = match.string
        span = Span(match.start(), match.end())
        if (wiki := match["wiki"]) is not None:
            return self._wiki(text, span, wiki)
        if match["media"] or match["control"] or match["braced"]:
            what = "control tag of a template" if match["control"] else "code of the content system"
            return self._remove(text, span, what, certain=False)
        if (closed := match["closed"]) is not None:
            certain = closed.lower() in _HOLDERS or closed.startswith(tuple(_PREFIXES))
            return self._remove(text, span, "closing shortcode", certain=certain)
        name, rest = match["name"], match["rest"]
        if not match["end"]:
            # Cut off before its bracket: only attributes tell where it ends.
            cut = _ATTRIBUTES.match(text, match.end("name"))
            if cut is None or not _is_code(name):
                return None
            return self._remove(text, Span(span.start, cut.end()), "shortcode", certain=False)
        paired = pairs.closes(name, span)
        if not (_is_certain(name, rest) or paired or (not rest and pairs.is_alone(name, span))):
            return None
        if name.lower() in _ADDRESSES and paired:
            inner = _INNER.match(text, span.end)
            closing = f"[/{name}]"
            if inner is not None and text.startswith(closing, inner.end()):
                whole = Span(span.start, inner.end() + len(closing))
                return self._remove(text, whole, "shortcode", certain=False)
        certain = (name.lower() in _HOLDERS and not rest.startswith("=")) or name.startswith("vc_")
        return self._remove(text, span, "shortcode", certain=certain)

    def _remove(self, text: str, span: Span, what: str, *, certain: bool) -> Finding:
        edit = removal(text, span, breaks=False)
        return self.finding(
            span,
            f"“{shortened(span.of(text))}” is a {what} that was left in the text",
            evidence="The system that understood it is gone, and readers see it as it stands",
            fixes=(
                Fix((edit,), Safety.SAFE if certain else Safety.REVIEW, "Delete the code alone"),
            ),
        )

    def _wiki(self, text: str, span: Span, inner: str) -> Finding | None:
        target, _, label = inner.partition("|")
        words = (label or target).rsplit("|", 1)[-1].strip()
        if not words or not words[0].isalnum() or "[[" in words:
            return None
        if target.lower().lstrip(":").startswith(_NAMESPACES):
            return self._remove(text, span, "wiki code", certain=False)
        return self.finding(
            span,
            f"“{shortened(span.of(text))}” is a wiki link that was left in the text",
            evidence="Double square brackets make a link in wikis only",
            fixes=(Fix((Edit(span, words),), Safety.REVIEW, f"Write “{shortened(words)}”"),),
        )


class _Pairs:
    """Knows which names are closed where in each block; each is looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._last: dict[tuple[int, str], int] = {}

    def closes(self, name: str, span: Span) -> bool:
        """Tell whether `[/name]` follows in the block."""
        block = self._document.block_at(span.start)
        if block is None:
            return False
        key = block, name
        if key not in self._last:
            whole = self._document.blocks[block].span
            found = self._document.text.rfind(f"[/{name}]", whole.start, whole.end)
            self._last[key] = found
        return self._last[key] >= span.end

    def is_alone(self, name: str, span: Span) -> bool:
        """Tell whether a known code is a whole block by itself."""
        block = self._document.block_at(span.start)
        return name in _KNOWN and block is not None and self._document.blocks[block].span == span


def _is_code(name: str) -> bool:
    return name in _KNOWN or "_" in name or name.startswith(tuple(_PREFIXES))


def _is_certain(name: str, rest: str) -> bool:
    """Tell whether an opening code shows by itself what it is."""
    lower = name.lower()
    if rest.startswith("="):
        return lower in _VALUED
    if _HAS_ATTRIBUTE.match(rest):
        return True
    if not name.islower():
        return False
    if _NUMBERED.fullmatch(rest) or (name in _FIGURES and _ADDRESS.match(rest)):
        return True
    if _is_code(name) and (_BARE_ATTRIBUTE.match(rest) or rest.strip() == "/"):
        return True
    return not rest and (name in _PLAIN or "_" in name or name.startswith(tuple(_PREFIXES)))
