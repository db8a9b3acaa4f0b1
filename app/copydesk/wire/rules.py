"""The catalogue of rules on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from copydesk.analysis.options import ENGINE_RULES
from copydesk.detectors.docs import DOES_NOT_FLAG, FLAGS, read_doc, render_page
from copydesk.detectors.registry import DETECTORS, RENAMED
from copydesk.findings import OURS, Family, Severity
from copydesk.wire.v1 import Wire

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector


class ExampleOut(Wire):
    """A text, with `⟦…⟧` round what is reported."""

    text: str


class RuleOut(Wire):
    """One rule: what it is called, how sure it is, and what it looks at."""

    id: str
    source: str
    family: Family
    severity: Literal["info", "warning", "error"]
    confidence: float | None
    scope: Literal["sentence", "paragraph", "document"] | None
    languages: list[str]
    since: str | None
    preview: bool
    summary: str
    help: str


class RulePageOut(RuleOut):
    """A rule with its page: what it does, why it matters, what it flags and what it doesn't."""

    flags: list[ExampleOut]
    does_not_flag: list[ExampleOut]
    markdown: str


class RulesOut(Wire):
    """All rules, by id."""

    rules: list[RuleOut]


ENGINE_SUMMARIES = {
    "misspelling": "A word that the grammar engine's dictionary does not know.",
    "grammar-slip": "A grammatical slip that the grammar engine reports.",
    "punctuation-slip": "A slip of punctuation or spacing that the grammar engine reports.",
    "style-note": "A remark on style by the grammar engine.",
}
# At most; what a finding has depends on what was measured of the engine's own rule.
_ENGINE_SEVERITIES: Final = {
    "misspelling": Severity.WARNING,
    "grammar-slip": Severity.WARNING,
    "punctuation-slip": Severity.WARNING,
    "style-note": Severity.INFO,
}


def _facts(detector: type[Detector]) -> dict[str, object]:
    return {
        "id": detector.id,
        "source": OURS,
        "family": detector.family,
        "severity": detector.severity.label,
        "confidence": detector.confidence,
        "scope": detector.scope.value,
        "languages": list(detector.languages),
        "since": detector.since,
        "preview": detector.preview,
        "summary": read_doc(detector).summary,
        "help": f"/rules/{detector.id}",
    }


def _engine_facts(rule: str) -> dict[str, object]:
    return {
        "id": rule,
        "source": "languagetool",
        "family": ENGINE_RULES[rule],
        "severity": _ENGINE_SEVERITIES[rule].label,
        "confidence": None,
        "scope": None,
        "languages": [],
        "since": "0.1.0",
        "preview": False,
        "summary": ENGINE_SUMMARIES[rule],
        "help": f"/rules/{rule}",
    }


def all_rules() -> RulesOut:
    """Return every rule, those of the engine included."""
    facts = [_facts(detector) for detector in DETECTORS]
    facts += [_engine_facts(rule) for rule in ENGINE_RULES]
    rules = [RuleOut.model_validate(one) for one in facts]
    return RulesOut(rules=sorted(rules, key=lambda rule: rule.id))


def rule_page(name: str) -> RulePageOut | None:
    """Return the page of a rule, by its id or a former one; None where there is none."""
    wanted = RENAMED.get(name, name)
    for detector in DETECTORS:
        if detector.id == wanted:
            page = read_doc(detector)
            return RulePageOut.model_validate(
                {
                    **_facts(detector),
                    "flags": [{"text": one.written} for one in page.examples(FLAGS)],
                    "does_not_flag": [
                        {"text": one.written} for one in page.examples(DOES_NOT_FLAG)
                    ],
                    "markdown": render_page(detector),
                }
            )
    if wanted in ENGINE_RULES:
        markdown = f"# {wanted}\n\n{ENGINE_SUMMARIES[wanted]}\n"
        pages: dict[str, object] = {"flags": [], "does_not_flag": [], "markdown": markdown}
        return RulePageOut.model_validate({**_engine_facts(wanted), **pages})
    return None
