"""Speakers and verbs of saying of two sentences are run into one.

## What it does
Reports attributions that cannot be read: a hearer who is also the next speaker (`told Antony
Blinken said`), two speakers in a row with two verbs (`Lee Mayor Ana Ruiz said told`), a verb that
tells nobody anything after a sentence that was already attributed (`Lee said Mayor Ana Ruiz
told.`), a day between two verbs. Names count when they are written small, too. Where one reading
is likely, it is offered as a fix to look at.

## Why it matters
Machine rewriting and translation mix up who spoke to whom. The reader cannot know whose words
follow, and that is the one thing that an attribution is for.

## Flags
- Tel Aviv: Prime Minister ⟦Benjamin netanyahu Top US diplomat told Antony blinken Said on Friday⟧
  that Israel is ready.
- ⟦Anna Berg Interior minister told Oleg petrenko said⟧ the talks would go on.
- "We are ready," ⟦Foreign Minister told Lindqvist Oleg petrenko Said⟧.
- ⟦Berg told reporters on Monday said⟧ that the bridge would stay shut.
- "It was a mistake," ⟦Lindqvist said Mayor Ana Ruiz told⟧.
- UN envoy ⟦Carl Lindqvist Health Secretary Ana Ruiz Said told⟧: "We shall see."
- ⟦Lindqvist said on Friday told⟧ the BBC it was over.

## Does not flag
- He told Reuters he had said nothing of the kind.
- Berg, who told Ruiz it was over, said on Friday that she would leave.
- The man police said was armed told reporters he was not.
- Asked by Lee, Park said it was true, and asked whether Berg said so, he told CNN: 'I said no.'
- What he told Congress said a lot about the man. The story he told Congress said nothing.
- Lindqvist said Mayor Ana Ruiz told him to go, and Ruiz told the court evidence was missing.
- She told Edward Said on Friday that his book was good.
- The suspect, who police said told officers the truth, was let go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import (
    FINITE,
    PARTICIPLES,
    TELLING,
    Reader,
    close_pairs,
    span_of,
)
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind, Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token
    from copydesk.text.spans import Span

_NOMINATIVE: Final = frozenset("he she they we i".split())
_CLOSING_QUOTES: Final = frozenset('”"')
# What nobody can tell anything.
_DEAF: Final = frozenset(
    """
    agreement attack battle bill budget building campaign case ceasefire conflict cost crash crisis
    day deal death debt decision economy election fighting fire future game law length market match
    measure month move number offer operation plan price problem process project proposal question
    rate reform report result situation storm strike talks tax time truce vote war way week work
    year
    """.split()
)
_SUBJECT: Final = 4  # tokens from its article on in which a subject ends
_MOST: Final = 500  # garbles that are reported: nobody mends more, the text has to go
_SHOWN: Final = 90  # characters of the words that a message names
_FULL_NAME: Final = 2  # words of a name: a third one before it is somebody else


class GarbledAttribution(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "garbled-attribution"
    family = Family.ATTRIBUTION
    severity = Severity.ERROR
    confidence = 0.98
    scope = Scope.DOCUMENT  # its fixes read the article's tense and offices
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the reader of speakers."""
        super().__init__(lexicons)
        self._reader = Reader(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Judge the verbs of saying that stand close to another: clean copy has few."""
        done = found = 0
        for first, second in close_pairs(document):
            if first < done or found >= _MOST:
                continue
            evidence = self._judge(document, first, second)
            if not evidence:
                continue
            found += 1
            done = self._verbs_end(document, second)
            stop = self._reader.time_end(document, done)
            start = self._start(document, first)
            span = span_of(document, start, stop)
            shown = document.text[span.start : span.end]
            shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN].rstrip()}…"
            yield self.finding(
                span,
                f"“{shown}”: two attributions are run together, who said what cannot be told",
                evidence=evidence,
                fixes=self._fixes(document, (first, second), start, done, stop),
            )

    # --- which shapes are garbled -----------------------------------------------------------

    def _judge(self, document: Document, first: int, second: int) -> str:
        """Return why the two verbs fight over one sentence, "" where they don't."""
        reader, texts = self._reader, document.token_texts
        if not (reader.is_verb(document, first) and reader.is_verb(document, second)):
            return ""
        one, other = texts[first], texts[second]
        if second == first + 1:
            return self._judge_neighbours(document, first, second)
        tells = one.lower() in TELLING
        if tells and self._is_hearer(document, first + 1, second):
            strong = other[0].isupper() or self._holds_small_name(document, first + 1, second)
            if strong or self._stands_free(document, first):
                return f"After “{one}” comes the hearer and then “{other}”, a second finite verb"
        elif reader.time_end(document, first + 1) == second:
            if other.lower() not in PARTICIPLES and self._stands_free(document, first):
                return f"Both “{one}” and “{other}” claim the same speaker, with a day between"
        elif (
            other.lower() == "told"
            and reader.names_between(document, first + 1, second)
            and self._tells_nobody(document, second)
            and self._stands_free(document, first)
        ):
            return f"“{other}” has no hearer, and “{one}” has attributed the words already"
        return ""

    def _judge_neighbours(self, document: Document, first: int, second: int) -> str:
        """Judge two verbs side by side after two speakers; after one it is a doubled verb."""
        reader, texts = self._reader, document.token_texts
        start = reader.run_start(document, first)
        name_start, name_end = reader.speaker(document, start, first)
        office_end = name_end
        while office_end < first and reader.is_title(document, office_end):
            office_end += 1
        two_speakers = name_start < name_end < office_end < first
        if two_speakers and not reader.follows_relative(document, start):
            return f"Two speakers stand in a row, then “{texts[first]}” and “{texts[second]}”"
        return ""

    def _is_hearer(self, document: Document, start: int, stop: int) -> bool:
        """Tell whether the tokens name a hearer, and perhaps a day."""
        reader = self._reader
        end = reader.addressee_end(document, start)
        if end == start:
            # "told the BBC said", but not "told the court evidence": names only.
            start += document.token_texts[start].lower() == "the"
            end = start
            while end < stop and reader.names_between(document, start, end + 1):
                end += 1
        if end == start:
            return False
        return end == stop or reader.time_end(document, end) == stop

    def _holds_small_name(self, document: Document, start: int, stop: int) -> bool:
        """Tell whether a name is written small among the tokens."""
        reader = self._reader
        return any(
            lexical(document.token_texts[i])[1] is Shape.LOWER
            and reader.is_name(document, i)
            and not reader.is_title(document, i)
            for i in range(start, stop)
        )

    def _stands_free(self, document: Document, verb: int) -> bool:
        """Tell whether the clause of a verb is main and complete, so that no other may follow."""
        reader = self._reader
        before = document.token(verb).previous
        if before is not None and before.text in _CLOSING_QUOTES:
            return True  # a clause of its own: “…,” told Lee said
        return reader.has_plain_subject(document, verb, named=True) and not reader.follows_relative(
            document, verb
        )

    def _tells_nobody(self, document: Document, verb: int) -> bool:
        """Tell whether no hearer follows `told`."""
        after = document.token(verb).next
        if after is None or after.kind is Kind.MARK:
            return after is None or after.text not in "-–—/'’"
        if after.lower in _NOMINATIVE:
            return True
        beyond = after.next
        if beyond is None:
            return False
        determiner = after.lower in self.lexicons.determiners
        if after.lower == "that" and (
            beyond.lower in self.lexicons.determiners or beyond.lower in _NOMINATIVE
        ):
            return True
        if determiner and beyond.is_word:
            # “told the deal was dead”: what can't hear is the subject of what was said.
            while beyond is not None and beyond.index < after.index + _SUBJECT:
                if beyond.lower in _DEAF:
                    return self._is_finite(beyond.next)
                beyond = beyond.next
            return False
        return after.lower in {"there", "it"} and self._is_finite(beyond)

    def _is_finite(self, token: Token | None) -> bool:
        lexicons = self.lexicons
        return token is not None and (
            token.lower in lexicons.modals or token.lower in lexicons.auxiliaries
        )

    # --- where it begins and ends -----------------------------------------------------------

    def _verbs_end(self, document: Document, verb: int) -> int:
        """Return the token after the last of the verbs in a row."""
        stop = verb + 1
        texts, opens = document.token_texts, document.opens_sentence
        while stop < len(texts) and not opens[stop] and texts[stop].lower() in FINITE:
            stop += 1
        return stop

    def _start(self, document: Document, verb: int) -> int:
        """Return the first token of the first speaker's name, his office left out."""
        reader = self._reader
        start = reader.run_start(document, verb)
        if start == verb:
            before = document.token(verb).previous
            known = before is not None and before.lower in _NOMINATIVE
            return verb - 1 if known else verb
        return reader.speaker(document, start, verb)[0]

    # --- what may have been meant -------------------------------------------------------------

    def _fixes(
        self, document: Document, verbs: tuple[int, int], start: int, done: int, stop: int
    ) -> tuple[Fix, ...]:
        """Offer the readings that the words allow: who told whom, and who said it."""
        reader, texts = self._reader, document.token_texts
        first, second = verbs
        name_start, name_end = reader.speaker(document, start, first)
        if name_start == name_end and not reader.is_title(document, start):
            name_end = first  # a pronoun
        speaker = reader.proper(document, name_start, name_end)
        time = "".join(f" {texts[i]}" for i in range(done, stop))
        between = reader.proper(document, first + 1, second)
        names = [i for i in range(first + 1, second) if self._is_part_of_name(document, i)]
        beside = second == first + 1
        tells = not beside and texts[first].lower() in TELLING
        readings: list[str] = []
        if tells and not speaker and len(names) > _FULL_NAME:
            # “Minister told Karim Oleg Petrenko said”: Karim spoke, the rest came in.
            speaker = reader.proper(document, names[0], names[-_FULL_NAME])
        elif tells and start == first:
            speaker = between
        elif not speaker:
            speaker, name_end = reader.proper(document, start, first), first
        if tells:
            if start < first and len(names) <= _FULL_NAME:
                office = self._office(document, name_end, first)
                hearer = f"{office} {between}" if office else between
                readings.append(f"{speaker} {texts[first].lower()} {hearer}{time}")
            kept = texts[second:done]
        elif not beside and reader.time_end(document, first + 1) == second:
            if texts[first].lower() != texts[second].lower():
                readings.append(f"{speaker} {between} {texts[second].lower()}")
            kept, time = texts[first : first + 1], f" {between}"
        else:
            kept = texts[first:done] if beside else texts[first : first + 1]
        # The last verb comes first: it is the one that the sentence goes on from.
        verbs_kept = list(dict.fromkeys(verb.lower() for verb in reversed(kept)))
        if "said" in verbs_kept and "says" not in verbs_kept and _is_present(document):
            verbs_kept.append("says")
        alone = [f"{speaker} {verb}{time}" for verb in verbs_kept]
        span = span_of(document, start, stop)
        fixes = [Fix.replace(span, text, safety=Safety.REVIEW) for text in readings + alone]
        run = reader.run_start(document, start)
        shared = name_end == first and run < start
        if shared and self._is_foreign(document, span_of(document, run, start)):
            # One office for two persons: it may be the other's, as names get mixed up.
            wide, lost = span_of(document, run, stop), span_of(document, run, start)
            without = f"without “{lost.of(document.text)}”"
            fixes += [
                Fix.replace(wide, text, safety=Safety.REVIEW, title=f"Write “{text}”, {without}")
                for text in alone
            ]
        return tuple(fixes)

    def _is_foreign(self, document: Document, office: Span) -> bool:
        """Tell whether an office, not just a `Mr.`, is named nowhere else in the article."""
        shown = office.of(document.text).lower()
        words = shown.replace(".", " ").split()
        known = any(word in self._reader.title_words for word in words)
        if not known or shown.endswith("."):
            return False
        name = f"attribution.office {shown}"
        return document.once(name, lambda: document.lowered.count(shown)) == 1

    def _is_part_of_name(self, document: Document, index: int) -> bool:
        reader = self._reader
        return reader.is_name(document, index) and not reader.is_title(document, index)

    def _office(self, document: Document, start: int, stop: int) -> str:
        """Return the office that lost its holder: `Top US diplomat` becomes `top US diplomat`."""
        words = [document.token_texts[i] for i in range(start, stop)]
        if not any(word.islower() for word in words):
            return " ".join(words)
        lexicons = self.lexicons
        return " ".join(
            word.lower()
            if lexical(word)[1] is Shape.TITLE and word.lower() not in lexicons.nationalities
            else word
            for word in words
        )


def _is_present(document: Document) -> bool:
    """Tell whether the article reports in the present tense, a garble's “said” aside."""
    words = document.words
    says = len(words.get("says", ()))
    return says > 0 and says >= len(words.get("said", ()))
