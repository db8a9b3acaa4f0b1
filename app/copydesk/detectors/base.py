"""The contract of every detector."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from copydesk.findings import Family, Finding, Fix, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document
    from copydesk.text.spans import Span


class Scope(StrEnum):
    """How much of the article a detector looks at: a change elsewhere can't change its findings.

    Re-checks after an edit rely on it, and a test cuts the rest of the article away to prove it.
    """

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"


class Detector(ABC):
    """Finds one kind of defect. Its module's docstring is its page in the catalogue.

    A detector asks the document's index for candidates, keeps nothing between calls and inherits
    from no other detector.
    """

    id: ClassVar[str]
    family: ClassVar[Family]
    severity: ClassVar[Severity]
    confidence: ClassVar[float]  # measured share of true hits among its findings, 0 to 1
    scope: ClassVar[Scope]
    languages: ClassVar[tuple[str, ...]]  # BCP 47 primary codes; () for any language
    since: ClassVar[str]
    preview: ClassVar[bool] = False  # runs only when a request enables it

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the word lists at hand."""
        self.lexicons = lexicons

    @classmethod
    def build(cls, lexicons: Lexicons) -> Self:
        """Make the detector; one that prepares tables from the lexicons does so in `__init__`."""
        return cls(lexicons)

    @abstractmethod
    def detect(self, document: Document) -> Iterator[Finding]:
        """Visit the candidates and report the defects among them."""

    def finding(
        self,
        span: Span,
        message: str,
        *,
        evidence: str = "",
        fixes: tuple[Fix, ...] = (),
        related: tuple[Related, ...] = (),
        severity: Severity | None = None,
        confidence: float | None = None,
    ) -> Finding:
        """Report a defect at `span`: `message` says what is wrong, `evidence` why we think so."""
        return Finding(
            detector=self.id,
            family=self.family,
            severity=self.severity if severity is None else severity,
            confidence=self.confidence if confidence is None else confidence,
            span=span,
            message=message,
            evidence=evidence,
            fixes=fixes,
            related=related,
        )
