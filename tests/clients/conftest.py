"""A running service, as clients meet it: another process, on a port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 120  # a busy machine has taken 40 seconds to start a JVM
MOST: Final = 20_000  # bytes of a text


def serve(*arguments: str) -> Iterator[str]:
    """Run a service until the generator is closed; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "copydesk", "serve", "--port", str(port), *arguments]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("COPYDESK_")}
    environment = clean | {"COPYDESK_MAX_BYTES": str(MOST)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + PATIENCE
        while True:
            assert process.poll() is None, "the service ended"
            assert time.monotonic() < end, "the service does not answer"
            try:
                httpx.get(f"{url}/v2/healthcheck", timeout=5).raise_for_status()
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    yield from serve("--no-grammar")


@pytest.fixture(scope="session")
def service_with_grammar() -> Iterator[str]:
    for url in serve():
        end = time.monotonic() + PATIENCE
        while httpx.get(f"{url}/readyz", timeout=5).json()["engines"] != {}:
            status = httpx.get(f"{url}/readyz", timeout=5).json()["engines"]["languagetool"]
            if status["status"] == "ok":
                break
            if status["status"] == "off" and not os.environ.get("CI"):
                pytest.skip("LanguageTool is not installed: copydesk engine install")
            assert time.monotonic() < end, f"LanguageTool does not come up: {status}"
            time.sleep(0.2)
        yield url
