"""An invitation to share, follow or subscribe is part of the text.

## What it does
Reports lines that are nothing but an invitation of the page: to share the article, to follow its
site on a network, to subscribe to a newsletter, to join a channel, to download an app, to write
to the newsroom. A line must hold nothing else. Buttons of several networks in one line count, too.

## Why it matters
It was copied with the article from its page. It speaks for another site, and its links are gone.

## Flags
- The vote is on Friday. ¶ ⟦Share this:⟧ ¶ ⟦Click to share on Facebook (Opens in new window)⟧
- The vote is on Friday. ¶ ⟦Subscribe to our newsletter⟧
- It rained. ¶ ⟦Follow us on Twitter and like us on Facebook⟧ ¶ Then it stopped.
- It rained. ¶ ⟦Join 2,310 other subscribers⟧ ¶ ⟦Enter your email address to subscribe to this
  blog⟧
- It rained. ¶ ⟦Download our free app!⟧
- The end. ¶ ⟦Facebook Twitter WhatsApp⟧

## Does not flag
- The party will subscribe to our newsletter, she said, and share this with its members.
- “Follow us on Twitter,” the sign on the door of the shop says.
- Click to share. The minister resigned on Monday. ¶ Follow us on Twitter, the minister said.
- It rained. ¶ The ban makes it hard for users to download the app. ¶ Then it stopped.
- Share the burden ¶ The tax should be paid by all.
- Facebook and Twitter ¶ Both firms refused to say more.
- Sign up for a war ¶ He was seventeen when he did.
- Follow the money ¶ Nobody knows where it went.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.lines import lines_of, tail_of
from copydesk.detectors.boilerplate.wording import REST, LineDetector, Wording, whole_line
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document

_NETWORK: Final = (
    r"(?:facebook|twitter|x|instagram|youtube|linkedin|whats ?app|telegram|tik ?tok|pinterest"
    r"|reddit|google news|google ?\+|google plus|tumblr|snapchat|threads|mastodon|bluesky|vk"
    r"|flipboard|messenger|viber|weibo|wechat|discord|patreon|rss|social media|social networks)"
)
_POST: Final = r"(?:article|post|story|page|news|video|entry|report|column|content|link)"
_LETTER: Final = (
    r"(?:newsletters?|(?:daily|weekly|free|our) e-?mails?|e-?mail (?:list|alerts?|updates?)|alerts?"
    r"|briefings?|mailing list|digest|bulletin|notifications|inbox|morning call|round-?up)"
)
_MEDIUM: Final = (
    r"(?:newsletters?|updates|channel|feeds?|rss|podcasts?|magazine|mailing list|youtube|e-?mail"
    r"|blog|paper|newspaper|alerts|website|site|notifications|print edition|digital edition)"
)
_PLEASE: Final = (
    r"(?:please |you can (?:also )?|don't forget to |be sure to |make sure to |make sure you "
    r"|and |also |click here to |tap here to )?"
)
_SURE: Final = (
    # Share.
    rf"{_PLEASE}share (?:this|the|our) {_POST}(?: {REST}{{0,60}})?",
    r"(?:please )?share this(?: now| here| with your (?:friends|followers|network))?",
    r"(?:please )?share (?:it )?with your (?:friends|followers|network|family)",
    rf"share (?:this )?(?:on|to|via|with|at)\W{{1,3}}(?:{_NETWORK}|e-?mail|sms)(?:\W.{{0,80}})?",
    r"click (?:here )?to (?:share|tweet|e-?mail|print|pin|send|copy)(?: .{0,60})?",
    r".{1,80}\(opens in (?:a )?new (?:window|tab)",
    r"(?:re)?tweet (?:this|it)(?: (?:article|post|story))?|pin (?:it|this)(?: on pinterest)?",
    rf"(?:e-?mail|send|forward|print|bookmark|save|copy) this {_POST}(?: to a friend)?",
    r"(?:e-?mail|send) (?:this )?to a friend|print (?:article|page|friendly|this)|copy link",
    r"share (?:your thoughts|your opinion|your views) in the comments(?: .{0,40})?",
    (
        rf"(?:share (?:to|on|via|with) {_NETWORK}(?:\W{{0,3}}(?:{_NETWORK}|e-?mail|more))?"
        r"\W{0,3}){2,12}(?:share .{0,60})?"
    ),
    (
        r"click here(?: (?:for (?:more )?(?:information|details|help|our)|to (?:see|view|sign"
        r"|subscribe|learn|find|get|visit|register|donate|download|watch|join|buy|order)|if you)"
        r"\b.{0,80})?"
    ),
    r"(?:please )?(?:check|tick) (?:the|this) .{0,30}box .{4,120}",
    rf"(?:\d{{1,3}}|one|two|three|six) (?:issues|weeks|months) (?:for|free|from) {REST}{{1,40}}",
    r"(?:like this:? )?like loading",
    r"add .{2,40} as a preferred source(?: on .{1,30})?",
    r"post was not sent - check your e-?mail addresses",
    # Follow.
    (
        rf"{_PLEASE}(?:follow|like|find|join|watch|friend|add|catch|connect with|keep up with"
        rf"|stay connected with|stay in touch with|engage with|visit|subscribe to|support|chat with"
        rf"|tweet) (?:us|me|our {REST}{{1,40}}?)"
        rf" (?:on|at|via|through|over on|by)\W{{1,3}}(?:our )?{_NETWORK}(?:\W{REST}{{0,100}})?"
    ),
    (
        r"(?:follow|like|find) us(?: (?:here|today|now|online|for (?:more|the latest|breaking)"
        rf"{REST}{{0,60}}))?"
    ),
    rf"follow us at (?:{_NETWORK} )?@\w{{1,40}}",
    (
        rf"join our (?:free )?(?:{_NETWORK} )?(?:channel|group|community|mailing list|newsletter)s?"
        rf"(?: (?:on|for|to|and|now|today|here){REST}{{0,80}})?"
    ),
    rf"join (?:the conversation|us) on {_NETWORK}",
    # Subscribe.
    (
        r"join (?:over |more than |our |the )?\d[\d,.]{0,12}[km]?\+? (?:other )?(?:happy )?"
        r"(?:subscribers?|followers|readers|members|people|fans|others)(?: .{0,60})?"
    ),
    rf"{_PLEASE}subscribe (?:now |today |here )?(?:to|for) (?:our|this|my)(?: {REST}{{0,60}})?",
    (
        rf"{_PLEASE}subscribe (?:now |today |here )?(?:to|for) {REST}{{0,50}}\b"
        rf"(?:newsletters?|mailing list|rss feeds?)(?: {REST}{{0,80}})?"
    ),
    r"subscribe (?:now|today|here|via e-?mail|by e-?mail|via rss|for free|to us)(?: .{0,30})?",
    rf"subscribe to {REST}{{1,40}} (?:on (?:{_NETWORK}|itunes|spotify)|via (?:e-?mail|rss))",
    (
        rf"{_PLEASE}sign-? ?up (?:here |now |today )?(?:for|to|with|and get) ?"
        rf"(?=our|my|the|free|daily|weekly|e-?mail|breaking|more){REST}{{0,80}}\b(?:our)?{_LETTER}"
        rf"(?:\W{REST}{{0,100}})?"
    ),
    rf"sign-? ?up for (?:{REST}{{0,40}} )?(?:newsletters?|e-?mail alerts)(?: {REST}{{0,80}})?",
    r"sign-? ?up (?:now|today|here|for free|by e-?mail)",
    (
        rf"{_PLEASE}(?:get|receive|have)\b{REST}{{1,120}}"
        rf"\b(?:in|to|into|through) your (?:e-?mail )?(?:inbox|mailbox|letterbox|e-?mail|phone"
        rf"|browser|door|device)(?: {REST}{{0,60}})?"
    ),
    (
        rf"{REST}{{1,100}} (?:delivered|straight|sent|direct|directly) to your"
        rf" (?:e-?mail )?(?:inbox|mailbox|e-?mail|phone|door)(?: {REST}{{0,60}})?"
    ),
    rf"enter your e-?mail(?: address)?(?: (?:here|below|to|and|in|for){REST}{{0,120}})?",
    (
        rf"(?:receive|get) (?:notifications|updates|e-?mail updates|alerts|new posts)"
        rf" (?:of|about|on|for|by|via){REST}{{0,80}}"
    ),
    r"(?:you (?:can|may) )?unsubscribe (?:at )?any ?time(?: .{0,100})?|no spam.{0,60}",
    r"sign-? ?up for more like this",
    r"(?:thank you|thanks) for (?:subscribing|signing up)(?: .{0,60})?",
    r"you (?:have|'ve) (?:been )?succ?ess?fully (?:subscribed|signed up)(?: .{0,60})?",
    rf"(?:newsletter|e-?mail) (?:sign-? ?up|subscription|registration)(?: {REST}{{0,40}})?",
    # Apps and notifications.
    (
        rf"{_PLEASE}(?:download|get|install|try) (?:our|the)(?: {REST}{{1,40}})? app"
        rf"(?: (?:now|today|here|for|on|from|to){REST}{{0,80}})?"
    ),
    r"(?:now )?available (?:on|at) (?:the )?(?:app ?store|google play|play store)(?: .{0,40})?",
    (
        r"(?:click here to )?(?:turn on|enable|allow|get) (?:push |browser |desktop )?notifications"
        r"(?: .{0,40})?"
    ),
    rf"(?:our|the) (?:new |free |mobile |news |official )*app is (?:now )?available{REST}{{0,80}}",
    rf"{REST}{{0,60}}\bdownload our (?:{REST}{{1,30}} )?app(?: {REST}{{0,60}})?",
    (  # not "The ban makes it hard for users to download the app"
        rf"(?:{REST}{{0,60}}(?:[,;:!?|–—-] ?|\b(?:and|or|now|please|(?:click|tap|go) here to) ))?"
        rf"download the (?:{REST}{{1,30}} )?app(?: {REST}{{0,60}})?"
    ),
    # Write to us.
    (
        rf"(?:do you have|have you got|got|have) (?:a|any) (?:news |story |hot |confidential )?"
        rf"(?:tip|tips|story|stories|scoop|correction)(?: (?:for|to){REST}{{0,40}})?"
        rf"(?:\W{{1,3}}{REST}{{0,120}})?"
    ),
    (
        r"(?:send|e-?mail|text|call|write to|contact) (?:us|our newsroom|the newsroom)"
        r"(?: (?:at|on|by|with|via|your|a|here).{0,80})?"
    ),
    rf"(?:please )?let us know (?:what you think )?in the comments(?: {REST}{{0,40}})?",
)
_LIKELY: Final = (
    rf"(?:follow|like|find) {REST}{{1,50}} on (?:our )?{_NETWORK}(?:\W{REST}{{0,60}})?",
    rf"(?:follow|subscribe to) (?:@\w{{1,40}}\W{{0,3}}){{1,3}}(?:on {_NETWORK})?",
    rf"subscribe to {REST}{{1,40}}\b{_MEDIUM}(?: {REST}{{0,60}})?",
    r"subscribe to [\w&' ]{1,30}(?: and (?:get|stay|read|receive).{1,80})?",
    rf"{_PLEASE}sign-? ?up (?:for|to) {REST}{{1,60}}\b{_LETTER}(?: {REST}{{0,60}})?",
    rf"(?:download|get) {REST}{{1,30}} app(?: (?:now|today|here|on|for){REST}{{0,60}})?",
    r"subscribe|unsubscribe|like this|share this|e-?mail this|print this|share|tweet",
    r"(?:our|free|daily|weekly|e-?mail|get our) (?:e-?mail )?newsletters?",
    (
        rf"{_PLEASE}(?:help (?:us|to) )?(?:support|fund|sustain|keep) (?:us|our|independent|quality"
        r"|local|public|free|non-?profit|fearless|investigative)(?: (?:work|journalism|reporting"
        r"|newsroom|independent|local|quality|news|media|mission|investigative|free"
        rf"|journalists)){{1,3}}(?: {REST}{{0,80}})?"
    ),
    r"(?:please )?support us(?: (?:now|today|here|by|with|on).{0,60})?",
    (
        rf"your (?:support|donation|contribution|gift) (?:today |now |here )?(?:keeps?|helps?"
        rf"|makes?|allows?|funds?|enables?|means|is tax){REST}{{1,120}}"
    ),
    (
        r"if you (?:value|like|enjoy|enjoyed|appreciate|found|believe in) (?:this|our|what we)"
        r" (?:article|story|post|journalism|reporting|work|newsletter|site|content|do)"
        rf"{REST}{{0,140}}"
    ),
    (
        r"(?:we|our journalism|our work|our newsroom) (?:rely|relies|depend|depends) on (?:readers"
        rf"|your|the support|donations|people like you){REST}{{0,120}}"
    ),
    (
        r"(?:donate|contribute|give) (?:now|today|here|online|monthly)"
        r"|become a (?:member|supporter|patron)(?: (?:today|now|here))?"
        r"|make a (?:donation|contribution)(?: (?:today|now|here))?"
    ),
    r".{0,60}\bcheck out our .{1,80}",
    r"(?:thank you|thanks) for (?:reading|visiting|watching|listening)(?: .{0,60})?",
    r"join the (?:conversation|discussion)",
    (
        r"(?:get|receive) (?:our|the latest|breaking|free|daily|weekly)\b[^.]{0,60}(?:alerts"
        r"|newsletters?|notifications|headlines)(?: .{0,60})?"
    ),
    (
        r"for more (?:news|stories|updates|content|articles|videos|like this)[^.]{0,60},? (?:visit"
        r"|go to|follow|see|click|subscribe|sign up|check out) (?:[^.]{0,30} )?(?:our|us|here|this)"
        r"\b.{0,80}"
    ),
    r"this is a (?:developing|breaking)(?: news)? story",
    r"(?:please )?check back (?:for|later|soon|here)(?: .{0,60})?",
    r"welcome to .{2,60}, your (?:source|home|guide|place|destination) (?:for|of|to) .{1,200}",
    (
        r".{0,60}(?:reserves?|has|have) the right to (?:delete|remove|edit|moderate|close) .{0,30}"
        r"comments?\b.{0,160}"
    ),
    r"(?:share|all sharing options for) .{0,30}sharing options for\b.{1,160}",
    r"don't miss (?:a|an|any|out on)(?: single)? (?:brief|story|update|post|thing|issue|news)",
    r"stay (?:up to date|updated|informed|connected|in the loop)(?: (?:with|on) .{1,60})?",
)
# Buttons: a line of nothing else, two networks at least.
_BUTTONS: Final = frozenset(
    """
    share tweet pin email e-mail mail print copy link more follow us on via to with this like save
    post submit send facebook twitter x instagram youtube linkedin whatsapp telegram tiktok
    pinterest reddit google google+ tumblr snapchat threads mastodon bluesky vk flipboard
    messenger viber weibo wechat rss stumbleupon digg delicious pocket buffer xing odnoklassniki
    copied! shares share: total
    """.split()
)
_NETWORKS: Final = frozenset(
    """
    facebook twitter instagram youtube linkedin whatsapp telegram tiktok pinterest reddit google+
    tumblr snapchat flipboard messenger viber stumbleupon digg rss vk xing bluesky mastodon
    """.split()
)
_STARTS: Final = frozenset({"share", "follow", "print", "email", "e-mail"})
_APART: Final = re.compile(r"[\s,|/·•:()]+")
_MOST_BUTTONS: Final = 30
_OPENERS: Final = """
    please you don't be make and also click tap share tweet retweet pin e-mail email send forward
    print bookmark save copy post follow like find join watch friend add catch connect keep stay
    engage visit subscribe support chat sign sign-up signup get receive have enter unsubscribe no
    thank thanks newsletter download install try now available turn enable allow do got text call
    write contact let our the free daily weekly donate contribute give become make check tick
    welcome if we your for this add help fund sustain one two three six 1 2 3 4 5 6 7 8 9 10 12 24
    26 52
