"""The makers of a site are named in the text.

## What it does
Reports lines that name the program, the theme or the designers behind a site. What an article could
say, too (`Designed by Anna Lee`), is reported after its end only.

## Why it matters
It was copied with the article from the foot of its page, and advertises what made another site.

## Flags
- It rained. ¶ ⟦Proudly powered by WordPress⟧
- It rained. ¶ ⟦Theme: Valley by Lee & Lee⟧
- The vote is on Friday. ¶ ⟦Website designed and hosted by Lee & Lee⟧
- The council met on Monday and decided to wait for the report of the auditors. ¶ ⟦Designed by Lee
  & Lee | Powered by Blogger⟧

## Does not flag
- Powered by wind ¶ The village makes its own light.
- The theme of the day was water.
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

_SURE: Final = (
    (
        r"(?:website |site |blog )?(?:proudly )?powered by (?:wordpress|blogger|drupal|joomla"
        r"|disqus|wix"
        r"|squarespace|ghost|medium|typepad|tumblr|weebly|shopify|magento|vbulletin|phpbb"
        r"|discourse"
        r"|substack|livefyre|viafoura|taboola|outbrain)(?:\W.{0,80})?"
    ),
    r"proudly powered by .{1,60}|site by:? .{1,60}",
    r"(?:word ?press |blogger |website |premium )?theme(?: design(?:ed)?)?(?: by|:) .{1,60}",
    (
        r"(?:web ?site|site|web|blog|website) (?:designed|developed|created|built|hosted"
        r"|maintained|design"
        r"|development|hosting)(?: (?:&|and) (?:designed|developed|hosted"
        r"|maintained))? by:? .{1,60}"
    ),
)
# Less sure: an article could head a part of its own so, but not after its end.
_LIKELY: Final = (
    (
        r"(?:powered|designed|developed|hosted|crafted|created)"
        r"(?: (?:&|and|with) (?:designed|developed|hosted|love))? by:? .{1,50}"
    ),
)
_OPENERS: Final = """
    website site blog proudly powered wordpress word blogger premium theme themes web designed
    developed hosted crafted created design made
"""
_WORDING: Final = Wording("theme", sure=_SURE, likely=_LIKELY, openers=_OPENERS)


class ThemeCredit(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "theme-credit"
    severity = Severity.ERROR
    confidence = 0.97
    since = "0.1.0"
    message = "This line names what a site is made with and belongs to the page"
    evidence = "Sites put it at the foot of every page"
    wording = _WORDING

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Compare the short lines with what such credits say."""
        return makers(document)


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
