r"""Remake the lexicon of spun forms: what spinners make of fixed phrases and names.

Every phrase of `scripts/spun/phrases-*.txt` and every name of the lexicons' `institutions.txt` is
respun as programs do it: one member, or two, replaced by what `scripts/spun/thesaurus-*.txt` puts
for it, in the same inflection. A form stays out that

- stands in clean news (`clean.onestop_adv`, `clean.bbc2005`, where they are beside the repository);
- is a phrase or name of its own;
- has all its new pairs of words among the 243,000 most frequent pairs of the web.

Quiet, which is to say counted in the company of other forms and never reported alone, is what
`scripts/spun/honest*.txt` list; what has all its new pairs among the two million of PocketSphinx's
language model; and what has a word put for one that the model gives much the same neighbours.

    python -m pip install --target packages lemminflect==0.2.3 symspellpy==6.10.1 \
        pocketsphinx==5.1.1
    PYTHONPATH=packages python scripts/build_spun.py \
        --bigrams packages/symspellpy/frequency_bigramdictionary_en_243_342.txt

Read the diff before committing. `docs/spun.md` tells how to add a phrase or a swap.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk import lexicons
from copydesk.lexicons.spun import LONGEST
from spun.inflection import inflected, surfaces
from spun.said import Speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = ROOT / "scripts" / "spun"
OUTPUT: Final = ROOT / "app" / "copydesk" / "lexicons" / "data"
DATA: Final = ROOT.parent / "shared" / "eval" / "data"
# Swaps of another sense, and those near the right one.
FAR: Final = "thesaurus-far-*.txt"
NEAR: Final = "thesaurus-near*.txt"
FILTERS: Final = ("clean.onestop_adv", "clean.bbc2005")
NAMES: Final = ("spun-forms", "spun-rights")
TITLES: Final = (
    """\
# Phrases and names of news as rewriting programs print them, by two words of theirs: the first;
# then, parted by ||, the second with the forms that hold both (~ stands for the two), parted by |,
# each with the number of the right wording, its kind (phrase, name, time, verb), its level (error,
# warning, info, quiet) and, where needed, what must stand next to it
""",
    """\
# What rewriting programs had read where they print the forms of spun-forms.txt, which names these
# lines by their number, from 0
""",
)
HEADER: Final = """\
# Source: built from scripts/spun, which is written by hand for Copydesk
# Licence: Apache-2.0
# Built: scripts/build_spun.py
"""
PAIR: Final = "~"
NEXT: Final = "||"
MOST_SWAPS: Final = 8  # of one word, the first ones: what follows is seldom printed
MOST_PAIRED: Final = 5  # of each of two words that are replaced at once
MOST_PAIRED_OF_MANY: Final = 2  # in a wording of more than two words
# From how alike two words are (a cosine) anybody may put one for the other: `law`, `legislation`.
# At 0.1, as many respun words of the damaged set were found, at half as many alarms again.
ALIKE: Final = 0.06
_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SMALL: Final = frozenset("of the and for in on to a an at by de la el du des al".split())


class Phrase(NamedTuple):
    """A fixed wording: its words, what kind it is, and whether any swap in it is surely wrong."""

    words: tuple[str, ...]
    kind: str  # phrase, name, time
    fixed: bool


class Form(NamedTuple):
    """A respun wording."""

    words: tuple[str, ...]
    right: str
    kind: str
    level: str
    condition: str


def lines(pattern: str) -> Iterator[list[str]]:
    """Read the tab-separated lines of the sources whose name matches, comments left out."""
    for path in sorted(SOURCES.glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = line.partition("#")[0].rstrip()
            if text:
                yield text.split("\t")


def thesaurus(pattern: str) -> dict[str, dict[str, list[str]]]:
    """Return, for each part of speech, what is put for each headword, the commonest first."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for head, part, swaps in lines(pattern):
        held = found[part][head]
        held += [
            swap for one in swaps.split(",") if (swap := one.strip().lower()) and swap not in held
        ]
    return found


def far_swaps() -> dict[str, dict[str, list[str]]]:
    """Return the swaps of another sense; what anybody lists as near the right one is none."""
    near = thesaurus(NEAR)
    return {
        part: {
            head: [swap for swap in swaps if swap not in near[part].get(head, ())]
            for head, swaps in heads.items()
        }
        for part, heads in thesaurus(FAR).items()
    }


