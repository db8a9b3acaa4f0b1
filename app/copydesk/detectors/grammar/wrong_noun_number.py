"""A noun has the wrong number: `these man`, `one of the player`, `many problem`, `equipments`.

## What it does
Reports a singular noun after a word that asks for a plural, a plural after one that asks for a
singular, “one of” with a singular, a plural of a noun that has none, and “a” before such a noun.
The nouns are a list of those most frequent in news, and the noun has to end its phrase: `these land
mines`, `a sports car` and `many student leaders` are good English.

## Why it matters
Many languages mark number otherwise, or not at all, and a translation made word by word shows it.
The reader can't tell whether one is meant or more.

## Flags
- The police look for ⟦these man⟧, who are ⟦one of the gang leader⟧ of the town.
- ⟦Many problem⟧ remain, and ⟦each countries⟧ will send help.
- He gave us ⟦an advice⟧, some ⟦informations⟧ and the new ⟦equipments⟧.
- She has ⟦two child⟧ and came ⟦three day ago⟧. They have opened ⟦a shops⟧ in the north.
- The state needs ⟦many money⟧. It is ⟦one of the most important question⟧ of all.

## Does not flag
- These land mines and those student protests; many student leaders; both side streets.
- One of the cast, one of the family, one of the country’s best, one of the few.
- A sports car, a news conference, an information leak and an evidence bag.
- This houses a museum. Few man the barricades. Many a man has said so. Each plans to stay.
- Both man and horse; a five year plan; every ten years; another two weeks.
- A people, a species, a women’s shoe and a players’ union.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_NOUNS: Final = """
    accident actor actress airport animal article artist boat brother building candidate car church
    citizen college company country daughter death decision district doctor election factory family
    farmer girl boy hospital idea incident institution job journalist killing language law leader
    member minister month nation neighbour nurse officer official organisation organization player
    politician problem reason region religion resident river road scientist singer sister society
    soldier son song story student teacher town university victim village voter weapon week worker
    year city hour day court area tree island airline festival tournament lawyer prisoner tourist
    passenger customer investor supporter protester suspect refugee migrant
"""
# These are verbs, too: `few man the walls`, `those question it`, `each plans to`.
_VERBAL: Final = """
    attack bank book bomb bridge bus case challenge film friend game goal gun house issue loan
    market match measure minute park part place plan point product project question report school
    service ship shop star station step team thing vehicle way party group community government
