"""One word in two spellings."""

from __future__ import annotations

from time import process_time

import pytest

from copydesk import lexicons
from copydesk.detectors.consistency.spelling_variant import SpellingVariant
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

DETECTOR = SpellingVariant.build(lexicons.load())


def run(text: str) -> list[Finding]:
    return list(DETECTOR.detect(Document.plain(text)))


# The usual spelling, the rarer one.
PAIRS = [
    ("airstrike", "air strike"),
    ("air strike", "airstrike"),
    ("air strike", "air-strike"),
    ("airstrikes", "air strikes"),
    ("email", "e-mail"),
    ("e-mails", "emails"),
    ("percent", "per cent"),
    ("per cent", "percent"),
    ("adviser", "advisor"),
    ("advisors", "advisers"),
    ("organise", "organize"),
    ("recognized", "recognised"),
    ("organisation", "organization"),
    ("ok", "okay"),
    ("cooperate", "co-operate"),
    ("co-operation", "cooperation"),
    ("healthcare", "health care"),
    ("health care", "healthcare"),
    ("ceasefire", "cease-fire"),
    ("cease-fire", "ceasefire"),
    ("cyberattack", "cyber attack"),
    ("website", "web site"),
    ("policymaker", "policy-maker"),
    ("toward", "towards"),
    ("judgment", "judgement"),
    ("protesters", "protestors"),
    ("online", "on-line"),
    ("antiwar", "anti-war"),
    ("postwar", "post-war"),
    ("wellbeing", "well-being"),
    ("whistleblower", "whistle-blower"),
    ("focused", "focussed"),
    ("tsar", "czar"),
    ("café", "cafe"),
    ("fee waiver", "fee-waiver"),
    ("short term", "short-term"),
]
TRAPS = [
    "A long-term plan helps in the long term. The plan is long-term. It is for the long term.",
    "They resign. They resign again. We re-sign the player. A re-signed one is glad.",
    "The World Health Organization likes to organise games. They organise many.",
    "The airstrike failed. Every airstrike did. “An air strike,” he wrote, “is bad.”",
    "The prize is his. They prise it open. Its size is good. The prize was won.",
    "They go ahead. It is a go-ahead. They opt out of the opt-out. An opt-out is bad.",
    "They break up. The break-up is sad. They wrote off a write-off. The break-up hurt.",
    "An ice-cream shop sells ice cream. The ice cream is good. We like ice cream.",
    "The box-office hit. At the box office it won. The box office closed.",
    "A 19-year-old came. He is 19 years old. Every year old men come.",
    "The well-known man is well known. He is well known here.",
    "A high-carbon plan has a high carbon price. The high carbon price hurts.",
    "An anti-war march and an anti-war song. The war is over.",
    "A co-op met. The coop is full of hens. The co-op sells a coop.",
    "They live in a first-floor flat. On the first floor it is warm. The first floor is old.",
    "The decision-making is slow. They like decision making boards.",
    "He set up a set-up. The set-up failed. They set up more.",
    "We recover. A re-covered chair is dear. We recover soon, and re-cover it.",
    "They realise it. The prize is real. Realism is a real style.",
    "One capsized ship. Two capsized. It is a matter of size, not of sise.",
    "An airstrike came. An air of doom strikes me. The airstrike failed.",
    "Two cents per cent. One per cent came. Two per cent left. The centre won.",
    "The email came. The email left. The emails stayed.",
    "He has the drive. A drive-in film is a film. They drive in often. The drive-in closed.",
    "A free-trade zone needs free trade. Free trade is good. The free trade deal won.",
    "In the first half, it rained. A first-half goal came. The first half was dull.",
    "The air-strike-free zone is calm. An airstrike came. No airstrike hit.",
    "My adviser left. An adviser stayed. The Advisor is a boat.",
    "We analyse and analyze. Paralyse him.",
    "It is okay. Okay, let us go. It is okay.",
    "",
]


@pytest.mark.parametrize(("usual", "rare"), PAIRS)
def test_finds_the_rarer_spelling_and_mends_it(usual: str, rare: str) -> None:
    text = (
        f"They like the {usual}, and so do we. Nobody else likes the {usual} here. "
        f"But they say of the {rare}, that it is bad."
    )
    (finding,) = run(text)
    assert finding.span.of(text) == rare
    assert finding.severity is Severity.INFO
    assert finding.fixes[0].applied(text) == text.replace(rare, usual)
    assert finding.related[0].span.of(text) == usual


@pytest.mark.parametrize("text", TRAPS)
def test_spares(text: str) -> None:
    assert [finding.span.of(text) for finding in run(text)] == []


def test_keeps_the_ending_of_each_place() -> None:
    text = (
        "They organised it. They organise a lot. Organising helps, and organising is fun. We "
        "organize some, after organizing more."
    )
    (finding,) = run(text)
    assert finding.fixes[0].applied(text) == text.replace("organiz", "organis")
    text = "An air strike came. Two air strikes failed. We fear air strikes. The airstrikes hit."
    (finding,) = run(text)
    assert finding.fixes[0].applied(text) == text.replace("airstrikes", "air strikes")


def test_three_spellings_are_one_finding() -> None:
    text = "An airstrike came. An airstrike failed. One air strike hit. The air-strike was over."
    (finding,) = run(text)
    mended = finding.fixes[0].applied(text)
    assert mended.count("airstrike") == 4


def test_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        text = " ".join(
            f"the a{n}-b c{n}ize per cent airstrike air strike {n}" for n in range(count)
        )
        began = process_time()
        run(text)
        return process_time() - began

    once = seconds(4_000)
    assert seconds(8_000) < 4 * once + 0.5
