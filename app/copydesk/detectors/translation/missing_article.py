"""An article is missing where English can't do without it.

## What it does
Reports the closed patterns in which a singular noun needs “the” or “a” and has none: `in first
phase`, `at same time`, `one of largest`, `is largest city`, `at end of`, `in middle of`, `according
to report`, names such as `in United States` and `from Pentagon`, parts such as `is member of`,
places such as `at airport`, a title that opens its sentence (`Prime minister complained that`), and
`was seventh rate hike`. Headlines and captions, which drop articles, are left alone. The patterns
come from English grammar; other missing articles are not looked for. A lone title (`Government
has`) is information, since one may mean any government.

## Why it matters
Languages without articles leave such gaps when they are translated word by word. One is a slip,
many make an article hard to read.

## Flags
- The plan will be made ⟦in first phase⟧, the minister said.
- It was the largest bridge of the town ⟦at same time⟧, and the oldest.
- The bridge is ⟦one of largest⟧ in the country.
- They will meet ⟦at end of⟧ May to talk about the plan.
- ⟦Prime minister complained⟧ that nobody had told him.
- The ships came ⟦from United States⟧ and stayed until May.
- He was met ⟦by mayor of⟧ the town and lives ⟦in south of⟧ the country.
- It ⟦was seventh rate⟧ rise in a row, and it ⟦is largest city⟧ of the country.
- She ⟦is member of⟧ the council, which met ⟦at airport⟧ and is known ⟦throughout world⟧.
- The bridge is closed, ⟦according to report⟧ of the council.

## Does not flag
- The plan came first in phase two, and he saw it at first sight.
- The first phase ended in May, at the end of which they met.
- It could be third time lucky in EU or US tests.
- US officials came from US bases, UK firms from UK towns.
- He finished second in place of Berg. He was third in the race. She came in first place.
- Prime minister to visit the town ¶ President says no
- President Berg said that she would come. Minister of war was his last post.
- In first class, the third man is one of most people's friends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.grammar.clauses import is_running_text
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token

_PREPOSITIONS: Final = frozenset(
    "in at on of for by with from to during after before since until against about into".split()
)
_ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth".split()
)
# Not "place", "class", "sight", "hand", "half", "quarter", "grade": these go without.
_COUNTED: Final = frozenset(
    """
    phase stage round time week month year day case session part meeting match minute episode
    edition hour century attempt chapter instance visit decade
    """.split()
)
_AFTER_BE: Final = _COUNTED | frozenset(
    """
    rate person woman man country president minister city town team film book company attack
    incident goal victory win defeat hike death arrest election
    """.split()
)
_RANKED: Final = (_AFTER_BE - {"man", "woman", "time"}) | frozenset(
    """
    producer exporter economy airport market party bank club player leader place problem school
    university river island province group nation actor singer
    """.split()
)
_BE: Final = frozenset("is was be becomes became".split())
_SAME: Final = frozenset("time way place day year month week moment period direction night".split())
_SUPERLATIVES: Final = frozenset(
    """
    largest biggest oldest greatest strongest richest youngest highest lowest longest worst best
    poorest busiest fastest finest hardest
    """.split()
)
_AFTER_MOST: Final = frozenset(
    "important popular famous powerful dangerous beautiful expensive successful influential".split()
)
_EDGES: Final = {
    "end": frozenset("at by since until before from".split()),
    "beginning": frozenset("at from since in".split()),
    "middle": frozenset({"in", "from"}),
    "wake": frozenset({"in"}),
    "aftermath": frozenset({"in"}),
    "help": frozenset({"with"}),
    "basis": frozenset({"on"}),
    "eve": frozenset({"on"}),
    "outskirts": frozenset({"on", "in", "at"}),
    "presence": frozenset({"in"}),
    "territory": frozenset({"on"}),
    "sidelines": frozenset({"on"}),
    **dict.fromkeys(("centre", "center", "heart", "framework", "vicinity"), frozenset({"in"})),
    **dict.fromkeys(("capital", "absence", "eyes", "name"), frozenset({"in"})),
    **dict.fromkeys(("foot", "bottom", "height", "mercy", "invitation"), frozenset({"at"})),
    "hands": frozenset({"at", "in"}),
    "request": frozenset({"at"}),
    **dict.fromkeys(("brink", "verge", "initiative", "edge"), frozenset({"on"})),
    **dict.fromkeys(("auspices", "leadership", "guise"), frozenset({"under"})),
    **dict.fromkeys(("exception", "participation", "aim"), frozenset({"with"})),
    **dict.fromkeys(("sake", "benefit"), frozenset({"for"})),
    "start": frozenset("at by since".split()),
    "mayor": frozenset({"by"}),
    **dict.fromkeys(("north", "south", "east", "west"), frozenset({"in", "of"})),
}
# Parts and kinds, with what stands before them where “a” is missing: `is member of`.
_PARTS: Final = {
    **dict.fromkeys(
        "member citizen resident native graduate".split(),
        frozenset("is was became become becomes being".split()),
    ),
    **dict.fromkeys(("result", "consequence"), frozenset({"as", "As"})),
    "lot": frozenset("have has had is are was were with got made lost need face faced".split()),
    "couple": frozenset("for after in within of with have has had".split()),
    "series": frozenset("after in of with".split()),
    "variety": frozenset("of with in from have has had".split()),
    "number": frozenset("after on against with".split()),
    "majority": frozenset("with by of have has had".split()),
}
# What a text speaks of as the one that everybody knows.
_PLACES: Final = {
    "world": frozenset("around across throughout all over in".split()),
    "country": frozenset({"throughout", "around"}),
    "city": frozenset("in from near throughout".split()),
    "village": frozenset("in from near".split()),
    "region": frozenset("in throughout".split()),
    "province": frozenset({"in", "throughout"}),
    "border": frozenset("at on near across from".split()),
    "airport": frozenset("at in to from near".split()),
    "hotel": frozenset("in at from".split()),
    "stadium": frozenset("at in outside".split()),
    "mosque": frozenset("in at outside near".split()),
    "river": frozenset("in across near".split()),
    "army": frozenset("by from".split()),
    "internet": frozenset("on from".split()),
    "meantime": frozenset({"in"}),
    "moment": frozenset({"at"}),
    **dict.fromkeys(("morning", "evening", "afternoon"), frozenset({"in"})),
}
_PLACE_ENDS: Final = frozenset(". , ; ! ? and is was were has had that who which where".split())
_SOURCES: Final = frozenset(
    "report spokesman spokeswoman spokesperson statement ministry minister study survey newspaper "
    "source president prosecutor agency".split()
)
_SHORT_NAMES: Final = frozenset(
    "fed eu uk usa kremlin pentagon netherlands philippines fbi cia imf".split()
)
_LONG_NAMES: Final = {
    "states": "united",
    "kingdom": "united",
    "nations": "united",
    "union": "european",
    "house": "white",
    "republic": "czech",
    "bank": "west",
    "strip": "gaza",
}
_BOUNDARIES: Final = frozenset(
    ". , ; : ! ? and or in on by for to from with at is was has have had will would said says "
    "after before because that which who over about since as but when".split()
)
_TITLES: Final = frozenset(
    """
    president minister government spokesman spokeswoman spokesperson mayor governor ambassador
    chairman chairperson opposition ministry court parliament victim suspect
    """.split()
)
_TITLE_VERBS: Final = frozenset(
    """
    said says added told complained announced stated claimed noted explained stressed urged called
    warned has had was is will would also did does decided asked wants expressed pointed
    """.split()
)
_OPENING: Final = _PREPOSITIONS | {word.capitalize() for word in _PREPOSITIONS}
# What has to stand before a word of a pattern: nine in ten have their article there.
_BEFORE: Final = {
    **dict.fromkeys(_ORDINALS, _OPENING | _BE),
    **dict.fromkeys(_SUPERLATIVES | {"most"}, _BE | {"of"}),
    **_PARTS,
    **_PLACES,
    **dict.fromkeys(_SHORT_NAMES, _OPENING),
    **{word: frozenset({first.capitalize()}) for word, first in _LONG_NAMES.items()},
    **{word: links | {link.capitalize() for link in links} for word, links in _EDGES.items()},
    "same": _OPENING,
    "to": frozenset({"according", "According"}),
}
_MOST: Final = 200  # occurrences of one word that are looked at
_LONG: Final = 12  # tokens


class MissingArticle(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "missing-article"
    family = Family.TRANSLATION
    severity = Severity.WARNING
    confidence = 0.85
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the capitalised titles, by which sentences are looked up."""
        super().__init__(lexicons)
        self._openers = frozenset(word.capitalize() for word in _TITLES | {"prime"})

    def detect(self, document: Document) -> Iterator[Finding]:
        """Ask for the words that the patterns need; most stand with their article."""
        words, texts = document.words, document.token_texts
        found: list[tuple[Token, Token, Severity]] = []
        for key in sorted(_BEFORE.keys() & words.keys()):
            allowed = _BEFORE[key]
            for index in [index for index in words[key] if texts[index - 1] in allowed][:_MOST]:
                if not document.opens_sentence[index]:
                    pair = self._around(document.token(index), key)
                    if pair is not None:
                        found.append((*pair, Severity.WARNING))
        written = document.written
        for opener in sorted(self._openers & written.keys()):
            for index in written[opener].tokens[:_MOST]:
                if document.opens_sentence[index]:
                    pair = _title(document.token(index))
                    if pair is not None:
                        # `Government has a role`: of one alone it may be said in general.
                        sure = opener == "Prime"
                        found.append((*pair, Severity.WARNING if sure else Severity.INFO))
        for first, last, severity in sorted(found, key=lambda triple: triple[0].index):
            if is_running_text(first) or _is_sentence(first):
                yield self._report(first, last, severity)

    def _around(self, token: Token, key: str) -> tuple[Token, Token] | None:
        before, after = token.previous, token.next
        if before is None or after is None or not before.touches(token):
            return None
        if key in _ORDINALS or key == "same":
            return _counted(before, token, after, key)
        if key in _SUPERLATIVES or key == "most":
            return _superlative(before, token, after)
        if key in _PARTS:
            return (before, after) if after.text == "of" and token.text == key else None
        if key in _PLACES:
            return _place(before, token, after)
        if key in _EDGES:
            fits = before.lower in _EDGES[key] and after.lower == "of" and token.text == key
            return (before, after) if fits else None
        if key == "to":
            follows = after.next
            bare = follows is None or follows.lower in _BOUNDARIES or follows.lower == "of"
            return (before, after) if bare and after.text in _SOURCES else None
        return _name(before, token, after, key)

    def _report(self, first: Token, last: Token, severity: Severity) -> Finding:
        document = first.document
        span = first.span.to(last.span)
        shown = span.of(document.text)
        opens = document.opens_sentence[first.index]
        if opens and first.lower != "according":
            fix = Fix.replace(
                Span(first.start, first.start + 1),
                f"The {first.text[0].lower()}",
                safety=Safety.REVIEW,
                title="Put “The” before it",
            )
        else:
            late = first.lower in ("according", "one")
            noun = last if late else document.token(first.index + 1)
            article = "a" if noun.lower in _PARTS else "the"
            fix = Fix.insert(noun.start, f"{article} ", safety=Safety.REVIEW)
        return self.finding(
            span,
            f"An article seems to be missing in “{shown}”",
            evidence="The noun is singular or names one thing, and English puts an article there",
            fixes=(fix,),
            severity=severity,
        )


