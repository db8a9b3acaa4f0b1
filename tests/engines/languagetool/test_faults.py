"""Whatever LanguageTool does, the article is analysed in time, and nothing is left behind."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from typing import TYPE_CHECKING, ClassVar

import psutil
import pytest

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer
from copydesk.analysis.options import Grammar, Options
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.base import EngineState
from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.breaker import CircuitBreaker
from copydesk.engines.languagetool.client import Limits
from copydesk.errors import EngineRequiredError
from copydesk.inputs.article import Article
from copydesk.text.source import Source

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from typing import Self

    from copydesk.analysis.analysis import Analysis
    from copydesk.lexicons import Lexicons

ARTICLE = "The mayor left the the town hall on Friday, and nobody saw him go."
DEADLINE = 0.5
# A busy machine may take as long again for what is ours.
GRACE = 2.5
LIMITS = Limits(
    dialects=(),
    deadline=DEADLINE,
    deadline_per_1000_words=0,
    first_pause=0.02,
    longest_pause=0.05,
    probe=5,
)


class Server:
    """An HTTP server with one fault at a time, and none at first."""

    FAULTS: ClassVar[dict[str, tuple[EngineState, str]]] = {
        "killed in the middle": (EngineState.UNAVAILABLE, "can't be reached"),
        "hung": (EngineState.TIMED_OUT, "did not answer before the deadline"),
        "slow": (EngineState.TIMED_OUT, "did not answer before the deadline"),
        "dripping": (EngineState.TIMED_OUT, "did not answer before the deadline"),
        "garbage": (EngineState.UNAVAILABLE, "not JSON"),
        "cut off": (EngineState.UNAVAILABLE, "can't be reached"),
        "another text": (EngineState.UNAVAILABLE, "about another text"),
        "offsets outside": (EngineState.UNAVAILABLE, "outside the text"),
        "refusing": (EngineState.UNAVAILABLE, "HTTP 503"),
        "failing": (EngineState.UNAVAILABLE, "HTTP 500"),
        "too many": (EngineState.UNAVAILABLE, "HTTP 429"),
        "no HTTP": (EngineState.UNAVAILABLE, "can't be reached"),
    }

    def __init__(self) -> None:
        """Do well."""
        self.fault: str | None = None
        self.connections: set[asyncio.StreamWriter] = set()
        self.handlers: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        """Listen."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *exception: object) -> None:
        """Stop."""
        assert self._server
        self._server.close()
        for handler in self.handlers:
            handler.cancel()
        await asyncio.gather(*self.handlers, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def url(self) -> str:
        """Where it listens."""
        assert self._server
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self.handlers.add(task)
        task.add_done_callback(self.handlers.discard)
        self.connections.add(writer)
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
                size = int(head.partition("content-length: ")[2].partition("\r\n")[0])
                await reader.readexactly(size)
                answering = asyncio.create_task(self._answer(writer))
                # What a client sends or does not send next tells that it has let go.
                gone = asyncio.create_task(self._gone(reader))
                await asyncio.wait({answering, gone}, return_when=asyncio.FIRST_COMPLETED)
                left = gone.done()
                for each in (answering, gone):
                    each.cancel()
                await asyncio.gather(answering, gone, return_exceptions=True)
                if left or self.fault in {"killed in the middle", "cut off", "no HTTP"}:
                    return
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            self.connections.discard(writer)
            writer.close()

    @staticmethod
    async def _gone(reader: asyncio.StreamReader) -> None:
        while not reader.at_eof():  # noqa: ASYNC110 - asyncio has no event for it
            await asyncio.sleep(0.01)

    async def _answer(self, writer: asyncio.StreamWriter) -> None:
        match = {
            "message": "Doubled.",
            "offset": 10**6 if self.fault == "offsets outside" else 15,
            "length": 7,
            "sentence": "Elsewhere it rained." if self.fault == "another text" else "",
            "replacements": [{"value": "the"}],
            "rule": {"id": "TWICE", "issueType": "duplication", "category": {"id": "MISC"}},
        }
        body = json.dumps({"software": {"version": "6.8"}, "matches": [match]}).encode()
        body = b"<p>Gateway" if self.fault == "garbage" else body
        status = {"refusing": 503, "failing": 500, "too many": 429}.get(self.fault or "", 200)
        size = len(body) + (9 if self.fault == "cut off" else 0)
        reply = f"HTTP/1.1 {status} So\r\ncontent-length: {size}\r\n\r\n".encode() + body
        if self.fault == "killed in the middle":
            await asyncio.sleep(0.1)
            return
        if self.fault == "hung":
            await asyncio.sleep(3600)
        if self.fault == "slow":
            await asyncio.sleep(DEADLINE + 0.3)
        if self.fault == "no HTTP":
            reply = b"SSH-2.0-OpenSSH\r\n\r\n"
        if self.fault == "dripping":
            for byte in reply:
                writer.write(bytes([byte]))
                await asyncio.sleep(0.05)
            return
        writer.write(reply)
        await writer.drain()


@pytest.fixture
async def server() -> AsyncGenerator[Server]:
    async with Server() as server:
        yield server


@pytest.fixture(scope="module")
def known() -> Lexicons:
    return lexicons.load()


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.01)


