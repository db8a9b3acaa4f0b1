"""The verb does not go with its subject: `he want`, `they was`, `there is many`.

## What it does
Reports a verb right after its subject that has the other number or person. Only subjects that
can't be anything else are looked at: pronouns, “everyone”, “there”, “many people”, “one of the
players”, “people who”. Questions, wishes (`they ask that he go`) and objects (`those who like you
are`) are left alone.

## Why it matters
Everybody who reads English trips over it. In an article it shows that nobody has read the text
after it was written or translated.

## Flags
- The minister said that ⟦he want⟧ to stay, but ⟦they was⟧ against it.
- ⟦This are⟧ the reasons, but ⟦she don't⟧ know them.
- ⟦There is many⟧ problems. ⟦Many people is⟧ without light.
- ⟦One of the suspects are⟧ a soldier. Those ⟦who has⟧ no ticket must wait.
- ⟦Nobody know⟧ how it began. When it rains, ⟦it make⟧ no sense to leave.

## Does not flag
- They demanded that he have a lawyer, and suggested that she go. Does he have one?
- People like you are rare, and friends of everyone are welcome. You and I are here.
- One of the players who are hurt is Berg. In this are two errors, and one of these is new.
- There was two minutes left. There is many a slip. Ten years is a long time.
- He is one of the few people who has seen it. He need not come. As it were.
- World War I is over. The killing of many people is a crime.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.grammar.clauses import CONJUNCTIONS, MINDS
from copydesk.detectors.grammar.verbs import THIRD_PERSONS, third_person
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_PLURAL_OF: Final = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_SINGULAR_OF: Final = {plural: singular for singular, plural in _PLURAL_OF.items()}
_BARE: Final = frozenset(
    "want need say know think go come take make give get see tell believe become hope keep bring "
    "understand decide remain".split()
)
_AFTER_IT: Final = frozenset("make seem become mean remain happen take".split())
_AFTER_ALL: Final = frozenset("know want need think believe seem".split())
_LIVES: Final = {"lives": "live", "needs": "need", "believes": "believe"}
_AFTER_HE: Final = frozenset("have haven't do don't are aren't".split()) | _BARE
_AFTER_THEY: Final = frozenset(_PLURAL_OF) | frozenset(
    "wants needs says knows makes takes goes gives gets comes thinks sees lives believes".split()
)
_WHOLE: Final = frozenset("everyone everybody someone somebody nobody everything".split())
_CROWDS: Final = frozenset("people children women men".split())
_SINGULARS: Final = frozenset("is was has does doesn't isn't wasn't hasn't".split())
_WRONG: Final[dict[str, frozenset[str]]] = {
    "he": _AFTER_HE,
    "she": _AFTER_HE,
    "it": frozenset("have haven't are aren't do don't".split()) | _AFTER_IT,
    "i": frozenset("is are has does doesn't hasn't isn't wants knows thinks".split()),
    "they": _AFTER_THEY,
    "we": _AFTER_THEY,
    "you": _SINGULARS,
    "this": frozenset("are were have".split()),
    "these": _SINGULARS,
    "those": _SINGULARS | {"who"},
    **dict.fromkeys(_WHOLE, frozenset("are have don't haven't aren't".split()) | _AFTER_ALL),
    **dict.fromkeys(_CROWDS, _SINGULARS | {"who"}),
    "there": frozenset("is was has have are were".split()),
    "one": frozenset({"of"}),
}
_ASKING: Final = frozenset(
    """
    do does did will would can could may might must shall should has have had is are was were be
    let lets make makes made help helped don't doesn't didn't won't wouldn't can't couldn't
    shouldn't and or nor neither either not if lest that whether see saw watch watched hear heard
    had rather
    """.split()
)
_WISHES: Final = tuple(
    """
    demand insist ask recommend suggest request urge propose order requir advis plead
    vital essential important imperative crucial necessary better
    """.split()
)
_HEARERS: Final = frozenset("reporters journalists media newsmen parliament them him her".split())
_SLASHES: Final = ("/", "(", "-")
_OPENING_MARKS: Final = frozenset(',;:—–“"‘(…')
_MANY: Final = frozenset("many several few various numerous these those both".split())
_NUMBERS: Final = frozenset("two three four five six seven eight nine ten".split())
_DEFINITE: Final = frozenset("the these those his her its their our my your".split())
_QUANTIFIERS: Final = _MANY | frozenset("the some most other".split())
_ROUNDLY: Final = frozenset("least than over about around nearly almost".split())
_NO_PLURALS: Final = frozenset(
    """
    days years weeks months hours minutes seconds times news politics series means species sports
    economics physics points goals miles pounds dollars thousands hundreds things metres kilometres
    """.split()
)
_ONCE: Final = frozenset(
    "rise increase fall decrease surge decline delay breakthrough mistake accident".split()
)
_MOST: Final = 2_000
_FEW: Final = 5
_ADJECTIVES: Final = 2


class SubjectVerbClash(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "subject-verb-clash"
    family = Family.GRAMMAR
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the word after each sure subject."""
        keys, words = document.keys, document.words
        last = len(keys) - 2
        candidates = document.followed(_WRONG)
        for word in _MANY:
            if word in words:
                candidates += [i for i in words[word] if i < last and keys[i + 2] in _SINGULARS]
        for index in sorted(set(candidates))[:_MOST]:
            found = self._judge(document.token(index))
            if found is not None:
                yield found

    def _judge(self, subject: Token) -> Finding | None:
        verb = subject.next
        lower, text = subject.lower, subject.text
        if verb is None or not subject.touches(verb):
            return None
        if text not in (lower, "I") and not (subject.opens_sentence and text == lower.capitalize()):
            return None  # `WE has`, the charity
        if verb.lower == "who":
            return self._crowd(subject, verb)
        if lower in _MANY and verb.lower not in _SINGULARS:
            return self._many(subject, verb)
        if verb.text != verb.lower:
            return None
        if lower in ("he", "she"):
            return self._he(subject, verb)
        if lower in ("they", "we"):
            before = subject.previous
            named = before is not None and before.lower in ("pronoun", "pronouns", "word", "called")
            return None if named else self._report(subject, verb)
        if lower == "you" and self._states(subject.previous):
            return None  # `what he will promise you is`
        if lower == "there":
            return self._there(subject, verb)
        if lower == "one":
            return self._one_of(subject, verb)
        if lower in _CROWDS:
            return self._crowd(subject, verb)
        return self._report(subject, verb) if self._starts(subject) else None

    def _he(self, subject: Token, verb: Token) -> Finding | None:
        """Find “he have”, “she want”, but not “does he have” nor “that he have”."""
        before, following = subject.previous, verb.next
        if before is not None:
            stated = before.lower == "that" and self._states(before.previous)
            asked = before.lower in _ASKING or before.text in _SLASHES
            if (asked and not stated) or before.lower.startswith(_WISHES):
                return None
        if verb.lower == "need" and (
            following is None or following.lower not in ("to", "a", "the", "more", "his", "her")
        ):
            return None
        return self._report(subject, verb)

    def _there(self, subject: Token, verb: Token) -> Finding | None:
        """Find “there is many”, “there was several”, “there have been a rise”."""
        counted = verb.next
        if verb.lower in ("has", "have"):
            if counted is None or counted.lower != "been":
                return None
            counted = counted.next
        noun = counted.next if counted is not None else None
        if counted is None or noun is None or not counted.touches(noun):
            return None
        if verb.lower in ("have", "are", "were"):
            once = counted.lower == "a" and noun.lower in _ONCE
            return self._report(subject, verb, counted) if once else None
        if counted.lower in _NUMBERS:
            plural = noun.lower.endswith("s") and noun.lower not in _NO_PLURALS and noun.is_word
            return self._report(subject, verb, counted) if plural else None
        many = counted.lower in _MANY and noun.lower not in ("a", "an", "of", "more", "and")
        return self._report(subject, verb, counted) if many else None

    def _many(self, subject: Token, noun: Token) -> Finding | None:
        """Find “many people is”, “both sides has”, “these cases was”."""
        verb, lower = noun.next, noun.lower
        if verb is None or not noun.touches(verb) or not noun.text.islower():
            return None
        if lower in _CROWDS:
            return None  # found from there
        if not (self._is_plural(lower) and verb.text in _SINGULARS and self._starts(subject)):
            return None
        return self._report(subject, verb)

    def _one_of(self, subject: Token, of: Token) -> Finding | None:
        """Find “one of the players are”."""
        determiner = of.next
        if determiner is None or determiner.lower not in _DEFINITE or not self._starts(subject):
            return None
        noun = determiner.next
        for _ in range(_ADJECTIVES):
            if noun is None or noun.lower[-1] == "s" or noun.lower in _CROWDS:
                break
            noun = noun.next
        verb = noun.next if noun is not None else None
        if noun is None or verb is None or not self._is_plural(noun.lower):
            return None
        if verb.text not in ("are", "were", "have") or not noun.touches(verb):
            return None
        return self._report(subject, verb)

    def _crowd(self, subject: Token, verb: Token) -> Finding | None:
        """Find “the children was”, “people who lives”."""
        first, before = subject, subject.previous
        for _ in range(_ADJECTIVES):
            if before is None or not _counts(before):
                break
            first, before = before, before.previous
        if first is not subject and before is not None and before.lower in _ROUNDLY:
            first, before = before, before.previous
            if first.lower in ("least", "than") and before is not None:
                first = before  # `at least`, `more than`
        if verb.lower != "who":
            return self._report(first, verb) if self._starts(first) else None
        following = verb.next
        if following is None or following.text not in _AFTER_THEY:
            return None
        ahead = subject.previous
        for _ in range(_FEW):
            if ahead is None:
                break
            if ahead.lower in ("one", "of", "only", "than", "number"):
                return None
            ahead = ahead.previous
        return self._report(verb, following)

    def _starts(self, subject: Token) -> bool:
        """Tell whether a clause begins with this word."""
        before = subject.previous
        if before is None:
            return True
        if before.kind is Kind.MARK:
            return before.text in _OPENING_MARKS
        if before.lower == "that":
            return self._states(before.previous)
        if before.lower in ("and", "or", "nor", "so", "yet", "before", "since", "until", "after"):
            return False  # `by you and he`, `after this`
        return before.lower in CONJUNCTIONS or self._states(before)

    def _states(self, verb: Token | None) -> bool:
        """Tell whether a verb says how things are, not how somebody wishes them to be."""
        if verb is None:
            return False
        lower = verb.lower
        if lower in _HEARERS:
            return verb.previous is not None and verb.previous.lower in ("told", "informed")
        return not lower.startswith(_WISHES) and (
            lower in self.lexicons.reporting_verbs or lower in MINDS
        )

    def _is_plural(self, lower: str) -> bool:
        return lower in _CROWDS or (
            lower.endswith("s")
            and not lower.endswith(("ss", "us", "is", "'s"))
            and lower not in _NO_PLURALS
            and lower[:-1] in self.lexicons.words
        )

    def _report(self, subject: Token, verb: Token, last: Token | None = None) -> Finding:
        span = subject.span.to((last or verb).span)
        lower = verb.lower
        right = (
            "am"
            if subject.lower == "i" and lower in ("is", "are")
            else _PLURAL_OF.get(lower)
            or _SINGULAR_OF.get(lower)
            or THIRD_PERSONS.get(lower)
            or _LIVES.get(lower)
            or third_person(lower)
        )
        if subject.lower == "i" and lower in ("has", "does", "hasn't", "doesn't"):
            right = _PLURAL_OF[lower]
        return self.finding(
            span,
            f"The verb “{verb.text}” does not go with its subject",
            evidence=f"“{subject.text}” takes “{right}”" if right else "",
            fixes=(Fix.replace(verb.span, right, safety=Safety.REVIEW),) if right else (),
        )


def _counts(token: Token) -> bool:
    number = token.kind is Kind.NUMBER and token.text.replace(",", "").isdigit()
    return number or token.lower in _QUANTIFIERS or token.lower in _NUMBERS
