"""What becomes of an engine's findings: names are spared, misspellings stay, rules earn."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.analysis import analyzer as analyzer_module
from copydesk.analysis.analyzer import Analyzer
from copydesk.analysis.foreign import engine_findings
from copydesk.analysis.options import ENGINE_RULES, Grammar, Options
from copydesk.analysis.spelling import slips
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.base import EngineMatch, EngineReport, EngineState
from copydesk.engines.fakes import FakeEngine
from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.client import Limits
from copydesk.engines.languagetool.lock import VERSION
from copydesk.engines.languagetool.server import SHORT_LIVED, LanguageToolServer
from copydesk.engines.rules import Standing, load_rules, parse_rules
from copydesk.findings import Severity
from copydesk.inputs.article import Article
from copydesk.text.document import Document, Language
from copydesk.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.analysis.analysis import Analysis
    from copydesk.findings import Finding

SPELLER = "MORFOLOGIK_RULE_EN_US"
PATIENCE = 120
NAMES = ("Kerwelt", "Ostbrunn")
LEXICONS = lexicons.load()


def marked(
    text: str,
    *replacements: str,
    rule: str = SPELLER,
    category: str = "TYPOS",
    issue_type: str = "misspelling",
) -> tuple[str, EngineMatch]:
    """Return a text without its ⟦ ⟧, and the match of an engine that they stand for."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    match = EngineMatch(rule, category, issue_type, "Wrong.", "", start, end, replacements, "")
    return plain, match


def report(*matches: EngineMatch, name: str = "languagetool") -> EngineReport:
    return EngineReport(name, EngineState.OK, VERSION, 0, matches, None)


def found(
    text: str, *replacements: str, names: Sequence[str] = (), dictionary: Sequence[str] = ()
) -> list[Severity]:
    """Return how severe the speller's match is taken: nothing where it is dropped."""
    plain, match = marked(text, *replacements)
    document = Document.plain(plain, names=names, dictionary=dictionary)
    return [f.severity for f in engine_findings(report(match), document, LEXICONS, Options())]


def of_rule(
    text: str, rule: str, *, category: str = "GRAMMAR", issue_type: str = "grammar"
) -> list[Finding]:
    plain, match = marked(text, "x", rule=rule, category=category, issue_type=issue_type)
    return engine_findings(report(match), Document.plain(plain), LEXICONS, Options())


async def analysed(text: str, *matches: EngineMatch) -> Analysis:
    engine = FakeEngine(EngineState.OK, matches)
    async with Analyzer(DETECTORS, LEXICONS, engine) as analyzer:
        options = Options(grammar=Grammar.REQUIRED)
        return await analyzer.analyse(Article(Source(text)), options)


