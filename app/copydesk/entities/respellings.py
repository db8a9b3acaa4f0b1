"""Two spellings of one name: `Netanyhau` among five `Netanyahu`, `Kiev` beside `Kyiv`.

Names that look alike are mostly two names: of relatives, of a land and its people, of one and
many. Two spellings count as one name where nothing sets them apart (another given name, an
ending that means something) and where something ties them: the same given name, a spelling that
no list of names knows, letters that only lost their accents, or a known transliteration.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.entities.given import is_given_name
from copydesk.entities.likeness import Likeness, initial, likeness, plain
from copydesk.lexicons import Safety
from copydesk.text.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from copydesk.entities.names import Name, Place
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document
    from copydesk.text.tokens import Form

_SHORTEST: Final = 4
_SHORTEST_SLIP: Final = 6  # shorter words that differ in a letter are mostly two words
_LONGEST: Final = 40
_WIDEST: Final = 2  # letters by which two spellings differ in length
_MOST_ALIKE: Final = 60  # words with one initial that are compared: keeps time linear
_LONG: Final = 8  # letters; such words are seldom alike by chance
_OFTEN: Final = 3  # times as often, for an unknown spelling to be the usual one
_VOWELS: Final = frozenset("aeiouy")
_MEANINGFUL: Final = frozenset("aein")  # last letters that make another word: `Syrian`, `Israeli`
_TRANSLITERATIONS: Final = tuple(
    frozenset(line.split())
    for line in """
        ashgabat ashkhabad
        basra basrah
        chernigov chernihiv
        chernobyl chornobyl
        dnepropetrovsk dnipropetrovsk
        dostoevsky dostoyevsky
        falluja fallujah
        gaddafi gadhafi kadafi kadhafi khadafi qadhafi qaddafi
        gorbachev gorbachov
        hezbollah hizballah hizbollah hizbullah
        houthi huthi
        idleb idlib
        jeddah jiddah
        kharkiv kharkov
        khrushchev khrushchov
        kiev kyiv
        koran quran
        lukashenka lukashenko
        lviv lvov
        mecca makkah
        medina madinah
        mykolaiv nikolaev nikolayev
        nasrallah nasrullah
        odesa odessa
        peshmerga peshmarga
        rouhani rohani ruhani
        teheran tehran
        timoshenko tymoshenko
        yanukovich yanukovych
        yushchenko yuschenko
        zaporizhia zaporizhzhia zaporozhye
        zelenski zelenskiy zelensky zelenskyi zelenskyy
    """.strip().splitlines()
)
_VARIANTS_OF: Final = {word: line for line in _TRANSLITERATIONS for word in line}


@dataclass(frozen=True, slots=True)
class Respelling:
    """Two spellings of one name or of one word of it, each with its places in order."""

    usual: str
    rare: str
    usual_places: tuple[Place, ...]  # none where only the request writes it so
    rare_places: tuple[Place, ...]
    likeness: Likeness | None  # None for known transliterations that are little alike
    is_known: bool
    """Whether lists of names know the rare spelling, too."""
    shared: str
    """Another word of the name that both stand with, lower-cased; empty if there is none."""


_OTHERWISE: Final = (("-", " "), ("-", ""), ("'", ""))


class _Word(NamedTuple):
    """A word of the article's names."""

    lower: str
    plain: str  # without accents, without `al-`
    ends: list[Name]  # names that it ends, or is
    begins: list[Name]  # longer names that it begins

    @property
    def companions(self) -> frozenset[str]:
        """The other words of its names."""
        names = (*self.ends, *self.begins)
        return frozenset(word for name in names for word in name.words if word != self.lower)


