"""Which words of an article stand in capitals, and how much each place says.

A capital inside a sentence is evidence for a name; one at the start of a sentence, after a colon
or an opening quotation mark, or in a headline whose every word has one, is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.text.blocks import BlockKind
from copydesk.text.tokens import Form, Kind, Shape, fold, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.lexicons import Lexicons
    from copydesk.text.blocks import Block
    from copydesk.text.document import Document

POSSESSIVES: Final = ("'s", "’s")
_OPENERS: Final = frozenset("“‘\"'«„:–—…•*")
_SHOUTED: Final = 3  # capitals in a row: two are `US NATO`, three are shouting
_GIVEN_AUXILIARIES: Final = frozenset(("will",))
_MIN_TITLE_CASE: Final = 2
_COMMON: Final = 4.0  # Zipf; `Two-man` and `Hands-on` begin with common words, `Ki-moon` with none
# Words that are also syllables of Korean and Chinese names: Kim Jong-un, Ban Ki-moon.
_SYLLABLES: Final = frozenset(
    "chi chin fan fun gun ha han he hang ho hon hung il in kin king kit lam long lung man moon nam "
    "oh on pan pang pin ping sang shin so son song sum sun sung tan tang tong un wan wing won woo "
    "yin you young yuan".split()
)


def bare(text: str) -> str:
    """Return a word without its possessive ending: `Israel` for `Israel's`."""
    if text.endswith(("'s", "’s", "'S", "’S")):
        return text[:-2]
    return text[:-1] if text.endswith(("'", "’")) else text


def opens(document: Document, index: int) -> bool:
    """Tell whether a word stands where any word has a capital: no word of its clause before it."""
    texts, starts_sentence = document.token_texts, document.opens_sentence
    if not starts_sentence[index] and texts[index - 1].isalpha():
        return False  # nearly always
    while not starts_sentence[index]:
        index -= 1
        before = texts[index]
        if before in _OPENERS:
            return True
        if lexical(before)[2] is not Kind.MARK:
            return False
    return True


class Capitals(NamedTuple):
    """The words with a capital that may belong to a name, by token."""

    words: dict[int, Form]
    """Without their possessive endings."""
    ended: frozenset[int]
    """Those that had one: it ends the name."""


def capitals(document: Document, lexicons: Lexicons) -> Capitals:
    """Return the words with a capital that may belong to a name."""
    ordinary = lexicons.function_words
    words: dict[int, Form] = {}
    ended: list[int] = []
    title = Shape.TITLE
    for shape in (title, Shape.UPPER, Shape.MIXED):
        for form in document.forms(shape):
            text, lower, _, kind, tokens = form
            if shape is title and lower in ordinary:
                if lower in _GIVEN_AUXILIARIES:
                    words |= dict.fromkeys(_given(document, form), form)
                continue
            bared = form
            if not text.isalpha():
                text = bare(text)
                if "-" in text and _is_compound(text, lexicons):
                    continue
                if text != form.text:
                    bared = Form(text, fold(text), shape, kind, tokens)
                    ended += tokens
            for index in tokens:
                words[index] = bared
    for index in _unreliable(document, words, lexicons):
        del words[index]
    return Capitals(words, frozenset(ended))


def _given(document: Document, form: Form) -> Iterator[int]:
    """Visit the places of `Will` where it can only be a name: inside a sentence, before a name."""
    texts = document.token_texts
    for index in form.tokens:
        after = texts[index + 1] if index + 1 < len(texts) else ""
        if not opens(document, index) and after.istitle():
            yield index


def _is_compound(text: str, lexicons: Lexicons) -> bool:
    """Tell whether a name is only the first half of a word: `Israel-backed`, `US-led`."""
    head, tail = text.rsplit("-", 1)
    if not tail.islower() or tail not in lexicons.words:
        return False
    return tail not in _SYLLABLES or len(head) == 1 or lexicons.zipf(head.lower()) >= _COMMON


def _unreliable(document: Document, found: dict[int, Form], lexicons: Lexicons) -> Iterator[int]:
    """Visit the words whose capitals are those of a headline or of shouting."""
    spoilt: set[int] = set()
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING or _is_shouted(block, document):
            sentences = document.sentences_of(number)
            if sentences:
                first, stop = sentences[0].first, sentences[-1].stop
                inside = [index for index in range(first + 1, stop) if index in found]
                if is_title_case([found[index].lower for index in inside], stop - first, lexicons):
                    spoilt.update(range(first, stop))
    yield from spoilt & found.keys()


def _is_shouted(block: Block, document: Document) -> bool:
    head = document.text[block.span.start : min(block.span.end, block.span.start + 80)]
    return head.isupper() and head.count(" ") >= _SHOUTED


def is_title_case(lowers: list[str], length: int, lexicons: Lexicons) -> bool:
    """Tell whether the capitals of a line are those of its style: common words have them, too."""
    common = sum(
        lower in lexicons.words and lower not in lexicons.ambiguous_names for lower in lowers
    )
    return common >= _MIN_TITLE_CASE and 3 * len(lowers) >= length
