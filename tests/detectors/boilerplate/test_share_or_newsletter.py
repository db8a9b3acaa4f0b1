"""Invitations to share, follow and subscribe: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.share_or_newsletter import ShareOrNewsletter
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."


def found(text: str) -> list[Finding]:
    return list(ShareOrNewsletter.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    "line",
    [
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
    ],
)
def test_finds_the_whole_line(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.span.of(text) == line
    assert finding.severity > Severity.INFO
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\n{ARTICLE}"


def test_what_names_another_publisher_is_less_sure() -> None:
    (mine,) = found(f"{ARTICLE}\n\nFollow us on Twitter")
    (theirs,) = found(f"{ARTICLE}\n\nFollow Anna Lee on Twitter")
    assert (mine.severity, mine.fixes[0].safety) == (Severity.ERROR, Safety.SAFE)
    assert (theirs.severity, theirs.fixes[0].safety) == (Severity.WARNING, Safety.REVIEW)


@pytest.mark.parametrize(
    "text",
    [
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
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(f"{ARTICLE}\n\n{text}\n\n{ARTICLE}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Follow us on Twitter\n" * 20_000,
        "Get " + "a " * 100_000 + "to your",
        ("Subscribe to " + "a " * 70 + "\n") * 5_000,
        "Share | " * 50_000,
        "(opens in (opens in" * 20_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    document = Document.plain(text)
    detector = ShareOrNewsletter.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
