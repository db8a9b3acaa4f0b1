"""The lock files: which jars LanguageTool is made of, each with its SHA-256.

One is for the server and the languages that it always has, the other for what others add.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection

VERSION: Final = "6.8"
_SUFFIX: Final = ".lock.toml"
LOCK_FILE: Final = Path(__file__).parent / f"languagetool-{VERSION}{_SUFFIX}"


@dataclass(frozen=True, slots=True)
class LockedJar:
    """One jar, by its Maven coordinates."""

    group: str
    artifact: str
    version: str
    classifier: str
    packaging: str
    sha256: str

    @property
    def filename(self) -> str:
        """The jar's name in a Maven repository."""
        classifier = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{classifier}.{self.packaging}"

    @property
    def path(self) -> PurePosixPath:
        """The jar's place in a Maven repository."""
        folder = PurePosixPath(self.group.replace(".", "/"), self.artifact, self.version)
        return folder / self.filename


@dataclass(frozen=True, slots=True)
class Lock:
    """All jars, the languages that were added, and the digest of the files."""

    jars: tuple[LockedJar, ...]
    languages: tuple[str, ...]
    digest: str


def read_lock(path: Path = LOCK_FILE, languages: Collection[str] = ()) -> Lock:
    """Read the lock files, which are in jgo's format; jgo itself is not needed for it."""
    raw = path.read_bytes()
    jars = [_jar(each) for each in _listed(raw)]
    if languages:
        more = languages_file(path).read_bytes()
        raw += more
        jars += [
            _jar(each) for each in _listed(more) if not set(languages).isdisjoint(each["languages"])
        ]
    digest = hashlib.sha256(raw).hexdigest()
    return Lock(tuple(jars), tuple(sorted(languages)), digest)


def languages_file(path: Path = LOCK_FILE) -> Path:
    """Return the lock file of further languages that stands beside one for the server."""
    return path.with_name(path.name.removesuffix(_SUFFIX) + f"-languages{_SUFFIX}")


def _listed(raw: bytes) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = tomllib.loads(raw.decode())["dependencies"]
    return listed


def _jar(each: dict[str, Any]) -> LockedJar:
    return LockedJar(
        group=each["groupId"],
        artifact=each["artifactId"],
        version=each["version"],
        classifier=each.get("classifier", ""),
        packaging=each["packaging"],
        sha256=each["sha256"],
    )
