"""A class-data archive: what the JVM learns of its classes at one start, kept for all later ones.

Made once by `copydesk engine install` in a run of a few seconds, and named after everything that it
depends on, so that another Java, other jars or other options find none rather than a wrong one. The
JVM looks at it once more at each start, and starts without where anything does not fit.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.engines.languagetool.java import Java

_FOLDER: Final = "archives"
_MAIN_CLASS: Final = "org.languagetool.server.HTTPServer"
_START: Final = 120.0  # seconds to the first answer; a busy machine has taken 40
_STOP: Final = 10.0
_DUMP: Final = 120.0
_TEXT: Final = (
    "The harbour brigde was closed on Tuesday, said Maria Lindqvist, who employ nine people. "
    '"Nobody listened to us," she said, and the repairs will cost an million dollars.'
)
_LANGUAGES: Final = ("en-US", "en-GB")


def archive_file(installation: Path, java: Java, options: Sequence[str]) -> Path:
    """Return where the archive for an installation, a Java and the JVM's options is kept."""
    runtime = java.path.resolve()
    seen = [runtime.stat(), (installation / "installed.json").stat()]
    depends = [str(runtime), *options, *(f"{each.st_size} {int(each.st_mtime)}" for each in seen)]
    digest = hashlib.sha256(json.dumps(depends).encode()).hexdigest()
    return installation.parent / _FOLDER / f"{digest[:16]}.jsa"


def archive_options(installation: Path, java: Java, options: Sequence[str]) -> list[str]:
    """Return what the JVM has to be told to use its archive, nothing where there is none."""
    try:
        file = archive_file(installation, java, options)
        return [f"-XX:SharedArchiveFile={file}", "-Xshare:auto"] if file.is_file() else []
    except OSError:
        return []


def make_archive(
    installation: Path, java: Java, launcher: Path, options: Sequence[str]
) -> Path | None:
    """Start the server once, let it check a text, and keep what it loaded; None where it can't be.

    Never raises: without an archive a start takes longer, and that is all.
    """
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        file = archive_file(installation, java, options)
        if file.is_file():
            return file
        file.parent.mkdir(exist_ok=True)
        for stale in file.parent.iterdir():
            stale.unlink()
        with tempfile.TemporaryDirectory(dir=file.parent.parent, prefix=".archive-") as folder:
            classes = Path(folder) / "classes.lst"
            made = Path(folder) / file.name
            if _listed(java, launcher, options, classes):
                # An archive with the runtime's own classes: not every runtime brings one to build
                # upon, the one from PyPI does not.
                dump = ["-Xshare:dump", f"-XX:SharedClassListFile={classes}"]
                dump += [f"-XX:SharedArchiveFile={made}", "-cp", str(launcher)]
                subprocess.run(  # noqa: S603 - the Java that was found, on the jars that are locked
                    [str(java.path), *options, *dump],
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    timeout=_DUMP,
                    check=True,
                )
                made.replace(file)
                return file
    return None


def _listed(java: Java, launcher: Path, options: Sequence[str], classes: Path) -> bool:
    """Run a server until it has checked a text, so that it lists the classes that it loads."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = classes.with_name("server.properties")
    config.write_text("pipelineCaching=true\nmaxPipelinePoolSize=2\n", encoding="ascii")
    command = [str(java.path), *options, f"-XX:DumpLoadedClassList={classes}"]
    command += ["-cp", str(launcher), _MAIN_CLASS, "--port", str(port), "--config", str(config)]
    server = subprocess.Popen(  # noqa: S603 - the same
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        return _checked(server, f"http://127.0.0.1:{port}/v2/check")
    finally:
        server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(_STOP)
        server.kill()
        server.wait()


def _checked(server: subprocess.Popen[bytes], url: str) -> bool:
    """Have a text checked, as soon as the server listens."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + _START
    for language in _LANGUAGES:
        form = urllib.parse.urlencode({"text": _TEXT, "language": language}).encode()
        while True:
            try:
                opener.open(url, form, timeout=_START).close()
            except urllib.error.HTTPError:
                return False
            except OSError:
                if server.poll() is not None or time.monotonic() > end:
                    return False
                time.sleep(0.1)
            else:
                break
    return True
