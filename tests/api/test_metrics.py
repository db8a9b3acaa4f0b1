"""What /metrics says of the engine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.api.metrics import note_memory, render_metrics
from copydesk.engines.fakes import FakeEngine

if TYPE_CHECKING:
    import pytest


def test_the_memory_of_the_engine_is_a_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = FakeEngine(name="memorable")
    note_memory(engine)
    assert b'copydesk_engine_resident_bytes{engine="memorable"} 0.0' in render_metrics()
    status = replace(engine.status(), memory=512_000_000)
    monkeypatch.setattr(engine, "status", lambda: status)
    note_memory(engine)
    assert b'copydesk_engine_resident_bytes{engine="memorable"} 5.12e+08' in render_metrics()
