"""The links by which one moves about a site are part of the text.

## What it does
Reports lines that are nothing but links of a site: `Skip to content`, `Back to top`, `Privacy
Policy | Terms of Service`, `About us`, `Filed Under: News`. Names of sections (`Home`, `Sports`)
count in a line with such a link only, tags and categories after the article's end only.

## Why it matters
It was copied with the article from the frame of its page, and leads nowhere.

## Flags
- ⟦Skip to content⟧ ¶ The vote is on Friday.
- The vote is on Friday. ¶ ⟦Privacy Policy | Terms of Service | Contact Us⟧
- The vote is on Friday. ¶ ⟦Home News Sports About us Sitemap⟧
- The vote is on Friday. ¶ ⟦Back to top ↑⟧
- The council met on Monday and decided to wait for the report of the auditors. ¶ ⟦Tags: council,
  auditors⟧
- It rained. ¶ ⟦Filed Under: Weather⟧
- ⟦Home World⟧ Minister resigns after vote ¶ World ¶ Minister resigns after vote ¶ It rained.
- ⟦Home » News » Politics⟧ ¶ The vote is on Friday.
- ⟦Home World⟧ ¶ Minister resigns after vote ¶ The vote was on Friday.

## Does not flag
- He had to go back to top form, and to skip to content of more weight.
- Home World Cup hopes rise ¶ The team has won again.
- Home News ¶ The new programme begins in May.
- Tags: they are in every shirt, and nobody reads them.
- Terms and conditions apply to all, the bank said.
- Sports ¶ The club won again.
- Contact sports ¶ They are good for you.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Scope
from copydesk.detectors.boilerplate.lines import fold_line, lines_of, phrases, tail_of
from copydesk.detectors.boilerplate.wording import LineDetector, Wording
from copydesk.findings import Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.detectors.boilerplate.lines import Line
    from copydesk.findings import Finding
    from copydesk.text.document import Document

# Nothing but a site says these.
_LINKS: Final = phrases(
    """
    skip to content | skip to main content | skip to main | skip to navigation
    skip to main navigation | skip to site index | skip to footer | skip to primary content
    skip navigation | skip links | jump to content | jump to navigation | back to top
    back to the top | return to top | scroll to top | go to top | top of page | back to home
    back to main menu | back to homepage | back to home page | return to homepage | go to home page
    go to homepage | toggle navigation | toggle menu | toggle search | toggle sidebar
    toggle dark mode | open menu | close menu | main menu | mobile menu | primary menu
    show navigation | hide navigation | search for | search this site | search the site
    search this website | search site | enter search term | advanced search | about us | contact us
    contact us today | advertise with us | advertise here | write for us | work with us
    work for us | meet the team | privacy | privacy policy | privacy notice
    privacy statement | privacy center | privacy centre | cookie policy | cookies policy
    terms of service | terms of use | terms of sale | terms and conditions | terms & conditions
    terms | user agreement | legal notice | legal notices | legal information
    site map | sitemap | site index | accessibility statement | accessibility help
    editorial standards | editorial guidelines | editorial policy | editorial ethics
    ethics policy | ethics statement | corrections policy | fact-checking policy
    ownership and funding | rate card | help center | help centre
    help & faq | customer service | customer support | manage subscription
    subscriber services | print subscriptions | e-edition | e-paper | epaper
    place an ad | place a classified ad | dmca | dmca policy | affiliate disclosure
    comment policy | community guidelines | report an error | report a problem | report a typo
    report an error in this article | report a correction | report this article | suggest an edit
    suggest a correction | send feedback | leave feedback | view full site | desktop version
    view desktop version | mobile version | mobile site | switch edition | change location
    change your location | change edition | change language | select language | expand menu
    view all posts | see all posts | all posts | browse all | view archive | rss feed | rss
    web stories | download e-paper
    """
)
# In a line with one of the above only.
_SECTIONS: Final = phrases(
    """
    home | homepage | news | world | world news | us | u.s | uk | politics | business | economy
    markets | money | technology | tech | science | health | sport | sports | opinion | opinions
    culture | arts | entertainment | lifestyle | life | style | travel | food | education
    environment | weather | video | videos | photos | podcasts | podcast | local | local news
    national | international | magazine | books | music | movies | film | tv | games | cars | jobs
    obituaries | events | archive | archives | editorial | letters | blogs | blog | more | menu
    search | about | contact | contacts | help | support | advertise | advertising | careers | legal
    login | log in | sign in | register | subscribe | newsletters | newsletter | shop | store
    disclaimer | accessibility | cookies | feedback | team | editions | trending | latest | features
    who we are | our team | faqs | faq | annual report | press room | code of ethics | classifieds
    newspaper archive | imprint | media kit
    share | print | email | follow us | my account | log out | logout | facebook | twitter
    instagram | youtube | linkedin
    press | partners | investors | company | services | products | trust | tip us | licensing
    syndication | reprints | affiliates | copyright | ethics | corrections | terms | policy
    """
)
_SURE: Final = (
    (
        r"filed (?:under|in)(?::? .{1,100})?|posted in:? .{1,60}|(?:view|see|read) all (?:posts"
        r"|articles"
        r"|stories)"
        r" (?:by|from|in) .{1,50}"
    ),
    (
        r"switch to the .{2,20} edition|you are here:?(?:\W.{0,80})?|(?:close|open) (?:search"
        r"|navigation|sidebar)"
    ),
    (
        r"(?:your )?current location.{0,40}|(?:change|set|select) (?:your )?(?:current )?"
        r"(?:location|region|edition)"
    ),
    (
        r"(?:our )?(?:(?:editorial|ethics|corrections?|privacy|cookies?|advertising|comment"
        r"|commenting|community|moderation|fact-checking|ad|diversity|ownership|funding|complaints"
        r"|republishing|sponsorship|style|content|user|site|website|social|media|data|protection)"
        r" (?:(?:and|&) )?){1,3}(?:policy|policies|guidelines?|standards|statement|principles"
        r"|charter|notice|disclaimer)"
    ),
    r"(?:report|flag) (?:an|a|this) (?:error|mistake|typo|correction)(?: .{0,40})?",
    r"(?:spotted|found|see|noticed) (?:an error|a mistake|a typo)\b.{0,80}",
)
_LIKELY: Final = (
    r"(?:tags?|tagged(?: (?:as|with|in))?|categor(?:y|ies)|topics?|keywords?|labels?):? .{1,120}",
)
_OPENERS: Final = """
    our editorial ethics correction corrections privacy cookie cookies advertising comment
    commenting community moderation fact-checking ad diversity ownership funding complaints
    republishing sponsorship style content user site website social media data
    filed posted view see read switch you close open your current change set select report flag
    spotted found noticed tag tags tagged category categories topic topics keyword keywords label
    labels
