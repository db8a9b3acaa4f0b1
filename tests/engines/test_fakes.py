"""The fakes keep the promise of the Protocol: a state for every end, never an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.engines.base import EngineMatch, EngineState
from copydesk.engines.fakes import FakeEngine

if TYPE_CHECKING:
    from copydesk.engines.base import GrammarEngine

_MATCH = EngineMatch("RULE", "GRAMMAR", "grammar", "Wrong.", "", 0, 4, ("That",), "This are.")


async def test_canned_matches_come_back() -> None:
    engine: GrammarEngine = FakeEngine(matches=(_MATCH,))
    report = await engine.check("This are.", language="en-US", deadline=None)
    assert report.state is EngineState.OK
    assert report.matches == (_MATCH,)


async def test_the_level_is_remembered() -> None:
    engine: GrammarEngine
    fake = engine = FakeEngine()
    await engine.check("This are.", language="en-US", deadline=None)
    await engine.check("This are.", language="en-US", deadline=None, level="picky")
    assert fake.levels == ["default", "picky"]


async def test_a_slow_engine_answers_in_time_or_not_at_all() -> None:
    engine = FakeEngine.slow(0.02, (_MATCH,))
    late = await engine.check("This are.", language="en-US", deadline=0.001)
    assert (late.state, late.matches) == (EngineState.TIMED_OUT, ())
    assert late.detail
    patient = await engine.check("This are.", language="en-US", deadline=5)
    assert (patient.state, patient.matches) == (EngineState.OK, (_MATCH,))


async def test_dead_and_off_have_no_matches() -> None:
    for engine, state in (
        (FakeEngine.dead(), EngineState.UNAVAILABLE),
        (FakeEngine.off(), EngineState.OFF),
    ):
        report = await engine.check("This are.", language="en-US", deadline=None)
        assert (report.state, report.matches) == (state, ())
        assert engine.status().state is state


async def test_start_and_close_are_remembered() -> None:
    engine = FakeEngine()
    await engine.start()
    assert engine.running
    await engine.close()
    assert not engine.running
