"""Turns runs of capitalised words into names, and gives each name its mentions."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from copydesk.entities.capitals import POSSESSIVES, bare, capitals, opens
from copydesk.entities.given import is_given_name
from copydesk.entities.names import Name, Place, short_forms
from copydesk.entities.respellings import Respelling, Respellings
from copydesk.entities.small import MOST_NAMESAKES, SmallMentions
from copydesk.text.tokens import fold, split_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

# Small words inside a name. `of` and `for` join only what they follow rightly: an institution.
_PARTICLES: Final = frozenset(
    "al bin bint da de del della den der des di dos du e el ibn la las le los ten ter van von y "
    "zu".split()
)
_JOINTS: Final = frozenset((".", "&"))
_LINKS: Final = frozenset(("of", "for"))
_BETWEEN: Final = _PARTICLES | _JOINTS | _LINKS
_LANDS: Final = frozenset("chad china guinea japan jordan turkey".split())  # words as well
_HEADS: Final = frozenset(
    "academy agency archbishop assembly association bank battle bay bishop board bureau cape "
    "centre center chamber church city college commission committee confederation congregation "
    "convention council court declaration department duchess duke earl faculty federation "
    "foundation fund gulf house institute institution isle kingdom lake league library ministry "
    "mount movement museum office order organisation organization parliament party prince "
    "princess province republic school sea secretary siege society state states strait straits "
    "treaty union university".split()
)
# Callings that also open the names of things: `General Motors`, `Major League`.
_AMBIGUOUS_TITLES: Final = frozenset(
    "agent brother chair chief coach count father forward general king lady leader lord major "
    "officer owner party pilot prince princess principal private producer queen sister staff "
    "student teacher whip".split()
)
_NO_TITLES: Final = frozenset(("saint", "st"))  # `St Petersburg` is one name
_LONGEST_TITLE: Final = 4
_ACRONYMS: Final = frozenset(("US", "WHO"))  # these are words as well
_WIDEST_LINK: Final = 3  # tokens from a word of a name to the next: `University of the Arts`


class Gatherer:
    """Reads the capitals of one article."""

    def __init__(self, document: Document, lexicons: Lexicons) -> None:
        """Part the words with a capital by what their place says."""
        self._document = document
        self._lexicons = lexicons
        self._capitals = capitals(document, lexicons)
        self._words, self._ended = self._capitals
        self._order = sorted(self._words)
        self._title_openers = _first_words(lexicons.person_titles)
        self._no_names = _joined_sets(
            lexicons.nationalities, lexicons.weekdays, lexicons.months, lexicons.person_titles
        )
        self._names: dict[str, Name] = {}  # by lower-cased text
        self._alone: dict[str, bool] = {}  # whether a word is a name by itself
        self._opening: set[int] = set()
        self.inside: dict[str, list[int]] = {}
        """By lower-cased word: its tokens with a capital inside a sentence."""
        self.respellings: tuple[Respelling, ...] = ()
        """Pairs of spellings of one name; known once the names are."""
        texts, starts_sentence = document.token_texts, document.opens_sentence
        for index in self._order:
            if starts_sentence[index] or (
                not texts[index - 1].isalpha() and opens(document, index)
            ):
                self._opening.add(index)
            else:
                self.inside.setdefault(self._words[index].lower, []).append(index)

    def names(self) -> list[Name]:
        """Return the names of the article, by first mention; to be asked once."""
        if self._document.names:
            for text in self._document.names:
                self._request(text)
            self._order = [index for index in self._order if index in self._words]
        for run in self._runs():
            if len(run) == 1:
                self._add_single(run[0])
            else:
                for part in self._parts(run):
                    self._add(part)
        self._split_headlines()
        names = self._joined()
        SmallMentions(self._document, self._lexicons, self._capitals, self.inside).add(names)
        respellings = Respellings(self._document, self._lexicons, self._words)
        names, self.respellings = respellings.join(names)
        for name in names:
            for places in name.variants.values():
                name.places += places
            if len(name.places) > 1:
                name.places.sort()
        names.sort(key=_first_place)
        return names

    # --- runs -------------------------------------------------------------------------------

    def _runs(self) -> Iterator[list[int]]:
        order = self._order
        run = order[:1]
        for last, index in pairwise(order):
            if index - last <= _WIDEST_LINK and self._continues(last, index):
                run.append(index)
            else:
                yield run
                run = [index]
        if run:
            yield run

    def _continues(self, last: int, index: int) -> bool:
        """Tell whether a capitalised word goes on with the name that ends at `last`."""
        document = self._document
        texts, starts = document.token_texts, document.token_starts
        if index == last + 1:
            return (
                starts[index] - starts[last] - len(texts[last]) == 1
                and last not in self._ended
                and not document.opens_sentence[index]
            )
        first = texts[last + 1]
        if first not in _BETWEEN:
            return False  # nearly always
        between = texts[last + 1 : index]
        word = self._words[last]
        if last in self._ended or any(document.opens_sentence[last + 1 : index + 1]):
            return False
        if any(starts[i + 1] - starts[i] - len(texts[i]) > 1 for i in range(last, index)):
            return False
        if first == "&":  # Marks & Spencer, but not Q&A
            return len(between) == 1 and len(word.text) > 1
        if between == ["."]:  # an initial or an abbreviated title: George W. Bush, Mr. Bush
            return len(word.text) == 1 or word.lower in self._lexicons.person_titles
        if all(part in _PARTICLES for part in between):
            return True
        return first in _LINKS and between[1:] in ([], ["the"]) and word.lower in _HEADS

    # --- what of a run is a name ----------------------------------------------------------------

    def _parts(self, run: list[int]) -> Iterator[list[int]]:
        """Take a run apart at titles; leave out what has its capital from something else."""
        if run[0] in self._opening and not self._opens_name(run):
            run = run[1:]
        position = start = 0
        while position < len(run) - 1:
            length = self._title_at(run, position)
            if length:
                yield self._trimmed(run[start:position])
                position += length
                start = position
            else:
                position += 1
        yield self._trimmed(run[start:])

    def _opens_name(self, run: list[int]) -> bool:
        """Tell whether the first word of a sentence belongs to the name that it begins."""
        lower = self._words[run[0]].lower
        lexicons = self._lexicons
        if lower in lexicons.words:
            if lower in self.inside:
                return True
            if len(run) == 1:
                return run[0] in self._ended and lower in _LANDS  # China's, but Court's
            return (
                is_given_name(lower, lexicons)
                or f"{lower} {self._words[run[1]].lower}" in lexicons.institutions  # Tel Aviv
            )
        return True

    def _title_at(self, run: list[int], position: int) -> int:
        """Return how many words from there are a person's title, 0 if there is none."""
        words = self._words
        title = words[run[position]].lower
        if title not in self._title_openers:
            return 0
        if (
            title in _AMBIGUOUS_TITLES
            and position
            and is_given_name(words[run[0]].lower, self._lexicons)
        ):
            return 0  # Martin Luther King Jr.
        titles = self._lexicons.person_titles
        longest = min(_LONGEST_TITLE, len(run) - position - 1)
        found = 0
        for length in range(1, longest + 1):
            if length > 1:
                title = f"{title} {words[run[position + length - 1]].lower}"
            if title not in titles or title in _NO_TITLES:
                continue
            after = words[run[position + length]].lower
            thing = after in self._lexicons.words and not is_given_name(after, self._lexicons)
            if not (thing and title in _AMBIGUOUS_TITLES):
                found = length
        return found

    def _trimmed(self, part: list[int]) -> list[int]:
        """Leave out a word that is no part of the name beside it.

        `Hamas Alone`, `Top US` and `US President` are no names, whatever their capitals say.
        """
        if len(part) == 2:
            first, second = (self._words[index].lower for index in part)
            if self._strays(second, first):
                return part[:1]
            if part[0] not in self._opening and self._strays(first, second):
                return part[1:]
        return part

    def _strays(self, lower: str, name: str) -> bool:
        """Tell whether a word has its capital by mistake, or as a title, beside a name."""
        lexicons = self._lexicons
        if lower in lexicons.person_titles:
            return lower not in _AMBIGUOUS_TITLES
        return (
            lower in lexicons.words
            and lower not in lexicons.ambiguous_names
            and len(self.inside[lower]) == 1
            and len(self.inside.get(name, ())) > 1
            and self._document.form(lower) is not None
        )

    def _is_alone(self, lower: str) -> bool:
        """Tell whether a single word with a capital is a name."""
        known = self._alone.get(lower)
        if known is None:
            known = self._alone[lower] = self._is_name(lower)
        return known

    def _is_name(self, lower: str) -> bool:
        lexicons = self._lexicons
        if lower in lexicons.words:
            return (
                lower in lexicons.ambiguous_names
                and (lower in self.inside or lower in _LANDS)
                and self._document.form(lower) is None
                and lower not in self._no_names
            )
        if len(lower) == 1 or lower in self._no_names:
            return False
        if lower.isascii() and "'" not in lower:
            return True  # nearly always
        return not lexicons.is_word(lower)

    # --- names ------------------------------------------------------------------------------

    def _add_single(self, index: int) -> None:
        """Add a word that stands alone."""
        word = self._words[index]
        lower = word.lower
        if word.text not in _ACRONYMS and not self._is_alone(lower):
            return
        if index in self._opening and not self._opens_name([index]):
            return
        start = self._document.token_starts[index]
        self._note(word.text, lower, (lower,), (start, start + len(word.text)))

    def _add(self, part: list[int]) -> None:
        """Add a part of a run."""
        if len(part) == 1:
            word = self._words[part[0]]
            if word.text in _ACRONYMS or self._is_alone(word.lower):
                start = self._document.token_starts[part[0]]
                self._note(word.text, word.lower, (word.lower,), (start, start + len(word.text)))
        elif part:
            words, starts = self._words, self._document.token_starts
            start = starts[part[0]]
            end = starts[part[-1]] + len(words[part[-1]].text)
            text = self._document.text[start:end]
            if not text.isprintable() or "  " in text:
                text = " ".join(text.split())
            lower = fold(text)
            if lower not in self._lexicons.person_titles:
                self._note(text, lower, tuple([words[i].lower for i in part]), (start, end))

    def _note(self, text: str, lower: str, words: tuple[str, ...], place: Place) -> None:
        known = self._names.get(lower)
        if known is None:
            self._names[lower] = Name(text, words, [place])
        else:
            known.places.append(place)

    def _request(self, text: str) -> None:
        """Let a name of the request stand, however the article treats its words."""
        wanted = split_tokens(text)[0]
        if not wanted:
            return
        document = self._document
        texts, starts = document.token_texts, document.token_starts
        key = fold(" ".join(text.split()))
        name = Name(" ".join(text.split()), tuple(key.split()), [])
        self._names[key] = name
        for ending in ("", *POSSESSIVES) if len(wanted) == 1 else ("",):
            form = document.form(wanted[0] + ending)
            for first in form.tokens if form else ():
                stop = first + len(wanted)
                if [bare(text) for text in texts[first:stop]] != wanted:
                    continue
                name.places.append((starts[first], starts[stop - 1] + len(wanted[-1])))
                for index in range(first, stop):
                    self._words.pop(index, None)
        name.places.sort()

    def _split_headlines(self) -> None:
        """Take apart two names that only meet once: `tells Blinken Israel will do it alone`."""
        names = self._names
        for lower, name in list(names.items()):
            if len(name.words) != 2 or len(name.places) != 1 or lower.count(" ") != 1:
                continue
            first, second = names.get(name.words[0]), names.get(name.words[1])
            if first is None or second is None or min(len(first.places), len(second.places)) < 2:
                continue
            start, end = name.places[0]
            # As written: a lower-cased word can be longer, as that of “İstanbul” is.
            one, other = name.text.split()
            first.places.append((start, start + len(one)))
            second.places.append((end - len(other), end))
            del names[lower]

    def _joined(self) -> list[Name]:
        """Give the mentions of a surname or given name alone to the full name."""
        owners: dict[str, list[Name]] = {}
        for name in self._names.values():
            if len(name.words) > 1:
                for word in short_forms(name, self._lexicons):
                    owners.setdefault(word, []).append(name)
        names: list[Name] = []
        given: list[tuple[Name, list[Place]]] = []
        for lower, name in self._names.items():
            full = owners.get(lower)
            if full is None:
                names.append(name)
            elif len(full) == 1:
                given.append((full[0], name.places))
            else:
                near = full[:MOST_NAMESAKES]
                given += [(_last_named(near, place), [place]) for place in name.places]
        # Only now: the search for the last mention needs the places in order.
        for owner, places in given:
            owner.places += places
        return names


@lru_cache(maxsize=1)
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset([phrase.partition(" ")[0] for phrase in phrases])


@lru_cache(maxsize=1)
def _joined_sets(*sets: frozenset[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(sets))


def _first_place(name: Name) -> int:
    return name.places[0][0] if name.places else -1


def _last_named(names: list[Name], place: Place) -> Name:
    """Return the one of several full names that was mentioned last before a place."""

    def last_before(name: Name) -> int:
        position = bisect_left(name.places, place)
        return name.places[position - 1][0] if position else -1

    return max(names, key=last_before)
