"""Which sentences have capitals throughout, and how they read in ordinary spelling."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from copydesk.findings import Edit
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape, fold, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Sentence

_COMMON: Final = 3.5  # Zipf
_STOPS: Final = frozenset(".!?")
_AS_NAME: Final = 4.3  # Zipf; more frequent words are hardly meant as names: `Good`, `Lot`
_LONGEST: Final = 80  # tokens of a sentence
_CONTENT: Final = 4  # letters
_SHORTEST: Final = 3


def common_words(lexicons: Lexicons) -> frozenset[str]:
    """Return frequent words of content that are no names: a small set answers fast."""
    return frozenset(
        word
        for word, zipf in lexicons.frequencies.items()
        if zipf >= _COMMON and len(word) >= _CONTENT and word in lexicons.words
    ) - (lexicons.ambiguous_names.keys() | lexicons.person_titles)


def loud_sentences(
    document: Document, shape: Shape, common: frozenset[str], *, least: int
) -> Iterator[Sentence]:
    """Visit sentences of prose with at least `least` common words of that shape inside."""
    found = sorted(
        index for form in document.forms(shape) if form.lower in common for index in form.tokens
    )
    near = [
        index
        for index, later in zip(found, found[least - 1 :], strict=False)
        if later - index <= _LONGEST
    ]
    numbers = sorted({document.sentence_index(index) for index in near})
    for number in numbers:
        sentence = document.sentences[number]
        count = bisect_left(found, sentence.stop) - bisect_right(found, sentence.first)
        if (
            count >= least
            and document.blocks[sentence.block].kind is BlockKind.PARAGRAPH
            and document.token_texts[sentence.stop - 1] in _STOPS
        ):
            yield sentence


def others(document: Document, sentence: Sentence, shape: Shape, grammar: AbstractSet[str]) -> int:
    """Count the words of another shape after the first, those of `grammar` apart."""
    return sum(
        lexical(text)[1] is not shape
        for text in document.token_texts[sentence.first + 1 : sentence.stop]
        if len(text) >= _SHORTEST and text[0].isalpha() and fold(text) not in grammar
    )


def small_edits(document: Document, sentence: Sentence, lexicons: Lexicons) -> Iterator[Edit]:
    """Visit the edits that leave capitals to the first word, to names and to abbreviations."""
    for index in range(sentence.first, sentence.stop):
        text = document.token_texts[index]
        lower, shape, kind = lexical(text)
        if kind is not Kind.WORD or shape not in (Shape.TITLE, Shape.UPPER):
            continue
        name = lexicons.name(lower)
        if name is None and lexicons.zipf(lower) < _AS_NAME:
            name = lexicons.ambiguous_names.get(lower)
        if index == sentence.first:
            written = lexicons.name(lower) or text[:1] + text[1:].lower()
        elif lower == "i" or lower.startswith("i'"):
            written = text[:1] + text[1:].lower()
        elif lower in lexicons.words and (name is None or lower in lexicons.function_words):
            written = text.lower()
        elif name is not None and shape is Shape.UPPER and fold(name) == lower:
            written = name
        else:
            continue
        if written != text:
            start = document.token_starts[index]
            yield Edit(Span(start, start + len(text)), written)
