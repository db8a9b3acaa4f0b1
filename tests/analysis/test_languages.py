"""News in other languages: good copy is left alone, what is damaged in any language is found."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import pytest

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer
from copydesk.analysis.gates import LANGUAGES, Gate
from copydesk.analysis.options import Grammar, Options
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.fakes import FakeEngine
from copydesk.findings import Severity
from copydesk.inputs.article import Article
from copydesk.outputs.base import NamedAnalysis
from copydesk.outputs.text import TEXT
from copydesk.text.source import Source
from copydesk.wire.v1 import AnalysisOut

FOLDER: Final = Path(__file__).resolve().parents[1] / "data" / "languages"


@dataclass(frozen=True, slots=True)
class News:
    """A clean article of fifteen paragraphs, and what to damage it with."""

    code: str
    paragraphs: tuple[str, ...]
    small_word: str
    comment_form: str

    @property
    def text(self) -> str:
        """The article."""
        return "\n\n".join(self.paragraphs)


def _read(path: Path) -> News:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    paragraphs = tuple(cast("list[str]", raw["paragraphs"]))
    assert len(paragraphs) == 15
    return News(path.stem, paragraphs, str(raw["small_word"]), str(raw["comment_form"]))


NEWS: Final = [_read(path) for path in sorted(FOLDER.glob("??.toml"))]
ANALYZER: Final = Analyzer(DETECTORS, lexicons.load(), FakeEngine.off())
each_language = pytest.mark.parametrize("news", NEWS, ids=lambda news: news.code)


def _found(text: str, *, language: str = "auto") -> list[tuple[str, str]]:
    """Return rule and quote of what is found at warning or error."""
    analysis = ANALYZER.inspect(Article(Source(text), language=language))
    return [
        (finding.detector, finding.span.of(text))
        for finding in analysis.findings
        if finding.severity >= Severity.WARNING
    ]


def test_there_is_news_in_ten_languages() -> None:
    assert len(NEWS) >= 10
    assert not {news.code for news in NEWS} & LANGUAGES


@each_language
def test_clean_news_raises_no_alarm(news: News) -> None:
    assert _found(news.text) == []
    assert [_found(paragraph, language=news.code) for paragraph in news.paragraphs] == [[]] * 15


@each_language
def test_its_language_is_named_and_what_was_left_out_is_said(news: News) -> None:
    analysis = ANALYZER.inspect(Article(Source(news.text)))
    answer = AnalysisOut.of(analysis)
    assert answer.article.language.code == news.code
    assert answer.article.language.confidence > 0.9
    assert (answer.score.value, answer.score.gate) == (None, Gate.LANGUAGE_NOT_SUPPORTED)
    assert answer.entities == []
    (skipped,) = answer.skipped
    assert skipped.reason == "language"
    assert f"({news.code}): {len(skipped.rules)} rules for English" in skipped.message
    ran = {detector.id for detector in DETECTORS if not detector.preview} - set(skipped.rules)
    assert {"mojibake", "html-residue", "repeated-word", "comment-form"} <= ran
    assert not {"lowercase-name", "article-mismatch", "spun-phrase"} & ran
    lines = TEXT.render([NamedAnalysis("draft", analysis)]).splitlines()
    assert lines[0] == f"draft: {skipped.message}"
    assert "no score (language-not-supported)" in lines[1]
    assert len(lines) == 2


@each_language
def test_a_small_word_twice_is_found(news: News) -> None:
    word = news.small_word
    doubled = news.text.replace(f" {word} ", f" {word} {word} ", 1)
    assert _found(doubled) == [("repeated-word", f"{word} {word}")]


@each_language
def test_a_sentence_twice_is_found(news: News) -> None:
    last = news.paragraphs[-1]
    sentence = f"{last.split('. ')[0]}."
    found = _found(news.text.replace(last, f"{sentence} {last}"))
    assert found == [("repeated-sentence", sentence)]


@each_language
def test_a_paragraph_twice_is_found(news: News) -> None:
    assert _found(f"{news.text}\n\n{news.paragraphs[5]}") == [
        ("duplicate-paragraph", news.paragraphs[5])
    ]


@each_language
def test_letters_that_were_decoded_wrongly_are_found(news: News) -> None:
    longest = max(
        (word for word in news.text.split() if word.isalpha() and not word.isascii()),
        key=len,
        default="reëel",
    )
    wrong = longest.encode().decode("latin-1" if news.code == "ru" else "cp1252", errors="replace")
    rules = {rule for rule, _ in _found(f"{news.text} {wrong}.")}
    assert rules & {"mojibake", "replacement-character"}
    assert rules <= {"mojibake", "replacement-character", "invisible-character"}


@each_language
def test_remains_of_a_page_are_found(news: News) -> None:
    first = news.paragraphs[0]
    found = _found(news.text.replace(first, first.replace(" ", "&nbsp;", 1) + "</p><br />"))
    assert found == [("html-residue", place) for place in ("&nbsp;", "</p>", "<br />")]
    assert _found(f"{news.text} {{{{title}}}}") == [("template-placeholder", "{{title}}")]
    assert _found(f"{news.text}\n\n© 2024 {first.split()[0]}") == [
        ("copyright-line", f"© 2024 {first.split()[0]}")
    ]


@each_language
def test_the_form_for_comments_is_found_in_its_locale(news: News) -> None:
    found = _found(f"{news.text}\n\n{news.comment_form}")
    assert found[0] == ("comment-form", news.comment_form.splitlines()[0])
    assert {rule for rule, _ in found} <= {"comment-form", "page-run"}
    assert sum(len(quote) for _, quote in found) > 0.6 * len(news.comment_form)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "de",
            "Das sind die, die die Brücke sperren. Die, der der Mann half, kam von von Au.",
        ),
        ("fr", "Nous nous sommes trompés, et vous vous taisez : c’est très très grave, dit-il."),
        ("es", "Más vale que que no llueva, y muy muy pronto. Dijo que no no, que ya ya vendrá."),
        ("pt", "Se se confirmar, muito muito bem. Não não, disse ela, que já já vem para casa."),
        ("nl", "Ik denk dat dat klopt, en dat het het beste is voor wie die die hun hun geld gaf."),
        ("cs", "Sešel se se starostou, protože je je třeba vyslechnout, a to to trvalo dlouho."),
        ("tr", "Yavaş yavaş yürüdü, tek tek saydı ve sık sık durdu; yavaşça yavaşça konuştu."),
        ("it", "Ne parlò via via con tutti, e appena appena si sentiva, così così, diceva no no."),
    ],
)
def test_what_a_language_doubles_by_its_grammar_is_none(code: str, text: str) -> None:
    assert [found for found in _found(text, language=code) if found[0] == "repeated-word"] == []


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        (
            "de",
            "Die Mauer steht entlang entlang des Flusses.",
            "entlang entlang",
        ),
        ("ru", "Совет принял решение закрыть мост сегодня сегодня вечером.", "сегодня сегодня"),
    ],
)
def test_a_longer_word_twice_is_found(code: str, text: str, quote: str) -> None:
    assert ("repeated-word", quote) in _found(text, language=code)


def test_every_rule_knows_english_or_any_language() -> None:
    assert all(not one.languages or set(one.languages) & LANGUAGES for one in DETECTORS)
    english = "The council met on Monday and decided to wait for the report of the auditors. " * 8
    assert AnalysisOut.of(ANALYZER.inspect(Article(Source(english)))).skipped == []


def test_what_the_request_says_of_the_language_is_not_put_in_doubt() -> None:
    text = NEWS[0].text
    found_out = ANALYZER.inspect(Article(Source(text))).skipped[0].message
    said = ANALYZER.inspect(Article(Source(text), language=NEWS[0].code)).skipped[0].message
    assert found_out == f"{said} If it is in English, send the language “en”."


def test_only_rules_that_were_asked_for_are_named() -> None:
    article = Article(Source(NEWS[0].text))
    options = Options(grammar=Grammar.OFF, disable=frozenset({"casing"}))
    (usual,) = ANALYZER.inspect(article).skipped
    (fewer,) = ANALYZER.inspect(article, options).skipped
    gone = set(usual.rules) - set(fewer.rules)
    assert gone == {one.id for one in DETECTORS if one.family == "casing" and not one.preview}


def test_a_text_in_no_language_says_so() -> None:
    text = "qwrt zxcv bnmk plkj hgfd sdfg wert yuio mnbv lkjh. " * 8
    analysis = ANALYZER.inspect(Article(Source(text)))
    assert analysis.gate is Gate.LANGUAGE_NOT_SUPPORTED
    assert analysis.skipped[0].message.startswith("The text is in no language that could be told: ")


@pytest.mark.parametrize(
    ("language", "asked"),
    [("de", "de-DE"), ("pt", "pt-PT"), ("pt-BR", "pt-BR"), ("fr", "fr"), ("auto", "de-DE")],
)
async def test_the_engine_is_asked_in_the_language_of_the_article(
    language: str, asked: str
) -> None:
    engine = FakeEngine()
    news = next(news for news in NEWS if news.code == "de")
    async with Analyzer((), lexicons.load(), engine) as analyzer:
        await analyzer.analyse(Article(Source(news.text), language=language))
    assert [told for _, told, _ in engine.checked] == [asked]
