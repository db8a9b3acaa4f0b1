"""Asynchronous checks against a LanguageTool server, with a deadline and a circuit breaker."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import httpx

from copydesk.engines.base import EngineReport, EngineState, EngineStatus
from copydesk.engines.languagetool.answers import BadAnswerError, parse_answer
from copydesk.engines.languagetool.breaker import Circuit, CircuitBreaker
from copydesk.engines.languagetool.cache import ParagraphCache
from copydesk.engines.languagetool.languages import not_there
from copydesk.engines.languagetool.memory import JvmMemory
from copydesk.engines.languagetool.paragraphs import paragraphs
from copydesk.engines.languagetool.questions import Question, Reply, dealt_out, moved
from copydesk.engines.rules import load_rules
from copydesk.engines.surrogates import encodable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from copydesk.engines.base import EngineMatch, Level

# News of many shapes, with slips: it loads rules, speller and tagger, and heats the compiler up.
_PROBE: Final = """\
The council of Eastbrook voted on Tuesday to close the old harbour brigde for six months, \
despite protests from traders who fear for their bussiness. "We have asked for a second crossing \
since 2015," said Maria Lindqvist, who runs a bakery on the quay and employ nine people. "Nobody \
listened."

Engineers found cracks in three of its four pillars last autumn. The repairs will cost $4.5 \
million, about a third more than was planned, and should be finished by Oct. 7, the mayor told \
reporters. Until then, buses will be lead along the ring road, which adds up to 25 minutes to a \
journey.

Mr. Osei, an economist at the University of Westmark, said that closures like this one often \
hurts small shops first. According to a survey by the chamber of commerce, every fifth of them \
could give up before winter; in the neighbouring town of Hallam, eleven did when its market was \
rebuilt in 2019.

The ministry of transport, which pays half of the bill, declined to comment. Its spokeswoman \
said only that an new report was due in March, and that "all options" were being looked at. \
Residents can ask questions at a meeting in the town hall next Thursday, at 7 p.m. or write to \
the council.
"""
_PROBE_LANGUAGE: Final = "en-US"
_ENGLISH: Final = "en-"
# Rules that look at more than one sentence are left out: what they say of a paragraph depends on
# the others. docs/adr/0003-languagetool.md names them, and what finds the same in our own.
MODE: Final = "allButTextLevelOnly"
# Languages whose paragraphs were shown to have the same matches alone and in an article; a text in
# another language is known or asked for as a whole.
_BY_PARAGRAPH: Final = frozenset({"en"})
_OK: Final = 200
_BAD_REQUEST: Final = 400
_CLIENT_ERRORS: Final = range(400, 500)
_TOO_MANY: Final = 429
# Java's server ends idle connections after 30 seconds; ours must be the first to let go.
_KEEP_ALIVE: Final = 10.0


class _FaultError(Exception):
    """The server failed; the text is safe to show."""


class _RefusedError(Exception):
    """The server is well and does not want this request."""


def _warm_up(language: str) -> Question:
    return Question((_PROBE,), to_the_end=True, language=language, level="default", usual=0)


class _UnknownLanguageError(_RefusedError):
    """The server is well and has no rules for this language."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker asks of the server at most; times are in seconds."""

    deadline: float = 3.0
    deadline_per_1000_words: float = 0.6
    concurrency: int = 4  # a check keeps a core busy: more at once only makes each of them later
    queue: int = 32
    starting: float = 180.0  # a cold JVM on a busy machine has taken 40
    probe: float = 30.0
    brisk: float = 0.5  # the probe's 200 words at this speed: an article meets its deadline
    warm_ups: int = 3  # and if the machine is never so fast, so many must do
    # Asked for once beforehand, those of English before it is ready: the first check in one loads
    # its rules and its dictionary, 5 seconds of work.
    dialects: tuple[str, ...] = ("en-GB",)
    first_pause: float = 0.2
    longest_pause: float = 2.0
    answer_bytes: int = 32 * 1024 * 1024
    cache_bytes: int = 16 * 1024 * 1024  # the matches of some thousands of paragraphs


