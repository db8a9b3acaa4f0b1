"""The analyser: detectors beside the engine, faults reported, nothing lost."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from typing import TYPE_CHECKING, ClassVar

import pytest

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer
from copydesk.analysis.options import Grammar, Options
from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.base import EngineMatch, EngineState
from copydesk.engines.fakes import FakeEngine
from copydesk.errors import EngineRequiredError, UnknownNameError
from copydesk.findings import Family, Severity
from copydesk.inputs.article import Article
from copydesk.text.source import Source
from copydesk.wire.v1 import AnalysisOut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

PRIVATE = "Wolpertinger"
TEXT = f"😀 {PRIVATE} said that the the council had voted. It was a long evening for all of them."


class Crashing(Detector):
    """Fails on every article, and quotes it while doing so."""

    id = "crashing"
    family = Family.STRUCTURE
    severity = Severity.ERROR
    confidence = 1.0
    scope = Scope.DOCUMENT
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Raise an error that holds the article's text."""
        raise ValueError(document.text)


class Watching(Detector):
    """Notes in which threads it works, since it was built."""

    id = "watching"
    family = Family.STRUCTURE
    severity = Severity.ERROR
    confidence = 1.0
    scope = Scope.DOCUMENT
    languages = ()
    since = "0.1.0"
    threads: ClassVar[set[str]] = set()

    def __init__(self, lexicons: Lexicons) -> None:
        """Forget what was noted before."""
        super().__init__(lexicons)
        self.threads.clear()

    def detect(self, document: Document) -> Iterator[Finding]:
        """Find nothing."""
        del document
        self.threads.add(threading.current_thread().name)
        return iter(())