@pytest.mark.parametrize(
    ("text", "replacements"),
    [
        ("The council asked the ⟦goverment⟧ on Friday.", ("government",)),
        ("The staff were very ⟦accomodating⟧ to all of us.", ("accommodating",)),
        ("It was ⟦actualy⟧ the first of its kind here.", ("actually", "actual")),
        ("They ⟦reccomend⟧ the new road to all drivers.", ("recommend",)),
        ("He came back ⟦wtih⟧ the keys an hour later.", ("with", "width")),
        ("It cost ⟦alot⟧ of money to build the bridge.", ("a lot", "allot")),
        ("It ⟦is alot⟧ of money for a bridge.", ("is a lot", "isa lot")),
        ("They ⟦shouldbe⟧ there early in the morning.", ("should be",)),
        ("They said ⟦im⟧ the last one to leave the hall.", ("I'm", "in")),
        ("The quay was ⟦air-conditionned⟧ by then.", ("air-conditioned",)),
        ("The show drew a crowd. ⟦Unfortunatly⟧ it rained.", ("Unfortunately",)),
        ("Snow fell on France and ⟦Switzerlend⟧ on Monday.", ("Switzerland",)),
        ("The ⟦Austalian⟧ team won by two goals to one.", ("Australian",)),
        ("They met ⟦Presidant⟧ Ivo Lensk on Tuesday.", ("President",)),
    ],
)
def test_a_word_one_slip_away_from_a_known_one_is_a_warning(
    text: str, replacements: tuple[str, ...]
) -> None:
    assert found(text, *replacements) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("text", "replacements"),
    [
        pytest.param("The mayor, Jonas ⟦Kerwelt⟧, spoke.", ("Kernel",), id="a person"),
        pytest.param("They live in ⟦Ostbrunn⟧ by the sea.", ("Osborn",), id="a place"),
        pytest.param("⟦Kerwelt⟧ left. We saw Kerwelt go.", ("Kernel",), id="opens a sentence"),
        pytest.param("All of ⟦Kerwelt’s⟧ friends came.", ("Kernel's",), id="a possessive"),
        pytest.param("The ⟦Kerwelt-led⟧ group of Jonas Kerwelt.", ("x",), id="a compound of it"),
        pytest.param("He met Anwar ⟦Netanyahu⟧ there.", (), id="a name of our lists"),
        pytest.param("The ⟦Ba⟧’ath party met again today.", ("Bah",), id="cut at an apostrophe"),
        pytest.param("They heard Radio ⟦nella⟧ Piazza say so.", ("fella",), id="inside a name"),
        pytest.param("They call it a “⟦tolmo⟧” in the north.", ("tomo",), id="cited"),
        pytest.param("The firm ⟦NorthWater⟧ was sold.", ("North Water",), id="a firm"),
        pytest.param("It was in their ⟦favour⟧ at last.", ("favor",), id="another dialect"),
        pytest.param("They want ⟦galvanisation⟧ of it.", ("galvanization",), id="-ise for -ize"),
        pytest.param("The ⟦GDPX⟧ and the GDPX rules.", ("GDP",), id="an abbreviation"),
        pytest.param("See ⟦kerwelt.com⟧ for the rest.", ("kernel",), id="an address"),
        pytest.param("The tag was ⟦#kerwelt⟧ at once.", ("kernel",), id="a tag"),
        pytest.param("The file is ⟦foto_2⟧ on the disk.", ("photo",), id="a code"),
        pytest.param("A kind of ⟦astrotourism⟧ is on the rise.", ("x",), id="a new word"),
        pytest.param("They were ⟦satis⟧ ﬁ ed by it.", ("satin",), id="a damaged word"),
        pytest.param("A " + "⟦" + "k" * 60 + "⟧ fell.", ("k",), id="no word at all"),
    ],
)
def test_names_and_rare_words_are_no_misspellings(text: str, replacements: tuple[str, ...]) -> None:
    assert found(text, *replacements) == []


@pytest.mark.parametrize(
    ("text", "replacements"),
    [
        pytest.param("He saw a ⟦zorbathon⟧ all day.", (), id="near nothing"),
        pytest.param("In the ⟦teacupboard⟧ they hid.", ("tea cupboard",), id="two words in one"),
        pytest.param("A ⟦karoo⟧ is near. That karoo and this karoo.", ("karma",), id="often"),
    ],
)
def test_what_is_near_no_known_word_is_only_worth_a_look(
    text: str, replacements: tuple[str, ...]
) -> None:
    assert found(text, *replacements) in ([], [Severity.INFO])


def test_the_request_knows_better_than_any_dictionary() -> None:
    text = "The ⟦goverment⟧ desk is open."
    assert found(text, "government") == [Severity.WARNING]
    assert found(text, "government", dictionary=["Goverment"]) == []
    name = "⟦Goverment⟧ is a firm in the north."
    assert found(name, "Government") == [Severity.WARNING]
    assert found(name, "Government", names=["Goverment"]) == []


def test_a_guess_far_from_the_word_is_not_offered() -> None:
    plain, match = marked("The ⟦curiculum⟧ is new.", "curriculum", "curious lum", "cubicles")
    (finding,) = engine_findings(report(match), Document.plain(plain), LEXICONS, Options())
    assert [fix.edits[0].text for fix in finding.fixes] == ["curriculum"]


def test_a_measured_rule_warns_with_its_confidence_and_a_noisy_one_is_silent() -> None:
    (finding,) = of_rule("He said ⟦their⟧ is a way.", "THEIR_IS", category="CONFUSED_WORDS")
    known = load_rules("languagetool").of("THEIR_IS", "CONFUSED_WORDS")
    assert (finding.severity, finding.confidence) == (Severity.WARNING, known.confidence)
    assert (finding.detector, finding.source_rule) == ("grammar-slip", "THEIR_IS")
    assert finding.confidence > 0.5
    assert (
        of_rule("It rained⟦ and⟧ he left.", "COMMA_COMPOUND_SENTENCE", category="PUNCTUATION") == []
    )


def test_style_is_information_and_none_of_our_business_in_quotations() -> None:
    plain = "They saw ⟦a number of⟧ people."
    quoted = "“They saw ⟦a number of⟧ people,” he said."
    (finding,) = of_rule(plain, "SOME_STYLE", category="STYLE", issue_type="style")
    assert (finding.detector, finding.severity) == ("style-note", Severity.INFO)
    assert of_rule(quoted, "SOME_STYLE", category="STYLE", issue_type="style") == []
    assert found("“We asked the ⟦goverment⟧,” he said.", "government") == [Severity.WARNING]


