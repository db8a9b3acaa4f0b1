"""Settings to an analyser; the only place that names real engines."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer, engine_language
from copydesk.analysis.options import Grammar
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.client import Limits
from copydesk.engines.languagetool.install import added_languages
from copydesk.engines.languagetool.server import SHORT_LIVED, LanguageToolServer
from copydesk.errors import EngineRequiredError
from copydesk.text.document import Language

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from copydesk.settings import Settings

_PATIENCE: Final = 180.0  # seconds; a cold JVM on a busy machine has taken 40


def build_analyzer(settings: Settings) -> Analyzer:
    """Return the analyser that the settings describe, its engine not yet started."""
    url = settings.languagetool_url
    engine = LanguageTool(str(url) if url else None, limits=_limits())
    return Analyzer(DETECTORS, lexicons.load(), engine)


def _limits() -> Limits:
    """Have added languages loaded before somebody waits for them: a server takes many seconds."""
    usual = Limits()
    added = (engine_language(Language(code, None, 1.0)) for code in added_languages())
    return replace(usual, dialects=(*usual.dialects, *added))


def build_server() -> LanguageToolServer:
    """Return the LanguageTool server of this process, not yet started."""
    return LanguageToolServer()


@asynccontextmanager
async def ready_analyzer(settings: Settings, grammar: Grammar) -> AsyncGenerator[Analyzer]:
    """Provide an analyser for one run; where grammar is required, wait until its engine is up.

    Starts a server of our own if no URL is set, and stops it at the end.
    """
    if grammar is not Grammar.REQUIRED:
        async with build_analyzer(settings) as analyzer:
            yield analyzer
        return
    server = None if settings.languagetool_url else LanguageToolServer(options=SHORT_LIVED)
    try:
        url = str(settings.languagetool_url)
        if server is not None:
            await asyncio.to_thread(server.start)
            if server.url is None:
                detail = server.status().detail or "LanguageTool can't be started."
                raise EngineRequiredError(detail)
            url = server.url
        # A server that was just started loads a language for its first article; nobody waits here.
        limits = Limits() if server is None else Limits(deadline=_PATIENCE)
        engine = LanguageTool(url, limits=limits)
        async with Analyzer(DETECTORS, lexicons.load(), engine) as analyzer:
            if not await engine.wait_until_ready(_PATIENCE):
                detail = engine.status().detail or "it does not answer"
                raise EngineRequiredError(f"LanguageTool did not come up: {detail}.")
            yield analyzer
    finally:
        if server is not None:
            await asyncio.to_thread(server.stop)