def _counted(before: Token, token: Token, after: Token, key: str) -> tuple[Token, Token] | None:
    """Find "in first phase", "at same time", "was seventh rate hike"."""
    noun = after.lower
    follows = after.next
    if not (token.text.islower() and after.text.islower()):
        return None
    if key == "same":
        return (before, after) if before.lower in _PREPOSITIONS and noun in _SAME else None
    if before.lower in _PREPOSITIONS and noun in _COUNTED:
        bare = follows is None or follows.lower in _BOUNDARIES or follows.lower == "of"
        return (before, after) if bare else None
    lucky = noun == "time" and follows is not None and follows.lower in ("lucky", "around")
    if before.lower in _BE and noun in _AFTER_BE and not lucky:
        return before, after
    return None


def _one_of(before: Token, token: Token) -> tuple[Token, Token] | None:
    """Find "one of largest", "one of most important"."""
    one = before.previous if before.lower == "of" else None
    return (one, token) if one is not None and one.lower == "one" else None


def _superlative(before: Token, token: Token, after: Token) -> tuple[Token, Token] | None:
    """Find "one of largest", "one of most important", "is largest city"."""
    if before.lower == "of":
        known = token.lower != "most" or after.lower in _AFTER_MOST
        return _one_of(before, token) if known else None
    if token.lower == "most":
        noun = after.next if after.lower in _AFTER_MOST else None
        return (before, noun) if noun is not None and noun.text in _RANKED else None
    return (before, after) if after.text in _RANKED else None


