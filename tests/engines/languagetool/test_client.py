"""The client against a server that is well, slow, dead, refusing, or lying."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from copydesk.engines.base import EngineState
from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.breaker import CircuitBreaker
from copydesk.engines.languagetool.client import Limits

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from copydesk.engines.base import EngineReport

TEXT = "This are a sentence."
MATCH: dict[str, object] = {
    "message": "The verb is plural.",
    "shortMessage": "Agreement",
    "offset": 0,
    "length": 8,
    "replacements": [{"value": "This is"}, {"value": "These are"}],
    "rule": {"id": "PLURAL", "issueType": "grammar", "category": {"id": "GRAMMAR"}},
}


def _answer(*matches: dict[str, object], **more: object) -> bytes:
    software = {"name": "LanguageTool", "version": "6.8"}
    return json.dumps({"software": software, "matches": matches, **more}).encode()


class FakeServer:
    """An HTTP server that does to each request what it is told to."""

    def __init__(self) -> None:
        """Begin well, with one match in every text."""
        self.status = 200
        self.body = _answer(MATCH)
        self.pause = 0.0
        self.hang_up = False
        self.port = 0
        self.texts: list[str] = []
        self.languages: list[str] = []
        self.connections = 0
        self.busy = 0
        self.most_busy = 0
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Listen, on the same port as before if there was one."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Refuse every connection, and drop those that are open."""
        if self._server:
            self._server.close()
            for task in self._open:
                task.cancel()
            await asyncio.gather(*self._open, return_exceptions=True)
            await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        if task := asyncio.current_task():
            self._open.add(task)
            task.add_done_callback(self._open.discard)
        # A cancelled handler would be reported as a crash of the server.
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._serve_one(reader, writer):
                pass
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    async def _serve_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        assert head.startswith("POST /v2/check HTTP/1.1")
        length = next(line for line in head.splitlines() if line.lower().startswith("content-len"))
        form = parse_qs((await reader.readexactly(int(length.split(":")[1]))).decode())
        self.texts.append(form["text"][0])
        self.languages.append(form["language"][0])
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        try:
            await asyncio.sleep(self.pause)
        finally:
            self.busy -= 1
        size = len(self.body) + (100 if self.hang_up else 0)
        location = "location: /elsewhere\r\n" if self.status in range(300, 400) else ""
        reply = f"HTTP/1.1 {self.status} So\r\n{location}content-length: {size}\r\n\r\n"
        writer.write(reply.encode() + self.body)
        await writer.drain()
        return not self.hang_up


@pytest.fixture
async def server() -> AsyncGenerator[FakeServer]:
    server = FakeServer()
    await server.start()
    yield server
    await server.stop()


# Without the cache, so that every check reaches the server; test_paragraphs.py has it.
QUICK = Limits(cache_bytes=0, dialects=(), first_pause=0.02, longest_pause=0.05, probe=5)


@asynccontextmanager
async def _engine(
    server: FakeServer, limits: Limits = QUICK, *, cool_down: float = 60
) -> AsyncGenerator[LanguageTool]:
    """Yield an engine that has answered its warm-up check."""
    breaker = CircuitBreaker(threshold=3, cool_down=cool_down)
    engine = LanguageTool(server.url, limits=limits, breaker=breaker)
    assert await engine.wait_until_ready(10)
    server.texts.clear()
    yield engine
    await engine.close()


async def _check(engine: LanguageTool, text: str = TEXT) -> EngineReport:
    return await engine.check(text, language="en-US", deadline=None)


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.01)


async def test_without_an_address_it_is_off() -> None:
    engine = LanguageTool(None)
    await engine.start()
    report = await _check(engine)
    assert (report.state, report.matches, report.detail) == (EngineState.OFF, (), None)
    assert engine.status().state is EngineState.OFF
    assert not await engine.wait_until_ready(1)
    await engine.close()


