"""An apostrophe is gone, or a space stands in its place: `couldn t`, `the city s plan`.

## What it does
Reports contractions and possessives that are cut in two where the apostrophe was, contractions
written together (`didnt`, and `wont` after a pronoun), and, as a warning, `its` where only `it's`
makes sense. The fix has the article's own kind of apostrophe.

## Why it matters
A character set that has no curly apostrophe drops it or puts a space. Where one got lost, all of
them did, and the text looks as if nobody had read it.

## Flags
- They ⟦couldn t⟧ say why ⟦it s⟧ late, but ⟦I m⟧ sure ⟦they re⟧ coming.
- The ⟦city s⟧ mayor met ⟦Norway s⟧ king at ten ⟦o clock⟧.
- We ⟦didnt⟧ know that ⟦youre⟧ here, and they ⟦wont⟧ tell.
- She said ⟦its⟧ a shame, but ⟦its⟧ been worse.
- ⟦Theres⟧ a fair on the green, and ⟦im⟧ going.

## Does not flag
- The letter s is silent, and the plural s was dropped.
- He is wont to speak in cant, and its a cappella choir sang.
- It took 5 s to reach 20 m. The s and p orbitals are full.
- The size s dress was sold. Size s dresses come in fits s, m and l.
- Hrad s jezerem was built in the 1980s. Do Ts and Ds count?
- Jony Ive left. “Im Westen” is German, and so is im Haus.
- The dog lost its not inconsiderable appetite, its way and its bone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_NEGATED: Final = frozenset(
    "ain aren can couldn didn doesn don hadn hasn haven isn mightn mustn needn shouldn wasn weren "
    "won wouldn".split()
)
# What can stand before each ending of a contraction; "s" is judged apart.
_STEMS: Final = {
    "t": _NEGATED,
    "m": frozenset({"i"}),
    "re": frozenset("you we they who what".split()),
    "ve": frozenset("i you we they who could would should might must".split()),
    "ll": frozenset("i you he she it we they who that there".split()),
    "d": frozenset("i you he she it we they who".split()),
    "clock": frozenset({"o"}),
}
_IS: Final = frozenset("he she it that there here who what where how let".split())
# These and other function words stand before the letter s, but are not followed by a possessive.
_BEFORE_LETTER: Final = frozenset(
    "letter letters plural final initial capital small long silent double sound size sizes "
    "vitamin variable".split()
)
_HAVE_S: Final = frozenset(
    "another anybody anyone everybody everyone nobody one other somebody someone".split()
)
_LISTING: Final = frozenset({",", "/", "and", "or", "to"})
_SPACED: Final = frozenset(_STEMS) | {"s"}
_JOINED: Final = frozenset("-–.&/+*=)]_")  # joined to a letter, they make it something else
_APOSTROPHES: Final = frozenset("'’")
_OPENERS: Final = frozenset("“‘\"'(")
# No words without their apostrophe.
_GONE: Final = {
    form.replace("'", ""): form
    for form in """
    aren't couldn't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't
    shouldn't wasn't weren't wouldn't ain't they're they've they'll you're you've you'll we've it'll
    that's there's here's what's where's who's o'clock children's women's
    """.split()
}
# Words that are others without it, and what shows that they are meant.
_AFTER_SUBJECT: Final = {"cant": "can't", "wont": "won't"}
_SUBJECTS: Final = frozenset("i you he she it we they".split())
_CHATTY: Final = {"im": "I'm", "ive": "I've"}
_AFTER_IT_IS: Final = frozenset(
    "a an the been because my your his her their our you they we not".split()
)
_LATIN_AFTER_A: Final = frozenset("cappella la posteriori priori".split())
_NEGATIVE_PREFIXES: Final = ("un", "in", "im", "ir", "il", "dis")  # "its not unimportant role"
_CANDIDATES: Final = frozenset(_GONE) | frozenset(_AFTER_SUBJECT) | frozenset(_CHATTY) | {"its"}


class LostApostrophe(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "lost-apostrophe"
    family = Family.ENCODING
    severity = Severity.ERROR
    confidence = 0.98
    scope = Scope.DOCUMENT  # for the article's own kind of apostrophe
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look up endings that stand alone, and contractions written as one word."""
        for ending in document.occurrences(_SPACED):
            stem = ending.previous
            if stem is None or not stem.touches(ending) or not ending.text.islower():
                continue
            if "\n" in document.text[stem.end : ending.start] or _joins_mark(ending):
                continue
            if stem.lower in _STEMS.get(ending.text, ()) or (
                ending.text == "s" and self._is_owner(stem, ending)
            ):
                yield self._spaced(stem, ending)
        for word in document.occurrences(_CANDIDATES):
            if (right := self._contraction(word)) is not None:
                yield self._gone(word, right)

    def _is_owner(self, stem: Token, ending: Token) -> bool:
        """Tell a noun before the ending of a possessive, or a pronoun before a short `is`."""
        lower = stem.lower
        if lower in _IS:
            return True
        after = ending.next
        if after is None or not _is_near(ending, after) or stem.kind is not Kind.WORD:
            return False
        if after.text in _OPENERS:
            after = after.next
        if after is None or after.kind is Kind.MARK:
            return False
        lexicons = self.lexicons
        if (
            _is_listed(ending)
            or lower in _BEFORE_LETTER
            or len(lower) == 1
            or not lower[-1].isalpha()
        ):
            return False
        if lower in lexicons.function_words and lower not in _HAVE_S:
            return False
        known = lexicons.is_word(lower) or lexicons.name(lower) is not None
        known_after = (
            after.kind is Kind.NUMBER
            or lexicons.is_word(after.lower)
            or lexicons.name(after.lower) is not None
        )
        # Slavic languages have a word "s": one side at least must be English, and none foreign.
        if known:
            return known_after or after.shape in {Shape.TITLE, Shape.UPPER}
        return known_after and stem.shape is not Shape.LOWER

    def _spaced(self, stem: Token, ending: Token) -> Finding:
        document = stem.document
        span = Span(stem.start, ending.end)
        right = f"{stem.text}{_apostrophe(document)}{ending.text}"
        plural = ending.text == "s" and stem.lower.endswith("s")
        return self.finding(
            span,
            f"“{span.of(document.text)}” has a space in the place of its apostrophe",
            evidence=f"“{ending.text}” is no word, but the end of “{right}”",
            fixes=(Fix.replace(span, right, safety=Safety.REVIEW if plural else Safety.SAFE),),
        )

    def _contraction(self, word: Token) -> str | None:
        """Return what is meant, with a straight apostrophe; None where the word is as meant."""
        lower, before, after = word.lower, word.previous, word.next
        if lower in _GONE:
            # It is misplaced, not lost, in “childrens’”.
            moved = after is not None and after.text in _APOSTROPHES and word.joins(after)
            return _GONE[lower] if word.shape is not Shape.MIXED and not moved else None
        if not word.text.islower():
            return None
        if lower in _AFTER_SUBJECT:
            subject = before is not None and before.lower in _SUBJECTS and before.touches(word)
            return _AFTER_SUBJECT[lower] if subject else None
        if after is None or not word.touches(after) or not after.text.islower():
            return None
        if lower in _CHATTY:
            english = before is None or before.kind is Kind.MARK or self._is_english(before)
            return _CHATTY[lower] if english and self._is_english(after) else None
        return "it's" if _means_it_is(after) else None

    def _is_english(self, word: Token) -> bool:
        return word.lower in self.lexicons.words

    def _gone(self, word: Token, right: str) -> Finding:
        if word.shape is Shape.UPPER:
            right = right.upper()
        elif word.shape is Shape.TITLE:
            right = right[0].upper() + right[1:]
        right = right.replace("'", _apostrophe(word.document))
        sure = word.lower in _GONE or word.lower in _AFTER_SUBJECT
        return self.finding(
            word.span,
            f"“{word.text}” has lost its apostrophe",
            evidence=f"“{right}” is meant here",
            fixes=(Fix.replace(word.span, right, safety=Safety.SAFE if sure else Safety.REVIEW),),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=None if sure else 0.9,
        )


