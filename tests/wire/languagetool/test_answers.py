"""Answers fit the text that was sent: places, replacements, halves of a whole, and every field.

The texts are of many defects, in pieces too, with characters that UTF-16 counts twice.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk import lexicons
from copydesk.analysis.analysis import Failure
from copydesk.analysis.analyzer import Analyzer
from copydesk.analysis.merge import load_precedence
from copydesk.analysis.options import ENGINE_RULES
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.base import EngineMatch, EngineState
from copydesk.engines.fakes import FakeEngine
from copydesk.findings import Family
from copydesk.inputs.annotated import AnnotatedArticle, Piece
from copydesk.inputs.article import Article
from copydesk.text.document import Language
from copydesk.text.source import Source
from copydesk.wire.languagetool.answers import check_answer
from copydesk.wire.languagetool.parameters import Check
from copydesk.wire.languagetool.selection import Choice

if TYPE_CHECKING:
    from copydesk.engines.base import GrammarEngine

# One damaged sentence for most kinds of defect, with what clients miscount.
SENTENCES: Final = (
    "The minister told the the committee 😀 that nothing had changed.",
    "They would do it, but if we If we must, we will go alone.",
    "Prime Minister Benjamin netanyahu met the German president on friday.",
    "“We are ready, the mayor said on Monday.",
    "told Antony blinken Said on Friday that talks 𝔼 would go on.",
    "The centre paid $2, 750 for it .",
    "Donâ€™t miss the 🏳️‍🌈 festival.",
    '<div class="story"> Tickets cost 😀 3 millions of euros.',
    "Leave a Reply",
    "Read more: how the town was saved",
    "Of the.",
    "The color of the neighbour's honor was grey.",
    "Zelensky spoke first. Later Zelenskyy spoke again, and Zelensky left.",
    "This sentence is long enough to be told from others when it comes again in the article.",
    "The harbour was closed on Monday.",
)
MIXED: Final = (
    "They like the colour of the theatre. Its grey walls honour the town. "
    "One center has a gray gate."
)
_MARKUP: Final = ("<b>", "</b>", "<a href='/😀'>", "\\emph{", "}", "")
_sentences: Final = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)
_breaks: Final = st.sampled_from((" ", "\n\n", "\n"))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw an article of damaged sentences."""
    sentences = draw(_sentences)
    return "".join(sentence + draw(_breaks) for sentence in sentences)


@st.composite
def annotated_articles(draw: st.DrawFn) -> AnnotatedArticle:
    """Draw the same in pieces, with mark-up anywhere, also inside of words."""
    pieces: list[Piece] = []
    for sentence in draw(_sentences):
        cuts = sorted(draw(st.lists(st.integers(0, len(sentence)), max_size=3)))
        for start, end in zip((0, *cuts), (*cuts, len(sentence)), strict=True):
            pieces.append(Piece.text(sentence[start:end]))
            pieces.append(Piece.markup(draw(st.sampled_from(_MARKUP))))
        pieces.append(Piece.markup(draw(st.sampled_from(("</p><p>", "", "<br>"))), "\n\n"))
    return AnnotatedArticle.of(pieces, language="en-US")


