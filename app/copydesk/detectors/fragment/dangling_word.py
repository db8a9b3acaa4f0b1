"""A lone word is left behind as a sentence of its own.

## What it does
Reports a word with a full stop after it that stands alone at the end of a paragraph of running
prose (`Mass death was imminent. Change.`), or between two of its sentences. Words that people do
use alone (`Exactly.`, `Never.`), quotations, answers, echoes and series of fragments are left
alone.

## Why it matters
A rewriting program dropped the rest of the sentence, or left a word of a list or a heading there.

## Flags
- The harbour was closed for most of the week after the storm had passed. ⟦Change.⟧
- The council will vote on the plan in May, a spokeswoman for the mayor said. ⟦Including.⟧ ¶ The
  plan costs ten million.
- Most of the ships had left the harbour by the evening of that day. ⟦Development.⟧ The rest of them
  stayed until the storm had passed.
- Ministers met in the capital on Monday to talk about the new law. ⟦Of the.⟧

## Does not flag
- Would it help the harbour if the council voted for the plan in May? Yes. ¶ Never.
- They have lost nine of the ten games that they have played at home this year. Again.
- The council thought that the plan was the best of the three on the table. Wrong.
- "The harbour was closed for most of the week after the storm. Change." He laughed.
- There was one thing that the voters in the harbour talked about all day. Money.
- All the way home the crew of the lost ship had only one thought: land. Land.
- The walls of the old harbour office were painted in three colours. Grey. Brown.
- We sat in the harbour and waited for the ships to come in at night. Silence.
- Work on the harbour began in May, the ministry said in a statement on Monday. Reuters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.tokens import Kind, Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Sentence

# What people say or write alone: answers, verdicts, asides, feelings, calls.
_UTTERANCES: Final = frozenset(
    """
    absolutely actually again agony agreed ah aha alarming alas alone alot already alright
    always amazing amen and annoying anymore anyone anything anyway anywhere apologies appalling
    apparently applause awesome awful awkward bad baffling bang beautiful believe believed
    besides beware bingo blimey bliss boom boring bravo breathe brilliant bullshit busted but
    bye carnage caught certainly champions chaos charming checkmate cheering cheers chilling
    clown confused confusing congratulations continue cool correct crap crushing curious cute
    damn damning dead deal definitely delicious delighted depressing despair devastated
    devastating disappointed disappointing disaster discuss disgusting ditto done double dream
    duh eat ecstasy either else embarrassing encouraging endless enjoy enjoyed enough even ever
    everybody everyone everything everywhere exactly excellent exciting exhausted fab fabulous
    fail fair fantastic fascinating fat fear figures final finally fine finished fire fired
    first fool fools forever forget forgiven forgotten fortunately free freedom fun funny
    furious genius go gold gone good goodbye gosh gotcha grand great greetings grief gross
    guilty ha hallelujah happiness happy hardly hate heartbreak heartbreaking heaven hell hello
    help here hero heroes hey hi hired history hm hmm honest honestly hooray hope horrible
    horror how however huge hurray hush idiot idiots ignored imagine impossible incredible
    indeed innocent instead interesting intriguing ironic jackass joy just kudos last later
    laughter legend less lies likely listen literally lol look loser losers lost love lovely
    luck lucky luxury madness magic maybe mayhem meanwhile meh mercy minus misery mission more
    moreover mum murder music naturally naughty near neither never nevertheless next nice
    nightmare nil no nobody none nonetheless nonsense nope normal not nothing notwithstanding
    now nowhere nuts obviously off often ok okay old one only oops otherwise ouch out
    outstanding over overall overnight pain pandemonium panic paradise pardon peace people
    perfect perfection perhaps period phew please plus poor possibly power precisely presumably
    pretty priceless pride probably promise proof puzzling quiet quite rarely rather really
    refreshing regards relax relieved repeat rest result revenge right rightly rubbish rude run
    sad sadly safe same scary seriously shame sheer shock shocking sick silence silly simple
    simply since sincerely sleep sold sometimes somewhere soon sorry splendid starving stay
    still stop strange stuck stunned stunning stupid success such sugar super superb sure surely
    surprise surprised surprising survival sweet tears technically terrible terrific terrifying
    thank thanks then there thereafter therefore think though three thrilled thus tick today
    together tomorrow tonight too totally touché tough tragedy tragic true truly trust truth try
    twice two typical ugh ugly um unbelievable undeniably unfortunately unlikely usually
    vanished victory violence vote wait wake war welcome well whatever whatsoever whenever whew
    who whoa whoops why win winner winners wonderful worrying wow wrong yay yeah years yep yes
    yesterday yet yikes yuck yum zero zilch zip
    abstract advertisement aim answer background budget capacity caption contact contacts cost
    credit credits details disclaimer duration fee length location method note notes objective
    photo photos picture pictures price question rating salary score source sources summary tags
    tip topics update updated verdict video warning weight
    """.split()
)
# Judgements and manners: `Unbelievable.`, `Gorgeous.`, `Gradually.`
_JUDGING: Final = ("ly", "able", "ible", "ful", "ous", "less", "ic", "ish", "est", "ward")
# What announces that a single word follows; the second set only hints at it.
_CUES: Final = frozenset(
    """
    thing things word words something single reason reasons culprit secret feeling ingredient
    ingredients solution key only alternative choice option motto slogan moral lesson nickname
    messages message theme goal purpose
    """.split()
)
_HINTS: Final = frozenset("one answer answers called call calls named name question result".split())
_PERSONAL: Final = frozenset("i we you me us my our your i'm we're you're i've we've".split())
_HANGING: Final = frozenset("the a an of and or with from their its our by into".split())
# These never stand alone, so the middle of a paragraph is no excuse.
_INCOMPLETE: Final = frozenset("according concerning including made regarding taken".split())
_NOUN_ENDINGS: Final = ("tion", "sion", "ment", "ity", "ance", "ence", "ship")
_PROSE: Final = 8  # tokens of a full sentence, its full stop counted
_BRIEF: Final = 5  # tokens of one that is hardly a fragment itself
_FREQUENT: Final = 5.5  # Zipf: `Place` and `Law` are rather words than names
_LONE: Final = 2  # tokens of a word and its full stop
_CLOSE: Final = 6  # sentences to each side in which other lone words make a series
_LOOK_BACK: Final = 4000  # characters in which a quotation may have been opened
_SHORTEST: Final = 4  # letters; `Esp.` and `Aplo.` are abbreviations
_OPENERS: Final = "“«"
_CLOSERS: Final = "”»"


class DanglingWord(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "dangling-word"
    family = Family.FRAGMENT
    severity = Severity.ERROR
    confidence = 0.95
    scope = Scope.PARAGRAPH
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the shortest sentences; few paragraphs have any."""
        for sentence in document.sentences:
            size = sentence.stop - sentence.first
            if size not in (_LONE, _LONE + 1) or document.token_texts[sentence.stop - 1] != ".":
                continue
            first = document.token_texts[sentence.first]
            lower, shape, kind = lexical(first)
            if kind is not Kind.WORD or shape is not Shape.TITLE:
                continue
            if size > _LONE:
                second = lexical(document.token_texts[sentence.first + 1])[0]
                if second not in _HANGING or lower not in self.lexicons.function_words:
                    continue
            elif not self._is_plain_word(first, lower):
                continue
            severity = self._judge(document, sentence, lower, lone=size == _LONE)
            if severity is not None:
                yield self._report(document, sentence, severity)

    def _is_plain_word(self, text: str, lower: str) -> bool:
        """Tell words from names, abbreviations and what people do say alone."""
        lexicons = self.lexicons
        if (
            len(text) < _SHORTEST
            or lower in _UTTERANCES
            or lower not in lexicons.words
            or lower in lexicons.units
            or lower.endswith(_JUDGING)
        ):
            return False
        if lexicons.ambiguous_name(lower) is None:
            return True
        person = lower in lexicons.given_names or lower in lexicons.surnames
        return not person and lexicons.zipf(lower) >= _FREQUENT

    def _judge(
        self, document: Document, sentence: Sentence, lower: str, *, lone: bool
    ) -> Severity | None:
        """Ask whether running prose stands round the fragment; None where it may be meant."""
        before = _neighbour(document, sentence, -1)
        kind = document.blocks[sentence.block].kind
        if before is None or kind is not BlockKind.PARAGRAPH or _is_series(document, sentence):
            return None
        severity = self._rate(document, before, lower)
        if severity is None:
            return None
        following = _neighbour(document, sentence, 1)
        if following is None:
            # A quotation that ends with the word has its mark after it and is none of ours.
            return Severity.WARNING if _is_quoted(document, sentence) else severity
        sure = not lone or lower in _INCOMPLETE or lower.endswith(_NOUN_ENDINGS)
        after = self._rate(document, following, lower)
        certain = severity is Severity.ERROR and after is Severity.ERROR
        return Severity.WARNING if sure and certain and not _is_quoted(document, sentence) else None

    def _rate(self, document: Document, sentence: Sentence, lower: str) -> Severity | None:
        """Rate how surely a sentence is a statement that neither says nor announces the word."""
        tokens = document.token_texts[sentence.first : sentence.stop]
        words = {lexical(text)[0] for text in tokens}
        first = next((text for text in tokens if text[0].isalnum()), "")
        if (
            document.text[sentence.span.end - 1] not in '.”"’)]'
            or len(tokens) < _BRIEF
            or lower in words
            or "?" in words
            or not words.isdisjoint(_CUES)
            or not (first[:1].isupper() or first[:1].isdigit())
        ):
            return None
        plain = words.isdisjoint(_PERSONAL) and words.isdisjoint(_HINTS)
        return Severity.ERROR if plain and len(tokens) >= _PROSE else Severity.WARNING

    def _report(self, document: Document, sentence: Sentence, severity: Severity) -> Finding:
        span = sentence.span
        words = document.text[span.start : span.end]
        gap = document.token_starts[sentence.first - 1] + len(
            document.token_texts[sentence.first - 1]
        )
        return self.finding(
            span,
            f"“{words}” is left behind as a sentence of its own",
            evidence="It stands alone after a full sentence, and is nothing that people say alone",
            fixes=(Fix.delete(gap, span.end, safety=Safety.REVIEW),),
            severity=severity,
            confidence=None if severity is Severity.ERROR else 0.8,
        )


def _neighbour(document: Document, sentence: Sentence, step: int) -> Sentence | None:
    """Return the sentence so many places on in the same paragraph."""
    index = sentence.index + step
    if not 0 <= index < len(document.sentences):
        return None
    other = document.sentences[index]
    return other if other.block == sentence.block else None


def _is_series(document: Document, sentence: Sentence) -> bool:
    """Tell whether other lone words stand close: run-in headings, or a manner."""
    return any(
        (other := _neighbour(document, sentence, step)) is not None
        and other.stop - other.first == _LONE
        for step in range(-_CLOSE, _CLOSE + 1)
        if step
    )


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    """Tell whether a quotation is open where the fragment stands."""
    start = max(document.blocks[sentence.block].span.start, sentence.span.start - _LOOK_BACK)
    ahead = document.text[start : sentence.span.start]
    opened = sum(map(ahead.count, _OPENERS))
    return opened > sum(map(ahead.count, _CLOSERS)) or ahead.count('"') % 2 == 1
