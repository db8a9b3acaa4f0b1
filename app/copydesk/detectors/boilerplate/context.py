"""What stands next to what: runs of page lines at the head and the tail of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.author_box import boxes
from copydesk.detectors.boilerplate.consent_or_paywall import notices
from copydesk.detectors.boilerplate.copyright_line import claims
from copydesk.detectors.boilerplate.lines import bare, is_paragraph, lines_of, phrases, tail_of
from copydesk.detectors.boilerplate.navigation_run import crumbs, links
from copydesk.detectors.boilerplate.share_or_newsletter import invitations
from copydesk.detectors.boilerplate.theme_credit import makers
from copydesk.detectors.boilerplate.widget_text import widgets
from copydesk.detectors.boilerplate.wording import whole_line
from copydesk.findings import Severity
from copydesk.text.blocks import BlockKind, ends_like_a_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from copydesk.text.document import Document

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
_DATE: Final = (
    rf"(?:{_DAY}[,.]? )?(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\.?,? \d{{4}}|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
)
_TIME: Final = r"(?:,? ?(?:at|@|-|–|\|)? ?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[a-z]{2,4})?)"
_NAME: Final = r"[\w'.-]+(?: [\w'.-]+){0,4}"
BYLINE: Final = "byline"
CREDIT: Final = "credit"
SYNDICATION: Final = "syndication"
ACCOUNT: Final = "account"  # a byline that names nobody
SECTION: Final = "section"
LABEL: Final = "label"
_ACCOUNTS: Final = whole_line(
    r"(?:by|author|posted by|written by|published by):? (?:admin|administrator|webmaster|root|user"
    r"|test|editor|staff|web ?desk|news ?desk|newsroom|editorial (?:team|staff|board)|guest"
    r"|wp-?admin|super ?user|site ?admin|unknown|anonymous)\d{0,4}"
)
_ACCOUNTS_BEGIN: Final = frozenset({"by", "author", "posted", "written", "published"})
_SECTIONS: Final = phrases(
    """
    news | world | world news | us | u.s | uk | u.k | us news | uk news | politics | business
    economy | markets | money | finance | technology | tech | science | health | sport | sports
    football | opinion | opinions | culture | arts | entertainment | lifestyle | life & style
    travel | food | education | environment | local | local news | national | international
    international news | middle east | africa | asia | asia pacific | europe | americas | features
    breaking news | breaking | latest news | top stories | top story | headlines | editorial
    arts & culture | science & environment | science & technology | exclusive
    uncategorized | uncategorised | general | crime | celebrity | celebrities | showbiz | videos
    """
)
_LABEL: Final = re.compile(
    r"(?:[A-Z][A-Z.&'-]{0,20} ){0,4}(?:EXCLUSIVE|BREAKING|BREAKING NEWS|JUST IN|DEVELOPING|UPDATE"
    r"|UPDATED|WATCH|VIDEO|OPINION|ANALYSIS|LATEST):"
)
_FILED: Final = re.compile(r"(?:category|categories|section|tags?|topics?): .{2,80}", re.IGNORECASE)
_BY: Final = re.compile(r"\W{0,2}(?:\w{1,10} )?(?:by|author):? ", re.IGNORECASE)
_SHORTEST_RUN: Final = 3  # lines: beside a button alone, a subheading may stand
_LABEL_WORDS: Final = 6
_HEADLINE_WORDS: Final = 24
_LIST_MARKS: Final = frozenset("-–—•*‣◦▪")  # a list's, or before the name of who is quoted
_PARTICLES: Final = frozenset("and at in on de van von der den la el al bin pm am p.m a.m".split())
# Lines that articles may have, too: what they are shows by their neighbours.
_SORTS: Final = {
    BYLINE: whole_line(
        rf"(?:written|posted|reported|compiled|edited|published|story|words|text"
        rf"|reviewed) by:? {_NAME}",
        rf"(?:by|author):? {_NAME}(?: ?[|,–-] ?[\w&.' -]{{2,60}})?(?: ?["
        rf"|,–-]? ?{_DATE}{_TIME}?)?",
        rf"(?:(?:first |originally |last )?(?:published|posted|updated|modified|created)(?: on"
        rf"| at)?:? )?"
        rf"{_DATE}{_TIME}?(?: (?:by|in) .{{1,40}})?",
        r"(?:first |last )?(?:published|posted|updated|modified):? .{0,10}?(?:\d{1,2}|an?|one"
        r"|two|three)"
        r" (?:second|minute|min|hour|hr|day|week|month|year)s? ago",
        r"(?:\d{1,2}|an?) (?:minute|min|hour|hr|day|week|month|year)s? ago",
        rf"(?:published|posted|updated|last updated)(?: on| at)?:? {_DATE}.{{0,60}}",
        rf"{_DATE}{_TIME}? ?[/|•·-] ?\d{{1,6}} comments?(?:\W.{{0,80}})?",
        r"(?:staff|special|senior|contributing) (?:reporter|writer|correspondent|editor)",
    ),
    CREDIT: whole_line(
        r"(?:file |stock |cover |main |featured )?(?:photo|image|picture|photograph|photos"
        r"|images|video"
        r"|illustration|pic)s?(?: credits?| courtesy| source| by| copyright){0,3}(?: of)?"
        r"(?:: ?|/ ?| by ).{1,240}",
        r"(?:photo|image|picture|video)(?:graph)?s? (?:credit|courtesy|source).{0,80}",
        r"(?:sources?|via|credits?): ?.{2,60}",
        r"image caption .{1,160}|image (?:©|\(c\)) .{1,60}",
        r"© ?[\w&.,/' -]{2,50}",
        r"[\w. ]{2,30} ?[|/] ?(?:getty images|reuters|afp|ap|epa|shutterstock|istock|alamy|pa)",
        r"(?:getty images|shutterstock|alamy|istock|pixabay|unsplash|file photo|file image)",
    ),
    SYNDICATION: whole_line(
        r"(?:additional )?(?:reporting|writing) by .{1,220}",
        r"(?:this|the) (?:article|story|post|piece|report|content|essay)(?: was| has been| is"
        r"| first| originally"
        r"| also){0,4} (?:first |originally |also )?(?:published|appeared|posted|produced"
        r"|syndicated|republished"
        r"|provided|auto-generated|generated|written|distributed).{1,200}",
        r"(?:this|the) (?:article|story|post|report|copy)(?:,[^,]{1,80},)? (?:has|was|is) not "
        r"(?:been )?"
        r"(?:edited|written|created|modified).{1,160}",
        r"(?:originally|first|also) (?:published|posted|appeared) (?:at|on|in|by):? .{2,100}",
        r"(?:republished|reproduced|reprinted|syndicated|distributed|provided) (?:from|by|with"
        r"|under).{2,120}",
        r"(?:with (?:inputs|reporting|files|additional reporting)|agencies|inputs) from .{2,80}",
        r"(?:reuters|afp|ap|pti|ani|ians|xinhua|dpa|upi|bloomberg|agencies|cnn wire"
        r"|associated press)",
        r"read the (?:original|full) (?:article|story|post)(?: (?:here|on|at|in).{0,80})?",
    ),
}
# A caption with its credit at the end.
_CAPTION: Final = whole_line(
    r".{0,240}(?: ?/ ?(?:getty(?: images)?|afp|reuters|ap|epa|pa|tass|xinhua)(?: (?:file|images"
    r"|via .{2,20}))?|\b(?:reuters|ap photo|afp|epa|getty images) ?/ ?[\w.' -]{2,40})",
    r".{10,240}(?:©|\(c\)) ?[^\W\d][^\d]{1,40}",
    r".{10,240}\((?:(?:photo|image|picture|credit|source|file|courtesy|ap photo)\b[^()]{0,60}"
    r"|[^\W\d][^\d()/]{1,30}(?:/[^\d()/]{2,30}){1,3})",
)
_CREDIT_MARKS: Final = re.compile(r"[/©(]")


def sorts(document: Document) -> Mapping[int, str]:
    """Return which sort of such a line a short block is, by its index."""
    return document.once("boilerplate.sorts", lambda: _read(document))


def _is_path(text: str) -> bool:
    """Tell `News / UK` and `World | Europe`."""
    if "/" not in text and "|" not in text:
        return False
    parts = text.replace("|", "/").split("/")
    return len(parts) <= _LABEL_WORDS and all(bare(part) in _SECTIONS for part in parts)


def _read(document: Document) -> dict[int, str]:
    found: dict[int, str] = {}
    for line in lines_of(document):
        if line.text.endswith(":") and _LABEL.fullmatch(line.text):
            found[line.block] = LABEL
            continue
        if line.bare in _SECTIONS or _is_path(line.text) or _FILED.fullmatch(line.text):
            if _at_an_edge(document, line.block):
                found[line.block] = SECTION
            continue
        if line.first in _ACCOUNTS_BEGIN and _ACCOUNTS.fullmatch(line.bare):
            found[line.block] = ACCOUNT
            continue
        for sort, pattern in _SORTS.items():
            if pattern.fullmatch(line.bare):
                if sort != BYLINE or _names_somebody(line.text):
                    found[line.block] = sort
                break
        else:
            if _CREDIT_MARKS.search(line.bare) and _CAPTION.fullmatch(line.bare):
                found[line.block] = CREDIT
    return found


def _at_an_edge(document: Document, block: int) -> bool:
    """Tell whether no paragraph stands before a block, or none after it."""
    return (
        block < document.once("boilerplate.head", lambda: _head(document))
        or block >= tail_of(document) > 0
    )


def _head(document: Document) -> int:
    """Return the first paragraph that is the article's own by its form."""
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.HEADING and is_paragraph(block.span.of(document.text)):
            return index
    return len(document.blocks)


