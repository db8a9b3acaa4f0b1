"""Compare our sentence segmentation with libraries: boundary F1 and time, in one run.

Usage: python scripts/measure_segmentation.py [--show N] [FILE]

FILE holds JSON lines with "text" and "sentences" (spans in the text); it defaults to the evaluation
set beside the repository. Libraries that are not installed are left out of the table: run it in a
throw-away environment with pysbd, syntok and blingfire to see them all.

A boundary is the end of a sentence. Ends of blocks are given to everybody, because blocks are what
the reader of articles hands over; "inner" counts only boundaries inside blocks, where the work is.
"""

from __future__ import annotations

import argparse
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "app"))

from copydesk.text.segmentation import sentence_spans  # noqa: E402 - the path comes first

DEFAULT = ROOT.parent / "shared" / "eval" / "data" / "sentences.gum.jsonl"
ROUNDS = 7

Segmenter: TypeAlias = Callable[[str], list[int]]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph and the places in it where a sentence truly ends."""

    text: str
    ends: frozenset[int]

    @property
    def words(self) -> int:
        """Count the words, for the time per 1,000 of them."""
        return len(self.text.split())


def read(path: Path) -> list[Block]:
    """Read the blocks of all articles; a block is a line."""
    blocks: list[Block] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        ends = sorted(end for _, end in record["sentences"])
        position = 0
        for piece in record["text"].split("\n"):
            if piece.strip():
                stop = position + len(piece)
                inside = frozenset(end - position for end in ends if position < end <= stop)
                blocks.append(Block(piece, inside | {len(piece.rstrip())}))
            position += len(piece) + 1
    return blocks


def ours(text: str) -> list[int]:
    """Segment with this project's own code."""
    return [end for _, end in sentence_spans(text, 0, len(text))]


def with_pysbd(pysbd: Any) -> Segmenter:  # noqa: ANN401 - untyped library
    """Segment with pysbd, which gives spans with the white space after them."""
    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)

    def segment(text: str) -> list[int]:
        return [len(text[: span.end].rstrip()) for span in segmenter.segment(text)]

    return segment


def with_syntok(segmenter: Any) -> Segmenter:  # noqa: ANN401 - untyped library
    """Segment with syntok, whose sentences are lists of tokens."""

    def segment(text: str) -> list[int]:
        return [
            sentence[-1].offset + len(sentence[-1].value)
            for paragraph in segmenter.analyze(text)
            for sentence in paragraph
            if sentence
        ]

    return segment


def with_blingfire(blingfire: Any) -> Segmenter:  # noqa: ANN401 - untyped library
    """Segment with blingfire, whose offsets are code points with the end excluded."""

    def segment(text: str) -> list[int]:
        return [end for _, end in blingfire.text_to_sentences_and_offsets(text)[1]]

    return segment


def segmenters() -> dict[str, Segmenter]:
    """Return ours and those of the libraries that are installed."""
    found: dict[str, Segmenter] = {"copydesk": ours}
    for module, build in (
        ("pysbd", with_pysbd),
        ("syntok.segmenter", with_syntok),
        ("blingfire", with_blingfire),
    ):
        try:
            found[module.partition(".")[0]] = build(importlib.import_module(module))
        except ImportError:
            print(f"{module} is not installed", file=sys.stderr)
    return found


def f1(blocks: list[Block], answers: list[frozenset[int]], *, inner: bool) -> tuple[float, ...]:
    """Return precision, recall and F1 of the boundaries."""
    right = given = true = 0
    for block, answer in zip(blocks, answers, strict=True):
        last = {len(block.text.rstrip())} if inner else set[int]()
        right += len((block.ends & answer) - last)
        given += len(answer - last)
        true += len(block.ends - last)
    precision, recall = right / given, right / true
    return precision, recall, 2 * precision * recall / (precision + recall)


def milliseconds(blocks: list[Block], segment: Segmenter) -> float:
    """Return the median time over the rounds for 1,000 words."""
    words = sum(block.words for block in blocks)
    times: list[float] = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        for block in blocks:
            segment(block.text)
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1e6 / words


def show(blocks: list[Block], answers: list[frozenset[int]], count: int) -> None:
    """Print places where the answer and the truth differ."""
    for block, answer in zip(blocks, answers, strict=True):
        for place in sorted(block.ends ^ answer):
            count -= 1
            if count < 0:
                return
            kind = "missed" if place in block.ends else "wrong "
            context = block.text[max(0, place - 40) : place], block.text[place : place + 40]
            print(f"{kind} {context[0]!r} | {context[1]!r}")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--show", type=int, default=0, help="print this many differences of ours")
    arguments = parser.parse_args()
    if not arguments.file.exists():
        print(f"{arguments.file} is not there", file=sys.stderr)
        return 2
    blocks = read(arguments.file)
    print("segmenter    precision  recall  F1      inner P  inner R  inner F1  ms/1,000 words")
    for name, segment in segmenters().items():
        answers = [frozenset(segment(block.text)) | {len(block.text.rstrip())} for block in blocks]
        every, inner = (f1(blocks, answers, inner=only) for only in (False, True))
        print(
            f"{name:<12} {every[0]:<10.4f} {every[1]:<7.4f} {every[2]:<7.4f} {inner[0]:<8.4f} "
            f"{inner[1]:<8.4f} {inner[2]:<9.4f} {milliseconds(blocks, segment):.2f}",
        )
        if name == "copydesk" and arguments.show:
            show(blocks, answers, arguments.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
