"""A cookie notice or the words of a paywall are part of the text.

## What it does
Reports lines and short paragraphs that are nothing but a notice of the site about cookies and
privacy, its buttons, or its request to log in, register or pay before one reads on.

## Why it matters
It was copied with the article from its page. It asks readers to agree to the terms of another site.

## Flags
- It rained. ¶ ⟦This website uses cookies to improve your visit. We'll assume that you're fine with
  this.⟧ ¶ Then it stopped.
- The vote is on Friday. ¶ ⟦By continuing to use this site, you agree to our use of cookies.⟧
- The vote is on Friday. ¶ ⟦Already a subscriber? Log in⟧
- ⟦You have 3 free articles left this month.⟧ ¶ The vote is on Friday.
- It rained. ¶ ⟦Subscribe to continue reading⟧
- It rained. ¶ ⟦Accept all cookies⟧ ¶ ⟦Do not sell my personal information⟧

## Does not flag
- This website uses cookies, the judge wrote, and nobody had asked for consent. ¶ It has to pay.
- Already a subscriber? The minister resigned on Monday. ¶ We value your privacy, the head of the
  firm told the court.
- He is already a subscriber, and has three free articles left.
- “You have two free articles left,” the page told her.
- Cookie sales rose ¶ The bakery is happy.
- By continuing to use coal, the country breaks its promise.
- To continue, the talks need a new chairman.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.lines import bare
from copydesk.detectors.boilerplate.wording import REST, LineDetector, Wording, first_body
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document

_READER: Final = (
    r"(?:subscribers?|members?|a subscriber|a member|registered|signed up|an account|account)"
)
_SURE: Final = (
    # Cookies and privacy.
    (
        rf"(?:we|our partners|we and our partners) use cookies (?:and|to|on|for"
        rf"|in order)\b{REST}{{0,200}}"
    ),
    (
        r"(?:accept|reject|allow|decline|manage|customi[sz]e)(?: all| only)?(?: necessary"
        r"| essential"
        r"| non-essential)? cookies(?: and (?:close|continue))?"
    ),
    r"(?:accept|agree) (?:and|&) (?:close|continue|proceed)",
    r"cookie (?:settings|preferences|notice|consent|declaration)",
    (
        r"(?:manage|change|update|withdraw|review)(?: your| my)? (?:consent|cookie|privacy)"
        r"(?: (?:settings|preferences|choices|options|consent))?"
    ),
    r"we (?:value|respect|care about) your privacy(?: .{0,80})?",
    r"do not (?:sell|share)(?: or (?:sell|share))? my (?:personal )?(?:information|info|data)",
    r"your (?:california )?privacy (?:rights|choices)|(?:your )?ad choices|adchoices",
    r"this site is protected by (?:re)?captcha(?: .{0,120})?",
    (
        r"by (?:signing up|subscribing|registering|clicking|submitting|continuing|logging in"
        r"|using this"
        rf" (?:site|website|service))\b{REST}{{0,60}}\b(?:you|i) (?:agree|accept|consent|confirm"
        rf"|acknowledge)\b{REST}{{0,160}}"
    ),
    r"i (?:agree|accept|have read)(?: to)? (?:the |all )?(?:terms|privacy|cookies).{0,60}",
    (
        r"(?:see |read |view )?(?:our |the )?(?:privacy|cookie)s? (?:policy|notice|statement)"
        r"(?: and (?:our |the )?(?:cookie|privacy)s? (?:policy|notice|statement))?"
        r"\W{1,3}(?:ok|okay|accept|got it|close|agree|i agree)"
    ),
    r"(?:change|update|see|manage)? ?your cookie (?:preferences|settings|choices)",
    # Paywalls.
    rf"(?:are you )?(?:already|not yet|not) (?:have )?{_READER}",
    r"already (?:have|got) (?:a subscription|an account)",
    rf"already {_READER}\W{{1,3}}(?:please )?(?:log|sign)[- ]?in(?: .{{0,40}})?",
    (
        r"already have (?:a subscription|an account)\W{1,3}(?:please )?(?:log|sign)[- ]?in"
        r"(?: .{0,40})?"
    ),
    (
        r"(?:don't|do not) have an account(?: yet)?(?:\W{1,3}(?:sign|register|create"
        r"|subscribe).{0,40})?"
    ),
    (
        rf"you(?: have|'ve) (?:read|reached|used|only|got|\d|one|two|three|no){REST}{{0,40}}"
        rf"(?:articles?|stories|story)(?: (?:left|remaining|limit|for|this|of){REST}{{0,60}})?"
    ),
    r"\d{1,2} (?:free )?(?:articles?|stories) (?:left|remaining)(?: .{0,40})?",
    (
        r"(?:please )?(?:subscribe|log[- ]?in|sign[- ]?in|sign[- ]?up|register|join|pay|upgrade)"
        r"(?: (?:now|today|here))?(?: or (?:subscribe|log in|sign in|sign up|register|join))?"
        rf" to (?:continue|keep|read|unlock|access|view|see the|get full"
        rf"|get unlimited){REST}{{0,80}}"
    ),
    (
        r"(?:to|want to) (?:continue|keep|finish|read|view|access)(?: on)?(?: reading)?"
        r"(?: this| the)?(?: full| rest of this)?(?: article| story| content)?,? (?:please )?"
        rf"(?:subscribe|log in|sign in|sign up|register|become a){REST}{{0,80}}"
    ),
    (
        r"this (?:article|story|content|post|page|feature) is (?:for|only|exclusively|exclusive"
        r"|reserved"
        rf"|available|locked|restricted|limited)\b{REST}{{0,40}}(?:subscribers|members|users)"
        rf"(?: {REST}{{0,40}})?"
    ),
    (
        r"(?:this is )?(?:premium|subscriber[- ]only|subscriber[- ]exclusive|members?[- ]only)"
        r" (?:content|article|story)"
    ),
    rf"unlock (?:this|unlimited|full|all|premium) {REST}{{1,60}}",
    (
        r"(?:start|begin) your (?:free |\d{1,2}[- ]day )?(?:free )?(?:trial|subscription)"
        r"(?: .{0,60})?"
    ),
    (
        r"(?:log|sign)[- ]?in (?:or|/) (?:create an account|register|sign[- ]?up|subscribe|join)"
        r"(?: .{0,40})?"
    ),
    (
        r"(?:log|sign)[- ]?in (?:with|via|using) (?:facebook|google|twitter|apple|vk|e-?mail"
        r"|your .{2,30})"
    ),
    r"(?:create|register for|sign up for) (?:a free|an|your|a new) account(?: .{0,40})?",
    r"(?:log|sign)[- ]?in (?:in)?to (?:your|my) (?:account|profile)",
    r"(?:forgot|forgotten|reset|lost|change)(?: your| my)? password",
    r"choose (?:a|your|the) (?:plan|membership|subscription)(?: .{0,50})?",
)
_LIKELY: Final = (
    rf"[\w.& ]{{2,30}} uses cookies (?:for|to|and){REST}{{0,160}}",
    rf"(?:learn|find out) more(?: (?:about|on|or|in|here|at){REST}{{0,80}})?",
    r"privacy (?:&|and) cookies(?: policy| notice)?|cookies?(?: and|&) privacy(?: policy)?",
    (
        r"(?:log|sign)[- ]?in|log[- ]?out|remember me|register(?: now| here)?|my account"
        r"|already a member"
    ),
    r"(?:for )?subscribers only|members only|premium",
)
# A notice of several sentences is longer than a line.
_NOTICE: Final = re.compile(
    r"(?:(?:this|our|the) (?:web ?site|site|page|blog)(?: and its partners)?,? uses?"
    r"(?: .{0,20})? cookies"
    r"|we(?: and our partners)? use cookies|by (?:continuing|using|browsing|clicking|visiting)"
    r"\b[^.]{0,80}\bcookies|cookies help us|[\w.&]{2,20}(?: [\w.&]{1,20}){0,3} uses cookies"
    r"|(?:strictly )?necessary cookies)\b",
    re.IGNORECASE,
)
# What such a notice says besides: a report on cookies doesn't speak to the reader.
_TO_READER: Final = re.compile(
    r"\b(?:you|your|you're|personal (?:information|data)|to function|essential|accept|learn more"
    r"|read more|find out more|more information"
    r"|using this (?:web)?site|privacy policy)\b",
    re.IGNORECASE,
)
_LONGEST_NOTICE: Final = 900
_OPENERS: Final = """
    we our accept reject allow decline manage customize customise agree cookie cookies change update
    withdraw review do your ad adchoices this by i are already not don't you you've please subscribe
    log log-in login logout log-out sign sign-in sign-up signup register join pay upgrade to want
    premium subscriber-only subscriber members-only member members unlock start begin create forgot
    forgotten reset lost learn find see read view the choose privacy remember my for subscribers
    1 2 3 4 5 6 7 8 9 10
