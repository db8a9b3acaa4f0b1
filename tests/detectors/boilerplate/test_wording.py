"""Lines that a page puts round an article, by their wording: what examples can't hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.author_box import AuthorBox
from copydesk.detectors.boilerplate.consent_or_paywall import ConsentOrPaywall
from copydesk.detectors.boilerplate.copyright_line import CopyrightLine
from copydesk.detectors.boilerplate.navigation_run import NavigationRun
from copydesk.detectors.boilerplate.share_or_newsletter import ShareOrNewsletter
from copydesk.detectors.boilerplate.theme_credit import ThemeCredit
from copydesk.detectors.boilerplate.widget_text import WidgetText
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."
LINES: dict[type[Detector], tuple[str, ...]] = {
    AuthorBox: (
        "About the author",
        "ABOUT THE AUTHOR: ANNA LEE",
        "More about this writer",
        "Meet the author",
        "Author archives: Anna Lee",
        "View Anna Lee's full profile",
    ),
    ConsentOrPaywall: (
        "This website uses cookies to improve your visit.",
        "This site uses cookies. By staying here you accept them. Learn more",
        "We use cookies to make our pages better for you and to show fitting offers.",
        "By continuing to use this site, you consent to the use of cookies.",
        "Cookies help us to bring you our pages.",
        "Accept all cookies",
        "Cookie settings",
        "Manage consent",
        "Manage your privacy settings",
        "We value your privacy",
        "Do not sell or share my personal information",
        "Your privacy choices",
        "This site is protected by reCAPTCHA and the terms of its maker apply.",
        "By signing up, you agree to our terms of use.",
        "Already a subscriber? Log in",
        "Already a member? Sign in here",
        "Already have an account?",
        "Don't have an account? Register",
        "You have 3 free articles left this month",
        "You've reached your limit of free articles",
        "2 free articles remaining",
        "Subscribe to continue reading",
        "Log in to read the full article",
        "Please register to continue",
        "To continue reading, subscribe now",
        "This article is for subscribers only",
        "This content is available to members",
        "Subscriber-only content",
        "Unlock unlimited access for a pound a week",
        "Start your free trial",
        "Sign in or create an account",
        "Log in with Facebook",
        "Forgot your password?",
        "Our privacy policy and cookie policy. OK",
        (
            "Necessary cookies are absolutely essential for the website to function properly. "
            "This category only includes cookies that the site needs."
        ),
        "Valley Media uses cookies for its offers. Learn more.",
        "Learn more",
        "Find out more about our partners",
        "Sign in to your account",
    ),
    CopyrightLine: (
        "© 2019 The Gazette",
        "© 2019 The Gazette. All rights reserved.",
        "© The Gazette 2019",
        "© The Gazette Ltd. All Rights Reserved.",
        "Copyright © 2001-2021 Valley News",
        "(c) 2020 Valley News",
        "Copyright 2020 Valley News",
        "Copyright 2020 by Valley News. All rights reserved.",
        "COPYRIGHT 2020 VALLEY NEWS",
        "All rights reserved.",
        "Valley News Inc. All rights reserved.",
        "Copyright 2020 Valley News. All rights reserved. " + "No page is free. " * 8 + "Ask us.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "This article may not be reproduced without our consent.",
        "Reproduction in whole or in part is prohibited.",
        "Unauthorised use is prohibited without written permission.",
        "No part of this website may be copied.",
        "Republished with permission of Valley News",
        "© Valley Media, Inc. All rights to the valley",
        (
            "Copyright © valley.example Ltd All rights reserverd. Reproduction of news articles, "
            "photos or any other content in whole or in part in any form without express written "
            "permission of the site is prohibited. Ask us."
        ),
    ),
    NavigationRun: (
        "Skip to content",
        "Skip to main content",
        "Skip to content Skip to footer",
        "Back to top ↑",
        "Scroll to top",
        "Return to top",
        "Toggle navigation",
        "Main Menu",
        "Search for:",
        "About us",
        "Contact Us",
        "Advertise with us",
        "Privacy Policy",
        "Privacy policy | Terms of use",
        "Terms of Service Privacy Notice",
        "Terms & Conditions",
        "Sitemap",
        "Home / News / About us",
        "About Us · Contact Us · Careers · Help",
        "Filed Under: Weather",
        "Posted in Local news",
        "View all posts by Anna Lee",
        "Report an error in this article",
        "Spotted a mistake? Write to the desk.",
        "Switch to the Welsh edition",
        "Change location",
        "Skip to contentSkip to footer",
        "About / Advertise / Tip Us / Contact",
        "About us | Jobs at the mill | Contact Us | Privacy Policy | Careers",
        "Home » News » Politics",
        "Home / Sport / Football results",
        "Editorial ethics and guidelines",
        "Comment policy",
        "Filed under",
    ),
    ShareOrNewsletter: (
        "Share this:",
        "SHARE THIS STORY",
        "Share this post with your friends",
        "Share on: WhatsApp",
        "Click to share on Reddit (Opens in new window)",
        "Click to email a link to a friend (Opens in new window)",
        "Tweet this",
        "Print this page",
        "Facebook | Twitter | LinkedIn",
        "Follow us on Instagram",
        "Please follow us on Twitter and like us on Facebook!",
        "Like The Valley Gazette on Facebook",
        "Find our paper on Telegram",
        "Join our WhatsApp channel",
        "Join 1,234 other subscribers",
        "Join more than 50,000 readers",
        "Subscribe to our newsletter",
        "Subscribe now",
        "Subscribe to the Gazette podcast",
        "Sign up for our weekly newsletter",
        "Sign up to the Morning Gazette briefing",
        "Sign up here.",
        "Get the best of the Gazette in your inbox",
        "Get our stories delivered straight to your inbox every morning.",
        "The valley's news, delivered to your inbox.",
        "Enter your email address to follow this blog",
        "Enter your email address",
        "Receive notifications of new posts by email.",
        "Thank you for subscribing!",
        "Download our app",
        "Download the Gazette app for free",
        "Click here to turn on notifications",
        "Got a tip? Write to the newsroom at tips@example.com",
        "Support our journalism",
        "Share on Facebook FacebookShare on Twitter TwitterShare to Email",
        "Need more of this? Subscribe to our newsletter",
        "Subscribe to example.com newsletters",
        "Sign up for ourNewsletter.",
        (
            "Get the Gazette delivered through your letterbox every week. 6 issues for £5. Click "
            "here for more information."
        ),
        "Please tick the box to agree.",
        "You have successfully subscribed. Thank you!",
        "Support our journalism with a donation",
        "Help us keep local news free for all",
        "If you value this reporting, give what you can.",
        "Your support keeps this paper alive",
        "Donate now",
        "Our new app is now available",
        "Check out our status page for more details",
        "Welcome to the Valley Deals, your source for all that is cheap.",
        "The editors have the right to delete any comments that hurt others",
        "Thanks for reading!",
        "Join the conversation",
        "Get our daily news alerts",
        "For more stories like this, visit our website",
        "This is a developing story. Check back for updates.",
        "Print Email",
        "Like this: Like Loading...",
        "Add us as a preferred source on Google",
    ),
    ThemeCredit: (
        "Proudly powered by WordPress",
        "Powered by Blogger.",
        "Theme by Anna Lee",
        "Website designed by Lee & Lee",
        "Site by: Lee & Lee",
        "Theme: Valley by Lee & Lee",
        "Website developed and maintained by Lee & Lee",
    ),
    WidgetText: (
        "Advertisement",
        "ADVERTISEMENT",
        "Advertisements",
        "Advertisement - Continue Reading Below",
        "Story continues below",
        "Article continues below this advertisement",
        "Story continues after advertisement",
        "Continues after advertisement",
        "Scroll to continue",
        "Scroll down for more",
        "Skip ad",
        "Report this ad",
        "Sponsored content",
        "Promoted stories",
        "Ads by Lee & Lee",
        "Slide 3 of 12",
        "Photo 2/7",
        "Image 1 of 4",
        "1 / 12 photos",
        "Next slide",
        "View gallery",
        "See all photos",
        "Hide caption",
        "Enlarge this image",
        "Click to enlarge",
        "Play video",
        "Tap to unmute",
        "Video player is loading.",
        "This is a modal window.",
        "Captions off, selected",
        "Your browser does not support the video tag.",
        "Please enable JavaScript to see this page.",
        "Reading time: 4 minutes",
        "4 min read",
        "This story has been shared 12 times.",
        "1.2k shares",
        "Font size",
        "Loading...",
        "Watch now",
        "Views: 1,234",
        "This video can not be played",
        "0:00 / 2:13",
        "To play this video you need a newer browser",
        "This post may contain affiliate links.",
        "We may earn a commission from links on this page.",
        "Valley Homes | Sponsored",
        "Sensex: 40627.23+157.53",
        "Dow 28,004.89 +222.93 Nasdaq 8,540.83 +61.81",
        "Weather 12°C",
        "Embed",
        "1.2k views",
        "3 min read",
        "Image copyright Getty Images",
        "12°C Cloudy",
        "DJIA 28,004.89 +222.93",
        "Promoted by Taboola",
    ),
}
SPARED: dict[type[Detector], tuple[str, ...]] = {
    AuthorBox: (
        "About the river",
        "Author of the plan",
        "Anna Lee is a reporter at the Gazette.",
        "See the town's website for more",
    ),
    ConsentOrPaywall: (
        "We use cookies in this recipe, and butter.",
        "“This website uses cookies,” said the page.",
        "Cookies are small files that sites keep on a computer.",
        "This website uses cookies that the court has forbidden, the judge wrote.",
        "You have read many stories about the river. This one is true.",
        "By clicking a link, the thieves got in.",
        "To continue the work, the town needs money.",
        "Manage the river",
        "This article is about a river.",
        "Already the river is high",
        "Change of plan",
        "Premium prices for bread",
        "See the policy",
        "Find the right way",
        "Learn more words every day",
    ),
    CopyrightLine: (
        "Copyright 2020 was a conference.",
        "Copyright reform fails",
        "The right to copy 2020",
        "All rights were reserved for the owners.",
        "This story may not be true, but it is good.",
        "No part of this valley may be built on.",
        "Reproduction of the frogs begins in May.",
        "© Anna Lee",
    ),
    NavigationRun: (
        "Home News",
        "Sports",
        "Contact sports",
        "World politics",
        "Terms of the deal",
        "About time",
        "Search for survivors goes on",
        "Privacy matters",
        "Back to the top of the league",
        "Tags: council, auditors",
        "Topics: they change.",
        "Code of ethics",
        "Help",
        "Home",
        "Home Alone",
        "News / Sport",
        "Red / Green / Blue / White",
        "Editorial staff",
        "Home is where the heart is / sometimes",
    ),
    ShareOrNewsletter: (
        "Subscribers to our newsletter were told on Monday.",
        "The club asked fans to follow us on Twitter. They did.",
        '"Subscribe to our newsletter," she said.',
        "Sign up for the race using the address of your club.",
        "Share prices fell in London",
        "Like father, like son",
        "Get out of the way",
        "Join the army",
        "Twitter",
        "Facebook shares fall",
        "Download figures for March",
        "Find the right words",
        "",
        "...",
        "Your support for the plan was noted, she said.",
        "If you like this kind of weather, stay",
        "Click here and there",
        "Check the box",
        "The court has the right to delete the file",
        "Newsletters",
        "Contact sports: 3 of them",
        "Need more? Ask the mayor.",
        "For more on the vote, the mayor will speak on Friday.",
        "This is a story of two rivers.",
        "Print is dead",
    ),
    ThemeCredit: (
        "Powered by wind",
        "Theme of the day",
        "Designed by Anna Lee",
        "Website of the town",
        "Made in the valley",
    ),
    WidgetText: (
        "Advertisements for beer",
        "Slide of the hill stops traffic",
        "Loading the ships",
        "Play for time",
        "Three in four",
        "Photo finish",
        "Next to nothing",
        "The story continues.",
        "Sponsored by the town, the race begins.",
        "View from the hill",
        "Watch out",
        "Listen to the people",
        "Minutes later",
        "Reading the river",
        "Close the gap",
        "Shares fall",
        "Gold rush",
        "Oil prices fell by 2 percent in May",
        "The commission will earn its money",
        "Views differ",
        "Today 12 men were lost",
        "Image of a river",
        "It was 12°C in the shade, and the snow had gone.",
    ),
}
HOSTILE: dict[type[Detector], tuple[str, ...]] = {
    AuthorBox: (
        "About the author\n" * 20_000,
        "About the author\nAnna Lee is " + "a, " * 100_000,
        "About the author\n" + "Anna " * 100_000,
    ),
    ConsentOrPaywall: (
        "This website uses cookies " * 20_000,
        "cookies\n" * 50_000,
        "Accept all cookies\n" * 10_000,
        "You have " + "a " * 100_000,
    ),
    CopyrightLine: (
        "© " * 50_000,
        "All rights reserved " * 20_000,
        "All rights reserved\n" * 10_000,
        "copyright 2019 " * 20_000,
    ),
    NavigationRun: (
        "Home | " * 50_000,
        "Privacy Policy\n" * 10_000,
        "About us Home " * 20_000,
        ("News " * 30 + "\n") * 5_000,
    ),
    ShareOrNewsletter: (
        "Follow us on Twitter\n" * 20_000,
        "Get " + "a " * 100_000 + "to your",
        ("Subscribe to " + "a " * 70 + "\n") * 5_000,
        "Share | " * 50_000,
        "(opens in (opens in" * 20_000,
    ),
    ThemeCredit: (
        "Powered by WordPress | " * 20_000,
        "Theme by Lee\n" * 20_000,
    ),
    WidgetText: (
        "Advertisement\n" * 20_000,
        "Story continues " * 20_000,
        "1 min\n" * 30_000,
        "Loading | " * 30_000,
    ),
}
# A sure line, and one that an article could have, too.
SURE_AND_LIKELY: dict[type[Detector], tuple[str, str]] = {
    ConsentOrPaywall: ("Accept all cookies", "Log in"),
    NavigationRun: ("Back to top", "Tags: council, auditors"),
    ShareOrNewsletter: ("Follow us on Twitter", "Follow Anna Lee on Twitter"),
    WidgetText: ("Advertisement", "Loading..."),
}


def found(kind: type[Detector], text: str) -> list[Finding]:
    return list(kind.build(lexicons.load()).detect(Document.plain(text)))


def cases(table: dict[type[Detector], tuple[str, ...]]) -> list[tuple[type[Detector], str]]:
    return [(kind, text) for kind, texts in table.items() for text in texts]


@pytest.mark.parametrize(("kind", "line"), cases(LINES))
def test_finds_the_whole_line(kind: type[Detector], line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(kind, text)
    assert finding.span.of(text) == line
    assert (finding.severity > Severity.INFO) is (kind.severity > Severity.INFO)
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\n{ARTICLE}"


@pytest.mark.parametrize("kind", SURE_AND_LIKELY)
def test_sure_lines_go_unseen_likely_ones_are_looked_at(kind: type[Detector]) -> None:
    (sure,), (likely,) = (found(kind, f"{ARTICLE}\n\n{line}") for line in SURE_AND_LIKELY[kind])
    assert (sure.severity, sure.fixes[0].safety) == (Severity.ERROR, Safety.SAFE)
    assert (likely.severity, likely.fixes[0].safety) == (Severity.WARNING, Safety.REVIEW)


@pytest.mark.parametrize(("kind", "text"), cases(SPARED))
def test_spares_what_an_article_says(kind: type[Detector], text: str) -> None:
    assert found(kind, f"{ARTICLE}\n\n{text}\n\n{ARTICLE}") == []


def test_the_articles_text_behind_a_notice_stays_and_nothing_goes_unseen() -> None:
    text = f"{ARTICLE}\n\n© 2020 The Gazette. The minister resigned on Monday."
    (notice,) = found(CopyrightLine, text)
    assert notice.fixes[0].safety is Safety.REVIEW
    assert notice.fixes[0].applied(text).endswith("\n\nThe minister resigned on Monday.")
    mixed = f"{ARTICLE}\n\n© 2020 The Gazette. Our minister left the site on Monday."
    (whole,) = found(CopyrightLine, mixed)
    assert whole.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(("kind", "text"), cases(HOSTILE))
def test_hostile_texts_take_linear_time(kind: type[Detector], text: str) -> None:
    document = Document.plain(text)
    detector = kind.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8


def test_an_unknown_sentence_between_those_of_a_notice_is_looked_at() -> None:
    notice = (
        "Valley Media uses cookies for its offers. Learn more. It knows the rules of its trade. "
        "By using this site, you agree to our use of cookies."
    )
    text = f"{ARTICLE}\n\n{notice}"
    (finding,) = found(ConsentOrPaywall, text)
    assert finding.span.of(text) == notice
    body = "© 2020 The Gazette. All rights reserved. The minister resigned on Monday."
    (claim,) = found(CopyrightLine, f"{ARTICLE}\n\n{body}")
    assert claim.span.of(f"{ARTICLE}\n\n{body}").endswith("reserved.")


def test_a_breadcrumb_is_cut_off_where_the_headline_comes_again() -> None:
    headline = "Minister resigns after the vote in the valley"
    text = f"Home World {headline}\n\n{headline}\n\n{ARTICLE}"
    (finding,) = found(NavigationRun, text)
    assert finding.span.of(text) == "Home World"
    assert finding.fixes[0].applied(text) == f"{headline}\n\n{headline}\n\n{ARTICLE}"
    assert found(NavigationRun, f"Home World Cup hopes rise\n\n{ARTICLE}") == []


def test_a_breadcrumb_is_cut_off_before_two_spaces() -> None:
    text = f"Home World  Minister resigns\n\n{ARTICLE}"
    (finding,) = found(NavigationRun, text)
    assert finding.span.of(text) == "Home World"


def test_what_a_box_says_of_the_author_is_information() -> None:
    bio = "Anna Lee is a senior reporter at the Gazette, based in the valley."
    heading, under = found(AuthorBox, f"{ARTICLE}\n\nAbout the author\n\n{bio}\n\n{ARTICLE}")
    assert (heading.severity, under.severity) == (Severity.INFO, Severity.INFO)
    (last,) = found(AuthorBox, f"{ARTICLE}\n\n{bio}")
    assert last.severity is Severity.INFO
    assert found(AuthorBox, bio) == []
