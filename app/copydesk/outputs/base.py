"""The record of an output format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copydesk.analysis.analysis import Analysis


@dataclass(frozen=True, slots=True)
class NamedAnalysis:
    """An analysis and the name of what was analysed: a path, or `-`."""

    name: str
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A name, its media type, and the pure function that renders analyses."""

    name: str
    media_type: str
    render: Callable[[Sequence[NamedAnalysis]], str]
