"""What an answer says of the engine's rule is kept, and nothing of it is needed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from copydesk.engines.languagetool.answers import BadAnswerError, parse_answer

_MATCH: dict[str, Any] = {
    "message": "The plural of “child” is irregular.",
    "offset": 4,
    "length": 6,
    "replacements": [{"value": "children"}],
    "rule": {
        "id": "PLURAL",
        "subId": "3",
        "description": "Irregular plurals",
        "issueType": "grammar",
        "urls": [{"value": "https://example.org/plural"}],
        "category": {"id": "GRAMMAR", "name": "Grammar"},
    },
    "contextForSureMatch": -1,
}


def _answer(match: dict[str, Any]) -> bytes:
    return json.dumps({"matches": [match]}).encode()


def test_what_other_programs_show_of_a_rule_is_kept() -> None:
    (match,) = parse_answer(_answer(_MATCH), "Two childs.").matches
    assert (match.description, match.sub_id) == ("Irregular plurals", "3")
    assert (match.category, match.category_name) == ("GRAMMAR", "Grammar")
    assert match.urls == ("https://example.org/plural",)
    assert match.needs_context == -1


def test_none_of_it_is_needed() -> None:
    bare = {**_MATCH, "rule": {"id": "PLURAL", "category": None, "urls": None}}
    bare["contextForSureMatch"] = None
    (match,) = parse_answer(_answer(bare), "Two childs.").matches
    assert (match.description, match.sub_id, match.category_name) == ("", "", "")
    assert (match.urls, match.needs_context) == ((), 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"rule": {"id": "PLURAL", "urls": "https://example.org"}},
        {"rule": {"id": "PLURAL", "urls": [{"value": 1}]}},
        {"rule": {"id": "PLURAL", "category": "GRAMMAR"}},
        {"contextForSureMatch": "1"},
        {"offset": -1},
        {"length": True},
    ],
    ids=str,
)
def test_what_has_another_form_is_no_answer(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadAnswerError):
        parse_answer(_answer(_MATCH | wrong), "Two childs.")
