"""Parameters are read as LanguageTool reads them, and refused in its words."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote_plus, unquote_plus, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.inputs.annotated import Piece
from copydesk.wire.languagetool.languages import LANGUAGES, language_code
from copydesk.wire.languagetool.parameters import Account, Check, ParameterError, read_form

_TEXT = {"text": "A text.", "language": "en-US"}


def annotated(*pieces: dict[str, Any], **more: object) -> dict[str, str]:
    return {"data": json.dumps({"annotation": pieces, **more}), "language": "en"}


# --- forms -------------------------------------------------------------------------------------


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
        st.text(st.characters(exclude_categories=["Cs"])),
    )
)
def test_a_form_comes_back(fields: dict[str, str]) -> None:
    assert read_form(urlencode(fields)) == fields


@given(st.text(st.sampled_from("a%25=_ +\r\n\t&é"), max_size=30))
def test_it_is_decoded_as_urllib_does(text: str) -> None:
    sent = quote_plus(text, safe="=_ \r\n\té")
    assert read_form(f"text={sent}") == {"text": unquote_plus(sent)} == {"text": text}


def test_the_last_of_equal_names_wins_and_bare_names_are_passed_over() -> None:
    assert read_form("a=1&b&a=2&&c=") == {"a": "2", "c": ""}


def test_text_that_was_not_escaped_is_read() -> None:
    assert read_form("text=Rain+in Zürich, 😀") == {"text": "Rain in Zürich, 😀"}


@pytest.mark.parametrize("form", ["text=100%", "text=%zz", "te%xt=1", "text=%ff", "text=%e2%82"])
def test_what_cannot_be_decoded_is_refused(form: str) -> None:
    with pytest.raises(ParameterError, match="Could not decode query"):
        read_form(form)


# --- the text ----------------------------------------------------------------------------------


def test_text_and_data_are_the_same_as_far_as_they_can_be() -> None:
    plain = Check.of(_TEXT).pieces
    assert plain == (Piece.text("A text."),)
    assert Check.of({"data": json.dumps({"text": "A text."}), "language": "en"}).pieces == plain


def test_annotations_are_read_and_their_unknown_keys_are_not() -> None:
    fields = annotated(
        {"text": "A ", "offset": {"start": 0, "end": 2}},
        {"markup": "<b>", "offset": {"start": 2, "end": 5}},
        {"markup": "", "interpretAs": "\n\n"},
        {"markup": "</p>", "interpretAs": None},
        metaData={"EmailToAddress": "a@example.org"},
    )
    assert Check.of(fields).pieces == (
        Piece.text("A "),
        Piece.markup("<b>"),
        Piece.markup("", "\n\n"),
        Piece.markup("</p>"),
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"language": "en"}, "Missing 'text' or 'data' parameter"),
        ({**_TEXT, "data": "{}"}, "Set only 'text' or 'data' parameter, not both"),
        ({"data": "{", "language": "en"}, "Could not parse JSON from 'data' parameter"),
        ({"data": "[" * 9000, "language": "en"}, "Could not parse JSON from 'data' parameter"),
        ({"data": "[]", "language": "en"}, "requires 'text' or 'annotation' key"),
        ({"data": "{}", "language": "en"}, "requires 'text' or 'annotation' key"),
        (annotated(text="A"), "requires either 'text' or 'annotation' key, not both"),
        ({"data": '{"annotation": 1}', "language": "en"}, "a list of objects"),
        ({"data": '{"annotation": [1]}', "language": "en"}, "a list of objects"),
        ({"data": '{"text": 1}', "language": "en"}, "are strings"),
        (annotated({"text": "A", "markup": "B"}), "Only either 'text' or 'markup'"),
        (annotated({"text": "A", "interpretAs": "B"}), "'text' cannot be used with 'interpretAs'"),
        (annotated({"interpretAs": "B"}), "Only 'text' and 'markup' are supported"),
        (annotated({"markup": ["B"]}), "are strings"),
    ],
)
def test_texts_that_are_refused(fields: dict[str, str], message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        Check.of(fields)


# --- the other parameters ----------------------------------------------------------------------


def test_what_is_asked_for_is_kept() -> None:
    check = Check.of(
        {
            "text": "A text.",
            "language": "auto",
            "preferredVariants": "en-gb, de-AT",
            "noopLanguages": "fr,nl",
            "enabledRules": "name-variant,EN_A_VS_AN",
            "enabledCategories": "STYLE",
            "enabledOnly": "yes",
            "level": "PICKY",
            "mode": "textlevelonly",
            "c": "1",
            "callback": "show",
            "username": "desk",
            "apiKey": "secret",
            "dicts": "names,places",
            "v": "whatever",
            "useragent": "ltorg",
        }
    )
    assert check.language == "auto"
    assert check.preferred_variants == ("en-GB", "de-AT")
    assert check.ignored_languages == {"fr", "nl"}
    assert check.enabled_rules == {"name-variant", "EN_A_VS_AN"}
    assert check.enabled_categories == {"STYLE"}
    assert check.enabled_only
    assert (check.level, check.mode, check.compact) == ("picky", "textLevelOnly", True)
    assert (check.callback, check.account) == ("show", Account("desk", "secret"))
    assert check.dictionaries == ("names", "places")


def test_nothing_more_than_a_text_and_its_language_is_needed() -> None:
    check = Check.of(_TEXT)
    assert (check.level, check.mode, check.compact) == ("default", "all", False)
    assert (check.callback, check.account) == (None, Account())
    assert not check.enabled_only
    assert check.enabled_rules == check.disabled_rules == frozenset()


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"language": ""}, "Missing 'language' parameter"),
        ({"language": "xx"}, "'xx' is not a language code known to LanguageTool"),
        ({"language": "tlh-KX"}, "Supported language codes are: .*en-US"),
        ({"preferredVariants": "en-GB"}, "'preferredVariants' but you didn't specify"),
        ({"noopLanguages": "fr"}, "'noopLanguages' only when also using 'language=auto'"),
        ({"language": "auto", "preferredVariants": "en"}, "expected a dash as in 'en-GB': 'en'"),
        ({"language": "auto", "preferredVariants": "xx-YY"}, "not a language code"),
        ({"motherTongue": "xx"}, "not a language code"),
        ({"altLanguages": "de"}, "you need to specify a variant"),
        ({"altLanguages": "xx"}, "not a language code"),
        ({"enabledOnly": "true"}, "You must specify enabled rules or categories"),
        (
            {"enabledOnly": "true", "enabledRules": "A", "disabledRules": "B"},
            "cannot specify disabled rules or categories using enabledOnly=true",
        ),
        (
            {"enabledOnly": "yes", "enabledRules": "A", "disabledCategories": "B"},
            "cannot specify disabled rules or categories using enabledOnly=true",
        ),
        ({"level": "strict"}, "Unknown value 'strict' for parameter 'level'"),
        ({"mode": "half"}, "Mode must be one of .* but was: 'half'"),
        ({"callback": "alert(1)//"}, "'callback' value must match"),
        ({"username": "desk"}, "you also need to specify 'apiKey'"),
        ({"apiKey": "secret"}, "apiKey was set, but username was not"),
        ({"enabled": "A"}, "now called 'enabledRules'"),
        ({"disabled": "A"}, "now called 'disabledRules'"),
        ({"preferredvariants": "en-GB"}, "now called 'preferredVariants'"),
        ({"autodetect": "1"}, "now activated with 'language=auto'"),
    ],
)
def test_parameters_that_are_refused(more: dict[str, str], message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        Check.of(_TEXT | more)


def test_a_refusal_never_shows_a_key() -> None:
    with pytest.raises(ParameterError) as caught:
        Check.of(_TEXT | {"apiKey": "secret"})
    assert "secret" not in str(caught.value)


def test_parameters_without_effect_are_read_all_the_same() -> None:
    Check.of(_TEXT | {"motherTongue": "de", "altLanguages": "en-GB,eo", "inputLogging": "no"})


# --- languages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("EN-us", "en-US"),
        ("en_GB", "en-GB"),
        ("en", "en"),
        ("en-IE", "en"),
        ("fr-FR", "fr-FR"),
        ("fr-LU", "fr"),
        ("pl", "pl-PL"),
        ("ca", "ca-ES"),
        ("ca-es-valencia", "ca-ES-valencia"),
        ("xx", None),
        ("", None),
    ],
)
def test_codes_are_known_as_clients_write_them(name: str, code: str | None) -> None:
    assert language_code(name) == code


def test_every_language_is_known_by_its_own_code() -> None:
    assert [language_code(code) for code in LANGUAGES] == list(LANGUAGES)
