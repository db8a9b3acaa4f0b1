"""A pronoun has the other gender than the person just named.

## What it does
Reports “himself” after a woman and “herself” after a man, where nothing but a verb and small words
stand between, so that nobody else can be meant, and where a title, a noun or a given name says who
it is (`Mrs Berg described himself`, `the actress hurt himself`). “He” and “she” may mean somebody
of the sentence before and are not looked at. The given names are a short list, written by hand, of
those that only one gender bears. It is a preview: it runs only when asked for, since most clashes
are with “he”, “she” and “his”.

## Why it matters
Languages that have one pronoun for both leave the choice to the translator. The reader takes the
person for another.

## Flags
- Mrs Berg described ⟦himself⟧ as a friend of the town.
- The actress has hurt ⟦himself⟧ at work. The king called ⟦herself⟧ a friend of the town.
- Giorgia Meloni found ⟦himself⟧ alone in the hall.
- The spokeswoman did not speak of ⟦himself⟧ at all.

## Does not flag
- Mrs Berg described herself as a friend, and Mr Berg himself was there.
- The actress met the director himself. The queen saw the man who had hurt himself.
- Mrs Berg asked the boy to wash himself. His mother and he himself were there.
- The woman said he had hurt himself.
- Alex Berg described himself as a friend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Related, Safety, Severity
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_REFLEXIVES: Final = {"himself": "herself", "herself": "himself"}
_WOMEN: Final = frozenset(
    """
    mrs ms miss mme queen princess duchess countess baroness lady madam woman girl mother sister
    daughter wife aunt niece grandmother actress waitress heiress hostess spokeswoman businesswoman
    congresswoman chairwoman policewoman saleswoman sportswoman nun bride widow
    """.split()
)
_MEN: Final = frozenset(
    """
    mr king prince duke sir man boy father brother son husband uncle nephew grandfather actor
    spokesman businessman congressman chairman policeman salesman sportsman fireman monk groom
    widower gentleman
    """.split()
)
# Given names that only one gender bears, in the languages whose news is in English.
_WOMEN_NAMES: Final = frozenset(
    """
    giorgia angela ursula kamala hillary michelle melania ivanka theresa margaret nicola jacinda
    christine annalena marine brigitte anna maria elizabeth victoria catherine katherine sarah
    rachel rebecca jennifer jessica emily emma olivia sophia isabella hannah laura julia eva
    elena irina natalia olga svetlana tatiana yulia ekaterina anastasia fatima aisha khadija
    zainab maryam nadia layla priyanka deepika sonia indira benazir malala aung elif ayse
    francesca chiara giulia paola carmen pilar lucia dolores guadalupe ingrid astrid birgit
    greta scarlett beyonce madonna taylor serena venus simone megan meghan
    """.split()
) - {"taylor", "aung", "venus", "simone"}
_MEN_NAMES: Final = frozenset(
    """
    donald joe barack george boris rishi david tony keir emmanuel nicolas olaf gerhard silvio
    matteo giuseppe vladimir dmitry sergei volodymyr recep narendra rahul imran nawaz benjamin
    mahmoud mohammed muhammad ahmed hassan hussein abdullah ibrahim yusuf mustafa omar khalid
    john james robert william richard thomas charles joseph michael peter paul stephen steven
    kevin brian edward ronald kenneth anthony frank gary eric jack jacob luke henry oliver
    pedro juan carlos jose luis miguel antonio francisco javier jorge diego pablo lionel cristiano
    giovanni marco paolo luca hans klaus jurgen jürgen wolfgang heinrich lars erik anders
    """.split()
)
_BETWEEN: Final = 6  # tokens between the person and the pronoun
_NAME: Final = 3  # tokens of a name
_OTHERS: Final = frozenset(
    "to who whom that which whose and or but than like as if when while because ,".split()
)


class PronounGenderClash(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "pronoun-gender-clash"
    family = Family.TRANSLATION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"
    preview = True  # it found 0 of 30 clashes that were written without knowing it

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look back from each "himself" and "herself": one or two in an article."""
        for token in document.occurrences(_REFLEXIVES.keys()):
            person = self._person(token)
            if person is None:
                continue
            clashing = (
                _is(person, _WOMEN, _WOMEN_NAMES)
                if token.lower == "himself"
                else _is(person, _MEN, _MEN_NAMES)
            )
            if not clashing:
                continue
            first, last = person[0], person[-1]
            shown = first.span.to(last.span).of(document.text)
            better = _REFLEXIVES[token.lower]
            yield self.finding(
                token.span,
                f"“{token.text}” stands for “{shown}”: “{better}”?",
                evidence="Nobody else is named between the two",
                fixes=(Fix.replace(token.span, better, safety=Safety.REVIEW),),
                related=(Related(first.span.to(last.span), "who is meant"),),
            )

    def _person(self, reflexive: Token) -> list[Token] | None:
        """Return the words of the person that is the subject, None where another may be meant."""
        token = reflexive.previous
        lexicons = self.lexicons
        for _ in range(_BETWEEN):
            if token is None:
                return None
            lower = token.lower
            if token.shape is Shape.TITLE or lower in _WOMEN or lower in _MEN:
                # "The director himself": the pronoun only stresses the word before it.
                adjacent = token.index + 1 == reflexive.index
                return None if adjacent else _name_before(token)
            if (
                token.kind is not Kind.WORD
                or lower in _OTHERS
                or lower in lexicons.determiners
                or lower in lexicons.pronouns
            ):
                return None
            token = token.previous
        return None


def _name_before(last: Token) -> list[Token]:
    """Return the capitalised words up to `last`, with the noun before them: "actress Eva Berg"."""
    words = [last]
    if last.shape is Shape.TITLE:
        before = last.previous
        while before is not None and before.shape is Shape.TITLE and len(words) <= _NAME:
            words.insert(0, before)
            before = before.previous
        if before is not None and before.lower in _WOMEN | _MEN:
            words.insert(0, before)
    return words


def _is(words: list[Token], nouns: frozenset[str], names: frozenset[str]) -> bool:
    """Tell whether a title, a noun or the given name says so, and no word says otherwise."""
    first = words[0].lower
    other = _MEN if nouns is _WOMEN else _WOMEN
    if not other.isdisjoint(word.lower for word in words):
        return False
    before = words[0].previous
    if before is not None and (before.lower in ("and", "or", "of") or before.text == ","):
        return False  # "The friend of Mrs Berg hurt himself."
    return first in nouns or (len(words) > 1 and first in names)
