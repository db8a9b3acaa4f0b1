"""Compounds that a rewriting program broke: the positives were written before the detector."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.substitution.spun_prefix import SpunPrefix
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# (text with the broken compound, the compound, what it was)
POSITIVES = [
    ("The UN-trusted envoy met both sides on Sunday.", "UN-trusted", "UN-backed"),
    ("Troops of the US-drove coalition left the base.", "US-drove", "US-led"),
    ("The Saudi-drove alliance bombed the port of Hodeida.", "Saudi-drove", "Saudi-led"),
    ("An Iran-upheld militia fired rockets at the airport.", "Iran-upheld", "Iran-backed"),
    ("The army-upheld council has named a premier.", "army-upheld", "army-backed"),
    ("The state-possessed oil company cut its output.", "state-possessed", "state-owned"),
    ("It works for a government-claimed bank in Lagos.", "government-claimed", "government-owned"),
    ("A family-claimed bakery in Leeds has closed.", "family-claimed", "family-owned"),
    ("The state-ran news agency reported the arrests.", "state-ran", "state-run"),
    ("The Hamas-ran health ministry gave a toll.", "Hamas-ran", "Hamas-run"),
    ("Aid reached the rebel-kept suburbs at last.", "rebel-kept", "rebel-held"),
    ("The London-primarily based bank lost its licence.", "London-primarily based", "London-based"),
    ("Russian-talking voters in the east stayed at home.", "Russian-talking", "Russian-speaking"),
    ("The Kremlin-adjusted channel went off the air.", "Kremlin-adjusted", "Kremlin-aligned"),
    ("A Qatar-interceded truce held for a week.", "Qatar-interceded", "Qatar-mediated"),
    (
        "Farmers in Israeli-involved territory lost their wells.",
        "Israeli-involved",
        "Israeli-occupied",
    ),
    ("Millions live in a Muslim-larger part nation.", "Muslim-larger part", "Muslim-majority"),
    ("The Soviet-technology tower blocks are to go.", "Soviet-technology", "Soviet-era"),
    ("The rule is EU-extensive and starts in May.", "EU-extensive", "EU-wide"),
    ("They chose a family-pleasant resort by the lake.", "family-pleasant", "family-friendly"),
    ("The decade-lengthy war has ruined the south.", "decade-lengthy", "decade-long"),
    ("It was an excessive-profile trial for the town.", "excessive-profile", "high-profile"),
    ("The quick-term outlook is poor, the bank said.", "quick-term", "short-term"),
    ("She is a nicely-known singer in her country.", "nicely-known", "well-known"),
    ("The far-proper party won nine seats.", "far-proper", "far-right"),
    ("Police broke up a seasoned-democracy march.", "seasoned-democracy", "pro-democracy"),
    (
        "He spoke to professional-Russian fighters in Donetsk.",
        "professional-Russian",
        "pro-Russian",
    ),
    ("The so-referred to as caliphate fell in 2019.", "so-referred to as", "so-called"),
    ("A 45-year-vintage man was held by police.", "year-vintage", "year-old"),
    ("A NATO-skilled unit held the bridge.", "NATO-skilled", "NATO-trained"),
]


def found(text: str) -> list[Finding]:
    return list(SpunPrefix.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(("text", "spun", "right"), POSITIVES)
def test_names_and_mends_the_compound(text: str, spun: str, right: str) -> None:
    (finding,) = found(text)
    assert finding.span.of(text) == spun
    assert finding.severity >= Severity.WARNING
    assert finding.fixes[0].applied(text) == text.replace(spun, right)
    assert finding.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "The US-supported, Trump-endorsed and Oxford-educated candidate lost.",
        "Saudi-led and Iran-backed forces met in rebel-held Idlib.",
        "A laser-guided missile hit the red-headed statue.",
        "The IS-claimed attack shook the Argentine-claimed islands.",
        "It was a well-kept and best-kept secret, a self-taught man said.",
        "Seasonally-adjusted, inflation-adjusted and GDP-adjusted figures fell.",
        "Police-involved shootings and US-involved talks go on.",
        "SELF-POSSESSED AND ALSO-RAN",
        "Demon-possessed, she ran. Spirit-possessed, he did not.",
        "A two-headed, fast-talking and smooth-talking host spoke.",
        "The professional-grade camera costs a seasoned-looking buyer more.",
        "The vitamin-enriched, market-driven, user-friendly plan is a US-only one.",
        "They drank a 12-year-old whisky from a wine of vintage-year quality.",
        "The party-celebration ran into the early hours.",
        "His half-brother is a Turkish-born, London-based and English-speaking baker.",
    ],
)
def test_spares_compounds_that_people_write(text: str) -> None:
    assert found(text) == []


def test_keeps_the_capitals_of_the_place() -> None:
    (finding,) = found("Excessive-profile guests came.")
    assert finding.fixes[0].applied("Excessive-profile guests came.") == "High-profile guests came."
    (finding,) = found("THE STATE-POSSESSED BANK")
    assert finding.fixes[0].applied("THE STATE-POSSESSED BANK") == "THE STATE-OWNED BANK"


def test_a_compound_that_somebody_might_mean_is_less_sure() -> None:
    assert found("It works for a family-claimed bank.")[0].severity is Severity.WARNING
    assert found("It works for a US-drove force.")[0].severity is Severity.ERROR
