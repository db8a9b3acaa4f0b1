"""A fixed phrase was respun word by word: `field workplace` for `box office`.

## What it does
Looks up wordings that rewriting programs put for the fixed phrases of news: each word was replaced
by a synonym of another sense. A wording that somebody could have meant is information; it becomes
a warning where the article holds others, or the expected wording itself, or where the article
before it (`a`, `an`) fits the expected wording alone.

## Why it matters
Programs that rewrite news replace one word at a time and are blind to sense. Where one such phrase
stands, the sentences around it were rewritten too, and may say what nobody said.

## Flags
- The ⟦field workplace⟧ was quiet on the second weekend.
- Doctors called it a ⟦coronary heart assault⟧.
- Firefighters said the house was ⟦on hearth⟧.

## Does not flag
- The box office was quiet, and so was the field office in Leeds.
- He fell on the hearth, and his heart was heavy.
- The workplace in the field was a tent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.substitution.forms import reported
from copydesk.findings import Family, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document


class SpunPhrase(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "spun-phrase"
    family = Family.SUBSTITUTION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report the respun wordings of this kind."""
        yield from reported(self, document, "phrase")
