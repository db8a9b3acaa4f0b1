"""A circuit breaker: after a few faults in a row, nobody waits for a sick server any more."""

from __future__ import annotations

import time
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable


class Circuit(Enum):
    """Closed lets requests through, open none, half-open a single probe."""

    CLOSED = auto()
    OPEN = auto()
    HALF_OPEN = auto()


class CircuitBreaker:
    """Opens after `threshold` faults in a row; each probe that fails doubles the cool-down."""

    def __init__(
        self,
        *,
        threshold: int = 3,
        cool_down: float = 1.0,
        longest_cool_down: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start closed; all times are in seconds."""
        self._threshold: Final = threshold
        self._shortest: Final = cool_down
        self._longest: Final = longest_cool_down
        self._clock: Final = clock
        self._faults = 0
        self._cool_down = cool_down
        self._until: float | None = None

    @property
    def circuit(self) -> Circuit:
        """How the circuit stands now."""
        if self._until is None:
            return Circuit.CLOSED
        return Circuit.OPEN if self._clock() < self._until else Circuit.HALF_OPEN

    @property
    def seconds_left(self) -> float:
        """How long the circuit stays open before it lets a probe through."""
        return 0.0 if self._until is None else max(0.0, self._until - self._clock())

    def succeed(self) -> None:
        """Note an answer: the circuit closes."""
        self._faults = 0
        self._until = None
        self._cool_down = self._shortest

    def fail(self) -> None:
        """Note a fault: the circuit opens if it was one too many."""
        if self._until is not None:
            # Requests that were under way when it opened fail late; only a probe's fault counts.
            if self._clock() < self._until:
                return
            self._cool_down = min(2 * self._cool_down, self._longest)
            self._until = self._clock() + self._cool_down
            return
        self._faults += 1
        if self._faults >= self._threshold:
            self._until = self._clock() + self._cool_down
