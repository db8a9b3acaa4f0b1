"""What tests of several folders need."""

from __future__ import annotations

import os

import pytest

from copydesk.engines.languagetool.install import install
from copydesk.errors import InstallError


@pytest.fixture(scope="session")
def _languagetool() -> None:
    """Install LanguageTool where it isn't yet; without it a test can't be run, and says so."""
    try:
        install(print)
    except InstallError as error:
        if os.environ.get("CI"):
            pytest.fail(f"CI must have LanguageTool: {error}")
        pytest.skip(f"LanguageTool can't be had here: {error}")
