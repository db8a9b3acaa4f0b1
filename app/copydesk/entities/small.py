"""Mentions of a name that are written small, in part or as a whole: `Benjamin netanyahu`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.entities.capitals import POSSESSIVES, bare
from copydesk.entities.given import is_given_name
from copydesk.entities.names import short_forms
from copydesk.text.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from copydesk.entities.capitals import Capitals
    from copydesk.entities.names import Name
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

MOST_NAMESAKES: Final = 8  # full names that one surname is compared with: keeps time linear


class SmallMentions:
    """Finds those mentions and notes them as variants of their names."""

    def __init__(
        self,
        document: Document,
        lexicons: Lexicons,
        capitals: Capitals,
        inside: Mapping[str, Sequence[int]],
    ) -> None:
        """Keep what is known of the article's capitals."""
        self._document = document
        self._lexicons = lexicons
        self._capitals = capitals
        self._inside = inside
        self._taken: set[int] = set()

    def add(self, names: Sequence[Name]) -> None:
        """Add the variants; the capitalised halves of them are no mentions of their own."""
        small = sorted(self._small({word for name in names for word in name.words}))
        if not small:
            return
        wholes: dict[str, list[Name]] = {}
        shorts: dict[str, list[Name]] = {}
        for name in names:
            several = len(name.words) > 1
            for word in name.words if several else ():
                wholes.setdefault(word, []).append(name)
            for word in short_forms(name, self._lexicons) if several else name.words:
                shorts.setdefault(word, []).append(name)
        taken = self._taken
        for _, word, tokens in small:
            for index in tokens:
                if index in taken or any(
                    self._add_whole(name, index - name.words.index(word))
                    for name in wholes.get(word, ())[:MOST_NAMESAKES]
                ):
                    continue
                if word in shorts:
                    first = self._given_name_before(index)
                    self._add_variant(shorts[word][0], first, index + 1)
        if taken:
            starts = {self._document.token_starts[index] for index in taken}
            for name in names:
                name.places = [place for place in name.places if place[0] not in starts]

    def _small(self, wanted: Iterable[str]) -> Iterator[tuple[int, str, list[int]]]:
        """Visit those words that the article also writes small and that are no common words."""
        words, given, form = self._lexicons.words, self._lexicons.given_names, self._document.form
        possessives = self._document.possessives
        for word in wanted:
            if word in words and word not in given:
                continue
            found = [form(word)]
            if word in possessives:
                found += [form(word + ending) for ending in POSSESSIVES]
            for small in found:
                if small is not None and small.text.islower():
                    yield small.tokens[0], word, small.tokens

    def _add_whole(self, name: Name, first: int) -> bool:
        """Note a full name that is written small in part: `Benjamin netanyahu`."""
        document = self._document
        stop = first + len(name.words)
        if first < 0 or any(document.opens_sentence[first + 1 : stop]):
            return False
        texts = document.token_texts[first:stop]
        if tuple(fold(bare(text)) for text in texts) != name.words:
            return False
        self._add_variant(name, first, stop)
        return True

    def _given_name_before(self, index: int) -> int:
        """Return where a surname begins, its given name included: `Antony blinken`."""
        before = self._capitals.words.get(index - 1)
        if (
            before is None
            or index - 1 in self._capitals.ended
            or self._document.opens_sentence[index]
        ):
            return index
        given = is_given_name(before.lower, self._lexicons) or (
            before.lower not in self._lexicons.words
            and before.lower not in self._lexicons.nationalities
            and len(self._inside.get(before.lower, ())) == 1
        )
        return index - 1 if given else index

    def _add_variant(self, name: Name, first: int, stop: int) -> None:
        document = self._document
        starts = document.token_starts
        start = starts[first]
        end = starts[stop - 1] + len(bare(document.token_texts[stop - 1]))
        self._taken.update(range(first, stop))
        written = " ".join(document.text[start:end].split())
        name.variants.setdefault(written, []).append((start, end))
