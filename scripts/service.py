"""Start the real service on a free port for a measurement, and stop it by its own id."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
_STOP_SECONDS = 20


@dataclass(frozen=True)
class Service:
    """A running service."""

    url: str
    pid: int
    seconds_to_first_answer: float


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(url: str, seconds: float = 5) -> Any:  # noqa: ANN401 - JSON
    """Return the JSON at `url`."""
    with urllib.request.urlopen(url, timeout=seconds) as response:  # noqa: S310 - our own service
        return json.load(response)


def wait_until(url: str, seconds: float) -> None:
    """Wait until `url` answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            get(url)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


@contextmanager
def running(
    *,
    workers: int = 1,
    grammar: bool = False,
    languagetool_url: str | None = None,
    seconds: float = 60,
) -> Iterator[Service]:
    """Serve on a free port; with `grammar`, wait until LanguageTool is up (ours, or the URL's)."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [
        sys.executable,
        "-m",
        "copydesk",
        "serve",
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    if not grammar:
        command.append("--no-grammar")
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith("COPYDESK_")
    }
    if languagetool_url:
        environment["COPYDESK_LANGUAGETOOL_URL"] = languagetool_url
    began = time.monotonic()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_until(f"{url}/healthz", seconds)
        first = time.monotonic() - began
        end = time.monotonic() + seconds
        while grammar and get(f"{url}/readyz")["engines"]["languagetool"]["status"] != "ok":
            if time.monotonic() > end:
                message = "LanguageTool did not come up"
                raise TimeoutError(message)
            time.sleep(0.2)
        yield Service(url, process.pid, first)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
