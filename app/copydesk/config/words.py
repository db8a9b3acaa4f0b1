"""Personal dictionaries: words that are never misspelt, kept in an SQLite file.

Each user has any number of named dictionaries; who gives no name shares those of nobody. The first
key that comes with a user's name is kept, as a digest, and later ones must be the same.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from copydesk.errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

MOST_WORDS: Final = 10_000  # of one user
LONGEST_WORD: Final = 100
DEFAULT_DICTIONARY: Final = ""
_PATIENCE: Final = 5.0  # seconds to wait for another worker's change
_SCHEMA: Final = """
create table if not exists users (name text primary key, salt blob not null, digest blob not null);
create table if not exists words (
    user text not null, dictionary text not null, word text not null,
    primary key (user, dictionary, word)
) without rowid;
"""


class WordsError(CopydeskError):
    """The personal dictionary can't do what is asked."""


class WordsFileError(WordsError):
    """The file that keeps the words can't be read or written."""


class WrongKeyError(WordsError):
    """The key is not the one that the user's name came with first."""


class PersonalWords:
    """The words of all users. Every call opens the file anew: workers share it."""

    def __init__(self, path: Path) -> None:
        """Keep words in the file `path`; it is made with the first word."""
        self._path = path

    def words(
        self, user: str, key: str, dictionaries: Sequence[str] = (DEFAULT_DICTIONARY,)
    ) -> list[str]:
        """Return the words of some dictionaries of a user, sorted."""
        if not self._is_made():
            return []
        with self._open(write=False) as connection:
            _admit(connection, user, key, new=False)
            found: set[str] = set()
            for dictionary in dictionaries:
                query = "select word from words where user = ? and dictionary = ?"
                found.update(word for (word,) in connection.execute(query, (user, dictionary)))
        return sorted(found)

    def add(
        self, words: Sequence[str], user: str, key: str, dictionary: str = DEFAULT_DICTIONARY
    ) -> bool:
        """Add words; tell whether any of them is new."""
        for word in words:
            _check(word)
        with self._open(write=True) as connection:
            _admit(connection, user, key, new=True)
            query = "select count(*) from words where user = ?"
            (count,) = connection.execute(query, (user,)).fetchone()
            if count + len(words) > MOST_WORDS:
                raise WordsError(f"A user can have {MOST_WORDS:,} words; delete some first")
            before = connection.total_changes
            connection.executemany(
                "insert or ignore into words values (?, ?, ?)",
                [(user, dictionary, word) for word in words],
            )
            return connection.total_changes > before

    def delete(
        self, words: Sequence[str], user: str, key: str, dictionary: str = DEFAULT_DICTIONARY
    ) -> bool:
        """Delete words; tell whether any of them was there."""
        if not self._is_made():
            return False
        with self._open(write=True) as connection:
            _admit(connection, user, key, new=False)
            before = connection.total_changes
            connection.executemany(
                "delete from words where user = ? and dictionary = ? and word = ?",
                [(user, dictionary, word) for word in words],
            )
            return connection.total_changes > before

    def _is_made(self) -> bool:
        """Tell whether anybody has added a word yet; an empty file is as good as none."""
        return self._path.exists() and self._path.stat().st_size > 0

    @contextmanager
    def _open(self, *, write: bool) -> Generator[sqlite3.Connection]:
        """Provide a transaction; what SQLite says of the file is told in a sentence."""
        try:
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as connection:
                if write:
                    connection.executescript(_SCHEMA)
                with connection:
                    connection.execute("begin immediate" if write else "begin")
                    yield connection
        except sqlite3.Error as error:
            message = f"The file of personal words can't be used ({type(error).__name__})"
            raise WordsFileError(message) from error


def _admit(connection: sqlite3.Connection, user: str, key: str, *, new: bool) -> None:
    """Compare a user's key with the kept one; keep it if there is none and `new` allows it."""
    if not user:
        return
    query = "select salt, digest from users where name = ?"
    row = connection.execute(query, (user,)).fetchone()
    if row is None:
        if new:
            salt = os.urandom(16)
            values = (user, salt, _digest(key, salt))
            connection.execute("insert into users values (?, ?, ?)", values)
        return
    salt, digest = row
    if not hmac.compare_digest(digest, _digest(key, salt)):
        raise WrongKeyError("The apiKey is not that of this username")


def _digest(key: str, salt: bytes) -> bytes:
    # A key is a long random string, not a password: it needs no slow digest.
    return hashlib.blake2b(key.encode(), salt=salt).digest()


def _check(word: str) -> None:
    if not word or len(word) > LONGEST_WORD or not word.isprintable() or " " in word:
        raise WordsError(f"A word has 1 to {LONGEST_WORD} printable characters and no spaces in it")
