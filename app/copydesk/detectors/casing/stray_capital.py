"""A common word has a capital in the middle of a sentence.

## What it does
Reports words that are no names and yet stand in capitals inside a sentence: small words of grammar
between words written small (`countries Because of`), adverbs and forms of verbs, and words that the
article writes small beside the same neighbour (`Top US diplomat`, elsewhere `top US diplomat`).
Verbs of saying are left to capital-reporting-verb.

## Why it matters
Such a capital stays behind when two sentences are run together, by a program or in a hurry. It
makes the reader look for a sentence start that isn't there.

## Flags
- Prices rose in many countries ⟦Because⟧ of the drought.
- The army fought Hamas ⟦Alone⟧, said Hamas. It did so alone.
- To succeed, ⟦You⟧ need patience; ⟦There⟧ is no other way.
- A nurse ⟦Working⟧ in the ward heard the alarm.
- The mayor met a ⟦Top⟧ UN official. Every top UN official was there.
- The firm earned more ⟦Than⟧ £40,000 last year.
- The officers ⟦Were⟧ keen to change the rules.

## Does not flag
- The film Gone With the Wind and the song Killing Me Softly With His Song.
- She wrote for The Times, and he read Of Mice and Men.
- He said: “You are late.” She asked, “When does it start?”
- The Who and Take That played at the World Cup in May.
- The Ministry of Health told the Home Office, and I think I'm right.
- BREAKING: The Bank Of England Has Raised Its Rates
- The Government said the Bill was ready. We Googled the word.
- You need an About page, and the popular Fortunately podcast is back. We do so fortunately.
- He danced on Strictly, and bands like The 1975 play on. By such results, Little says, she is hurt.
- Fans who were black, white, North African came to see a north African team.
- Dr No is one of the Bond films, and Mars One is a company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.detectors.base import Detector, Scope
from copydesk.entities.capitals import opens
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape, fold, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document
    from copydesk.text.tokens import Form

# Small words that are names, months, numbers or currencies as well: `Mars One`, `Dr No`, `A$4`.
_NAMED: Final = frozenset("a i may next no one us who yes".split())
# Beside a name only these: `Skype Out` is a name, and `told The Times` is right.
_AFTER_NAME: Final = frozenset(
    "and are because been but did does had has have is that was were when which while would".split()
)
_BEFORE_NAME: Final = frozenset(
    "are as because been by from had has have if is since than that was were when which while "
    "with".split()
)
# After a comma the others open titles: `my book, With Liberty`.
_AFTER_COMMA: Final = frozenset(
    "are because had has have is since than that was were which".split()
)
_DEITY: Final = frozenset("he him his".split())  # `Him` is house style in religious texts
_DEITY_WORDS: Final = ("god ", "jesus", "christ", "allah", "the lord")
_PARTICLES: Final = frozenset("das del della der dos las los van von".split())
_NEAR: Final = 4  # words
_MOST: Final = 2_000  # places of one form
_STYLE: Final = 3  # a capital that comes so often is meant
# These begin a sentence whose full stop before may be what is missing.
_SENTENCE_OPENERS: Final = frozenset(
    "although and at but for have he here however i if in it my on our she so that the then there "
    "these they they've this those we what when where which while why you your".split()
)
# These may have a capital or not: `North African`, elsewhere `north African`.
_COMPASS: Final = frozenset(
    "central east eastern north northern south southern west western".split()
)
# Before these a capital is a title or a label: `an About page`, `the Fortunately podcast`.
_LABELLED: Final = frozenset(
    "album app book button column film game magazine menu mode musical novel page play podcast "
    "programme program section series show single song tab track website".split()
)
_SHOWS: Final = frozenset({"strictly"})  # Britain calls a dancing contest so
# Words that are no part of a name and begin no sentence of two words.
_ADVERBS: Final = frozenset(
    "again ago ahead alone already also altogether always anyway apart away eventually instead "
    "later maybe mostly need nevertheless often otherwise own perhaps rather really respectively "
    "sometimes soon still together tomorrow tonight too yesterday".split()
)
# After these a capital opens a name: `School of Advertising`, `the Missing`.
_NAME_INTRODUCERS: Final = frozenset("a an and as at by called for from in of or the to".split())
_KNOWN: Final = 3.0  # Zipf; a rarer word in -ly may be a name
_SHORTEST_FORM: Final = 6  # of a verb: `being` is a word of grammar, `Ming` is a name
_TITLE_REACH: Final = 3  # words of grammar between two capitals of a title
_LIKELY: Final = 0.85


class _Place(NamedTuple):
    """The words round a capital: two before, two after, empty where there are none."""

    earlier: str
    before: str
    after: str
    later: str
    in_title: bool  # other capitals nearby show the title of a song, a film, a book


class StrayCapital(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "stray-capital"
    family = Family.CASING
    severity = Severity.ERROR
    confidence = 0.97
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Sort the words by what they can be."""
        super().__init__(lexicons)
        self._grammar = frozenset(
            word
            for word in lexicons.function_words - lexicons.reporting_verbs
            if word.partition("'")[0] not in _NAMED
        )

        self._spared = (
            lexicons.function_words | lexicons.reporting_verbs | lexicons.person_titles | _PARTICLES
        )

    def detect(self, document: Document) -> Iterator[Finding]:
        """Visit the capitalised forms of words that are no names."""
        grammar, words, spared = self._grammar, self.lexicons.words, self._spared
        for form in document.forms(Shape.TITLE):
            lower = form.lower
            if lower in grammar:
                if lower in _DEITY and document.holds(*_DEITY_WORDS):
                    continue
                found = list(self._words_of_grammar(document, form))
                if len(found) < _STYLE:
                    yield from found
            elif lower in words and lower not in spared and "-" not in lower:
                yield from self._other_words(document, form)

    # --- words of grammar ----------------------------------------------------------------------

    def _words_of_grammar(self, document: Document, form: Form) -> Iterator[Finding]:
        for index in form.tokens[:_MOST]:
            place = self._place(document, index)
            if (
                place is None
                or self._is_label(form.lower, place)
                or not self._is_stray(form.lower, place)
            ):
                continue
            sure = (
                form.lower not in _SENTENCE_OPENERS
                and not place.before[0].isupper()
                # "The film As Good as It Gets" is a title, if the words do not say so.
                and not (place.after[0].isupper() and fold(place.after) in self.lexicons.words)
            )
            evidence = f"It stands between “{place.before}” and “{place.after}”, inside a sentence."
            yield self._report(document, index, evidence, sure=sure)

    def _is_stray(self, lower: str, place: _Place) -> bool:
        before, after = place.before, place.after
        if before.islower() or before in (",", ";"):
            if after.islower():
                # `results, Little says`: somebody is called so.
                lexicons = self.lexicons
                named = (
                    before == ","
                    and after in lexicons.reporting_verbs
                    and lower not in lexicons.pronouns
                )
                return not place.in_title and not named
            if place.earlier[:1].isupper():
                return False
            if after[0].isdigit() or after in ("£", "$", "€"):
                return lower != "the"  # The 1975 are a band
            return (
                lower in (_AFTER_COMMA if before == "," else _BEFORE_NAME)
                and after[0].isupper()
                and fold(after) not in self.lexicons.function_words
            )
        name = fold(before)
        return (
            before[0].isupper()
            and (name not in self.lexicons.words or name in self._grammar)
            and after.islower()
            and lower in _AFTER_NAME
            and not place.later[:1].isupper()
            and not (place.earlier[:1].isupper() and place.in_title)
        )

    # --- other words ---------------------------------------------------------------------------

    def _other_words(self, document: Document, form: Form) -> Iterator[Finding]:
        lexicons = self.lexicons
        lower = form.lower
        small = document.form(lower)
        is_adverb = lower in _ADVERBS or (
            lower.endswith("ly")
            and lower not in lexicons.ambiguous_names
            and lower not in _SHOWS
            and lexicons.zipf(lower) >= _KNOWN
        )
        is_verb = (
            len(lower) >= _SHORTEST_FORM
            and lower.endswith(("ing", "ed"))
            and lower not in lexicons.ambiguous_names
            and not self._is_of_brand(lower)
        )
        if not (is_adverb or is_verb or (small and len(form.tokens) == 1)):
            return
        for index in form.tokens[:_MOST]:
            place = self._place(document, index)
            if place is None or self._is_label(lower, place):
                continue
            before, after = place.before, place.after
            evidence = f"It stands between “{before}” and “{after}”, inside a sentence."
            if small and len(form.tokens) == 1 and self._is_small_before(document, small, after):
                evidence = f"Elsewhere the article has “{lower} {after}”."
            elif place.in_title:
                continue
            elif is_adverb and (after.islower() or after == ","):
                if small and before[0].isupper() and fold(before) not in lexicons.words:
                    evidence = f"The article writes it small, and “{before}” is a name without it."
                elif not before.islower() and before not in (",", ";"):
                    continue
            elif not (is_verb and self._is_verb_form(place)):
                continue
            yield self._report(document, index, evidence, sure=False)

    def _is_label(self, lower: str, place: _Place) -> bool:
        """Tell `an About page`; but `she wrote The book` is none."""
        return place.after in _LABELLED and lower not in self.lexicons.determiners

    def _is_of_brand(self, lower: str) -> bool:
        """Tell whether a verb was made of a name: `Googled`."""
        stem = lower.removesuffix("ing").removesuffix("ed")
        return stem in self.lexicons.names or f"{stem}e" in self.lexicons.names

    @staticmethod
    def _is_verb_form(place: _Place) -> bool:
        """Tell whether `Working` in `a nurse Working in` can be nothing else."""
        return (
            place.before.islower()
            and place.before not in _NAME_INTRODUCERS
            and place.after.islower()
            and not place.later[:1].isupper()
        )

    def _is_small_before(self, document: Document, small: Form, after: str) -> bool:
        """Tell whether the article writes the word small before the same name."""
        if small.lower in _COMPASS:
            return False
        texts = document.token_texts
        is_name = after[0].isupper() and (
            (len(after) > 1 and after.isupper())  # US is no pronoun
            or fold(after) not in self.lexicons.function_words
        )
        return is_name and any(
            texts[index + 1] == after for index in small.tokens if index + 1 < len(texts)
        )

    # --- both ----------------------------------------------------------------------------------

    def _place(self, document: Document, index: int) -> _Place | None:
        """Return what stands round a word inside a sentence, None where that says nothing."""
        texts, starts = document.token_texts, document.token_starts
        opens_sentence = document.opens_sentence
        start = starts[index]
        if (
            opens_sentence[index]
            or document.text[start - 1] != " "
            or starts[index - 1] + len(texts[index - 1]) != start - 1
            or index + 1 >= len(texts)
            or opens_sentence[index + 1]
            or lexical(texts[index - 1])[2] is Kind.ADDRESS
            or opens(document, index)
            or self._repeats(document, index)
        ):
            return None
        earlier = "" if opens_sentence[index - 1] else texts[index - 2]
        later = ""
        if index + 2 < len(texts) and not opens_sentence[index + 2]:
            later = texts[index + 2]
        in_title = self._in_title(document, index, earlier)
        return _Place(earlier, texts[index - 1], texts[index + 1], later, in_title)

    @staticmethod
    def _repeats(document: Document, index: int) -> bool:
        """Tell whether a phrase begins again here: `if we If we` is a repetition's business."""
        texts = document.token_texts
        lower, following = fold(texts[index]), fold(texts[index + 1])
        return any(
            fold(texts[at]) == lower and (at == index - 1 or fold(texts[at + 1]) == following)
            for at in range(max(index - _NEAR, 0), index)
        )

    def _in_title(self, document: Document, index: int, earlier: str) -> bool:
        """Tell whether small words lead to another capital: `Learning to Live With the Bomb`."""
        texts = document.token_texts
        if earlier[:1].isupper() and not earlier.isupper() and not opens(document, index - 2):
            return True
        small = self.lexicons.function_words
        for at in range(index + 1, min(index + 1 + _TITLE_REACH, len(texts))):
            text = texts[at]
            if document.opens_sentence[at]:
                return False
            if text[0].isupper() and not text.isupper():
                return at > index + 1
            if text not in small:
                return False
        return False

    def _report(self, document: Document, index: int, evidence: str, *, sure: bool) -> Finding:
        text = document.token_texts[index]
        span = Span(document.token_starts[index], document.token_starts[index] + len(text))
        small = text[0].lower() + text[1:]
        fixes = [Fix.replace(span, small, safety=Safety.SAFE if sure else Safety.REVIEW)]
        before = document.token_texts[index - 1]
        if fold(text) in _SENTENCE_OPENERS and before.islower() and before.isalpha():
            stop = Fix.insert(
                span.start - 1,
                ".",
                safety=Safety.REVIEW,
                title=f"End the sentence after “{before}”",
            )
            fixes.append(stop)
        return self.finding(
            span,
            f"“{text}” has a capital in the middle of a sentence",
            evidence=evidence,
            fixes=tuple(fixes),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=self.confidence if sure else _LIKELY,
        )