def _names_somebody(text: str) -> bool:
    """Tell "By Anna Lee" from "By the river": no common word follows."""
    match = _BY.match(text)
    return match is None or not any(
        word.islower() and word not in _PARTICLES for word in text[match.end() :].split()
    )


def rated(document: Document, sort: str) -> dict[int, Severity]:
    """Rate the lines of a sort: a warning in a run of page lines, information alone."""
    run = document.once("boilerplate.runs", lambda: _runs(document))
    return {
        block: Severity.WARNING if block in run else Severity.INFO
        for block, found in sorts(document).items()
        if found == sort
    }


def page_lines(document: Document) -> frozenset[int]:
    """Return the lines that only a page says, whatever stands beside them."""
    return document.once("boilerplate.page", lambda: _page_lines(document))


def _page_lines(document: Document) -> frozenset[int]:
    return frozenset(
        block
        for lines in (boxes, invitations, notices, claims, makers, widgets, links, crumbs)
        for block in lines(document)
    )


def _runs(document: Document) -> frozenset[int]:
    """Return the lines in a run at the head or the tail that holds a line of the page."""
    soft = sorts(document)
    if not soft:
        return frozenset()
    page = page_lines(document) - soft.keys()
    known = page | soft.keys()
    head, tail = _edges(document, known)
    found: set[int] = set()
    run: list[int] = []
    for block in range(len(document.blocks) + 1):
        if block in known and (block < head or block >= tail):
            run.append(block)
            continue
        # Behind the article, another story's headline between two lines of the page parts nothing.
        if (
            tail <= block < len(document.blocks)
            and not page.isdisjoint(run)
            and _is_headline(document, block)
        ):
            continue
        # Of two soft lines, the one is another to the other; the head of an article has its own.
        if not page.isdisjoint(run) or (len(run) > 1 and run[0] >= tail):
            found.update(run)
        run.clear()
    return frozenset(found)


