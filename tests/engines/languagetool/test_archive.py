"""The class archive: named after what it depends on, made once, and never in the way."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from copydesk.engines.languagetool.archive import archive_file, archive_options, make_archive
from copydesk.engines.languagetool.java import Java

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake Java is a script")

# Lists "classes", answers one port as LanguageTool would, and dumps; each by its options.
_FAKE_JAVA = """#!{python}
import http.server, pathlib, sys
options = dict(one.partition("=")[::2] for one in sys.argv[1:])
def path(name):
    return pathlib.Path(options["-XX:" + name])
pathlib.Path(__file__).with_name("runs").open("a").write("run\\n")
if "-Xshare:dump" in options:
    path("SharedArchiveFile").write_bytes(path("SharedClassListFile").read_bytes() * 2)
    sys.exit(0)
path("DumpLoadedClassList").write_text("java/lang/Object\\n")
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.send_response({status})
        self.send_header("content-length", "0")
        self.end_headers()
port = int(sys.argv[sys.argv.index("--port") + 1])
http.server.HTTPServer(("127.0.0.1", port), Handler).serve_forever()
"""


def _java(folder: Path, *, status: int = 200, script: str = _FAKE_JAVA) -> Java:
    folder.mkdir(exist_ok=True)
    path = folder / "java"
    path.write_text(script.format(python=sys.executable, status=status), encoding="ascii")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Java(path, 17, "PATH")


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "LanguageTool-6.8"
    folder.mkdir(parents=True)
    (folder / "installed.json").write_text("{}", encoding="ascii")
    return folder


def test_an_archive_is_made_once_and_used_from_then_on(installation: Path, tmp_path: Path) -> None:
    java = _java(tmp_path / "bin")
    launcher = installation / "server.jar"
    assert archive_options(installation, java, ["-XX:+A"]) == []
    made = make_archive(installation, java, launcher, ["-XX:+A"])
    assert made
    assert made.read_text(encoding="ascii") == "java/lang/Object\n" * 2
    assert make_archive(installation, java, launcher, ["-XX:+A"]) == made
    runs = (tmp_path / "bin" / "runs").read_text(encoding="ascii")
    assert runs == "run\nrun\n"  # one to list the classes, one to dump them
    assert archive_options(installation, java, ["-XX:+A"]) == [
        f"-XX:SharedArchiveFile={made}",
        "-Xshare:auto",  # which starts without it where it does not fit
    ]
    assert sorted(path.name for path in installation.parent.iterdir()) == [
        "LanguageTool-6.8",
        "archives",
    ]


def test_another_java_or_other_jars_or_options_find_none(
    installation: Path, tmp_path: Path
) -> None:
    java = _java(tmp_path / "bin")
    files = {archive_file(installation, java, ["-XX:+A"])}
    files.add(archive_file(installation, java, ["-XX:+B"]))
    files.add(archive_file(installation, _java(tmp_path / "other"), ["-XX:+A"]))
    os.utime(java.path, (1, 1))
    files.add(archive_file(installation, java, ["-XX:+A"]))
    (installation / "installed.json").write_text('{"lock": 1}', encoding="ascii")
    files.add(archive_file(installation, java, ["-XX:+A"]))
    assert len(files) == 5


def test_a_new_archive_takes_the_place_of_the_old_one(installation: Path, tmp_path: Path) -> None:
    java = _java(tmp_path / "bin")
    old = make_archive(installation, java, installation, ["-XX:+A"])
    new = make_archive(installation, java, installation, ["-XX:+B"])
    assert old
    assert new
    assert list(new.parent.iterdir()) == [new]


@pytest.mark.parametrize(
    ("status", "script"),
    [
        (500, _FAKE_JAVA),  # LanguageTool does not work
        (200, "#!/bin/sh\nexit 1\n"),
        (
            200,
            _FAKE_JAVA.replace(
                'if "-Xshare:dump" in options:', 'if "-Xshare:dump" in options:\n    sys.exit(1)'
            ),
        ),
    ],
)
def test_what_can_not_be_made_is_done_without(
    installation: Path, tmp_path: Path, status: int, script: str
) -> None:
    java = _java(tmp_path / "bin", status=status, script=script)
    assert make_archive(installation, java, installation, []) is None
    assert archive_options(installation, java, []) == []
    assert [path.name for path in installation.parent.iterdir() if path.name[0] == "."] == []


def test_what_is_gone_is_done_without(tmp_path: Path) -> None:
    java = Java(tmp_path / "nowhere" / "java", 17, "PATH")
    assert make_archive(tmp_path, java, tmp_path, []) is None
    assert archive_options(tmp_path, java, []) == []
