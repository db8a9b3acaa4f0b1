"""Write the lock files of LanguageTool's jars anew: versions and SHA-256, no addresses.

    .venv/bin/python scripts/lock_languagetool.py

Run it to take another LanguageTool (change VERSION), then read the diff: from then on the installer
takes these files and no others. Everything is resolved into a fresh folder, so that no jar of this
machine's own caches gets in. The server asks for all languages at once; here it gets those that
it does not start without, and each other language is resolved together with them: what it adds is
locked in a file of its own.
"""

import tempfile
import time
from pathlib import Path
from typing import Final, TypeAlias

from jgo.env import LockFile
from jgo.maven import Dependency, MavenContext
from jgo.parse import Coordinate

from copydesk.engines.languagetool.languages import BUILT_IN, LANGUAGES

VERSION: Final = "6.8"
ALWAYS: Final = ("languagetool-server", *(f"language-{code}" for code in BUILT_IN))
ALL_LANGUAGES: Final = "language-all"
FOLDER: Final = Path(__file__).parent.parent / "app/copydesk/engines/languagetool"
TARGET: Final = FOLDER / f"languagetool-{VERSION}.lock.toml"
LANGUAGES_TARGET: Final = FOLDER / f"languagetool-{VERSION}-languages.lock.toml"
# A jar by its coordinates, with all languages that need it.
_Added: TypeAlias = dict[tuple[str, ...], tuple[Dependency, list[str]]]
_FIELDS: Final = ("groupId", "artifactId", "version", "classifier", "packaging", "sha256")


def main() -> None:
    """Resolve, fetch, hash and write."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        context = MavenContext(repo_cache=Path(folder))
        always = _resolved(context, ALWAYS)
        _locked(always).save(TARGET)
        print(f"{TARGET.name}: {len(always)} jars, {time.monotonic() - began:.0f} s")
        added = _added(context, {_key(each) for each in always})
        lines = ["# What each further language adds; by scripts/lock_languagetool.py."]
        for jar in _locked([each for each, _ in added.values()]).dependencies:
            fields = {name: value for name in _FIELDS if (value := getattr(jar, name))}
            lines += ["", "[[dependencies]]", *(f'{name} = "{fields[name]}"' for name in fields)]
            _, codes = added[tuple(fields.get(name, "") for name in _FIELDS[:-1])]
            listed = ", ".join(f'"{code}"' for code in codes)
            lines.append(f"languages = [{listed}]")
        LANGUAGES_TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{LANGUAGES_TARGET.name}: {len(added)} jars, {time.monotonic() - began:.0f} s")


def _added(context: MavenContext, always: set[tuple[str, ...]]) -> _Added:
    """Return what further languages add, each jar with all that need it."""
    added: _Added = {}
    versions: dict[tuple[str, str, str], str] = {}
    for code in LANGUAGES:
        needed = {_key(each): each for each in _resolved(context, (*ALWAYS, f"language-{code}"))}
        if lost := always - needed.keys():
            raise SystemExit(f"With {code}, the server would need other versions of {sorted(lost)}")
        for key in sorted(needed.keys() - always):
            added.setdefault(key, (needed[key], []))[1].append(code)
            # All can be installed together: two versions would be on one class path.
            group, artifact, version, classifier, _ = key
            if versions.setdefault((group, artifact, classifier), version) != version:
                raise SystemExit(f"{artifact} would be needed in two versions")
    return added


def _resolved(context: MavenContext, artifacts: tuple[str, ...]) -> list[Dependency]:
    """Return the dependencies that these artifacts need when they run, themselves included."""
    group = "org.languagetool"
    wanted = [
        context.create_dependency(
            Coordinate(groupId=group, artifactId=name, version=VERSION, scope="compile"),
            [context.project(group, ALL_LANGUAGES)],
        )
        for name in artifacts
    ]
    inputs, others = context.resolver.resolve(wanted)
    return [*inputs, *(each for each in others if each.scope in {"compile", "runtime"})]


def _locked(needed: list[Dependency]) -> LockFile:
    lock = LockFile.from_resolved_dependencies(needed, environment_name="languagetool")
    lock.dependencies.sort(key=lambda each: (each.groupId, each.artifactId, each.version))
    return lock


def _key(dependency: Dependency) -> tuple[str, ...]:
    return (
        dependency.groupId,
        dependency.artifactId,
        dependency.version,
        dependency.classifier or "",
        dependency.type,
    )


if __name__ == "__main__":
    main()
