"""JSON: the answer of `/analyze`; several articles make a list of named answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from copydesk.outputs.base import NamedAnalysis, OutputFormat
from copydesk.wire.v1 import AnalysisOut

if TYPE_CHECKING:
    from collections.abc import Sequence


def render(analyses: Sequence[NamedAnalysis]) -> str:
    """Render each analysis as its answer on the wire, with the name of its file."""
    articles = [
        {"name": one.name, **AnalysisOut.of(one.analysis).model_dump(mode="json", by_alias=True)}
        for one in analyses
    ]
    return json.dumps(articles, ensure_ascii=False, indent=2) + "\n"


JSON: Final = OutputFormat("json", "application/json", render)
