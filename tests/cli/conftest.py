"""The command line in a process of its own, as users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copydesk(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `copydesk` with arguments, in an empty folder."""

    def run(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("COPYDESK_")}
        environment["PYTHONUTF8"] = "1"
        return subprocess.run(
            [sys.executable, "-m", "copydesk", *arguments],
            cwd=tmp_path,
            env=environment,
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return run