class LanguageTool:
    """A `GrammarEngine`: one for an event loop; without a URL it is off."""

    def __init__(
        self,
        url: str | None,
        *,
        limits: Limits | None = None,
        breaker: CircuitBreaker | None = None,
    ) -> None:
        """Keep the address; nothing is asked before `start`."""
        self._url: Final = None if url is None else url.rstrip("/").removesuffix("/v2")
        self._limits: Final = limits or Limits()
        self._breaker: Final = breaker or CircuitBreaker()
        self._memory: Final = JvmMemory(self._url)
        # Nobody would see what they find, and finding it takes a fiftieth of the server's time.
        self._useless: Final = ",".join(load_rules(self.name).off)
        self._cache: Final = ParagraphCache(self._limits.cache_bytes)
        self._slots: Final = asyncio.Semaphore(self._limits.concurrency)
        self._waiting = 0
        self._spoken: Final = set[str]()  # the languages that it was asked for once
        self._ready: Final = asyncio.Event()  # set by the first answer, never cleared
        self._fault: Final = asyncio.Event()  # wakes the keeper
        self._started: float | None = None
        self._http: httpx.AsyncClient | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._version: str | None = None
        self._detail: str | None = None

    @property
    def name(self) -> str:
        """The key of its report in the answer."""
        return "languagetool"

    async def start(self) -> None:
        """Begin warming up in the background; returns at once."""
        if self._url is None or self._keeper is not None:
            return
        connections = self._limits.concurrency + 1  # one for the probe
        self._http = httpx.AsyncClient(
            timeout=None,  # noqa: S113 - the deadline bounds the whole check, not each read
            trust_env=False,  # a proxy of the environment is not for this server
            limits=httpx.Limits(
                max_connections=connections,
                max_keepalive_connections=connections,
                keepalive_expiry=_KEEP_ALIVE,
            ),
        )
        self._started = time.monotonic()
        self._keeper = asyncio.create_task(self._keep(), name="languagetool-keeper")

    async def close(self) -> None:
        """Stop everything that `start` began."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeper
        http, self._http = self._http, None
        if http is not None:
            await http.aclose()

    async def wait_until_ready(self, seconds: float) -> bool:
        """Wait for the first answer of the server, for callers that can't do without."""
        if self._url is None:
            return False
        await self.start()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._ready.wait()
        return self._ready.is_set()

    def status(self) -> EngineStatus:
        """Tell how the engine stands, without asking it."""
        state = self._state()
        detail = None if state is EngineState.OK else self._detail
        return EngineStatus(state, self._version, self._url, detail, self._memory.resident())

    def deadline_for(self, text: str) -> float:
        """Return how many seconds a text may take where the caller names none."""
        words = len(text.split())
        return self._limits.deadline + self._limits.deadline_per_1000_words * words / 1000

    async def check(
        self, text: str, *, language: str, deadline: float | None, level: Level = "default"
    ) -> EngineReport:
        """Check a text within `deadline` seconds; never raises for a fault of the engine."""
        began = time.monotonic()
        await self.start()
        state = self._state()
        if state is not EngineState.OK:
            return self._report(state, began, detail=self._detail)
        sent = encodable(text)
        parts = paragraphs(sent) if language.split("-", maxsplit=1)[0] in _BY_PARAGRAPH else [sent]
        keys = [ParagraphCache.key(part, language, level) for part in parts]
        keys[-1] = ParagraphCache.key(parts[-1], language, level, "last")
        known = {key: self._cache.get(key) for key in keys}
        # A paragraph that is there twice is sent once.
        lacking = {key: part for key, part in zip(keys, parts, strict=True) if known[key] is None}
        detail = None
        if lacking:
            if self._waiting >= self._limits.queue:
                return self._report(
                    EngineState.UNAVAILABLE, began, detail="Too many articles wait for it"
                )
            usual = self.deadline_for(text)
            question = Question(
                tuple(lacking.values()),
                to_the_end=keys[-1] in lacking,
                language=language,
                level=level,
                usual=usual,
            )
            try:
                async with asyncio.timeout(usual if deadline is None else deadline), self._slot():
                    reply = await self._guarded(question)
            except TimeoutError:
                return self._report(
                    EngineState.TIMED_OUT, began, detail="It did not answer before the deadline"
                )
            except _UnknownLanguageError as error:
                return self._report(EngineState.OFF, began, detail=str(error))
            except (_FaultError, _RefusedError) as error:
                return self._report(EngineState.UNAVAILABLE, began, detail=str(error))
            known |= zip(lacking, reply.matches, strict=True)
            if reply.refused:
                detail = f"{reply.refused} matches do not fit the text"
            else:
                for key, found in zip(lacking, reply.matches, strict=True):
                    self._cache.put(key, found)
        matches: list[EngineMatch] = []
        start = 0
        for key, part in zip(keys, parts, strict=True):
            matches += (moved(match, start) for match in known[key] or ())
            start += len(part)
        return self._report(EngineState.OK, began, matches=tuple(matches), detail=detail)

    @contextlib.asynccontextmanager
    async def _slot(self) -> AsyncGenerator[None]:
        """Wait for one of the slots; the bounded number of those that wait is checked before."""
        self._waiting += 1
        try:
            await self._slots.acquire()
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._slots.release()

    async def _guarded(self, question: Question) -> Reply:
        """Ask, and tell the breaker how it went."""
        asked = time.monotonic()
        new = question.language not in self._spoken
        self._spoken.add(question.language)
        try:
            reply = await self._ask(question)
        except _FaultError as error:
            self._note_fault(str(error))
            raise
        except asyncio.CancelledError:
            # A caller in a hurry, or gone, proves nothing, nor does a language that the server has
            # to load first; the usual time does.
            if not new and time.monotonic() - asked >= question.usual * 0.95:
                self._note_fault("It does not answer in time")
            raise
        self._breaker.succeed()
        return reply

    def _note_fault(self, detail: str) -> None:
        self._detail = detail
        self._breaker.fail()
        if self._breaker.circuit is not Circuit.CLOSED:
            self._fault.set()

    async def _ask(self, question: Question) -> Reply:
        if self._http is None:  # closed while this check was waiting
            raise _RefusedError("It has been stopped")
        text = question.text
        form = {
            "text": text,
            "language": question.language,
            "level": question.level,
            "mode": MODE,
            "disabledRules": self._useless,
        }
        raw = bytearray()
        try:
            async with self._http.stream("POST", f"{self._url}/v2/check", data=form) as response:
                self._judge(response.status_code, question.language)
                async for chunk in response.aiter_bytes():
                    raw += chunk
                    if len(raw) > self._limits.answer_bytes:
                        raise _FaultError("The answer is too long")
            answer = parse_answer(bytes(raw), text)
            reply = dealt_out(answer, question)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _FaultError(f"It can't be reached ({type(error).__name__})") from error
        except BadAnswerError as error:
            raise _FaultError(str(error)) from error
        if answer.version != self._version:
            self._cache.clear()  # another server answers at this address
            self._version = answer.version
        return reply

    @staticmethod
    def _judge(status: int, language: str) -> None:
        """Tell a sick server from a request that it can't serve; bodies may quote the article."""
        if status == _OK:
            return
        if status == _BAD_REQUEST and not language.startswith("en"):
            # What else it asks of a request ours always have.
            raise _UnknownLanguageError(not_there(language))
        if status in _CLIENT_ERRORS and status != _TOO_MANY:
            raise _RefusedError(f"It refused the text (HTTP {status}, language {language})")
        raise _FaultError(f"It failed (HTTP {status})")

    async def _keep(self) -> None:
        """Warm the server up, then wait for faults and probe until it is well again."""
        pause = self._limits.first_pause
        while not await self._probed():
            await asyncio.sleep(pause)
            pause = min(1.5 * pause, self._limits.longest_pause)
        # The first articles of a cold JVM take three times as long as later ones.
        for _ in range(self._limits.warm_ups):
            began = time.monotonic()
            if await self._probed() and time.monotonic() - began <= self._limits.brisk:
                break
        # Half of English copy is British: its first article would miss its deadline.
        for language in self._limits.dialects:
            if language.startswith(_ENGLISH):
                await self._probed(language)
        self._ready.set()
        for language in self._limits.dialects:
            if not language.startswith(_ENGLISH):
                await self._probed(language)
        while True:
            await self._fault.wait()
            self._fault.clear()
            while self._breaker.circuit is not Circuit.CLOSED:
                await asyncio.sleep(self._breaker.seconds_left)
                if not await self._probed():
                    self._breaker.fail()

    async def _probed(self, language: str = _PROBE_LANGUAGE) -> bool:
        try:
            async with asyncio.timeout(self._limits.probe):
                await self._ask(_warm_up(language))
        except (_FaultError, _RefusedError) as error:
            self._detail = str(error)
            return False
        except TimeoutError:
            self._detail = "It does not answer in time"
            return False
        self._spoken.add(language)
        self._breaker.succeed()
        return True

    def _state(self) -> EngineState:
        if self._url is None:
            return EngineState.OFF
        if self._ready.is_set():
            closed = self._breaker.circuit is Circuit.CLOSED
            return EngineState.OK if closed else EngineState.UNAVAILABLE
        waited = 0.0 if self._started is None else time.monotonic() - self._started
        early = waited < self._limits.starting
        return EngineState.STARTING if early else EngineState.UNAVAILABLE

    def _report(
        self,
        state: EngineState,
        began: float,
        *,
        matches: tuple[EngineMatch, ...] = (),
        detail: str | None = None,
    ) -> EngineReport:
        milliseconds = round(1000 * (time.monotonic() - began))
        return EngineReport(self.name, state, self._version, milliseconds, matches, detail)
