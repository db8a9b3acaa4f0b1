"""One acronym in two forms."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.consistency.acronym_variant import AcronymVariant
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

DETECTOR = AcronymVariant.build(lexicons.load())


def run(text: str) -> list[Finding]:
    return list(DETECTOR.detect(Document.plain(text)))


def spread(usual: str, rare: str) -> str:
    """Write one form twice, the other once."""
    return f"In the {usual} it rained. They left the {usual} early. Most of the {rare} was wet."


PAIRS = [
    ("US", "U.S."),
    ("U.S.", "US"),
    ("UK", "U.K."),
    ("U.K.", "UK"),
    ("UN", "U.N."),
    ("U.N.", "UN"),
    ("EU", "E.U."),
    ("E.U.", "EU"),
    ("USA", "U.S.A."),
    ("U.S.A.", "USA"),
    ("BBC", "B.B.C."),
    ("CIA", "C.I.A."),
    ("C.I.A.", "CIA"),
    ("FBI", "F.B.I."),
    ("F.B.I.", "FBI"),
    ("DC", "D.C."),
    ("NATO", "Nato"),
    ("Nato", "NATO"),
    ("NASA", "Nasa"),
    ("Nasa", "NASA"),
    ("UNESCO", "Unesco"),
    ("Unesco", "UNESCO"),
    ("UNICEF", "Unicef"),
    ("Unicef", "UNICEF"),
    ("OPEC", "Opec"),
    ("Opec", "OPEC"),
    ("FIFA", "Fifa"),
    ("Fifa", "FIFA"),
    ("UEFA", "Uefa"),
    ("Uefa", "UEFA"),
    ("ASEAN", "Asean"),
    ("NAFTA", "Nafta"),
]
TRAPS = [
    "The US left. The US stayed. “We like the U.S.,” he said.",
    "A share in U.S. Steel fell in the US. All the US saw it.",
    "US LEAVES TALKS\n\nThe U.S. left the talks. An envoy of the U.S. spoke.",
    "Envoy of US speaks\n\nThe U.S. left the talks. An envoy of the U.S. spoke.",
    "Who leads the WHO? The WHO knows who.",
    "PARIS, Monday: it rained in Paris. All Paris was wet.",
    "The US left. In the U.S. it rained.",
    "The UN met. In the U.S. it rained. The US won.",
    "He told us that the US would let us go.",
    "They saw IT and said it. It is it.",
    "MARK: We are late. Mark was late. We waited for Mark.",
    "SMITH won. So did Smith. We like Smith.",
    "Aid came. The AIDS ward is full. Aids are many. It aids us.",
    "The U.S. left. The U.S. stayed. The U.S. won.",
    "In May the CIA left. The CIA’s chief stayed. The CIA won.",
    "The European Union, or EU, met. The EU’s chief left the EU.",
    "George W. Bush met J. K. Rowling. The JK flat was cold.",
    "An A.B.C. of food. They learn ABCs at school.",
    "At 5 p.m. it rained. He was PM. The PM left.",
    "The Doctor has a Ph.D. in law. They say a PhD takes years.",
    "BREAKING NATO NEWS\n\nThe chief of Nato spoke. Troops of Nato left.",
    "The chief of Nato spoke. Troops of Nato left. “NATO is late,” they wrote.",
    "NASCAR is loud. Oscar is not. Nascar Oscar.",
    "The UN-led talks failed. The U.N. is sad. The U.N. left.",
    "A G7 chief met G-7 staff at the G8.",
    "The AI is good. A.I. Artificial Intelligence is a film. The AI won.",
    "U.S. Bank and U.S. Cellular grew. The US did, too. We like the US.",
    "Hamas met HAMAS staff. Hamas left. Hamas won.",
    "IKEA opened. We love IKEA. All of IKEA is blue.",
    "An SOS was sent. Sos is a town. In Sos it rained.",
]


@pytest.mark.parametrize(("usual", "rare"), PAIRS)
def test_finds_the_rarer_form_and_mends_it(usual: str, rare: str) -> None:
    text = spread(usual, rare)
    (finding,) = run(text)
    assert finding.span.of(text) == rare
    assert finding.severity is Severity.INFO
    assert finding.fixes[0].applied(text) == text.replace(rare, usual)
    assert [place.span.of(text) for place in finding.related] == [usual]


@pytest.mark.parametrize("text", TRAPS)
def test_spares(text: str) -> None:
    assert [finding.span.of(text) for finding in run(text)] == []


def test_keeps_the_stop_of_the_sentence() -> None:
    text = "The US won. The US is glad. All of us like the U.S. That is so."
    (finding,) = run(text)
    assert finding.fixes[0].applied(text) == text.replace("U.S.", "US.")
    text = "The U.S. won. The U.S. is glad. All of us like the US. That is so."
    (finding,) = run(text)
    assert finding.fixes[0].applied(text) == text.replace("US.", "U.S.")


def test_mends_possessives() -> None:
    text = "The chief of Nato left. Troops of Nato stayed. It is NATO’s way."
    (finding,) = run(text)
    assert finding.span.of(text) == "NATO"
    assert finding.fixes[0].applied(text) == text.replace("NATO", "Nato")
