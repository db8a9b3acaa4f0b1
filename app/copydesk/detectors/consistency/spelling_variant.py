"""One word is spelt in two ways that are both right: `air strike` and `airstrike`.

## What it does
Compares the words of the article with one another: written together, with a hyphen or apart;
`-ise` and `-ize` on one verb; words that have two spellings (`adviser`, `advisor`). The rarer
spelling is reported, once; its fix writes the usual one in all places. A hyphen that only ties a
pair before its noun (`a long-term plan`, `in the long term`) is right. Quotations have their own
spelling. The pairs are found by rule; only what is written apart, and the words with two
spellings, come from a list, which was written from general knowledge of English.

## Why it matters
Each is right, in different houses. Both in one article show that nobody has read the whole, and a
search finds half of it.

## Flags
- The airstrike failed. A second airstrike hit. The last ⟦air strike⟧ came at dawn.
- They organise games. To ⟦organize⟧ one is hard; organising two is harder.
- She sent an email. His emails came late. One ⟦e-mail⟧ was lost.
- An adviser left. The advisers stayed. One ⟦advisor⟧ slept.
- About 5 per cent came. Of these, 2 per cent left, and 1 ⟦percent⟧ slept.
- It was good in the long term. Over the ⟦long-term⟧, it is bad. In the long term, it is fine.

## Does not flag
- A long-term plan helps in the long term. The plan is long-term.
- They resign. We re-sign the player. A good recovery needs a re-covered chair.
- The World Health Organization likes to organise games. They organise many.
- The airstrike failed. Every airstrike did. “An air strike,” he wrote, “is bad.”
- The prize is his. They prise it open. Its size is good.
- They go ahead. It is a go-ahead. They opt out of the opt-out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.consistency.variants import is_quoted, others, replacement, times
from copydesk.findings import Edit, Family, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

# Nouns that are written in all three ways, and mean the same in each.
_COMPOUNDS: Final = frozenset(
    "air-base air-strike best-seller birth-rate book-shop book-store bus-driver car-maker "
    "care-giver cease-fire chat-room child-care chip-maker church-goer coast-guard counter-attack "
    "court-house crowd-funding cyber-attack cyber-crime cyber-security data-base data-set day-care "
    "drug-maker eye-witness farm-land film-maker film-making fire-arm fire-fighter flood-water "
    "food-stuff foot-path front-runner fund-raiser ground-water half-time health-care home-owner "
    "home-page home-town jet-liner job-seeker land-mine land-owner law-maker life-span life-style "
    "mark-up market-place master-plan mind-set night-club oil-field pay-check pay-day peace-keeper "
    "peace-keeping peace-maker per-cent play-off policy-maker policy-making power-plant "
    "rain-forest river-bank road-block road-map school-children school-teacher sea-bed sea-front "
    "share-holder ship-builder shop-keeper song-writer steel-maker stock-market story-teller "
    "super-power task-force tax-payer team-mate tear-gas text-book time-frame time-line "
    "toy-maker trouble-maker video-game voice-mail war-plane war-ship waste-water water-front "
    "web-page web-site whistle-blower wild-fire wine-maker work-force work-place world-view".split()
)
_TWO_SPELLINGS: Final = """
    acknowledgement acknowledgment
    adviser advisor
    afterward afterwards
    barbecue barbeque
    benefited benefitted
    biased biassed
    café cafe
    cliché cliche
    combating combatting
    dispatch despatch
    dispatched despatched
    façade facade
    focused focussed
    focusing focussing
    fiancé fiance
    fiancée fiancee
    imposter impostor
    judgement judgment
    likable likeable
    movable moveable
    naive naïve
    ok okay
    oriented orientated
    preventative preventive
    protester protestor
    rouble ruble
    sheik sheikh
    sizable sizeable
    spelled spelt
    straightjacket straitjacket
    targeted targetted
    targeting targetting
    toward towards
    tsar czar
    veranda verandah
    wagon waggon
