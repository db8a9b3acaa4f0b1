"""Pronouns of the other gender: positives written before, and what examples can't hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.translation.pronoun_gender_clash import PronounGenderClash
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding


def found(text: str) -> list[Finding]:
    return list(PronounGenderClash.build(lexicons.load()).detect(Document.plain(text)))


# Thirty sentences, written before the detector was; the last three are left to human eyes.
POSITIVES = """
Mrs Berg described himself as a friend.
Ms Lindqvist has never spoken about himself.
Miss Hall called himself a friend of the town.
The queen found himself alone in the hall.
The actress hurt himself at work.
A woman killed himself in the old harbour.
Her mother had not forgiven himself.
The spokeswoman did not speak of himself.
The princess has always thought of himself first.
His wife kept himself busy in the garden.
Her daughter taught himself to sail.
The girl saw himself on television.
Queen Margrethe described himself as lucky.
Mrs Anna Berg calls himself lucky.
Giorgia Meloni described himself as lucky.
Angela Merkel has often asked himself so.
Ursula Berg could not help himself.
Theresa May quickly found himself alone.
Mr Berg described herself as a friend.
The king found herself alone in the hall.
A man killed herself in the old harbour.
The spokesman did not speak of herself.
His father had not forgiven herself.
Her husband kept herself busy in the garden.
The boy saw herself on television.
Donald Trump called herself lucky.
Actress Eva Berg hurt himself at work.
Mrs Berg said that he was happy.
The actress and his daughter were there.
The queen said in his speech that it was late.
""".strip().splitlines()


@pytest.mark.parametrize("text", POSITIVES[:-3])
def test_offers_the_other_pronoun(text: str) -> None:
    (finding,) = found(text)
    mended = finding.fixes[0].applied(text)
    assert {text, mended} == {
        text.replace("herself", "himself"),
        text.replace("himself", "herself"),
    }


def test_thirty_positives_were_written() -> None:
    assert len(POSITIVES) == 30


@pytest.mark.parametrize("text", POSITIVES[:-3])
def test_is_silent_where_the_pronoun_is_right(text: str) -> None:
    (finding,) = found(text)
    assert found(finding.fixes[0].applied(text)) == []


@pytest.mark.parametrize("unit", ["himself ", "Mrs Berg hurt himself ", "of himself "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = PronounGenderClash.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 4
