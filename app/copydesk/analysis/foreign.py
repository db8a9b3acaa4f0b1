"""Turns what an engine reports into findings of ours: under our ids, filtered, with a severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.analysis.options import ENGINE_RULES
from copydesk.findings import Finding, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from copydesk.analysis.options import Options
    from copydesk.engines.base import EngineMatch, EngineReport
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_REPLACEMENTS: Final = 5
_RULE_OF_ISSUE_TYPE: Final = {
    "misspelling": "misspelling",
    "typographical": "punctuation-slip",
    "whitespace": "punctuation-slip",
    "style": "style-note",
    "locale-violation": "style-note",
    "register": "style-note",
}
# Until the engine's rules have been measured one by one, none of them is worth a warning: raw, they
# raise 21 alarms in 1,000 words of good copy.
_SEVERITY: Final = Severity.INFO
_CONFIDENCE: Final = 0.1


def engine_findings(
    report: EngineReport,
    document: Document,
    lexicons: Lexicons,  # noqa: ARG001 - the filter by names and words reads them
    options: Options,
) -> list[Finding]:
    """Return the findings of an engine that an editor should see, under our own rule ids."""
    return [
        finding
        for match in report.matches
        if (finding := _finding(report.name, match, document.text))
        and options.runs(
            finding.detector, finding.family, preview=False, source_rule=finding.source_rule
        )
    ]


def _finding(engine: str, match: EngineMatch, text: str) -> Finding | None:
    """Return an engine's match under our own rule ids, None where it marks nothing."""
    if match.start >= match.end:
        return None
    rule = _RULE_OF_ISSUE_TYPE.get(match.issue_type, "grammar-slip")
    span = Span(match.start, match.end)
    quote = span.of(text)
    fixes = tuple(
        Fix.replace(span, replacement, safety=Safety.REVIEW)
        for replacement in match.replacements[:_REPLACEMENTS]
        if replacement != quote
    )
    return Finding(
        detector=rule,
        family=ENGINE_RULES[rule],
        severity=_SEVERITY,
        confidence=_CONFIDENCE,
        span=span,
        message=match.message,
        evidence=f"{engine}'s rule {match.rule_id}",
        fixes=fixes,
        source=engine,
        source_rule=match.rule_id,
    )
