"""The written-out list of output formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.outputs.json import JSON
from copydesk.outputs.text import TEXT

if TYPE_CHECKING:
    from copydesk.outputs.base import OutputFormat

FORMATS: Final[dict[str, OutputFormat]] = {output.name: output for output in (JSON, TEXT)}
