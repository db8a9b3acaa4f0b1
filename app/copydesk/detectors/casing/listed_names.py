"""Names that a list settles, though each of their words is a common one: `world bank`, `tv`.

The names of several words are `lexicons.institutions`, written by hand; whether one may be reported
is said there by its safety. The short list of abbreviations below was written by hand, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.casing.name_evidence import Candidate
from copydesk.lexicons import NameKind, Safety
from copydesk.text.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document
    from copydesk.text.tokens import Form

# Abbreviations that no newspaper writes small, and names that lists of words hold as words.
ABBREVIATIONS: Final = {
    text.lower(): text
    for text in (
        "ATM ATMs CCTV CEO CEOs CPU CPUs DNA DVD DVDs EU GDP GPS GPU GPUs HDMI HIV HTML MRI NGO "
        "NGOs PCR PDF PDFs RNA SMS SUV SUVs TV TVs UFO UFOs UK URL URLs USB VIP VIPs VPN VPNs"
    ).split()
}
_SINGLE: Final = {"antarctic": "Antarctic", "covid": "Covid", "protestants": "Protestants"}
# Words that a place's name may begin with, and that lose their capital alone: `north Korea`.
_OPENERS: Final = frozenset("east great new north saint san santa south united west".split())
# Compass words before a continent are small in many newspapers.
_CONTINENTS: Final = frozenset("africa america asia europe".split())
# So they are before these, where they name a part as well; and `the new England captain`.
_EITHER_WAY: Final = frozenset(
    (
        "east berlin",
        "east jerusalem",
        "new amsterdam",
        "new bedford",
        "new britain",
        "new cairo",
        "new canaan",
        "new england",
        "new guinea",
        "new ireland",
        "new london",
        "new plymouth",
        "north lincolnshire",
        "north somerset",
        "north wales",
        "south georgia",
        "south wales",
        "united russia",
        "west berlin",
        "west lancashire",
    )
)
_LIKELY: Final = 8  # points
_MOST_TOKENS: Final = 1_000  # of one word; more is no article


class ListedNames:
    """Finds them; built once, with the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the names that are never right when all their words are small."""
        self._lexicons = lexicons
        self._singles = ABBREVIATIONS | _SINGLE
        self._places = {
            name.lower(): name
            for name in lexicons.institutions.values()
            if name.split()[0].lower() in _OPENERS
            and name.rsplit(maxsplit=1)[1].lower() not in _CONTINENTS
            and name.lower() not in _EITHER_WAY
            and lexicons.institution_safety(name.lower()) is Safety.CERTAIN
        }
        names = lexicons.institutions_by_word.items()
        safe = {
            word: tuple(
                name
                for name in found
                if lexicons.institution_safety(_joined(name)) is not Safety.POSSIBLE
            )
            for word, found in names
        }
        self._by_word = {word: found for word, found in safe.items() if found}
        self.words = self._by_word.keys() | self._singles.keys() | _OPENERS

    def find(self, document: Document, small: Sequence[Form]) -> Iterator[Candidate]:
        """Visit the names among the words written small that are in `words`."""
        for form in small:
            written = self._singles.get(form.lower)
            if written is not None:
                for index in form.tokens[:_MOST_TOKENS]:
                    yield _candidate(document, index, index + 1, written)
            found = self._by_word.get(form.lower)
            if found is not None:
                for index in form.tokens[:_MOST_TOKENS]:
                    yield from self._around(document, index, form.lower, found)
            if form.lower in _OPENERS:
                for index in form.tokens[:_MOST_TOKENS]:
                    yield from self._place(document, index)

    def _around(
        self, document: Document, index: int, word: str, names: tuple[tuple[str, ...], ...]
    ) -> Iterator[Candidate]:
        """Visit the longest of the names that stands small round one of its words."""
        texts = document.token_texts
        best: tuple[str, ...] = ()
        first = index
        for name in names:
            start = index - name.index(word)
            if (
                len(name) > len(best)
                and start >= 0
                and texts[start] == name[0]
                and tuple(texts[start : start + len(name)]) == name
            ):
                best, first = name, start
        stop = first + len(best)
        if best and not any(document.opens_sentence[first + 1 : stop]):
            key = _joined(best)
            if not (
                self._lexicons.institution_kinds[key] is NameKind.EVENT
                and first > 0
                and texts[first - 1] in ("a", "an")
            ):  # `a thanksgiving day` is one of many
                yield _candidate(document, first, stop, self._lexicons.institutions[key])

    def _place(self, document: Document, index: int) -> Iterator[Candidate]:
        """Visit the small word in `north Korea`."""
        texts = document.token_texts
        if index + 1 >= len(texts) or document.opens_sentence[index + 1]:
            return
        after = texts[index + 1]
        written = self._places.get(f"{texts[index]} {fold(after)}")
        if written is not None and after[0].isupper() and not after.isupper():
            yield _candidate(document, index, index + 1, written.split()[0])


def _joined(name: tuple[str, ...]) -> str:
    return " ".join(name).replace(" .", ".").replace(" ' ", "' ")


def _candidate(document: Document, first: int, stop: int, written: str) -> Candidate:
    start = document.token_starts[first]
    end = document.token_starts[stop - 1] + len(document.token_texts[stop - 1])
    return Candidate(
        first,
        start,
        document.text[start:end],
        written.lower(),
        written,
        listed=True,
        points=_LIKELY,
        firm=True,
        reasons=["it is a name in our lists"],
        words=stop - first,
    )
