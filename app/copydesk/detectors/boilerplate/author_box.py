"""The box about the author is part of the text.

## What it does
Reports the heading of a box about the author, the link to the author's other articles, and what
stands there about the author (`Anna Lee is a reporter at the Gazette.`) under such a heading or as
the last line of the text. It is information: some outlets want the box.

## Why it matters
The box was copied with the article from its page. Its heading and links belong to that page, what
it says of the author may be wanted.

## Flags
- The vote is on Friday. ¶ ⟦About the author⟧ ¶ ⟦Anna Lee is a reporter at the Gazette.⟧
- The vote is on Friday. ¶ ⟦About the Author: Anna Lee⟧
- The vote is on Friday. ¶ ⟦Tom Day is the author of two books and a columnist for the Gazette.⟧
- The vote is on Friday. ¶ ⟦View Anna Lee's profile⟧
- The vote is on Friday. ¶ ⟦The author is a fellow at the town's university.⟧
- The vote is on Friday. ¶ ⟦Contact the author⟧ ¶ ⟦Anna Lee covers the council.⟧

## Does not flag
- The author ¶ Nobody knows who wrote the letter.
- Anna Lee is a reporter at the Gazette. ¶ She was the first to be told of the vote on Friday.
- Little is known about the author of the letter.
- The vote is on Friday, and Anna Lee is a reporter at the Gazette.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.wording import LineDetector, Wording
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document

_SURE: Final = (
    r"(?:more )?about (?:the|this) (?:author|writer|reporter|contributor)s?(?:: .{1,60})?",
    r"(?:contact|e-?mail) the (?:author|writer|reporter)s?(?: at .{1,80})?",
    r"latest posts by .{2,60}",
    r"about [\w.'-]{2,20}(?: [\w.'-]{2,20}){0,3} \d{1,6} (?:articles|posts)",
    r"meet the (?:author|writer)s?(?:: .{1,60})?",
    r"(?:the )?author(?:'s)? (?:bio|profile|archives?|page)(?:: .{1,60})?",
    (
        r"(?:view|see|read|visit) (?:the )?(?:author's|[\w.'-]{2,20}(?: [\w.'-]{2,20}){0,3}'s?)"
        r" (?:full )?(?:profile|bio|website|author page)"
    ),
)
_WORDING: Final = Wording(
    "author",
    sure=_SURE,
    likely=(),
    openers="more about contact email e-mail latest meet the author author's view see read visit",
)
_NAME: Final = r"[A-Z][\w.'’-]{0,20}(?: (?:[A-Z][\w.'’-]{0,20}|de|van|von|der|al|bin)){1,3}"
_BIO: Final = re.compile(
    rf"(?:{_NAME} (?:covers|writes (?:about|on)|reports on) .{{3,300}}"
    rf"|{_NAME} joined .{{3,80}} and (?:covers|writes|reports) .{{3,300}}"
    rf"|{_NAME} contributed (?:reporting\b|to this (?:report|story|article)\b).{{0,80}}"
    rf"|The (?:author|writer) is (?:an?|the|our) .{{3,300}}"
    rf"|.{{3,300}} (?:views|opinions) expressed (?:here |in this \w{{2,20}} )?are .{{0,80}}"
    rf"|{_NAME} (?:is|was) (?:an? |the |our |one of our )?(?:[\w’'&-]{{1,20}},? ){{0,6}}(?:writer"
    r"|reporter|editor|journalist|correspondent|columnist|contributor|blogger)s?\b"
    r"(?: (?:at|for|with|of|in|to|based|who|and|from|covering|on|focus)\b.{0,400}|[,.;].{0,400})?"
    r"|[A-Z].{3,80} is (?:the )?editor-in-chief\b.{0,200})"
)
_LONGEST_BIO: Final = 500


class AuthorBox(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "author-box"
    severity = Severity.INFO
    confidence = 0.9
    since = "0.1.0"
    message = "This is the page's box about the author"
    evidence = "Pages print it below an article"

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Compare the short lines, then the blocks under them and the last one."""
        found = boxes(document)
        last = len(document.blocks) - 1
        for block in {*(heading + 1 for heading in found), last} - found.keys():
            if 0 < block <= last and _is_bio(document, block):
                found[block] = Severity.INFO
        return found


def boxes(document: Document) -> dict[int, Severity]:
    """Return the headings and links of such boxes, by their block."""
    return dict.fromkeys(_WORDING.lines(document), Severity.INFO)


def _is_bio(document: Document, block: int) -> bool:
    span = document.blocks[block].span
    return len(span) <= _LONGEST_BIO and _BIO.fullmatch(span.of(document.text)) is not None
