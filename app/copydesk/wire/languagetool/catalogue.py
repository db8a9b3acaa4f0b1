"""The answer of `/v2/configinfo`: every rule that a client can name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.analysis.options import ENGINE_RULES
from copydesk.detectors.base import Scope
from copydesk.detectors.registry import DETECTORS
from copydesk.wire.languagetool.answers import rule_summary, software
from copydesk.wire.languagetool.kinds import KINDS, issue_type

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector
    from copydesk.findings import Family
    from copydesk.wire.languagetool.answers import Json


def configuration(language: str, most_characters: int) -> Json:
    """Return the rules that run in a language. The engine tells none of its own in advance."""
    code = language.split("-", 1)[0]
    rules = [
        _rule(d.id, d.family) | _facts(d)
        for d in DETECTORS
        if not d.languages or code in d.languages
    ]
    rules += [_rule(name, family) for name, family in ENGINE_RULES.items()]
    about = software()
    return {
        "software": {name: about[name] for name in ("name", "version", "buildDate")},
        "parameter": {"maxTextLength": most_characters},
        "rules": sorted(rules, key=lambda rule: str(rule["ruleId"])),
    }


def _rule(name: str, family: Family) -> Json:
    kind = KINDS[family]
    return {
        "ruleId": name,
        "description": rule_summary(name),
        "categoryId": kind.category,
        "categoryName": kind.name,
        "locQualityIssueType": issue_type(name, family),
    }


def _facts(detector: type[Detector]) -> Json:
    facts: Json = {}
    if detector.preview:
        facts["isDefaultOff"] = "yes"
    if detector.scope is Scope.DOCUMENT:
        facts |= {"isTextLevelRule": "yes", "minToCheckParagraph": "-1"}
    return facts
