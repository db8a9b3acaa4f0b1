"""The lexicons as one frozen value, and the function that loads them.

Keys are lower-case throughout, and tokens are asked for by their lower-case form. A possessive
(`netanyahu's`) and a curly apostrophe (`don’t`) are understood by `is_word`, `name` and
`ambiguous_name`; every other collection holds bare words and phrases.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from copydesk.lexicons.files import columns, entries

# Parts of a personal name that stand small in running text: they are no names by themselves.
_PARTICLES: Final = frozenset(
    "a abu al ap as at ben bin bint d da dal de del della den der des di do dos du e el ibn in la "
    "las le les lo los of oğlu san santa st. te ten ter the und v van ver von y zu zur".split()
)
# Shorter parts (`Xi`, `Bo`, `Li`) are more often something else when they are written small.
_SHORTEST_PART: Final = 3


class Safety(IntEnum):
    """How sure it is that a name written small is an error, whatever stands beside it."""

    POSSIBLE = 1
    """Rare names: ask for more evidence (a capitalised neighbour, another mention)."""
    LIKELY = 2
    """Names known from one source, or with a rare small use."""
    CERTAIN = 3
    """Names that two sources or an editor vouch for."""


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
    """The same for names that are also a word: `may` to `May`."""
    safeties: Mapping[str, Safety]
    """How safe each entry of `names` is."""
    frequencies: Mapping[str, float]
    """Zipf frequency (occurrences in a billion words, decimal logarithm) of frequent words."""
    given_names: frozenset[str]
    surnames: frozenset[str]
    """Family names of the persons in `canonical_people`."""
    canonical_people: Mapping[str, str]
    """Full names of people in the news: `benjamin netanyahu` to `Benjamin Netanyahu`."""
    institutions: Mapping[str, str]
    """Names of two words or more: `supreme court` to `Supreme Court`."""
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
        stem, ending = _split_possessive(lower.replace("’", "'"))
        return stem in self.words or (not ending and lower.replace("’", "'") in self.words)

    def name(self, lower: str) -> str | None:
        """Return the canonical form of a name that must not be written small, or None."""
        return _cased(self.names, lower)

    def ambiguous_name(self, lower: str) -> str | None:
        """Return the canonical form of a name that is also a common word, or None."""
        return _cased(self.ambiguous_names, lower)

    def name_safety(self, lower: str) -> Safety | None:
        """Return how safe the entry of `name(lower)` is; None where there is no such name."""
        known = self.safeties.get(lower)
        return known if known is not None else self.safeties.get(_split_possessive(lower)[0])

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


def _keyed(phrases: Iterable[str]) -> Mapping[str, str]:
    return MappingProxyType({phrase.lower(): phrase for phrase in phrases})


def _parts(people: Iterable[str]) -> Iterable[str]:
    """Yield the parts of full names that can stand for the person."""
    for person in people:
        for part in person.split():
            if len(part) >= _SHORTEST_PART and part.lower() not in _PARTICLES and "." not in part:
                yield part


def _name_tables(
    words: frozenset[str], people: list[str]
) -> tuple[dict[str, str], dict[str, str], dict[str, Safety]]:
    """Merge the name files: a safer source overrides, and what was written by hand decides."""
    names: dict[str, str] = {}
    safeties: dict[str, Safety] = {}

    def merge(forms: Iterable[str], safety: Safety) -> None:
        added = {form.lower(): form for form in forms}
        names.update(added)
        safeties.update(dict.fromkeys(added, safety))

    for safety in Safety:
        for source in _NAME_SOURCES[safety]:
            merge(entries(f"names-{source}-{safety.name.lower()}"), safety)
    merge(_parts(people), Safety.CERTAIN)
    for file in ("names-curated", "nationalities"):
        for line in entries(file):
            form, _, level = line.partition("\t")
            merge((form,), _LEVELS[level])
    for key in names.keys() & frozenset(entries("written-small")):
        del names[key]
    ambiguous = {key: names.pop(key) for key in names.keys() & words}
    return names, ambiguous, {key: safeties[key] for key in names}


def _frequencies() -> dict[str, float]:
    words, figures = columns("word-frequency")
    # A few dozen figures for forty thousand words: each is one object.
    values = {figure: float(figure) for figure in set(figures)}
    return dict(zip(words, map(values.__getitem__, figures), strict=True))


@cache
def load() -> Lexicons:
    """Read all data files (about a tenth of a second, once per process)."""
    people = entries("people")
    words = frozenset(entries("words")) | frozenset(entries("words-modern"))
    # Words that no newspaper prints (`german` of cousins, `henry` the unit) give way to names.
    words -= frozenset(entries("names-over-words"))
    names, ambiguous, safeties = _name_tables(words, people)
    determiners = frozenset(entries("determiners"))
    prepositions = frozenset(entries("prepositions"))
    pronouns = frozenset(entries("pronouns"))
    conjunctions = frozenset(entries("conjunctions"))
    auxiliaries = frozenset(entries("auxiliaries"))
    modals = frozenset(entries("modals"))
    addressee = frozenset(entries("reporting-verbs-addressee"))
    leading = frozenset(entries("abbreviations-leading"))
    closing = frozenset(entries("abbreviations-closing"))
    comment_form: dict[str, tuple[str, ...]] = {}
    for locale, phrase in zip(*columns("comment-form"), strict=True):
        comment_form[locale] = (*comment_form.get(locale, ()), phrase)
    return Lexicons(
        words=words,
        names=MappingProxyType(names),
        ambiguous_names=MappingProxyType(ambiguous),
        safeties=MappingProxyType(safeties),
        frequencies=MappingProxyType(_frequencies()),
        given_names=frozenset(entries("given-names")),
        surnames=frozenset(person.split()[-1].lower() for person in people),
        canonical_people=_keyed(people),
        institutions=_keyed(entries("institutions")),
        small_phrases=frozenset(entries("small-phrases")),
        written_small=frozenset(entries("written-small")),
        determiners=determiners,
        prepositions=prepositions,
        pronouns=pronouns,
        conjunctions=conjunctions,
        auxiliaries=auxiliaries,
        modals=modals,
        function_words=frozenset(
            {
                *determiners,
                *prepositions,
                *pronouns,
                *conjunctions,
                *auxiliaries,
                *modals,
                *entries("particles"),
            }
        ),
        reporting_verbs=frozenset(entries("reporting-verbs")) | addressee,
        verbs_needing_addressee=addressee,
        person_titles=frozenset(entries("person-titles")),
        weekdays=frozenset(entries("weekdays")),
        months=frozenset(entries("months")),
        nationalities=frozenset(
            line.partition("\t")[0].lower() for line in entries("nationalities")
        ),
        units=frozenset(entries("units")),
        abbreviations=leading | closing,
        leading_abbreviations=leading,
        closing_abbreviations=closing,
        comment_form=MappingProxyType(comment_form),
    )
