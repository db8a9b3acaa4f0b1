"""A name is written small.

## What it does
Reports names that lack their capital. What counts is the evidence: the article's own other
mentions, a given name or a title before the word, a verb of saying beside it, letters that English
lacks, and lists of names that are no common words. One weak piece of evidence is not enough. Days,
months, nationalities and languages are names like others, and so are names of several common words
(`world bank`) and abbreviations (`tv`).

The lists come from SCOWL, GeoNames and packages of personal names; people in the news, institutions
and abbreviations were written by hand, none of them after a damaged text. In the output of one
translation program that lost capitals, nine of ten names found were in no list; in unedited posts
of the web, nearly all were in one.

## Why it matters
Machine translation and rewriting programs lose the capitals of names that they do not know. A
reader sees at once that nobody read the text.

## Flags
- Benjamin ⟦netanyahu⟧ met reporters. Later Netanyahu flew home.
- The mayor of ⟦edinburgh⟧ opened the bridge on ⟦friday⟧.
- “We are ready,” said ⟦blinken⟧.
- The report was written by Kalisa ⟦mbeto⟧, who teaches in the village of ⟦krzewno⟧.
- ⟦antony blinken⟧ arrived with ⟦israeli⟧ officers.
- She flew to ⟦san francisco⟧ in ⟦march⟧ and came back in May.
- The group is seen as anti-⟦american⟧.
- Imran ⟦khan⟧ spoke on Monday. Imran Khan had been ill.
- The probe landed on ⟦mars⟧. Mars is cold, and on Mars the wind, said the Mars team, is weak.
- The firm sold its flats in ⟦říčany⟧, said the agent, Jana ⟦nováková⟧.
- Two of them were freed on Sunday, according to ⟦ctk⟧.
- The ⟦united nations⟧ asked the ⟦world bank⟧ for money, they said on ⟦tv⟧.
- He flew from ⟦north⟧ Korea to ⟦hong kong⟧, said the ⟦new york times⟧.

## Does not flag
- The airline flew north. Korea was far, and the middle of the east wing was dark.
- Dallas Police said so. He asked two Dallas police officers. Gene Mutations: gene mutations do it.
- The sheep (Ovis aries) and the eel (A. anguilla) went; the port said so of people's daily bread.
- They eat kōura (crayfish) and live in families (whānau); a lander is one of the lunar landers.
- The new England captain comes from north Wales; he wanted a new Ireland.
- The world banks on it, and they keep a thanksgiving day in east Africa.
- The supreme court, the high court and the prime minister spoke of the cold war.
- The reporters went home and ate french fries.
- The plague, Yersinia pestis, returned to the port.
- They bought iPhones on eBay; see example.com/paris for more.
- Mohammed bin Salman met Ursula von der Leyen and Charles de Gaulle.
- He called it his raison d'être, a coup de grâce and a kind of weltschmerz.
- The wagyu was served with teff, and the crowdfunders reoffended.
- An adidas shirt costs 2,750 yen, or 20 km by bus.
- The informaton was wrong.
- She likes to google things, and he used to skype her mother.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.casing.listed_names import ABBREVIATIONS, ListedNames
from copydesk.detectors.casing.name_evidence import FOREIGN_RUN, Candidate, Witness, only_english
from copydesk.detectors.casing.two_faced_names import TwoFacedNames
from copydesk.detectors.casing.wordhood import is_latin
from copydesk.entities import entity_table
from copydesk.entities.capitals import bare
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Shape, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.entities import EntityTable
    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document
    from copydesk.text.tokens import Form

_WARNING: Final = 6  # points
_ERROR: Final = 10
_AMONG: Final = (0, 2, 4)  # points for one, two, more other names written small in the article
_BESIDE_NAME: Final = 3
_LISTED_WITH: Final = 2
_LINKS: Final = frozenset((",", "&", "and", "or"))
_SURE: Final = 0.98
_REASONS: Final = 2  # as many as an editor reads
_COMMON: Final = 2.5  # Zipf
_MOST_STRANGE: Final = 500  # forms that no list of words has
_MOST_TOKENS: Final = 100  # nobody slips so often
_HABIT: Final = 3  # a name that is written small so often is the author's way
# Names of firms and their wares that are verbs as well: `to google it`.
_ALSO_VERBS: Final = frozenset(
    "airbnb facebook facetime fedex google googled instagram netflix paypal photoshop skype "
    "snapchat taser venmo whatsapp xerox youtube".split()
)
_SECOND: Final = 2  # the word before the one before
_SUBJECTS: Final = frozenset("i they we who you".split())
_SHORTEST: Final = 3
_LONGEST: Final = 64  # letters: what is longer is no word, and could be a whole text
_LONGEST_OPENER: Final = 8
_JOINED: Final = frozenset("@#_\\=&~+%/.")
_JOINED_BEFORE: Final = _JOINED | {":"}  # `SM:tv`
_LIGATURES: Final = ("ﬀ", "ﬁ", "ﬂ", "ﬃ", "ﬄ")


class LowercaseName(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "lowercase-name"
    family = Family.CASING
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the word lists at hand."""
        super().__init__(lexicons)
        self._spared = lexicons.function_words | lexicons.written_small | lexicons.units
        self._two_faced = TwoFacedNames(lexicons)
        self._listed = ListedNames(lexicons)
        self._english = only_english(lexicons)
        # Words that say nothing: a small set answers in half the time of the large one.
        telling = self._listed.words | self._two_faced.words
        self._plain = (
            frozenset(
                word
                for word, zipf in lexicons.frequencies.items()
                if zipf >= _COMMON and (word in lexicons.words or word in self._spared)
            )
            - telling
        )

    def detect(self, document: Document) -> Iterator[Finding]:
        """Visit the words written small that are no common words."""
        words, spared, plain = self.lexicons.words, self._spared, self._plain
        table = entity_table(document, self.lexicons)
        witness = Witness(document, self.lexicons, self._english)
        forms = document.forms(Shape.LOWER)
        telling = [form for form in forms if form.lower not in plain]
        strange = [form for form in telling if form.lower not in words and form.lower not in spared]
        if len(strange) > _MOST_STRANGE and 2 * len(strange) > len(forms):
            return  # noise, or no English
        wanted = {fold(word): word for name in document.names for word in name.split()}
        found: list[Candidate] = []
        for form in strange:
            word = wanted.get(bare(form.lower))
            if word is None or not word.islower():  # bell hooks wants to be small
                found += self._candidates(document, form, table, witness, word)
        found.sort(key=lambda candidate: candidate.index)
        self._weigh(document, found, witness)
        found += self._two_faced.find(document, table, telling, strange)
        found += self._listed_names(document, telling)
        found = [candidate for candidate in found if candidate.points >= _WARNING]
        found.sort(key=lambda candidate: (candidate.start, -candidate.words))
        for run in self._runs(document, found):
            yield self._report(document, run)

    def _listed_names(self, document: Document, telling: list[Form]) -> Iterator[Candidate]:
        for candidate in self._listed.find(document, telling):
            stop = candidate.index + candidate.words
            if (
                candidate.lower not in document.dictionary
                and not any(_is_masked(document, at) for at in range(candidate.index, stop))
                and not self._is_small_phrase(document, candidate.index)
            ):
                yield candidate

    def _candidates(
        self,
        document: Document,
        form: Form,
        table: EntityTable,
        witness: Witness,
        wanted: str | None,
    ) -> Iterator[Candidate]:
        lower, text = bare(form.lower), bare(form.text)
        lexicons = self.lexicons
        if (
            not _SHORTEST <= len(lower) <= _LONGEST
            or not lower.isalpha()
            or lower in lexicons.words
            or lower in self._spared
            or lower in document.dictionary
            or (lower not in lexicons.names and self._is_run_together(lower))
            or not is_latin(lower)
            or any(ligature in lower for ligature in _LIGATURES)
        ):
            return
        name = wanted or lexicons.name(lower)
        inside = table.inside.get(lower, ())
        written = name or text[0].upper() + text[1:]
        if inside and wanted is None:
            written = bare(document.token_texts[inside[0]])
        if written == text:
            return  # a letter that has no capital
        for index in form.tokens[:_MOST_TOKENS]:
            if (
                _is_masked(document, index)
                or self._is_small_phrase(document, index)
                or (lower in _ALSO_VERBS and self._is_verb(document, index))
            ):
                continue
            start = document.token_starts[index]
            candidate = Candidate(
                index, start, text, lower, written, name is not None, len(inside), len(form.tokens)
            )
            if wanted is not None:
                candidate.add(_ERROR, "the request gives it so", firm=True)
            witness.about_word(candidate, inside)
            witness.about_place(candidate)
            yield candidate

    def _is_run_together(self, lower: str) -> bool:
        """Tell whether a word is two that lost their space: `willhappen`."""
        return any(
            lower[:cut] in self.lexicons.function_words and lower[cut:] in self.lexicons.words
            for cut in range(_SHORTEST, min(len(lower) - 1, _LONGEST_OPENER))
        )

    def _is_verb(self, document: Document, index: int) -> bool:
        """Tell whether a verb is due: after `to` (but for `according to`), `can`, `they`."""
        if document.opens_sentence[index]:
            return False
        texts = document.token_texts
        before = fold(texts[index - 1])
        if before == "to":
            return index < _SECOND or fold(texts[index - _SECOND]) != "according"
        if before in ("not", "just", "then"):
            return True
        return before in _SUBJECTS or before in self.lexicons.modals

    def _is_small_phrase(self, document: Document, index: int) -> bool:
        """Tell whether a name stands small rightly: `french fries`."""
        texts = document.token_texts
        phrases = self.lexicons.small_phrases
        return (index > 0 and f"{fold(texts[index - 1])} {fold(texts[index])}" in phrases) or (
            index + 1 < len(texts) and f"{fold(texts[index])} {fold(texts[index + 1])}" in phrases
        )

    def _weigh(self, document: Document, found: list[Candidate], witness: Witness) -> None:
        """Count doubts, and that an article with some names written small has more of them."""
        for candidate in found:
            if candidate.points >= _WARNING:
                witness.about_spelling(candidate)
        strong = {
            candidate.lower
            for candidate in found
            if candidate.telling
            and candidate.points + (0 if candidate.vouched else candidate.doubt) >= _WARNING
        }
        for candidate in found:
            others = len(strong) - (candidate.lower in strong)
            if others:
                candidate.add(
                    _AMONG[min(others, len(_AMONG)) - 1],
                    "other names of the article are written small, too",
                )
                if others >= len(_AMONG) and candidate.foreign:
                    candidate.points -= FOREIGN_RUN  # names of that language are its neighbours
                witness.about_spelling(candidate)
            if not candidate.vouched:
                candidate.points += candidate.doubt
        _support_neighbours(document, found)
        for candidate in found:
            if candidate.points >= _WARNING and witness.is_in_foreign_text(candidate):
                candidate.points = 0

    def _runs(self, document: Document, found: list[Candidate]) -> Iterator[list[Candidate]]:
        """Join the parts of one name."""
        run: list[Candidate] = []
        stop = 0
        for candidate in found:
            if candidate.end <= stop:
                continue  # part of a longer name
            stop = candidate.end
            if run and not self._continues(document, run[-1], candidate):
                yield run
                run = []
            run.append(candidate)
        if run:
            yield run

    def _continues(self, document: Document, last: Candidate, candidate: Candidate) -> bool:
        lexicons = self.lexicons
        return (
            candidate.index == last.index + last.words
            and document.text[last.end : candidate.start] == " "
            and not any(
                lower in words
                for lower in (last.lower, candidate.lower)
                for words in (lexicons.nationalities, lexicons.weekdays, lexicons.months)
            )
        )

    def _report(self, document: Document, run: list[Candidate]) -> Finding:
        span = Span(run[0].start, run[-1].end)
        written = " ".join(candidate.written for candidate in run)
        best = max(run, key=lambda candidate: candidate.points)
        sure = best.firm and best.points >= _ERROR and not (best.capitals and best.small >= _HABIT)
        reasons = list(dict.fromkeys(reason for candidate in run for reason in candidate.reasons))
        evidence = "; ".join(reasons[:_REASONS])
        return self.finding(
            span,
            (
                f"“{span.of(document.text)}” is an abbreviation and wants capitals: “{written}”"
                if run[0].lower in ABBREVIATIONS
                else f"“{span.of(document.text)}” is a name and wants a capital: “{written}”"
            ),
            evidence=f"{evidence[:1].upper()}{evidence[1:]}.",
            fixes=(Fix.replace(span, written, safety=Safety.SAFE if sure else Safety.REVIEW),),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=_SURE if sure else self.confidence,
        )