@pytest.mark.parametrize(("dialect", "count"), [(None, 0), ("en-US", 1)])
def test_words_of_a_dialect_are_none_where_the_articles_is_undecided(
    dialect: str | None, count: int
) -> None:
    plain, match = marked(
        "She rents a ⟦flat⟧ here.",
        "apartment",
        rule="SOME_WORD",
        category="BRITISH_ENGLISH",
        issue_type="locale-violation",
    )
    document = Document.plain(plain, language=Language("en", dialect))
    assert len(engine_findings(report(match), document, LEXICONS, Options())) == count


def test_an_engine_that_nobody_measured_is_not_trusted() -> None:
    plain, match = marked("He said ⟦their⟧ is a way.", "there", rule="THEIR_IS")
    other = report(match, name="another")
    (finding,) = engine_findings(other, Document.plain(plain), LEXICONS, Options())
    assert (finding.severity, finding.source) == (Severity.INFO, "another")


@pytest.mark.parametrize(
    ("code", "text", "severities"),
    [
        ("fr", "Le conseil a vu ⟦Kerwelt⟧ lundi au soir.", []),
        ("fr", "Le conseil a ⟦adopte⟧ le texte lundi.", [Severity.INFO]),
        ("de", "Der Rat sah die ⟦Strase⟧ am Montag.", [Severity.INFO]),
        ("de", "Der Rat sah ⟦Kerwelt⟧ am Montag.", []),
    ],
)
def test_in_another_language_nothing_is_measured_and_names_are_spared(
    code: str, text: str, severities: list[Severity]
) -> None:
    plain, match = marked(text, "x", rule=f"MORFOLOGIK_RULE_{code.upper()}")
    document = Document.plain(plain, language=Language(code), names=["Jonas Kerwelt"])
    found_there = engine_findings(report(match), document, LEXICONS, Options())
    assert [finding.severity for finding in found_there] == severities


def test_rules_are_switched_off_by_ours_and_by_theirs() -> None:
    plain, match = marked("We need a ⟦goverment⟧ now.", "government")
    for rule in ("misspelling", "spelling", SPELLER):
        options = Options(disable=frozenset({rule}))
        assert engine_findings(report(match), Document.plain(plain), LEXICONS, options) == []


async def test_a_rare_spelling_of_a_name_is_reported_though_names_are_spared() -> None:
    text, match = marked(
        "Turkia Barbach spoke on Monday. Reporters asked Barbach twice, and Barbach smiled. "
        "Later ⟦Barbahc⟧ left, and nobody saw Barbach again, said friends of Barbach.",
        "Barbados",
    )
    analysis = await analysed(text, match)
    assert [(f.detector, f.source) for f in analysis.findings] == [("name-variant", "copydesk")]
    assert analysis.findings[0].span.of(text) == "Barbahc"


async def test_one_defect_is_one_issue_and_ours() -> None:
    text, match = marked(
        "The council voted on ⟦the the⟧ new bridge.",
        "the",
        rule="ENGLISH_WORD_REPEAT_RULE",
        issue_type="duplication",
    )
    assert [f.detector for f in (await analysed(text, match)).findings] == ["repeated-word"]
    text, match = marked(
        "She wrote ⟦a⟧ announcement of it.", "an", rule="EN_A_VS_AN", category="MISC"
    )
    assert [f.detector for f in (await analysed(text, match)).findings] == ["article-mismatch"]


async def test_a_misspelling_beside_another_defect_stays() -> None:
    text, match = marked("It looked ⟦beautifull⟧ , the reporters wrote.", "beautiful")
    found_there = {f.detector for f in (await analysed(text, match)).findings}
    assert "misspelling" in found_there
    assert "space-before-mark" in found_there


async def test_a_word_taken_for_a_name_offers_the_engines_spelling_too() -> None:
    text, match = marked(
        "Hotel staff in the town were ⟦jubilantt⟧ Kerwelt and others said.", "jubilant"
    )
    (finding,) = (await analysed(text, match)).findings
    offered = [edit.text for fix in finding.fixes for edit in fix.edits]
    assert "jubilant" in offered


async def test_a_flood_of_matches_is_bounded_and_says_so() -> None:
    text = "A storm came.\n" + "zorbit of " * 5000
    matches = [
        EngineMatch(SPELLER, "TYPOS", "misspelling", "Wrong.", "", start, start + 6, ("orbit",), "")
        for start in range(14, len(text), 10)
    ]
    found_there = engine_findings(
        report(*matches, name="another"), Document.plain(text), LEXICONS, Options()
    )
    assert len(matches) == 5000
    assert len(found_there) == 3000
    analysis = await analysed(text, *matches)
    assert "languagetool" in [failure.rule for failure in analysis.failures]