"""
# They begin with what is rare, so that the search leaps.
_HYPHEN: Final = re.compile(r"-(?<=[a-z]-)(?=[a-z])")
_IZE: Final = re.compile(r"iz(?=[aei])")
_PLURAL: Final = ("", "s")
_ENDINGS: Final = tuple("e ed es er ers ing ation ations ational".split())
_SHORTEST_STEM: Final = 3  # of a verb: `prize` and `prise` are two
_SHORTEST_JOINED: Final = 5
_COMMON: Final = 3.5  # Zipf; `resign` is a word of its own, beside `re-sign`
_FEWEST: Final = 3  # places of both spellings together
_MOST: Final = 500  # places of a spelling that are looked at
_NEVER_ALIKE: Final = frozenset(("co-op", "co-ops", "un-ionised", "un-ionized"))


class _Spelling(NamedTuple):
    """One way to write a word: what comes before its ending, and where it stands."""

    base: str
    places: list[tuple[Span, str]]  # each with its ending

    def edits_to(self, other: _Spelling) -> list[Edit]:
        """Write all places in the other way."""
        return [Edit(span, other.base + ending) for span, ending in self.places]


class SpellingVariant(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "spelling-variant"
    family = Family.CONSISTENCY
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Note which words have another spelling."""
        super().__init__(lexicons)
        self._other: dict[str, tuple[str, str]] = {}  # to the two spellings
        for line in _TWO_SPELLINGS.split("\n"):
            pair = line.split()
            if pair:
                one, other = pair
                self._other |= dict.fromkeys(pair, (one, other))
                self._other |= dict.fromkeys((f"{one}s", f"{other}s"), (one, other))
        self._closed = {
            joined + ending: compound
            for compound in _COMPOUNDS
            for joined in (compound.replace("-", ""),)
            for ending in ("", "s")
        }
        self._wanted = frozenset(chain(self._other, self._closed))

    def detect(self, document: Document) -> Iterator[Finding]:
        """Visit the words that may have another spelling in the article."""
        for spellings in self._spellings(document).values():
            yield from self._judged(document, spellings)

    def _spellings(self, document: Document) -> dict[str, list[_Spelling]]:
        """Return words with their spellings, where a look at the index finds more than one."""
        found: dict[str, list[_Spelling]] = {}
        # Twice as fast as the `&` of the two.
        for word in sorted(self._wanted.intersection(document.words)):
            if word in self._closed:
                compound = self._closed[word]
                if compound not in found and _may_vary(document, compound):
                    found[compound] = self._compound(document, compound)
                continue
            one, other = self._other[word]
            endings = ("",) if other == f"{one}s" else _PLURAL  # toward, towards
            if one not in found and _has(document, one, endings) and _has(document, other, endings):
                found[one] = [_spelling(document, base, endings) for base in (one, other)]
        for text in self._marked(document):
            if "-" in text:
                key = text.removesuffix("s")
                if key not in found and key.count("-") == 1 and _may_vary(document, key):
                    found[key] = self._compound(document, key)
            else:
                stem = text[: text.rindex("iz")]
                if (
                    len(stem) >= _SHORTEST_STEM
                    and stem not in found
                    and _has(document, f"{stem}is", _ENDINGS)
                ):
                    both = f"{stem}iz", f"{stem}is"
                    found[stem] = [_spelling(document, base, _ENDINGS) for base in both]
        return found

    @staticmethod
    def _marked(document: Document) -> dict[str, None]:
        """Return the words written small that hold a hyphen or `iz`, in order."""
        texts, starts = document.token_texts, document.token_starts
        found: dict[str, None] = {}
        for pattern in (_HYPHEN, _IZE):
            last = -1
            for match in pattern.finditer(document.text):
                index = bisect_right(starts, match.start()) - 1
                if index == last:
                    continue  # a word can hold any number of hyphens, and be the whole text
                last = index
                text = texts[index]
                if text.islower():
                    found[text] = None
        return found

    def _compound(self, document: Document, key: str) -> list[_Spelling]:
        """Return a compound as it is written together, with its hyphen and apart."""
        head, tail = key.split("-")
        joined = head + tail
        is_listed = key in _COMPOUNDS
        closed = _spelling(document, joined, _PLURAL)
        if not closed.places and not is_listed:
            forms = [document.form(key + ending) for ending in _PLURAL]
            if not any(
                self._is_noun(document, index, index)
                for form in forms
                if form
                for index in form.tokens[:_MOST]
            ):
                return []  # nearly always
        hyphened = _spelling(document, key, _PLURAL)
        if closed.places:
            if not is_listed and self._is_another_word(head, joined, key):
                return []
            return [closed, hyphened, *([_apart(document, head, tail)] if is_listed else [])]
        apart = _apart(document, head, tail)
        if not apart.places:
            return []
        # Before its noun the hyphen is right: it must be a noun itself, as it is apart.
        return [
            hyphened._replace(places=self._nouns(document, hyphened)),
            apart if is_listed else apart._replace(places=self._nouns(document, apart)),
        ]

    def _is_another_word(self, head: str, joined: str, key: str) -> bool:
        lexicons = self.lexicons
        return (
            len(joined) < _SHORTEST_JOINED
            or key in _NEVER_ALIKE
            or (head == "re" and joined[2] != "e" and lexicons.zipf(joined) >= _COMMON)
        )

    def _nouns(self, document: Document, spelling: _Spelling) -> list[tuple[Span, str]]:
        """Keep the places where a compound is a noun."""
        starts = document.token_starts
        kept: list[tuple[Span, str]] = []
        for span, ending in spelling.places:
            first = bisect_right(starts, span.start) - 1
            last = bisect_right(starts, span.end - 1) - 1
            if self._is_noun(document, first, last):
                kept.append((span, ending))
        return kept

    def _is_noun(self, document: Document, first: int, last: int) -> bool:
        """Tell whether words stand between an article and something that is no noun."""
        texts, opens = document.token_texts, document.opens_sentence
        small = self.lexicons.function_words
        if opens[first] or texts[first - 1].lower() not in self.lexicons.determiners:
            return False
        if texts[last] in small:
            return False  # opt out, go ahead
        if last + 1 >= len(texts) or opens[last + 1]:
            return True
        after = texts[last + 1]
        return not after[0].isalnum() or after.lower() in small

    def _judged(self, document: Document, spellings: list[_Spelling]) -> Iterator[Finding]:
        """Report the rarer spellings of a word, if there are several outside quotations."""
        written = [one for one in spellings if one.places]
        if len(written) < 2:
            return  # nearly always
        used = [
            one._replace(places=[p for p in one.places if not is_quoted(document, p[0].start)])
            for one in written
        ]
        used = [one for one in used if one.places]
        if len(used) < 2 or sum(len(one.places) for one in used) < _FEWEST:
            return
        usual = max(used, key=lambda one: (len(one.places), -one.places[0][0].start))
        rare = [one for one in used if one is not usual]
        edits = sorted(edit for one in rare for edit in one.edits_to(usual))
        places = [edit.span for edit in edits]
        text = document.text
        good, bad = usual.places[0][0].of(text), places[0].of(text)
        count = sum(len(one.places) for one in rare)
        yield self.finding(
            places[0],
            f"“{bad}” and “{good}” stand in one article",
            evidence=f"“{usual.base}” stands there {times(len(usual.places))}, "
            f"another spelling of it {times(count)}.",
            fixes=replacement(edits, f"Write “{edits[0].text}”"),
            related=(
                *others([usual.places[0][0]], f"“{good}” here"),
                *others(places[1:], "the same again"),
            ),
        )


