"""`GET /healthz`, `/readyz` and `/metrics`."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import Response

from copydesk import __version__
from copydesk.api.metrics import CONTENT_TYPE, note_memory, render_metrics
from copydesk.api.state import StateDep

router = APIRouter(tags=["Service"])


class HealthOut(BaseModel):
    """The process answers."""

    status: Literal["ok"]
    version: str


class EngineStatusOut(BaseModel):
    """How an engine stands."""

    status: Literal["off", "starting", "ok", "timed_out", "unavailable"]
    version: str | None
    detail: str | None


class ReadyOut(BaseModel):
    """The service takes articles; engines may still be starting, which holds nothing up."""

    status: Literal["ready"]
    engines: dict[str, EngineStatusOut]


@router.get("/healthz", summary="Is the process alive?")
async def healthz() -> HealthOut:
    """Return `ok` whenever the process answers at all."""
    return HealthOut(status="ok", version=__version__)


@router.get("/readyz", summary="Are articles taken, and how do the engines stand?")
async def readyz(state: StateDep) -> ReadyOut:
    """Return how each engine stands; articles are taken from the start."""
    engine = state.analyzer.engine
    status = engine.status()
    out = EngineStatusOut(status=status.state.value, version=status.version, detail=status.detail)
    return ReadyOut(status="ready", engines={engine.name: out})


@router.get(
    "/metrics",
    summary="Figures for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def metrics(state: StateDep) -> Response:
    """Return counters and histograms in Prometheus' text format, of all workers together."""
    note_memory(state.analyzer.engine)
    return Response(render_metrics(), headers={"content-type": CONTENT_TYPE})
