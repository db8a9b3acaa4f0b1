"""Which sentences and runs have capitals throughout, and how they read in ordinary spelling."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from copydesk.findings import Edit, Fix, Safety
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape, fold, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from copydesk.detectors.base import Detector
    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Sentence

_COMMON: Final = 3.5  # Zipf
_STOPS: Final = frozenset(".!?")
_AS_NAME: Final = 4.3  # Zipf; more frequent words are hardly meant as names: `Good`, `Lot`
_STYLE: Final = 5  # so many sentences are one finding
_LONGEST: Final = 80  # tokens of a sentence
_CONTENT: Final = 4  # letters
_SHORTEST: Final = 3
_REACH: Final = 400  # characters in which a quotation mark is sought
_OPENERS: Final = "“‘«"
_CLOSERS: Final = "”’»"


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


def loud_runs(
    document: Document, signs: list[int], shape: Shape, *, least: int, fewest: int
) -> Iterator[tuple[int, int]]:
    """Visit runs of `fewest` words of that shape in prose that hold `least` of the signs.

    Signs are tokens that only such a run writes so: `Was`, `THE`. What is quoted is left alone.
    """
    done = 0
    for index, later in zip(signs, signs[least - 1 :], strict=False):
        if index < done or later - index > _LONGEST:
            continue
        first, stop = _run_round(document, index, shape)
        done = stop
        if stop - first > _LONGEST:
            continue  # noise: no sentence of news has so many
        words = sum(text[0].isalpha() for text in document.token_texts[first:stop])
        sentence = document.sentences[document.sentence_index(index)]
        if (
            words >= fewest
            and bisect_left(signs, stop) - bisect_left(signs, first) >= least
            and document.blocks[sentence.block].kind is BlockKind.PARAGRAPH
            and document.token_texts[sentence.stop - 1] in _STOPS
            and not _is_quoted(document, first)
        ):
            whole = first == sentence.first and stop == sentence.stop - 1
            yield first, stop + whole


def loud_findings(
    detector: Detector,
    document: Document,
    sentences: list[Sentence],
    runs: Iterator[tuple[int, int]],
    *,
    looks: str,
    evidence: str,
) -> Iterator[Finding]:
    """Report sentences, and runs in others, that have capitals; many of them as one finding.

    `looks` says how: “are set in capitals”.
    """
    whole = {sentence.first for sentence in sentences}
    places = sorted(
        [
            *((sentence.first, sentence.stop) for sentence in sentences),
            *(run for run in runs if _sentence_of(document, run).first not in whole),
        ]
    )
    groups = [places] if len(places) >= _STYLE else [[place] for place in places]
    for group in groups:
        edits = [
            edit
            for first, stop in group
            for edit in small_edits(document, first, stop, detector.lexicons)
        ]
        first, stop = group[0]
        many = len(group) > 1
        yield detector.finding(
            document.token(first).span.to(document.token(stop - 1).span),
            f"{len(group)} sentences {looks}" if many else f"These words {looks}",
            evidence="This is the first of them" if many else evidence,
            fixes=(Fix(tuple(edits), Safety.REVIEW, "Write them small"),),
        )


def _sentence_of(document: Document, run: tuple[int, int]) -> Sentence:
    return document.sentences[document.sentence_index(run[0])]


def _run_round(document: Document, index: int, shape: Shape) -> tuple[int, int]:
    """Return the words round a token that have its shape, commas between them."""
    sentence = document.sentences[document.sentence_index(index)]
    texts = document.token_texts
    first = stop = place = index
    while place > max(sentence.first, index - _LONGEST) and _goes_on(texts[place - 1], shape):
        place -= 1
        first = place if texts[place] != "," else first
    place = index
    while place < min(sentence.stop, index + _LONGEST) and _goes_on(texts[place], shape):
        place += 1
        stop = place if texts[place - 1] != "," else stop
    return first, stop


def _goes_on(text: str, shape: Shape) -> bool:
    return text in ("A", "I", ",") or lexical(text)[1] is shape


def _is_quoted(document: Document, first: int) -> bool:
    """Tell whether a quotation mark before a token is still open."""
    text, start = document.text, document.token_starts[first]
    block = document.blocks[document.sentences[document.sentence_index(first)].block].span
    ahead = text[max(block.start, start - _REACH) : start]
    return (
        ahead.count('"') % 2 == 1
        or ahead[-1:] == "'"
        or any(
            ahead.rfind(opener) > ahead.rfind(closer)
            for opener, closer in zip(_OPENERS, _CLOSERS, strict=True)
        )
    )


def others(document: Document, sentence: Sentence, shape: Shape, grammar: AbstractSet[str]) -> int:
    """Count the words of another shape after the first, those of `grammar` apart."""
    return sum(
        lexical(text)[1] is not shape
        for text in document.token_texts[sentence.first + 1 : sentence.stop]
        if len(text) >= _SHORTEST and text[0].isalpha() and fold(text) not in grammar
    )


def small_edits(document: Document, first: int, stop: int, lexicons: Lexicons) -> Iterator[Edit]:
    """Visit the edits that leave capitals to the first word, to names and to abbreviations."""
    for index in range(first, stop):
        text = document.token_texts[index]
        lower, shape, kind = lexical(text)
        if kind is not Kind.WORD or shape not in (Shape.TITLE, Shape.UPPER):
            continue
        name = lexicons.name(lower)
        if name is None and lexicons.zipf(lower) < _AS_NAME:
            name = lexicons.ambiguous_names.get(lower)
        if document.opens_sentence[index]:
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
