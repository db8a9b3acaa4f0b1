"""Verb forms stand together that can't: `has did not`, `did not came`, `must to leave`.

## What it does
Reports an auxiliary, a modal verb or “to” that is followed by a form which English doesn't allow
there: a past after “did not” or “to”, “to” after “must”, two modals, a base or a past after “have”,
“is been”, a base in a passive, a passive of “die” or “happen”. Places where two clauses meet (`what
he did not came back`) are left alone. The forms are lists of English grammar.

## Why it matters
Programs that replace a verb do not look at the one beside it, and a translation made word by word
keeps the forms of the other language. The reader stumbles, and can't be sure of the time meant.

## Flags
- The film ⟦has did not⟧ make a profit, and the owner ⟦did not came⟧ to the meeting.
- They ⟦must to leave⟧ by May, and he ⟦will can⟧ return.
- She wants ⟦to went⟧ home. The mayor ⟦have went⟧ to the capital.
- The road ⟦is been⟧ closed. The plan will ⟦be announce⟧ in May.
- The farmers ⟦can be able to⟧ sell. He ⟦was not allow to⟧ speak.
- Three men ⟦was died⟧, and nobody ⟦is agree⟧ with it.
- Why ⟦did they took⟧ the train? He ⟦should has⟧ known.

## Does not flag
- What he did not do came back. Those who did not were fined.
- The lead they had became smaller, and the effect it had did not last.
- All they could do was wait. The people she spoke to went home.
- The question is can we win. The will to win is there, and free will existed.
- He did what he could to help. You must too. It is a must to see.
- The school that he went to became a museum. He used to live there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.grammar.clauses import SUBJECT_PRONOUNS, heads_clause
from copydesk.detectors.grammar.slips import Slip, deleted, written
from copydesk.detectors.grammar.verbs import (
    FINITE,
    GERUNDS,
    PARTICIPLES,
    PASSIVE_BASES,
    PAST_ONLY,
    PURE_BASES,
    THIRD_PERSONS,
    third_person,
)
from copydesk.findings import Family, Fix, Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_BETWEEN: Final = frozenset("not also never already just still even ever always".split())
_NOT: Final = frozenset({"not", "never"})
_WH: Final = frozenset("why how when where what".split())
_DO: Final = frozenset("do does did".split())
_REFUSED_DO: Final = frozenset("don't doesn't didn't".split())
_HAVE: Final = frozenset("has have had hasn't haven't hadn't".split())
_BE: Final = frozenset("is are was were".split())
_MODALS: Final = frozenset("will would can could may might must shall should".split())
_REFUSED_MODALS: Final = frozenset(
    "cannot can't won't wouldn't couldn't shouldn't mustn't shan't".split()
)
_FIRM_MODALS: Final = frozenset("should would could shall".split()) | _REFUSED_MODALS
_TO_NEVER_AFTER: Final = frozenset("must should shall cannot can't mustn't shouldn't".split())
# Words of their own beside being pasts: `to found`, `a saw`, `the rose`, `broke` for penniless.
_OTHER_WORDS: Final = frozenset("found saw fell rose broke hid froze drove felt used".split())
_LOST: Final = frozenset(PAST_ONLY) - _OTHER_WORDS
_PASTS: Final = frozenset(form for form in FINITE if form[-1] != "s") - _OTHER_WORDS - {"been"}
_FIRM_PASTS: Final = _LOST | frozenset(
    "had made brought bought caught taught built held kept sold told sent met got".split()
)
_FINITE_BE: Final = frozenset("is are was were".split())
_AFTER_DO_NOT: Final = (frozenset(FINITE) | _FINITE_BE | {"saw"}) - {"used"}
_THIRD: Final = frozenset(THIRD_PERSONS)
_GERUNDS: Final = frozenset("being having going doing taking making giving getting coming".split())
_TO_BE_ALLOWED: Final = frozenset("allow expect suppose oblige require".split())
# What happens to nobody has no passive: `was died`.
_NEVER_PASSIVE: Final = frozenset(
    "died happened occurred existed belonged consisted participated arrived appeared".split()
)
_STATES: Final = frozenset("agree depend belong consist contain exist seem".split())
_MOTION: Final = frozenset("went came became ran grew did".split())
# A modal's noun: `the political will`, `a can`, `military might`, `a must`.
_NOUN_BEFORE: Final = frozenset(
    """
    the a an his her its their our my your this that no any some free good ill political public
    popular national strong sheer collective divine iron last living own military human watering
    tin beer god's people's
    """.split()
)
_WANTING: Final = frozenset(
    """
    want wants wanted able unable decided decides failed fails tried tries trying managed manages
    refused refuses intends intended hoping likely unlikely willing unwilling eager planning
    supposed order
    """.split()
)
_NEEDING: Final = frozenset(
    """
    going has have had need needs needed used ready began started forced allowed expected agreed
    agrees
    """.split()
)
_AFTER_PASSIVE: Final = frozenset(". , in by on at for with to and after before from".split())
# Their content follows as a command or a question: `the advice was keep calm`.
_CONTENTS: Final = frozenset(
    """
    question point thing answer worry debate idea advice message step way option solution
    alternative choice goal aim task priority instruction motto response reaction attitude
    """.split()
)
_HAVE_FOR_BE: Final = {"is": "has", "are": "have", "was": "had", "were": "had"}


def _wrong_after() -> dict[str, frozenset[str]]:
    """Return, for each auxiliary, what can't follow it."""
    after_be = _LOST | {"been", "has", "have"} | _MODALS | _TO_BE_ALLOWED | _NEVER_PASSIVE | _STATES
    after_modal = (
        _PASTS | _THIRD | _MODALS | _GERUNDS | _FINITE_BE | {"to", "able", "unable", "found"}
    )
    return {
        **dict.fromkeys(_DO | _REFUSED_DO, _AFTER_DO_NOT | _GERUNDS),
        **dict.fromkeys(
            _HAVE, _LOST | {"fell", "froze", "drove", "saw"} | PURE_BASES | {"do", "does"}
        ),
        **dict.fromkeys(("is", "are"), after_be),
        **dict.fromkeys(("was", "were"), after_be | PURE_BASES),
        **dict.fromkeys(
            ("be", "been"), PURE_BASES | PASSIVE_BASES | _LOST | {"able"} | _NEVER_PASSIVE
        ),
        **dict.fromkeys(_MODALS | _REFUSED_MODALS, after_modal),
    }