def utf16(text: str, offset: int, length: int) -> str:
    """Cut a text as a client does whose strings are UTF-16."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le")


@cache
def analyzer() -> Analyzer:
    return Analyzer(DETECTORS, lexicons.load(), FakeEngine.off())


def choice_of(**parameters: str) -> Choice:
    return Choice.of(Check.of({"text": "", "language": "en-US", **parameters}))


def check(
    article: Article | str, engine: GrammarEngine | None = None, **parameters: str
) -> dict[str, Any]:
    """Return the answer to a text, checked beside an engine if one is given."""
    choice = choice_of(**parameters)
    if isinstance(article, str):
        article = Article(Source(article), language=choice.check.language)
    if engine is None:
        analysis = analyzer().inspect(article, choice.options())
    else:
        analyzer().engine = engine
        analysis = asyncio.run(analyzer().analyse(article, choice.options()))
    answer = check_answer(analysis, choice, analysis.document.language)
    return json.loads(json.dumps(answer))  # type: ignore[no-any-return]


def engine_with(*matches: EngineMatch) -> FakeEngine:
    # One that nobody has measured: no rule of it is switched off.
    return FakeEngine(EngineState.OK, matches, name="another")


def rules_of(answer: dict[str, Any]) -> list[str]:
    return [match["rule"]["id"] for match in answer["matches"]]


FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


# --- places ------------------------------------------------------------------------------------


def assert_places(source: str, answer: dict[str, Any]) -> None:
    """Hold every place of an answer to the text, as clients count."""
    for match in answer["matches"]:
        quote = utf16(source, match["offset"], match["length"])
        context = match["context"]
        assert quote
        assert utf16(context["text"], context["offset"], context["length"]) == quote.replace(
            "\n", " "
        )
        assert quote not in [replacement["value"] for replacement in match["replacements"]]
    for start, end in answer["sentenceRanges"]:
        assert utf16(source, start, end - start)
    assert [[r["from"], r["to"]] for r in answer["extendedSentenceRanges"]] == answer[
        "sentenceRanges"
    ]


@FEW
@given(texts())
def test_matches_lie_where_they_say(text: str) -> None:
    assert_places(text, check(text, level="picky"))


@FEW
@given(annotated_articles())
def test_matches_of_a_text_in_pieces_lie_where_they_say(article: AnnotatedArticle) -> None:
    assert_places(article.source.text, check(article, level="picky"))


@FEW
@given(annotated_articles())
def test_each_match_holds_what_is_flagged(article: AnnotatedArticle) -> None:
    source = article.source.text
    choice = choice_of(level="picky")
    analysis = analyzer().inspect(article, choice.options())
    answer = check_answer(analysis, choice, Language())
    flagged = [analysis.document.map.span(finding.span).of(source) for finding in analysis.findings]
    quotes = [utf16(source, match["offset"], match["length"]) for match in answer["matches"]]
    assert len(quotes) == len(flagged)
    assert all(part in quote for part, quote in zip(flagged, quotes, strict=True))


def test_a_match_is_the_flagged_string_also_behind_emoji_and_inside_markup() -> None:
    pieces = [
        Piece.text("😀 Benjamin "),
        Piece.markup("<a href='/😀'>"),
        Piece.text("netanyahu"),
        Piece.markup("</a>"),
        Piece.text(" met the "),
        Piece.markup("<i>"),
        Piece.text("the press."),
        Piece.markup("</i>"),
    ]
    article = AnnotatedArticle.of(pieces, language="en-US")
    source = article.source.text
    name, word = check(article)["matches"]
    assert utf16(source, name["offset"], name["length"]) == "netanyahu"
    assert name["replacements"] == [{"value": "Netanyahu"}]
    assert utf16(source, word["offset"], word["length"]) == "the <i>the"
    assert word["sentence"] == "😀 Benjamin netanyahu met the the press."


def test_the_context_ends_with_dots_where_the_text_goes_on() -> None:
    (match,) = check("x" * 50 + " and\nthe the end " + "y" * 50)["matches"]
    context = match["context"]
    assert context["text"] == "..." + "x" * 35 + " and the the end " + "y" * 35 + "..."
    assert context["text"][context["offset"] :][: context["length"]] == "the the"


def test_of_a_sentence_without_end_as_much_is_told_as_anybody_reads() -> None:
    text = "the the cat and a dog " * 400
    answer = check(text, enabledRules="repeated-word", enabledOnly="true")
    assert len(answer["matches"]) == 400
    for match in answer["matches"]:
        assert len(match["sentence"]) <= 1000
        assert "the the" in match["sentence"]


# --- replacements ------------------------------------------------------------------------------


def mended(text: str, rule: str) -> list[str]:
    """Return the text with each replacement of a rule's first match put in."""
    match = next(one for one in check(text)["matches"] if one["rule"]["id"] == rule)
    before = utf16(text, 0, match["offset"])
    after = text[len(before + utf16(text, match["offset"], match["length"])) :]
    return [before + replacement["value"] + after for replacement in match["replacements"]]


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("lowercase-name", "😀 Benjamin netanyahu left.", "😀 Benjamin Netanyahu left."),
        ("repeated-word", "Then the the mayor left.", "Then the mayor left."),
        ("repeated-phrase", "Tell us if we If we can go.", "Tell us if we can go."),
        ("split-number", "It cost $2, 750 in all.", "It cost $2,750 in all."),
        # White space that goes with a deleted word goes with the match.
        ("stray-final-capital", "The trains are arriving Is.", "The trains are arriving."),
        # Line breaks stay: no client can join two paragraphs.
        ("comment-form", "The harbour was closed.\n\nLeave a Reply", "The harbour was closed.\n\n"),
    ],
)
def test_a_fix_is_offered_as_another_wording_of_the_match(
    rule: str, text: str, wanted: str
) -> None:
    assert wanted in mended(text, rule)