"""
_WORDING: Final = Wording("navigation", sure=_SURE, likely=_LIKELY, openers=_OPENERS)
_LABEL: Final = re.compile(r"[A-Za-z]{3,10}(?: (?:as|with|in))?:|tagged\b", re.IGNORECASE)
_ENDS: Final = ".!?"
_WORDS: Final = re.compile(r"[^\s|/·•»›«,;:→↑▲()©&-]+")
_MARKS: Final = "|/·•»›"
_BARS: Final = re.compile(r"\s?[|/·•»›]\s?")
_MENU: Final = 4  # links: three names with bars between them may be a credit
_CRUMBS: Final = re.compile(r"home(?: ?[»›>|/→] ?[^»›>|/→.!?]{2,60}){1,6}")
_GLUED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "Skip to contentSkip to footer"
# A breadcrumb before a headline: "Home World Minister resigns".
_STUCK: Final = re.compile(r"Home(?: ?[»›>/]? ?[A-Z][A-Za-z.]{1,15}){1,2}?([ \t]{1,8})(?=\S)")
_GLUED_LINKS: Final = 80  # characters
_LONGEST_LINK: Final = 6  # words
_MOST_WORDS: Final = 80


class NavigationRun(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "navigation-run"
    severity = Severity.ERROR
    confidence = 0.97
    scope = Scope.DOCUMENT  # tags count at the end of the article only
    since = "0.1.0"
    message = "This line is made of links of the site and belongs to the page"
    evidence = "It holds nothing but what menus and footers of sites hold"

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Read the short lines link by link."""
        return links(document)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report whole lines, and the breadcrumb that is stuck to a headline."""
        for span in crumbs(document).values():
            yield self.finding(
                span,
                "A breadcrumb of the site is stuck to the headline",
                evidence="It leads from the first page of a site to one of its sections",
                fixes=(Fix.delete(0, span.end + 1, safety=Safety.REVIEW),),
                severity=Severity.ERROR,
            )
        yield from super().detect(document)


def crumbs(document: Document) -> dict[int, Span]:
    """Return where the first line begins with a breadcrumb that is stuck to the headline.

    The page shows it by the space between two elements, or by the headline that comes again.
    """
    match = _STUCK.match(document.text)
    if match is None:
        return {}
    path = " ".join(_WORDS.findall(document.text[: match.start(1)].casefold()))
    if path.removeprefix("home ") not in _SECTION_WORDS:
        return {}
    headline = document.text[match.end() : document.blocks[0].span.end]
    again = headline == document.title or any(
        block.span.of(document.text) == headline for block in document.blocks[1:]
    )
    return {0: Span(0, match.start(1))} if again or len(match.group(1)) > 1 else {}


def links(document: Document) -> Mapping[int, Severity]:
    """Return the lines, by their block."""
    return document.once("boilerplate.links", lambda: _links(document))


def _links(document: Document) -> dict[int, Severity]:
    tail = tail_of(document)
    worded = _WORDING.lines(document)
    found = {
        line.block: severity
        for line in lines_of(document)
        if (severity := worded.get(line.block)) is Severity.ERROR
        or (
            severity is not None
            and line.block >= tail > 0
            and _LABEL.match(line.text)
            and line.text[-1] not in _ENDS
        )
    }
    for line in lines_of(document):
        if line.block not in found and (
            (line.first.split("-", 1)[0] in _FIRST_WORDS and _is_navigation(line.folded))
            or _is_menu(line.folded)
            or _is_breadcrumb(document, line)
            or (len(line.text) <= _GLUED_LINKS and _is_glued(line.text))
        ):
            found[line.block] = Severity.ERROR
    return found


def _is_navigation(line: str) -> bool:
    """Read a line from left to right, the longest link first; one must be a site's own."""
    words = _WORDS.findall(line)
    if not words or len(words) > _MOST_WORDS:
        return False
    place, own = 0, False
    while place < len(words):
        for length in range(min(_LONGEST_LINK, len(words) - place), 0, -1):
            link = " ".join(words[place : place + length]).rstrip(".")
            if link in _LINK_WORDS:
                own = True
            elif link not in _SECTION_WORDS:
                continue
            place += length
            break
        else:
            return False
    return own and (len(words) > 1 or words[0] not in _BARE)


