"""Write requirements/*.txt from pyproject.toml: pinned, hashed, and the same for everybody.

    make lock              keeps every pin that still fits
    make lock UPGRADE=1    takes the newest releases that are a week old

A release younger than a week is never taken: most that are withdrawn for being broken or
malicious are withdrawn within days. All files come from one resolution, so that they can be
installed together, and hold no address: each machine asks the index that it is set up for.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
REQUIREMENTS: Final = ROOT / "requirements"
COOL_DOWN: Final = timedelta(days=7)
OLDEST_PYTHON: Final = "3.11"

# What each file is compiled from: arguments of `uv pip compile`.
LAYERS: Final = {
    "runtime": ("pyproject.toml",),
    "languagetool": ("pyproject.toml", "--extra", "languagetool"),
    "build": ("--group", "build"),
    "dev": ("--group", "dev"),
}
HEADERS: Final = {
    "runtime": "What the service needs",
    "languagetool": "What the service needs together with LanguageTool",
    "build": "What builds the package itself",
    "dev": "What tests, checks and measures it, on top of the others",
}

_ADDRESS = re.compile(
    r"://|^\s*(?:-i|-f|--index-url|--extra-index-url|--find-links)\b", re.MULTILINE
)


def main() -> int:
    """Compile every layer against one common resolution."""
    parser = argparse.ArgumentParser(description="Pin and hash what Copydesk installs.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest allowed releases")
    upgrade: bool = parser.parse_args().upgrade

    newest = f"{datetime.now(tz=UTC) - COOL_DOWN:%Y-%m-%dT%H:%M:%SZ}"
    REQUIREMENTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        common = Path(folder) / "common.txt"
        if not upgrade:
            # uv keeps the pins that it finds in the file it is about to write.
            pins = [path.read_text(encoding="utf-8") for path in sorted(REQUIREMENTS.glob("*.txt"))]
            common.write_text("".join(pins), encoding="utf-8")
        everything = ("pyproject.toml", "--all-extras", "--group", "build", "--group", "dev")
        _compile(everything, newest, common)
        for layer, source in LAYERS.items():
            target = Path(folder) / f"{layer}.txt"
            _compile((*source, "--constraints", str(common)), newest, target)
            text = target.read_text(encoding="utf-8")
            if _ADDRESS.search(text):
                print(f"requirements/{layer}.txt would hold an address; nothing written")
                return 1
            header = f"# {HEADERS[layer]}. Written by `make lock` from pyproject.toml.\n"
            (REQUIREMENTS / f"{layer}.txt").write_text(header + text, encoding="utf-8")
            print(f"requirements/{layer}.txt: {text.count('==')} packages, none after {newest}")
    return 0


def _compile(source: tuple[str, ...], newest: str, target: Path) -> None:
    """Resolve for every platform and every Python from the oldest on."""
    uv = Path(sys.executable).parent / "uv"
    command = [
        str(uv) if uv.exists() else "uv",
        *("pip", "compile", "--quiet", "--universal", "--generate-hashes"),
        *("--no-header", "--no-annotate", "--python-version", OLDEST_PYTHON),
        *("--exclude-newer", newest, "--output-file", str(target), *source),
    ]
    # Settings of the caller's own projects must not leak into the pins.
    environment = {key: value for key, value in os.environ.items() if key != "UV_EXCLUDE_NEWER"}
    subprocess.run([*command, "--no-config"], check=True, cwd=ROOT, env=environment)


if __name__ == "__main__":
    sys.exit(main())
