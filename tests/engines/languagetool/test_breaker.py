"""The circuit breaker, on a clock that the test turns."""

from __future__ import annotations

from copydesk.engines.languagetool.breaker import Circuit, CircuitBreaker


class Clock:
    """A clock that stands still until told."""

    now = 100.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


def _breaker() -> tuple[CircuitBreaker, Clock]:
    clock = Clock()
    return CircuitBreaker(threshold=3, cool_down=2, longest_cool_down=6, clock=clock), clock


def _circuit(breaker: CircuitBreaker) -> Circuit:
    # Asked through here, a type checker doesn't take the first answer for the last.
    return breaker.circuit


def test_opens_after_faults_in_a_row_only() -> None:
    breaker, _ = _breaker()
    for _ in range(2):
        breaker.fail()
    breaker.succeed()
    for _ in range(2):
        breaker.fail()
    assert _circuit(breaker) is Circuit.CLOSED
    breaker.fail()
    assert _circuit(breaker) is Circuit.OPEN
    assert breaker.seconds_left == 2


def test_lets_a_probe_through_when_it_has_cooled_down() -> None:
    breaker, clock = _breaker()
    for _ in range(3):
        breaker.fail()
    clock.now += 1.9
    assert _circuit(breaker) is Circuit.OPEN
    clock.now += 0.1
    assert _circuit(breaker) is Circuit.HALF_OPEN
    assert breaker.seconds_left == 0
    breaker.succeed()
    assert _circuit(breaker) is Circuit.CLOSED


def test_failed_probes_double_the_pause_up_to_a_bound() -> None:
    breaker, clock = _breaker()
    for _ in range(3):
        breaker.fail()
    pauses = []
    for _ in range(4):
        pauses.append(breaker.seconds_left)
        clock.now += breaker.seconds_left
        breaker.fail()
    assert pauses == [2, 4, 6, 6]


def test_recovery_forgets_the_long_pauses() -> None:
    breaker, clock = _breaker()
    for _ in range(3):
        breaker.fail()
    clock.now += 2
    breaker.fail()
    clock.now += 4
    breaker.succeed()
    for _ in range(3):
        breaker.fail()
    assert breaker.seconds_left == 2


def test_requests_that_fail_late_do_not_lengthen_the_pause() -> None:
    breaker, _ = _breaker()
    for _ in range(10):
        breaker.fail()
    assert breaker.seconds_left == 2
