"""Profiles: named files of severities, thresholds and rules left out."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from copydesk.analysis.options import Profile
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES: Final = ("news", "blog")


@cache
def load_profiles() -> Mapping[str, Profile]:
    """Read the profiles that come with Copydesk."""
    return MappingProxyType({name: _read(name) for name in NAMES})


def _read(name: str) -> Profile:
    file = resources.files("copydesk.config").joinpath("profiles", f"{name}.toml")
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return Profile(
        name=name,
        publish_from=float(data["publish_from"]),
        review_from=float(data["review_from"]),
        severities=MappingProxyType(
            {rule: Severity[level.upper()] for rule, level in data["severities"].items()}
        ),
        off=frozenset(data["off"]),
    )
