"""What Copydesk asks of an outside checker, and what it gets back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

# How strict an engine is to be: `picky` adds what is a matter of taste.
Level = Literal["default", "picky"]


class EngineState(StrEnum):
    """How an engine stands, or how its check of one article ended."""

    OFF = "off"
    STARTING = "starting"
    OK = "ok"
    TIMED_OUT = "timed_out"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class EngineMatch:
    """One finding of an engine; offsets are code points of the text that was given."""

    rule_id: str
    category: str
    issue_type: str
    message: str
    short_message: str
    start: int
    end: int
    replacements: tuple[str, ...]
    context_sentence: str
    # What other programs show of the engine's rule; empty where the engine does not say.
    description: str = ""
    sub_id: str = ""
    category_name: str = ""
    urls: tuple[str, ...] = ()
    needs_context: int = 0  # words after it that make it sure; -1: the end of its sentence


@dataclass(frozen=True, slots=True)
class EngineReport:
    """How a check ended and what it found; a fault is a state with its detail."""

    name: str
    state: EngineState
    version: str | None
    milliseconds: int
    matches: tuple[EngineMatch, ...]
    detail: str | None


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """How an engine stands now."""

    state: EngineState
    version: str | None
    url: str | None
    detail: str | None
    memory: int | None = None  # bytes resident, where its process is on this machine


class GrammarEngine(Protocol):
    """An outside grammar checker."""

    @property
    def name(self) -> str:
        """The key of its report in the answer."""
        ...

    async def start(self) -> None:
        """Begin warming up in the background; returns at once."""
        ...

    async def close(self) -> None:
        """Stop everything that `start` began."""
        ...

    def status(self) -> EngineStatus:
        """Tell how the engine stands, without asking it."""
        ...

    async def check(
        self, text: str, *, language: str, deadline: float | None, level: Level = "default"
    ) -> EngineReport:
        """Check a text within `deadline` seconds; never raises for a fault of the engine."""
        ...
