"""The answer of `/analyze`, version 1 of its schema. Fields are only ever added."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from copydesk import __version__
from copydesk.analysis.analysis import fingerprints
from copydesk.analysis.gates import Gate
from copydesk.analysis.options import Verdict
from copydesk.findings import Family, Safety
from copydesk.fixes.edits import source_edits
from copydesk.text.offsets import Positions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.analysis.analysis import Analysis
    from copydesk.engines.base import EngineReport
    from copydesk.findings import Finding, Fix
    from copydesk.scoring.ledger import Ledger
    from copydesk.text.document import Document
    from copydesk.text.offsets import Position
    from copydesk.text.spans import Span

SCHEMA: Final = "copydesk/analysis/1"
_CONTEXT: Final = 60  # code points on each side
_Offset = Annotated[int, Field(ge=0)]
_Points = Annotated[float, Field(ge=0, le=100)]


class Wire(BaseModel):
    """Base of all shapes on the wire."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class RangeOut(Wire):
    """A half-open range in UTF-16 units or UTF-8 bytes of the request's string."""

    start: _Offset
    end: _Offset


class PlaceOut(Wire):
    """A line and a column in code points, both from 1."""

    line: Annotated[int, Field(ge=1)]
    column: Annotated[int, Field(ge=1)]


class SpanOut(Wire):
    """A half-open range of the request's own string, in code points and every other unit."""

    start: _Offset
    end: _Offset
    utf16: RangeOut
    bytes: RangeOut
    from_: Annotated[PlaceOut, Field(alias="from")]
    to: PlaceOut


class EditOut(Wire):
    """Puts `text` in the place of a range of code points."""

    start: _Offset
    end: _Offset
    text: str


class FixOut(Wire):
    """Edits that are applied together. `safe`: applying can't be wrong; `review`: look first."""

    edits: list[EditOut]
    safety: Literal["safe", "review"]
    title: str


class RelatedOut(Wire):
    """Another place that explains the issue."""

    span: SpanOut
    message: str


class IssueOut(Wire):
    """One defect of the article."""

    id: str
    fingerprint: str
    rule: str
    source: str
    source_rule: str | None
    family: Family
    severity: Literal["info", "warning", "error"]
    confidence: Annotated[float, Field(ge=0, le=1)]
    message: str
    evidence: str
    quote: str
    context: str
    block: int | None
    span: SpanOut
    related: list[RelatedOut]
    fixes: list[FixOut]
    help: str


class LanguageOut(Wire):
    """The article's language and, where its spelling shows one, its dialect."""

    code: str
    dialect: str | None
    confidence: Annotated[float, Field(ge=0, le=1)]


class ArticleOut(Wire):
    """What was read."""

    title: str | None
    language: LanguageOut
    characters: int
    words: int
    sentences: int
    paragraphs: int


class DeductionOut(Wire):
    """One line of the score: what a family or an indicator costs, and the issues behind it."""

    family: Family
    indicator: str | None
    points: _Points
    ceiling: _Points
    issues: list[str]


class LanguageScoreOut(Wire):
    """The ledger of engine findings; null when no engine answered."""

    value: _Points | None
    deductions: list[DeductionOut]


class ScoreOut(Wire):
    """100 less the points of all deductions; null where a gate forbids a score."""

    value: _Points | None
    verdict: Verdict | None
    model: str
    gate: Gate | None
    deductions: list[DeductionOut]
    language: LanguageScoreOut


class CountsOut(Wire):
    """What the readability figures rest on."""

    words: int
    sentences: int
    syllables: int | None


class ReadabilityOut(Wire):
    """Readability figures; null where a formula is undefined."""

    flesch_reading_ease: float | None
    flesch_kincaid_grade: float | None
    gunning_fog: float | None
    smog_index: float | None
    coleman_liau_index: float | None
    automated_readability_index: float | None
    dale_chall: float | None
    linsear_write: float | None
    reading_time_seconds: float
    counts: CountsOut


class VariantOut(Wire):
    """Another way in which the article writes a name."""

    text: str
    spans: list[EntitySpanOut]


class EntitySpanOut(Wire):
    """A range of code points."""

    start: _Offset
    end: _Offset


class EntityOut(Wire):
    """A name of the article."""

    name: str
    mentions: int
    variants: list[VariantOut]