def test_a_deletion_says_what_it_is() -> None:
    (match,) = check("The harbour was closed.\n\nLeave a Reply")["matches"]
    assert match["replacements"] == [{"value": "", "shortDescription": "Delete the line"}]


def test_a_fix_that_reaches_further_is_left_out() -> None:
    answer = check(MIXED, enabledRules="mixed-dialect", enabledOnly="true")
    assert [match["replacements"] for match in answer["matches"]] == [[]]


# --- halves ------------------------------------------------------------------------------------


def as_set(answer: dict[str, Any]) -> Counter[str]:
    return Counter(json.dumps(match, sort_keys=True) for match in answer["matches"])


@st.composite
def checked_texts(draw: st.DrawFn) -> tuple[str, FakeEngine]:
    """Draw a text and an engine that finds fault with any of its words."""
    text = draw(texts())
    matches: list[EngineMatch] = []
    for start, end in draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 20)), max_size=4)
    ):
        issue_type, rule = draw(
            st.sampled_from((("misspelling", "MORFOLOGIK_RULE_EN_US"), ("grammar", "PLURAL")))
        )
        span = start, min(len(text), start + end)
        if span[0] < span[1]:
            matches.append(
                EngineMatch(rule, "TYPOS", issue_type, "Is it so?", "", *span, ("x",), "")
            )
    return text, engine_with(*matches)


@FEW
@given(checked_texts(), st.sampled_from(("default", "picky")))
def test_both_modes_together_are_the_whole(drawn: tuple[str, FakeEngine], level: str) -> None:
    text, engine = drawn
    whole, across, rest = (
        check(text, engine, level=level, mode=mode)
        for mode in ("all", "textLevelOnly", "allButTextLevelOnly")
    )
    assert as_set(across) + as_set(rest) == as_set(whole)


def test_a_rule_that_looks_across_paragraphs_is_in_one_half() -> None:
    text = f"{SENTENCES[13]}\n\nSomething else. {SENTENCES[0]}\n\n{SENTENCES[13]}"
    across = rules_of(check(text, mode="textLevelOnly"))
    rest = rules_of(check(text, mode="allButTextLevelOnly"))
    assert across == ["duplicate-paragraph"]
    assert rest == ["repeated-word"]


def test_no_finding_of_an_engine_hides_one_of_ours() -> None:
    """Else half of the matches could not be had without the engine."""
    engine = set(ENGINE_RULES)
    engine |= {f"family:{ENGINE_RULES[rule].value}" for rule in ENGINE_RULES}
    ours = {d.id for d in DETECTORS} | {f"family:{family}" for family in Family} - engine
    for row in load_precedence():
        if row.winner in engine:
            assert not row.losers & ours, row


# --- which rules -------------------------------------------------------------------------------

DAMAGED: Final = f"{SENTENCES[0]}\n\n{SENTENCES[2]}\n\n{SENTENCES[11]}"


