"""Plain text for people: one line an issue, as compilers print them, and the score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.findings import Severity
from copydesk.outputs.base import NamedAnalysis, OutputFormat
from copydesk.wire.v1 import AnalysisOut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.wire.v1 import FixOut, IssueOut

_QUOTE: Final = 72  # code points of a quote that are shown


def render(analyses: Sequence[NamedAnalysis]) -> str:
    """Render `name:line:column: severity rule: message` for each issue, then the score."""
    return "".join(line + "\n" for one in analyses for line in _lines(one))


def _lines(one: NamedAnalysis) -> list[str]:
    answer = AnalysisOut.of(one.analysis)
    lines: list[str] = []
    for issue in answer.issues:
        place = f"{one.name}:{issue.span.from_.line}:{issue.span.from_.column}"
        lines.append(f"{place}: {issue.severity} {issue.rule}: {issue.message}")
        lines.append(f"    {_shown(issue.quote)}{_mended(issue)}")
    lines += [f"{one.name}: {failure.rule}: {failure.message}" for failure in answer.failures]
    lines += [f"{one.name}: {skipped.message}" for skipped in answer.skipped]
    counts = {severity.label: 0 for severity in reversed(Severity)}
    for issue in answer.issues:
        counts[issue.severity] += 1
    found = (
        ", ".join(_counted(count, name) for name, count in counts.items() if count) or "no issues"
    )
    score = answer.score
    said = (
        f"no score ({score.gate})"
        if score.value is None
        else f"{score.value:g}/100, {score.verdict}"
    )
    lines.append(f"{one.name}: {said}; {found}; {answer.article.words} words")
    return lines


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'s' if count > 1 and name != 'info' else ''}"


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTE else f"{flat[: _QUOTE - 1]}…"


def _mended(issue: IssueOut) -> str:
    if not issue.fixes:
        return ""
    fix: FixOut = issue.fixes[0]
    return f"  → {_shown(fix.title)}" + ("" if fix.safety == "safe" else " (look first)")


TEXT: Final = OutputFormat("text", "text/plain", render)
