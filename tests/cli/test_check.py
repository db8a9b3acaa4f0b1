"""`copydesk check`: what it prints, and its exit codes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds/000_3770f2927fc7ba81.txt"
CLEAN = ROOT / "seeds/010_clean.txt"

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_clean_article_passes(copydesk: Run) -> None:
    done = copydesk("check", str(CLEAN))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == f"{CLEAN}: 100/100, publish; no issues; 368 words\n"
    assert done.stderr == ""


def test_the_seed_fails_and_each_issue_is_a_line_with_its_place(copydesk: Run) -> None:
    done = copydesk("check", str(SEED))
    assert done.returncode == 1
    assert f"{SEED}:4:35: error lowercase-name: " in done.stdout
    assert "\x1b" not in done.stdout


def test_standard_input_is_read_under_its_own_name(copydesk: Run) -> None:
    done = copydesk("check", "-", "--stdin-filename", "draft.txt", text=SEED.read_text("utf-8"))
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].startswith("draft.txt:4:26: error garbled-attribution")


def test_json_holds_the_answer_of_the_service(copydesk: Run) -> None:
    done = copydesk("check", "--format", "json", str(SEED), str(CLEAN))
    answers = json.loads(done.stdout)
    assert [answer["name"] for answer in answers] == [str(SEED), str(CLEAN)]
    assert answers[0]["schema"] == "copydesk/analysis/1"
    assert answers[0]["issues"]
    assert answers[1]["issues"] == []


def test_folders_are_searched_and_globs_left_out(copydesk: Run, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    for name, path in (("bad", SEED), ("good", CLEAN)):
        (tmp_path / f"drafts/{name}.txt").write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "drafts/notes.md").write_text("the the", "utf-8")
    assert copydesk("check", "drafts").returncode == 1
    done = copydesk("check", "drafts", "--exclude", "bad*")
    assert done.returncode == 0
    assert "good.txt" in done.stdout
    assert "notes" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--exit-zero"], 0),
        (["--max-issues", "500"], 0),
        (["--max-issues", "3"], 1),
        (["--fail-under", "1"], 0),
        (["--fail-under", "99"], 1),
        (["--disable", "casing", "--max-issues", "500"], 0),
    ],
)
def test_the_gate_can_be_set(copydesk: Run, arguments: list[str], code: int) -> None:
    assert copydesk("check", str(SEED), *arguments).returncode == code


@pytest.mark.parametrize(("text", "code"), [("It was the the end.", 1), ("It was the end.", 0)])
def test_what_has_no_score_is_judged_by_its_issues(copydesk: Run, text: str, code: int) -> None:
    assert copydesk("check", "-", "--fail-under", "50", text=text).returncode == code


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.txt"], "missing.txt: can't be read: no such file"),
        (["latin.txt"], "latin.txt: is not UTF-8 at byte 3"),
        (["empty"], "No .txt files"),
        (["latin.txt", "--disable", "lowercase-nam"], "did you mean 'lowercase-name'"),
        (["--no-such-option", "x"], "No such option"),
        ([], "Missing argument"),
    ],
)
def test_what_could_not_run_exits_with_2_and_says_why(
    copydesk: Run, tmp_path: Path, arguments: list[str], says: str
) -> None:
    (tmp_path / "latin.txt").write_bytes("Caf\xe9".encode("latin-1"))
    (tmp_path / "empty").mkdir()
    done = copydesk("check", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_one_bad_file_does_not_sink_the_others(copydesk: Run) -> None:
    done = copydesk("check", "missing.txt", str(CLEAN))
    assert done.returncode == 2
    assert "010_clean.txt: 100/100" in done.stdout


def test_statistics_count_by_rule(copydesk: Run) -> None:
    done = copydesk("check", "--statistics", str(SEED))
    assert "     2  lowercase-name" in done.stderr
