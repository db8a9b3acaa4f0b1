"""A word is printed twice in a row.

## What it does
Reports a word that follows itself with nothing but white space between, in the same or in another
case, also across the end of a line that a program broke. A small word whose copy has a capital
(`which Which`) is the surest sign: two versions of a sentence were run together. In twelve other
languages: small words that their grammar never doubles, and words of seven letters or more.

## Why it matters
Readers stumble over it and stop trusting the rest. It is left behind by cutting and pasting, by
rewriting programs and by machine translation.

## Flags
- The minister told ⟦the the⟧ committee that the money was gone.
- The church, ⟦which Which⟧ denies it, has asked for more time.
- Prices rose by a tenth in ⟦of of⟧ all places Geneva.
- The mayor spoke of his ⟦hostility hostility⟧ to the plan.
- Work begins on ⟦Friday Friday⟧ at the earliest.
- ⟦The the⟧ council will vote next week.

## Does not flag
- He had had enough, and she knew that that was true.
- Work is going on on the ground, and 200 people checked in in March.
- The Mau Mau rebels, Duran Duran and the Late Late Show.
- She won 6-4 6-4 and called 8 505 505.
- Ah, the sweet sweet taste of summer! Whoop whoop.
- It was a very very long time ago, and no no means no.
- What it is is a mistake; whatever happens happens.
- Whoever wins wins, and what he says says a lot.
- The first FIRST Global contest took place here.
- She gave her her book back.
- They ate mahi mahi and rode a tuk tuk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.repetition.adjacent import adjacent_repeats, holds_before
from copydesk.detectors.repetition.closed_words import DOUBLED, NEVER_DOUBLED, SHORTEST, SLIPS
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind, Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.detectors.repetition.adjacent import Repeat
    from copydesk.findings import Finding
    from copydesk.text.document import Document

# Doubled on purpose or by grammar: "had had", "gave her her book", "what they do do", stress,
# nursery and kitchen words.
_DOUBLED: Final = frozenset(
    """
    had that her him you me do one there can so very no yes many much far never really too more long
    bad big hot poor sweet
    old little good great super please again always just quite pretty ever now well sorry bye
    night hear go win fifty twenty half extra mega ultra wee dear out up down round by own
    ha he hee ho hi hey heh hm hmm la na da ta ba boo ma pa oh ooh oo ah aha eh er uh um uhm yo yeah
    yep yay aye nah nay wow woo whoa ow ouch ugh
    blah bla yada bing knock chop tut tsk choo woof quack cluck tweet beep buzz bang boom clap tick
    ding dong ring splash pop hush shush chugga zoom vroom wah whoop chin tap tip pat pit rah
    tuk mahi bunga ylang piri pili pom tom cha chow yum gado agar hula kuku dik tsetse aku dum nam
    jaw juju muu paw pow rat poo pee wee yoyo bon bora couscous gaga gogo dada lulu mimi coco etc
    """.split()
)
# "What it is is a mistake": a clause that is the subject ends in the verb that follows it.
_LINKING: Final = frozenset("is was are were does did has will would".split())
_CLAUSE_OPENERS: Final = frozenset(
    "what whatever who whoever where how which why all everything thing point problem".split()
)
# "Whatever happens happens": any verb, if the clause is as short as that.
_SUBJECT_CLAUSES: Final = frozenset(
    "what whatever who whoever which whichever how however wherever whenever all".split()
)
_SUBJECTS: Final = frozenset("he i it she they we you".split())
_VERB_ENDINGS: Final = ("s", "ed")
_NAMES_WITH_THE: Final = frozenset(
    "Atlantic Bahamas Beatles Economist Gambia Guardian Hague Independent Observer Telegraph Times "
    "Sun".split()
)
_VERBS: Final = frozenset(
    "be begun broke came can fell goes gone got knew left lost made may might must ran said sat "
    "saw shall should stood took went won".split()
)
# "Going on on the ground", "checked in in March": the particle of the verb, then a preposition.
_PARTICLES: Final = frozenset({"in", "on", "off", "over", "about", "through", "around", "to"})
_PARTICLE_VERBS: Final = frozenset(
    """
    add back bank barge be book break bring brought build built burn butt buy call came carr cash
    cave check chip chime clock close come coming count cut deal depend dial dig div drag draw drew
    drop dropp eas end fall fell fill fit fold gave get give giving go goes going gone got hand hang
    happen has have having head held help hold hung identif insist is join keep kept kick knock lead
    let liv log logg look lock mov open pass pay phon pil pip pitch plug press pull push put putt
    rais ran reel rel rein ring roll rop run rush sail sang send sent set settl setting sign sit
    sink slot squeez stand start stay step stepp stood switch tak tap took touch trad trick tun turn
    typ
    usher wad walk was weigh went were work writ wrote zon
    """.split()
)
_ENDINGS: Final = ("ing", "ied", "en", "n", "ies", "ed", "es", "s", "d", "e", "y", "")
# Words whose copy may go unseen: no sentence holds two of them side by side.
_NEVER_DOUBLED: Final = frozenset(
    "the a an and of my your our their its but or if than from because".split()
)


class RepeatedWord(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "repeated-word"
    family = Family.REPETITION
    severity = Severity.ERROR
    confidence = 0.95
    scope = Scope.SENTENCE
    languages = ("en", *sorted(NEVER_DOUBLED))
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Judge the words that stand twice in a row: two or three in a clean article's thousand."""
        code = document.language.code
        for repeat in adjacent_repeats(document):
            if repeat.size > 1 or repeat.comma:
                continue
            severity = self._judge(repeat) if code == "en" else _judge_foreign(repeat, code)
            if severity is None:
                continue
            word = repeat.unit[0]
            times = "twice" if repeat.copies == 2 else f"{repeat.copies} times"
            surplus = repeat.first_copy if _begins_name(repeat) else repeat.surplus
            kept = repeat.texts[-1] if _begins_name(repeat) else word.text
            safe = word.lower in _NEVER_DOUBLED and severity is Severity.ERROR
            yield self.finding(
                repeat.span,
                f"“{word.text}” is printed {times} in a row",
                evidence="The copy begins with a capital: two versions of the sentence were run"
                " together"
                if repeat.gains_capital
                else "Nothing but white space stands between the copies",
                fixes=(
                    Fix.delete(
                        surplus.start,
                        surplus.end,
                        safety=Safety.SAFE if safe else Safety.REVIEW,
                        title=f"Keep one “{kept}”",
                    ),
                ),
                severity=severity,
                confidence=None if severity is Severity.ERROR else 0.8,
            )

    def _judge(self, repeat: Repeat) -> Severity | None:
        """Weigh the case of the copies, then the word itself; None where it is no defect."""
        word = repeat.unit[0]
        lower = word.lower
        if word.kind is not Kind.WORD or (len(lower) == 1 and lower != "a"):
            return None
        shapes = {lexical(text)[1] for text in repeat.texts}
        if shapes == {Shape.LOWER}:
            return self._judge_small(repeat)
        if repeat.gains_capital:
            # "The The Times reporter", "may May win": the copy could begin a name.
            after = repeat.last.next
            name = lower in self.lexicons.ambiguous_names or (
                after is not None and after.shape in (Shape.TITLE, Shape.UPPER)
            )
            return Severity.WARNING if name else Severity.ERROR
        if shapes == {Shape.TITLE, Shape.LOWER}:
            return self._judge_shrinking(repeat)
        if shapes == {Shape.TITLE}:
            return self._judge_capitalised(repeat)
        if shapes == {Shape.UPPER}:
            return Severity.WARNING if len(lower) > 2 and lower not in _DOUBLED else None
        return None

    def _judge_small(self, repeat: Repeat) -> Severity | None:
        lower = repeat.unit[0].lower
        if lower in _DOUBLED or (lower in _PARTICLES and _ends_verb(repeat)):
            return None
        if lower in _LINKING and holds_before(repeat.document, repeat.first, _CLAUSE_OPENERS):
            return None
        if _ends_clause(repeat):
            return None
        # A foreign word that is no English one is as likely the name of a dish or a dance.
        if not self.lexicons.is_word(lower):
            return None
        return Severity.ERROR if repeat.copies == 2 else Severity.WARNING

    def _judge_shrinking(self, repeat: Repeat) -> Severity | None:
        """Judge `The the`: at the start of a sentence the capital means nothing."""
        word = repeat.unit[0]
        if word.lower in self.lexicons.ambiguous_names or word.lower in _DOUBLED:
            return None
        if word.lower in self.lexicons.function_words:
            return Severity.ERROR
        before = word.previous
        inside_name = before is not None and before.shape in (Shape.TITLE, Shape.UPPER)
        return None if inside_name else Severity.WARNING

    def _judge_capitalised(self, repeat: Repeat) -> Severity | None:
        """Judge `Friday Friday`: names are doubled more often than printed twice."""
        lower = repeat.unit[0].lower
        if lower in _DOUBLED:
            return None
        if repeat.copies > 2:
            return Severity.WARNING
        if lower in self.lexicons.ambiguous_names:
            return None
        lexicons = self.lexicons
        if (
            lower in lexicons.weekdays
            or lower in lexicons.months
            or lower in lexicons.nationalities
        ):
            return Severity.ERROR
        return Severity.WARNING if lower in lexicons.function_words else None


