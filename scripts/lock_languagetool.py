"""Write the lock file of LanguageTool's jars anew: versions and SHA-256, no addresses.

    .venv/bin/python scripts/lock_languagetool.py

Run it to take another LanguageTool (change VERSION), then read the diff: from then on the installer
takes these files and no others. Everything is resolved into a fresh folder, so that no jar of this
machine's own caches gets in.
"""

import tempfile
import time
from pathlib import Path
from typing import Final

from jgo.env import LockFile
from jgo.maven import MavenContext
from jgo.parse import Coordinate

VERSION: Final = "6.8"
ARTIFACTS: Final = ("languagetool-server", "language-en")
TARGET: Final = (
    Path(__file__).parent.parent
    / "app/copydesk/engines/languagetool"
    / f"languagetool-{VERSION}.lock.toml"
)


def main() -> None:
    """Resolve, fetch, hash and write."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        context = MavenContext(repo_cache=Path(folder))
        wanted = [
            context.create_dependency(
                Coordinate(
                    groupId="org.languagetool", artifactId=name, version=VERSION, scope="compile"
                )
            )
            for name in ARTIFACTS
        ]
        inputs, others = context.resolver.resolve(wanted)
        needed = [*inputs, *(each for each in others if each.scope in {"compile", "runtime"})]
        print(f"Fetching {len(needed)} jars to hash them")
        lock = LockFile.from_resolved_dependencies(needed, environment_name="languagetool")
        lock.dependencies.sort(key=lambda each: (each.groupId, each.artifactId, each.version))
        lock.save(TARGET)
    print(f"{TARGET.name}: {len(needed)} jars, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