@pytest.mark.parametrize(
    "parameters",
    [
        {"disabledRules": "repeated-word,WHITESPACE_RULE,no-such-rule"},
        {"disabledRules": "repetition"},
        {"disabledCategories": "REPETITIONS"},
        {"disabledCategories": "repetition,NO_SUCH_CATEGORY"},
        {"enabledCategories": "CASING", "enabledOnly": "true"},
        {"enabledRules": "lowercase-name", "enabledOnly": "yes"},
    ],
    ids=str,
)
def test_rules_are_left_out_by_all_their_names(parameters: dict[str, str]) -> None:
    assert "repeated-word" in rules_of(check(DAMAGED))
    found = rules_of(check(DAMAGED, None, **parameters))
    assert "repeated-word" not in found
    assert "lowercase-name" in found


def test_information_is_for_those_who_ask() -> None:
    text = MIXED
    assert "mixed-dialect" not in rules_of(check(text))
    picky = check(text, level="picky")
    assert "mixed-dialect" in rules_of(picky)
    named = check(text, enabledRules="mixed-dialect")
    assert "mixed-dialect" in rules_of(named)
    hints = [match for match in picky["matches"] if match["type"]["typeName"] == "Hint"]
    assert all(match["rule"]["tags"] == ["picky"] for match in hints)


def test_a_preview_rule_runs_where_it_is_named() -> None:
    preview = next(d for d in DETECTORS if d.preview)
    assert preview.id not in choice_of().options().enable
    assert preview.id in choice_of(enabledRules=preview.id).options().enable
    assert preview.family in choice_of(enabledCategories=preview.family).options().enable


# --- the engine --------------------------------------------------------------------------------

SLIP: Final = EngineMatch(
    rule_id="VERB_FORM",
    category="MISC",
    issue_type="grammar",
    message="Use “goes” here.",
    short_message="Wrong form",
    start=3,
    end=7,
    replacements=("goes", "walked"),
    context_sentence="",
    description="Agreement of the verb",
    sub_id="2",
    category_name="Miscellaneous",
    urls=("https://example.org/verbs",),
    needs_context=1,
)


def test_a_finding_of_the_engine_keeps_its_rule() -> None:
    engine = engine_with(SLIP)
    (match,) = check("He went home.", engine, level="picky")["matches"]
    assert match["message"] == "Use “goes” here."
    assert match["shortMessage"] == "Wrong form"
    assert match["replacements"] == [{"value": "goes"}, {"value": "walked"}]
    assert (match["ignoreForIncompleteSentence"], match["contextForSureMatch"]) == (False, 1)
    rule = match["rule"]
    assert (rule["id"], rule["subId"], rule["issueType"]) == ("VERB_FORM", "2", "grammar")
    assert rule["description"] == "Agreement of the verb"
    assert rule["category"] == {"id": "MISC", "name": "Miscellaneous"}
    assert rule["urls"] == [{"value": "https://example.org/verbs"}]


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [
        ({"disabledRules": "VERB_FORM"}, False),
        ({"disabledCategories": "MISC"}, False),
        ({"disabledRules": "grammar-slip"}, False),
        ({"disabledCategories": "grammar"}, False),
        ({"disabledCategories": "GRAMMAR"}, True),
        ({"enabledOnly": "true", "enabledRules": "VERB_FORM"}, True),
        ({"enabledOnly": "true", "enabledCategories": "MISC"}, True),
        ({"enabledOnly": "true", "enabledCategories": "CASING"}, False),
        ({"mode": "textLevelOnly"}, False),
    ],
    ids=str,
)
def test_the_engines_rules_are_known_by_all_their_names(
    parameters: dict[str, str], *, shown: bool
) -> None:
    engine = engine_with(SLIP)
    answer = check("He went home.", engine, level="picky", **parameters)
    assert rules_of(answer) == (["VERB_FORM"] if shown else [])


def test_the_engine_is_asked_at_the_level_and_in_the_language_of_the_client() -> None:
    engine = FakeEngine(EngineState.OK)
    check("A text.", engine, level="picky", language="en-GB")
    assert engine.levels == ["picky"]
    assert engine.checked[0][1] == "en-GB"