"""
# Only after the article's end: an article could speak of them.
_AT_THE_END: Final = whole_line(
    r"[\w&' ]{2,40} newsletters?",
    r"(?:tel(?:ephone)?|phone|fax|call|whats ?app|e-?mail)s?\W{1,3}[+(]?\d[\d() /.-]{5,20}.{0,100}",
    r"contact (?:us)?:? .{0,20}\d.{0,80}",
    r"letters to the editor|write a letter to the editor|submit a (?:letter|tip|press release)",
    r"(?:e-?mail|contact|write to|reach|follow) (?:the (?:author|writer|reporter)|him|her|them"
    r"|[\w'-]{2,20}(?: [\w'-]{2,20})?)(?: (?:at|on|via))?:? \S{0,30}@\S{2,40}(?: .{0,60})?",
)
_END_WORDS: Final = (
    "newsletter", "tel", "phone", "fax", "call", "contact", "letter", "tip", "press", "@", "mail"
)  # fmt: skip
WORDING: Final = Wording(
    "share",
    sure=_SURE,
    likely=_LIKELY,
    openers=_OPENERS,
    literals=(
        "(opens in",
        " to your ",
        " through your ",
        "sharing options",
        "check out our ",
        " the right to ",
        "? subscribe",
        "? sign",
        "? follow",
        "? join",
        "? download",
        "? get ",
        "? click",
        "download the ",
        "download our ",
    ),
)


class ShareOrNewsletter(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "share-or-newsletter"
    severity = Severity.ERROR
    confidence = 0.97
    since = "0.1.0"
    message = "This line asks readers to share, follow or subscribe and belongs to the page"
    evidence = "It holds nothing but an invitation of the kind that sites put round articles"
    wording = WORDING

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Compare the short lines with what pages ask of readers."""
        return invitations(document)


def invitations(document: Document) -> Mapping[int, Severity]:
    """Return the lines that invite or are buttons, by their block."""
    return document.once("boilerplate.invitations", lambda: _invitations(document))


def _invitations(document: Document) -> dict[int, Severity]:
    found = dict(WORDING.lines(document))
    for line in lines_of(document):
        if line.block not in found and _is_buttons(line.bare):
            found[line.block] = Severity.ERROR
    tail = tail_of(document)
    for line in reversed(lines_of(document)):
        if line.block < tail or not tail:
            break
        if (
            line.block not in found
            and any(word in line.bare for word in _END_WORDS)
            and _AT_THE_END.fullmatch(line.bare)
        ):
            found[line.block] = Severity.WARNING
    return found


def _is_buttons(line: str) -> bool:
    if _APART.split(line, 1)[0] not in _BUTTONS:
        return False
    words = _APART.split(line, _MOST_BUTTONS)
    return (
        len(words) > 1
        and _BUTTONS.issuperset(words)
        and (len(_NETWORKS.intersection(words)) > 1 or words[0] in _STARTS)
    )
