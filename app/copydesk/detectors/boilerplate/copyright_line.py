"""A copyright line is part of the text.

## What it does
Reports lines that claim the rights in the page (`© 2019 The Gazette. All rights reserved.`), forbid
copies of it. Who made the site is told by theme-credit.

## Why it matters
It was copied with the article from the foot of its page, and claims the rights for another site.

## Flags
- The vote is on Friday. ¶ ⟦© 2019 The Gazette. All rights reserved.⟧
- The vote is on Friday. ¶ ⟦Copyright 2020 Valley News Ltd.⟧
- The vote is on Friday. ¶ ⟦This material may not be published, broadcast or redistributed.⟧
- It rained. ¶ ⟦Copyright © 2001–2021 Valley News | Terms of Use⟧
- It rained. ¶ ⟦All Rights Reserved⟧
- ⟦© 2020 The Gazette.⟧ The minister resigned on Monday.

## Does not flag
- Copyright 2020 was the title of her book.
- The firm holds the copyright, and all rights are reserved for its owners.
- All rights reserved for members of the club, the court ruled on Friday.
- Copyright law ¶ The court had to decide who owns the song.
- Proudly powered by WordPress
- Photo © Anna Lee
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.lines import bare, lines_of
from copydesk.detectors.boilerplate.wording import LineDetector, Wording, first_body
from copydesk.findings import Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_YEARS: Final = r"(?:19|20)\d\d(?: ?[-–—] ?(?:(?:19|20)?\d\d|present|now))?"
_SIGN: Final = r"(?:©|\(c\)|c\)|&copy;)"
_THING: Final = (
    r"(?:material|article|content|story|report|work|publication|document|page|site|website)s?"
)
_SURE: Final = (
    rf"(?:copyright )?{_SIGN} ?(?:copyright )?,? ?{_YEARS}\b.{{0,240}}",
    rf"copyright ?(?:by |of )?{_SIGN}.{{0,240}}",
    rf"(?:this site|the contents? of this (?:site|page)(?: (?:is|are))?) ?{_SIGN}.{{0,200}}",
    rf"{_SIGN} ?.{{1,80}}[ ,]{_YEARS}(?:[.,]? all rights.{{0,60}})?",
    (
        rf"{_SIGN} ?.{{1,60}}\b(?:inc|ltd|llc|limited|corp|corporation|company|gmbh|plc|pty|pvt)"
        r"\b.{0,160}"
    ),
    (
        r"all rights? reserved(?:(?: worldwide)?(?: (?:by|to) [^.,]{1,60})?"
        r"|\W{1,3}(?:©|no |this |any |unauthori|do not |reproduc|republi|copyright|terms"
        r"|privacy).{0,160})"
    ),
    (
        rf"(?:this|the|our) {_THING}\b[^.]{{0,60}} (?:may|must|can) ?not be (?:published"
        rf"|reproduced|copied"
        r"|broadcast|redistributed|rewritten|reprinted|republished|used|reposted).{0,200}"
    ),
    (
        r"(?:any )?(?:reproduction|republication|duplication|unauthori[sz]ed (?:use"
        r"|reproduction|copying)"
        r"|reprinting)\b.{0,160}(?:prohibited|permission|forbidden|consent).{0,80}"
    ),
    rf"no part of (?:this|the|our) {_THING}.{{0,60}} may be .{{1,160}}",
    (
        r"(?:re)?(?:published|printed|posted) (?:here )?with (?:the )?(?:kind )?permission"
        r"(?: .{0,100})?"
    ),
)
# A notice of several sentences is longer than a line.
_SIGNED: Final = re.compile(r"(?:copyright )?(?:©|\(c\)) ?\w|copyright ©", re.IGNORECASE)
_RESERVED: Final = re.compile(r"\ball rights? reserved\b", re.IGNORECASE)
# A name follows, not "was": this one needs the line as it is written.
_NAMED: Final = re.compile(
    rf"(?i:copyright),? {_YEARS},?(?: by| -| \|)? [A-Z][\w&.,' -]{{2,60}}",
)
_LONGEST: Final = 600
_LONGEST_LINE: Final = 160  # what is shorter was compared with the patterns
_CLAIM: Final = re.compile(r"©|\bcopyright\b|\(c\)|\b(?:inc|ltd|llc|corp)\b")
_OPENERS: Final = """
    © (c) c &copy copyright copyrighted this the our all any reproduction republication duplication
    unauthorized unauthorised reprinting no published republished printed reprinted posted
    reposted
"""
_WORDING: Final = Wording("copyright", sure=_SURE, likely=(), openers=_OPENERS, literals=("©",))


class CopyrightLine(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "copyright-line"
    severity = Severity.ERROR
    confidence = 0.98
    languages = ()  # pages in any language have such lines, in English
    since = "0.1.0"
    message = "This line claims rights in the page, not in the article alone"
    evidence = "Sites put it at the foot of every page"
    wording = _WORDING

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Compare the short lines and the notices that are longer."""
        return claims(document)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report whole lines, then notices with the article's text behind them."""
        yield from super().detect(document)
        yield from self._in_text(document)

    def _in_text(self, document: Document) -> Iterator[Finding]:
        """Report notices that the article's own sentences follow in their line."""
        for line in lines_of(document):
            if not _WORDING.may_hold(line):
                continue
            body = first_body(line.text)
            if not body or _WORDING.rate(bare(line.text[:body])) is not Severity.ERROR:
                continue
            start = document.blocks[line.block].span.start
            end = start + len(line.text[:body].rstrip())
            yield self.finding(
                Span(start, end),
                "This claims rights in the page, and the article's text follows",
                evidence="Sites put it at the foot of every page",
                fixes=(Fix.delete(start, start + body, safety=Safety.REVIEW),),
            )


def claims(document: Document) -> Mapping[int, Severity]:
    """Return the lines, by their block."""
    return document.once("boilerplate.claims", lambda: _claims(document))


def _claims(document: Document) -> dict[int, Severity]:
    found = dict(_WORDING.lines(document))
    for line in lines_of(document):
        if line.bare.startswith("copyright") and _NAMED.fullmatch(line.text):
            found[line.block] = Severity.ERROR
    for match in document.search(_SIGNED, "©", "(c) "):
        block = document.block_at(match.start())
        if block is not None and found.get(block) is not Severity.ERROR:
            span = document.blocks[block].span
            text = span.of(document.text)
            if (
                span.start == match.start()
                and _LONGEST_LINE < len(span) <= _LONGEST
                and first_body(text) is None
            ):
                found[block] = Severity.ERROR
    for match in document.search(_RESERVED, "reserved"):
        block = document.block_at(match.start())
        if block is not None and found.get(block) is not Severity.ERROR:
            span = document.blocks[block].span
            if len(span) > _LONGEST:
                continue
            head = document.text[span.start : match.start()].casefold()
            if _CLAIM.search(head) and first_body(span.of(document.text)) is None:
                found[block] = Severity.ERROR
    return found