def phrases() -> Iterator[Phrase]:
    """Read the fixed phrases, and the names of the lexicons."""
    for cells in lines("phrases-[!w]*.txt"):
        text, kind = cells[0], cells[1] if len(cells) > 1 else "phrase"
        for one in text.lstrip("!").split(","):
            yield Phrase(tuple(one.split()), kind, fixed=text.startswith("!"))
    for part, heads in far_swaps().items():
        for head in heads:
            if " " in head:
                for surface in surfaces(head, part).values():
                    yield Phrase(tuple(surface.split()), "phrase", fixed=True)
    for name in lexicons.load().institutions.values():
        yield Phrase(tuple(name.split()), "name", fixed=True)


def unread() -> Iterator[tuple[str, ...]]:
    """Visit the phrases that were written too fast to be respun: they are English, no more."""
    for cells in lines("phrases-wide-*.txt"):
        for one in cells[0].lstrip("!").split(","):
            yield tuple(one.lower().split())


def wordy(entries: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Form]:
    """Visit the swaps of several words by themselves: `court docket` for `court`, anywhere."""
    for part, heads in entries.items():
        for head, swaps in heads.items():
            if " " in head:
                continue
            for feature, surface in surfaces(head, part).items():
                for swap in swaps:
                    words = (inflected(swap, part, feature) or "").split()
                    if len(words) > 1:
                        yield Form(tuple(words), surface, "phrase", "info", "")


class Speller:
    """Finds what may be put for a word as it stands in a phrase."""

    def __init__(self, entries: Mapping[str, Mapping[str, list[str]]]) -> None:
        """Index the inflected forms of all headwords."""
        self._entries = entries
        self._known: dict[str, list[str]] = {}
        self._heads: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for part, heads in entries.items():
            for head in heads:
                for feature, surface in surfaces(head, part).items():
                    self._heads[surface].append((head, part, feature))

    def swaps(self, word: str) -> list[str]:
        """Return what spinners put for `word`, inflected as it is."""
        lower = word.lower()
        if lower in self._known:
            return self._known[lower]
        found = self._known[lower] = []
        for head, part, feature in self._heads.get(lower, ()):
            for swap in self._entries[part][head][:MOST_SWAPS]:
                surface = inflected(swap, part, feature)
                if surface and surface != lower and surface not in found:
                    found.append(surface)
        return found


def respun(phrase: Phrase, speller: Speller) -> Iterator[tuple[tuple[str, ...], int]]:
    """Visit the forms of a phrase, with how many of its words were replaced."""
    lower = tuple(word.lower() for word in phrase.words)
    # A headword of several words has what is put for all of them.
    for swap in speller.swaps(" ".join(lower)) if len(lower) > 1 else ():
        yield tuple(swap.split()), len(lower)
    choices = [[] if word in _SMALL else speller.swaps(word) for word in lower]
    for index, swaps in enumerate(choices):
        for swap in swaps:
            yield (*lower[:index], *swap.split(), *lower[index + 1 :]), 1
    paired = MOST_PAIRED if len(lower) == 2 else MOST_PAIRED_OF_MANY
    for first, second in itertools.combinations(range(len(lower)), 2):
        for one, other in itertools.product(choices[first][:paired], choices[second][:paired]):
            words = (
                *lower[:first],
                *one.split(),
                *lower[first + 1 : second],
                *other.split(),
                *lower[second + 1 :],
            )
            yield words, 2


def clean_grams() -> set[tuple[str, ...]]:
    """Return the sequences of two to six words of the clean sets; none where these are missing."""
    grams: set[tuple[str, ...]] = set()
    for name in FILTERS:
        path = DATA / f"{name}.jsonl"
        if not path.exists():
            print(f"{name} is missing: forms are not checked against it.")
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            words = [
                word.replace("’", "'") for word in _WORD.findall(json.loads(line)["text"].lower())
            ]
            for size in range(2, 7):
                grams.update(zip(*(words[start:] for start in range(size)), strict=False))
    return grams


