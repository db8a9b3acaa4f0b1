"""One LanguageTool server for all workers: started behind our back, restarted, never left behind.

The parent process owns it. Between the two stands a guardian (guardian.py), so that the JVM ends
with us however we end; docs/adr/0003-languagetool.md says why.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from copydesk.engines.base import EngineState, EngineStatus
from copydesk.engines.languagetool.install import engine_folder, missing, status
from copydesk.engines.languagetool.lock import VERSION

if TYPE_CHECKING:
    from typing import Self

_GUARDIAN: Final = Path(__file__).parent / "guardian.py"
# Below the ports that systems give to outgoing connections, which could take ours between two
# starts: the workers keep the address that they were told.
_PORTS: Final = range(20_000, 29_000)
_FAREWELL: Final = 10.0  # seconds for the guardian to end its JVM
_JVM: Final = (
    "-XX:+UseSerialGC",  # 200 MB less than G1, and as fast on the two or four cores of a server
    "-XX:MaxMetaspaceSize=256m",  # of what is not heap the one part that has no bound by itself
    "-XX:+ExitOnOutOfMemoryError",  # a JVM that limps on would answer wrongly; we start another
    "-Dsun.net.httpserver.nodelay=true",  # else the answer's last packet waits for 40 ms
    "-Dfile.encoding=UTF-8",  # Java 17 takes the locale's
    "-Djava.awt.headless=true",
)


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """How the server runs; times are in seconds."""

    heap_megabytes: int = 768
    start_seconds: float = 180.0
    # Twice without an answer to a health check, and another is started; all threads can be at long
    # checks, but no longer than `check_seconds`.
    hung_seconds: float = 60.0
    first_pause: float = 1.0
    longest_pause: float = 60.0
    healthy_seconds: float = 60.0  # after so long a life the next pause is short again
    threads: int = 4
    check_seconds: int = 70  # longer than any deadline of ours: abandoned checks end
    text_characters: int = 1_100_000
    jvm: tuple[str, ...] = ()  # after ours, so that they win


# For a server of a few articles: the first compiler alone is ready with half the work, and a third
# slower than the second in the long run.
SHORT_LIVED: Final = ServerOptions(jvm=("-XX:TieredStopAtLevel=1",))


class LanguageToolServer:
    """The one server of this machine's Copydesk; never raises for a fault, but has a state."""

    def __init__(
        self,
        *,
        home: Path | None = None,
        port: int | None = None,
        options: ServerOptions | None = None,
    ) -> None:
        """Keep what to run; nothing is started before `start`."""
        self._home: Final = home
        self._options: Final = options or ServerOptions()
        self._port = port
        self._changed: Final = threading.Condition()
        self._state = EngineState.OFF
        self._detail: str | None = None
        self._stopping: Final = threading.Event()
        self._guardian: subprocess.Popen[str] | None = None
        self._keeper: threading.Thread | None = None
        self.pid: int | None = None  # of the JVM
        self.starts = 0

    def __enter__(self) -> Self:
        """Start in the background."""
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        """Stop, and wait for it."""
        self.stop()

    @property
    def url(self) -> str | None:
        """The address for the workers, known at once and the same until the end."""
        return None if self._keeper is None else f"http://127.0.0.1:{self._port}"

    @property
    def state(self) -> EngineState:
        """How the server stands; `ok` from its first health check on."""
        return self._state

    def status(self) -> EngineStatus:
        """Tell how the server stands, and why."""
        return EngineStatus(self._state, VERSION, self.url, self._detail)

    def start(self) -> None:
        """Start in the background and return at once; where nothing is installed, say so."""
        if self._keeper is not None:
            return
        if lacking := missing(self._home):
            self._enter(EngineState.UNAVAILABLE, lacking)
            return
        self._stopping.clear()
        self._port = self._port or _free_port()
        self._enter(EngineState.STARTING)
        self._keeper = threading.Thread(target=self._keep, name="languagetool", daemon=True)
        self._keeper.start()

    def stop(self) -> None:
        """End the JVM and everything around it; harmless if nothing runs."""
        keeper, self._keeper = self._keeper, None
        if keeper is None:
            return
        self._stopping.set()
        if guardian := self._guardian:
            _dismiss(guardian)
        keeper.join(_FAREWELL)
        self._enter(EngineState.OFF)

    def wait(self, seconds: float) -> bool:
        """Wait until the server answers; False where it doesn't in that time or never will."""
        with self._changed:
            self._changed.wait_for(lambda: self._state is not EngineState.STARTING, seconds)
            return self._state is EngineState.OK

    def _enter(self, state: EngineState, detail: str | None = None) -> None:
        with self._changed:
            self._state = state
            self._detail = detail
            self._changed.notify_all()

    def _keep(self) -> None:
        """Run one guardian after another, with longer pauses the shorter they live."""
        java = status(self._home).java
        if java is None:
            self._enter(EngineState.UNAVAILABLE, status(self._home).detail)
            return
        pause = self._options.first_pause
        while not self._stopping.is_set():
            began = time.monotonic()
            detail = self._run(java.path.parent)
            if self._stopping.is_set():
                break
            if time.monotonic() - began >= self._options.healthy_seconds:
                pause = self._options.first_pause
            self._enter(EngineState.UNAVAILABLE, f"{detail}; next start in {pause:g} s")
            self._stopping.wait(pause)
            pause = min(2 * pause, self._options.longest_pause)

    def _run(self, java: Path) -> str:
        """Run one guardian to its end and return why it ended."""
        self.starts += 1
        self._enter(EngineState.STARTING, self._detail)
        detail = "Its guardian was killed"
        # In a session of its own: Ctrl-C must not reach it before the last article is answered,
        # and its group can be killed whole.
        guardian = subprocess.Popen(  # noqa: S603 - this Python, on a file of ours
            [sys.executable, "-P", str(_GUARDIAN), json.dumps(self._orders(java))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self._guardian = guardian
        if self._stopping.is_set():  # `stop` came before there was anything to dismiss
            _dismiss(guardian)
        with guardian:
            for line in guardian.stdout or ():
                event = cast("dict[str, object]", json.loads(line))
                if event["event"] == "started":
                    self.pid = cast("int", event["pid"])
                elif event["event"] == "ready":
                    self._enter(EngineState.OK)
                else:
                    detail = str(event["detail"])
            self.pid = None
            _dismiss(guardian)
        return detail

    def _orders(self, java: Path) -> dict[str, object]:
        options = self._options
        return {
            "parent": os.getpid(),
            "folder": str(engine_folder(self._home)),
            "version": VERSION,
            "java": str(java),
            "port": self._port,
            "seconds": options.start_seconds,
            "hung_seconds": options.hung_seconds,
            "jvm": [f"-Xmx{options.heap_megabytes}m", *_JVM, *options.jvm],
            "config": {
                "maxCheckThreads": options.threads,
                "maxCheckTimeMillis": 1000 * options.check_seconds,
                "maxTextLength": options.text_characters,
                # Without it every request builds the rules anew, 100 ms of work.
                "pipelineCaching": True,
                "maxPipelinePoolSize": 2 * options.threads,
                "pipelineExpireTimeInSeconds": 3600,
            },
        }


def _dismiss(guardian: subprocess.Popen[str]) -> None:
    """Let go of the lifeline, wait, and kill what is left of the guardian's group."""
    with contextlib.suppress(OSError):
        if guardian.stdin:
            guardian.stdin.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        guardian.wait(_FAREWELL)
    # The group outlives a guardian that was killed for as long as its JVM does.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(guardian.pid, signal.SIGKILL)
    guardian.wait()


def _free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    for port in random.sample(_PORTS, 100):
        with socket.socket() as trial:
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError("No port is free")
