"""A fixed compound was respun word by word: `UN-trusted` for `UN-backed`.

## What it does
Reports compounds with a hyphen one member of which was replaced by a synonym that nobody uses
there: `US-drove`, `state-possessed`, `London-primarily based`, `excessive-profile`. The table says
what stands on the other side of the hyphen, so that `self-possessed` and `market-driven` pass.

## Why it matters
Rewriting programs replace one word at a time and don't see that a compound is one word. Where one
of these stands, the sentences around it were rewritten as well and need reading.

## Flags
- A report from the ⟦UN-trusted⟧ hunger monitor came out this week.
- The ⟦US-drove⟧ coalition said it had struck twelve depots.
- Workers at the ⟦state-possessed⟧ railway went on strike.
- An ⟦excessive-profile⟧ case opened in the ⟦London-primarily based⟧ court.
- After a ⟦decades-lengthy⟧ ban, the ⟦far-proper⟧ party may run again.

## Does not flag
- Our most-trusted source, an also-ran, stayed self-possessed.
- The US-led coalition and its Iran-backed, state-owned, market-driven foes.
- An IS-claimed attack hit the China-claimed island.
- The court-upheld ban covers the smooth-talking, well-kept and inflation-adjusted.
- She is professional-minded and wrote a nicely-worded note about Soviet technology.
- The low-skilled and the highly-skilled paid an excessive-use charge.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token
    from copydesk.text.spans import Span


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Who backs, runs or holds something, written small.
_ACTORS: Final = _set(
    """
    state government army military police rebel opposition regime militant insurgent separatist
    jihadist extremist coalition junta militia
    """
)
_FIGHTERS: Final = _set("rebel opposition regime militant insurgent separatist jihadist extremist")
_OWNERS: Final = _set(
    """
    state government family foreign publicly privately employee wholly majority jointly city council
    independently
    """
)
_AREAS: Final = _set(
    """
    territory territories land lands area areas west east north south jerusalem golan kashmir crimea
    donbas city cities town towns region regions zone zones suburb suburbs village villages
    """
)
_GROUPS: Final = _set(
    """
    group groups militia militias militant militants fighter fighters faction factions force forces
    cell cells network networks party parties bloc media channel channels outlet outlets politician
    politicians lawmakers states countries insurgents extremists terrorists
    """
)
_MEASURES: Final = _set(
    """
    sanctions curfew deadline ban blockade embargo tariffs lockdown regulations rules restrictions
    conditions law laws austerity ceasefire cuts exile isolation quarantine
    """
)
_ERAS: Final = _set(
    """
    soviet victorian edwardian obama trump saddam mao stalin gaddafi mubarak nazi apartheid covid
    pandemic depression thatcher reagan bush clinton franco pinochet suharto marcos ottoman colonial
    communist
    """
)
_WIDTHS: Final = _set(
    """
    eu uk us un nato europe nation country city state industry company sector world globe system
    economy region province campus organisation organization market continent africa asia
    """
)
_GUESTS: Final = _set(
    """
    family user eco budget child kid pet dog climate environment environmentally business customer
    reader tourist baby media investor mobile planet nature wallet industry voter worker consumer
    """
)
_TIMES: Final = _set(
    """
    second minute hour day week month months year years decade decades century mile kilometre
    kilometer metre meter foot season life night career weekend lifetime
    """
)
_AGES: Final = _set("year years yr yrs month months week weeks day days")
_CLASSES: Final = _set("middle working world first second upper lower business ruling")
_BURDENS: Final = _set(
    """
    duty tax smoke drug nuclear visa toll carbon gluten debt sugar virus covid risk interest rent
    dairy plastic
    """
)
_PRIZES: Final = _set("award prize medal oscar grammy emmy bafta pulitzer title trophy cup race")
_PARTIES: Final = _set("third multi two cross one inter intra single")


@dataclass(frozen=True, slots=True)
class _Swap:
    """What a second member stands for, and what must stand round it."""

    right: str
    lefts: frozenset[str] = frozenset()  # what may stand before the hyphen, lower-cased
    name: bool = False  # or a name, in any spelling
    language: bool = False  # or an adjective of nation or language
    nexts: frozenset[str] = frozenset()  # one of these must follow
    named_nexts: frozenset[str] = frozenset()  # must follow where a name stands before the hyphen
    sure: bool = True  # whether nobody could have meant it


# Second member as printed, second member as meant. "US-supported", "Trump-endorsed", "US-educated",
# "US-constructed" and the like are what people write, and no longer evidence of anything.
_SECOND: Final[Mapping[str, _Swap]] = {
    "trusted": _Swap("backed", _ACTORS, name=True),
    "upheld": _Swap("backed", _ACTORS, name=True),
    "buttressed": _Swap("backed", _ACTORS, name=True, sure=False),
    "sustained": _Swap("backed", _ACTORS, name=True, sure=False),
    "drove": _Swap("led", _ACTORS, name=True),
    "ran": _Swap("run", _ACTORS | {"family", "privately", "council"}, name=True),
    "possessed": _Swap("owned", _OWNERS, name=True),
    "claimed": _Swap("owned", _OWNERS, sure=False),
    "situated": _Swap("based", name=True, sure=False),
    "located": _Swap("based", name=True, sure=False),
    "interceded": _Swap("mediated", name=True),
    "intervened": _Swap("mediated", name=True),
    "haggled": _Swap("brokered", name=True),
    "bartered": _Swap("brokered", name=True),
    "skilled": _Swap("trained", _ACTORS, name=True),
    "forced": _Swap("imposed", frozenset({"self"}), name=True, nexts=_MEASURES, sure=False),
    "compelled": _Swap("imposed", frozenset({"self"}), name=True, nexts=_MEASURES),
    "obliged": _Swap("imposed", frozenset({"self"}), name=True, nexts=_MEASURES),
    "involved": _Swap("occupied", name=True, nexts=_AREAS),
    "engaged": _Swap("occupied", name=True, nexts=_AREAS),
    "busy": _Swap("occupied", name=True, nexts=_AREAS),
    "kept": _Swap("held", _FIGHTERS, name=True, named_nexts=_AREAS),
    "retained": _Swap("held", _FIGHTERS, name=True, named_nexts=_AREAS, sure=False),
    "joined": _Swap("linked", name=True, nexts=_GROUPS),
    "talking": _Swap("speaking", frozenset({"native"}), language=True),
    "chatting": _Swap("speaking", frozenset({"native"}), language=True),
    "discussing": _Swap("speaking", frozenset({"native"}), language=True),
    "adjusted": _Swap("aligned", name=True, nexts=_GROUPS),
    "birthed": _Swap("born", name=True),
    "overwhelmed": _Swap("dominated", language=True, sure=False),
    "technology": _Swap("era", _ERAS, sure=False),
    "extensive": _Swap("wide", _WIDTHS),
    "broad": _Swap("wide", _WIDTHS, sure=False),
    "huge": _Swap("wide", _WIDTHS),
    "vast": _Swap("wide", _WIDTHS),
    "pleasant": _Swap("friendly", _GUESTS),
    "amicable": _Swap("friendly", _GUESTS),
    "lengthy": _Swap("long", _TIMES),
    "prolonged": _Swap("long", _TIMES),
    "outdated": _Swap("old", _AGES),
    "vintage": _Swap("old", _AGES, sure=False),
    "antique": _Swap("old", _AGES),
    "historic": _Swap("old", _AGES),
    "ancient": _Swap("old", _AGES),
    "magnificence": _Swap("class", _CLASSES),
    "elegance": _Swap("class", _CLASSES),
    "loose": _Swap("free", _BURDENS, sure=False),
    "unfastened": _Swap("free", _BURDENS),
    "prevailing": _Swap("winning", _PRIZES),
    "triumphing": _Swap("winning", _PRIZES),
    "celebration": _Swap("party", _PARTIES, sure=False),
}
# What the program put before the hyphen, the second members that show it, what was meant.
_FIRST: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "excessive": (
        "high",
        _set(
            "profile level tech end stakes rise ranking quality school definition powered income"
            " performance grade octane"
        ),
    ),
    "quick": ("short", _set("term lived")),
    "brief": ("short", _set("term lived")),
    "lengthy": (
        "long",
        _set("term time standing range distance running lasting awaited haul serving lost"),
    ),
    "prolonged": ("long", _set("term time standing distance haul")),
    "nicely": (
        "well",
        _set("known being liked established documented off educated respected loved wishers"),
    ),
    "properly": ("well", _set("known being liked off wishers")),
    "effectively": ("well", _set("known being liked off")),
    "entrance": ("front", _set("runner runners line lines page pages")),
    "complete": ("full", _set("scale fledged blown")),
    "document": ("record", _set("breaking breaker setting")),
    "report": ("record", _set("breaking breaker")),
    "floor": ("ground", _set("breaking")),
    "choice": ("decision", _set("maker makers")),
    "determination": ("decision", _set("maker makers making")),
    "coverage": ("policy", _set("maker makers making")),
    "center": ("middle", _set("aged class")),
    "centre": ("middle", _set("aged class")),
    "actual": ("real", _set("time world life estate")),
    "proper": ("right", _set("wing winger wingers")),
    "appropriate": ("right", _set("wing winger wingers")),
    "seasoned": ("pro", _set("democracy independence choice life government abortion regime war")),
    "professional": ("pro", _set("democracy independence choice regime opposition")),
}
_BEFORE_NAMES: Final[Mapping[str, str]] = {"seasoned": "pro", "professional": "pro"}
_WHOLE: Final[Mapping[str, str]] = {
    "far-proper": "far-right",
    "far-appropriate": "far-right",
    "alt-proper": "alt-right",
    "centre-proper": "centre-right",
    "center-proper": "center-right",
    "world-well-known": "world-famous",
    "anti-authorities": "anti-government",
    "pro-authorities": "pro-government",
    "pro-existence": "pro-life",
    "pro-lifestyles": "pro-life",
    "real-existence": "real-life",
    "non-earnings": "non-profit",
    "not-for-earnings": "not-for-profit",
    "asylum-searcher": "asylum-seeker",
    "asylum-searchers": "asylum-seekers",
    "best-promoting": "best-selling",
    "middle-elderly": "middle-aged",
    "cease-hearth": "cease-fire",
    "cease-fireplace": "cease-fire",
}
# A synonym of two words: what stands after the hyphen, what follows, what was meant. The right
# member takes the place of all of them.
_RUN_ON: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "primarily": (("based",), "based"),
    "mostly": (("based",), "based"),
    "mainly": (("based",), "based"),
    "larger": (("part",), "majority"),
    "referred": (("to", "as"), "called"),
}
_HYPHENS: Final = "-‐‑"


class _Compound(NamedTuple):
    """A word with hyphens, cut before its last and after its first member."""

    text: str
    left: str
    second: str
    first: str
    tail: str

    @classmethod
    def of(cls, written: str) -> _Compound:
        """Cut a word, whatever its hyphens."""
        text = written.replace("‐", "-").replace("‑", "-")
        left, _, second = text.rpartition("-")
        first, _, tail = text.partition("-")
        return cls(text, left, second, first, tail)


def _compounds(document: Document) -> Iterator[Token]:
    """Visit the words that hold a hyphen, each once."""
    text, starts = document.text, document.token_starts
    for hyphen in _HYPHENS:
        at = text.find(hyphen)
        while at >= 0:
            token = document.token(bisect_right(starts, at) - 1)
            word = token.text
            if len(word) > 1 and token.start < at < token.end:
                # A word with hyphens of several kinds comes up once, for the first kind.
                if next(kind for kind in _HYPHENS if kind in word) == hyphen:
                    yield token
                at = text.find(hyphen, token.end)
            else:
                at = text.find(hyphen, at + 1)


class SpunPrefix(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "spun-prefix"
    family = Family.SUBSTITUTION
    severity = Severity.ERROR
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look up the compounds: five to ten in a thousand words, found by their hyphens."""
        for token in _compounds(document):
            found = self._judge(token, _Compound.of(token.text))
            if found is not None:
                yield found

    def _judge(self, token: Token, compound: _Compound) -> Finding | None:
        """Try the tables on one compound."""
        key, left, second = compound.text.lower(), compound.left.lower(), compound.second.lower()
        if (whole := _WHOLE.get(key)) is not None:
            return self._report(token, token.span, whole, sure=True)
        if (run_on := _RUN_ON.get(second)) is not None:
            rest, right = run_on
            last = _followed_by(token, rest)
            if last is not None and (right != "called" or left == "so"):
                span = token.span.to(last.span)
                return self._report(token, span, f"{compound.left}-{right}", sure=True)
        first = compound.first.lower()
        if (start := _FIRST.get(first)) is not None and compound.tail.lower() in start[1]:
            return self._report(token, token.span, f"{start[0]}-{compound.tail}", sure=True)
        if first in _BEFORE_NAMES and self._is_name(compound.tail, compound):
            right = f"{_BEFORE_NAMES[first]}-{compound.tail}"
            return self._report(token, token.span, right, sure=True)
        swap = _SECOND.get(second)
        if swap is not None and self._fits(token, compound, swap):
            right = f"{compound.left}-{swap.right}"
            return self._report(token, token.span, right, sure=swap.sure)
        return None

    def _fits(self, token: Token, compound: _Compound, swap: _Swap) -> bool:
        """Tell whether the members round the swapped one are those of the fixed compound."""
        after = token.next
        follows = after.lower if after is not None else ""
        if swap.nexts and follows not in swap.nexts:
            return False
        last = compound.left.rpartition("-")[2].lower()
        if last in swap.lefts:
            return True
        if swap.language:
            return last in self.lexicons.nationalities
        if not swap.name or not self._is_name(compound.left, compound):
            return False
        return not swap.named_nexts or follows in swap.named_nexts

    def _is_name(self, member: str, compound: _Compound) -> bool:
        """Tell whether a member names somebody, not only begins a sentence or a headline."""
        last = member.rpartition("-")[2]
        if not last[:1].isupper():
            return False
        if len(last) > 1 and last.isupper() and not compound.text.isupper():
            return True
        key = last.lower()
        return key in self.lexicons.nationalities or self.lexicons.name(key) is not None

    def _report(self, token: Token, span: Span, right: str, *, sure: bool) -> Finding:
        printed = span.of(token.document.text)
        if printed.isupper():
            meant = right.upper()
        else:
            meant = right[:1].upper() + right[1:] if printed[0].isupper() else right
        return self.finding(
            span,
            f"“{printed}” is no compound of English: “{meant}” was replaced word by word",
            evidence=f"The fixed compound is “{meant}”",
            fixes=(Fix.replace(span, meant, safety=Safety.REVIEW),),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=None if sure else 0.8,
        )


def _followed_by(token: Token, words: tuple[str, ...]) -> Token | None:
    """Return the last of `words` if they stand right after `token`."""
    last = token
    for word in words:
        following = last.next
        if following is None or following.lower != word or not last.touches(following):
            return None
        last = following
    return last
