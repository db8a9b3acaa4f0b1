"""Engines for tests, behind the same Protocol: canned, slow, dead, off."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from copydesk.engines.base import EngineMatch, EngineReport, EngineState, EngineStatus

if TYPE_CHECKING:
    from copydesk.engines.base import Level


class FakeEngine:
    """An engine that always ends in the same way, after a wait if one is given."""

    def __init__(
        self,
        state: EngineState = EngineState.OK,
        matches: tuple[EngineMatch, ...] = (),
        *,
        seconds: float = 0.0,
        detail: str | None = None,
        name: str = "languagetool",
    ) -> None:
        """Keep what to answer."""
        self._state = state
        self._matches = matches
        self._seconds = seconds
        self._detail = detail
        self._name = name
        self.version = "fake" if state is EngineState.OK else None
        self.running = False
        self.checked: list[tuple[str, str, float | None]] = []
        self.levels: list[Level] = []

    @classmethod
    def off(cls) -> FakeEngine:
        """Return an engine that is not configured."""
        return cls(EngineState.OFF)

    @classmethod
    def dead(cls) -> FakeEngine:
        """Return an engine that nobody reaches."""
        return cls(EngineState.UNAVAILABLE, detail="Connection refused")

    @classmethod
    def slow(cls, seconds: float, matches: tuple[EngineMatch, ...] = ()) -> FakeEngine:
        """Return an engine that answers late, and not at all once a deadline has passed."""
        return cls(EngineState.OK, matches, seconds=seconds)

    @property
    def name(self) -> str:
        """The key of its report in the answer."""
        return self._name

    async def start(self) -> None:
        """Remember that it was started."""
        self.running = True

    async def close(self) -> None:
        """Remember that it was stopped."""
        self.running = False

    def status(self) -> EngineStatus:
        """Tell the state that every check ends in."""
        return EngineStatus(self._state, self.version, None, self._detail)

    async def check(
        self, text: str, *, language: str, deadline: float | None, level: Level = "default"
    ) -> EngineReport:
        """Answer what was given, late if it is slow."""
        self.checked.append((text, language, deadline))
        self.levels.append(level)
        try:
            async with asyncio.timeout(deadline):
                await asyncio.sleep(self._seconds)
        except TimeoutError:
            detail = "It did not answer before the deadline"
            return EngineReport(self.name, EngineState.TIMED_OUT, None, 0, (), detail)
        matches = self._matches if self._state is EngineState.OK else ()
        return EngineReport(self.name, self._state, self.version, 0, matches, self._detail)