class Dawdling(Detector):
    """Takes its time, as a long article does."""

    id = "dawdling"
    family = Family.STRUCTURE
    severity = Severity.ERROR
    confidence = 1.0
    scope = Scope.DOCUMENT
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Sleep, and find nothing."""
        assert document.text
        time.sleep(3 if len(document.text) > 60_000 else 1.5)
        yield from ()


def article(text: str = TEXT) -> Article:
    return Article(Source(text))


def match(start: int, end: int, issue_type: str = "misspelling") -> EngineMatch:
    return EngineMatch("A_RULE", "UNMET", issue_type, "Wrong.", "", start, end, ("x", "y"), TEXT)


def analyzer(*detectors: type[Detector], engine: FakeEngine | None = None) -> Analyzer:
    return Analyzer(detectors or DETECTORS, lexicons.load(), engine or FakeEngine.off())


def test_a_crashing_detector_is_reported_and_sinks_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        analysis = analyzer(Crashing, *DETECTORS).inspect(article())
    assert [finding.detector for finding in analysis.findings] == ["repeated-word"]
    (failure,) = AnalysisOut.of(analysis).failures
    assert failure.rule == "crashing"
    assert "ValueError" in failure.message
    assert PRIVATE not in failure.message
    assert "crashing" in caplog.text
    assert PRIVATE not in caplog.text


def test_a_crash_of_the_entity_table_costs_the_entities_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def crash(*_: object) -> None:
        raise ValueError(PRIVATE)

    monkeypatch.setattr("copydesk.analysis.analyzer.entity_table", crash)
    analysis = analyzer().inspect(article())
    assert analysis.entities == ()
    assert [failure.rule for failure in analysis.failures] == ["entities"]
    assert [finding.detector for finding in analysis.findings] == ["repeated-word"]


def test_a_flood_of_one_kind_is_cut_short_and_says_so() -> None:
    analysis = analyzer().inspect(article("It was the the end. " * 3000))
    found = [finding for finding in analysis.findings if finding.detector == "repeated-word"]
    assert 0 < len(found) <= 2000
    said = {failure.rule: failure.message for failure in analysis.failures}
    assert "more than 2000" in said["repeated-word"]


async def test_the_engine_works_beside_the_detectors() -> None:
    slow = analyzer(Dawdling, engine=FakeEngine.slow(1.5))
    async with slow:
        began = time.monotonic()
        await slow.analyse(article())
        assert time.monotonic() - began < 2.7


async def test_engine_findings_come_under_our_ids_as_information_and_leave_the_score() -> None:
    start = TEXT.index("evening")
    engine = FakeEngine(EngineState.OK, (match(start, start + 7), match(0, 1, "grammar")))
    async with analyzer(engine=engine) as one:
        with_engine = AnalysisOut.of(await one.analyse(article()))
        without = AnalysisOut.of(await one.analyse(article(), Options(grammar=Grammar.OFF)))
    foreign = [issue for issue in with_engine.issues if issue.source == "languagetool"]
    assert [(i.rule, i.source_rule, i.severity, i.quote) for i in foreign] == [
        ("grammar-slip", "A_RULE", "info", "😀"),
        ("misspelling", "A_RULE", "info", "evening"),
    ]
    assert foreign[1].span.utf16.start == start + 1
    assert (
        with_engine.score.model_copy(update={"language": without.score.language}) == without.score
    )
    assert with_engine.score.language.value == 100
    assert without.score.language.value is None
    assert with_engine.engines["languagetool"].status == "ok"
    assert without.engines["languagetool"].status == "off"
    assert with_engine.readability == without.readability
    assert with_engine.entities == without.entities


@pytest.mark.parametrize("rule", ["misspelling", "A_RULE", "spelling"])
async def test_engine_findings_can_be_switched_off_by_either_id(rule: str) -> None:
    engine = FakeEngine(EngineState.OK, (match(2, 6),))
    async with analyzer(engine=engine) as one:
        analysis = await one.analyse(article(), Options(disable=frozenset({rule})))
    assert [f for f in analysis.findings if f.source != "copydesk"] == []


@pytest.mark.parametrize(
    ("engine", "status"),
    [
        (FakeEngine.dead(), "unavailable"),
        (FakeEngine.slow(5), "timed_out"),
        (FakeEngine(EngineState.STARTING), "starting"),
        (FakeEngine.off(), "off"),
    ],
)
async def test_without_the_engine_the_rest_is_delivered(engine: FakeEngine, status: str) -> None:
    async with analyzer(engine=engine) as one:
        answer = AnalysisOut.of(await one.analyse(article(), Options(deadline=0.05)))
        assert answer.engines["languagetool"].status == status
        assert [issue.rule for issue in answer.issues] == ["repeated-word"]
        required = Options(grammar=Grammar.REQUIRED, deadline=0.05)
        with pytest.raises(EngineRequiredError, match="grammar=auto"):
            await one.analyse(article(), required)


async def test_many_articles_at_once_do_not_mix() -> None:
    async with analyzer() as one:
        texts = [f"Number {i} said that the the {i} councils had voted." for i in range(40)]
        analyses = await asyncio.gather(*(one.analyse(article(text)) for text in texts))
    assert [analysis.document.text for analysis in analyses] == texts


async def test_nobody_waits_behind_a_large_article() -> None:
    async with analyzer(Dawdling) as one:
        large = asyncio.create_task(one.analyse(article("It was long. " * 6000)))
        await asyncio.sleep(0.05)
        small = await one.analyse(article())
        assert not large.done()
        assert small.findings == ()
        await large


@pytest.mark.parametrize(
    ("sentences", "grammar", "thread"),
    [
        (10, Grammar.OFF, "MainThread"),  # handing it over takes longer
        (2000, Grammar.OFF, "copydesk_0"),
        (6000, Grammar.OFF, "copydesk-large_0"),
        (10, Grammar.AUTO, "copydesk_0"),  # beside the engine, whose answer the loop waits for
    ],
)
async def test_the_length_of_an_article_says_which_thread_reads_it(
    sentences: int, grammar: Grammar, thread: str
) -> None:
    async with analyzer(Watching) as one:
        await one.analyse(article("It was long. " * sentences), Options(grammar=grammar))
    assert Watching.threads == {thread}


def test_unknown_rules_are_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'repeated-word'"):
        Options(disable=frozenset({"repeated_word"}))


def test_a_profile_changes_severities() -> None:
    from copydesk.config.profiles import load_profiles  # noqa: PLC0415

    assert set(load_profiles()) == {"news", "blog"}
    rules = {detector.id for detector in DETECTORS}
    for profile in load_profiles().values():
        assert set(profile.severities) <= rules
        assert profile.off <= rules
        assert profile.publish_from > profile.review_from
