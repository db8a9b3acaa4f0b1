"""What requests share: the analyser, the settings, and how many are in flight."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request

from copydesk.analysis.analyzer import Analyzer
from copydesk.settings import Settings

if TYPE_CHECKING:
    from starlette.applications import Starlette


@dataclass(slots=True)
class AppState:
    """The shared state of one worker."""

    settings: Settings
    analyzer: Analyzer
    in_flight: int = field(default=0)


def set_state(app: Starlette, state: AppState) -> None:
    """Keep the state where requests find it."""
    app.state.copydesk = state


def state_of(app: Starlette) -> AppState:
    """Return the shared state of an application."""
    return cast("AppState", app.state.copydesk)


def _state(request: Request) -> AppState:
    return state_of(request.app)


def _analyzer(request: Request) -> Analyzer:
    return state_of(request.app).analyzer


StateDep = Annotated[AppState, Depends(_state)]
AnalyzerDep = Annotated[Analyzer, Depends(_analyzer)]