async def test_a_match_is_reported_field_by_field(server: FakeServer) -> None:
    async with _engine(server) as engine:
        server.body = _answer({**MATCH, "sentence": TEXT})
        report = await _check(engine)
        assert (report.name, report.state, report.version) == (
            "languagetool",
            EngineState.OK,
            "6.8",
        )
        (match,) = report.matches
        assert (match.rule_id, match.category, match.issue_type) == (
            "PLURAL",
            "GRAMMAR",
            "grammar",
        )
        assert (match.message, match.short_message) == ("The verb is plural.", "Agreement")
        assert (match.start, match.end, match.context_sentence) == (0, 8, TEXT)
        assert match.replacements == ("This is", "These are")
        assert server.texts == [TEXT]
        assert engine.status().state is EngineState.OK
        assert engine.status().url == server.url


async def test_an_address_may_end_as_people_write_it(server: FakeServer) -> None:
    for ending in ("/", "/v2", "/v2/"):
        engine = LanguageTool(server.url + ending, limits=QUICK)
        assert await engine.wait_until_ready(10)
        await engine.close()


async def test_starting_is_said_at_once_and_becomes_ok() -> None:
    server = FakeServer()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server.port = taken.getsockname()[1]
    engine = LanguageTool(server.url, limits=QUICK)
    began = time.monotonic()
    report = await _check(engine)
    assert time.monotonic() - began < 2
    assert report.state is EngineState.STARTING
    assert engine.status().state is EngineState.STARTING
    await server.start()
    await _until(lambda: engine.status().state is EngineState.OK)
    assert (await _check(engine)).state is EngineState.OK
    await engine.close()
    await server.stop()


async def test_a_cold_server_is_warmed_up_until_it_is_brisk(server: FakeServer) -> None:
    server.pause = 0.2
    limits = Limits(cache_bytes=0, dialects=(), brisk=0.1, warm_ups=20)
    engine = LanguageTool(server.url, limits=limits)
    await engine.start()
    await _until(lambda: len(server.texts) >= 3)
    assert engine.status().state is EngineState.STARTING
    server.pause = 0
    assert await engine.wait_until_ready(10)
    assert len(server.texts) < 10
    await engine.close()


async def test_a_server_that_is_never_brisk_is_taken_as_it_is(server: FakeServer) -> None:
    server.pause = 0.05
    engine = LanguageTool(
        server.url, limits=Limits(cache_bytes=0, dialects=(), brisk=0.01, warm_ups=3)
    )
    assert await engine.wait_until_ready(10)
    assert len(server.texts) == 4
    await engine.close()


async def test_what_never_starts_is_unavailable_in_the_end(server: FakeServer) -> None:
    server.status = 500
    limits = Limits(cache_bytes=0, dialects=(), first_pause=0.02, longest_pause=0.02, starting=0.1)
    engine = LanguageTool(server.url, limits=limits)
    assert (await _check(engine)).state is EngineState.STARTING
    await _until(lambda: engine.status().state is EngineState.UNAVAILABLE)
    report = await _check(engine)
    assert (report.state, report.detail) == (EngineState.UNAVAILABLE, "It failed (HTTP 500)")
    server.status = 200
    assert await engine.wait_until_ready(10)
    await engine.close()


async def test_another_dialect_is_loaded_before_somebody_waits_for_it(server: FakeServer) -> None:
    engine = LanguageTool(server.url, limits=Limits())
    assert await engine.wait_until_ready(10)
    await _until(lambda: server.languages[-1] == "en-GB")
    assert engine.status().state is EngineState.OK
    await engine.close()


async def test_loading_a_language_is_no_fault(server: FakeServer) -> None:
    limits = Limits(dialects=(), first_pause=0.02, deadline=0.1, deadline_per_1000_words=0)
    breaker = CircuitBreaker(threshold=1, cool_down=60)
    engine = LanguageTool(server.url, limits=limits, breaker=breaker)
    assert await engine.wait_until_ready(10)
    server.pause = 0.5
    report = await engine.check(TEXT, language="en-ZA", deadline=None)
    assert report.state is EngineState.TIMED_OUT
    assert engine.status().state is EngineState.OK
    report = await engine.check(TEXT, language="en-ZA", deadline=None)
    assert report.state is EngineState.TIMED_OUT
    assert engine.status().state is EngineState.UNAVAILABLE
    await engine.close()