class Respellings:
    """Finds pairs of spellings and makes one name of two."""

    def __init__(
        self, document: Document, lexicons: Lexicons, capitals: Mapping[int, Form]
    ) -> None:
        """Keep what is known of the article's capitals."""
        self._document = document
        self._lexicons = lexicons
        self._capitals = capitals
        self._requested = {fold(word): word for name in document.names for word in name.split()}

    def join(self, names: list[Name]) -> tuple[list[Name], tuple[Respelling, ...]]:
        """Return the names, those in a rare spelling joined to the usual ones, and the pairs."""
        found: dict[str, Respelling] = {}
        gone: set[int] = set()
        for usual_name, rare_name in self._joinings(names):
            found[fold(rare_name.text)] = Respelling(
                usual_name.text,
                rare_name.text,
                tuple(usual_name.places),
                tuple(rare_name.places),
                Likeness.JOINING,
                is_known=False,
                shared="",
            )
            _absorb(usual_name, rare_name)
            gone.add(id(rare_name))
        if gone:
            names = [name for name in names if id(name) not in gone]
        for one, other in self._close(names):
            if one.lower in found or other.lower in found:
                continue
            alike = likeness(one.plain, other.plain)
            if alike is None and one.lower not in _VARIANTS_OF.get(other.lower, ()):
                continue
            usual, rare = self._sorted(one, other)
            respelling = self._judged(usual, rare, alike)
            if respelling is not None:
                found[rare.lower] = respelling
                gone.update(_merged(usual, rare, respelling.shared))
        if not found:
            return names, ()
        left = [name for name in names if id(name) not in gone]
        pairs = sorted(found.values(), key=lambda respelling: respelling.rare_places)
        return left, tuple(pairs)

    # --- joinings ---------------------------------------------------------------------------

    def _joinings(self, names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
        """Visit names that differ in hyphens and apostrophes alone, the usual one first."""
        joined = [
            name for name in names if "-" in (text := name.text) or "'" in text or "’" in text
        ]
        if not joined:
            return
        by_text = {fold(name.text): name for name in names}
        taken: set[int] = set()
        for name in joined:
            text = fold(name.text)
            for mark, instead in _OTHERWISE:
                other = by_text.get(text.replace(mark, instead))
                if other is None or other is name or {id(name), id(other)} & taken:
                    continue
                if not name.places or not other.places or self._is_compound(name.text):
                    continue
                if name.text.isupper() or other.text.isupper():  # a headline
                    continue
                taken.update((id(name), id(other)))
                yield (name, other) if self._weight(name) >= self._weight(other) else (other, name)

    def _weight(self, name: Name) -> tuple[bool, int]:
        return name.text in self._document.names, len(name.places)

    def _is_compound(self, text: str) -> bool:
        """Tell whether a hyphen only ties two words: `Asia-Pacific`, `North-East`."""
        lexicons = self._lexicons
        parts = text.split("-")
        if len(parts) == 1 or parts[-1][:1].islower() or fold(text) in lexicons.names:
            return False
        return all(
            part in lexicons.words
            or part in lexicons.nationalities
            or lexicons.safeties.get(part) is Safety.CERTAIN
            for part in fold(text).replace("-", " ").split()
        )

    # --- pairs ------------------------------------------------------------------------------

    def _close(self, names: Iterable[Name]) -> Iterator[tuple[_Word, _Word]]:
        """Visit the pairs of words that may be one."""
        buckets: defaultdict[str, list[_Word]] = defaultdict(list)
        for word in self._words(names):
            buckets[initial(word.plain)].append(word)
        for bucket in buckets.values():
            for one, other in combinations(bucket[:_MOST_ALIKE], 2):
                if abs(len(one.plain) - len(other.plain)) <= _WIDEST:
                    yield one, other

    def _words(self, names: Iterable[Name]) -> Iterator[_Word]:
        """Visit the words that begin or end a name and are no common words."""
        ends: defaultdict[str, list[Name]] = defaultdict(list)
        begins: defaultdict[str, list[Name]] = defaultdict(list)
        for name in names:
            words = name.words
            ends[words[-1]].append(name)
            if len(words) > 1:
                begins[words[0]].append(name)
        common, nationalities = self._lexicons.words, self._lexicons.nationalities
        for lower in ends | begins:
            if lower in common or not _SHORTEST <= len(lower) <= _LONGEST or lower in nationalities:
                continue
            stem = lower
            if not lower.isalpha():
                stem = lower.removeprefix("al-").removeprefix("el-")
                if len(stem) < _SHORTEST or not stem.isalpha() or stem in common:
                    continue
            yield _Word(lower, plain(stem), ends.get(lower, []), begins.get(lower, []))

    def _count(self, lower: str) -> int:
        document = self._document
        return len(document.words.get(lower, ())) + len(document.possessives.get(lower, ()))

    def _sorted(self, one: _Word, other: _Word) -> tuple[_Word, _Word]:
        """Return the usual spelling first: what the request, the article, the lists prefer."""

        def weight(word: _Word) -> tuple[bool, int, bool, bool]:
            known = word.lower in self._lexicons.names
            requested = word.lower in self._requested
            return requested, self._count(word.lower), known, bool(word.companions)

        return (other, one) if weight(other) > weight(one) else (one, other)

    # --- are they one? ------------------------------------------------------------------------

    def _judged(self, usual: _Word, rare: _Word, alike: Likeness | None) -> Respelling | None:
        """Return the pair, if the two are one name."""
        if ("-" in rare.lower) != ("-" in usual.lower) and alike is Likeness.ACCENTS:
            return None  # Bashar al-Assad is Assad at his second mention
        transliterated = rare.lower in _VARIANTS_OF.get(usual.lower, ())
        if rare.lower in self._requested or rare.lower in self._document.dictionary:
            return None
        companions = usual.companions, rare.companions
        shared = min(companions[0] & companions[1], default="")
        if not shared and (rare.begins or (companions[1] and companions[0]) or not usual.ends):
            return None  # other people, another company
        known = rare.lower in self._lexicons.names
        if not transliterated and alike is not Likeness.ACCENTS:
            if rare.begins:
                slip = shared != "" and _is_given_slip(usual, rare, alike, known=known)
            else:
                slip = self._is_slip(usual, rare, alike, shared=shared, known=known)
            if not slip:
                return None
        usual_text, usual_places = self._places(usual.lower)
        rare_text, rare_places = self._places(rare.lower)
        if not rare_places or (rare_text.isupper() and alike is not Likeness.ACCENTS):
            return None  # acronyms differ in a letter
        return Respelling(
            self._requested.get(usual.lower, usual_text),
            rare_text,
            usual_places,
            rare_places,
            alike,
            known,
            shared,
        )

    def _is_slip(
        self, usual: _Word, rare: _Word, alike: Likeness | None, *, shared: str, known: bool
    ) -> bool:
        """Tell whether a surname or place is the usual one misspelt."""
        is_full = any(
            len(name.words) > 1 and is_given_name(name.words[0], self._lexicons)
            for name in usual.ends
        )
        is_person = is_given_name(shared, self._lexicons)
        if _means_another(usual, rare, is_person=is_person, is_full=is_full):
            return False
        if shared:
            return True
        longest = max(len(usual.plain), len(rare.plain))
        if known or longest < _SHORTEST_SLIP:
            return False
        often, seldom = self._count(usual.lower), self._count(rare.lower)
        if usual.lower in self._requested or often >= _OFTEN * seldom:
            return True
        if seldom > 1:
            return False
        # `Lydia Buchtmann` with her full name, and once `Bauchtman`
        full = bool(usual.companions) and not rare.companions
        near = alike is not Likeness.SOUND and usual.lower in self._lexicons.names
        return longest >= _LONG and (full or near)

    def _places(self, lower: str) -> tuple[str, tuple[Place, ...]]:
        """Return how a word is mostly written with its capital, and where."""
        document, capitals = self._document, self._capitals
        tokens = sorted((*document.words.get(lower, ()), *document.possessives.get(lower, ())))
        forms = [(index, capitals[index].text) for index in tokens if index in capitals]
        starts = document.token_starts
        text = forms[0][1] if forms else lower
        return text, tuple((starts[i], starts[i] + len(word)) for i, word in forms)


def _means_another(usual: _Word, rare: _Word, *, is_person: bool, is_full: bool) -> bool:
    """Tell whether the last letters make two words: Banksys, Syrian, Camilla and Camille."""
    one, other = usual.plain, rare.plain
    if _singular(one) == _singular(other):
        return True
    if other.startswith(one):
        extra = other[len(one) :]
        return extra == "s" or len(extra) > 1 or (extra in _MEANINGFUL and not is_person)
    if one.startswith(other):
        extra = one[len(other) :]
        if extra == "s":  # Bernie Ebbers is one; two of them would have no given name
            return not is_full
        return len(extra) > 1 or (extra in _MEANINGFUL and not is_person)
    return one[-1] != other[-1] and {one[-1], other[-1]} <= _VOWELS and not is_person


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word


def _is_given_slip(usual: _Word, rare: _Word, alike: Likeness | None, *, known: bool) -> bool:
    """Tell whether a given name is the usual one misspelt: relatives have other ones."""
    one, other = usual.plain, rare.plain
    return (
        one[-1] == other[-1]
        and min(len(one), len(other)) >= _SHORTEST_SLIP - 1
        and not one.startswith(other)
        and not other.startswith(one)
        and (not known or alike is not Likeness.LETTER or _differs_in_vowel(one, other))
    )


def _differs_in_vowel(one: str, other: str) -> bool:
    return len(one) == len(other) and all(
        first == second or {first, second} <= _VOWELS
        for first, second in zip(one, other, strict=True)
    )


def _merged(usual: _Word, rare: _Word, shared: str) -> Iterator[int]:
    """Make the names with the rare spelling variants of the usual one, and visit their ids."""
    for name in (*rare.ends, *rare.begins):
        rest = [word for word in name.words if word != rare.lower]
        owners = [
            owner
            for owner in (*usual.ends, *usual.begins)
            if rest == [word for word in owner.words if word != usual.lower]
        ] or [owner for owner in usual.ends if not rest or shared in owner.words]
        if not owners:
            continue
        _absorb(max(owners, key=lambda owner: len(owner.places)), name)
        yield id(name)


def _absorb(owner: Name, name: Name) -> None:
    """Make a name and its variants variants of another."""
    owner.variants.setdefault(name.text, []).extend(name.places)
    for text, places in name.variants.items():
        owner.variants.setdefault(text, []).extend(places)