def level_of(phrase: Phrase, swapped: int) -> str:
    """Grade a form: two blind swaps are no accident; one in a loose phrase may be meant."""
    if phrase.kind == "name":
        return "error" if swapped > 1 else "warning"
    if sum(word.lower() not in _SMALL for word in phrase.words) == 1:
        return "info"  # "at sea", "on duty": too short to be sure
    if phrase.fixed:
        return "warning"
    return "warning" if swapped > 1 else "info"


def habits() -> Iterator[Form]:
    """Read the forms that were written down whole."""
    echoes = {cells[0]: cells[1] if len(cells) > 1 else "" for cells in lines("echoes.txt")}
    respun_again = re.compile(rf"\b(?:{'|'.join(map(re.escape, echoes))})\b")
    for cells in lines("habits-*.txt"):
        text, right, kind, level, *condition = cells
        skipped = 0
        for words in itertools.product(*(group.split("/") for group in text.split())):
            spread = tuple(" ".join(words).replace("_", " ").lower().split())
            if not 1 < len(spread) <= LONGEST:
                skipped += 1
                continue
            chosen = right
            for place, word in enumerate(words, 1):
                said = respun_again.sub(lambda echo: echoes[echo[0]], word.replace("_", " "))
                chosen = chosen.replace(f"${place}", " ".join(said.split()))
            chosen = " ".join(chosen.split())
            if spread != tuple(chosen.lower().split()):
                yield Form(spread, chosen, kind, level, condition[0] if condition else "")
        if skipped:
            print(f"{skipped} forms of a habit have not two to {LONGEST} words: {text[:60]}")


def anchor(words: tuple[str, ...], known: lexicons.Lexicons, speech: Speech) -> tuple[str, str]:
    """Return the pair of words by which a form is looked up: what texts hold most seldom."""
    return min(
        itertools.pairwise(words),
        key=lambda pair: (
            speech.says(pair),
            min(map(known.zipf, pair)),
            sum(map(known.zipf, pair)),
            pair,
        ),
    )


def spun_of(phrase: Phrase, speller: Speller) -> Iterator[tuple[Form, list[tuple[str, str]]]]:
    """Visit the forms of a phrase, each with its pairs of words that the phrase has not."""
    lower = tuple(word.lower() for word in phrase.words)
    for words, swapped in respun(phrase, speller):
        if 1 < len(words) <= LONGEST and words != lower:
            fresh = [
                pair
                for pair in itertools.pairwise(words)
                if not (pair[0] in lower and pair[1] in lower)
            ]
            right, level = " ".join(phrase.words), level_of(phrase, swapped)
            yield Form(words, right, phrase.kind, level, ""), fresh


def doubted(phrase: Phrase, speller: Speller) -> Iterator[tuple[Form, list[tuple[str, str]]]]:
    """Visit the forms that swaps near the right sense make, too: all of them are quiet."""
    if phrase.kind != "name":
        for form, fresh in spun_of(phrase, speller):
            yield form._replace(level="quiet"), fresh


class Sieve:
    """Refuses what others write, and hushes what somebody may mean."""

    def __init__(
        self, bigrams: Mapping[tuple[str, str], int], speech: Speech, every: list[Phrase]
    ) -> None:
        """Gather the evidence."""
        self.refused: Counter[str] = Counter()
        self.clean = clean_grams()
        self._bigrams = bigrams
        self._speech = speech
        self._own = {tuple(word.lower() for word in phrase.words) for phrase in every}
        self._own |= set(unread())
        self._names = {
            tuple(word.lower() for word in phrase.words)
            for phrase in every
            if phrase.kind == "name"
        }
        self._honest = {tuple(cells[0].lower().split()) for cells in lines("honest*.txt")}

    def sift(self, form: Form, fresh: list[tuple[str, str]]) -> Form | None:
        """Return the form of a phrase as sure as it is, None where others write it."""
        is_name = form.kind == "name"
        if form.words in (self._names if is_name else self._own):
            reason = "a phrase of its own"
        elif form.words in self.clean:
            reason = "in clean news"
        elif not is_name and all(pair in self._bigrams for pair in fresh):
            reason = "frequent on the web"
        elif form.words in self._honest or (
            not is_name and (all(map(self._speech.says, fresh)) or self._is_near(form))
        ):
            return form._replace(level="quiet")
        else:
            return form
        self.refused[reason] += 1
        return None

    def _is_near(self, form: Form) -> bool:
        right = form.right.lower().split()
        return len(right) == len(form.words) and any(
            self._speech.likeness(meant, printed) >= ALIKE
            for meant, printed in zip(right, form.words, strict=True)
            if meant != printed
        )

    def sift_habit(self, form: Form) -> Form | None:
        """Return a form that was written down whole: what people say needs more to be sure."""
        if form.words in self.clean and not form.condition:
            print(f"A habit stands in clean news, it needs a condition: {' '.join(form.words)}")
            return None
        said = form.kind != "name" and all(map(self._speech.says, itertools.pairwise(form.words)))
        unsure = form.level == "info" or (len(form.words) == 2 and not form.condition)
        hushed = form.words in self._honest or (said and unsure)
        return form._replace(level="quiet") if hushed else form

    def sift_wordy(self, form: Form) -> Form | None:
        """Return a swap of several words, None where others write it."""
        if form.words in self.clean or form.words in self._honest or form.words in self._own:
            return None
        if all(pair in self._bigrams for pair in itertools.pairwise(form.words)):
            self.refused["frequent on the web"] += 1
            return None
        return form


