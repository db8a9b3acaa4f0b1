"""The entity table: names from runs of capitalised words, with their mentions and variants."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from copydesk.entities.capitals import bare, capitals, opens
from copydesk.entities.given import is_given_name
from copydesk.text.spans import Span
from copydesk.text.tokens import Shape, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

# Small words inside a name. `of` and `for` join only what they follow rightly: an institution.
_PARTICLES: Final = frozenset(
    "al bin bint da de del della den der des di dos du e el ibn la las le los ten ter van von y "
    "zu".split()
)
_LINKS: Final = frozenset(("of", "for"))
_HEADS: Final = frozenset(
    "academy agency archbishop assembly association bank bay bishop board bureau cape centre "
    "center chamber church city college commission committee confederation congregation council "
    "court department duchess duke earl faculty federation foundation fund gulf house institute "
    "institution isle kingdom lake league library ministry mount movement museum office order "
    "organisation organization parliament party prince princess province republic school sea "
    "secretary society state states strait straits union university".split()
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
_MOST_NAMESAKES: Final = 8  # full names that one surname is compared with: keeps time linear
_MOST_CAPITALS: Final = 20_000  # words with a capital; more, and most of the text, is noise
_WIDEST_LINK: Final = 3  # tokens from a word of a name to the next: `University of the Arts`


@dataclass(frozen=True, slots=True)
class Variant:
    """Another writing of a name, and where it stands."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A name of the article: its fullest form and all its mentions, in order."""

    name: str
    spans: tuple[Span, ...]  # surnames alone and variants are mentions, too
    variants: tuple[Variant, ...]

    @property
    def mentions(self) -> int:
        """How often it is mentioned."""
        return len(self.spans)


@dataclass(frozen=True, slots=True)
class EntityTable:
    """The names of one article, and where it writes a word with a capital."""

    entities: tuple[Entity, ...]
    inside: Mapping[str, list[int]]
    """By lower-cased word: its tokens with a capital inside a sentence, the safe evidence."""
    pairs: frozenset[tuple[str, str]]
    """Lower-cased neighbours within names: `("luther", "king")`."""


@dataclass(slots=True)
class _Name:
    """A name while it is gathered."""

    text: str
    words: tuple[str, ...]  # lower-cased
    spans: list[Span]
    variants: dict[str, list[Span]]


def entity_table(document: Document, lexicons: Lexicons) -> EntityTable:
    """Return the document's names; they are gathered once."""
    return document.once("entities", lambda: _table(document, lexicons))


def _table(document: Document, lexicons: Lexicons) -> EntityTable:
    """Gather the names; a long text that is mostly capitals is noise, or all shouted."""
    count = sum(
        len(form.tokens)
        for shape in (Shape.TITLE, Shape.UPPER, Shape.MIXED)
        for form in document.forms(shape)
    )
    if count > _MOST_CAPITALS and 2 * count > len(document.token_texts):
        return EntityTable((), {}, frozenset())
    return _Gatherer(document, lexicons).table()


