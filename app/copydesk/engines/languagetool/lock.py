"""The lock file: which jars LanguageTool is made of, each with its SHA-256."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

VERSION: Final = "6.8"
LOCK_FILE: Final = Path(__file__).parent / f"languagetool-{VERSION}.lock.toml"


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
    """All jars, and the digest of the file that lists them."""

    jars: tuple[LockedJar, ...]
    digest: str


def read_lock(path: Path = LOCK_FILE) -> Lock:
    """Read a lock file in jgo's format; jgo itself is not needed for it."""
    raw = path.read_bytes()
    listed: list[dict[str, Any]] = tomllib.loads(raw.decode())["dependencies"]
    jars = tuple(
        LockedJar(
            group=each["groupId"],
            artifact=each["artifactId"],
            version=each["version"],
            classifier=each.get("classifier", ""),
            packaging=each["packaging"],
            sha256=each["sha256"],
        )
        for each in listed
    )
    return Lock(jars, hashlib.sha256(raw).hexdigest())