_WRONG_AFTER: Final = _wrong_after()
_AFTER_TO: Final = _PASTS | _THIRD | frozenset(GERUNDS)
_BEFORE_TO: Final = _WANTING | _NEEDING
# A word may stand between: “not”, and the subject of a question.
_PASSED: Final = _BETWEEN | SUBJECT_PRONOUNS
_WIDE: Final = {
    word: wrong | (_PASSED if word in _DO else _BETWEEN) for word, wrong in _WRONG_AFTER.items()
} | {"to": _AFTER_TO}
_FEW: Final = 5
_WITH_DOING: Final = 12  # `all that he did when … was invite his friends`
_FARTHEST: Final = 3
_MOST: Final = 2_000  # places that are looked at closely


class ImpossibleVerbGroup(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "impossible-verb-group"
    family = Family.SUBSTITUTION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the word after each auxiliary and each “to”: a look-up for each."""
        keys, words = document.keys, document.words
        last = len(keys) - 1
        candidates: list[tuple[int, int]] = []
        for word, wide in _WIDE.items():
            if word in words:
                for first in words[word]:
                    if first != last and keys[first + 1] in wide:
                        verb = first + 1
                        while verb < last and keys[verb] in _PASSED and verb - first < _FARTHEST:
                            verb += 1
                        if keys[verb] in wide and keys[verb] not in _PASSED:
                            candidates.append((first, verb))
        candidates = sorted(candidates)[:_MOST]
        found = [
            self._judge(document.token(first), document.token(verb)) for first, verb in candidates
        ]
        for slip in filter(None, found):
            span = slip.first.span.to(slip.last.span)
            yield self.finding(
                span,
                f"The verb forms of “{span.of(document.text)}” do not go together",
                evidence=slip.reason,
                fixes=slip.fixes,
            )

    def _judge(self, first: Token, verb: Token) -> Slip | None:
        """Tell what is wrong about an auxiliary and a form that stands after it."""
        between: list[str] = []
        token = first
        while token != verb:
            following = token.next
            if following is None or not token.touches(following):
                return None
            token = following
            between.append(token.lower)
        between.pop()
        if first.text not in (first.lower, first.lower.capitalize()):
            return None  # `IS has been driven back`
        word = first.lower
        if word == "to":
            return self._after_to(first) if not between else None
        if not SUBJECT_PRONOUNS.isdisjoint(between) and word not in _DO:
            return None
        if word in _DO or word in _REFUSED_DO:
            return self._after_do(first, verb, between)
        if word in _HAVE:
            return self._after_have(first, verb)
        if word in _BE:
            return self._after_be(first, verb)
        if word in ("be", "been"):
            return self._after_passive(first, verb)
        return self._after_modal(first, verb, between)

    def _after_do(self, first: Token, verb: Token, between: list[str]) -> Slip | None:
        """Find “did not came” and “Why did they took”."""
        before = first.previous
        if not SUBJECT_PRONOUNS.isdisjoint(between):
            if not (first.opens_sentence or (before is not None and before.lower in _WH)):
                return None
        elif (first.lower in _DO and _NOT.isdisjoint(between)) or not heads_clause(
            first, self.lexicons
        ):
            return None
        reason = f"“{first.text}” takes the plain form of a verb"
        return Slip(first, verb, reason, _plain(verb))

    def _after_have(self, first: Token, verb: Token) -> Slip | None:
        """Find “has did not”, “have went”, “has announce”."""
        before, lower = first.previous, verb.lower
        governed = before is not None and (
            before.lower in _MODALS or before.lower in _REFUSED_MODALS or before.lower == "to"
        )
        if not governed and not heads_clause(first, self.lexicons):
            return None
        following = verb.next
        if lower in ("did", "does", "do"):
            doubled = following is not None and (following.lower in _NOT | PARTICIPLES.keys())
            fix = (
                deleted(first.document, first.start, verb.start)
                if doubled
                else written(verb, "done")
            )
            return Slip(
                first,
                following if doubled and following is not None else verb,
                f"“{first.text}” and “{verb.text}” are two auxiliaries, and one is enough",
                (fix,),
            )
        participle = PARTICIPLES[PAST_ONLY.get(lower, lower)]
        return Slip(
            first,
            verb,
            f"“{first.text}” takes the participle “{participle}”",
            (written(verb, participle),),
        )

    def _after_be(self, first: Token, verb: Token) -> Slip | None:
        """Find “is been”, “was went”, “were took”, “is will”, “was allow to”, “was announce”."""
        lower, following, before = verb.lower, verb.next, first.previous
        if lower in _TO_BE_ALLOWED and following is not None and following.lower == "to":
            return _passive(first, verb, following)
        if before is not None and first.text[0].isupper():
            return None  # `Dr Are has spoken`
        words = {token.lower for token in _before(first, _WITH_DOING)}
        introduced = (before is not None and before.lower in _CONTENTS) or (
            lower in PURE_BASES and not words.isdisjoint(_DO)
        )
        if introduced or not heads_clause(first, self.lexicons):
            return None
        if lower == "been":
            right = _HAVE_FOR_BE[first.lower]
            reason = f"“been” follows “{right}”, not “{first.text}”"
            return Slip(first, verb, reason, (written(first, right),))
        if lower in _MODALS or lower in ("has", "have"):
            after = "" if following is None else following.lower
            goes_on = after in ("be", "not", "been", "to") or (
                after in PARTICIPLES if lower in _MODALS else after in FINITE
            )
            return _without_first(first, verb) if goes_on else None
        if lower in _STATES:
            base = lower if first.lower in ("are", "were") else third_person(lower)
            fix = Fix.replace(first.span.to(verb.span), base, safety=Safety.REVIEW)
            return Slip(first, verb, f"“{lower}” is a verb and needs no “{first.text}”", (fix,))
        if lower in _MOTION or lower in _NEVER_PASSIVE:
            led = following is not None and following.lower == "at"
            return _without_first(first, verb) if not led else None  # `was arrived at`
        return _passive(first, verb, verb) if lower not in _TO_BE_ALLOWED else None

    def _after_passive(self, first: Token, verb: Token) -> Slip | None:
        """Find “will be announce”, “has been arrest”, “been took”, “can be able to”."""
        lower, following, before = verb.lower, verb.next, first.previous
        if before is None:
            return None
        if lower == "able":
            if before.lower not in ("can", "cannot", "can't") or first.lower == "been":
                return None
            to = following if following is not None and following.lower == "to" else verb
            fixes = (
                Fix.delete(before.end, to.end, safety=Safety.REVIEW, title="Delete “be able to”"),
            )
            reason = "“can” and “be able to” say the same"
            return Slip(before, to, reason, fixes if to is not verb else ())
        if lower in _NEVER_PASSIVE:
            led = following is not None and following.lower == "at"
            perfect = first.lower == "been" and before.lower in _HAVE and not led
            return _without(first, verb) if perfect else None
        if lower in _MOTION:
            return None
        words = {token.lower for token in _before(first, _FEW)}
        if "there" in words or not words.isdisjoint(_CONTENTS):
            return None
        if lower in _TO_BE_ALLOWED and following is not None and following.lower == "to":
            return _passive(first, verb, following)
        if lower in PASSIVE_BASES and (following is None or following.lower not in _AFTER_PASSIVE):
            return None
        governed = before.lower in _MODALS | _REFUSED_MODALS | _HAVE | _BETWEEN | {"to"}
        return _passive(first, verb, verb) if governed else None

    def _after_modal(self, first: Token, verb: Token, between: list[str]) -> Slip | None:
        """Find “must to leave”, “will can”, “would came”, “should has”, “can able to”."""
        before, modal, lower = first.previous, first.lower, verb.lower
        if first.text != modal or verb.text != lower:
            return None
        if before is not None and (before.lower in _NOUN_BEFORE or before.lower.endswith("'s")):
            return None
        asserted = before is not None and before.lower in SUBJECT_PRONOUNS
        refused = modal in _REFUSED_MODALS or not _NOT.isdisjoint(between)
        if not heads_clause(first, self.lexicons):
            return None
        if lower in ("able", "unable"):
            fix = Fix.insert(verb.start, "be ", safety=Safety.REVIEW)
            return Slip(first, verb, f"“be” is missing after “{first.text}”", (fix,))
        if lower == "to":
            if not (modal in _TO_NEVER_AFTER or asserted):
                return None
            following = verb.next
            if following is None or following.lower not in PARTICIPLES.keys() | {"be"}:
                return None
            fix = deleted(verb.document, verb.start, following.start)
            return Slip(first, following, f"“{first.text}” takes no “to”", (fix,))
        if lower in _MODALS:
            following = verb.next
            if following is None or following.lower in SUBJECT_PRONOUNS:
                return None
            fixes = (
                (written(verb, "be able to"),)
                if lower in ("can", "could")
                else (deleted(first.document, first.start, verb.start),)
            )
            return Slip(first, verb, "Two modal verbs stand together", fixes)
        if lower == "found" and not refused:
            return None
        if lower not in _PASTS and not (asserted or modal in _FIRM_MODALS):
            return None  # `the new will is`, `the can being`
        return Slip(first, verb, f"“{first.text}” takes the plain form of a verb", _plain(verb))

    def _after_to(self, to: Token) -> Slip | None:
        """Find “want to went”, “able to getting”, “in order to makes”."""
        before, verb = to.previous, to.next
        if before is None or verb is None or before.lower not in _BEFORE_TO:
            return None
        lower, governor = verb.lower, before.lower
        if governor in _NEEDING:
            if lower not in _FIRM_PASTS or not heads_clause(before, self.lexicons):
                return None
        elif governor == "order":
            first = before.previous
            if first is None or first.lower != "in":
                return None
        return Slip(to, verb, "“to” takes the plain form of a verb here", _plain(verb))


def _before(token: Token, count: int) -> Iterator[Token]:
    """Visit some words before a token, on which it may depend what it says."""
    for _ in range(count):
        before = token.previous
        if before is None:
            return
        token = before
        yield token


def _plain(verb: Token) -> tuple[Fix, ...]:
    forms: Mapping[str, str] = FINITE | GERUNDS
    base = "be" if verb.lower in _FINITE_BE else forms[verb.lower]
    return (written(verb, base),)


def _passive(first: Token, verb: Token, last: Token) -> Slip:
    participle = PARTICIPLES[PAST_ONLY.get(verb.lower, verb.lower)]
    reason = f"“{first.text}” takes the participle “{participle}” here"
    return Slip(first, last, reason, (written(verb, participle),))


def _without(first: Token, verb: Token) -> Slip:
    fix = deleted(first.document, first.start, verb.start)
    return Slip(first, verb, f"“{verb.text}” has no passive", (fix,))


def _without_first(first: Token, verb: Token) -> Slip:
    reason = f"“{first.text}” and “{verb.text}” do not stand together in one clause"
    return Slip(first, verb, reason, (deleted(first.document, first.start, verb.start),))