def _has(document: Document, base: str, endings: Iterable[str]) -> bool:
    """Tell whether a word is there, in any case."""
    words = document.words
    for ending in endings:  # noqa: SIM110 - three times as fast as `any` with a generator
        if base + ending in words:
            return True
    return False


def _may_vary(document: Document, key: str) -> bool:
    """Tell whether a compound can stand in the article in two ways."""
    words = document.words
    head, _, tail = key.partition("-")
    plural = f"{tail}s"
    closed = head + tail in words or head + plural in words
    apart = head in words and (tail in words or plural in words)
    if closed and apart:
        return True
    return (closed or apart) and (key in words or f"{key}s" in words)


def _spelling(document: Document, base: str, endings: Iterable[str]) -> _Spelling:
    """Find a word that is written in small letters, with each of its endings."""
    starts = document.token_starts
    places: list[tuple[Span, str]] = []
    for ending in endings:
        form = document.form(base + ending)
        if form is not None:
            places += [
                (Span(starts[index], starts[index] + len(form.text)), ending)
                for index in form.tokens[:_MOST]
            ]
    return _Spelling(base, sorted(places))


def _apart(document: Document, head: str, tail: str) -> _Spelling:
    """Find a compound whose two words stand apart."""
    first = document.form(head)
    places: list[tuple[Span, str]] = []
    if first is not None:
        texts, starts = document.token_texts, document.token_starts
        for index in first.tokens[:_MOST]:
            text = texts[index + 1] if index + 1 < len(texts) else ""
            if text.startswith(tail) and text[len(tail) :] in _PLURAL:
                end = starts[index] + len(head) + 1
                if starts[index + 1] == end and not document.opens_sentence[index + 1]:
                    places.append((Span(starts[index], end + len(text)), text[len(tail) :]))
    return _Spelling(f"{head} {tail}", places)
