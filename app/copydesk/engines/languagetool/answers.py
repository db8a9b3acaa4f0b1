"""What a LanguageTool server answers, taken apart without trusting it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from copydesk.engines.base import EngineMatch
from copydesk.engines.surrogates import encodable
from copydesk.text.offsets import Utf16

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class BadAnswerError(Exception):
    """The answer is none that LanguageTool gives; the text never quotes it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A checked answer; `refused` counts matches that begin or end inside a character."""

    version: str | None
    matches: tuple[EngineMatch, ...]
    refused: int


def parse_answer(raw: bytes, text: str) -> Answer:
    """Return the matches of an answer, their offsets in code points of the text."""
    try:
        value: object = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BadAnswerError("The answer is not JSON") from error
    body = _mapping(value, "answer")
    offsets = Utf16(text)
    matches: list[EngineMatch] = []
    refused = 0
    for item in _sequence(body.get("matches"), "matches"):
        match = _match(_mapping(item, "match"), offsets)
        if match is None:
            refused += 1
        else:
            matches.append(match)
    software = body.get("software")
    version = _mapping(software, "software").get("version") if software is not None else None
    return Answer(version if isinstance(version, str) else None, tuple(matches), refused)


def _match(item: Mapping[str, object], offsets: Utf16) -> EngineMatch | None:
    offset, length = _count(item, "offset"), _count(item, "length")
    if offset + length > offsets.total:
        raise BadAnswerError("A match lies outside the text")
    start, end = offsets.code_points(offset), offsets.code_points(offset + length)
    if start is None or end is None:
        return None
    rule = _mapping(item.get("rule"), "rule")
    category = _mapping(_given(rule, "category", {}), "category")
    return EngineMatch(
        rule_id=_string(rule, "id"),
        category=_optional(category, "id"),
        issue_type=_optional(rule, "issueType"),
        message=_string(item, "message"),
        short_message=_optional(item, "shortMessage"),
        start=start,
        end=end,
        replacements=tuple(
            _string(_mapping(replacement, "replacement"), "value")
            for replacement in _sequence(item.get("replacements", ()), "replacements")
        ),
        context_sentence=_optional(item, "sentence"),
        description=_optional(rule, "description"),
        sub_id=_optional(rule, "subId"),
        category_name=_optional(category, "name"),
        urls=tuple(
            _string(_mapping(url, "url"), "value")
            for url in _sequence(_given(rule, "urls", ()), "urls")
        ),
        needs_context=_whole(_given(item, "contextForSureMatch", 0), "contextForSureMatch"),
    )


def _mapping(value: object, what: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise BadAnswerError(f"The {what} is no object")
    return cast("Mapping[str, object]", value)


def _sequence(value: object, what: str) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise BadAnswerError(f"The {what} are no list")
    return cast("Sequence[object]", value)


def _given(item: Mapping[str, object], key: str, default: object) -> object:
    value = item.get(key)
    return default if value is None else value


def _string(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    if not isinstance(value, str):
        raise BadAnswerError(f"The {key} is no text")
    return encodable(value)


def _optional(item: Mapping[str, object], key: str) -> str:
    return "" if item.get(key) is None else _string(item, key)


def _count(item: Mapping[str, object], key: str) -> int:
    value = _whole(item.get(key), key)
    if value < 0:
        raise BadAnswerError(f"The {key} is no count")
    return value


def _whole(value: object, what: str) -> int:
    # In Python a bool is an int too; in an answer it is nonsense.
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadAnswerError(f"The {what} is no whole number")
    return value
