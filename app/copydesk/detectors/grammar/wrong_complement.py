"""A word is followed by what it can't take: `discuss about`, `announced to file`, `despite he was`.

## What it does
Reports verbs, adjectives and prepositions with a continuation that English doesn't have: a wrong
preposition after them (`despite of`, `superior than`), “to” and a verb where “-ing” or “that”
belongs (`avoided to pay`, `suggested to build`), a bare verb after a preposition (`by build
schools`), “to” after “let him”, a stretch of time after “since” (`since two years`). The pairs come
from grammars and from lists of learners’ slips, with the conditions under which each is sure.

## Why it matters
Each language joins its verbs in its own way, and a text that was translated word by word keeps the
other one. A reader can tell what is meant, and knows that nobody has edited it.

## Flags
- They will ⟦discuss about⟧ trade, and ⟦despite of⟧ the rain, he ⟦announced to hold⟧ a march.
- The club ⟦avoided to pay⟧, and they ⟦let him to go⟧.
- She left ⟦without tell⟧ her mother, and hopes to solve it ⟦by build⟧ a road.
- The road has been closed ⟦since last three days⟧, ⟦despite he⟧ was there.
- He ⟦told to reporters⟧ that it was ⟦superior than⟧ the other.

## Does not flag
- The plans announced to help the poor were announced to cheers.
- The evidence suggested to him that she had gone. It was told to reporters.
- They discussed about 20 plans; after leave was granted, she left.
- Since two years had passed, he went. Since last year it is shut.
- They made it to the final. The accused, for his part, said nothing.
- He put stress on the need for it. Stresses on the bridge have grown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.grammar.clauses import SUBJECT_PRONOUNS, heads_clause
from copydesk.detectors.grammar.misplaced import (
    COUNTS,
    UNITS,
    WRONG_BEFORE,
    lacking,
    misplaced,
    since,
)
from copydesk.detectors.grammar.slips import Slip, deleted, written
from copydesk.detectors.grammar.verbs import FINITE, GERUNDS, PURE_BASES
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

# Words, what can't follow, what is right in its place (nothing: it goes).
_PAIRS: Final = """
    discuss discusses discussed discussing|about|
    despite|of|
    comprise comprises comprising|of|
    contacted contacting|with|
    superior inferior senior junior prior|than|to
    depend depends depended depending|of from|on
    lacks lacked|of|
    listen listens listened listening|the him me us|to *
    regarding concerning|to about|
    cope copes coped coping|up|
    consist consists consisted consisting|from|of
    responsible|of|for
    aware|about|of
    same|like|as
    emphasise emphasised emphasises emphasising|on|
    emphasize emphasized emphasizes emphasizing|on|
    stressed stressing|on|
    accused|for|of
    explain explained explains|me us|to *
    told informed|to|
    demanded requested|for|
    reached|at|