@pytest.mark.parametrize(
    "state", [EngineState.UNAVAILABLE, EngineState.TIMED_OUT, EngineState.STARTING]
)
def test_without_the_engine_the_rest_is_there_and_the_answer_says_so(state: EngineState) -> None:
    engine = FakeEngine(state)
    answer = check(SENTENCES[0], engine)
    assert rules_of(answer) == ["repeated-word"]
    assert answer["warnings"]["incompleteResults"] is True
    assert "languagetool is " in answer["warnings"]["incompleteResultsReason"]
    assert "warnings" in check(SENTENCES[0], engine, c="1")


def test_a_detector_that_failed_is_missed() -> None:
    choice = choice_of()
    whole = analyzer().inspect(Article(Source(SENTENCES[0])), choice.options())
    analysis = replace(whole, failures=(Failure("mojibake", "It crashed (ValueError)."),))
    assert check_answer(analysis, choice, Language())["warnings"] == {
        "incompleteResults": True,
        "incompleteResultsReason": "mojibake: It crashed (ValueError).",
    }


def test_a_word_of_the_readers_own_dictionary_is_no_misspelling() -> None:
    rule, offers = "MORFOLOGIK_RULE_EN_US", ("bridge", "bride")
    slip = EngineMatch(rule, "TYPOS", "misspelling", "Is it so?", "", 8, 14, offers, "")
    article = Article(Source("The old brigde is closed."), language="en-US")
    known = replace(article, dictionary=("brigde",))
    assert rules_of(check(article, engine_with(slip), level="picky")) == [rule]
    assert rules_of(check(known, engine_with(slip), level="picky")) == []


def test_an_engine_that_is_not_there_is_not_missed() -> None:
    answer = check(SENTENCES[0], FakeEngine.off())
    assert answer["warnings"] == {"incompleteResults": False}


# --- the form ----------------------------------------------------------------------------------


def test_every_field_that_clients_insist_on_is_there() -> None:
    answer = check(SENTENCES[0])
    assert set(answer["software"]) == {
        "name", "version", "buildDate", "apiVersion", "premium", "status",
    }  # fmt: skip
    assert answer["language"]["detectedLanguage"]["confidence"] >= 0
    (match,) = answer["matches"]
    assert isinstance(match["shortMessage"], str)
    assert isinstance(match["ignoreForIncompleteSentence"], bool)
    assert isinstance(match["contextForSureMatch"], int)
    assert set(match["context"]) == {"text", "offset", "length"}
    assert match["type"] == {"typeName": "Other"}
    assert match["rule"]["category"] == {"id": "REPETITIONS", "name": "Repetitions"}
    assert match["rule"]["issueType"] == "duplication"
    assert match["rule"]["description"]
    assert match["message"].endswith(".")


def test_a_compact_answer_is_shorter() -> None:
    values = tuple(f"an{number}" for number in range(9))
    slip = EngineMatch("SLIP", "MISC", "grammar", "Is it so?", "", 3, 7, values, "")
    engine = engine_with(slip)
    answer = check("He went home.", engine, c="1", level="picky")
    assert "software" not in answer
    assert "warnings" not in answer
    (match,) = answer["matches"]
    assert "context" not in match
    assert "sentence" not in match
    assert len(match["replacements"]) == 5
    whole = check("He went home.", engine, level="picky")["matches"][0]
    assert len(whole["replacements"]) == 9


BRITISH: Final = (
    "The colour of the harbour was what the neighbours of the centre had in mind, as they said "
    "when it was over and the labour was done by all of them."
)


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en-US", "Short.", "en-US"),
        ("en", "Short.", "en"),
        ("auto", "Short.", "en-US"),
        ("auto", BRITISH, "en-GB"),
        ("de-AT", "Kurz.", "de-AT"),
    ],
)  # fmt: skip
def test_the_language_is_the_clients_or_the_articles(language: str, text: str, code: str) -> None:
    assert check(text, language=language)["language"]["code"] == code


def test_a_language_that_is_to_be_left_alone_has_no_matches() -> None:
    text = SENTENCES[0]
    assert rules_of(check(text, language="auto", noopLanguages="fr")) == ["repeated-word"]
    assert rules_of(check(text, language="auto", noopLanguages="fr,en")) == []
