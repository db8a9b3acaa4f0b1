"""Blocks of a plain text: which lines belong together, and what each block is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class BlockKind(StrEnum):
    """What a block is for the reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    LIST_ITEM = "list-item"
    CODE = "code"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is read as one: a paragraph, a heading, a list item."""

    span: Span
    kind: BlockKind


LINE_BREAKS: Final = "\r\n\u2028\u2029\x0b\x0c\x85"
_LINE: Final = re.compile(f"[^{LINE_BREAKS}]+")
_LIST_ITEM: Final = re.compile(r"(?:[-*•‣◦▪–]|\d{1,3}[.)])[ \t]+\S")
_HEADING_WORDS: Final = 12
_ENDING: Final = tuple(".!?…:;。！？")
_CLOSING: Final = "\"'”’»)]*"
_WRAP_WIDTH: Final = range(48, 101)  # where programs break lines
_WRAP_SLACK: Final = 22  # how much a line may fall short of the longest: one long word


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap_before: bool  # a blank line, or the text's start, stands before it


def _lines(text: str) -> Iterator[_Line]:
    previous_end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(stripped)
        between = text[previous_end:start] if previous_end >= 0 else ""
        breaks = between.count("\n") or between.count("\r") or 1
        yield _Line(start, end, stripped, previous_end < 0 or breaks > 1)
        previous_end = end


def ends_like_a_sentence(line: str) -> bool:
    """Tell whether a line ends with a mark that ends a sentence, closing marks aside."""
    core = line.rstrip(_CLOSING) or line
    return core.endswith(_ENDING)


def _is_wrapped(lines: list[_Line]) -> bool:
    """Tell whether lines are one paragraph that a program broke at a fixed width."""
    if len(lines) < 3:
        return False
    body = lines[:-1]
    width = max(len(line.text) for line in body)
    if width not in _WRAP_WIDTH or len(lines[-1].text) > width:
        return False
    if any(width - len(line.text) > _WRAP_SLACK or _LIST_ITEM.match(line.text) for line in body):
        return False
    return sum(ends_like_a_sentence(line.text) for line in body) * 2 < len(body)


def _kind(line: str, *, first: bool) -> BlockKind:
    if _LIST_ITEM.match(line):
        return BlockKind.LIST_ITEM
    if not ends_like_a_sentence(line) and not line.endswith((",", "”", '"')):
        words = line.count(" ") + 1
        if words <= _HEADING_WORDS or (first and words <= 2 * _HEADING_WORDS):
            return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text: a line each, unless lines were wrapped by a program."""
    blocks: list[Block] = []
    group: list[_Line] = []

    def close() -> None:
        if _is_wrapped(group):
            blocks.append(Block(Span(group[0].start, group[-1].end), BlockKind.PARAGRAPH))
        else:
            for line in group:
                kind = _kind(line.text, first=not blocks)
                blocks.append(Block(Span(line.start, line.end), kind))

    for line in _lines(text):
        if line.gap_before:
            close()
            group = []
        group.append(line)
    close()
    return tuple(blocks)
