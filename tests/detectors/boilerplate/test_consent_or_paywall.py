"""Cookie notices and paywalls: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.consent_or_paywall import ConsentOrPaywall
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."


def found(text: str) -> list[Finding]:
    return list(ConsentOrPaywall.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    "line",
    [
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
    ],
)
def test_finds_the_whole_line(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.span.of(text) == line
    assert finding.severity > Severity.INFO
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\n{ARTICLE}"


def test_sure_lines_go_unseen_likely_ones_are_looked_at() -> None:
    (sure,) = found(f"{ARTICLE}\n\nAccept all cookies")
    (likely,) = found(f"{ARTICLE}\n\nLog in")
    assert (sure.severity, sure.fixes[0].safety) == (Severity.ERROR, Safety.SAFE)
    assert (likely.severity, likely.fixes[0].safety) == (Severity.WARNING, Safety.REVIEW)


@pytest.mark.parametrize(
    "text",
    [
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
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(f"{ARTICLE}\n\n{text}\n\n{ARTICLE}") == []


@pytest.mark.parametrize(
    "text",
    [
        "This website uses cookies " * 20_000,
        "cookies\n" * 50_000,
        "Accept all cookies\n" * 10_000,
        "You have " + "a " * 100_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    document = Document.plain(text)
    detector = ConsentOrPaywall.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
