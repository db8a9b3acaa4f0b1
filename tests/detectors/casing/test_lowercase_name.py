"""What the examples of lowercase-name cannot hold: levels, fixes, doubts, time."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from copydesk import lexicons
from copydesk.detectors.casing.lowercase_name import LowercaseName
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

SEED = Path(__file__).parents[3] / "seeds" / "000_3770f2927fc7ba81.txt"

# Written before the detector: a text, and the names written small in it.
POSITIVES = [
    ("The talks in Doha ended after Antony blinken left.", ["blinken"]),
    ("Police said Marek dvorsky was seen in Brno.", ["dvorsky"]),
    ("She moved from manchester to a farm.", ["manchester"]),
    ("The israeli army entered the town.", ["israeli"]),
    ("The vote will be held on tuesday.", ["tuesday"]),
    ("It opened in september and closed a week later.", ["september"]),
    ("“It is over,” said wojciechowski.", ["wojciechowski"]),
    ("The village of kolbuszka has no school.", ["kolbuszka"]),
    ("President zelensky thanked the doctors.", ["zelensky"]),
    ("The mayor, Hana horáková, was absent.", ["horáková"]),
    ("He studied at harvard and taught history.", ["harvard"]),
    ("Angela merkel’s party lost the vote.", ["merkel"]),
    ("Aisha mbuku sells fruit in Lagos. Later Mbuku goes home.", ["mbuku"]),
    ("The ship left shanghai at dawn.", ["shanghai"]),
    ("A french court heard the case.", ["french"]),
    ("The firm bought shares of microsoft last week.", ["microsoft"]),
    ("They flew to los angeles with a band.", ["los angeles"]),
    ("The road to north korea is closed.", ["north korea"]),
    ("Her name is benjamin, and she laughed about it.", ["benjamin"]),
    ("The anti-russian protest was small.", ["russian"]),
    ("Dr. J. przybylo wrote the report.", ["przybylo"]),
    ("They walked through Leblon, ipanema and Lapa.", ["ipanema"]),
    ("He was born in kraków, a city of students.", ["kraków"]),
    ("Minister okonjo-iweala was not there, but minister chukwuma was.", ["chukwuma"]),
    ("The vatican did not comment.", ["vatican"]),
    ("Barack obama spoke for an hour.", ["obama"]),
    ("He read the koran and the works of shakespeare.", ["koran", "shakespeare"]),
    ("Fans of barcelona sang all night.", ["barcelona"]),
    ("In march 2021 the shops were closed.", ["march"]),
    ("The photographer Eva krásná lives in Prague.", ["krásná"]),
    ("Donald trump was not invited.", ["trump"]),
    ("A minister under Gordon brown resigned.", ["brown"]),
]

NEGATIVES = [
    "The archaeologists kept a diary of the excavation.",
    "Staphylococcus aureus and Homo sapiens were named first.",
    "He ordered crème brûlée with brussels sprouts.",
    "The site is at news.example.org/london and the tag is #paris.",
    "Ali bin Hamad al Thani met Maria de la Cruz van den Berg.",
    "The unfriending of vloggers is a megatrend.",
    "They may march in a polish of their own, said the turkey farmer.",
    "He typed “netanyahu_2024.txt” and pressed enter.",
    "The recieving clerk was absent.",
    "Gordon played a trump card and wore brown shoes.",
    "Their motto was in vino veritas, ad maiorem gloriam.",
    "The teff was ground. Teff is a grain; teff and more teff feeds the region.",
    "Wearing adidas, he opened his iPad on eBay.",
]


def find(
    text: str, *, names: tuple[str, ...] = (), dictionary: tuple[str, ...] = ()
) -> list[Finding]:
    """Run the detector on a text."""
    document = Document.plain(text, names=names, dictionary=dictionary)
    return list(LowercaseName.build(lexicons.load()).detect(document))


@pytest.mark.parametrize(("text", "names"), POSITIVES)
def test_finds_names_written_small(text: str, names: list[str]) -> None:
    assert [finding.span.of(text) for finding in find(text)] == names


@pytest.mark.parametrize("text", NEGATIVES)
def test_spares_what_is_small_rightly(text: str) -> None:
    assert [finding.span.of(text) for finding in find(text)] == []


def test_names_the_two_surnames_of_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = find(text)
    assert [finding.span.of(text) for finding in found] == ["netanyahu", "blinken"]
    assert {finding.severity for finding in found} == {Severity.ERROR}
    assert {finding.fixes[0].safety for finding in found} == {Safety.SAFE}
    mended = found[0].fixes[0].applied(text)
    assert "Benjamin Netanyahu Top" in mended


def test_strong_evidence_makes_an_error_and_weak_a_warning() -> None:
    strong = find("Ms Merkel spoke. Angela merkel left early, and then Merkel slept.")
    weak = find("A room in kolbuszka costs little.")
    assert [finding.severity for finding in strong] == [Severity.ERROR]
    assert [finding.severity for finding in weak] == [Severity.WARNING]
    assert [finding.fixes[0].safety for finding in weak] == [Safety.REVIEW]
    assert strong[0].confidence > weak[0].confidence


def test_evidence_says_why() -> None:
    found = find("Later Okafor flew home, where Okafor slept. We saw okafor there.")
    assert "capital" in found[0].evidence
    assert "“Okafor”" in found[0].evidence


def test_fix_writes_the_name_as_the_article_does() -> None:
    text = "The chief of McTavern met Ian mctavern. Then McTavern left, and so did McTavern’s dog."
    assert [finding.fixes[0].applied(text) for finding in find(text)] == [
        text.replace("mctavern", "McTavern")
    ]


def test_a_name_of_two_small_words_is_one_finding() -> None:
    text = "Reporters saw angela merkel."
    found = find(text)
    assert [finding.span.of(text) for finding in found] == ["angela merkel"]
    assert found[0].fixes[0].applied(text) == "Reporters saw Angela Merkel."


def test_other_small_names_lend_weight() -> None:
    alone = "The paintings of krtko hang there."
    among = f"Eva krumpa and Jan slavek met Zuzana hrbek, and President topolnik came. {alone}"
    assert find(alone) == []
    assert "krtko" in [finding.span.of(among) for finding in find(among)]


def test_words_of_the_request_are_spared() -> None:
    text = "They live in kolbuszka now."
    assert find(text)
    assert find(text, dictionary=("Kolbuszka",)) == []


def test_names_of_the_request_are_written_as_given() -> None:
    text = "We heard quorra delvan sing and bell hooks read."
    found = find(text, names=("Quorra DelVan", "bell hooks"))
    assert [finding.fixes[0].applied(text) for finding in found] == [
        "We heard Quorra DelVan sing and bell hooks read."
    ]
    assert found[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "xqz " * 25_000, "Anna xqzt said " * 7_000, "anti-russian-" * 8_000],
    ids=["letters", "words", "names", "hyphens"],
)
def test_takes_linear_time(text: str) -> None:
    began = process_time()
    find(text)
    half = process_time() - began
    began = process_time()
    find(text + " " + text)
    assert process_time() - began < 4 * half + 0.5


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("On Monday Mrs brown left.", Severity.ERROR),
        ("The bill, Mr. trump said, is late.", Severity.ERROR),
        ("On Monday President trump spoke. Trump had been ill.", Severity.WARNING),
    ],
)
def test_knows_a_person_by_the_title(text: str, severity: Severity) -> None:
    (finding,) = LowercaseName.build(lexicons.load()).detect(Document.plain(text))
    assert finding.severity is severity
    assert finding.span.of(text) in ("brown", "trump")


@pytest.mark.parametrize(
    "text",
    [
        "He is waiting for Mr right, or for Mr big.",
        "The President rose to speak. Rose had been ill.",
        "You can google it, and we skype a lot.",
    ],
)
def test_spares_what_only_looks_like_a_name(text: str) -> None:
    assert not list(LowercaseName.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("He works for the united nations in Rome.", "United Nations"),
        ("She sold her shares of goldman sachs.", "Goldman Sachs"),
        ("They saw it on tv, in the uk.", "TV"),
        ("The team lost to real madrid on penalties.", "Real Madrid"),
        ("They came back from north Carolina.", "North"),
        ("The cost of covid was high.", "Covid"),
    ],
)
def test_knows_names_that_are_made_of_common_words(text: str, right: str) -> None:
    found = find(text)
    assert found[0].severity is Severity.WARNING
    assert right in found[0].fixes[0].applied(text)


def test_calls_an_abbreviation_what_it_is() -> None:
    (finding,) = find("They saw it on tv last night.")
    assert finding.message == "“tv” is an abbreviation and wants capitals: “TV”"


@pytest.mark.parametrize(
    "text",
    [
        "The nations united behind her, and the world banks on it.",
        "See www.example.tv and the file tv.html, or SM:tv on Saturday.",
        "The supreme court and the foreign office were silent.",
        "The people of north Africa and east Asia trade more.",
        "Every family has a thanksgiving day of its own.",
    ],
)
def test_spares_common_words_that_are_no_such_name(text: str) -> None:
    assert not find(text)


@pytest.mark.parametrize(
    "text", ["tv, " * 50_000, "the new york times " * 25_000, "new " * 100_000]
)
def test_bounds_the_work_on_listed_names(text: str) -> None:
    document = Document.plain(text)
    detector = LowercaseName.build(lexicons.load())
    began = process_time()
    found = list(detector.detect(document))
    assert len(found) <= 1_000
    assert process_time() - began < 4
