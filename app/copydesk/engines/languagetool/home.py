"""Where LanguageTool lives on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def copydesk_home() -> Path:
    """Return the folder for what Copydesk fetches: `COPYDESK_HOME`, else the user's cache."""
    if chosen := os.environ.get("COPYDESK_HOME"):
        return Path(chosen).expanduser().absolute()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Local") / "copydesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "copydesk"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "copydesk"
