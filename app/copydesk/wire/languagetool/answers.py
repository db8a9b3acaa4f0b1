"""An analysis as LanguageTool answers it: offsets are UTF-16 units of the text with mark-up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from copydesk import __version__
from copydesk.detectors.docs import read_doc
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.base import EngineState
from copydesk.findings import OURS, Fix, Safety, Severity
from copydesk.text.offsets import Utf16
from copydesk.wire.languagetool.kinds import KINDS, issue_type
from copydesk.wire.languagetool.languages import (
    AUTO,
    DEFAULT_VARIANTS,
    language_code,
    language_name,
)
from copydesk.wire.languagetool.replacements import correction
from copydesk.wire.rules import ENGINE_SUMMARIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.analysis.analysis import Analysis
    from copydesk.engines.base import EngineMatch
    from copydesk.findings import Finding
    from copydesk.text.document import Language
    from copydesk.text.spans import Span
    from copydesk.wire.languagetool.replacements import Correction, Replacement
    from copydesk.wire.languagetool.selection import Choice

Json: TypeAlias = dict[str, Any]
_CONTEXT: Final = 40  # code points on each side
_LONGEST_SENTENCE: Final = 1_000  # code points; a megabyte without a full stop is one, too
_MOST_REPLACEMENTS: Final = 5  # of a compact answer
_END_OF_SENTENCE: Final = -1
_PICKY: Final = "picky"
_MISSPELLING: Final = "misspelling"
# States of an engine in which nothing is missing that this server offers.
_COMPLETE: Final = (EngineState.OK, EngineState.OFF)
_COMPLETE_RESULTS: Final[Json] = {"incompleteResults": False}


def software() -> Json:
    """Return who answers."""
    return {
        "name": "Copydesk",
        "version": __version__,
        "buildDate": "",
        "apiVersion": 1,
        "premium": False,
        "status": "",
    }


def rule_summary(rule: str) -> str:
    """Return what a rule of ours is about, in a sentence."""
    return _summaries()[rule]


@cache
def _summaries() -> Mapping[str, str]:
    # At first use: reading the pages of all rules is no work for a start.
    return {detector.id: read_doc(detector).summary for detector in DETECTORS} | ENGINE_SUMMARIES


def check_answer(analysis: Analysis, choice: Choice, detected: Language) -> Json:
    """Return the answer of `/v2/check`; `detected` is what the text itself looks like."""
    return _Answer(analysis, choice).json(detected)


class _Answer:
    """Copies one analysis, field by field."""

    def __init__(self, analysis: Analysis, choice: Choice) -> None:
        self.analysis = analysis
        self.choice = choice
        self.compact = choice.check.compact
        self.document = analysis.document
        self.source = analysis.document.source.text
        self.utf16 = Utf16(self.source)
        self.engine_matches: Mapping[tuple[str | None, int, int], EngineMatch] = {
            (match.rule_id, match.start, match.end): match
            for report in analysis.engines
            for match in report.matches
        }

    def json(self, detected: Language) -> Json:
        """Return the whole answer, its fields in LanguageTool's order."""
        warnings = self._warnings()
        ranges = [list(self._units(sentence.span)) for sentence in self.document.sentences]
        code = self.document.language.code
        return {
            **({} if self.compact else {"software": software()}),
            **({} if self.compact and warnings == _COMPLETE_RESULTS else {"warnings": warnings}),
            "language": self._language(detected),
            "matches": list(self._matches()),
            "sentenceRanges": ranges,
            "extendedSentenceRanges": [
                {"from": start, "to": end, "detectedLanguages": [{"language": code, "rate": 1.0}]}
                for start, end in ranges
            ],
        }

    def _warnings(self) -> Json:
        missing = [
            f"{report.name} is {report.state.value.replace('_', ' ')}"
            + (f" ({report.detail})" if report.detail else "")
            for report in self.analysis.engines
            if report.state not in _COMPLETE
        ]
        missing += [f"{failure.rule}: {failure.message}" for failure in self.analysis.failures]
        if not missing:
            return _COMPLETE_RESULTS
        return {"incompleteResults": True, "incompleteResultsReason": "; ".join(missing)}

    def _language(self, detected: Language) -> Json:
        language = self.document.language
        code = language.dialect or language.code
        if self.choice.check.language == AUTO and language.dialect is None:
            code = DEFAULT_VARIANTS.get(code, code)
        given = self.choice.check.language
        found = detected.dialect or DEFAULT_VARIANTS.get(detected.code, detected.code)
        return {
            **_named(code if given == AUTO else given),
            "detectedLanguage": {
                **_named(found),
                "confidence": detected.confidence,
                "source": OURS,
            },
        }

    def _matches(self) -> Iterator[Json]:
        if self.document.language.code in self.choice.check.ignored_languages:
            return
        for finding in self.analysis.findings:
            key = (finding.source_rule, finding.span.start, finding.span.end)
            match = None if finding.source == OURS else self.engine_matches.get(key)
            if self.choice.shows(finding, match):
                yield self._match(finding, match)

    def _match(self, finding: Finding, match: EngineMatch | None) -> Json:
        fixes = list(finding.fixes)
        if match is not None:  # `/analyze` offers five of them
            fixes += [
                Fix.replace(finding.span, value, safety=Safety.REVIEW)
                for value in match.replacements
            ]
        place = correction(self.document, finding, fixes)
        start, end = self._units_of_source(place.span)
        needs = _END_OF_SENTENCE if match is None else match.needs_context
        return {
            "message": _message(finding),
            "shortMessage": _title(finding) if match is None else match.short_message,
            "replacements": self._replacements(place),
            "offset": start,
            "length": end - start,
            **({} if self.compact else self._surroundings(finding, place.span)),
            "type": {"typeName": _type_name(finding)},
            "rule": _rule(finding) if match is None else _engine_rule(finding, match),
            # As LanguageTool has it: such a match may vanish with the next word that is typed.
            "ignoreForIncompleteSentence": needs == _END_OF_SENTENCE or needs > 3,
            "contextForSureMatch": needs,
        }

    def _replacements(self, place: Correction) -> list[Json]:
        most = _MOST_REPLACEMENTS if self.compact else None
        return [_replacement(one) for one in place.replacements[:most]]

    def _surroundings(self, finding: Finding, place: Span) -> Json:
        start, end = max(0, place.start - _CONTEXT), min(len(self.source), place.end + _CONTEXT)
        before = ("..." if start else "") + self.source[start : place.start]
        after = self.source[place.end : end] + ("..." if end < len(self.source) else "")
        quote = place.of(self.source)
        return {
            "context": {
                "text": f"{before}{quote}{after}".replace("\n", " "),
                "offset": Utf16(before).total,
                "length": Utf16(quote).total,
            },
            "sentence": self._sentence(finding.span),
        }

    def _sentence(self, span: Span) -> str:
        """Return the sentence that a finding begins in, or as much of it as anybody reads."""
        sentence = self.document.sentence_at(span.start)
        if sentence is None:
            return ""
        start, end = sentence.span.start, sentence.span.end
        if end - start > _LONGEST_SENTENCE:
            start = max(start, span.start - _LONGEST_SENTENCE // 2)
            end = min(end, start + _LONGEST_SENTENCE)
        return self.document.text[start:end].strip()

    def _units(self, span: Span) -> tuple[int, int]:
        return self._units_of_source(self.document.map.span(span))

    def _units_of_source(self, place: Span) -> tuple[int, int]:
        return self.utf16.units(place.start), self.utf16.units(place.end)


def _named(code: str) -> Json:
    return {"name": language_name(language_code(code) or code), "code": language_code(code) or code}


def _message(finding: Finding) -> str:
    """Return what is wrong and, for findings of ours, why we think so, in full sentences."""
    if finding.source != OURS:
        return finding.message
    return " ".join(
        part if part.endswith((".", "!", "?")) else f"{part}."
        for part in (finding.message, finding.evidence)
        if part
    )


def _title(finding: Finding) -> str:
    return finding.detector.replace("-", " ").capitalize()


def _type_name(finding: Finding) -> str:
    if finding.severity is Severity.INFO:
        return "Hint"
    return "UnknownWord" if finding.detector == _MISSPELLING else "Other"


def _replacement(one: Replacement) -> Json:
    return {"value": one.value} | ({"shortDescription": one.title} if one.title else {})


def _tags(finding: Finding) -> Json:
    return {"tags": [_PICKY]} if finding.severity is Severity.INFO else {}


def _rule(finding: Finding) -> Json:
    kind = KINDS[finding.family]
    return {
        "id": finding.source_rule or finding.detector,
        "description": rule_summary(finding.detector),
        "issueType": issue_type(finding.detector, finding.family),
        "category": {"id": kind.category, "name": kind.name},
        "isPremium": False,
        **_tags(finding),
        "confidence": finding.confidence,
    }


def _engine_rule(finding: Finding, match: EngineMatch) -> Json:
    kind = KINDS[finding.family]
    return {
        "id": match.rule_id,
        **({"subId": match.sub_id} if match.sub_id else {}),
        "description": match.description or rule_summary(finding.detector),
        "issueType": match.issue_type or issue_type(finding.detector, finding.family),
        **({"urls": [{"value": url} for url in match.urls]} if match.urls else {}),
        "category": {
            "id": match.category or kind.category,
            "name": match.category_name or match.category or kind.name,
        },
        "isPremium": False,
        **_tags(finding),
        "confidence": finding.confidence,
    }
