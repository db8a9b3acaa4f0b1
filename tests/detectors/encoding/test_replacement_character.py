"""Characters that were lost."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.encoding.replacement_character import ReplacementCharacter
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was: what is lost in each is known.
LOST = [
    "The council didn⟨’⟩t vote.",
    "They couldn⟨’⟩t say why.",
    "It⟨’⟩s late and we⟨’⟩re ready.",
    "That⟨’⟩s what I⟨’⟩ve heard.",
    "The mayor⟨’⟩s plan failed.",
    "The city⟨’⟩s streets are wide.",
    "⟨“⟩We are ready.",
    "He said: ⟨“⟩We are ready.",
    "It is over,⟨”⟩ he said.",
    "Is it over?⟨”⟩ he asked.",
    "It rained ⟨–⟩ and snowed ⟨–⟩ all day.",
    "Oslo (NTB) ⟨–⟩ A ferry sank.",
    "A caf⟨é⟩ in M⟨ü⟩nster closed.",
    "Her fianc⟨é⟩e left.",
    "S⟨ã⟩o Paulo is large.",
    "Jos⟨é⟩ scored twice.",
    "The na⟨ï⟩ve plan failed.",
    "The price is ⟨£⟩40 now.",
    "It cost ⟨€⟩12 in all.",
    "It was 20⟨°⟩C in May.",
    "Gda⟨ń⟩sk and ⟨Ł⟩ódź are cities.",
    "The r⟨é⟩sum⟨é⟩ was lost.",
    "Tromsø and Bod⟨ø⟩ are north.",
    "They waited⟨…⟩ and left.",
    "Rock ⟨’⟩n⟨’⟩ roll is back.",
    "The 1990⟨’⟩s are gone.",
    "Beyonc⟨é⟩ sang.",
    "It is 5 ⟨×⟩ 4 metres.",
    "Copyright ⟨©⟩ by them.",
    "Citro⟨ë⟩n builds cars.",
]


def found(text: str) -> list[Finding]:
    document = Document.plain(text)
    return list(ReplacementCharacter.build(lexicons.load()).detect(document))


def damaged(sentence: str) -> str:
    while "⟨" in sentence:
        begin = sentence.index("⟨")
        sentence = sentence[:begin] + "\ufffd" + sentence[begin + 3 :]
    return sentence


@pytest.mark.parametrize("sentence", LOST)
def test_finds_each_loss(sentence: str) -> None:
    text = damaged(sentence)
    findings = found(text)
    assert findings
    covered = "".join(finding.span.of(text) for finding in findings)
    assert covered.count("\ufffd") == text.count("\ufffd")
    assert all(finding.severity is Severity.ERROR for finding in findings)


@pytest.mark.parametrize("sentence", LOST[:12])
def test_offers_the_mark_where_only_one_makes_sense(sentence: str) -> None:
    text = damaged(sentence)
    for finding in reversed(found(text)):
        assert finding.fixes[0].safety is Safety.REVIEW
        text = finding.fixes[0].applied(text)
    assert text == sentence.replace("⟨", "").replace("⟩", "")


def test_guesses_no_letter() -> None:
    assert [finding.fixes for finding in found(damaged("A caf⟨é⟩ in M⟨ü⟩nster."))] == [(), ()]


@pytest.mark.parametrize(
    "text", ["The sign “\ufffd” is printed.", "No loss, don’t worry – it’s a café.", ""]
)
def test_spares_what_is_meant(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["\ufffd", "a\ufffd", "\ufffd ", "“\ufffd", "aaaa\ufffd "])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(ReplacementCharacter.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
