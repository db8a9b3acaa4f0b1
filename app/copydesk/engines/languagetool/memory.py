"""How much memory the JVM behind an address takes, where it runs on this machine."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

_PROCESSES: Final = Path("/proc")
_MAIN_CLASS: Final = b"org.languagetool.server.HTTPServer"
_HERE: Final = frozenset({"127.0.0.1", "localhost"})


class JvmMemory:
    """Looks a server up among the processes once, and again when it has been restarted.

    A worker knows the server by its address alone: another process started it.
    """

    def __init__(self, url: str | None) -> None:
        """Keep what to look for; a server of another machine is never found."""
        parts = urlsplit(url or "")
        here = parts.hostname in _HERE and parts.port
        self._port: Final = str(parts.port).encode() if here else None
        self._pid: int | None = None

    def resident(self) -> int | None:
        """Return the resident bytes of the JVM, None where that can't be told (Linux tells)."""
        if self._port is None:
            return None
        if self._pid is None or not self._is_it(self._pid):
            self._pid = next(filter(self._is_it, _pids()), None)
        if self._pid is None:
            return None
        with contextlib.suppress(OSError, ValueError, IndexError):
            pages = (_PROCESSES / str(self._pid) / "statm").read_text(encoding="ascii").split()[1]
            return int(pages) * os.sysconf("SC_PAGE_SIZE")
        return None

    def _is_it(self, pid: int) -> bool:
        try:
            arguments = (_PROCESSES / str(pid) / "cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
        return _MAIN_CLASS in arguments and self._port in arguments


def _pids() -> list[int]:
    try:
        return [int(entry.name) for entry in _PROCESSES.iterdir() if entry.name.isdigit()]
    except OSError:
        return []