def _is_near(one: Token, other: Token) -> bool:
    """Tell whether white space without a line break lies between two tokens."""
    return one.touches(other) and "\n" not in one.document.text[one.end : other.start]


def _is_listed(ending: Token) -> bool:
    """Tell a letter that another follows behind a comma or a conjunction: `sleeves s, m and l`."""
    mark = ending.next
    other = mark.next if mark is not None and mark.lower in _LISTING else None
    return other is not None and len(other.text) == 1 and other.lower not in {"a", "i"}


def _joins_mark(ending: Token) -> bool:
    """Tell whether the letter belongs to something longer: `s.`, `t&c`, `d/dx`."""
    after = ending.next
    if after is None or not ending.joins(after):
        return False
    return after.text in _JOINED - {"."} or (after.text == "." and after.next is not None)


def _means_it_is(after: Token) -> bool:
    """Tell whether no thing that something has can follow: `its a`, `its been`."""
    if after.lower not in _AFTER_IT_IS:
        return False
    beyond = after.next
    if beyond is None:
        return True
    if after.lower == "not":
        return not beyond.lower.startswith(_NEGATIVE_PREFIXES)
    return beyond.lower not in _LATIN_AFTER_A


def _apostrophe(document: Document) -> str:
    """Return the kind that the article has more of; by its quotation marks if it has none."""
    text = document.text
    curly, straight = text.count("’"), text.count("'")
    if curly == straight == 0:
        return "’" if "“" in text else "'"
    return "’" if curly > straight else "'"
