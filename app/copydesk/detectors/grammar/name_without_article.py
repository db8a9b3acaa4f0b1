"""A name that needs “the” stands without it: `in Supreme Court`, `near Afghan border`.

## What it does
Reports, after a preposition, the names of courts, ministries, parliaments, seas and the like that
always have “the” (`by Ministry of Health`), a nation’s adjective with the one capital, border or
parliament that it has (`in Syrian capital`), a family or government named after a person (`saved
Sharif family`), and what there is one of (`of judiciary`, `incumbent government`). The name has to
end its phrase: `Supreme Court judges` needs none. Headlines and captions are left alone.

## Why it matters
Russian, Urdu, Turkish and many other languages have no article, and a translation made word by word
leaves it out. It is the most frequent slip of such texts.

## Flags
- The party filed a petition ⟦in Supreme Court⟧ against the law.
- It was approved ⟦by Ministry of Health⟧, officials said on Monday.
- The men were killed ⟦near Afghan border⟧ and were buried ⟦in Syrian capital⟧.
- He always ⟦saved Sharif family⟧, but does not ⟦accept incumbent government⟧.
- It is a test ⟦of judiciary⟧, he said to the reporters there.

## Does not flag
- He works in Supreme Court reporting, and talks of Sharif family members at home.
- After years of Conservative government, voters wanted change in American government.
- Indian authorities agreed, and pressure on Chinese officials grew because of American leadership.
- From Black Sea ports the grain goes to Afghan border towns, and to Turkish city folk.
- Supreme Court to hear case in May ¶ Petition filed in Supreme Court
- In federal government and in local government, women are rare, she said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.grammar.clauses import is_running_text
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_PREPOSITIONS: Final = frozenset(
    """
    in of by from at against with to for on near into through before across along around outside
    inside over under during since between behind towards toward
    """.split()
)
# Names by their last word, each with the words before it.
_NAMES: Final = {
    "court": "supreme high constitutional federal",
    "assembly": "national legislative provincial general",
    "commission": "election electoral european planning",
    "bank": "world central reserve state",
    "council": "security",
    "ministry": "foreign interior defence defense finance health education justice labour energy",
    "office": "foreign home",
    "department": "state justice",
    "union": "african soviet",
    "league": "arab premier champions",
    "cross": "red",
    "crescent": "red",
    "east": "middle far",
    "cup": "world",
    "games": "olympic commonwealth",
    "sea": "black red baltic mediterranean caspian dead north",
    "war": "cold",
    "party": "labour republican democratic communist conservative",
    "republic": "dominican",
    "ocean": "atlantic pacific indian arctic",
}
_LONE_NAMES: Final = frozenset(
    """
    senate vatican balkans caucasus bundestag knesset duma holocaust danube rhine
    nile himalayas alps mediterranean maldives bahamas
    """.split()
)
_OFFICES: Final = frozenset({"ministry", "department"})
# A nation has one of each.
_NATIONAL: Final = frozenset(
    """
    capital city town village border coast island province region navy army parliament embassy side
    constitution regime presidency delegation government economy
    """.split()
)
_CAPITALISED: Final = frozenset("navy army parliament embassy government".split())
_OF_A_PERSON: Final = frozenset("family government administration regime dynasty".split())
_UNIQUE: Final = frozenset("judiciary constitution".split())
_INCUMBENT: Final = frozenset("incumbent ruling outgoing caretaker".split())
_RULERS: Final = frozenset("government party coalition regime administration".split())
_VERBS: Final = frozenset(
    """
    saved attacked accused accept accepted support supported criticised criticized defend defended
    beat blamed helped joined join left leave topple overthrow remove removed slammed praised
    condemned urged warned urge blame help protect protected challenge challenged defeat defeated
    """.split()
)
# Sorts of government rather than one: `years of Conservative government`.
_SORTS: Final = frozenset(
    """
    labour labor tory conservative communist coalition state local republican democratic christian
    democrat socialist american federal liberal western islamic muslim jewish catholic royal civil
    every another no each some any first
    """.split()
)
_ENDS: Final = frozenset(
    """
    . , ; : ! ? and in on for to from with is was has had have will would that who which after
    before said says because as when while during against by at until near of last this next today
    yesterday earlier again about over into between also then there here
    """.split()
)
_STANDARD: Final = frozenset("of in under".split())  # `in American government`
_LINKS: Final = _PREPOSITIONS | _VERBS
_BEFORE: Final = {last: frozenset(firsts.split()) for last, firsts in _NAMES.items()}
_LAST_WORDS: Final = (
    _BEFORE.keys() | _LONE_NAMES | _OFFICES | _NATIONAL | _OF_A_PERSON | _UNIQUE | _RULERS
)
_MOST: Final = 2_000


class NameWithoutArticle(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "name-without-article"
    family = Family.GRAMMAR
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look before each such name: nearly all have their article there."""
        keys, words = document.keys, document.words
        candidates = [
            index
            for word in words.keys() & _LAST_WORDS
            for index in words[word]
            if keys[index - 1] in _LINKS or keys[index - 2] in _LINKS
        ]
        for index in sorted(candidates)[:_MOST]:
            found = self._judge(document.token(index))
            if found is not None:
                yield found

    def _judge(self, last: Token) -> Finding | None:
        """Find the link before the name, and look whether the phrase ends after it."""
        before = last.previous
        if before is None or not before.touches(last):
            return None
        link, end = before, last
        lower, capital = last.lower, last.text[0].isupper()
        if before.text in _PREPOSITIONS:
            if lower in _OFFICES and capital:
                named = _office(last)
                if named is None:
                    return None
                end = named
            elif (lower not in _LONE_NAMES or last.shape is not Shape.TITLE) and (
                lower not in _UNIQUE or capital
            ):
                return None
        else:
            ahead = before.previous
            if ahead is None or not ahead.touches(before) or ahead.text not in _LINKS:
                return None
            if not self._needs(ahead.text, before, last):
                return None
            link = ahead
        after = end.next
        if after is not None and lower == "constitution" and after.lower == "of":
            return None  # `the matter of constitution of a board`
        if (
            after is not None
            and (after.lower not in _ENDS or not end.touches(after))
            and (after.text not in _MARKS)
        ):
            return None
        return self._report(link, end) if is_running_text(link) else None

    def _needs(self, link: str, first: Token, last: Token) -> bool:
        """Tell whether two words are a name, or mean one thing only."""
        one, lower = first.lower, last.lower
        capital = last.text[0].isupper()
        named = first.text[0].isupper()
        if named and capital and one in _BEFORE.get(lower, ()):
            return link in _PREPOSITIONS
        if one in _INCUMBENT:
            return lower in _RULERS
        if not named or one in _SORTS or one.endswith("'s"):
            return False
        if one in self.lexicons.nationalities:
            plain = lower in ("government", "economy") and link in _STANDARD
            written = not capital or lower in _CAPITALISED  # not `in Spanish Town`
            return lower in _NATIONAL and link in _PREPOSITIONS and written and not plain
        return (
            lower in _OF_A_PERSON
            and not capital
            and first.shape is Shape.TITLE
            and link not in _STANDARD - {"of"}
            and one not in self.lexicons.function_words
            and not (link == "of" and lower != "family")
        )

    def _report(self, link: Token, end: Token) -> Finding:
        document = link.document
        name = document.token(link.index + 1)
        shown = document.text[name.start : end.end]
        return self.finding(
            link.span.to(end.span),
            f"“the” seems to be missing before “{shown}”",
            evidence="The name has an article in English wherever it ends its phrase",
            fixes=(Fix.insert(name.start, "the ", safety=Safety.REVIEW),),
        )


_MARKS: Final = frozenset('.,;:!?)”"’')


def _office(ministry: Token) -> Token | None:
    """Return the last word of “Ministry of Health”."""
    of = ministry.next
    if of is None or of.text != "of" or of.next is None:
        return None
    end: Token | None = None
    following: Token | None = of.next
    while following is not None and following.shape is Shape.TITLE:
        end, following = following, following.next
    return end