async def test_offsets_count_emoji_before_and_inside_a_match(server: FakeServer) -> None:
    text = "😀 A 👩‍🚀 said 😀 said it."
    match = "said 😀 said"
    start = text.index(match)
    offset = len(text[:start].encode("utf-16-le")) // 2
    length = len(match.encode("utf-16-le")) // 2
    assert (offset, length) == (start + 3, len(match) + 1)
    async with _engine(server) as engine:
        server.body = _answer({**MATCH, "sentence": text, "offset": offset, "length": length})
        (found,) = (await _check(engine, text)).matches
        assert text[found.start : found.end] == match


async def test_a_match_that_splits_a_character_is_refused_alone(server: FakeServer) -> None:
    text = "😀 This are a sentence."
    async with _engine(server) as engine:
        server.body = _answer(
            {**MATCH, "sentence": text, "offset": 1, "length": 4},
            {**MATCH, "sentence": text, "offset": 0, "length": 1},
            {**MATCH, "sentence": text, "offset": 3, "length": 8},
        )
        report = await _check(engine, text)
        assert report.state is EngineState.OK
        assert [text[match.start : match.end] for match in report.matches] == ["This are"]
        assert report.detail == "2 matches do not fit the text"


async def test_lone_surrogates_are_sent_as_replacement_characters(server: FakeServer) -> None:
    async with _engine(server) as engine:
        server.body = _answer({**MATCH, "sentence": "", "offset": 2, "length": 8})
        report = await _check(engine, "\ud83d This are.")
        assert server.texts == ["\ufffd This are."]
        assert [(match.start, match.end) for match in report.matches] == [(2, 10)]


async def test_a_slow_server_times_out_and_then_is_left_alone(server: FakeServer) -> None:
    limits = Limits(
        cache_bytes=0, dialects=(), first_pause=0.02, deadline=0.1, deadline_per_1000_words=0
    )
    async with _engine(server, limits) as engine:
        server.pause = 1.0
        for _ in range(3):
            report = await _check(engine)
            assert report.state is EngineState.TIMED_OUT
            assert 90 <= report.milliseconds < 900
            assert report.detail
        assert engine.status().state is EngineState.UNAVAILABLE
        asked = len(server.texts)
        report = await _check(engine)
        assert report.state is EngineState.UNAVAILABLE
        assert report.milliseconds < 50
        assert len(server.texts) == asked


async def test_a_caller_in_a_hurry_does_not_open_the_circuit(server: FakeServer) -> None:
    async with _engine(server) as engine:
        server.pause = 0.2
        for _ in range(6):
            report = await engine.check(TEXT, language="en-US", deadline=0.01)
            assert report.state is EngineState.TIMED_OUT
        report = await engine.check(TEXT, language="en-US", deadline=0)
        assert report.state is EngineState.TIMED_OUT
        assert engine.status().state is EngineState.OK
        assert (await _check(engine)).state is EngineState.OK


def test_the_usual_deadline_grows_with_the_text() -> None:
    engine = LanguageTool(None)
    assert engine.deadline_for("") == 3.0
    assert engine.deadline_for("word " * 10_000) == pytest.approx(9.0)


async def test_a_dead_server_is_noticed_and_found_again(server: FakeServer) -> None:
    async with _engine(server, cool_down=0.1) as engine:
        await server.stop()
        for _ in range(3):
            report = await _check(engine)
            assert report.state is EngineState.UNAVAILABLE
            assert "can't be reached" in (report.detail or "")
        assert engine.status().state is EngineState.UNAVAILABLE
        assert "can't be reached" in (engine.status().detail or "")
        await server.start()
        await _until(lambda: engine.status().state is EngineState.OK)
        assert (await _check(engine)).state is EngineState.OK


