"""Settings to an analyser; the only place that names real engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.languagetool import LanguageTool

if TYPE_CHECKING:
    from copydesk.settings import Settings


def build_analyzer(settings: Settings) -> Analyzer:
    """Return the analyser that the settings describe, its engine not yet started."""
    url = settings.languagetool_url
    return Analyzer(DETECTORS, lexicons.load(), LanguageTool(str(url) if url else None))