def _judge_foreign(repeat: Repeat, code: str) -> Severity | None:
    """Judge a word of another language by its closed list; a copy with a capital begins a name."""
    word = repeat.unit[0]
    lower = word.lower
    if word.kind is not Kind.WORD or repeat.gains_capital:
        return None
    if lower in NEVER_DOUBLED[code]:
        return Severity.WARNING
    small = all(lexical(text)[1] is Shape.LOWER for text in repeat.texts)
    slip = small and code in SLIPS and len(lower) >= SHORTEST and lower not in DOUBLED
    return Severity.WARNING if slip else None


def _begins_name(repeat: Repeat) -> bool:
    """Tell "the The Hague": the last copy belongs to the name that follows."""
    after = repeat.last.next
    return (
        repeat.gains_capital
        and repeat.unit[0].lower == "the"
        and after is not None
        and after.text in _NAMES_WITH_THE
        and repeat.last.touches(after)
    )


def _ends_clause(repeat: Repeat) -> bool:
    """Tell "whoever wins wins": the clause that ends in the first copy has a verb of its own."""
    before = repeat.unit[0].previous
    lower = repeat.unit[0].lower
    if before is None or not (lower in _VERBS or lower.endswith(_VERB_ENDINGS)):
        return False
    if before.lower in _SUBJECTS and before.previous is not None:
        before = before.previous
    return before.lower in _SUBJECT_CLAUSES


def _ends_verb(repeat: Repeat) -> bool:
    """Tell whether the word before is a verb that takes a particle, in any of its forms."""
    before = repeat.unit[0].previous
    if before is None or not before.is_word:
        return False
    word = before.lower
    return any(
        word.endswith(ending) and word[: len(word) - len(ending)] in _PARTICLE_VERBS
        for ending in _ENDINGS
    )