async def test_half_open_lets_only_its_own_probe_through(server: FakeServer) -> None:
    async with _engine(server, cool_down=0.05) as engine:
        server.status = 503
        for _ in range(3):
            report = await _check(engine)
            assert (report.state, report.detail) == (
                EngineState.UNAVAILABLE,
                "It failed (HTTP 503)",
            )
        server.status, server.pause = 200, 0.5
        server.texts.clear()
        await _until(lambda: bool(server.texts))  # the probe is under way
        report = await _check(engine)
        assert (report.state, report.milliseconds < 100) == (EngineState.UNAVAILABLE, True)
        assert TEXT not in server.texts
        await _until(lambda: engine.status().state is EngineState.OK)


async def test_probes_that_fail_keep_the_circuit_open(server: FakeServer) -> None:
    async with _engine(server, cool_down=0.02) as engine:
        server.body = b"<html>Bad gateway</html>"
        for _ in range(3):
            await _check(engine)
        server.texts.clear()
        await _until(lambda: len(server.texts) >= 3)
        assert TEXT not in server.texts
        assert engine.status().state is EngineState.UNAVAILABLE
        server.body = _answer()
        await _until(lambda: engine.status().state is EngineState.OK)


async def test_a_refused_request_says_nothing_about_the_server(server: FakeServer) -> None:
    async with _engine(server) as engine:
        server.status = 413
        for _ in range(5):
            report = await engine.check(TEXT, language="en-US", deadline=None)
            assert report.state is EngineState.UNAVAILABLE
            assert report.detail == "It refused the text (HTTP 413, language en-US)"
        server.status = 200
        assert (await _check(engine)).state is EngineState.OK


@pytest.mark.parametrize(
    ("language", "detail"),
    [
        (
            "de-DE",
            (
                "German (de) is not installed: `copydesk engine install --language de`, "
                "then restart the service"
            ),
        ),
        ("cs", "It has no rules for Czech (cs)"),
        ("xx", "It has no rules for the language “xx”"),
        ("und", "The language of the text could not be told"),
    ],
)
async def test_a_language_that_the_server_does_not_know_is_off_and_says_how_to_get_it(
    server: FakeServer, language: str, detail: str
) -> None:
    async with _engine(server) as engine:
        server.status = 400
        for _ in range(5):
            report = await engine.check(TEXT, language=language, deadline=None)
            assert (report.state, report.detail) == (EngineState.OFF, detail)
        server.status = 200
        assert (await _check(engine)).state is EngineState.OK


_NESTED = b'{"matches": ' + b"[" * 200_000
LIES = {
    "nothing": b"",
    "a page": b"<!doctype html><title>Sign in</title>",
    "cut off": _answer(MATCH)[:-9],
    "not UTF-8": b'{"matches": [], "x": "\xff\xfe"}',
    "a list": b"[]",
    "a number": b"7",
    "no matches": b'{"software": {"version": "6.8"}}',
    "matches that are no list": b'{"matches": {}}',
    "a match that is no object": b'{"matches": [1]}',
    "nested without end": _NESTED,
    "an offset outside": _answer({**MATCH, "offset": 15, "length": 6}),
    "an offset far outside": _answer({**MATCH, "offset": 10**30, "length": 1}),
    "a number of 5,000 digits": b'{"matches": [{"offset": ' + b"9" * 5000 + b"}]}",
    "an offset before": _answer({**MATCH, "offset": -1}),
    "a length before": _answer({**MATCH, "length": -1}),
    "an offset that is no number": _answer({**MATCH, "offset": "0"}),
    "an offset that is a truth": _answer({**MATCH, "offset": True}),
    "an offset that is a fraction": _answer({**MATCH, "offset": 0.5}),
    "no rule": _answer({**MATCH, "rule": None}),
    "a rule without an id": _answer({**MATCH, "rule": {}}),
    "a message that is no text": _answer({**MATCH, "message": 7}),
    "replacements that are texts": _answer({**MATCH, "replacements": ["This is"]}),
    "software that is a text": _answer(MATCH, software="LanguageTool"),
}


@pytest.mark.parametrize("body", LIES.values(), ids=LIES.keys())
async def test_a_lying_server_is_unavailable_and_harmless(server: FakeServer, body: bytes) -> None:
    async with _engine(server) as engine:
        server.body = body
        report = await _check(engine)
        assert (report.state, report.matches) == (EngineState.UNAVAILABLE, ())
        assert report.detail
        server.body = _answer(MATCH)
        assert (await _check(engine)).state is EngineState.OK


