"""One acronym is written in two ways: `US` and `U.S.`, `NATO` and `Nato`.

## What it does
Compares the acronyms of the article's running text with one another: with and without full stops,
in capitals and as a word. The rarer form is reported, once; its fix writes the usual one in all
places. Headlines, quotations and names (`U.S. Steel`) may have their own form, and a word in
capitals is an acronym only where the lexicons' list of names writes it so.

## Why it matters
Both forms are right, in different houses. Two of them in one article show that two texts were
put together, or that nobody has read the whole.

## Flags
- The US left. Envoys of the US agreed. The ⟦U.S.⟧ navy stayed.
- Troops of Nato came. A chief of Nato spoke. They say ⟦NATO⟧ is slow.
- In the UK it rained. The ⟦U.K.⟧ is wet, and so is all of the UK’s coast.

## Does not flag
- The US left. “We like the U.S.,” he said. A share in U.S. Steel fell in the US.
- Talks of the U.S. begin today. The U.S. has agreed. It is seen as a win for the U.S.
- US LEAVES TALKS¶The U.S. left the talks. An envoy of the U.S. spoke.
- Who leads the WHO? The WHO knows who.
- PARIS, Monday: it rained in Paris. All Paris was wet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.consistency.variants import is_quoted, others, replacement, times
from copydesk.findings import Edit, Family, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_SHORTEST_WORD: Final = 4  # letters of an acronym that is written like a word: Nato, Aids
_POSSESSIVES: Final = ("'s", "’s")
_FEWEST: Final = 3  # mentions; of two, neither is the usual one
_MOST: Final = 500  # places of one form that are looked at


class AcronymVariant(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "acronym-variant"
    family = Family.CONSISTENCY
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Visit the words in capitals that the article also writes in another form."""
        names = self.lexicons.names
        texts = {form.text: None for form in document.forms(Shape.UPPER)}
        for form in document.forms(Shape.MIXED):  # NATO's
            if form.text[-2:] in _POSSESSIVES and form.text[:-2].isupper():
                texts[form.text[:-2]] = None
        for text in texts:
            if text[-1] == "." and text[1] == ".":
                plain = text.replace(".", "")
            elif len(text) >= _SHORTEST_WORD and names.get(text.lower()) == text:
                plain = text.capitalize()
            else:
                continue
            if any(document.form(plain + ending) for ending in ("", *_POSSESSIVES)):
                yield from self._judged(document, text, plain)

    def _judged(self, document: Document, capitals: str, plain: str) -> Iterator[Finding]:
        """Report the rarer of two forms, if both stand in running text."""
        counted = self._places(document, capitals), self._places(document, plain)
        if not (counted[0] and counted[1]):
            return
        (rare, places), (usual, rest) = sorted(
            zip((capitals, plain), counted, strict=True),
            key=lambda one: (len(one[1]), -one[1][0].start),
        )
        if len(places) + len(rest) < _FEWEST:
            return
        yield self.finding(
            places[0],
            f"“{rare}” and “{usual}” stand in one article",
            evidence=f"“{usual}” stands there {times(len(rest))}, “{rare}” {times(len(places))}.",
            fixes=replacement(
                [self._edit(document, place, usual) for place in places], f"Write “{usual}”"
            ),
            related=(
                *others(rest[:1], f"“{usual}” here"),
                *others(places[1:], f"“{rare}” again"),
            ),
        )

    def _places(self, document: Document, text: str) -> list[Span]:
        """Return where a form stands in running text, outside quotations and names."""
        found: list[Span] = []
        for ending in ("", *_POSSESSIVES):
            form = document.form(text + ending)
            for index in form.tokens[:_MOST] if form else ():
                start = document.token_starts[index]
                if self._is_free(document, index) and not is_quoted(document, start):
                    found.append(Span(start, start + len(text)))
        return sorted(found)

    def _is_free(self, document: Document, index: int) -> bool:
        """Tell whether a word is the article's own choice: in no headline and no name."""
        token = document.token(index)
        if token.block.kind is BlockKind.HEADING:
            return False
        for near in (token.previous, token.next):
            if near is None or not near.text[0].isupper() or not near.text[-1].isalpha():
                continue
            # `U.S. Steel` is a name, `U.S. President` none; `TALKS IN US` is shouted.
            if near.shape is Shape.UPPER and len(near.text) > _SHORTEST_WORD:
                return False
            if near.index > index and near.lower not in self.lexicons.person_titles:
                return False
        return True

    @staticmethod
    def _edit(document: Document, place: Span, usual: str) -> Edit:
        """Write the usual form; the full stop of a sentence may be that of the acronym."""
        dotted = usual.endswith(".")
        stop = document.text[place.end : place.end + 1] == "."
        if dotted and stop:
            return Edit(Span(place.start, place.end + 1), usual)
        sentence = document.sentence_at(place.start)
        ends = sentence is not None and sentence.span.end == place.end
        if not dotted and ends and document.text[place.end - 1] == ".":
            return Edit(place, f"{usual}.")
        return Edit(place, usual)
