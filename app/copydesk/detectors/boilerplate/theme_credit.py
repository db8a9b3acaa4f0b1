"""The makers of a site are named in the text.

## What it does
Reports lines that name the program, the theme or the designers behind a site. What an article could
say, too (`Designed by Anna Lee`), is reported after its end only.

## Why it matters
It was copied with the article from the foot of its page, and advertises what made another site.

## Flags
- It rained. ¶ ⟦Proudly powered by WordPress⟧
- It rained. ¶ ⟦Theme: Valley by Lee & Lee⟧ ¶ ⟦Blog at WordPress.com.⟧
- The vote is on Friday. ¶ ⟦Website designed and hosted by Lee & Lee⟧
- The council met on Monday and decided to wait for the report of the auditors. ¶ ⟦Designed by Lee
  & Lee | Powered by Blogger⟧

## Does not flag
- Powered by wind ¶ The village makes its own light.
- The theme of the day was water. ¶ Main theme by John Lee ¶ Built with love
- Her blog at WordPress.com
- Designed by Anna Lee ¶ The bridge opened in May.
- The site was built by the Romans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.lines import tail_of
from copydesk.detectors.boilerplate.wording import LineDetector, Wording
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document

_SYSTEMS: Final = (
    "(?:wordpress|blogger|drupal|joomla|disqus|wix|squarespace|ghost|medium|typepad|tumblr|weebly"
    "|shopify|magento|vbulletin|phpbb|discourse|substack|livefyre|viafoura|taboola|outbrain|jekyll"
    "|hugo|webflow|typo3)"
)
_SURE: Final = (
    rf"(?:website |site |blog )?(?:proudly )?powered by {_SYSTEMS}(?:\W.{{0,80}})?",
    # Beside another name: the makers of the theme, or the theme.
    (
        rf"[^|•·–—]{{1,50}} ?(?:[|•·–—]|(?<= theme)\.) ?(?:proudly )?powered by {_SYSTEMS}"
        r"(?:\W.{0,60})?"
    ),
    rf"(?:built|created|made|published) (?:with|on|using) {_SYSTEMS}",
    r"powered by .{1,40}(?:content management system|\bcms\b).{0,40}",
    (
        r"(?:the (?:[^ .]{1,20} ){1,3}theme\. )?(?:create a free website or )?"
        r"blog at wordpress\.com\W?"
    ),
    (
        r"(?:[^ .]{1,20} ){0,4}(?:word ?press|blogger|blogspot|joomla|drupal)"
        r"(?: [^ .]{1,20}){0,4} (?:theme|template)s? by .{1,40}"
    ),
    r"theme images by .{1,60}|theme [^ .]{1,20},? (?:made|created|built) by .{1,40}",
    r"proudly powered by .{1,60}|site by:? .{1,60}",
    r"(?:word ?press |blogger |website |premium )?theme(?: design(?:ed)?)?(?: by|:) .{1,60}",
    (
        r"(?:web ?site|site|web|blog|website) (?:designed|developed|created|built|hosted"
        r"|maintained|design"
        r"|development|hosting)(?: (?:&|and) (?:designed|developed|hosted"
        r"|maintained|design|development|hosting))? by:? .{1,60}"
    ),
)
# Less sure: an article could head a part of its own so, but not after its end.
_LIKELY: Final = (
    (
        r"(?:powered|designed|developed|hosted|crafted|created)"
        r"(?: (?:&|and|with) (?:designed|developed|hosted|love))? by:? .{1,50}"
    ),
    r"[^|.]{1,40} \| (?:designed|developed|created|theme) by:? .{1,50}",
    r"(?:[^ .]{1,20} ){1,3}by (?:[^ .]{1,20} ){0,2}themes?",
)
_OPENERS: Final = """
    website site blog proudly powered wordpress word blogger premium theme themes web designed
    developed hosted crafted created design made built published create
"""
_LITERALS: Final = (
    "powered by",
    "theme by ",
    "themes by ",
    "| developed by",
    "| designed by",
    " themes",
    " blog at word",
)
_WORDING: Final = Wording("theme", sure=_SURE, likely=_LIKELY, openers=_OPENERS, literals=_LITERALS)


class ThemeCredit(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "theme-credit"
    severity = Severity.WARNING
    confidence = 0.97
    languages = ()  # pages in any language have such lines, in English
    since = "0.1.0"
    message = "This line names what a site is made with and belongs to the page"
    evidence = "Sites put it at the foot of every page"
    wording = _WORDING

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Compare the short lines with what such credits say."""
        return dict.fromkeys(makers(document), self.severity)


def makers(document: Document) -> Mapping[int, Severity]:
    """Return the lines, by their block."""
    return document.once("boilerplate.makers", lambda: _makers(document))


def _makers(document: Document) -> dict[int, Severity]:
    tail = tail_of(document)
    return {
        block: severity
        for block, severity in _WORDING.lines(document).items()
        if severity is Severity.ERROR or block >= tail > 0
    }
