"""The written-out list of all detectors: what isn't here doesn't run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector

DETECTORS: Final[tuple[type[Detector], ...]] = ()

# Ids are never deleted: an old id leads to the new one.
RENAMED: Final[dict[str, str]] = {}