def _sockets() -> int:
    """Return how many sockets this process holds open."""
    return len(psutil.Process().net_connections("all"))


def _own(analysis: Analysis) -> list[tuple[str, int, int]]:
    return [(found.detector, found.span.start, found.span.end) for found in analysis.own]


@pytest.mark.parametrize("fault", Server.FAULTS)
async def test_the_rest_is_delivered_in_time_and_the_engine_comes_back(
    server: Server, known: Lexicons, fault: str
) -> None:
    breaker = CircuitBreaker(threshold=2, cool_down=0.2, longest_cool_down=0.4)
    engine = LanguageTool(server.url, limits=LIMITS, breaker=breaker)
    async with Analyzer(DETECTORS, known, engine) as analyzer:
        assert await engine.wait_until_ready(10)
        alone = await analyzer.analyse(Article(Source(ARTICLE)), Options(grammar=Grammar.OFF))
        assert "repeated-word" in {found.detector for found in alone.findings}
        server.fault = fault
        state, detail = Server.FAULTS[fault]
        for _ in range(2):
            began = time.monotonic()
            analysis = await analyzer.analyse(Article(Source(ARTICLE)))
            assert time.monotonic() - began < DEADLINE + GRACE
            (report,) = analysis.engines
            assert (report.state, report.matches) == (state, ())
            assert detail in (report.detail or "")
            assert (_own(analysis), analysis.value) == (_own(alone), alone.value)
            assert analysis.entities == alone.entities
            assert analysis.readability == alone.readability
        # Two faults in a row: the circuit is open, and nobody waits any more.
        assert engine.status().state is EngineState.UNAVAILABLE
        (report,) = (await analyzer.analyse(Article(Source(ARTICLE)))).engines
        assert report.state is EngineState.UNAVAILABLE
        with pytest.raises(EngineRequiredError):
            await analyzer.analyse(Article(Source(ARTICLE)), Options(grammar=Grammar.REQUIRED))
        server.fault = None
        await _until(lambda: engine.status().state is EngineState.OK)
        analysis = await analyzer.analyse(Article(Source(ARTICLE)))
        assert [report.state for report in analysis.engines] == [EngineState.OK]
        assert [match.rule_id for match in analysis.engines[0].matches] == ["TWICE"]
        assert _own(analysis) == _own(alone)


async def test_nothing_is_left_of_a_hundred_faults(server: Server) -> None:
    tasks = asyncio.all_tasks()
    sockets = _sockets()
    breaker = CircuitBreaker(threshold=1000)
    engine = LanguageTool(server.url, limits=LIMITS, breaker=breaker)
    assert await engine.wait_until_ready(10)
    faults = [name for name in Server.FAULTS if name not in {"slow", "dripping"}]
    for number in range(100):
        server.fault = faults[number % len(faults)]
        # A hurried caller, so that what hangs does not keep the test.
        await engine.check(f"{ARTICLE} {number}", language="en-US", deadline=0.1)
        # One connection for each that may be asked at a time, whatever became of the others.
        assert len(server.connections) <= LIMITS.concurrency + 1
    await engine.close()
    await _until(lambda: not server.connections)
    await _until(lambda: asyncio.all_tasks() <= tasks)
    await _until(lambda: _sockets() <= sockets)


async def test_a_closed_port_is_unavailable_at_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        engine = LanguageTool(url, limits=Limits(first_pause=0.02, starting=0.05))
        began = time.monotonic()
        assert not await engine.wait_until_ready(0.3)
        report = await engine.check(ARTICLE, language="en-US", deadline=None)
        assert time.monotonic() - began < GRACE
        assert report.state is EngineState.UNAVAILABLE
        assert "can't be reached" in (report.detail or "")
        await engine.close()