"""
# Before these, the verb has an object of its own or is a passive: `the measures suggested to`.
_TO_VERB: Final = {
    **dict.fromkeys("avoid avoids avoided avoiding".split(), "-ing"),
    **dict.fromkeys("enjoy enjoys enjoyed enjoying dislike dislikes disliked".split(), "-ing"),
    **dict.fromkeys("suggest suggests suggested suggesting".split(), "-ing"),
    **dict.fromkeys("recommend recommends recommended recommending".split(), "-ing"),
    **dict.fromkeys("deny denies denied denying admits admitted".split(), "-ing"),
    **dict.fromkeys("announces announced announcing".split(), "that"),
    **dict.fromkeys("insist insists insisted insisting".split(), "on -ing"),
    **dict.fromkeys("succeed succeeds succeeded succeeding".split(), "in -ing"),
    **dict.fromkeys("capable incapable".split(), "of -ing"),
    **dict.fromkeys("prevent prevents prevented preventing".split(), "-ing"),
    **dict.fromkeys("without worth".split(), "-ing"),
    "forward": "to -ing",
}
_MAYBE_PASSIVE: Final = frozenset(
    """
    suggested recommended denied announced admitted avoided prevented told informed demanded
    requested reached contacted
    """.split()
)
_BE: Final = frozenset("is are was were be been being".split())
_LIGHT: Final = frozenset(
    """
    go take make get come have be do see meet build leave hold win buy pay find hear lead stand sit
    stay contest file launch approach boycott resign return visit fight run play work help stop
    start change move sign end use cut raise open close release
    """.split()
)
_BASES: Final = PURE_BASES | _LIGHT
_BARE: Final = (PURE_BASES - {"keep"}) | frozenset("take make get build go".split())
_BEFORE_ING: Final = frozenset("after before without by for".split())
_OBJECT: Final = frozenset(
    "the a an his her their its our my this these those him them us me it".split()
)
_PASTS: Final = frozenset(form for form in FINITE if form[-1] != "s") - {"been"}
_LETTING: Final = frozenset("let lets letting".split())
_MAKING: Final = frozenset("make makes made making".split())
_ALLOWING: Final = frozenset(
    "allow allows allowed allowing enable enables enabled permit permitted force forced".split()
)
_OBJECTS: Final = frozenset("him them us me you her".split())
_MADE_TO: Final = frozenset(
    "sit go leave resign stand believe feel realise realize understand suffer confess apologise "
    "apologize wait become think know".split()
)
_CLAUSE_SUBJECTS: Final = frozenset("he she they we".split())
_PREPOSITIONS_TO_CLAUSE: Final = {"despite": "although", "during": "while"}
_HEARERS: Final = frozenset(
    "media reporters journalists newsmen press pressmen police court him her them us me".split()
)
_ABSTRACT: Final = frozenset(
    """
    need needs importance role necessity fact urgency significance implementation promotion
    provision development unity cooperation protection quality timely early use
    """.split()
)
_PERSONS: Final = frozenset(
    """
    minister president government company party leader spokesman spokeswoman spokesperson chairman
    chairperson mayor governor official officials ministry council police army union coach manager
    director team club board committee doctor lawyer king prince residents protesters workers
    villagers students activists opposition players ministers leaders parents traders farmers
    commissioner senator authority authorities group chief secretary
    """.split()
)
# What must, or must not, stand before a pair of the list.
_ONLY_AFTER: Final = {
    "accused": _BE,
    "prior": frozenset({"", ","}),
    "same": frozenset({"the"}),
}
_NOT_AFTER: Final = dict.fromkeys(("senior", "junior"), frozenset({"more", "rather"}))
_NO_OBJECTS: Final = UNITS | {"least", "once", "now"}
_HAVE: Final = frozenset("has have had also reportedly later then".split())


def _pairs() -> dict[str, dict[str, str]]:
    pairs: dict[str, dict[str, str]] = {}
    for row in _PAIRS.strip().splitlines():
        firsts, seconds, right = row.strip().split("|")
        for first in firsts.split():
            for second in seconds.split():
                pairs.setdefault(first, {})[second] = right
    return pairs


_FIXED: Final = _pairs()


def _wrong_after() -> dict[str, frozenset[str]]:
    """Return what stands after each word where a slip is possible."""
    wrong = {first: frozenset(seconds) for first, seconds in _FIXED.items()}
    for word in _TO_VERB:
        wrong[word] = wrong.get(word, frozenset()) | {"to"}
    for word in _BEFORE_ING:
        wrong[word] = wrong.get(word, frozenset()) | _BARE
    for word in ("after", "before"):
        wrong[word] |= _PASTS
    for word in _LETTING | _MAKING | _ALLOWING:
        wrong[word] = _OBJECTS
    for word in _PREPOSITIONS_TO_CLAUSE:
        wrong[word] = wrong.get(word, frozenset()) | _CLAUSE_SUBJECTS
    wrong["instead"] = frozenset({"of"})
    wrong["spite"] = frozenset("the his her their its he she they".split())
    wrong["lot"] = frozenset("people problems money questions".split())
    wrong["according"] = frozenset("the a his her their its reports sources local".split())
    wrong["arrived"] = wrong["arrives"] = frozenset({"to"})
    return wrong


_WRONG: Final = _wrong_after()
_GERUND_OF: Final = {base: gerund for gerund, base in GERUNDS.items()}
_MOST: Final = 2_000


class WrongComplement(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "wrong-complement"
    family = Family.GRAMMAR
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the word beside each of those that slips are known of."""
        keys, words = document.keys, document.words
        candidates = document.followed(_WRONG)
        for word, wrong in WRONG_BEFORE.items():
            if word in words:
                candidates += [i - 1 for i in words[word] if i and keys[i - 1] in wrong]
        candidates += words.get("since", ())
        for index in sorted(candidates)[:_MOST]:
            slip = self._judge(document.token(index))
            if slip is not None:
                span = slip.first.span.to(slip.last.span)
                yield self.finding(
                    span,
                    f"“{span.of(document.text)}” is not English",
                    evidence=slip.reason,
                    fixes=slip.fixes,
                )

    def _judge(self, first: Token) -> Slip | None:
        second = first.next
        lower = first.lower
        if second is None or not first.touches(second) or second.text != second.lower:
            return None
        if first.text not in (lower, lower.capitalize()):
            return None
        following = second.lower
        if lower == "since":
            return since(first, second)
        if following in WRONG_BEFORE and lower in WRONG_BEFORE[following]:
            return misplaced(first, second)
        if lower in _LETTING | _MAKING | _ALLOWING:
            return _causing(first, second)
        if lower in _TO_VERB and following == "to":
            return self._to_verb(first, second) or (
                self._told_to(first, second) if lower in _FIXED else None
            )
        if lower == "instead":
            bare = second.next
            known = bare is not None and bare.text in _BARE and second.touches(bare)
            return _bare(second, bare) if bare is not None and known else None
        if lower in _BEFORE_ING and following in _BARE:
            return _bare(first, second)
        if lower in ("after", "before") and following in _PASTS:
            return _past(first, second)
        if following in _CLAUSE_SUBJECTS and lower in _PREPOSITIONS_TO_CLAUSE:
            right = _PREPOSITIONS_TO_CLAUSE[lower]
            return Slip(first, second, f"“{lower}” begins no clause", (written(first, right),))
        if lower in _FIXED and following in _FIXED[lower]:
            return self._fixed(first, second, _FIXED[lower][following])
        return lacking(first, second)

    def _is_active(self, verb: Token) -> bool:
        """Tell whether somebody does it: no `plans announced to`, no `was told to`."""
        before = verb.previous
        if before is None or before.kind is Kind.MARK:
            return False
        somebody = (
            before.lower in SUBJECT_PRONOUNS | _PERSONS | _HAVE or before.shape is not Shape.LOWER
        )
        return somebody and heads_clause(verb, self.lexicons)

    def _to_verb(self, first: Token, to: Token) -> Slip | None:
        """Find “avoided to pay”, “announces to file”, “look forward to meet”."""
        verb, before = to.next, first.previous
        if verb is None or not to.touches(verb) or verb.text not in _BASES:
            return None
        if first.lower == "forward":
            if before is None or not before.lower.startswith("look"):
                return None
            if verb.lower not in PURE_BASES | {"meet", "see", "have", "be", "get", "make", "take"}:
                return None
            gerund = _GERUND_OF[verb.lower] if verb.lower != "be" else "being"
            reason = "“look forward to” takes a noun or a form in -ing"
            return Slip(first, verb, reason, (written(verb, gerund),))
        if first.lower in _MAYBE_PASSIVE and not self._is_active(first):
            return None
        if not heads_clause(first, self.lexicons):
            return None
        right = _TO_VERB[first.lower]
        gerund = "being" if verb.lower == "be" else _GERUND_OF.get(verb.lower, "")
        fixes: tuple[Fix, ...] = ()
        if right.endswith("-ing") and gerund:
            text = right.replace("-ing", gerund)
            fixes = (Fix.replace(to.span.to(verb.span), text, safety=Safety.REVIEW),)
        return Slip(first, verb, f"“{first.text}” takes “{right}”, not “to” and a verb", fixes)

    def _told_to(self, first: Token, to: Token) -> Slip | None:
        """Find “told to reporters”, but not “the story that was told to reporters”."""
        hearer = to.next
        if hearer is not None and hearer.lower == "the":
            hearer = hearer.next
        if hearer is None or hearer.lower not in _HEARERS or not self._is_active(first):
            return None
        fix = Fix.delete(to.start, to.end + 1, safety=Safety.REVIEW, title="Delete “to”")
        return Slip(first, hearer, f"“{first.text}” takes the hearer without “to”", (fix,))

    def _fixed(self, first: Token, second: Token, right: str) -> Slip | None:
        """Find the pairs of the list, under the conditions that some of them need."""
        lower, third, before = first.lower, second.next, first.previous
        if second.lower == "to" and lower in ("told", "informed"):
            return self._told_to(first, second)
        after = "" if third is None else third.text
        ahead = "" if before is None else before.lower
        if after[:1].isdigit() or after in COUNTS:
            return None  # `discussed about 20 plans`
        if lower in ("demanded", "requested", "reached") and not (
            after.islower() and after not in _NO_OBJECTS and self._is_active(first)
        ):
            return None
        if lower.startswith(("emphasi", "stress")):
            noun = third.next if third is not None else None
            if after != "the" or noun is None or noun.lower not in _ABSTRACT or ahead in _BE:
                return None
        if not _fits(lower, ahead, after):
            return None
        if not right:
            fix = deleted(first.document, first.end, second.end)
        elif "*" in right:
            fix = Fix.insert(second.start, "to ", safety=Safety.REVIEW)
        else:
            fix = written(second, right)
        reason = f"“{first.text}” does not take “{second.text}”"
        return Slip(first, second, reason, (fix,))