async def test_a_bug_of_the_filter_is_reported_and_sinks_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("Kerwelt")

    monkeypatch.setattr(analyzer_module, "engine_findings", broken)
    analysis = await analysed("The council voted on the the new bridge.")
    assert [f.detector for f in analysis.findings] == ["repeated-word"]
    (failure,) = analysis.failures
    assert failure.rule == "languagetool"
    assert "Kerwelt" not in failure.message


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("word", "word", 0),
        ("word", "wrod", 1),
        ("word", "words", 1),
        ("word", "wrd", 1),
        ("word", "ward", 1),
        ("recieve", "receive", 1),
        ("abcd", "badc", 2),
        ("word", "sentence", 3),
    ],
)
def test_slips_are_counted_as_fingers_make_them(one: str, other: str, count: int) -> None:
    assert min(slips(one, other), 3) == count
    assert min(slips(other, one), 3) == count


def test_a_table_of_rules_speaks_for_rules_kin_and_categories() -> None:
    rows = [
        "# a header",
        "*\t*\tdefault\t0\t0\tinfo\tnever met",
        "*\tTYPOS\tdefault\t1\t9\ton\tmet once",
        "KIN_*\tMISC\tdefault\t9\t0\toff\tmarks good copy",
        "KIN_GOOD\tMISC\tpicky\t1\t7\ton\tright",
        "NOISY\tMISC\tdefault\t9\t0\toff\tmarks good copy",
    ]
    table = parse_rules("\n".join(rows))
    assert table.of("KIN_GOOD", "MISC").confidence == 0.8
    assert table.of("KIN_GOOD", "MISC").picky
    assert table.of("KIN_OTHER", "TYPOS").standing is Standing.OFF
    assert table.of("ANY", "TYPOS").standing is Standing.ON
    assert table.of("ANY", "STYLE").standing is Standing.INFO
    assert table.off == ("NOISY",)  # of kin some may be worth having
    with pytest.raises(ValueError, match="columns"):
        parse_rules("RULE\tTYPOS\ton")


def test_the_shipped_table_is_of_the_locked_version_and_trusts_no_noisy_rule() -> None:
    table = load_rules("languagetool")
    file = resources.files("copydesk.engines.languagetool").joinpath("rules.tsv")
    assert f"LanguageTool {VERSION}, measured" in file.read_text(encoding="utf-8")
    rows = [*table.rules.values(), *table.prefixes, *table.categories.values()]
    assert len(table.rules) > 100
    assert {row.standing for row in rows} == set(Standing)
    for row in rows:
        assert row.reason
        if row.standing is Standing.ON:
            assert row.confidence >= 0.3, row.rule
    assert set(ENGINE_RULES) == {"misspelling", "grammar-slip", "punctuation-slip", "style-note"}


@pytest.mark.languagetool
@pytest.mark.slow
@pytest.mark.usefixtures("_languagetool")
async def test_the_real_engine_warns_of_slips_and_leaves_names_alone() -> None:
    text = (
        "Jonas Kerwelt, the mayor of Ostbrunn, asked the goverment on Friday. "
        "“The colour of the brigde is alot better now,” Kerwelt told Radio Ostbrunn. "
        "One of the oldest bridges were closed. Kerwelt said their is no other way."
    )
    with LanguageToolServer(options=SHORT_LIVED) as server:
        assert server.wait(PATIENCE), server.status().detail
        engine = LanguageTool(server.url, limits=Limits(deadline=60))
        async with Analyzer(DETECTORS, LEXICONS, engine) as analyzer:
            assert await engine.wait_until_ready(PATIENCE)
            options = Options(grammar=Grammar.REQUIRED)
            analysis = await analyzer.analyse(Article(Source(text)), options)
            raw = await engine.check(text, language="en-US", deadline=None)
    assert set(NAMES) <= {text[m.start : m.end] for m in raw.matches}
    slips_found = {f.span.of(text) for f in analysis.findings if f.severity > Severity.INFO}
    assert {"goverment", "brigde", "their"} <= slips_found
    assert not any(name in f.span.of(text) for f in analysis.foreign for name in NAMES)
    assert {f.source_rule for f in analysis.foreign} >= {"MORFOLOGIK_RULE_EN_GB"}
    assert all(f.detector in ENGINE_RULES for f in analysis.foreign)
