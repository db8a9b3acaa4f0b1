"""The service in this process, with the real detectors and no engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer
from copydesk.api.main import create_app
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.fakes import FakeEngine
from copydesk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from copydesk.engines.base import GrammarEngine


@pytest.fixture
def engine() -> GrammarEngine:
    return FakeEngine.off()


@pytest.fixture
def settings() -> Settings:
    return Settings(languagetool_url=None)


@pytest.fixture
async def client(settings: Settings, engine: GrammarEngine) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings, Analyzer(DETECTORS, lexicons.load(), engine))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://copydesk") as client,
    ):
        yield client
