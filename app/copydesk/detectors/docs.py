"""Reads the docstring of a detector's module: its page in the catalogue and its tests.

The page has a one-line summary and the sections *What it does*, *Why it matters*, *Flags* and
*Does not flag*. Examples are list items; `⟦…⟧` stands round each span that must be reported,
`¶` for a blank line between paragraphs and `⏎` for a line break.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING, Final

from copydesk.text.spans import Span

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector

FLAGS: Final = "Flags"
DOES_NOT_FLAG: Final = "Does not flag"
SECTIONS: Final = ("What it does", "Why it matters", FLAGS, DOES_NOT_FLAG)
_HEADING: Final = re.compile(r"^## (.+)$", re.MULTILINE)
_ITEM: Final = re.compile(r"^- ((?:.|\n(?!- |\n))+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the spans that the detector must report in it: all of them and no others."""

    text: str
    spans: tuple[Span, ...]
    written: str  # as it stands in the docstring, lines joined

    @classmethod
    def read(cls, item: str) -> Example:
        """Read a list item of a docstring."""
        written = " ".join(line.strip() for line in item.splitlines())
        marked = re.sub(r" ?¶ ?", "\n\n", written)
        marked = re.sub(r" ?⏎ ?", "\n", marked)
        text = ""
        spans: list[Span] = []
        opened: int | None = None
        for part in re.split(r"([⟦⟧])", marked):
            if part == "⟦":
                opened = len(text)
            elif part == "⟧":
                if opened is None:
                    message = f"⟧ without ⟦ in {written!r}"
                    raise ValueError(message)
                spans.append(Span(opened, len(text)))
                opened = None
            else:
                text += part
        if opened is not None:
            message = f"⟦ without ⟧ in {written!r}"
            raise ValueError(message)
        return cls(text, tuple(spans), written)


@dataclass(frozen=True, slots=True)
class DetectorPage:
    """A detector's docstring, taken apart."""

    summary: str
    sections: dict[str, str]

    def examples(self, section: str) -> tuple[Example, ...]:
        """Return the examples of a section."""
        return tuple(Example.read(item) for item in _ITEM.findall(self.sections.get(section, "")))


@cache
def read_doc(detector: type[Detector]) -> DetectorPage:
    """Return the page of a detector."""
    doc = sys.modules[detector.__module__].__doc__
    if not doc:
        message = f"{detector.__module__} has no docstring; Copydesk can't run with python -OO"
        raise RuntimeError(message)
    text = cleandoc(doc)
    head, *rest = _HEADING.split(text)
    sections = {
        name.strip(): body.strip() for name, body in zip(rest[::2], rest[1::2], strict=True)
    }
    return DetectorPage(head.strip(), sections)


def render_page(detector: type[Detector]) -> str:
    """Return the Markdown page of a detector, marked spans in bold."""
    page = read_doc(detector)
    languages = ", ".join(detector.languages) or "any language"
    state = " · preview" if detector.preview else ""
    facts = " · ".join(
        (
            detector.family.value,
            detector.severity.label,
            f"scope {detector.scope.value}",
            languages,
            f"since {detector.since}",
        )
    )
    parts = [f"# {detector.id}", page.summary, f"{facts}{state}"]
    for name, body in page.sections.items():
        parts += [f"## {name}", body.replace("⟦", "**").replace("⟧", "**")]
    return "\n\n".join(parts) + "\n"