def _support_neighbours(document: Document, found: list[Candidate]) -> None:
    """Let a surer name speak for the one beside it: `pavlína nováková`, `mochov and dobříš`."""
    by_index = {candidate.index: candidate for candidate in found}
    for candidate in found:
        for index in (candidate.index - 1, candidate.index + 1):
            other = by_index.get(index)
            if other is not None and other.telling and other.points >= _WARNING > candidate.points:
                candidate.add(_BESIDE_NAME, "the other half of the name is written small, too")
    texts = document.token_texts
    for order, step in ((found, -2), (found[::-1], 2)):
        for candidate in order:
            other = by_index.get(candidate.index + step)
            if other is not None and other.points >= _WARNING > candidate.points:
                link = texts[candidate.index + step // 2]
                if link in _LINKS:
                    candidate.add(_LISTED_WITH, f"it is named along with “{other.text}”")


def _is_masked(document: Document, index: int) -> bool:
    """Tell whether a word is code, or part of an address, a tag or a file name."""
    text = document.text
    start = document.token_starts[index]
    end = start + len(document.token_texts[index])
    if start and text[start - 1] in _JOINED_BEFORE:
        return True
    after = text[end : end + 2]
    if after[:1] in _JOINED and after[:1] and (after[0] not in "./" or after[1:].isalnum()):
        return True
    block = document.block_at(start)
    return block is not None and document.blocks[block].kind is BlockKind.CODE
