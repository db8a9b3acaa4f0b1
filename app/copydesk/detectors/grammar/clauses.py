"""Tells whether a verb has its subject before it, or stands after a relative clause.

`What he did not came back`, `the lead they had became smaller`: two verbs stand side by side in
good English where a clause ends. Nearly all false alarms of rules that look at pairs of verbs come
from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.text.blocks import BlockKind
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Token

SUBJECT_PRONOUNS: Final = frozenset("i you he she it we they".split())
RELATIVES: Final = frozenset(
    """
    who whom whose which what whatever whoever whichever all everything anything nothing something
    everyone anyone someone those as than how best most least way thing whether where wherever
    reason time if whatever more less much only question
    """.split()
)
CONJUNCTIONS: Final = frozenset(
    "and but because when while although though since until before after so or nor yet".split()
)
_DETERMINERS: Final = frozenset("the a an his her its their our my your this these".split())
MINDS: Final = frozenset(
    "know knows knew known believe believes believed sure clear hope hopes hoped fear feared feel "
    "felt found ruled showed shows show show means mean claim".split()
)
_SHORTEST: Final = 6  # tokens: shorter sentences are rather captions
_MOST: Final = 10  # words that are looked at


def heads_clause(verb: Token, lexicons: Lexicons) -> bool:
    """Tell whether what stands before `verb` is its subject, back to where its clause begins."""
    later = verb
    token = verb.previous
    for _ in range(_MOST):
        if token is None or token.kind is Kind.MARK:
            return True
        lower = token.lower
        if lower in RELATIVES:
            return False
        if _begins(token, lexicons):
            return True
        if lower == "that":
            return token.previous is None
        before = token.previous
        if (
            lower in SUBJECT_PRONOUNS or lower in _DETERMINERS or _is_name(token)
        ) and _is_noun_before(before, lexicons):
            return False
        later, token = token, before
    return later.opens_sentence


def _begins(token: Token, lexicons: Lexicons) -> bool:
    """Tell whether a clause begins after this word: `and`, `said`, `said that`."""
    lower = token.lower
    if lower in CONJUNCTIONS or lower in lexicons.reporting_verbs or lower in MINDS:
        return True
    if lower != "that" or token.previous is None:
        return False
    before = token.previous.lower
    return (
        before in lexicons.reporting_verbs
        or before in MINDS
        or before in CONJUNCTIONS
        or before in ("reporters", "media", "journalists")
    )


def _is_name(token: Token) -> bool:
    return token.shape is not Shape.LOWER and not token.opens_sentence


def _is_noun_before(token: Token | None, lexicons: Lexicons) -> bool:
    """Tell whether a noun may stand there, of which a relative clause without `that` says more."""
    if token is None or token.kind is Kind.MARK or _begins(token, lexicons):
        return False
    lower = token.lower
    return not (
        lower in lexicons.function_words
        or lower in lexicons.person_titles
        or _is_name(token)
        or token.opens_sentence
    )


def is_running_text(token: Token) -> bool:
    """Tell a sentence of running text from a headline or a caption, which drop small words."""
    sentence, document = token.sentence, token.document
    last = document.token(sentence.stop - 1)
    return (
        document.blocks[sentence.block].kind is BlockKind.PARAGRAPH
        and last.kind is Kind.MARK
        and last.text in ".!?”\"’'…"
        and sentence.stop - sentence.first > _SHORTEST
    )
