"""Sentence segmentation: the places that go wrong elsewhere, and its laws."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.segmentation import sentence_spans

EVALUATION = Path(__file__).resolve().parents[3] / "shared/eval/data/sentences.gum.jsonl"


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


# A bar stands where one sentence ends and the next begins; a broken bar, where no space is between.
MARKED = [
    "The firm paid $4.5 million in cash.|Nobody objected.",
    "He was born on Oct. 7 in Lagos.|She was not.",
    "A U.N. agency said so.|The others kept quiet.",
    "Mr. Obama met Mrs. Merkel and Dr. Who.|They ate.",
    "J. K. Rowling wrote it.|J.R.R. Tolkien and John F. Kennedy did not.",
    "He came to the U.S.|The trip took a week.",
    "They live in the U.S. Army barracks.",
    "“Go.”|He left.",
    "“Go.”|Lee left.",
    '"Really?" he asked.|Nobody knew.',
    '"Really?" Anna Lopez asked.|Nobody knew.',
    '"Really?"|Anna Lopez left the room.',
    "“Stop!” said the guard.|“Why?”|He ran.",
    "“It is over.” he said.|Then he left.",
    "Change.|That is what they want.|Now.",
    "Well... maybe.|And then…|Nothing.|Wait . . . not yet.",
    "It starts at 9 p.m. on Friday.|Come early.",
    "It starts at 9 p.m. Friday.",
    "It starts at 9 p.m. EST and lasts.",
    "The shop shut at 9 p.m.|Police came later.",
    "They live at No. 10 Downing Street.|No.|Nobody else does.",
    "Apple Inc. said so.|Apple Inc. Chief Executive Tim Cook agreed.",
    "He works at Acme Corp.|The pay is low.",
    "A day in St. Louis and on St. Mark's Square.|It rained.",
    "Fruit, e.g. apples, i.e. the red ones, etc. is cheap.|Eat it.",
    "1. First open the box.|2. Then close it.",
    "What!?|Are you sure?!|Yes.",
    "«Non.»|Il part.|¿Qué?|Nada.",
    "He left (it was late).|(Nobody saw him.)|She stayed.",
    "He left (at 5 p.m.) and she stayed (in Paris, Calif.) with them.",
    "Sales of phones rose.|iPhone sales did not.|eBay fell.",
    "He left at noon.|then she came.",
    "He was born in Paris.|she was not.",
    "Smith et al. found it, cf. Lee vs. Kim.|Others did not.",
    "He went on Wednesday.¦Photo: Reuters.",
    "The plan failed.[12]|Nobody knew why. [3] [citation needed]|It was over.",
    "OAKLAND, Calif. (AP) - The team won.|HELENA, Mont. — The mayor lost.",
    "He moved to Fresno, Calif.|Smith followed.",
    "Elvin “E.R.” Mitchell ran.|He lost.",
    "MR. SMITH CAME ON OCT. 7 TO ST. PAUL.|HE LEFT.",
    "“It was a good day.” — Jane Doe, mayor",
    "In Yahoo! Mail, it works.|Yahoo!|The search is on.",
    "He saw “Help!” (1965) twice.|It was fun.",
    "He chose Plan B.|The others chose Plan A.",
    "Tom likes tea.|🙂 He drinks it daily.",
    "It fell 2.5 percent to 4.5.|The rest rose in mid-Oct. 7 was the day.",
    "See www.example.org.|It has news.",
    "The word ends “here ”.|The next starts.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_finds_the_marked_boundaries(marked: str) -> None:
    text = marked.replace("|", " ").replace("¦", "")
    assert split(text) == marked.replace("¦", "|").split("|")


def test_reads_only_its_block() -> None:
    text = "Before. One here. Two here. After."
    start, end = text.index("One"), text.index(" After")
    assert [text[a:b] for a, b in sentence_spans(text, start, end)] == ["One here.", "Two here."]
    # What stands behind the block cannot change it.
    assert sentence_spans(text, start, end) == sentence_spans(text[:end], start, end)


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_white_space_has_no_sentences(text: str) -> None:
    assert split(text) == []


def test_a_heading_without_a_mark_is_one_sentence() -> None:
    assert split("  Mayor to step down, Gov. Lee says ") == ["Mayor to step down, Gov. Lee says"]


# Rich in marks, so that short texts reach the rules; any other character can come in between.
PIECES = st.sampled_from(
    [
        *"""abIX.!?…"'“”‘’()[]—-1 ,\n\u00a0*""",
        "U.S. ",
        "p.m. ",
        "Mr. ",
        "No. ",
        "The ",
        "he ",
        "[1]",
    ],
)
HOSTILE = st.lists(PIECES | st.characters(), max_size=60).map("".join)


@given(HOSTILE, st.integers(0, 70), st.integers(0, 70))
def test_covers_the_block_in_order(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    spans = sentence_spans(text, start, end)
    position = start
    for first, last in spans:
        assert position <= first < last <= end
        assert not text[position:first].strip()
        assert text[first:last] == text[first:last].strip()
        position = last
    assert not text[position:end].strip()


@given(HOSTILE, HOSTILE)
def test_depends_on_the_block_alone(text: str, around: str) -> None:
    moved = sentence_spans(around + text + around, len(around), len(around) + len(text))
    assert [(a - len(around), b - len(around)) for a, b in moved] == sentence_spans(
        text, 0, len(text)
    )


@pytest.mark.parametrize(
    "piece",
    [
        *(".", ". ", ".. ", "...", "?", "! ", '"', '." ', "”. ", "(", ".)", ".) ", " ", "- ", "… "),
        *("[1", ".[1]", ". [1]", ". [", ".[...]", ".\n", ". —", ".* ", "a. ", "1. ", "I. ", "A."),
        *("U.S. ", "U.S.", "Mr. ", "e.g. ", "ab.C", "ab.Cd", "ab.Cde ", "x" * 50 + ". "),
        *('?" Lee ', '?" Lee Kim Ho Tan asked ', '." then '),
    ],
)
def test_takes_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        begin = time.process_time()
        sentence_spans(text, 0, length)
        return time.process_time() - begin

    # Quadratic code takes minutes here; the limit leaves room for a busy machine.
    assert min(seconds(100_000) for _ in range(2)) < 1.0


@pytest.mark.skipif(not EVALUATION.exists(), reason="the evaluation sets are not here")
def test_reaches_the_target_on_the_evaluation_set() -> None:
    right = given_count = true_count = 0
    for line in EVALUATION.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        found: set[int] = set()
        position = 0
        for block in text.split("\n"):
            found |= {end for _, end in sentence_spans(text, position, position + len(block))}
            position += len(block) + 1
        true = {end for _, end in record["sentences"]}
        right += len(found & true)
        given_count += len(found)
        true_count += len(true)
    # The harmonic mean of precision and recall.
    assert 2 * right / (given_count + true_count) >= 0.97