def _is_glued(text: str) -> bool:
    """Tell links that lost the space between them."""
    parted = _GLUED.sub(" ", text)
    return parted != text and _is_navigation(fold_line(parted))


def _is_menu(line: str) -> bool:
    """Tell a menu with bars between its links, most of which sites have: "About | Jobs | Help"."""
    if not any(mark in line for mark in _MARKS):
        return False
    links = [" ".join(_WORDS.findall(link)) for link in _BARS.split(line, _MOST_WORDS)]
    known = sum(link in _LINK_WORDS or link in _SECTION_WORDS for link in links)
    return len(links) >= _MENU and known * 3 >= len(links) * 2


def _is_breadcrumb(document: Document, line: Line) -> bool:
    """Tell "Home » News » Politics", and "Home World" over a headline at the head."""
    if line.first != "home":
        return False
    if _CRUMBS.fullmatch(line.folded):
        return True
    return (
        line.block == 0
        and line.folded.startswith("home ")
        and line.folded.removeprefix("home ") in _SECTION_WORDS
        and len(document.blocks) > 1
        and document.blocks[1].kind is BlockKind.HEADING
    )


def _joined(link: str) -> str:
    return " ".join(_WORDS.findall(link))


_LINK_WORDS: Final = frozenset(map(_joined, _LINKS))
_SECTION_WORDS: Final = frozenset(map(_joined, _SECTIONS))
_FIRST_WORDS: Final = frozenset(link.split(" ", 1)[0] for link in _LINK_WORDS | _SECTION_WORDS)
# A heading of an article as well, where they stand alone.
_BARE: Final = frozenset({"privacy", "terms", "epaper", "rss", "dmca"})
