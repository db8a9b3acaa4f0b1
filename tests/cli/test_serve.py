"""`copydesk serve` as a process: its workers, its one JVM, its end, and what it keeps to itself."""

from __future__ import annotations

import asyncio
import contextlib
import http.server
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import parse_qs

import httpx
import psutil
import pytest

from copydesk.engines.languagetool.lock import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE: Final = 60  # a busy machine has taken 40 seconds to start a JVM
LIMIT: Final = 16  # articles at once in a worker of the shared service
BODY_SECONDS: Final = 1.0
_WRONG: Final = re.compile(r"wrod\w*")
_QUIET_JVM: Final = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1"}  # starts in half the time


def wait_for(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def runs(process: psutil.Process) -> bool:
    """Tell whether a process runs; a zombie waits for its parent and does nothing any more."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**more: str) -> dict[str, str]:
    ours = ("COPYDESK_", "PROMETHEUS_", "JAVA_TOOL")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return {**clean, "PYTHONUTF8": "1", **more}


class Service:
    """One `copydesk serve`, everything it started, and all that it printed."""

    def __init__(self, folder: Path, *arguments: str, script: str = "", **more: str) -> None:
        """Start it; `script` is run in the place of the plain command."""
        self.port: Final = free_port()
        self.url: Final = f"http://127.0.0.1:{self.port}"
        self._printed: Final = (folder / "stdout", folder / "stderr")
        program = ["-c", script] if script else ["-m", "copydesk", "serve"]
        with self._printed[0].open("wb") as stdout, self._printed[1].open("wb") as stderr:
            self.process: Final = subprocess.Popen(
                [sys.executable, *program, "--port", str(self.port), *arguments],
                cwd=folder,
                # What a killed one leaves among temporary files goes with the test's own.
                env=environment(TMPDIR=str(folder), **more),
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
            )
        self._seen: Final[set[psutil.Process]] = set()

    def __enter__(self) -> Self:
        """Wait until it answers."""
        try:
            wait_for(self._answers)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        """End it however it stands, and whatever a failed test has left behind."""
        self.family()
        self.process.kill()
        self.process.wait()
        for process in self._seen:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()

    @property
    def stdout(self) -> str:
        return self._printed[0].read_text(encoding="utf-8")

    @property
    def stderr(self) -> str:
        return self._printed[1].read_text(encoding="utf-8")

    def _answers(self) -> bool:
        assert self.process.poll() is None, f"the service ended: {self.stderr}"
        try:
            return httpx.get(f"{self.url}/healthz", timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def family(self) -> list[psutil.Process]:
        """Return what runs below it now; remembered for the end."""
        children: list[psutil.Process] = []
        with contextlib.suppress(psutil.NoSuchProcess):
            children = psutil.Process(self.process.pid).children(recursive=True)
        self._seen.update(children)
        return [child for child in children if runs(child)]

    def named(self, word: str) -> list[psutil.Process]:
        """Return the processes below it that have a word in their command line."""
        found: list[psutil.Process] = []
        for process in self.family():
            with contextlib.suppress(psutil.NoSuchProcess):
                if word in " ".join(process.cmdline()):
                    found.append(process)
        return found

    def workers(self) -> list[psutil.Process]:
        return self.named("spawn_main")

    def jvms(self) -> list[psutil.Process]:
        return self.named("org.languagetool.server") or self.named("languagetool-server.jar")

    def analyse(self, text: str, **options: object) -> dict[str, Any]:
        """Analyse over a connection of its own, so that any worker may take it."""
        response = httpx.post(
            f"{self.url}/analyze", json={"text": text, "options": options}, timeout=PATIENCE
        )
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
        return answer

    def counted(self, sample: str) -> float:
        """Return a figure of /metrics, 0 where it isn't there yet."""
        metrics = httpx.get(f"{self.url}/metrics", timeout=PATIENCE).text
        found = re.search(rf"^{re.escape(sample)} (\S+)$", metrics, re.MULTILINE)
        return float(found[1]) if found else 0.0

    def listens(self) -> bool:
        try:
            self.opened().close()
        except ConnectionError:
            return False
        return True

    def opened(self) -> socket.socket:
        """Return a connection to send half-finished things over."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)


def ends_with_0(service: Service) -> None:
    """End a service as systems do; whatever it started has to be gone with it."""
    family = service.family()
    service.process.terminate()
    assert service.process.wait(20) == 0, service.stderr
    wait_for(lambda: not any(map(runs, family)), 10)


def engine_of(client: httpx.Client) -> str:
    status: str = client.get("/readyz").json()["engines"]["languagetool"]["status"]
    return status


# ── a LanguageTool of our own ────────────────────────────────────────────────────────────────


class FakeLanguageTool(http.server.ThreadingHTTPServer):
    """Marks every `wrod…`; a text with `slow` in it has to wait for `release`."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.release: Final = threading.Event()
        self.waiting: Final = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def check(self, text: str) -> bytes:
        """Return the answer to one text, in ASCII, whose units are code points."""
        if "slow" in text.split():
            self.waiting.set()
            self.release.wait(PATIENCE)
        matches = [
            {
                "message": "No word.",
                "offset": found.start(),
                "length": len(found[0]),
                "replacements": [{"value": "word"}],
                "rule": {"id": "FAKE", "issueType": "misspelling"},
            }
            for found in _WRONG.finditer(text)
        ]
        return json.dumps({"software": {"version": VERSION}, "matches": matches}).encode()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer a check."""
        assert isinstance(self.server, FakeLanguageTool)
        form = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        body = self.server.check(form["text"][0])
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        # Who asked may be gone.
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeLanguageTool]:
    with FakeLanguageTool() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.release.set()
        server.shutdown()
        thread.join()


# ── two workers, no JVM ──────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def service(fake: FakeLanguageTool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with Service(
        tmp_path_factory.mktemp("service"),
        "--workers=2",
        COPYDESK_LANGUAGETOOL_URL=fake.url,
        COPYDESK_BODY_SECONDS=str(BODY_SECONDS),
        COPYDESK_MAX_CONCURRENCY=str(LIMIT),
    ) as service:
        wait_for(lambda: len(service.workers()) == 2)
        yield service


def test_a_url_of_ones_own_is_asked_and_no_jvm_started(service: Service) -> None:
    wait_for(lambda: service.analyse("Hi.")["engines"]["languagetool"]["status"] == "ok")
    assert service.jvms() == service.named("guardian") == []
    answer = service.analyse("A wrod fell.")
    assert [issue["quote"] for issue in answer["issues"]] == ["wrod"]


def test_it_says_what_to_try(service: Service) -> None:
    assert service.stdout.startswith(f"Copydesk is up: {service.url}/docs")
    command = service.stdout.splitlines()[1].strip()
    assert command.startswith("curl --data-binary 'Benjamin netanyahu ")
    assert command.endswith(f"'{service.url}/analyze?format=text'")


def test_metrics_are_the_sum_of_all_workers(service: Service) -> None:
    sample = 'copydesk_requests_total{method="POST",route="/analyze",status="200"}'
    first, second = service.workers()
    before = service.counted(sample)
    for sleeper, requests in ((first, 3), (second, 2)):  # the other has to answer
        sleeper.suspend()
        try:
            for _ in range(requests):
                service.analyse("Countedly counted.", grammar="off")
        finally:
            sleeper.resume()
    # A worker counts a request when its answer has gone; don't suspend it before it has.
    deadline = time.monotonic() + 5
    while service.counted(sample) < before + 5 and time.monotonic() < deadline:
        time.sleep(0.05)
    for sleeper in (first, second):
        sleeper.suspend()
        try:
            assert service.counted(sample) == before + 5
        finally:
            sleeper.resume()


def test_metrics_hold_nothing_of_an_article(service: Service) -> None:
    service.analyse("Zanzibari zanzibari was the the headline.", names=["Zanzibari"])
    httpx.post(f"{service.url}/zanzibari?title=zanzibari", json={"zanzibari": 1})
    metrics = httpx.get(f"{service.url}/metrics").text
    assert 'copydesk_issues_total{rule="repeated-word",severity="' in metrics
    assert 'copydesk_engine_checks_total{engine="languagetool",status="' in metrics
    assert re.search(r"^copydesk_words_total [1-9]", metrics, re.MULTILINE)
    assert "zanzibari" not in metrics.lower()


def test_nothing_of_an_article_is_logged(service: Service) -> None:
    name = "Quagmirish"
    good = {"text": f"{name} {name} said the the mayor."}
    for query, body in (
        (f"title={name}", good),
        (f"title={name}&{name}=1", good),
        (f"names={name}&format={name}", good),
        (f"title={name}", {"text": f"{name}\0"}),
        (f"title={name}", {"text": name, name: name}),
    ):
        httpx.post(f"{service.url}/analyze?{query}", json=body)
    httpx.get(f"{service.url}/{name}")
    httpx.get(f"{service.url}/rules/{name}")
    upgrade = "connection: upgrade\r\nupgrade: websocket\r\n"
    for sent in (
        f"{name} {name}\r\n\r\n",
        f"GET /{name}\x00 HTTP/1.1\r\n\r\n",
        f"GET /analyze?title={name} HTTP/1.1\r\nhost: x\r\n{upgrade}\r\n",
        f"POST /analyze HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n{name}\r\n\r\n",
    ):
        with service.opened() as connection:
            connection.sendall(sent.encode())
            assert connection.recv(1000).startswith(b"HTTP/1.1 4")
    printed = service.stdout + service.stderr
    assert name.lower() not in printed.lower()
    assert "GET" not in printed
    assert "POST" not in printed


def half_of(body: bytes) -> bytes:
    head = (
        "POST /analyze?grammar=off HTTP/1.1\r\nhost: copydesk\r\ncontent-type: text/plain\r\n"
        f"content-length: {2 * len(body)}\r\n\r\n"
    )
    return head.encode() + body


@pytest.mark.parametrize("trickles", [False, True])
def test_a_body_that_stalls_is_given_up_and_its_connection_too(
    service: Service, *, trickles: bool
) -> None:
    with service.opened() as connection:
        began = time.monotonic()
        connection.sendall(half_of(b"The mayor said the the" * 50))
        connection.settimeout(0.2 if trickles else PATIENCE)
        received = b""
        while time.monotonic() < began + 4 * BODY_SECONDS + 4:
            try:
                chunk = connection.recv(10_000)
            except TimeoutError:
                with contextlib.suppress(ConnectionError):  # the next `recv` tells, too
                    connection.sendall(b"x")
                continue
            except ConnectionError:
                break
            if not chunk:
                break
            received += chunk
        else:
            pytest.fail("the connection was kept open")
    assert received.startswith(b"HTTP/1.1 408 ")
    assert b"urn:copydesk:problem:slow-request" in received
    assert time.monotonic() - began < BODY_SECONDS + 4


def test_who_leaves_in_the_middle_leaves_nothing_behind(service: Service) -> None:
    for _ in range(3 * LIMIT):
        with service.opened() as connection:
            connection.sendall(half_of(b"Abandoned abandoned words of the the sender."))
    for number in range(10):
        answer = service.analyse(f"Number {number} was the the last.", grammar="off")
        assert [issue["quote"] for issue in answer["issues"]] == ["the the"]
        assert "bandoned" not in json.dumps(answer)
    assert "bandoned" not in service.stderr
    assert "Traceback" not in service.stderr


async def test_a_hundred_at_once_are_answered_each_with_its_own(service: Service) -> None:
    async with httpx.AsyncClient(
        base_url=service.url, timeout=PATIENCE, limits=httpx.Limits(max_connections=None)
    ) as client:

        async def ask(word: str) -> int:
            body = {"text": f"They met in the the town. A wrod{word} fell.", "title": word}
            response = await client.post("/analyze", json=body, headers={"x-request-id": word})
            assert response.headers["x-request-id"] == word
            if response.status_code == 503:
                assert response.headers["retry-after"]
                assert response.json()["type"] == "urn:copydesk:problem:busy"
                return 503
            answer = response.json()
            wanted = ["the the"]
            if answer["engines"]["languagetool"]["status"] == "ok":
                wanted.append(f"wrod{word}")
            assert answer["article"]["title"] == word
            assert [issue["quote"] for issue in answer["issues"]] == wanted
            assert all(f"wrod{word}" in issue["context"] for issue in answer["issues"])
            return response.status_code

        letters = "bcdfghjklm"
        words = [f"{first}a{second}e" for first in letters for second in letters]
        statuses = await asyncio.gather(*map(ask, words))
    assert set(statuses) <= {200, 503}
    assert statuses.count(200) >= LIMIT


def test_a_killed_worker_is_replaced_and_its_figures_are_kept(service: Service) -> None:
    sample = 'copydesk_requests_total{method="POST",route="/analyze",status="200"}'
    before = service.counted(sample)
    killed, left = service.workers()
    killed.kill()
    wait_for(lambda: len(service.workers()) == 2 and killed not in service.workers())
    assert left in service.workers()
    left.suspend()  # the new one has to answer
    try:
        service.analyse("Here again.", grammar="off")
        assert service.counted(sample) == before + 1
    finally:
        left.resume()


# ── the end ──────────────────────────────────────────────────────────────────────────────────


def test_what_is_in_flight_is_answered_before_the_end(
    service: Service, fake: FakeLanguageTool
) -> None:
    """The last test of the shared service: it ends it."""
    answers: list[httpx.Response] = []

    def ask(client: httpx.Client) -> None:
        body = {"text": "A slow wrod fell.", "options": {"grammar": "required"}}
        answers.append(client.post("/analyze", json=body))

    with httpx.Client(base_url=service.url, timeout=PATIENCE) as client:
        wait_for(lambda: engine_of(client) == "ok")
        family = service.family()
        asking = threading.Thread(target=ask, args=[client])
        asking.start()
        assert fake.waiting.wait(20)
        service.process.terminate()
        time.sleep(1.5)  # the parent looks for signals every half second
        assert service.process.poll() is None
        fake.release.set()
        asking.join()
        assert service.process.wait(20) == 0, service.stderr
    wait_for(lambda: not any(map(runs, family)), 10)
    assert answers[0].status_code == 200
    assert [issue["quote"] for issue in answers[0].json()["issues"]] == ["wrod"]
    assert "Traceback" not in service.stderr


def test_workers_go_when_their_parent_is_killed(tmp_path: Path) -> None:
    with Service(tmp_path, "--workers=2", "--no-grammar") as service:
        wait_for(lambda: len(service.workers()) == 2)
        family = service.family()
        service.process.kill()
        service.process.wait()
        wait_for(lambda: not any(map(runs, family)), 10)
        assert service.stderr == ""


# ── what can't be had ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Ended:
    """How a `copydesk serve` ended that could not begin."""

    code: int
    stdout: str
    stderr: str


def serve(*arguments: str, **more: str) -> Ended:
    done = subprocess.run(
        [sys.executable, "-m", "copydesk", "serve", *arguments],
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def test_a_taken_port_is_one_clear_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = serve("--port", str(port))
    assert done == Ended(
        2,
        "",
        f"copydesk: 127.0.0.1:{port} can't be listened on (address already in use); "
        "choose another with --host and --port.\n",
    )


def test_a_setting_that_is_none_is_one_clear_line() -> None:
    done = serve("--port", str(free_port()), COPYDESK_LANGUAGETOOL_URL="nowhere")
    assert (done.code, done.stdout) == (2, "")
    assert done.stderr.startswith("copydesk: COPYDESK_LANGUAGETOOL_URL: ")
    assert done.stderr.count("\n") == 1


def test_without_languagetool_it_serves_and_says_how_to_get_it(tmp_path: Path) -> None:
    with Service(tmp_path, COPYDESK_HOME=str(tmp_path / "empty")) as service:
        assert service.stderr == (
            f"Without grammar: LanguageTool {VERSION} can't be used (not installed): run "
            "`copydesk engine install`. COPYDESK_LANGUAGETOOL_URL can name a LanguageTool server "
            "of your own instead.\n"
        )
        assert service.family() == []
        ready = httpx.get(f"{service.url}/readyz").json()
        assert ready["engines"]["languagetool"]["status"] == "off"
        answer = service.analyse("The the mayor spoke.")
        assert [issue["rule"] for issue in answer["issues"]] == ["repeated-word"]
        assert answer["engines"]["languagetool"]["status"] == "off"
        required = {"text": "Hi.", "options": {"grammar": "required"}}
        refused = httpx.post(f"{service.url}/analyze", json=required)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        assert refused.json()["type"] == "urn:copydesk:problem:engine-unavailable"
        with service.opened() as connection:
            half = b"Half of it came before the the signal. "
            connection.sendall(half_of(half))
            service.analyse("The first half has been read by now.")
            service.process.send_signal(signal.SIGINT)
            wait_for(lambda: not service.listens(), 10)
            connection.sendall(half)
            assert connection.recv(1000).startswith(b"HTTP/1.1 200 ")
        assert service.process.wait(20) == 0, service.stderr


_CRASHING: Final = """
import sys
from copydesk.analysis.analyzer import Analyzer
from copydesk.cli.main import main

async def analyse(self, article, options=None):
    try:
        raise KeyError(article.source.text)
    except KeyError as error:
        raise ValueError(f"can't read {article.source.text} of {article.title}") from error

Analyzer.analyse = analyse
sys.argv = ["copydesk", "serve", "--no-grammar", *sys.argv[1:]]
main()
"""


def test_a_crash_is_a_problem_and_its_log_has_nothing_of_the_article(tmp_path: Path) -> None:
    with Service(tmp_path, script=_CRASHING) as service:
        response = httpx.post(
            f"{service.url}/analyze?title=Quagmirish",
            json={"text": "Quagmirish words."},
            headers={"x-request-id": "crash-1"},
        )
        assert response.status_code == 500
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["type"] == "urn:copydesk:problem:internal-error"
        assert response.headers["x-request-id"] == "crash-1"
        assert "request crash-1 failed" in service.stderr
        assert "ValueError" in service.stderr
        assert ", in analyse" in service.stderr
        assert "uagmirish" not in response.text + service.stderr + service.stdout
        ends_with_0(service)


# ── the real LanguageTool ────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def grammar_service(
    _languagetool: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Service, dict[str, Any]]]:
    """Two workers with a real JVM, and what /readyz said when they first answered."""
    with Service(tmp_path_factory.mktemp("grammar"), "--workers=2", **_QUIET_JVM) as service:
        yield service, httpx.get(f"{service.url}/readyz").json()


@pytest.mark.languagetool
@pytest.mark.slow
def test_it_answers_before_languagetool_is_up_and_then_with_it(
    grammar_service: tuple[Service, dict[str, Any]],
) -> None:
    service, first = grammar_service
    assert first["status"] == "ready"
    assert first["engines"]["languagetool"]["status"] == "starting"
    # One connection stays with one worker: each of them warms up by itself.
    with httpx.Client(base_url=service.url, timeout=PATIENCE) as client:
        wait_for(lambda: engine_of(client) == "ok")
        text = "😀 On 🇫🇷 Friday the brigde fell. 👩‍🚀 See the br𝐢gde now."
        body = {"text": text, "options": {"grammar": "required", "deadline_ms": 60_000}}
        response = client.post("/analyze", json=body)
    assert response.status_code == 200, response.text
    answer = response.json()
    assert answer["engines"]["languagetool"]["status"] == "ok"
    assert answer["engines"]["languagetool"]["version"] == VERSION
    found = [issue for issue in answer["issues"] if issue["source"] == "languagetool"]
    assert {"brigde", "br𝐢gde"} <= {issue["quote"] for issue in found}
    assert any(issue["quote"] == "brigde" and issue["severity"] == "warning" for issue in found)
    units = text.encode("utf-16-le")
    for issue in found:
        span = issue["span"]
        assert issue["severity"] in ("warning", "info")  # none is sure enough for an error
        assert issue["source_rule"]
        assert text[span["start"] : span["end"]] == issue["quote"]
        utf16 = units[2 * span["utf16"]["start"] : 2 * span["utf16"]["end"]]
        assert utf16.decode("utf-16-le") == issue["quote"]


@pytest.mark.languagetool
@pytest.mark.slow
def test_workers_share_one_jvm_which_outlives_them_but_not_the_parent(
    grammar_service: tuple[Service, dict[str, Any]],
) -> None:
    """The last test of this service: it ends it."""
    service, _ = grammar_service
    wait_for(lambda: len(service.jvms()) == 1)
    jvm = service.jvms()
    killed, left = service.workers()
    killed.kill()
    wait_for(lambda: len(service.workers()) == 2 and killed not in service.workers())
    left.suspend()  # the new one has to answer
    try:
        with httpx.Client(base_url=service.url, timeout=PATIENCE) as client:
            wait_for(lambda: engine_of(client) == "ok")
    finally:
        left.resume()
    assert service.jvms() == jvm
    family = service.family()
    assert len(service.named("guardian")) == 1
    service.process.kill()
    service.process.wait()
    wait_for(lambda: not any(map(runs, family)), 15)
    assert service.stderr == ""


@pytest.mark.languagetool
@pytest.mark.slow
@pytest.mark.usefixtures("_languagetool")
def test_a_signal_ends_workers_guardian_and_jvm(tmp_path: Path) -> None:
    with Service(tmp_path, "--workers=2", **_QUIET_JVM) as service:
        wait_for(lambda: service.jvms() and len(service.workers()) == 2)
        assert len(service.named("guardian")) == 1
        ends_with_0(service)
