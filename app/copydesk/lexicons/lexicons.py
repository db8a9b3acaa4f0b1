"""The lexicons as one frozen value, and the function that loads them.

Keys are lower-case throughout, and tokens are asked for by their lower-case form. A possessive
(`netanyahu's`) and a curly apostrophe (`don’t`) are understood by `is_word`, `name` and
`ambiguous_name`; every other collection holds bare words and phrases.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from itertools import chain, filterfalse
from math import inf
from types import MappingProxyType
from typing import Final

from copydesk.lexicons.files import columns, entries, keyed

# Shorter parts (`Xi`, `Min`, `Sen`) are more often something else when they are written small.
_SHORTEST_PART: Final = 4
_ARTICLES: Final = ("al-", "el-")
# Given names somewhere (Van, Del, Un), but small inside other names: `Mr van Rompuy`.
_NAME_PARTICLES: Final = frozenset(
    "al bin da das de del della der di do dos du el la las le les los ten ter un van von".split()
)


_SHORTEST_STEM: Final = 4
_COMMON: Final = 4.0
_PREFIXES: Final = frozenset(
    "aero agro anti astro audio auto bio biblio cardio co counter cross crypto cyber de demi "
    "dis down eco electro endo ethno euro ex extra fore geo gyro hydro hyper immuno infra inter "
    "intra kilo macro mega meta micro mid mini mis mono multi nano neo neuro non omni ortho out "
    "over para petro pharma photo poly post pre pro proto pseudo psycho quasi radio re retro "
    "self semi socio step sub super techno tele thermo trans tri turbo ultra un under uni up "
    "vice video".split()
)
_SUFFIXES: Final = frozenset(
    "able ably athon bound centric craft ed edly er ers ery es est fest free friendly ful fuls "
    "gate holic hood ible ier iest ification ified ify ing ings ise ised iser isers ises ish "
    "ishly ising isation isations ism isms ist ists itis ity ive ize ized izer izers izes izing "
    "ization izations less lessly lessness like logist logists logy ly maker makers making men "
    "ment ments monger mongers ness nik niks nomics ology ors ous phile philes phobe phobia "
    "phobic proof ship ships speak sphere ster sters style tion ware wise woman women worthy "
    "y".split()
)


class Safety(IntEnum):
    """How sure it is that a name written small is an error, whatever stands beside it."""

    POSSIBLE = 1
    """Rare names: ask for more evidence (a capitalised neighbour, another mention)."""
    LIKELY = 2
    """Names known from one source, or with a rare small use."""
    CERTAIN = 3
    """Names that two sources or an editor vouch for."""


class NameKind(StrEnum):
    """What a name of two words or more names."""

    PLACE = "place"
    ORGANISATION = "organisation"
    """States' bodies, courts, parties, associations, universities, churches."""
    COMPANY = "company"
    MEDIA = "media"
    CLUB = "club"
    EVENT = "event"
    """Wars, holidays, tournaments, leagues, awards, eras."""
    LAW = "law"
    """Laws, treaties, programmes."""
    WORK = "work"
    """Books, films, wares, software, indices."""


