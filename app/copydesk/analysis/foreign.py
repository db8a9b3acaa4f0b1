"""Turns what an engine reports into findings of ours: under our ids, filtered, with a severity.

Three things decide: what measurement says of the rule (`engines/rules.py`), what the article and
the lexicons say of a word that a speller does not know (`analysis/spelling.py`), and where the
finding lies: style is no business of ours inside a quotation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from copydesk.analysis.options import ENGINE_RULES
from copydesk.analysis.spelling import Speller
from copydesk.detectors.consistency.variants import is_quoted
from copydesk.engines.rules import Standing, load_rules
from copydesk.findings import Finding, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.analysis.options import Options
    from copydesk.engines.base import EngineMatch, EngineReport
    from copydesk.engines.rules import EngineRule
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_REPLACEMENTS: Final = 5
_LOCALE: Final = "locale-violation"
_RULE_OF_ISSUE_TYPE: Final = {
    "misspelling": "misspelling",
    "typographical": "punctuation-slip",
    "whitespace": "punctuation-slip",
    "style": "style-note",
    _LOCALE: "style-note",
    "register": "style-note",
}
_STYLE: Final = "style-note"
# Rules that look words up, whatever they are called in the language at hand.
_SPELLERS: Final = (
    "MORFOLOGIK_",
    "HUNSPELL_",
    "EN_MULTITOKEN_SPELLING_",
    "GERMAN_SPELLER_",
    "AUSTRIAN_GERMAN_SPELLER_",
    "SWISS_GERMAN_SPELLER_",
    "FR_SPELLING_",
)
# More are no article, and looking each word up must not cost seconds.
MOST_MATCHES: Final = 3000
_MEASURED: Final = "en"  # in other languages nobody knows yet what a rule is worth
_SEVERITY: Final = {Standing.ON: Severity.WARNING, Standing.INFO: Severity.INFO}


@dataclass(frozen=True, slots=True)
class Sifted:
    """A match that is worth more than a look at its rule: what the article makes of it."""

    match: EngineMatch
    rule: str
    standing: Standing
    """As far as the article and the lexicons can tell; the rule's own may be lower."""


def engine_findings(
    report: EngineReport, document: Document, lexicons: Lexicons, options: Options
) -> list[Finding]:
    """Return the findings of an engine that an editor should see, under our own rule ids."""
    table = load_rules(report.name)
    found: list[Finding] = []
    for sifted in sift(report, document, lexicons):
        known = table.of(sifted.match.rule_id, sifted.match.category)
        standing = _lower(sifted.standing, known.standing)
        if document.language.code != _MEASURED:
            standing = _lower(standing, Standing.INFO)
        if standing is Standing.OFF:
            continue
        finding = _finding(report.name, sifted, _SEVERITY[standing], known, document.text)
        if options.runs(
            finding.detector, finding.family, preview=False, source_rule=finding.source_rule
        ):
            found.append(finding)
    return found


def sift(report: EngineReport, document: Document, lexicons: Lexicons) -> Iterator[Sifted]:
    """Visit the matches that no evidence of the article speaks against, whatever their rule."""
    speller = Speller(document, lexicons) if report.matches else None
    for match in islice(report.matches, MOST_MATCHES):
        if match.start >= match.end or speller is None:
            continue
        if match.issue_type == _LOCALE and document.language.dialect is None:
            continue  # the engine was asked in a dialect that nobody knows to be the article's
        rule = _RULE_OF_ISSUE_TYPE.get(match.issue_type, "grammar-slip")
        if match.rule_id.startswith(_SPELLERS):
            span = Span(match.start, match.end)
            standing = speller.judge(span, match.replacements)
            if standing is not Standing.OFF:
                likely = speller.likely(span, match.replacements)
                yield Sifted(replace(match, replacements=likely), rule, standing)
        elif rule != _STYLE:
            yield Sifted(match, rule, Standing.ON)
        elif not is_quoted(document, match.start):
            yield Sifted(match, rule, Standing.INFO)


def _lower(one: Standing, other: Standing) -> Standing:
    order = (Standing.OFF, Standing.INFO, Standing.ON)
    return order[min(order.index(one), order.index(other))]


def _finding(
    engine: str, sifted: Sifted, severity: Severity, known: EngineRule, text: str
) -> Finding:
    """Return a match under our own rule ids."""
    match = sifted.match
    span = Span(match.start, match.end)
    quote = span.of(text)
    fixes = tuple(
        Fix.replace(span, replacement, safety=Safety.REVIEW)
        for replacement in match.replacements[:_REPLACEMENTS]
        if replacement != quote
    )
    return Finding(
        detector=sifted.rule,
        family=ENGINE_RULES[sifted.rule],
        severity=severity,
        confidence=known.confidence,
        span=span,
        message=match.message,
        evidence=f"{engine}'s rule {match.rule_id}",
        fixes=fixes,
        source=engine,
        source_rule=match.rule_id,
    )
