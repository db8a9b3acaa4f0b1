"""What speaks for a word written small being a name, and against it, in points.

Each piece of evidence alone is weak; `lowercase_name` decides by the sum. The points were set by
reading every alarm on edited news and every miss on translations that lose capitals.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from copydesk.detectors.casing.wordhood import (
    is_accented,
    is_coinage,
    is_family_name,
    is_foreign,
    is_misspelling,
)
from copydesk.entities.capitals import bare, opens
from copydesk.entities.given import is_given_name
from copydesk.lexicons import Safety as Certainty
from copydesk.text.tokens import Kind, Shape, fold, lexical

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

LISTED: Final = {Certainty.CERTAIN: 6, Certainty.LIKELY: 6, Certainty.POSSIBLE: 4}
UNLISTED: Final = 2  # no list has it, not even as a word
OFTEN_CAPITAL: Final = 5  # the article writes it with a capital, as a rule
CAPITAL: Final = 2  # as often as not
COMMON_USE: Final = -4  # the article tells the small word from the name
FOREIGN: Final = 3
ACCENTED: Final = 2
FAMILY_NAME: Final = 3
CALLING: Final = 1
PLACE_AFTER: Final = 3
COINAGE: Final = -4
MISSPELLING: Final = -2
GIVEN_NAME: Final = 4
INITIAL: Final = 4
NAME: Final = 4
TITLE: Final = 4
WEAK_TITLE: Final = 2
PLACE: Final = 4
TO: Final = 2
SPEAKER: Final = 4
SOURCE: Final = 6
BESIDE_SPEECH: Final = 1
LISTING: Final = 2
NAME_AFTER: Final = 4
GIVEN_BEFORE: Final = 3
FOREIGN_RUN: Final = -4
COMMON_NOUN: Final = -2
QUOTED: Final = -2
CUT_OFF: Final = -2
GLOSSED: Final = -4
SPECIES: Final = -12

_PLACE_PREPOSITIONS: Final = frozenset("around at between from in near outside to via".split())
_PLACE_NOUNS: Final = frozenset(
    "capital city county district island lake municipalities municipality parish port province "
    "region river state station suburb town village".split()
)
# Callings that stand before other nouns as well.
_WEAK_TITLES: Final = frozenset(
    "actor agent artist author brother chair chief coach commander count deputy director doctor "
    "duke father forward general king lady leader lord major manager mother nurse officer owner "
    "party pilot prince princess principal private producer queen saint singer sister st staff "
    "student teacher whip writer".split()
)
_NAME_OPENERS: Final = frozenset("fort lake las los mount mt port saint san santa são st".split())
_THINGS_OF_PLACES: Final = _PLACE_NOUNS | frozenset(
    "airport avenue bridge road square stadium street valley".split()
)
_CALLING: Final = ("er", "ist", "ian", "man", "or", "woman")  # photographer, economist
_NOUN_MARKERS: Final = frozenset("a an any every no some such the these those".split())
_LINKS: Final = frozenset((",", "&", "and", "or"))
_LATIN: Final = ("us", "um", "is", "ae", "ii", "ens", "ans", "a", "i", "es", "ix", "ex", "ax")
# Function words of English that other languages have as well.
_SHARED: Final = frozenset(
    "a an as do die en even he i la man me mi more most must no o once per so than us "
    "van via".split()
)
_WINDOW: Final = 5  # words on each side
_STRANGE: Final = 3
_SHORTEST_LATIN: Final = 5
_SHORTEST_UNLISTED: Final = 4
_LONGEST_NAME: Final = (
    12  # longer words with foreign letters are mostly compounds left untranslated
)
_HABIT: Final = 3
_LONGEST_TITLE: Final = 4  # words


@dataclass(slots=True)
class Candidate:
    """A word written small that may be a name."""

    index: int
    start: int
    text: str  # as written, without a possessive ending
    lower: str
    written: str  # as it should be written
    listed: bool  # in a list of names
    capitals: int = 0  # how often the article writes it with a capital, inside a sentence
    small: int = 1  # how often the article writes it small
    points: int = 0
    doubt: int = 0  # negative: an unlisted word may be something else
    foreign: bool = False  # words that are no English stand beside it
    vouched: bool = False  # a given name stands before it: no doubt remains
    telling: bool = False  # some evidence is of a kind that names have, common words hardly
    firm: bool = False  # and of a kind that only names have
    reasons: list[str] = field(default_factory=list[str])
    words: int = 1  # how many tokens it covers

    def add(
        self, points: int, reason: str = "", *, telling: bool = False, firm: bool = False
    ) -> None:
        """Count a piece of evidence."""
        self.points += points
        self.telling |= telling or firm
        self.firm |= firm
        if reason:
            self.reasons.append(reason)

    @property
    def end(self) -> int:
        """Where it ends, excluded."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The word before or after, if only a space lies between."""

    text: str = ""
    lower: str = ""
    shape: Shape = Shape.NONE
    is_word: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital and can be the other half of a name."""
        return self.is_word and self.text[0].isupper() and bare(self.text) == self.text


_NOBODY: Final = Neighbour()


def only_english(lexicons: Lexicons) -> frozenset[str]:
    """Return the function words that no other language has."""
    return lexicons.function_words - _SHARED


class Witness:
    """Gathers the evidence from a document."""

    def __init__(self, document: Document, lexicons: Lexicons, english: AbstractSet[str]) -> None:
        """Look at one document; `english` are the words that show English, see `only_english`."""
        self._document = document
        self._lexicons = lexicons
        self._doubts: dict[str, int] = {}
        self._english = english

    # --- the word itself ---------------------------------------------------------------------

    def about_word(self, candidate: Candidate, inside: Sequence[int]) -> None:
        """Count what the word says itself, and how the article writes it elsewhere."""
        lower = candidate.lower
        lexicons = self._lexicons
        certainty = lexicons.name_safety(lower) if candidate.listed else None
        if certainty is not None:
            candidate.add(
                LISTED[certainty],
                "it is a name in our lists",
                firm=certainty is not Certainty.POSSIBLE,
            )
        elif len(lower) >= _SHORTEST_UNLISTED:
            candidate.add(UNLISTED)
        if inside:
            capital = bare(self._document.token_texts[inside[0]])
            times = "once" if len(inside) == 1 else f"{len(inside)} times"
            reason = f"“{capital}” has its capital {times} elsewhere in the article"
            if 2 * candidate.small <= len(inside) or candidate.small == 1:
                candidate.add(OFTEN_CAPITAL, reason, firm=True)
            elif candidate.small >= _HABIT:
                candidate.add(COMMON_USE)
            elif candidate.small <= len(inside):
                candidate.add(CAPITAL, reason)
        if not candidate.listed and is_family_name(lower):
            candidate.add(FAMILY_NAME, "it ends as family names do", telling=True)
        if is_foreign(lower) and len(lower) <= _LONGEST_NAME:
            candidate.add(FOREIGN, "its letters are not those of an English word")
        elif is_accented(lower):
            candidate.add(ACCENTED)

    def about_spelling(self, candidate: Candidate) -> None:
        """Count what else an unlisted word may be; costly, so done when it decides."""
        lower = candidate.lower
        if candidate.listed or candidate.vouched or candidate.capitals > 1 or not lower.isascii():
            return
        if lower not in self._doubts:
            words = self._lexicons.words
            self._doubts[lower] = (
                COINAGE
                if is_coinage(lower, words)
                else MISSPELLING
                if candidate.capitals == 0 and is_misspelling(lower, words)
                else 0
            )
        candidate.doubt = self._doubts[lower]

    # --- its neighbours ----------------------------------------------------------------------

    def before(self, index: int) -> Neighbour:
        """Return the word before."""
        document = self._document
        texts, starts = document.token_texts, document.token_starts
        if document.opens_sentence[index]:
            return _NOBODY
        gap = starts[index] - starts[index - 1] - len(texts[index - 1])
        return self._neighbour(index - 1) if gap == 1 else _NOBODY

    def after(self, index: int) -> Neighbour:
        """Return the word after."""
        document = self._document
        texts, starts = document.token_texts, document.token_starts
        if index + 1 >= len(texts) or document.opens_sentence[index + 1]:
            return _NOBODY
        gap = starts[index + 1] - starts[index] - len(texts[index])
        return self._neighbour(index + 1) if gap == 1 else _NOBODY

    def _neighbour(self, index: int) -> Neighbour:
        text = self._document.token_texts[index]
        lower, shape, kind = lexical(text)
        return Neighbour(text, lower, shape, kind is Kind.WORD)

    def about_place(self, candidate: Candidate) -> None:
        """Count what stands before and after the word."""
        before = self.before(candidate.index)
        after = self.after(candidate.index)
        if before.is_capital:
            self._after_capital(candidate, before)
        elif before.is_word:
            self._after_small(candidate, before, after)
        elif before.text == ".":
            self._after_initial(candidate)
        self._in_list(candidate)
        if after.is_word:
            self._before_word(candidate, before, after)
        self._in_doubtful_place(candidate, before, after)

    def _after_capital(self, candidate: Candidate, before: Neighbour) -> None:
        lexicons = self._lexicons
        lower = before.lower
        is_word = lower in lexicons.words
        if is_given_name(lower, lexicons) and lower not in lexicons.months:
            # `Mark reoffends`: at the start of a sentence it may be another word.
            sure = not is_word or not opens(self._document, candidate.index - 1)
            candidate.add(
                GIVEN_NAME if sure else GIVEN_NAME // 2,
                f"the given name “{before.text}” stands before it",
                firm=sure,
            )
            candidate.vouched = sure
        elif lower in _NAME_OPENERS:
            candidate.add(NAME, f"“{before.text}” stands before it")
        elif lower in lexicons.person_titles:
            candidate.add(
                WEAK_TITLE if lower in _WEAK_TITLES else TITLE,
                f"the title “{before.text}” stands before it",
                firm=lower not in _WEAK_TITLES,
            )
        elif (
            not is_word
            and before.shape is not Shape.UPPER
            and lower not in lexicons.nationalities
            and lower not in lexicons.weekdays
            and lower not in lexicons.months
            and not self._is_latin(candidate)
        ):
            candidate.add(NAME, f"the name “{before.text}” stands before it", telling=True)

    @staticmethod
    def _is_latin(candidate: Candidate) -> bool:
        """Tell whether it may be the second word of a species: `Yersinia pestis`."""
        return (
            not candidate.listed
            and not is_foreign(candidate.lower)
            and len(candidate.lower) >= _SHORTEST_LATIN
            and candidate.lower.endswith(_LATIN)
        )

    def _after_initial(self, candidate: Candidate) -> None:
        texts = self._document.token_texts
        index = candidate.index
        initial = texts[index - 2] if index >= 2 else ""
        if len(initial) == 1 and initial.isupper() and not self._is_latin(candidate):
            candidate.add(INITIAL, f"the initial “{initial}.” stands before it", firm=True)

    def _after_small(self, candidate: Candidate, before: Neighbour, after: Neighbour) -> None:
        lexicons = self._lexicons
        lower = before.lower
        title = self._title_before(candidate.index)
        if title:
            candidate.add(
                WEAK_TITLE if title in _WEAK_TITLES else TITLE,
                f"“{title}” stands before it",
                telling=True,
                firm=title not in _WEAK_TITLES,
            )
        elif lower in lexicons.given_names and lower not in lexicons.words:
            candidate.add(GIVEN_BEFORE, f"the given name “{before.text}” stands before it")
        elif lower == "to" and self._is_source(candidate.index) and not after.is_word:
            candidate.add(SOURCE, "it stands after “according to”", telling=True)
        elif lower == "to" and not candidate.listed:
            candidate.add(TO)  # a verb may follow as well
        elif lower in _PLACE_PREPOSITIONS:
            candidate.add(PLACE, f"“{before.text}” stands before it, as before a place")
        elif lower in _PLACE_NOUNS or (lower == "of" and self._place_of(candidate.index)):
            candidate.add(PLACE, "a word for a place stands before it", telling=True)
        elif lower in lexicons.reporting_verbs:
            candidate.add(
                BESIDE_SPEECH if after.is_word else SPEAKER,
                f"it stands after “{before.text}”",
                telling=not after.is_word,
            )
        elif lower.endswith(_CALLING) and lower in lexicons.words and not candidate.listed:
            candidate.add(CALLING)

    def _is_source(self, index: int) -> bool:
        texts = self._document.token_texts
        return index >= 2 and fold(texts[index - 2]) == "according"

    def _place_of(self, index: int) -> bool:
        texts = self._document.token_texts
        return index >= 2 and fold(texts[index - 2]) in _PLACE_NOUNS

    def _title_before(self, index: int) -> str:
        """Return the person's title before a word, the longest there is."""
        document = self._document
        found = title = ""
        for at in range(index - 1, max(index - 1 - _LONGEST_TITLE, -1), -1):
            if document.opens_sentence[at + 1]:
                break
            title = f"{fold(document.token_texts[at])} {title}".rstrip()
            if title in self._lexicons.person_titles:
                found = title
        return found

    def _in_list(self, candidate: Candidate) -> None:
        """Count names that the word is listed with, on each side: `Leblon, ipanema and Lapa`."""
        document = self._document
        texts = document.token_texts
        for step in (-1, 1):
            link, other = candidate.index + step, candidate.index + 2 * step
            first, last = min(candidate.index, other), max(candidate.index, other)
            if (
                first < 0
                or last >= len(texts)
                or any(document.opens_sentence[first + 1 : last + 1])
            ):
                continue
            if texts[link] not in _LINKS or not texts[other][0].isupper() or texts[other] == "I":
                continue
            if fold(texts[other]) not in self._lexicons.words or not opens(document, other):
                candidate.add(LISTING, f"it is named along with “{texts[other]}”")

    def _before_word(self, candidate: Candidate, before: Neighbour, after: Neighbour) -> None:
        lexicons = self._lexicons
        lower = after.lower
        given = candidate.lower in lexicons.given_names
        if after.is_capital:
            if lower not in lexicons.words and after.text.isalpha():
                candidate.add(NAME_AFTER, f"the name “{after.text}” follows")
        elif lower in lexicons.reporting_verbs:
            candidate.add(BESIDE_SPEECH if before.is_word else SPEAKER, f"“{after.text}” follows")
        elif lower in _THINGS_OF_PLACES:
            candidate.add(PLACE_AFTER, f"“{after.text}” follows, as after the name of a place")
        elif given and (lower in lexicons.names or not lexicons.is_word(lower)):
            candidate.add(GIVEN_BEFORE, f"“{after.text}” follows, as after a given name")

    def _in_doubtful_place(self, candidate: Candidate, before: Neighbour, after: Neighbour) -> None:
        """Count what speaks for a common noun, a foreign phrase or a cut-off word instead."""
        document = self._document
        index = candidate.index
        if self._is_species(index):
            candidate.add(SPECIES)
        if self._lexicons.name_safety(candidate.lower) is Certainty.CERTAIN:
            return
        if document.opens_sentence[index] and not candidate.capitals:
            candidate.add(CUT_OFF)
        if before.text and before.text in "“‘\"'(":
            candidate.add(QUOTED)
        if candidate.listed:
            return
        if self._is_glossed(index):
            candidate.add(GLOSSED)
        if before.lower in _NOUN_MARKERS and not candidate.capitals:
            candidate.add(COMMON_NOUN)
        if not is_foreign(candidate.lower):
            for other in (before, after):
                if self._is_strange(other):
                    candidate.foreign = True
                    candidate.add(FOREIGN_RUN)

    def _is_species(self, index: int) -> bool:
        """Tell `a sheep (Ovis aries)` and `the eel (A. anguilla)`: nothing else is in brackets."""
        texts = self._document.token_texts
        genus = index - 2 if texts[index - 1] == "." else index - 1
        return (
            genus > 1
            and index + 1 < len(texts)
            and texts[index + 1] == ")"
            and texts[genus - 1] == "("
            and texts[genus][0].isupper()
            and texts[genus - 2].islower()
        )

    def _is_glossed(self, index: int) -> bool:
        """Tell `kōura (crayfish)` and `families (whānau)`: the word is a thing's, no one's."""
        texts = self._document.token_texts
        last = len(texts) - 1
        before = index > 1 and texts[index - 1] == "(" and texts[index - 2].islower()
        after = index + 1 < last and texts[index + 1] == "(" and texts[index + 2].islower()
        return after or (before and index < last and texts[index + 1] == ")")

    def is_in_foreign_text(self, candidate: Candidate) -> bool:
        """Tell whether the words around it are not English: `sa bahay ng lolo ko`."""
        document = self._document
        sentence = document.sentences[document.sentence_index(candidate.index)]
        first = max(sentence.first, candidate.index - _WINDOW)
        stop = min(sentence.stop, candidate.index + _WINDOW + 1)
        strange = 0
        for index in range(first, stop):
            neighbour = self._neighbour(index)
            if neighbour.lower in self._english:
                return False
            strange += index != candidate.index and self._is_strange(neighbour)
        return strange >= _STRANGE

    def _is_strange(self, other: Neighbour) -> bool:
        """Tell whether a neighbour is no word either: a foreign phrase, such as `raison d'être`."""
        lexicons = self._lexicons
        return (
            other.is_word
            and other.shape is Shape.LOWER
            and not lexicons.is_word(other.lower)
            and other.lower not in lexicons.names
            and other.lower not in lexicons.function_words
        )