_NAME_SOURCES: Final = {
    Safety.POSSIBLE: ("people", "places", "dictionary"),
    Safety.LIKELY: ("people", "places", "dictionary"),
    Safety.CERTAIN: ("places", "dictionary"),
}
_LEVELS: Final = {"possible": Safety.POSSIBLE, "likely": Safety.LIKELY, "": Safety.CERTAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """All word lists. Collections can be used directly where an index is asked for candidates."""

    words: frozenset[str]
    """English words that are (also) written small: full forms, all spellings, new words."""
    names: Mapping[str, str]
    """Lower-case to canonical form, for names that are no word: `nato` to `NATO`."""
    ambiguous_names: Mapping[str, str]
    """The same for names that are also a word: `may` to `May`; not `said`, nor `more`."""
    safeties: Mapping[str, Safety]
    """How safe the entries of `names` are that are more than possible."""
    frequencies: Mapping[str, float]
    """Zipf frequency (occurrences in a billion words, decimal logarithm) of frequent words."""
    given_names: frozenset[str]
    """Given names that are no word: `antony`, not `mark`."""
    surnames: frozenset[str]
    """Family names of the persons in `canonical_people` that are no word: `blinken`, not `may`."""
    ambiguous_person_names: frozenset[str]
    """Given names and surnames that are also a word: `mark`, `brown`.

    Function words and particles of names (`van`, `de`) are left out.
    """
    canonical_people: Mapping[str, str]
    """Full names of people in the news: `benjamin netanyahu` to `Benjamin Netanyahu`."""
    institutions: Mapping[str, str]
    """Names of two words or more: `supreme court` to `Supreme Court`."""
    institution_kinds: Mapping[str, NameKind]
    """What each of `institutions` names."""
    doubtful_institutions: Mapping[str, Safety]
    """Those of `institutions` that are less than certain; see `institution_safety`."""
    institutions_by_word: Mapping[str, tuple[tuple[str, ...], ...]]
    """`institutions` as lower-case tokens of a `Document`, by their rarest word.

    `sachs` to `(("goldman", "sachs"),)`: ask the index for these words, then compare neighbours.
    """
    small_phrases: frozenset[str]
    """Phrases in which a name stands small rightly: `french fries`."""
    written_small: frozenset[str]
    """Words that look like names and are written small on purpose: `adidas`."""
    determiners: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    """Forms of be, have and do, with their negations and contractions."""
    modals: frozenset[str]
    function_words: frozenset[str]
    """The six sets above and the particles that belong to none of them."""
    reporting_verbs: frozenset[str]
    """Finite and -ing forms of verbs of saying."""
    verbs_needing_addressee: frozenset[str]
    """Verbs of saying that take the hearer as object: `told`."""
    person_titles: frozenset[str]
    """Words and phrases before a person's name: `prime minister`, `mr`, `colonel`."""
    weekdays: frozenset[str]
    months: frozenset[str]
    nationalities: frozenset[str]
    """Adjectives and nouns of nation, language and region: `israeli`, `israelis`, `french`."""
    units: frozenset[str]
    abbreviations: frozenset[str]
    """With their full stops: the two sets below together."""
    leading_abbreviations: frozenset[str]
    """Those that a name or a number follows, so that they hardly end a sentence: `mr.`, `oct.`."""
    closing_abbreviations: frozenset[str]
    """Those that may also end a sentence: `u.n.`, `inc.`, `a.m.`."""
    comment_form: Mapping[str, tuple[str, ...]]
    """Strings of WordPress comment forms by locale, case-folded, white space collapsed."""

    def is_word(self, lower: str) -> bool:
        """Tell whether `lower` is an English word that is (also) written small."""
        if lower in self.words:
            return True
        plain = lower.replace("’", "'")
        if not plain.isascii():
            plain = unicodedata.normalize("NFKC", plain)  # ligatures as in `oﬃce`
        return plain in self.words or _split_possessive(plain)[0] in self.words

    def is_formed(self, lower: str) -> bool:
        """Tell whether an unknown token is built of known parts: `astrotourism`, `birthweight`.

        New words are built so; most names are not. Meant for tokens that are neither word nor name.
        """
        stem = _split_possessive(lower)[0].replace("’", "'")
        if "-" in stem:
            parts = [part for part in stem.split("-") if part]
            return all(p in self.words or p in _PREFIXES or self.is_formed(p) for p in parts)
        if stem in self.names:
            return False
        return any(self._joined(stem[:cut], stem[cut:]) for cut in range(2, len(stem)))

    def _joined(self, head: str, tail: str) -> bool:
        if tail in _SUFFIXES and len(head) >= _SHORTEST_STEM:
            return head in self.words or f"{head}e" in self.words or f"{head[:-1]}y" in self.words
        if len(tail) < _SHORTEST_STEM or tail not in self.words:
            return False
        if head in _PREFIXES:
            return True
        # Rare words hide in surnames (`good` + `win`), common ones seldom.
        return (
            len(head) >= _SHORTEST_STEM
            and head in self.words
            and min(self.zipf(head), self.zipf(tail)) >= _COMMON
        )

    def name(self, lower: str) -> str | None:
        """Return the canonical form of a name that must not be written small, or None."""
        return _cased(self.names, lower)

    def ambiguous_name(self, lower: str) -> str | None:
        """Return the canonical form of a name that is also a common word, or None."""
        return _cased(self.ambiguous_names, lower)

    def name_safety(self, lower: str) -> Safety | None:
        """Return how safe the entry of `name(lower)` is; None where there is no such name."""
        key = lower if lower in self.names else _split_possessive(lower)[0]
        return self.safeties.get(key, Safety.POSSIBLE) if key in self.names else None

    def institution_safety(self, lower: str) -> Safety | None:
        """Return how safely the name `lower` of `institutions` is an error with all words small.

        Certain: never right (`new york`). Likely: hardly ever. Possible: also common words, or
        written small by some newspapers (`high court`), so that more evidence is needed. It says
        nothing of a name that is small in part: that is many newspapers' style (`Labour party`).
        """
        if lower not in self.institutions:
            return None
        return self.doubtful_institutions.get(lower, Safety.CERTAIN)

    def zipf(self, lower: str) -> float:
        """Return the Zipf frequency of a word (7.7 for `the`), 0.0 where it is not frequent."""
        return self.frequencies.get(lower, 0.0)


def _split_possessive(token: str) -> tuple[str, str]:
    """Split a trailing `'s` or `'` off a token."""
    if token.endswith(("'s", "’s")):
        return token[:-2], token[-2:]
    if token.endswith(("s'", "s’")):
        return token[:-1], token[-1:]
    return token, ""


def _cased(names: Mapping[str, str], lower: str) -> str | None:
    if (known := names.get(lower)) is not None:
        return known
    stem, ending = _split_possessive(lower)
    known = names.get(stem) if ending else None
    return None if known is None else known + ending


def _surnames(people: Iterable[str]) -> set[str]:
    """Take the last word that is neither `Jr.` nor a numeral."""
    found: set[str] = set()
    for person in people:
        parts = person.split()
        while len(parts) > 1 and (parts[-1][-1] == "." or parts[-1].isupper()):
            parts.pop()
        found.add(parts[-1].lower())
    return found


def _keyed(phrases: Iterable[str]) -> Mapping[str, str]:
    return MappingProxyType({phrase.lower(): phrase for phrase in phrases})


def _parts(people: Iterable[str]) -> Iterable[str]:
    """Yield the parts of full names that can stand for the person."""
    for person in people:
        for part in person.split():
            bare = part[len(_ARTICLES[0]) :] if part.startswith(_ARTICLES) else part
            if len(bare) < _SHORTEST_PART or not bare[0].isupper() or bare.endswith("."):
                continue
            if bare.isalpha() and bare.isupper():
                continue  # `VIII`
            yield bare
            if bare is not part:
                yield part


def _name_tables(
    words: frozenset[str], written_small: frozenset[str], people: list[str]
) -> tuple[dict[str, str], dict[str, str], dict[str, Safety]]:
    """Merge the name files: a safer source overrides, and what was written by hand decides."""
    names: dict[str, str] = {}
    safeties: dict[str, Safety] = {}

    def merge(added: Mapping[str, str], safety: Safety) -> None:
        names.update(added)
        safeties.update(dict.fromkeys(added, safety))

    for source in _NAME_SOURCES[Safety.POSSIBLE]:
        names.update(keyed(f"names-{source}-possible"))
    for safety in (Safety.LIKELY, Safety.CERTAIN):
        for source in _NAME_SOURCES[safety]:
            merge(keyed(f"names-{source}-{safety.name.lower()}"), safety)
    merge(_keyed(_parts(people)), Safety.CERTAIN)
    for file in ("names-curated", "nationalities"):
        for line in entries(file):
            form, _, level = line.partition("\t")
            merge({form.lower(): form}, _LEVELS[level])
    unwanted = written_small.union(entries("names-rejected"))
    for key in names.keys() & unwanted:
        del names[key]
        safeties.pop(key, None)
    both = {key: names.pop(key) for key in names.keys() & words}
    # Towns called Here and surnames like Heard say nothing of a common word.
    ambiguous = {key: form for key, form in both.items() if safeties.pop(key, None) is not None}
    return names, ambiguous, safeties


def _frequencies() -> dict[str, float]:
    words, figures = columns("word-frequency")
    # A few dozen figures for forty thousand words: each is one object.
    values = {figure: float(figure) for figure in set(figures)}
    return dict(zip(words, map(values.__getitem__, figures), strict=True))


def _tokens(name: str) -> list[str]:
    """Cut a lower-case name as a `Document` is cut: the marks of `st.`, `workers'` stand alone."""
    words = name.split()
    if "." not in name and "'" not in name:
        return words
    cut: list[str] = []
    for word in words:
        if word[-1] == "'" or (word[-1] == "." and word.count(".") == 1):
            cut += (word[:-1], word[-1])
        else:
            cut.append(word)
    return cut


def _by_rarest_word(
    names: Iterable[str], frequencies: Mapping[str, float]
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Sort names by the word that clean text holds most seldom, so that look-ups mostly miss."""
    objects: dict[str, str] = {}
    one = objects.setdefault  # each word as one object: `national` is in a hundred names
    cut = [tuple([one(word, word) for word in _tokens(name)]) for name in names]
    ranks = {
        word: frequencies.get(word, 0.0) - len(word) / 1000 if word[-1].isalnum() else inf
        for word in objects
    }
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in cut:
        rarest = min(words, key=ranks.__getitem__)
        if rarest in found:
            found[rarest].append(words)
        else:
            found[rarest] = [words]
    return {word: tuple(held) for word, held in found.items()}


@cache
def load() -> Lexicons:
    """Read all data files (about a tenth of a second, once per process)."""
    people = entries("people")
    units = frozenset(entries("units"))
    written_small = frozenset(entries("written-small"))
    # Words that no newspaper prints (`german` of cousins, `henry` the unit) give way to names.
    given_way = frozenset(entries("names-over-words"))
    listed = chain(entries("words"), entries("words-modern"), units, written_small)
    # One set, filled word by word: a union or a copy of a set takes twice the room and time.
    words = frozenset(filterfalse(given_way.__contains__, listed))
    names, ambiguous, safeties = _name_tables(words, written_small, people)
    determiners = frozenset(entries("determiners"))
    prepositions = frozenset(entries("prepositions"))
    pronouns = frozenset(entries("pronouns"))
    conjunctions = frozenset(entries("conjunctions"))
    auxiliaries = frozenset(entries("auxiliaries"))
    modals = frozenset(entries("modals"))
    function_words = determiners.union(
        prepositions, pronouns, conjunctions, auxiliaries, modals, entries("particles")
    )
    addressee = frozenset(entries("reporting-verbs-addressee"))
    months = frozenset(entries("months"))
    reporting_verbs = frozenset(entries("reporting-verbs")) | addressee
    hidden = function_words | reporting_verbs
    given, surnames = set(entries("given-names")), _surnames(people)
    leading = frozenset(entries("abbreviations-leading"))
    closing = frozenset(entries("abbreviations-closing"))
    frequencies = _frequencies()
    institutions, institution_levels, institution_kinds = columns("institutions", width=3)
    institution_keys = [name.lower() for name in institutions]
    kinds = {kind.value: kind for kind in NameKind}
    comment_form: dict[str, tuple[str, ...]] = {}
    for locale, phrase in zip(*columns("comment-form"), strict=True):
        comment_form[locale] = (*comment_form.get(locale, ()), phrase)
    return Lexicons(
        words=words,
        names=MappingProxyType(names),
        ambiguous_names=MappingProxyType(
            {key: form for key, form in ambiguous.items() if key in months or key not in hidden}
        ),
        safeties=MappingProxyType(safeties),
        frequencies=MappingProxyType(frequencies),
        # A copy is half as large as a set that has grown.
        given_names=frozenset(given - words),
        surnames=frozenset(surnames - words),
        ambiguous_person_names=frozenset(
            (given | surnames) & words - function_words - _NAME_PARTICLES
        ),
        canonical_people=_keyed(people),
        institutions=MappingProxyType(dict(zip(institution_keys, institutions, strict=True))),
        institution_kinds=MappingProxyType(
            dict(zip(institution_keys, map(kinds.__getitem__, institution_kinds), strict=True))
        ),
        doubtful_institutions=MappingProxyType(
            {
                key: Safety[level.upper()]
                for key, level in zip(institution_keys, institution_levels, strict=True)
                if level != "certain"
            }
        ),
        institutions_by_word=MappingProxyType(_by_rarest_word(institution_keys, frequencies)),
        small_phrases=frozenset(entries("small-phrases")),
        written_small=written_small,
        determiners=determiners,
        prepositions=prepositions,
        pronouns=pronouns,
        conjunctions=conjunctions,
        auxiliaries=auxiliaries,
        modals=modals,
        function_words=function_words,
        reporting_verbs=reporting_verbs,
        verbs_needing_addressee=addressee,
        person_titles=frozenset(entries("person-titles")),
        weekdays=frozenset(entries("weekdays")),
        months=months,
        nationalities=frozenset(
            line.partition("\t")[0].lower() for line in entries("nationalities")
        ),
        units=units,
        abbreviations=leading | closing,
        leading_abbreviations=leading,
        closing_abbreviations=closing,
        comment_form=MappingProxyType(comment_form),
    )