class _Gatherer:
    """Turns runs of capitalised words into names."""

    def __init__(self, document: Document, lexicons: Lexicons) -> None:
        self._document = document
        self._lexicons = lexicons
        self._words = capitals(document, lexicons)
        self._opening = {index for index in self._words if opens(document, index)}
        self._inside: dict[str, list[int]] = {}
        for index, word in sorted(self._words.items()):
            if index not in self._opening:
                self._inside.setdefault(word.lower, []).append(index)
        self._names: dict[str, _Name] = {}  # by lower-cased text

    def table(self) -> EntityTable:
        """Gather the names of the article."""
        for text in self._document.names:
            self._request(text)
        for run in self._runs():
            for part in self._parts(run):
                self._add(part)
        self._split_headlines()
        names = self._joined()
        self._add_variants(names)
        for name in names:
            name.spans = sorted(chain(name.spans, *name.variants.values()))
        mentioned = sorted((name for name in names if name.spans), key=lambda name: name.spans[0])
        return EntityTable(
            tuple(
                Entity(
                    name.text,
                    tuple(name.spans),
                    tuple(Variant(text, tuple(spans)) for text, spans in name.variants.items()),
                )
                for name in mentioned
            ),
            self._inside,
            frozenset(
                pair for name in names for pair in zip(name.words, name.words[1:], strict=False)
            ),
        )

    # --- runs -------------------------------------------------------------------------------

    def _runs(self) -> Iterator[list[int]]:
        run: list[int] = []
        for index in sorted(self._words):
            if run and not (index - run[-1] <= _WIDEST_LINK and self._continues(run[-1], index)):
                yield run
                run = []
            run.append(index)
        if run:
            yield run

    def _continues(self, last: int, index: int) -> bool:
        """Tell whether a capitalised word goes on with the name that ends at `last`."""
        document = self._document
        texts, starts = document.token_texts, document.token_starts
        word = self._words[last]
        if word.ends or any(document.opens_sentence[last + 1 : index + 1]):
            return False
        if index == last + 1:
            return starts[index] - starts[last] - len(texts[last]) == 1
        if any(starts[i + 1] - starts[i] - len(texts[i]) > 1 for i in range(last, index)):
            return False
        between = texts[last + 1 : index]
        if between == ["."]:  # an initial or an abbreviated title: George W. Bush, Mr. Bush
            return len(word.text) == 1 or word.lower in self._lexicons.person_titles
        if all(part in _PARTICLES for part in between):
            return True
        return between[0] in _LINKS and between[1:] in ([], ["the"]) and word.lower in _HEADS

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
            return lower in self._inside or (len(run) > 1 and is_given_name(lower, lexicons))
        return True

    def _title_at(self, run: list[int], position: int) -> int:
        """Return how many words from there are a person's title, 0 if there is none."""
        titles = self._lexicons.person_titles
        words = self._words
        title = ""
        found = 0
        for length in range(1, min(_LONGEST_TITLE, len(run) - position - 1) + 1):
            title = f"{title} {words[run[position + length - 1]].lower}".lstrip()
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
            and len(self._inside[lower]) == 1
            and len(self._inside.get(name, ())) > 1
            and self._document.form(lower) is not None
        )

    def _is_name(self, lower: str) -> bool:
        """Tell whether a single word with a capital is a name."""
        lexicons = self._lexicons
        if lower in lexicons.words:
            return (
                lower in lexicons.ambiguous_names
                and lower in self._inside
                and self._document.form(lower) is None
                and lower not in lexicons.person_titles
                and lower not in lexicons.nationalities
                and lower not in lexicons.months
            )
        return not (
            len(lower) == 1
            or lower in lexicons.nationalities
            or lower in lexicons.weekdays
            or lower in lexicons.months
            or lower in lexicons.person_titles
            or lexicons.is_word(lower)
        )

    # --- names ------------------------------------------------------------------------------

    def _add(self, part: list[int]) -> None:
        if not part:
            return
        first = self._words[part[0]]
        if len(part) == 1 and not (first.text in _ACRONYMS or self._is_name(first.lower)):
            return
        starts = self._document.token_starts
        last = self._words[part[-1]]
        span = Span(starts[part[0]], starts[part[-1]] + len(last.text))
        text, lower = first.text, first.lower
        if len(part) > 1:
            text = " ".join(span.of(self._document.text).split())
            lower = fold(text)
            if lower in self._lexicons.person_titles:
                return
        known = self._names.get(lower)
        if known is None:
            words = tuple(self._words[index].lower for index in part)
            self._names[lower] = _Name(text, words, [span], {})
        else:
            known.spans.append(span)

    def _request(self, text: str) -> None:
        """Let a name of the request stand, however the article treats it."""
        name = " ".join(text.split())
        if name:
            self._names[fold(name)] = _Name(name, tuple(fold(name).split()), [], {})

    def _split_headlines(self) -> None:
        """Take apart two names that only meet once: `tells Blinken Israel will do it alone`."""
        names = self._names
        for lower, name in list(names.items()):
            if len(name.words) != 2 or len(name.spans) != 1 or len(lower.split()) != 2:
                continue
            halves = [names.get(word) for word in name.words]
            first, second = halves
            if first is None or second is None or min(len(first.spans), len(second.spans)) < 2:
                continue
            span = name.spans[0]
            # As written: a lower-cased word can be longer, as that of “İstanbul” is.
            one, other = name.text.split()
            first.spans.append(Span(span.start, span.start + len(one)))
            second.spans.append(Span(span.end - len(other), span.end))
            del names[lower]

    def _joined(self) -> list[_Name]:
        """Give the mentions of a surname or given name alone to the full name."""
        owners: dict[str, list[_Name]] = {}
        for name in self._names.values():
            if len(name.words) > 1:
                for word in self._short_forms(name):
                    owners.setdefault(word, []).append(name)
        names: list[_Name] = []
        given: list[tuple[_Name, list[Span]]] = []
        for lower, name in self._names.items():
            full = owners.get(lower)
            if full is None:
                names.append(name)
            elif len(full) == 1:
                given.append((full[0], name.spans))
            else:
                near = full[:_MOST_NAMESAKES]
                given += [(_last_named(near, span), [span]) for span in name.spans]
        # Only now: the search for the last mention needs the spans in order.
        for owner, spans in given:
            owner.spans += spans
        return names

    def _short_forms(self, name: _Name) -> tuple[str, ...]:
        """Return the words that may stand for the whole name."""
        lexicons = self._lexicons
        first, last = name.words[0], name.words[-1]
        if " of " in name.text or " for " in name.text:
            return ()
        # `South Korea` is no Korea, and `West Ham` no Ham.
        if first in lexicons.words and not is_given_name(first, lexicons):
            return ()
        return (first, last) if is_given_name(first, lexicons) else (last,)

    # --- variants ---------------------------------------------------------------------------

    def _add_variants(self, names: list[_Name]) -> None:
        """Find the mentions that are written small, in part or as a whole."""
        wholes: dict[str, list[_Name]] = {}
        shorts: dict[str, list[_Name]] = {}
        for name in names:
            several = len(name.words) > 1
            for word in name.words if several else ():
                wholes.setdefault(word, []).append(name)
            for word in self._short_forms(name) if several else name.words:
                shorts.setdefault(word, []).append(name)
        taken: set[int] = set()
        for word, tokens in self._small(wholes.keys() | shorts.keys()):
            for index in tokens:
                if index in taken or any(
                    self._add_whole(name, index - name.words.index(word), taken)
                    for name in wholes.get(word, ())[:_MOST_NAMESAKES]
                ):
                    continue
                if word in shorts:
                    first = self._given_name_before(index)
                    self._add_variant(shorts[word][0], first, index + 1, taken)
        if taken:
            # Their capitalised halves were taken for mentions, even for names, of their own.
            starts = {self._document.token_starts[index] for index in taken}
            for name in names:
                name.spans = [span for span in name.spans if span.start not in starts]

    def _small(self, wanted: set[str]) -> Iterator[tuple[str, list[int]]]:
        """Visit those words that the article also writes small and that are no common words."""
        lexicons = self._lexicons
        for form in self._document.forms(Shape.LOWER):
            word = bare(form.lower) if "'" in form.lower else form.lower
            if word in wanted and (word not in lexicons.words or word in lexicons.given_names):
                yield word, form.tokens

    def _add_whole(self, name: _Name, first: int, taken: set[int]) -> bool:
        """Note a full name that is written small in part: `Benjamin netanyahu`."""
        document = self._document
        stop = first + len(name.words)
        if first < 0 or any(document.opens_sentence[first + 1 : stop]):
            return False
        texts = document.token_texts[first:stop]
        if tuple(fold(bare(text)) for text in texts) != name.words:
            return False
        self._add_variant(name, first, stop, taken)
        return True

    def _given_name_before(self, index: int) -> int:
        """Return where a surname begins, its given name included: `Antony blinken`."""
        before = self._words.get(index - 1)
        if before is None or before.ends or self._document.opens_sentence[index]:
            return index
        given = is_given_name(before.lower, self._lexicons) or (
            before.lower not in self._lexicons.words
            and before.lower not in self._lexicons.nationalities
            and len(self._inside.get(before.lower, ())) == 1
        )
        return index - 1 if given else index

    def _add_variant(self, name: _Name, first: int, stop: int, taken: set[int]) -> None:
        document = self._document
        starts = document.token_starts
        span = Span(starts[first], starts[stop - 1] + len(bare(document.token_texts[stop - 1])))
        taken.update(range(first, stop))
        name.variants.setdefault(" ".join(span.of(document.text).split()), []).append(span)


def _last_named(names: list[_Name], span: Span) -> _Name:
    """Return the one of several full names that was mentioned last before a place."""

    def last_before(name: _Name) -> int:
        position = bisect_left(name.spans, span)
        return name.spans[position - 1].start if position else -1

    return max(names, key=last_before)