"""
_WORDING: Final = Wording(
    "consent", sure=_SURE, likely=_LIKELY, openers=_OPENERS, literals=(" uses cookies ",)
)


class ConsentOrPaywall(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "consent-or-paywall"
    severity = Severity.ERROR
    confidence = 0.97
    since = "0.1.0"
    message = "This notice on cookies or subscriptions belongs to the page"
    evidence = "It speaks to the visitor of a site, as only the site itself does"
    wording = _WORDING

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Compare the short lines, then the paragraphs that speak of cookies."""
        return notices(document)


def notices(document: Document) -> Mapping[int, Severity]:
    """Return the notices, by their block."""
    return document.once("boilerplate.notices", lambda: _notices(document))


def _notices(document: Document) -> dict[int, Severity]:
    found = dict(_WORDING.lines(document))
    for match in document.search(_NOTICE, "cookies"):
        block = document.block_at(match.start())
        if block is None or block in found:
            continue
        span = document.blocks[block].span
        rest = document.text[match.end() : span.end]
        if (
            span.start == match.start()
            and len(span) <= _LONGEST_NOTICE
            and not any(mark in rest for mark in '”"“')
            and (
                (first_body(rest) is None and _TO_READER.search(rest or match.group()))
                or _WORDING.rate(bare(span.of(document.text))) is not None
            )
        ):
            found[block] = Severity.ERROR
    return found
