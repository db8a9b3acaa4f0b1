"""The one way in: reads, runs detectors beside the engine, merges and scores."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from copydesk.analysis.analysis import Analysis, Failure
from copydesk.analysis.foreign import MOST_MATCHES, engine_findings
from copydesk.analysis.gates import LANGUAGES, gate
from copydesk.analysis.languages import skipped_for_language
from copydesk.analysis.merge import merge
from copydesk.analysis.options import Grammar, Options
from copydesk.engines.base import EngineReport, EngineState
from copydesk.engines.readability import (
    LINSEAR_SAMPLE,
    Readability,
    measure,
    measure_counted,
)
from copydesk.entities import Entity, entity_table
from copydesk.errors import EngineRequiredError, bare
from copydesk.findings import OURS
from copydesk.inputs.article import Article
from copydesk.inputs.reader import read
from copydesk.scoring.ledger import ledger, load_weights
from copydesk.text.source import Source
from copydesk.text.tokens import lexical

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from copydesk.detectors.base import Detector
    from copydesk.engines.base import GrammarEngine
    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Language

_logger = logging.getLogger(__name__)
# Articles of this many code points have a thread of their own, so that nobody waits behind them.
_LARGE: Final = 60_000
# Up to this many, some 2,000 words, an article takes less time than others lose by waiting for the
# lock that threads share: on 2 workers with 2 clients 118 requests a second without a thread and 69
# with one. And a worker that is busy so takes no connection that another one could answer.
_SMALL: Final = 12_000
# New containers, and rounds of the younger generations: see `gc.set_threshold`.
_COLLECT_AFTER: Final = (50_000, 20, 20)
# Holds a word that was decoded wrongly: what mends it is loaded when the first such word is met.
_SAMPLE: Final = "The cafÃ© was closed on Monday, the owner said."
_COMMON: Final = 2.9  # Zipf: about 35,000 words
# Nobody reads more of one kind, and a megabyte of damage must not cost seconds.
_MOST_OF_ONE_RULE: Final = 2000
_MOST_CHOICES: Final = 256  # of rules and language; bounded, as requests make them
# Of these an engine knows the spelling of regions only.
_REGION: Final = {"de": "de-DE", "en": "en-US", "pt": "pt-PT"}


@dataclass(frozen=True, slots=True)
class _Inspection:
    """What can be said of a document without an engine."""

    findings: list[Finding]
    failures: tuple[Failure, ...]
    readability: Readability
    entities: tuple[Entity, ...]


class Analyzer:
    """Analyses articles; one for a process, safe to share between tasks and threads."""

    def __init__(
        self, detectors: Sequence[type[Detector]], lexicons: Lexicons, engine: GrammarEngine
    ) -> None:
        """Build the detectors once; `engine` may be one that is off."""
        self._lexicons = lexicons
        self._detectors = tuple(detector.build(lexicons) for detector in detectors)
        self._chosen: dict[
            tuple[frozenset[str], frozenset[str], frozenset[str], str], tuple[Detector, ...]
        ] = {}
        # One thread each: more would share one lock, and took half of the throughput (measured
        # with 8 clients on 2 workers: 66 requests/s with two threads, 152 with one).
        self._usual = ThreadPoolExecutor(1, thread_name_prefix="copydesk")
        self._large = ThreadPoolExecutor(1, thread_name_prefix="copydesk-large")
        self.engine = engine

    async def __aenter__(self) -> Self:
        """Start the engine in the background."""
        await self.engine.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        """Stop the engine and the threads."""
        await self.engine.close()
        for threads in (self._usual, self._large):
            threads.shutdown(wait=False, cancel_futures=True)

    def warm_up(self) -> None:
        """Do beforehand what the first articles would wait for: late imports, common words.

        Then spare the collector what stays for good. It looks for cycles seldom from then on: an
        article's tables go with it in one piece, and looking took a tenth of the time.
        """
        self.inspect(Article(Source(_SAMPLE)))
        common = [word for word, zipf in self._lexicons.frequencies.items() if zipf >= _COMMON]
        for word in common:
            lexical(word)
        measure(common, [len(common)])
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECT_AFTER)

    async def analyse(self, article: Article, options: Options | None = None) -> Analysis:
        """Analyse one article; the engine, if it takes part, works beside the detectors."""
        options = options or Options()
        began = time.perf_counter()
        loop = asyncio.get_running_loop()
        length = len(article.source.text)
        threads = self._large if length >= _LARGE else self._usual
        if options.grammar is Grammar.OFF:
            if length <= _SMALL:
                return self.inspect(article, options)
            return await loop.run_in_executor(threads, self.inspect, article, options)
        if length <= _SMALL:
            document = read(article)
        else:
            document = await loop.run_in_executor(threads, read, article)
        check = asyncio.create_task(
            self.engine.check(
                document.text,
                language=engine_language(document.language),
                deadline=options.deadline,
                level=options.level,
            )
        )
        try:
            inspection = await loop.run_in_executor(threads, self._inspect, document, options)
            report = await check
        finally:
            check.cancel()
        if options.grammar is Grammar.REQUIRED and report.state is not EngineState.OK:
            detail = f": {report.detail}" if report.detail else ""
            message = (
                f"Grammar checking was required and {report.name} is {report.state}{detail}. "
                "Try again later, or ask with grammar=auto."
            )
            raise EngineRequiredError(message)
        if length <= _SMALL:
            return self._joined(document, options, inspection, report, began)
        # What an engine marks is sifted: of a long article no work for the loop that others need.
        return await loop.run_in_executor(
            threads, self._joined, document, options, inspection, report, began
        )

    def inspect(self, article: Article, options: Options | None = None) -> Analysis:
        """Analyse one article without an engine, in the calling thread."""
        options = options or Options(grammar=Grammar.OFF)
        began = time.perf_counter()
        document = read(article)
        report = EngineReport(self.engine.name, EngineState.OFF, None, 0, (), None)
        return self._joined(document, options, self._inspect(document, options), report, began)

    def _inspect(self, document: Document, options: Options) -> _Inspection:
        findings: list[Finding] = []
        failures: list[Failure] = []
        for detector in self._taking_part(options, document.language.code):
            try:
                found = list(islice(detector.detect(document), _MOST_OF_ONE_RULE + 1))
            except Exception as error:  # noqa: BLE001 - a detector's bug must not sink the answer
                failures.append(_crash(detector.id, error))
                continue
            if len(found) > _MOST_OF_ONE_RULE:
                found.pop()
                message = f"There are more than {_MOST_OF_ONE_RULE}; the rest is not listed."
                failures.append(Failure(detector.id, message))
            findings += found
        entities: tuple[Entity, ...] = ()
        try:
            # What makes a name is known of English: elsewhere every noun may have a capital.
            if document.language.code in LANGUAGES:
                entities = tuple(entity_table(document, self._lexicons).entities)
        except Exception as error:  # noqa: BLE001 - the same
            failures.append(_crash("entities", error))
        return _Inspection(findings, tuple(failures), readability_of(document), entities)

    def _taking_part(self, options: Options, code: str) -> tuple[Detector, ...]:
        """Return the detectors that see an article; most requests ask for the same ones."""
        key = options.disable, options.enable, options.profile.off, code
        chosen = self._chosen.get(key)
        if chosen is None:
            if len(self._chosen) >= _MOST_CHOICES:
                self._chosen.clear()
            chosen = self._chosen[key] = tuple(
                detector
                for detector in self._detectors
                if (not detector.languages or code in detector.languages)
                and options.runs(detector.id, detector.family, preview=detector.preview)
            )
        return chosen

    def _joined(
        self,
        document: Document,
        options: Options,
        inspection: _Inspection,
        report: EngineReport,
        began: float,
    ) -> Analysis:
        # The engine has no part in the score: merged alone, ours are the same with and without it.
        own = merge(_in_profile(inspection.findings, options))
        words = document.word_count
        failures = inspection.failures
        foreign_findings: list[Finding] = []
        try:
            sifted = engine_findings(report, document, self._lexicons, options)
            foreign_findings = _in_profile(sifted, options)
        except Exception as error:  # noqa: BLE001 - a bug of the filter must not sink the answer
            failures = (*failures, _crash(report.name, error))
        if len(report.matches) > MOST_MATCHES:
            message = f"It found more than {MOST_MATCHES:,} things; the rest is not listed."
            failures = (*failures, Failure(report.name, message))
        # Merging once more changes nothing where no engine had anything to say.
        both = merge([*own, *foreign_findings]) if foreign_findings else own
        answered = report.state is EngineState.OK
        foreign = tuple(finding for finding in both if finding.source != OURS)
        return Analysis(
            document=document,
            options=options,
            findings=both,
            own=own,
            foreign=foreign,
            model=load_weights().model,
            gate=gate(document),
            ledger=ledger(own, words),
            language_ledger=ledger(foreign, words) if answered else None,
            readability=inspection.readability,
            entities=inspection.entities,
            engines=(report,),
            failures=failures,
            skipped=skipped_for_language(self._detectors, options, document.language),
            milliseconds=1000 * (time.perf_counter() - began),
        )


def _crash(name: str, error: Exception) -> Failure:
    """Log a crash and report it; the text of its error can quote the article and stays out."""
    _logger.error("%s crashed", name, exc_info=bare(error))
    return Failure(name, f"It crashed ({type(error).__name__}); report it.")


def _in_profile(findings: Sequence[Finding], options: Options) -> list[Finding]:
    severities = options.profile.severities
    if not severities:
        return list(findings)
    return [
        replace(finding, severity=severities.get(finding.detector, finding.severity))
        for finding in findings
    ]


def engine_language(language: Language) -> str:
    """Return the code to ask an engine in."""
    return language.dialect or _REGION.get(language.code, language.code)


def readability_of(document: Document) -> Readability:
    """Measure a document by its own words and sentences."""
    sentences = list(document.sentence_words())
    return measure_counted(
        document.word_counts(),
        [words for _, words in sentences],
        [first for first, _ in sentences],
        document.first_words(LINSEAR_SAMPLE),
        document.language.code,
    )