async def test_what_only_lacks_fields_is_taken(server: FakeServer) -> None:
    bare = {"message": "Hm.", "offset": 0, "length": 4, "rule": {"id": "R"}, "unknown": [1]}
    async with _engine(server) as engine:
        server.body = json.dumps({"matches": [bare]}).encode()
        report = await _check(engine)
        (match,) = report.matches
        assert (match.replacements, match.category, match.issue_type) == ((), "", "")
        assert report.version is None


async def test_surrogates_in_an_answer_reach_nobody(server: FakeServer) -> None:
    async with _engine(server) as engine:
        server.body = _answer(
            {**MATCH, "message": "A \ud83d", "replacements": [{"value": "\ude00"}]}
        )
        (match,) = (await _check(engine)).matches
        assert (match.message, match.replacements) == ("A \ufffd", ("\ufffd",))


async def test_an_endless_answer_is_cut(server: FakeServer) -> None:
    limits = Limits(cache_bytes=0, dialects=(), first_pause=0.02, answer_bytes=10_000)
    async with _engine(server, limits) as engine:
        server.body = b" " * 1_000_000
        report = await _check(engine)
        assert (report.state, report.detail) == (
            EngineState.UNAVAILABLE,
            "The answer is too long",
        )


async def test_a_connection_that_breaks_off_is_a_fault(server: FakeServer) -> None:
    async with _engine(server) as engine:
        server.hang_up = True
        report = await _check(engine)
        assert report.state is EngineState.UNAVAILABLE
        assert "RemoteProtocolError" in (report.detail or "")


async def test_redirects_are_not_followed(server: FakeServer) -> None:
    async with _engine(server) as engine:
        server.status = 302
        report = await _check(engine)
        assert (report.state, report.detail) == (EngineState.UNAVAILABLE, "It failed (HTTP 302)")
        assert len(server.texts) == 1


async def test_the_queue_is_bounded_and_so_is_what_the_server_gets(server: FakeServer) -> None:
    limits = Limits(cache_bytes=0, dialects=(), first_pause=0.02, concurrency=2, queue=3)
    async with _engine(server, limits) as engine:
        server.pause = 0.2
        server.most_busy = 0
        reports = await asyncio.gather(*(_check(engine) for _ in range(8)))
        states = [report.state for report in reports]
        assert states.count(EngineState.OK) == 5
        assert {report.detail for report in reports if report.state is not EngineState.OK} == {
            "Too many articles wait for it"
        }
        assert server.most_busy == 2
        assert engine.status().state is EngineState.OK


async def test_waiting_in_the_queue_counts_towards_the_deadline(server: FakeServer) -> None:
    limits = Limits(cache_bytes=0, dialects=(), first_pause=0.02, concurrency=1)
    async with _engine(server, limits) as engine:
        server.pause = 0.4
        first = asyncio.create_task(_check(engine))
        await _until(lambda: server.busy == 1)
        late = await engine.check(TEXT, language="en-US", deadline=0.05)
        assert late.state is EngineState.TIMED_OUT
        assert (await first).state is EngineState.OK
        assert len(server.texts) == 1


async def test_a_check_that_is_given_up_frees_its_place(server: FakeServer) -> None:
    limits = Limits(cache_bytes=0, dialects=(), first_pause=0.02, concurrency=1)
    async with _engine(server, limits) as engine:
        server.pause = 5
        task = asyncio.create_task(_check(engine))
        await _until(lambda: server.busy == 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        server.pause = 0
        assert (await _check(engine)).state is EngineState.OK


async def test_connections_are_used_again(server: FakeServer) -> None:
    async with _engine(server) as engine:
        for _ in range(5):
            await _check(engine)
        assert len(server.texts) == 5
        assert server.connections == 1


async def test_close_ends_the_warm_up_and_may_be_called_twice() -> None:
    engine = LanguageTool("http://127.0.0.1:9", limits=QUICK)
    await engine.start()
    await engine.start()
    await engine.close()
    await engine.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    assert not others
