"""The process between Copydesk and the JVM: it holds LanguageTool and ends it with its parent.

Started by path with one JSON argument, and it imports nothing of Copydesk, so that it stays small.
It tells what happens in lines of JSON on standard output. Standard input is its lifeline: nobody
writes to it, and it ends when the parent does, however the parent dies, `kill -9` included.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

import language_tool_python
from language_tool_python import server as ltp_server
from language_tool_python.download_lt import LocalLanguageTool
from language_tool_python.exceptions import ServerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

_LOOK: Final = 0.5  # seconds between two looks at the JVM and at the parent
_LINES: Final = 12  # of what a JVM says before it gives up
_PR_SET_PDEATHSIG: Final = 1


@dataclass(frozen=True, slots=True)
class Orders:
    """What the parent wants; the JSON argument, field by field."""

    parent: int
    folder: str  # LTP_PATH
    version: str
    java: str  # the folder that holds the `java` to use
    port: int
    seconds: float  # how long the server may take to answer its first health check
    hung_seconds: float  # and any later one: a JVM that lives and answers nobody is of no use
    jvm: list[str]
    config: dict[str, int | bool]


class OneServer(language_tool_python.LanguageTool):
    """language-tool-python's server, started once on the port that was ordered.

    As it comes it tries a second port where the first start is slow, and lets the first JVM live.
    """

    def __init__(self, orders: Orders) -> None:
        """Start the JVM and wait until it answers; raises `ServerError` where it doesn't."""
        self._orders: Final = orders
        self._listening = True
        self._last_words: Final[deque[str]] = deque(maxlen=_LINES)
        super().__init__(
            "en-US",
            host="127.0.0.1",
            config=orders.config,
            language_tool_download_version=orders.version,
        )

    def died(self) -> str | None:
        """Return how the JVM ended, and None while it runs."""
        code = self._server.poll() if self._server else 0
        if code is None:
            return None
        said = " ".join(self._last_words)
        return f"Its JVM ended with code {code}{f': {said}' if said else ''}"

    def answers(self) -> bool:
        """Tell whether the server answers its health check, be it to say that it is busy."""
        request = urllib.request.Request(f"{self._url}healthcheck")  # noqa: S310 - our own server
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            opener.open(request, timeout=self._orders.hung_seconds).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    def _start_server_on_free_port(self) -> None:
        self._port = self._orders.port
        self._url = f"http://127.0.0.1:{self._port}/v2/"
        self._start_local_server()

    def _start_local_server(self) -> None:
        if self._server is not None:
            raise ServerError("One attempt was ordered")
        _refuse_a_taken_port(self._orders.port)
        # Not `download`, which would ask the network for what is missing.
        local = LocalLanguageTool.from_version_name(self._orders.version)
        java, *arguments = local.get_server_cmd(self._port, self._config)
        self._server = subprocess.Popen(  # noqa: S603 - a command of language-tool-python's
            [java, *self._orders.jvm, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            # Still the only thread here; and nothing but a system call is made in the child.
            preexec_fn=_die_with_parent(),  # noqa: PLW1509
        )
        ltp_server.RUNNING_SERVER_PROCESSES.append(self._server)
        if self._server.stdout:
            threading.Thread(target=self._listen, args=[self._server.stdout], daemon=True).start()
        watch = threading.Thread(target=_leave_with_parent, args=[self._orders.parent], daemon=True)
        watch.start()
        _tell(event="started", pid=self._server.pid)
        try:
            self._wait_for_server_ready()
        except ServerError as error:
            detail = self.died() or str(error)
            self._terminate_server()
            raise ServerError(detail) from error

    def _wait_for_server_ready(self, timeout: int | None = None) -> None:
        super()._wait_for_server_ready(timeout or round(self._orders.seconds))
        # From now on it speaks of texts, which nobody is to keep.
        self._listening = False

    def _listen(self, stream: IO[str]) -> None:
        for line in stream:
            if self._listening:
                self._last_words.append(line.strip()[:200])


def main() -> int:
    """Run one server until it dies, the parent ends, or somebody sends SIGTERM."""
    orders = Orders(**json.loads(sys.argv[1]))
    signal.signal(signal.SIGTERM, _leave)
    os.environ["LTP_PATH"] = orders.folder
    os.environ["PATH"] = orders.java + os.pathsep + os.environ.get("PATH", "")
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"
    try:
        server = OneServer(orders)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent has to hear of it
        _tell(event="failed", detail=str(error) or type(error).__name__)
        return 1
    with contextlib.closing(server):
        _tell(event="ready")
        _tell(event="failed", detail=_watched(server, orders.hung_seconds))
    return 1


def _refuse_a_taken_port(port: int) -> None:
    """Raise `ServerError` where another program listens: its health would pass for our JVM's."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise ServerError(f"Port {port} is taken by another program") from error


def _watched(server: OneServer, hung_seconds: float) -> str:
    """Wait until the server has died or answers nobody; return which."""
    looked = time.monotonic()
    while (detail := server.died()) is None:
        if time.monotonic() - looked >= hung_seconds / 2:
            # It is asked twice: a single question can meet a moment in which all threads are busy.
            if not server.answers() and not server.answers() and server.died() is None:
                return "It did not answer its health check any more"
            looked = time.monotonic()
        time.sleep(_LOOK)
    return detail


def _tell(**event: object) -> None:
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(event) + "\n")
        sys.stdout.flush()


def _leave(*_signal: object) -> NoReturn:
    """End in the main thread, whatever it waits for: on its way out the JVM is killed."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(0)


def _leave_with_parent(parent: int) -> None:
    # Its other end may have been inherited by a process that lives on: the parent's id decides too.
    while os.getppid() == parent and not select.select([sys.stdin], [], [], _LOOK)[0]:
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _die_with_parent() -> Callable[[], None] | None:
    """Return what has the kernel kill the JVM when this process is killed; Linux only."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    guardian = os.getpid()

    def prepare() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != guardian:  # killed before the kernel was told
            os._exit(1)

    return prepare


if __name__ == "__main__":
    sys.exit(main())
