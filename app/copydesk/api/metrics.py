"""Counters and histograms. No label holds anything of an article."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

if TYPE_CHECKING:
    from copydesk.analysis.analysis import Analysis
    from copydesk.engines.base import GrammarEngine

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
# Set by `copydesk serve` for several workers, and read by prometheus_client itself.
MULTIPROCESS_FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"
_BUCKETS: Final = (0.005, 0.01, 0.02, 0.03, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

REQUESTS: Final = Counter("copydesk_requests", "Requests answered.", ("method", "route", "status"))
SECONDS: Final = Histogram(
    "copydesk_request_seconds", "Time to the answer.", ("route",), buckets=_BUCKETS
)
WORDS: Final = Counter("copydesk_words", "Words analysed.")
ISSUES: Final = Counter("copydesk_issues", "Issues reported.", ("rule", "severity"))
FAILURES: Final = Counter("copydesk_detector_failures", "Detectors that crashed.", ("rule",))
ENGINE: Final = Counter(
    "copydesk_engine_checks", "Engine checks, by how they ended.", ("engine", "status")
)
# Whichever worker is asked looks; all of them see the same process.
ENGINE_MEMORY: Final = Gauge(
    "copydesk_engine_resident_bytes",
    "Memory of an engine's process, where it runs on this machine.",
    ("engine",),
    multiprocess_mode="mostrecent",
)


def note_memory(engine: GrammarEngine) -> None:
    """Note how much memory an engine takes now; 0 where it does not run here."""
    ENGINE_MEMORY.labels(engine.name).set(engine.status().memory or 0)


def count(analysis: Analysis) -> None:
    """Count what an analysis found, what failed in it, and how its engines fared."""
    WORDS.inc(analysis.document.word_count)
    for finding in analysis.shown:
        ISSUES.labels(finding.detector, finding.severity.label).inc()
    for failure in analysis.failures:
        FAILURES.labels(failure.rule).inc()
    for report in analysis.engines:
        ENGINE.labels(report.name, report.state.value).inc()


def render_metrics() -> bytes:
    """Return all figures in Prometheus' text format; with several workers, their sum."""
    if MULTIPROCESS_FOLDER in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the package has no types there
        return generate_latest(registry)
    return generate_latest(REGISTRY)
