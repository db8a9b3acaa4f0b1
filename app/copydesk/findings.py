"""What detectors and engines report: findings with their fixes, in the document's own offsets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final, Literal

from copydesk.text.spans import Span

_QUOTATION_MARKS: Final = frozenset("“”‘’„«»\"'")
OURS: Final = "copydesk"  # the source of what no engine found
_LABELS: Final[tuple[Literal["info", "warning", "error"], ...]] = ("info", "warning", "error")


class Severity(IntEnum):
    """How sure an editor would be; ordered, so that severities can be compared."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> Literal["info", "warning", "error"]:
        """The name on the wire."""
        return _LABELS[self.value]


class Family(StrEnum):
    """A group of defects; the score has a ceiling for each."""

    CASING = "casing"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    REPETITION = "repetition"
    FRAGMENT = "fragment"
    PUNCTUATION = "punctuation"
    SUBSTITUTION = "substitution"
    TRANSLATION = "translation"
    BOILERPLATE = "boilerplate"
    ENCODING = "encoding"
    MARKUP = "markup"
    CONSISTENCY = "consistency"
    STRUCTURE = "structure"
    GRAMMAR = "grammar"
    SPELLING = "spelling"


class Safety(StrEnum):
    """Whether a fix may be applied unseen."""

    SAFE = "safe"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Puts `text` in the place of `span`."""

    span: Span
    text: str


def _shown(text: str) -> str:
    """Put a text in quotation marks, unless it is one: “““ can't be read."""
    return text if text in _QUOTATION_MARKS else f"“{text}”"


@dataclass(frozen=True, slots=True)
class Fix:
    """A set of edits that do not overlap and are applied together."""

    edits: tuple[Edit, ...]
    safety: Safety
    title: str

    def __post_init__(self) -> None:
        """Refuse edits that overlap: which of them wins would be chance."""
        for one, other in zip(self.edits, self.edits[1:], strict=False):
            if one.span.end > other.span.start:
                message = f"edits lie in order and apart, {one} and {other} don't"
                raise ValueError(message)

    @classmethod
    def replace(cls, span: Span, text: str, *, safety: Safety, title: str | None = None) -> Fix:
        """Offer another wording of `span`."""
        return cls((Edit(span, text),), safety, title or f"Write {_shown(text)}")

    @classmethod
    def delete(cls, start: int, end: int, *, safety: Safety, title: str = "Delete it") -> Fix:
        """Offer to remove what lies between two offsets."""
        return cls((Edit(Span(start, end), ""),), safety, title)

    @classmethod
    def insert(cls, offset: int, text: str, *, safety: Safety, title: str | None = None) -> Fix:
        """Offer to put `text` in at an offset."""
        return cls((Edit(Span(offset, offset), text),), safety, title or f"Insert {_shown(text)}")

    def applied(self, text: str) -> str:
        """Return `text` with the edits made."""
        for edit in reversed(self.edits):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        return text


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains the finding, such as where a sentence stood first."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect: where, what, why and how to mend it."""

    detector: str
    family: Family
    severity: Severity
    confidence: float
    span: Span
    message: str
    evidence: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    source: str = OURS
    source_rule: str | None = None
