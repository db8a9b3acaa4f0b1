"""Apostrophes that became a space or nothing."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.encoding.lost_apostrophe import LostApostrophe
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

SENTENCES = [
    "They couldn't go, and she didn't say why it's late.",
    "I'm sure we've seen them; they'll say you're wrong.",
    "The council's plan pleased Germany's ambassador, who's ill.",
    "There's the women's team, and that's the world's best.",
    "Don't wait: he'd be here by ten o'clock, if he weren't ill.",
    "Let's go to everyone's house.",
]


def found(text: str) -> list[Finding]:
    return list(LostApostrophe.build(lexicons.load()).detect(Document.plain(text)))


def mended(text: str) -> str:
    for finding in sorted(found(text), key=lambda finding: finding.span, reverse=True):
        text = finding.fixes[0].applied(text)
    return text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_puts_back_what_became_a_space(sentence: str) -> None:
    damaged = sentence.replace("'", " ")
    assert mended(damaged) == sentence
    assert {finding.severity for finding in found(damaged)} == {Severity.ERROR}
    assert all(finding.fixes[0].safety is Safety.SAFE for finding in found(damaged))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("We dont know. Wasnt it late?", "We don't know. Wasn't it late?"),
        ("IT DOESNT MATTER TO HIM.", "IT DOESN'T MATTER TO HIM."),
        ("The town’s mayor said they cant go.", "The town’s mayor said they can’t go."),
        ("“We havent seen it,” she said.", "“We haven’t seen it,” she said."),
        ("The Texas s governor came.", "The Texas's governor came."),
        ("I think its the end.", "I think it's the end."),
        ("Its easy to say and its also wrong.", "It's easy to say and it's also wrong."),
        ("It seems its illegal.", "It seems it's illegal."),
        ("Lets face it: Im moving to town.", "Let's face it: I'm moving to town."),
        ("Ive been there. You couldve come.", "I've been there. You could've come."),
        ("Most people cant see it.", "Most people can't see it."),
        ("She knows shes late for everyones party.", "She knows she's late for everyone's party."),
    ],
)
def test_mends_in_the_style_of_the_article(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize("text", ["The studio Dont Nod came.", "Arent Fox sued the city."])
def test_what_could_be_a_name_is_a_warning(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].safety is Safety.REVIEW


def test_what_could_be_another_word_is_a_warning() -> None:
    (finding,) = found("He says its a pity.")
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("mark", ["'", "’"])
def test_spares_apostrophes_in_their_place(sentence: str, mark: str) -> None:
    assert found(sentence.replace("'", mark)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The vowel is not written: it is an s, m or t. His childrens’ toys.",
        "Vitamin D and John D White; J D Lee; MDC T; I D cards.",
        "The word takes an s there, with s at its end.",
        "Ms. Lee has a B.A. and s.t.c. in T&T.",
        "Děti s rodiči and Praha s okolím.",
        "They see. D. Lane left. It was 40 m loan s.",
        "The city\ns line was cut.",
        "It is its beautiful and historic centre, the best of its kind, at its natural best.",
        "Its great achievements, its likely impact, its simple emblem, its good, old days.",
        "It lets users see, and she lets be. Lets in Kent is a village.",
        "“Theres [sic] something in it,” it read. “You dont (sic) know,” it read.",
        "Leave your IM running. Childs said that Hes is a name. He is wont to go.",
    ],
)
def test_spares_letters(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["s ", "it s ", "don t ", "its a ", "dont ", "'s ", "I m"])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (20_000 // len(unit)))
    began = time.process_time()
    list(LostApostrophe.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