"""
_ODD_PLURALS: Final = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
}
_COLLECTIVE: Final = frozenset(
    "family team party group community government company court society district".split()
)


def _plural(noun: str) -> str:
    if noun in _ODD_PLURALS:
        return _ODD_PLURALS[noun]
    if noun[-1] == "y" and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


_PURE: Final = frozenset(_NOUNS.split()) | frozenset(_ODD_PLURALS)
_PLURAL_OF: Final = {
    noun: _plural(noun) for noun in (_NOUNS + _VERBAL).split() + list(_ODD_PLURALS)
}
_SINGULAR_OF: Final = {plural: noun for noun, plural in _PLURAL_OF.items() if plural != "people"}
_SINGULARS: Final = frozenset(_PLURAL_OF)
_PLURALS: Final = frozenset(_SINGULAR_OF)
# Nouns without a plural, their wrong plurals, and what is meant.
_MASS: Final = frozenset(
    """
    advice equipment evidence furniture homework information luggage baggage software hardware
    machinery legislation feedback news
    """.split()
)
_MUCH: Final = _MASS - {"news"} | {"money", "electricity", "traffic", "knowledge"}
_NO_PLURALS: Final = {
    **{f"{noun}s": noun for noun in _MASS - {"news", "evidence", "machinery"}},
    "machineries": "machinery",
    "aircrafts": "aircraft",
    "spacecrafts": "spacecraft",
    "offsprings": "offspring",
    "sceneries": "scenery",
    "jewelleries": "jewellery",
    "sheeps": "sheep",
    "deers": "deer",
    "criterias": "criteria",
    "phenomenas": "phenomena",
    "bacterias": "bacteria",
    "datas": "data",
    "medias": "media",
    "policemens": "policemen",
    "fishermens": "fishermen",
    "clothings": "clothing",
    "underwears": "underwear",
    "knowledges": "knowledge",
    "mens": "men",
    "womens": "women",
    "childrens": "children",
    "evidences": "evidence",
}
_POSSESSORS: Final = frozenset({"mens", "womens", "childrens"})
_BEFORE_EVIDENCES: Final = frozenset(
    "the these those all some many any no of more new strong other concrete enough".split()
)
_MANY: Final = frozenset("many several few various both these those".split())
_NUMBERS: Final = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_ONE: Final = frozenset("every each another this a an".split())
_UNITS: Final = frozenset("year month week day hour minute".split())
_DETERMINERS: Final = frozenset("the these those his her their its our my your".split())
_BEFORE_UNIT: Final = frozenset(
    "a an the this that his her their its another every first last next one no".split()
)
# The phrase ends before these: what else follows may be its real noun.
_FIRM_ENDS: Final = frozenset(". , ; : ! ? is are was were has have had who which".split())
_ENDS: Final = _FIRM_ENDS | frozenset(
    """
    that will would can could should must may when where while in on at of for from to with by and
    or but as after before because since during between about into also said says remain remains
    agree agreed signed need want believe continue took went came died left ago later
    live lived gathered attended
    """.split()
)
_ENDS_OF_ONE: Final = _FIRM_ENDS | frozenset(
    "that when in on at of from to with by because before after".split()
)
_MIDDLE: Final = frozenset(
    """
    most best worst major top key leading big great senior young new local gang former
    famous main richest largest biggest oldest greatest strongest youngest highest longest poorest
    important popular powerful dangerous beautiful successful
    """.split()
)
_BEFORE_MUCH: Final = frozenset("how as however too very not pretty that this thus".split())
_MOST: Final = 2_000
_FEW: Final = 4


class WrongNounNumber(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "wrong-noun-number"
    family = Family.GRAMMAR
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the noun after each word that asks for a number."""
        keys, words = document.keys, document.words
        last = len(keys) - 1
        candidates = document.followed(_AFTER)
        for word in words.keys() & _NO_PLURALS.keys():
            candidates += words[word]
        for word in words.keys() & _MASS:
            candidates += [
                i - back for i in words[word] for back in (1, 2) if keys[i - back] in ("a", "an")
            ]
        for word in words.keys() & _UNITS:
            candidates += [
                i - 1 for i in words[word] if i and i < last and keys[i + 1] in ("ago", "later")
            ]
        for index in sorted(set(candidates))[:_MOST]:
            if index >= 0:
                found = self._judge(document.token(index))
                if found is not None:
                    yield found

    def _judge(self, first: Token) -> Finding | None:
        lower, noun = first.lower, first.next
        if lower in _NO_PLURALS:
            return self._no_plural(first)
        if noun is None or not first.touches(noun) or not noun.text.islower():
            return None
        if first.text != lower and not first.opens_sentence:
            return None
        if lower == "one":
            return self._one_of(first, noun)
        after = _after(noun)
        if lower in ("a", "an"):
            return self._mass(first, noun) or (
                self._report(first, noun, _SINGULAR_OF[noun.lower])
                if noun.lower in _PLURALS and after in _ENDS_OF_ONE
                else None
            )
        if lower in _ONE:
            right = _SINGULAR_OF[noun.lower]
            years = lower == "this" and right in _UNITS  # `this years` is “this year’s”
            sure = lower == "every" or (right in _PURE and not years)
            return self._report(first, noun, right) if sure and after in _ENDS else None
        if lower == "much":
            return self._much(first, noun, after)
        if lower in _MANY:
            return self._many(first, noun, after)
        return self._counted(first, noun, after)

    def _many(self, first: Token, noun: Token, after: str) -> Finding | None:
        """Find “these man”, “many problem”, “many money”."""
        if noun.lower in _MUCH:
            right = {"many": "much", "few": "little", "these": "this", "those": "that"}
            if after not in _ENDS or first.lower not in right:
                return None
            written = right[first.lower]
            written = written.capitalize() if first.text[0].isupper() else written
            fix = Fix.replace(first.span, written, safety=Safety.REVIEW)
            return self._found(first, noun, f"“{noun.text}” can’t be counted", fix)
        ends = _ENDS if noun.lower in _PURE else _FIRM_ENDS
        if after not in ends or (first.lower == "both" and after in ("and", "of")):
            return None
        return self._report(first, noun, _PLURAL_OF[noun.lower])

    def _much(self, first: Token, noun: Token, after: str) -> Finding | None:
        """Find “much people”, but not “how much people earn”."""
        before = first.previous
        if after not in _ENDS or (before is not None and before.lower in _BEFORE_MUCH):
            return None
        written = "Many" if first.text[0].isupper() else "many"
        fix = Fix.replace(first.span, written, safety=Safety.REVIEW)
        return self._found(first, noun, f"“{noun.text}” can be counted", fix)

    def _counted(self, first: Token, noun: Token, after: str) -> Finding | None:
        """Find “two child”, “three day ago”, “for five year before”."""
        before = first.previous
        if noun.lower in _UNITS:
            number = first.lower in _NUMBERS or (first.text.isdigit() and int(first.text[-9:]) > 1)
            led = before is not None and before.lower in _BEFORE_UNIT
            if not number or led or after not in ("ago", "later", "before", "after", "."):
                return None
            last = noun.next if after in ("ago", "later") else noun
            return self._report(first, noun, _PLURAL_OF[noun.lower], last)
        if first.lower not in _NUMBERS or (
            before is not None and before.lower in ("a", "day", "the")
        ):
            return None
        ends = _ENDS if noun.lower in _PURE else _FIRM_ENDS
        return self._report(first, noun, _PLURAL_OF[noun.lower]) if after in ends else None

    def _one_of(self, first: Token, of: Token) -> Finding | None:
        """Find “one of the player”, “one of the most important question”."""
        determiner = of.next
        before = first.previous
        if determiner is None or determiner.lower not in _DETERMINERS:
            return None
        if before is not None and before.lower in ("other", "this", "that", "every", "no"):
            return None
        noun = determiner.next
        for _ in range(_FEW):
            if noun is None or noun.lower not in _MIDDLE:
                break
            noun = noun.next
        if noun is None or noun.text not in _SINGULARS or noun.lower in _COLLECTIVE:
            return None
        if _after(noun) not in _ENDS:
            return None
        return self._report(first, noun, _PLURAL_OF[noun.lower])

    def _mass(self, article: Token, noun: Token) -> Finding | None:
        """Find “an advice”, “a good news”."""
        mass = noun
        if noun.lower in _GOOD and noun.next is not None and noun.touches(noun.next):
            mass = noun.next
        if mass.lower not in _MASS:
            return None
        if _after(mass) not in _ENDS_OF_ONE | {"about", "for"}:
            return None
        fix = Fix.delete(
            article.start, noun.start, safety=Safety.REVIEW, title="Delete the article"
        )
        return self._found(article, mass, f"“{mass.text}” can’t be counted", fix)

    def _no_plural(self, noun: Token) -> Finding | None:
        """Find “informations”, “aircrafts”, “womens”."""
        lower, before, after = noun.lower, noun.previous, noun.next
        if noun.text != lower:
            return None
        if lower == "evidences" and (before is None or before.lower not in _BEFORE_EVIDENCES):
            return None  # `which evidences that`
        if after is not None and noun.joins(after) and after.text in "'’":
            return None
        right = _NO_PLURALS[lower]
        if lower in _POSSESSORS:
            right += "" if after is None or after.lower in _ENDS else "'s"
        fix = Fix.replace(noun.span, right, safety=Safety.REVIEW)
        return self._found(noun, noun, f"“{_NO_PLURALS[lower]}” takes no -s", fix)

    def _report(self, first: Token, noun: Token, right: str, last: Token | None = None) -> Finding:
        fix = Fix.replace(noun.span, right, safety=Safety.REVIEW)
        reason = f"“{first.text}” asks for “{right}”"
        return self._found(first, last or noun, reason, fix)

    def _found(self, first: Token, last: Token, reason: str, fix: Fix) -> Finding:
        span = first.span.to(last.span)
        return self.finding(
            span,
            f"The number of the noun is wrong in “{span.of(first.document.text)}”",
            evidence=reason,
            fixes=(fix,),
        )


def _after(noun: Token) -> str:
    """Return the word after a noun, a full stop at the end."""
    following = noun.next
    return "." if following is None else following.lower


_GOOD: Final = frozenset("good bad great big new important old useful valuable false".split())
_AFTER: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(_MANY, _SINGULARS | _MUCH),
    **dict.fromkeys(_NUMBERS, _SINGULARS),
    **dict.fromkeys(_ONE, _PLURALS),
    "one": frozenset({"of"}),
    "much": _PLURALS | {"people"},
}
