"""Builds the application; nothing starts until its lifespan does."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from copydesk import __version__
from copydesk.api import problems
from copydesk.api.middleware import Envelope
from copydesk.api.routes import analyze, docs, health, languagetool, rules
from copydesk.api.state import AppState, set_state
from copydesk.wire.requests import AnalysisRequest
from copydesk.wiring import build_analyzer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from copydesk.analysis.analyzer import Analyzer
    from copydesk.settings import Settings

_DESCRIPTION = """\
Finds what is broken in a news article: casing, garbled attributions, leftovers of machine
rewriting and scraping, repeats and fragments; with readability figures and a score whose
arithmetic is in the answer. Pick an example under `POST /analyze`, *Try it out*, *Execute*.

The score speaks of visible damage. It says nothing of truth, credibility or authorship.
"""


def create_app(settings: Settings, analyzer: Analyzer | None = None) -> FastAPI:
    """Return the service; `analyzer` replaces the real one in tests."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        built = analyzer
        if built is None:
            built = await asyncio.to_thread(build_analyzer, settings)
        async with built:
            set_state(app, AppState(settings, built))
            # Beside the first requests.
            settling = asyncio.create_task(asyncio.to_thread(built.warm_up))
            yield
            await settling

    app = FastAPI(
        title="Copydesk",
        version=__version__,
        description=_DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    for module in (analyze, languagetool, rules, health, docs):
        app.include_router(module.router)
    problems.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(Envelope)
    _describe_body(app)
    return app


def _describe_body(app: FastAPI) -> None:
    """Add to the OpenAPI document the schemas of what routes read and answer by themselves."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = generate()
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            for model in (AnalysisRequest, problems.ProblemOut):
                schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
                schemas.update(schema.pop("$defs", {}))
                schemas[model.__name__] = schema
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend it
