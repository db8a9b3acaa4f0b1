"""A comment form of the page is part of the text.

## What it does
Reports lines that are nothing but strings of a comment form: its heading, its notes, its buttons,
in English and thirty other languages, one to a line or run together. The names of fields (`Name *`,
`Website`) are reported only next to such a line. A form stuck to the end of a paragraph is found,
too.

## Why it matters
It was copied with the article from its page. Readers of the next page see a form that doesn't work.

## Flags
- The vote is on Friday. ¶ ⟦Leave a Reply⟧ ¶ ⟦Your email address will not be published. Required
  fields are marked *⟧
- ⟦Leave a Reply Cancel reply Your email address will not be published. Required fields are marked *
  Comment * Name * Email * Website⟧
- It rained. ¶ ⟦Post Comment⟧ ¶ ⟦Name *⟧ ¶ ⟦Website⟧
- The end. ¶ ⟦You must be logged in to post a comment.⟧ ¶ ⟦12 Comments⟧
- Das war es. ¶ ⟦Schreibe einen Kommentar⟧ ¶ ⟦Deine E-Mail-Adresse wird nicht veröffentlicht.
  Erforderliche Felder sind mit * markiert⟧
- Das war es. ⟦Schreibe einen Kommentar Deine E-Mail-Adresse wird nicht veröffentlicht.
  Erforderliche Felder sind mit * markiert⟧
- The end. ¶ ⟦Be the first to comment on “The vote”⟧ ¶ ⟦Comments are disabled on this story⟧
- The end. ¶ ⟦Tell us what you think in the comments below⟧ ¶ ⟦Sort by: Newest⟧
- C'est fini. ¶ ⟦Laisser un commentaire⟧ ¶ ⟦Annuler la réponse⟧

## Does not flag
- The bank would not leave a reply to our questions, and comments are closed on its page.
- Website ¶ The new site of the town opened on Monday. ¶ Name ¶ Nobody knows who chose it.
- He wrote: “Your email address will not be published.” It was.
- Comment ¶ The plan is bad.
- Ministers had no comment on the leak
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.boilerplate.forms import FormKind, FormReader
from copydesk.detectors.boilerplate.lines import deletion, fold_line
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

# Unlike headings, these give a form away in the middle of a paragraph.
_NOTES: Final = re.compile(
    r"leave a reply|cancel reply|your e-?mail address will not be published"
    r"|save my name, e-?mail,? and website|required fields are marked",
    re.IGNORECASE,
)
_NOTE_LITERALS: Final = (
    "leave a reply",
    "cancel reply",
    "address will not be published",
    "save my name, e",
    "required fields are marked",
)
_FORMS: Final = 3  # a text seldom has more than one, and it stands at the end
_LONGEST_FORM: Final = 800  # characters of a form stuck to a paragraph
_ENDS: Final = frozenset('.!?…”"»)')
_EVIDENCE: Final = {
    FormKind.FIELD: "It names a field or button and stands next to a comment form",
    FormKind.COUNT: "A line that counts comments belongs to a page",
    FormKind.FORM: "It holds nothing but strings of comment forms",
}


class CommentForm(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "comment-form"
    family = Family.BOILERPLATE
    severity = Severity.ERROR
    confidence = 0.99
    scope = Scope.DOCUMENT  # the names of fields count next to a form only
    languages = ()
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the strings of all languages."""
        super().__init__(lexicons)
        self.reader = FormReader(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Compare the short lines, then look beside those that are a form's."""
        kinds = self.reader.lines(document)
        sure = {block for block, kind in kinds.items() if kind > FormKind.FIELD}
        if sure:
            for block in sorted(sure | _beside(sure, kinds.keys() - sure)):
                yield self._report(document, block, kinds[block])
        yield from self._inside(document, sure)

    def _report(self, document: Document, block: int, kind: FormKind) -> Finding:
        span = document.blocks[block].span
        sure = kind is FormKind.FORM
        return self.finding(
            span,
            "This line belongs to the page's comment form, not to the article",
            evidence=_EVIDENCE[kind],
            fixes=(deletion(document, block, safety=Safety.SAFE if sure else Safety.REVIEW),),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=None if sure else 0.95,
        )

    def _inside(self, document: Document, reported: set[int]) -> Iterator[Finding]:
        """Find a form stuck to the end of a paragraph."""
        done = set(reported)
        for offset in self._openings(document):
            block = document.block_at(offset)
            if block is None or block in done:
                continue
            span = document.blocks[block].span
            if span.end - offset > _LONGEST_FORM:
                continue
            before = document.text[span.start : offset].rstrip()
            if before and before[-1] not in _ENDS:
                continue
            rest = fold_line(document.text[offset : span.end])
            if self.reader.read(rest, ends=True) is FormKind.FORM:
                done.add(block)
                if not before:
                    yield self._report(document, block, FormKind.FORM)
                    continue
                start = span.start + len(before)
                yield self.finding(
                    Span(offset, span.end),
                    "The page's comment form is stuck to the end of this paragraph",
                    evidence="From here on there are only strings of a comment form",
                    fixes=(Fix.delete(start, span.end, safety=Safety.SAFE, title="Delete it"),),
                )

    def _openings(self, document: Document) -> Iterator[int]:
        """Return where strings of a form begin: English ones, and any before an asterisk."""
        for match in document.search(_NOTES, *_NOTE_LITERALS):
            yield match.start()
        asterisks = list(document.marks("*"))[-_FORMS:]
        for start in {max(0, token.start - _LONGEST_FORM) for token in asterisks}:
            for match in self.reader.openings.finditer(document.text, start, asterisks[-1].start):
                yield match.start()


def _beside(sure: set[int], weak: set[int]) -> set[int]:
    """Return the weak lines that a run of weak lines joins to a sure one."""
    found: set[int] = set()
    for step in (1, -1):
        for block in sure:
            near = block + step
            while near in weak and near not in found:
                found.add(near)
                near += step
    return found
