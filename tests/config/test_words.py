"""Personal dictionaries: kept, apart from one another, and only for those who have the key."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from copydesk.config import words as module
from copydesk.config.words import PersonalWords, WordsError, WordsFileError, WrongKeyError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def words(tmp_path: Path) -> PersonalWords:
    return PersonalWords(tmp_path / "words.sqlite")


def test_words_are_kept_sorted_and_once(words: PersonalWords) -> None:
    assert words.words("", "") == []
    assert words.add(["Copydesk", "Ångström"], "", "")
    assert not words.add(["Copydesk"], "", "")
    assert words.words("", "") == ["Copydesk", "Ångström"]
    assert words.delete(["Copydesk", "nothing"], "", "")
    assert not words.delete(["Copydesk"], "", "")
    assert words.words("", "") == ["Ångström"]


def test_another_process_finds_them(words: PersonalWords, tmp_path: Path) -> None:
    words.add(["Copydesk"], "", "")
    assert PersonalWords(tmp_path / "words.sqlite").words("", "") == ["Copydesk"]


def test_asking_and_deleting_makes_no_file(words: PersonalWords, tmp_path: Path) -> None:
    assert words.words("", "") == []
    assert not words.delete(["Copydesk"], "", "")
    assert not list(tmp_path.iterdir())


def test_users_and_dictionaries_are_apart(words: PersonalWords) -> None:
    words.add(["everybody"], "", "")
    words.add(["hers"], "anna", "key-a")
    words.add(["place"], "anna", "key-a", "places")
    words.add(["his"], "ben", "key-b")
    assert words.words("anna", "key-a") == ["hers"]
    assert words.words("anna", "key-a", ["", "places", "none"]) == ["hers", "place"]
    assert words.words("ben", "key-b", ["", "places"]) == ["his"]
    assert words.words("", "") == ["everybody"]


def test_the_first_key_is_the_users(words: PersonalWords, tmp_path: Path) -> None:
    words.add(["hers"], "anna", "key-a")
    for attempt in (
        lambda: words.words("anna", "key-b"),
        lambda: words.add(["his"], "anna", "key-b"),
        lambda: words.delete(["hers"], "anna", ""),
    ):
        with pytest.raises(WrongKeyError):
            attempt()
    assert words.words("anna", "key-a") == ["hers"]
    assert b"key-a" not in (tmp_path / "words.sqlite").read_bytes()


def test_asking_makes_no_user(words: PersonalWords) -> None:
    words.add(["hers"], "anna", "key-a")
    assert words.words("ben", "whatever") == []
    words.add(["his"], "ben", "key-b")
    assert words.words("ben", "key-b") == ["his"]


@pytest.mark.parametrize("word", ["", "two words", "x" * 101, "line\nbreak", "tab\there", "\0"])
def test_what_is_no_word_is_refused(words: PersonalWords, word: str) -> None:
    with pytest.raises(WordsError, match="printable characters"):
        words.add(["good", word], "", "")
    assert words.words("", "") == []


def test_there_is_a_most(words: PersonalWords, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WORDS", 2)
    words.add(["one", "two"], "", "")
    with pytest.raises(WordsError, match="A user can have 2 words"):
        words.add(["three"], "", "")
    words.add(["one"], "anna", "key-a")


def test_many_at_once_lose_nothing(words: PersonalWords) -> None:
    def add(number: int) -> None:
        for part in range(5):
            words.add([f"word{number}x{part}"], "anna", "key-a")

    threads = [threading.Thread(target=add, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(words.words("anna", "key-a")) == 20


def test_a_file_of_another_kind_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    path.write_bytes(b"no database" * 200)
    with pytest.raises(WordsFileError, match="can't be used"):
        PersonalWords(path).words("", "")
    assert path.read_bytes() == b"no database" * 200


def test_an_empty_file_is_filled(words: PersonalWords, tmp_path: Path) -> None:
    (tmp_path / "words.sqlite").touch()
    assert words.words("", "") == []
    words.add(["word"], "", "")
    assert words.words("", "") == ["word"]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WordsFileError, match="can't be used"):
        PersonalWords(tmp_path / "nowhere" / "words.sqlite").add(["word"], "", "")


def test_a_locked_file_is_told_in_a_sentence(
    words: PersonalWords, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words.add(["word"], "", "")
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    connection = sqlite3.connect(tmp_path / "words.sqlite")
    connection.execute("begin exclusive")
    try:
        with pytest.raises(WordsFileError, match="can't be used"):
            words.words("", "")
    finally:
        connection.close()
    assert words.words("", "") == ["word"]
