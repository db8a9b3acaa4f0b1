"""The memory of a server is found by its address; test_server.py has a real one."""

from __future__ import annotations

import subprocess
import sys

import psutil
import pytest

from copydesk.engines.languagetool.memory import JvmMemory

_MAIN_CLASS = "org.languagetool.server.HTTPServer"
_SLEEPER = "import sys; sys.stdout.write('up'); sys.stdout.flush(); sys.stdin.read()"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")


def _sleeper(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _SLEEPER, *arguments]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.read(2) == "up"
    return process


def test_a_server_is_found_by_its_port_and_again_after_a_restart() -> None:
    memory = JvmMemory("http://127.0.0.1:47001")
    assert memory.resident() is None
    for _ in range(2):
        with _sleeper(_MAIN_CLASS, "-p", "47001") as server, _sleeper(_MAIN_CLASS, "-p", "47002"):
            assert memory.resident() == pytest.approx(
                psutil.Process(server.pid).memory_info().rss, rel=0.2
            )
            for process in psutil.Process().children():
                process.kill()
        assert memory.resident() is None


def test_servers_elsewhere_have_no_memory_here() -> None:
    with _sleeper(_MAIN_CLASS, "-p", "47001") as server:
        for url in (None, "http://192.0.2.1:47001", "http://example.org", "http://127.0.0.1"):
            assert JvmMemory(url).resident() is None
        server.kill()
