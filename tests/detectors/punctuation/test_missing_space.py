"""Words that are written together."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.punctuation.missing_space import MissingSpace
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(MissingSpace.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The bridge is closed.The mayor is angry.", "The bridge is closed. The mayor is angry."),
        ("Is it closed?Nobody knows.", "Is it closed? Nobody knows."),
        ("It was won by Lindqvist,who lives here.", "It was won by Lindqvist, who lives here."),
        ("The mayor said:“It is late.”", "The mayor said: “It is late.”"),
        ("“It is late,”she said.", "“It is late,” she said."),
        ("She said“it is late” twice.", "She said “it is late” twice."),
        ("They moved toBerlin in May.", "They moved to Berlin in May."),
        ("They met Orvald. He spoke ofOrvald.", "They met Orvald. He spoke of Orvald."),
        ("Anna Brask won. AnnaBrask cheered.", "Anna Brask won. Anna Brask cheered."),
        ("Brask won, and PaulaBrask cheered.", "Brask won, and Paula Brask cheered."),
        ("Owen won, and PaulaOwen cheered.", "Owen won, and Paula Owen cheered."),
        ("It met SenatorOrvald. Orvald spoke.", "It met Senator Orvald. Orvald spoke."),
        ("Ruiz-Bonn met JanRuiz-Bonn.", "Ruiz-Bonn met Jan Ruiz-Bonn."),
        ("It opened in 2011,and closed.", "It opened in 2011, and closed."),
        ("It rained becausethey left.", "It rained because they left."),
        ("It opened on May 28,2022 at noon.", "It opened on May 28, 2022 at noon."),
        ("They have upto nine boats.", "They have up to nine boats."),
        ("Infact they have nine boats.", "In fact they have nine boats."),
    ],
)
def test_puts_the_space_in(text: str, right: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].safety is Safety.SAFE
    assert finding.fixes[0].applied(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "A heading:Nobody came.",
        "Ask MarieKowalczykova.",
        "Ask Mr.Orvald.",
        "Paula Owen,36, won.",
        "The race is over.they went home.",
        "The boats(all of them) left.",
        "The boats (all of them)left.",
        "Mozilla Firefox is here. MozillaFirefox is new.",
        "They asked Brown.Norway said no.",
        "Saab and Saab alone won the quarterSaab lost.",
    ],
)
def test_what_could_be_a_style_is_a_warning(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Tags: news,sports,weather,opinion.",
        "The file is in src/main.Window.java or index.Html.",
        "Call toString() or the #inBerlin tag, user_inBerlin or @fromMunich.",
        "St.Louis, vs.The rest, i.e.The end, Ph.D.",
        "eBay, inStyle, onStar, theSkimm, asOne, deMontfort; DeAndre, MacLeod, AnnMarie.",
        "“What?” “No.” ‘“Yes,”’ he said: ‘no’.",
        "The inDrive app: inDrive is new. LinkedIn, SpaceX, BlackBerry, PayPal.",
        "Person(s), PARK(ing), the (re)building of it, call(me), x(y z)w, “a”(b c).",
        "The youre, lineout, somethin, talkshow, hehe, sonus, everbody; covid19, and 5G.",
        '2,4-dioxin, “Cats"s, x="y", a,"b",c and MaryKate, JoAnn, AnnaLena.',
        "Re:Invent, CSI:Miami, C:Users, 10:30, 2,000, 1.5, 3,Four.",
    ],
)
def test_spares_what_is_written_so(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Growth slowed in the quarterThe bank waits.", "quarter. The"),
        ("It was founded in 2018The bank waits.", "2018. The"),
        ("The Fed waits. It cut rates in 2018Fed officials said.", "2018. Fed"),
    ],
)
def test_offers_the_full_stop_too_where_a_sentence_ends(text: str, right: str) -> None:
    (finding,) = found(text)
    stop, space = finding.fixes
    assert right in stop.applied(text)
    assert right.replace(".", "") in space.applied(text)
    assert stop.safety is space.safety is Safety.REVIEW


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('The mayor said,"We are here." He left.', 'said, "We'),
        ('"We are here."The mayor left.', 'here." The'),
    ],
)
def test_counts_straight_quotation_marks(text: str, right: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.ERROR
    assert right in finding.fixes[0].applied(text)


@pytest.mark.parametrize(
    "unit",
    ["a,b", "ab,cd ", "ab.Cd", "”ab“", "inB ", "ofRome", "word.The ", "a(b c)d", 'a."B', "thewe"],
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(MissingSpace.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