def build(bigrams: Mapping[tuple[str, str], int], speech: Speech) -> list[Form]:
    """Respin everything, and keep what nobody else writes."""
    far, near = Speller(far_swaps()), Speller(thesaurus("thesaurus-*.txt"))
    of_names = Speller(thesaurus(FAR))
    every = list(phrases())
    sieve = Sieve(bigrams, speech, every)
    best: dict[tuple[tuple[str, ...], bool], Form] = {}  # a name can be a phrase in small letters
    for phrase in every:
        speller = of_names if phrase.kind == "name" else far
        for form, fresh in itertools.chain(spun_of(phrase, speller), doubted(phrase, near)):
            kept = sieve.sift(form, fresh)
            key = form.words, phrase.kind == "name"
            if kept and (key not in best or _RANK[kept.level] > _RANK[best[key].level]):
                best[key] = kept
    for form in wordy(far_swaps()):
        kept = sieve.sift_wordy(form) if (form.words, False) not in best else None
        if kept:
            best[form.words, False] = kept
    for form in sorted(habits(), key=lambda form: _RANK[form.level]):  # the surest is the last
        kept = sieve.sift_habit(form)
        if kept:
            best[form.words, form.kind == "name"] = kept
    print(f"{len(every)} phrases and names, {len(best)} forms; refused: {dict(sieve.refused)}")
    print(Counter((form.kind, form.level) for form in best.values()))
    return list(best.values())


_RANK: Final = {"quiet": 0, "info": 1, "warning": 2, "error": 3}


def written(forms: list[Form], speech: Speech) -> tuple[str, str]:
    """Return the bodies of the two data files: a line for each first word, and the right wordings.

    A form names its right wording by its number, and its pair of words by a sign.
    """
    known = lexicons.load()
    rights = sorted({form.right for form in forms})
    number = {right: str(index) for index, right in enumerate(rights)}
    by_pair: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form in forms:
        pair = anchor(form.words, known, speech)
        place = list(itertools.pairwise(form.words)).index(pair)
        text = " ".join((*form.words[:place], PAIR, *form.words[place + 2 :]))
        cells = [text, number[form.right], form.kind[0] + form.level[0]]
        if form.condition:
            cells.append(form.condition)
        by_pair[pair].append(">".join(cells))
    groups: dict[str, list[str]] = defaultdict(list)
    for (first, second), held in sorted(by_pair.items()):
        groups[first].append("|".join((second, *sorted(held))))
    body = "".join(f"{first}\t{NEXT.join(found)}\n" for first, found in groups.items())
    return body, "\n".join(rights) + "\n"


def main() -> None:
    """Write the data file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--bigrams", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT, metavar="FOLDER")
    options = parser.parse_args()
    bigrams: dict[tuple[str, str], int] = {}
    for line in options.bigrams.read_text(encoding="utf-8-sig").splitlines():
        first, second, count = line.split()
        bigrams[first, second] = int(count)
    speech = Speech()
    forms = build(bigrams, speech)
    for name, title, body in zip(NAMES, TITLES, written(forms, speech), strict=True):
        (options.output / f"{name}.txt").write_text(title + HEADER + body, encoding="utf-8")


if __name__ == "__main__":
    main()
