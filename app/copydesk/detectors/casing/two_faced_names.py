"""Names that are common words as well, where the place shows that the name is meant.

`on mars`, `in march`, `Gordon brown`, `anti-polish`: the word alone says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.casing.name_evidence import Candidate
from copydesk.entities.capitals import bare
from copydesk.entities.given import is_given_name
from copydesk.text.tokens import Shape, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.entities import EntityTable
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document
    from copydesk.text.tokens import Form

_MONTHS: Final = frozenset(("march", "may", "august"))
_BEFORE_MONTH: Final = frozenset("early in last late mid next since until".split())
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_BEFORE_NAME: Final = frozenset(
    ", against at beyond by for from in into near of on over to toward towards with".split()
)
_ARTICLES: Final = frozenset(("a", "an", "the"))
_ADDRESSES: Final = frozenset(("Mr", "Mrs", "Ms"))
_OFFICES: Final = frozenset("Chancellor Governor President Professor Senator".split())
# `Governor grants stay`, as a headline has it; and the Messrs of jokes and fairy tales.
_VERBS: Final = frozenset(
    "best big burns chance fox grant grants love marks may nice perfect power right rose will "
    "wins wolf wonderful world wrong".split()
)
_RARE: Final = 4.5  # Zipf: as a common word it is met less than once in thirty thousand words
_CAPITALS: Final = 2  # mentions with a capital that outweigh the small one
_SURE: Final = 10
_LIKELY: Final = 8


class TwoFacedNames:
    """Finds them; built once, with the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Sort out which words to ask the index for."""
        self._lexicons = lexicons
        self._names = lexicons.ambiguous_names.keys()
        # Not `lexicons.surnames`, which leaves out what is a word: here only words are asked for.
        self._surnames = lexicons.ambiguous_person_names
        self.words = self._names | self._surnames

    def find(
        self,
        document: Document,
        table: EntityTable,
        telling: Sequence[Form],
        strange: Sequence[Form],
    ) -> Iterator[Candidate]:
        """Visit common words that are names where they stand.

        `telling` are the words written small that are in `words`, among others; `strange` those
        that are no words at all.
        """
        lexicons = self._lexicons
        yield from _months(document, lexicons)
        for form in strange:
            if "-" in form.lower:
                yield from _compounds(document, lexicons, form)
        for form in telling:
            lower = form.lower
            if lower in self._names and lower in table.inside:
                yield from _named_elsewhere(document, lexicons, table, form)
            if lower in self._surnames:
                yield from _surnames(document, lexicons, table, form)
        # `Dallas Police` and `Gene Mutations` are pairs like `Imran Khan`: the word must be rare.
        others = {
            last
            for first, last in table.pairs
            if is_given_name(first, lexicons) and first not in lexicons.words
        }
        for lower in (others & lexicons.words) - self._surnames:
            small = document.form(lower)
            if small is not None and lexicons.zipf(lower) < _RARE:
                yield from _surnames(document, lexicons, table, small)


def _candidate(
    document: Document, index: int, text: str, written: str, points: int, reason: str
) -> Candidate:
    start = document.token_starts[index]
    return Candidate(
        index,
        start,
        text,
        fold(text),
        written,
        listed=True,
        points=points,
        firm=True,
        reasons=[reason],
    )


def _months(document: Document, lexicons: Lexicons) -> Iterator[Candidate]:
    """Visit `in march`: a noun or a verb can't stand there, unless a noun follows."""
    for token in document.occurrences(_MONTHS):
        before, after = token.previous, token.next
        if token.shape is not Shape.LOWER or before is None:
            continue
        open_end = after is None or not after.is_word or after.lower in lexicons.function_words
        if after is not None and token.touches(after) and _YEAR.fullmatch(after.text):
            reason = f"before “{after.text}” it is the month"
        elif open_end and before.lower in _BEFORE_MONTH and before.touches(token):
            reason = f"after “{before.text}” it is the month"
        else:
            continue
        written = token.text.capitalize()
        yield _candidate(document, token.index, token.text, written, _LIKELY, reason)


def _compounds(document: Document, lexicons: Lexicons, form: Form) -> Iterator[Candidate]:
    """Visit the nationality in `anti-american`."""
    offset = 0
    for part in bare(form.text).split("-"):
        lower = fold(part)
        if lower in lexicons.nationalities and lower in lexicons.names:
            for index in form.tokens:
                reason = "it is a name in our lists"
                written = lexicons.names[lower]
                found = _candidate(document, index, part, written, _LIKELY, reason)
                found.start += offset
                yield found
        offset += len(part) + 1


def _named_elsewhere(
    document: Document, lexicons: Lexicons, table: EntityTable, form: Form
) -> Iterator[Candidate]:
    """Visit a rare word that is a name everywhere else in the article: `on mars`."""
    inside = table.inside[form.lower]
    texts = document.token_texts
    if len(form.tokens) > 1 or len(inside) < _CAPITALS or lexicons.zipf(form.lower) >= _RARE:
        return
    if sum(fold(texts[index - 1]) in _ARTICLES for index in inside) * 2 > len(inside):
        return
    index = form.tokens[0]
    if document.opens_sentence[index]:
        return
    before = fold(texts[index - 1])
    if before in _BEFORE_NAME:
        capital = bare(texts[inside[0]])
        reason = f"“{capital}” has its capital {len(inside)} times elsewhere in the article"
        yield _candidate(document, index, form.text, capital, _LIKELY, reason)


def _title(document: Document, lexicons: Lexicons, index: int) -> str:
    """Return the title in `Mrs brown`, or in `President trump` if the article has Trump."""
    texts, starts = document.token_texts, document.token_starts
    lower, title, at = fold(texts[index]), texts[index - 1], index - 1
    if title == "." and at and not document.opens_sentence[at]:
        at -= 1
        title = texts[at]
    if starts[index] - starts[index - 1] - len(texts[index - 1]) != 1:
        return ""
    if lower not in lexicons.ambiguous_person_names or lower in _VERBS:
        return ""
    if title in _ADDRESSES:
        return title
    article = at and not document.opens_sentence[at] and fold(texts[at - 1]) in _ARTICLES
    elsewhere = document.form(lower.capitalize()) is not None
    return title if title in _OFFICES and elsewhere and not article else ""


def _surnames(
    document: Document, lexicons: Lexicons, table: EntityTable, form: Form
) -> Iterator[Candidate]:
    """Visit the surname of a person of the article or in the news: `Gordon brown`."""
    texts = document.token_texts
    for index in form.tokens:
        before = texts[index - 1]
        if document.opens_sentence[index] or not (before[0].isupper() or before == "."):
            continue
        pair = (fold(before), form.lower)
        written = form.text[0].upper() + form.text[1:]
        points = _SURE
        person = lexicons.canonical_people.get(" ".join(pair))
        if person is not None:
            written = person.rsplit(" ", 1)[1]
            reason = f"“{person}” is a name in our lists"
        elif pair in table.pairs and is_given_name(pair[0], lexicons):
            reason = f"“{before} {written}” is a name of the article"
        elif title := _title(document, lexicons, index):
            points = _SURE if title in _ADDRESSES else _LIKELY
            reason = f"the title “{title}” stands before it"
        else:
            continue
        yield _candidate(document, index, form.text, written, points, reason)