def _fits(first: str, ahead: str, after: str) -> bool:
    """Tell whether what stands round a pair makes it sure."""
    if first in _ONLY_AFTER:
        return ahead in _ONLY_AFTER[first]
    if first in _NOT_AFTER:
        return ahead not in _NOT_AFTER[first]
    if first.startswith("explain"):
        return after in ("that", "how", "why", "what", "the")
    return not first.startswith("cope") or after == "with"


def _bare(first: Token, verb: Token) -> Slip | None:
    """Find “by build schools”, “without tell her mother”, “instead of go”."""
    lower, third, before = first.lower, verb.next, first.previous
    after = "" if third is None or not verb.touches(third) else third.lower
    instead = before is not None and lower == "of" and before.lower == "instead"
    if verb.lower == "go" and not instead:
        return None
    if not (instead or after in _OBJECT):
        # `by build more schools`: only after what can't be a conjunction or an adverb.
        if lower not in ("by", "without") or third is None or not third.text.islower():
            return None
        if after in ("and", "or", "to", "in", "of", "by", "for", "as", "is", "was"):
            return None
    return Slip(
        first,
        verb,
        f"After “{first.text}” the verb ends in -ing",
        (written(verb, _GERUND_OF[verb.lower]),),
    )


def _past(first: Token, verb: Token) -> Slip | None:
    """Find “After completed his studies, she left”, but not “the day after saw the end”."""
    before, third = first.previous, verb.next
    opens = first.opens_sentence or (before is not None and before.text == ",")
    if not opens or third is None or third.lower not in _OBJECT or not verb.touches(third):
        return None
    gerund = _GERUND_OF[FINITE[verb.lower]]
    fix = written(verb, gerund)
    return Slip(first, verb, f"After “{first.lower}” the verb ends in -ing", (fix,))


def _causing(first: Token, whom: Token) -> Slip | None:
    """Find “let him to go”, “made him to resign”, “allowed him go”."""
    third, lower = whom.next, first.lower
    if third is None or not whom.touches(third):
        return None
    if third.lower == "to" and lower not in _ALLOWING:
        verb = third.next
        allowed = _BASES | {"sit", "speak"} if lower in _LETTING else _MADE_TO
        if verb is None or verb.text not in allowed:
            return None
        fix = deleted(third.document, third.start, verb.start)
        return Slip(first, verb, f"“{first.text}” takes a verb without “to”", (fix,))
    if lower in _ALLOWING and third.text in _FREE and whom.lower not in ("her", "you"):
        fix = Fix.insert(third.start, "to ", safety=Safety.REVIEW)
        return Slip(first, third, f"“{first.text}” takes a verb with “to”", (fix,))
    return None


_FREE: Final = PURE_BASES | frozenset("go take make get come have be do see enter speak".split())