def _place(before: Token, token: Token, after: Token) -> tuple[Token, Token] | None:
    """Find "throughout world.", "at airport and", but not "from village to village"."""
    if not token.text.islower() or after.lower not in _PLACE_ENDS:
        return None
    ahead = before.previous
    if before.lower == "in" and ahead is not None and ahead.lower in ("town", "city", "life"):
        return None
    return before, token


def _name(before: Token, token: Token, after: Token, key: str) -> tuple[Token, Token] | None:
    """Find "from Pentagon." and "in United States,", but not "from Pentagon sources"."""
    if after.lower not in _BOUNDARIES or token.text[0].islower():
        return None
    other = after.next
    if other is not None and after.lower in ("and", "or", ",") and other.text[0].isupper():
        return None  # `in EU or US tests`, `for UK and Irish golf`
    if key in _SHORT_NAMES:
        return (before, token) if _links(before) else None
    if before.lower != _LONG_NAMES[key] or before.text[0].islower():
        return None
    link = before.previous
    return (link, token) if link is not None and _links(link) else None


def _links(token: Token) -> bool:
    return token.lower in _PREPOSITIONS and token.text.islower()


def _title(token: Token) -> tuple[Token, Token] | None:
    """Find "Prime minister complained", but not "President Berg said"."""
    noun = token
    if token.lower == "prime":
        following = token.next
        if following is None or following.lower != "minister":
            return None
        noun = following
    verb = noun.next
    return (token, verb) if verb is not None and verb.text in _TITLE_VERBS else None


def _is_sentence(first: Token) -> bool:
    """Tell that a verb stands in the pattern: headlines drop it (`Fed makes seventh rise`)."""
    sentence = first.sentence
    long = sentence.stop - sentence.first > _LONG
    return first.lower in _BE and long and first.block.kind is BlockKind.PARAGRAPH