class IndicatorOut(Wire):
    """How much of something the article shows, and the issues that it rests on."""

    level: Literal["none", "some", "strong"]
    issues: list[str]


class EngineOut(Wire):
    """What became of an engine's check."""

    status: Literal["off", "starting", "ok", "timed_out", "unavailable"]
    version: str | None
    milliseconds: int
    detail: str | None


class FailureOut(Wire):
    """A detector that crashed or was cut short; everything else in the answer stands."""

    rule: str
    message: str


class SkippedOut(Wire):
    """Rules that did not look at the article; `language`: they know others than its own."""

    reason: Literal["language"]
    message: str
    rules: list[str]


class TimingsOut(Wire):
    """How long the analysis took."""

    total_ms: float


class AnalysisOut(Wire):
    """All that is known of one article."""

    schema_: Annotated[Literal["copydesk/analysis/1"], Field(alias="schema")] = SCHEMA
    version: str
    id: str
    article: ArticleOut
    score: ScoreOut
    issues: list[IssueOut]
    readability: ReadabilityOut
    entities: list[EntityOut]
    indicators: dict[str, IndicatorOut]
    engines: dict[str, EngineOut]
    failures: list[FailureOut]
    skipped: list[SkippedOut]
    timings: TimingsOut

    @classmethod
    def of(cls, analysis: Analysis) -> AnalysisOut:
        """Copy an analysis into its public shape, positions led back into the source."""
        return _Copy(analysis).answer()

    def json_bytes(self) -> bytes:
        """Return the answer as it goes over the wire."""
        return self.model_dump_json(by_alias=True).encode()


