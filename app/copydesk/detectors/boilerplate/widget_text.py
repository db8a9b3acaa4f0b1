"""The text of a player, a gallery or an advertisement's place is part of the text.

## What it does
Reports lines that are nothing but what a page's parts say: `Advertisement`, `Story continues
below`, `Slide 3 of 12`, `Loading…`, `Play video`, `5 min read`, `Report this ad`.

## Why it matters
It was copied with the article from its page, and breaks the article in its middle.

## Flags
- It rained. ¶ ⟦Advertisement⟧ ¶ Then it stopped.
- It rained. ¶ ⟦ADVERTISEMENT - CONTINUE READING BELOW⟧ ¶ Then it stopped.
- It rained. ¶ ⟦Story continues below⟧ ¶ Then it stopped.
- ⟦Slide 3 of 12⟧ ¶ The dam in May.
- ⟦Play video⟧ ¶ ⟦Loading…⟧ ¶ The vote is on Friday.
- ⟦5 min read⟧ ¶ The vote is on Friday.

## Does not flag
- The advertisement was shown on Monday, and the story continues below the bridge.
- Advertisements for tobacco ¶ They were banned in May.
- Click to play. The minister resigned on Monday. ¶ Ads by the party, the court ruled.
- Loading the ships takes a week
- He had to play video games for a living.
- Slide 3 of 12 showed the costs.
- Three in four men ¶ Nobody knew why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.wording import LineDetector, Wording
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document

_PART: Final = r"(?:story|article|post|text|report|content|reading|video|gallery)"
_AD: Final = r"(?:ad|ads|advert|adverts|advertisement|advertisements|advertising|sponsored message)"
_SURE: Final = (
    (
        rf"(?:{_AD}\W{{1,4}})?(?:{_PART} )?continues? (?:{_PART} )?(?:below|after|under)"
        rf"(?: (?:(?:this|the) )?{_AD})?(?:\W{{0,3}})"
    ),
    rf"scroll (?:down )?(?:to|for) (?:continue|more|read)(?: .{{0,40}})?(?:{_AD})?",
    r"advertisements?|advertisement\W{1,4}advertisement|advertorial|paid advertisement",
    rf"(?:skip|close|report|hide|why this|remove) (?:this )?{_AD}(?: \w{{1,12}})?",
    rf"(?:this )?{_AD} (?:will close|feedback|choices|loading|finished playing).{{0,40}}",
    (
        r"(?:sponsored|promoted|paid|partner) (?:content|post|links?|stories)|sponsored by"
        r"|from our sponsors?"
        r"|(?:content|ads|recommended|promoted|sponsored|powered|promoted links|sponsored links) by"
        r" (?:taboola|outbrain|google|revcontent|mgid)"
    ),
    r"ads by .{2,30}",
    r".{2,40} ?\| ?(?:sponsored|promoted|advertisement|advertorial|partner content|paid post)",
    (
        r"(?:this )?(?:article|story|post|content|page) (?:may )?contains? (?:affiliate|sponsored)"
        r" .{1,160}"
    ),
    (
        r"(?:we|this site|[\w. ]{2,30}) (?:may|might|will)? ?(?:earn|receive|get) (?:an? )?"
        r"(?:small )?(?:affiliate )?commissions? .{1,160}"
    ),
    (
        r"(?:slide|photo|image|picture|page) \d{1,3} (?:of|/) \d{1,3}|(?:slide|photo"
        r"|image) \d{1,3}/\d{1,3}"
    ),
    (
        r"\d{1,3} ?/ ?\d{1,3} (?:slides?|photos?|images?|pictures)|(?:previous|next) (?:slide"
        r"|image"
        r"|photo|slideshow)"
    ),
    (
        r"(?:view|see|show|open|launch|start|close) (?:the |full |all )?(?:gallery|slideshow"
        r"|photos|images"
        r"|pictures|fullscreen|full screen|comments|transcript)(?: \(?\d{1,3}\)?(?: \w{1,8})?)?"
    ),
    (
        r"(?:hide|show|toggle|view) (?:caption|captions|transcript|more|less)|enlarge"
        r"(?: this)? image"
        r"|image (?:source|caption)|image copyright(?: .{1,60})?"
        r"|click to (?:enlarge|expand|play|zoom)(?: .{0,30})?"
    ),
    (
        r"(?:tap|click) (?:here )?to (?:unmute|play|watch|view|listen|load|see more|enlarge"
        r"|expand).{0,40}"
    ),
    (
        r"play(?: the)? (?:video|audio|episode|clip)|(?:now playing|video player|media player)"
        r"(?: .{0,40})?"
    ),
    r"(?:watch|listen)(?: to)? (?:this|the) (?:article|story|video|episode)|watch live(?: tv)?",
    (
        r"(?:the |this )?video (?:player )?(?:is loading|can ?not be played|unavailable"
        r"|is unavailable"
        r"|will (?:start|begin).{0,30})|this is a modal window.{0,60}"
    ),
    r"(?:captions|subtitles|descriptions|chapters)(?: and subtitles)?(?: settings| off).{0,40}",
    r"\d{1,2}:\d\d(?::\d\d)? ?/ ?\d{1,2}:\d\d(?::\d\d)?(?: .{0,30})?",
    (
        r"(?:the |this )?(?:media|video|content|clip|file) (?:could|can) ?not be (?:played|loaded"
        r"|displayed).{0,120}"
    ),
    r"media (?:caption|playback).{0,120}|to play this (?:video|audio|content).{0,120}",
    r"(?:copy|get) (?:the )?(?:embed code|link url|video url)|embed(?: code)?|link copied",
    r"(?:current|remaining|duration) time.{0,20}|playback (?:rate|speed|isn't supported).{0,40}",
    r"(?:sorry, )?your browser (?:does not|doesn't|is out of date|no longer).{0,120}",
    (
        r"(?:please )?(?:enable|turn on) javascript.{0,100}|javascript (?:is|must be) (?:disabled"
        r"|enabled|required).{0,80}"
    ),
    (
        r"(?:estimated )?(?:reading|read|listening) time\W{1,3}(?:about |less than )?(?:\d{1,2}"
        r"|one|a)"
        r" ?(?:min(?:ute)?s?|m)(?:\W.{0,20})?"
    ),
    r"\d{1,2}(?: |-)?min(?:ute)?s?(?: |-)(?:read|listen|watch|to read)",
    (
        r"this (?:story|article|post|page|video) has been (?:shared|viewed"
        r"|read) [\d,.]{1,12}[km]? times(?:\W.{0,20})?"
    ),
    r"(?:views?|shares?|reads?|post views|page views|hits|visits)\W{1,3}[\d,.]{1,10}[km]?",
    # Prices and weather that a page renews by the hour.
    (
        r"(?:(?:djia|dow|dow jones|nasdaq|s&p|ftse|nikkei|dax|sensex|nifty|gold|oil|brent|crude|btc"
        r"|bitcoin|eur/usd|usd|gbp|eur)[-+−▲▼\d,.%:() |/]{3,60}){1,12}"
    ),
    r"(?:\w{1,15}(?: \w{1,15})?\W{1,3})?-?\d{1,3} ?°(?: ?[cf])?(?: \w{1,12}){0,2}",
    r"[\d,.]{1,10}[km]? (?:shares|views|retweets|likes|reads|total shares)",
    (
        r"(?:text|font) size(?:\W.{0,30})?|(?:increase|decrease|larger|smaller) (?:text|font)"
        r"(?: size)?"
    ),
    (
        r"you are using an (?:outdated|old|unsupported) browser.{0,100}|view (?:on"
        r"|this post on) instagram"
    ),
    r"an? (?:post|photo|video) shared by .{1,80}|embedded (?:video|tweet|content)",
)
_LIKELY: Final = (
    r"loading(?: more| video| comments| content)?|please wait|advertising|sponsored",
    r"photo gallery|slideshow|pause|mute|unmute|fullscreen|replay|autoplay",
    r"watch (?:now|live|video|the video)|listen (?:now|live)",
)
_OPENERS: Final = """
    ad ads advert adverts advertisement advertisements advertising advertorial sponsored story
    article post text report content reading video gallery continue continues scroll paid skip
    close hide why remove this promoted partner from recommended slide photo image picture page
    previous next view see show open launch start toggle enlarge click tap play now media watch
    listen the captions subtitles descriptions chapters current remaining duration playback sorry
    your please enable turn javascript estimated read listening font increase decrease larger
    smaller you a an embedded loading slideshow live pause mute unmute fullscreen replay autoplay
    audio podcast we post views shares reads hits visits copy get to file clip embed link djia dow
    nasdaq
    s&p ftse nikkei dax sensex nifty gold oil brent crude btc bitcoin usd gbp eur weather today
    tonight high low
"""
_WORDING: Final = Wording(
    "widget",
    sure=_SURE,
    likely=_LIKELY,
    openers=_OPENERS,
    literals=(
        " min",
        "-min",
        "shares",
        "views",
        "likes",
        "photos",
        "slides",
        "images",
        "| sponsored",
        "|sponsored",
        "| advert",
        "| promoted",
        " / 0",
        " / 1",
        " / 2",
        "°",
        "commission",
    ),
)


class WidgetText(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "widget-text"
    severity = Severity.ERROR
    confidence = 0.97
    since = "0.1.0"
    message = "This is the text of a player, gallery or advertisement of the page"
    evidence = "It holds nothing but what such parts of a page say"
    wording = _WORDING

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Compare the short lines."""
        return widgets(document)


def widgets(document: Document) -> Mapping[int, Severity]:
    """Return the lines, by their block."""
    return _WORDING.lines(document)