def neighbours_of(document: Document, sure: AbstractSet[int], known: AbstractSet[int]) -> set[int]:
    """Return the short lines that stand in a run with lines that only a page says.

    Nothing above the first of these lines is taken: an article has lists and scores of its own.
    After the last paragraph, headlines count as short, and one line makes a run.
    """
    found: set[int] = set()
    length, beside = 0, list[int]()
    reached = False
    for block in range(min(sure), len(document.blocks) + 1):
        if block in known or (block < len(document.blocks) and _is_label(document, block)):
            length += 1
            reached = reached or block in sure
            if reached and block not in known:
                beside.append(block)
            continue
        if length >= _SHORTEST_RUN:
            found.update(beside)
        length, beside, reached = 0, [], False
    tail = _end_of_article(document, sure)
    first = min((block for block in sure if block >= tail > 0), default=len(document.blocks))
    found.update(
        block
        for block in range(first, len(document.blocks))
        if block not in known and _is_headline(document, block)
    )
    return found


def _end_of_article(document: Document, sure: AbstractSet[int]) -> int:
    """Return the block after the last paragraph that isn't the page's; 0 if there is none."""
    for block in range(len(document.blocks) - 1, -1, -1):
        if block not in sure and is_paragraph(document.blocks[block].span.of(document.text)):
            return block + 1
    return 0


def _is_label(document: Document, block: int) -> bool:
    """Tell names and labels from sentences, list items and rows of figures."""
    text = document.blocks[block].span.of(document.text)
    return (
        text.count(" ") < _LABEL_WORDS
        and not text[0].isdigit()
        and text[0] not in _LIST_MARKS
        and (text[-1] in "?!…" or not ends_like_a_sentence(text))
    )


def _is_headline(document: Document, block: int) -> bool:
    text = document.blocks[block].span.of(document.text)
    words = text.count(" ") + 1
    if words <= _LABEL_WORDS:
        return _is_label(document, block)
    return (
        words <= _HEADLINE_WORDS
        and text[0] not in _LIST_MARKS
        and (text[-1] in "?!…" or text.endswith("...") or not ends_like_a_sentence(text))
    )


def _edges(document: Document, known: AbstractSet[int]) -> tuple[int, int]:
    """Return the first block of the body, and the first after it."""
    blocks = document.blocks
    head = 0
    while head < len(blocks) and (head in known or blocks[head].kind is BlockKind.HEADING):
        head += 1
    end = tail_of(document)
    tail = len(blocks)
    while tail > head and (tail - 1 in known or tail - 1 >= end > 0):
        tail -= 1
    return head, tail
