"""An apostrophe is gone, or a space stands in its place: `couldn t`, `the city s plan`.

## What it does
Reports contractions and possessives that are cut in two where the apostrophe was, contractions
written together (`didnt`, and `wont` after a pronoun or before a verb), and, as a warning, `its`,
`lets` and `im` where only `it's`, `let's` and `I'm` make sense. The fix has the article's own kind
of apostrophe. What can follow such a word is an English word list of this rule's own.

## Why it matters
A character set that has no curly apostrophe drops it or puts a space. Where one got lost, all of
them did, and the text looks as if nobody had read it.

## Flags
- They ⟦couldn t⟧ say why ⟦it s⟧ late, but ⟦I m⟧ sure ⟦they re⟧ coming.
- The ⟦city s⟧ mayor met ⟦Norway s⟧ king at ten ⟦o clock⟧.
- We ⟦didnt⟧ know that ⟦youre⟧ here, and they ⟦wont⟧ tell.
- She said ⟦its⟧ a shame, but ⟦its⟧ been worse.
- ⟦Theres⟧ a fair on the green, and ⟦im⟧ going. ⟦Lets⟧ hope ⟦its⟧ easy to find.
- Some trusts ⟦wont⟧ see it, and ⟦todays⟧ news is that ⟦hes⟧ late for someone ⟦elses⟧ party.

## Does not flag
- The letter s is silent, and the plural s was dropped.
- He is wont to speak in cant, and its a cappella choir sang.
- It took 5 s to reach 20 m. The s and p orbitals are full.
- The size s dress was sold. Size s dresses come in fits s, m and l.
- Hrad s jezerem was built in the 1980s. Do Ts and Ds count?
- Jony Ive left. “Im Westen” is German, and so is im Haus.
- She lets go of the rope, the first of its kind. “Theres [sic] a way,” he wrote on its great door.
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
_ENDS: Final = frozenset(".;:!?")
_STOPS: Final = _ENDS | {","}
_BRACKETS: Final = frozenset("[(")
_OPENERS: Final = frozenset("“‘\"'(")
# No words without their apostrophe.
_GONE: Final = {
    form.replace("'", ""): form
    for form in """
    aren't couldn't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't
    shouldn't wasn't weren't wouldn't ain't could've might've must've should've would've they're
    they've they'll they'd you're you've you'll you'd we've it'll that's that'll there's there'll
    here's what's where's who's o'clock children's women's anybody's anyone's else's everybody's
    everyone's nobody's somebody's someone's today's tonight's
    """.split()
}
# Names with a capital letter, and no words without.
_SMALL: Final = {
    form.replace("'", ""): form for form in "child's he's how's it'd she's wife's woman's".split()
}
# Words that are others without it, and what shows that they are meant: the word that follows.
_VERBS: Final = frozenset(
    """
    afford ask be believe become bring buy call change come decide do eat even feel find fit follow
    forget get give go handle happen have hear help hurt just keep know leave let live look make
    matter miss move need pay play put read really remember run say see seem sell send sleep speak
    stand stay stop take talk tell think trust try turn understand use wait walk want win work worry
    you
    """.split()
)
_AFTER_SUBJECT: Final = {"cant": "can't", "wont": "won't"}
_SUBJECTS: Final = frozenset("i you he she it we they".split())
_BEFORE_NOUN: Final = frozenset(
    "a an the his her its my our their your this that of is was are were be been being".split()
)
_CHATTY: Final = {"im": "I'm", "ive": "I've"}
_AFTER_I_HAVE: Final = frozenset(
    """
    also always been bought come done enjoyed ever experienced felt found given gone got had heard
    just known learned learnt lived lost made met never noticed only paid played read really
    received said seen spent started tried used visited wanted watched worked written
    """.split()
)
_AFTER_LET_US: Final = frozenset(
    """
    all also assume be begin call face get go have hope just look make not pretend say see start
    stop take talk try wait
    """.split()
)
_BEFORE_LET_US: Final = frozenset("and but now ok okay please so then well".split())
_AFTER_IT_IS: Final = frozenset(
    """
    a an the been because my your his her their our you they we not also anyone's at called for from
    getting gonna he here i if in nothing probably she supposed that there too what when
    where why with
    """.split()
)
# What it is, if nothing follows that could be had.
_IT_IS_SO: Final = frozenset(
    """
    amazing annoying awesome awful bad beautiful better cheap clear delicious difficult easier easy
    expensive fair fantastic fine frustrating funny good great greatly hard horrible illegal
    important impossible interesting likely natural necessary nice obvious ok okay perfect possible
    quieter rare really sad simple simply stolen strange stupid terrible true unfair unlikely
    weird wonderful worse wrong
    """.split()
)
_OPENS_CLAUSE: Final = frozenset(
    "at because here how if in not of on so than that to too when".split()
)
_LATIN_AFTER_A: Final = frozenset("cappella la posteriori priori".split())
_NEGATIVE_PREFIXES: Final = ("un", "in", "im", "ir", "il", "dis")  # "its not unimportant role"
_CANDIDATES: Final = (
    frozenset(_GONE)
    | frozenset(_SMALL)
    | frozenset(_AFTER_SUBJECT)
    | frozenset(_CHATTY)
    | {"its", "lets"}
)


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
            meant = None if _is_kept(word) else self._contraction(word)
            if meant is not None:
                yield self._gone(word, *meant)

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

    def _contraction(self, word: Token) -> tuple[str, bool] | None:
        """Return what is meant, with a straight apostrophe, and whether nothing else can be."""
        lower, before, after = word.lower, word.previous, word.next
        if lower in _GONE:
            # It is misplaced, not lost, in “childrens’”.
            moved = after is not None and after.text in _APOSTROPHES and word.joins(after)
            if word.shape is Shape.MIXED or moved:
                return None
            return _GONE[lower], not _may_be_name(word)
        small = word.text.islower()
        if lower in _SMALL:
            english = after is None or after.kind is not Kind.WORD or self._is_english(after)
            return (_SMALL[lower], True) if small and english else None
        near = after is not None and word.touches(after) and after.text.islower()
        if lower in _AFTER_SUBJECT:
            subject = before is not None and before.lower in _SUBJECTS and before.touches(word)
            led = before is None or before.lower not in _BEFORE_NOUN
            verb = near and led and after is not None and after.lower in _VERBS
            return (_AFTER_SUBJECT[lower], True) if small and (subject or verb) else None
        if after is None or not near:
            return None
        if lower == "lets":
            first = before is None or before.lower in _BEFORE_LET_US
            return ("let's", False) if first and after.lower in _AFTER_LET_US else None
        if lower in _CHATTY and word.shape is not Shape.UPPER:
            english = before is None or before.kind is Kind.MARK or self._is_english(before)
            follows = after.lower in _AFTER_I_HAVE if lower == "ive" else self._is_english(after)
            return (_CHATTY[lower], False) if english and follows else None
        return ("it's", False) if lower == "its" and _means_it_is(after) else None

    def _is_english(self, word: Token) -> bool:
        return word.lower in self.lexicons.words

    def _gone(self, word: Token, right: str, sure: bool) -> Finding:  # noqa: FBT001 - a pair's half
        if word.shape is Shape.UPPER:
            right = right.upper()
        elif word.shape is Shape.TITLE:
            right = right[0].upper() + right[1:]
        right = right.replace("'", _apostrophe(word.document))
        return self.finding(
            word.span,
            f"“{word.text}” has lost its apostrophe",
            evidence=f"“{right}” is meant here",
            fixes=(Fix.replace(word.span, right, safety=Safety.SAFE if sure else Safety.REVIEW),),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=None if sure else 0.9,
        )


def _is_kept(word: Token) -> bool:
    """Tell a slip that the article shows as it was: `Theres [sic]`."""
    bracket = word.next
    inside = bracket.next if bracket is not None and bracket.text in _BRACKETS else None
    return inside is not None and inside.lower == "sic"


def _may_be_name(word: Token) -> bool:
    """Tell a capital letter beside another that could make a name: `Dont Nod`, `Arent Fox`."""
    if word.shape is not Shape.TITLE:
        return False
    after = word.next
    return after is not None and after.shape is Shape.TITLE and word.touches(after)


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
    """Tell whether no thing that something has can follow: `its a`, `its been`, `its easy to`."""
    beyond = after.next
    if after.lower in _IT_IS_SO:
        return beyond is None or beyond.text in _ENDS or beyond.lower in _OPENS_CLAUSE
    if after.lower not in _AFTER_IT_IS:
        return False
    if beyond is None:
        return True
    if after.lower == "not":
        return not beyond.lower.startswith(_NEGATIVE_PREFIXES)
    if after.joins(beyond) and beyond.text not in _STOPS:
        return False
    return beyond.lower not in _LATIN_AFTER_A


def _apostrophe(document: Document) -> str:
    """Return the kind that the article has more of; by its quotation marks if it has none."""
    text = document.text
    curly, straight = text.count("’"), text.count("'")
    if curly == straight == 0:
        return "’" if "“" in text else "'"
    return "’" if curly > straight else "'"