class _Copy:
    """Copies one analysis, field by field."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document: Document = analysis.document
        self.source = analysis.document.source.text
        self.findings = analysis.findings
        # Ids count what is shown; deductions may rest on issues that min_severity hides.
        shown = {id(finding) for finding in analysis.shown}
        self.shown = [index for index, one in enumerate(self.findings) if id(one) in shown]
        self.names = {id(self.findings[index]): f"i{n}" for n, index in enumerate(self.shown, 1)}
        self.fingerprints = fingerprints(self.document, self.findings)
        self.edits: dict[int, list[FixOut]] = {}
        self.positions: Mapping[int, Position] = Positions(self.source).all(self._offsets())

    def _offsets(self) -> Iterator[int]:
        for index in self.shown:
            finding = self.findings[index]
            for span in (finding.span, *(related.span for related in finding.related)):
                mapped = self.document.map.span(span)
                yield mapped.start
                yield mapped.end

    def answer(self) -> AnalysisOut:
        analysis = self.analysis
        language = self.document.language
        indicators = {
            indicator.name: IndicatorOut(
                level=indicator.level.value,
                issues=self._ids([self.own[index] for index in indicator.findings]),
            )
            for indicator in analysis.ledger.indicators
        }
        return AnalysisOut(
            version=__version__,
            id=f"sha256:{hashlib.sha256(self.source.encode()).hexdigest()}",
            article=ArticleOut(
                title=self.document.title,
                language=LanguageOut(
                    code=language.code, dialect=language.dialect, confidence=language.confidence
                ),
                characters=len(self.document.text),
                words=self.document.word_count,
                sentences=len(self.document.sentences),
                paragraphs=len(self.document.blocks),
            ),
            score=self._score(),
            issues=[self._issue(index) for index in self.shown],
            readability=self._readability(),
            entities=self._entities(),
            indicators=indicators,
            engines={report.name: _engine(report) for report in analysis.engines},
            failures=[FailureOut(rule=f.rule, message=f.message) for f in analysis.failures],
            skipped=[
                SkippedOut(reason=s.reason, message=s.message, rules=list(s.rules))
                for s in analysis.skipped
            ],
            timings=TimingsOut(total_ms=round(analysis.milliseconds, 2)),
        )

    @property
    def own(self) -> Sequence[Finding]:
        """Our own findings, as the ledger counts them."""
        return self.analysis.own

    def _ids(self, findings: Sequence[Finding]) -> list[str]:
        return [self.names[id(finding)] for finding in findings if id(finding) in self.names]

    def _score(self) -> ScoreOut:
        analysis = self.analysis
        engine = analysis.language_ledger
        return ScoreOut(
            value=analysis.value,
            verdict=analysis.verdict,
            model=analysis.model,
            gate=analysis.gate,
            deductions=[] if analysis.gate else self._deductions(analysis.ledger, self.own),
            language=LanguageScoreOut(
                value=engine.value if engine else None,
                deductions=self._deductions(engine, analysis.foreign) if engine else [],
            ),
        )

    def _deductions(self, ledger: Ledger, findings: Sequence[Finding]) -> list[DeductionOut]:
        return [
            DeductionOut(
                family=line.family,
                indicator=line.indicator,
                points=line.points,
                ceiling=line.ceiling,
                issues=self._ids([findings[index] for index in line.findings]),
            )
            for line in ledger.deductions
        ]

    def _span(self, span: Span) -> SpanOut:
        mapped = self.document.map.span(span)
        start, end = self.positions[mapped.start], self.positions[mapped.end]
        return SpanOut(
            start=start.offset,
            end=end.offset,
            utf16=RangeOut(start=start.utf16, end=end.utf16),
            bytes=RangeOut(start=start.byte, end=end.byte),
            from_=PlaceOut(line=start.place.line, column=start.place.column),
            to=PlaceOut(line=end.place.line, column=end.place.column),
        )

    def _issue(self, index: int) -> IssueOut:
        finding = self.findings[index]
        span = self._span(finding.span)
        head, tail = max(0, span.start - _CONTEXT), span.end + _CONTEXT
        fixes = finding.fixes if self.analysis.options.fixes else ()
        return IssueOut(
            id=self.names[id(finding)],
            fingerprint=self.fingerprints[index],
            rule=finding.detector,
            source=finding.source,
            source_rule=finding.source_rule,
            family=finding.family,
            severity=finding.severity.label,
            confidence=finding.confidence,
            message=finding.message,
            evidence=finding.evidence,
            quote=self.source[span.start : span.end],
            context=self.source[head:tail],
            block=None,
            span=span,
            related=[
                RelatedOut(span=self._span(related.span), message=related.message)
                for related in finding.related
            ],
            fixes=[out for fix in fixes if (out := self._fix(fix))],
            help=f"/rules/{finding.detector}",
        )

    def _fix(self, fix: Fix) -> FixOut | None:
        edits = [
            EditOut(start=edit.span.start, end=edit.span.end, text=edit.text)
            for edit in source_edits(self.document, fix)
        ]
        if not edits:  # all of it lies where the source has nothing, such as between blocks
            return None
        return FixOut(edits=edits, safety=_SAFETY[fix.safety], title=fix.title)

    def _readability(self) -> ReadabilityOut:
        figures = self.analysis.readability
        counts = figures.counts
        return ReadabilityOut(
            flesch_reading_ease=figures.flesch_reading_ease,
            flesch_kincaid_grade=figures.flesch_kincaid_grade,
            gunning_fog=figures.gunning_fog,
            smog_index=figures.smog_index,
            coleman_liau_index=figures.coleman_liau_index,
            automated_readability_index=figures.automated_readability_index,
            dale_chall=figures.dale_chall,
            linsear_write=figures.linsear_write,
            reading_time_seconds=figures.reading_time_seconds,
            counts=CountsOut(
                words=counts.words, sentences=counts.sentences, syllables=counts.syllables
            ),
        )

    def _entities(self) -> list[EntityOut]:
        """Copy them in one go: an article has dozens, and a call for each took half of it all."""
        place = self.document.map.span
        return _ENTITIES.validate_python(
            [
                {
                    "name": entity.name,
                    "mentions": entity.mentions,
                    "variants": [
                        {
                            "text": variant.text,
                            "spans": [
                                {"start": mapped.start, "end": mapped.end}
                                for mapped in map(place, variant.spans)
                                if mapped
                            ],
                        }
                        for variant in entity.variants
                    ],
                }
                for entity in self.analysis.entities
            ]
        )


_SAFETY: Final[Mapping[Safety, Literal["safe", "review"]]] = {
    Safety.SAFE: "safe",
    Safety.REVIEW: "review",
}


def _engine(report: EngineReport) -> EngineOut:
    return EngineOut(
        status=report.state.value,
        version=report.version,
        milliseconds=report.milliseconds,
        detail=report.detail,
    )


VariantOut.model_rebuild()
_ENTITIES: Final = TypeAdapter(list[EntityOut])
