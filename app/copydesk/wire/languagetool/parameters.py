"""The parameters of `/v2/check`, with LanguageTool's own words for what is wrong with them."""

from __future__ import annotations

import binascii
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from copydesk.errors import InputError
from copydesk.inputs.annotated import Piece
from copydesk.wire.languagetool.languages import AUTO, LANGUAGES, language_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.engines.base import Level

Mode = Literal["all", "textLevelOnly", "allButTextLevelOnly"]
MODES: Final[tuple[Mode, ...]] = ("all", "textLevelOnly", "allButTextLevelOnly")
LEVELS: Final[tuple[Level, ...]] = ("default", "picky")
_TRUE: Final = ("true", "yes")
_BAD_ESCAPE: Final = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_CALLBACK: Final = re.compile(r"[A-Za-z]{1,100}")
_LONGEST_SHOWN: Final = 60
# Names of older versions: a client that sends them would believe that they work.
_RENAMED: Final = {
    "enabled": "the parameter is now called 'enabledRules' in v2 of the API",
    "disabled": "the parameter is now called 'disabledRules' in v2 of the API",
    "preferredvariants": (
        "the parameter is now called 'preferredVariants' (uppercase 'V') in v2 of the API"
    ),
    "autodetect": (
        "automatic language detection is now activated with 'language=auto' in v2 of the API"
    ),
}


class ParameterError(InputError):
    """A parameter is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whose words are meant: nobody's own are everybody's."""

    user: str = ""
    key: str = ""

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> Account:
        """Read who asks; a name needs its key, and a key its name."""
        user, key = fields.get("username", ""), fields.get("apiKey", "")
        if user and not key:
            raise ParameterError("With 'username' set, you also need to specify 'apiKey'")
        if key and not user:
            raise ParameterError("apiKey was set, but username was not")
        return cls(user, key)


@dataclass(frozen=True, slots=True)
class Check:
    """What a client wants checked, and how."""

    pieces: tuple[Piece, ...]
    language: str  # a code of `LANGUAGES`, or `auto`
    preferred_variants: tuple[str, ...]
    ignored_languages: frozenset[str]
    enabled_rules: frozenset[str]
    disabled_rules: frozenset[str]
    enabled_categories: frozenset[str]
    disabled_categories: frozenset[str]
    enabled_only: bool
    level: Level
    mode: Mode
    compact: bool
    callback: str | None
    account: Account
    dictionaries: tuple[str, ...]

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> Check:
        """Read the parameters; what LanguageTool ignores is ignored."""
        for name, hint in _RENAMED.items():
            if name in fields:
                raise ParameterError(f"You specified '{name}' but {hint}")
        language = _language(fields)
        automatic = language == AUTO
        if fields.get("preferredVariants") and not automatic:
            raise ParameterError(
                "You specified 'preferredVariants' but you didn't specify 'language=auto'"
            )
        if fields.get("noopLanguages") and not automatic:
            raise ParameterError(
                "You can specify 'noopLanguages' only when also using 'language=auto'"
            )
        if fields.get("motherTongue"):
            _known(fields["motherTongue"])
        _check_alternatives(fields)
        check = cls(
            pieces=tuple(_pieces(fields)),
            language=language,
            preferred_variants=tuple(map(_variant, comma_list(fields, "preferredVariants"))),
            ignored_languages=frozenset(comma_list(fields, "noopLanguages")),
            enabled_rules=frozenset(comma_list(fields, "enabledRules")),
            disabled_rules=frozenset(comma_list(fields, "disabledRules")),
            enabled_categories=frozenset(comma_list(fields, "enabledCategories")),
            disabled_categories=frozenset(comma_list(fields, "disabledCategories")),
            enabled_only=fields.get("enabledOnly") in _TRUE,
            level=_level(fields),
            mode=_mode(fields),
            compact=fields.get("c") == "1",
            callback=_callback(fields),
            account=Account.of(fields),
            dictionaries=tuple(comma_list(fields, "dicts")),
        )
        if check.enabled_only:
            if check.disabled_rules or check.disabled_categories:
                raise ParameterError(
                    "You cannot specify disabled rules or categories using enabledOnly=true"
                )
            if not check.enabled_rules and not check.enabled_categories:
                raise ParameterError(
                    "You must specify enabled rules or categories when using enabledOnly=true"
                )
        return check


def read_form(encoded: str) -> dict[str, str]:
    """Decode a query or a form: the last of equal names wins, what has no `=` is passed over."""
    fields: dict[str, str] = {}
    for pair in encoded.split("&"):
        name, mark, value = pair.partition("=")
        if mark:
            fields[_decoded(name)] = _decoded(value)
    return fields


def comma_list(fields: Mapping[str, str], name: str) -> list[str]:
    """Return the items of a list that is separated by commas."""
    return [item.strip() for item in fields.get(name, "").split(",") if item.strip()]


def shown(text: str) -> str:
    """Return what may be repeated of a parameter in an error's message."""
    cut = text[:_LONGEST_SHOWN]
    return "".join(character if character.isprintable() else "?" for character in cut)


def _decoded(text: str) -> str:
    if "%" not in text:
        return text.replace("+", " ")
    encoded = text.replace("+", " ").encode()
    if _BAD_ESCAPE.search(encoded):
        raise ParameterError("Could not decode query: a % stands before no two hexadecimal digits")
    try:
        # Quoted-printable is the same with another mark, and is decoded in C: urllib takes a second
        # for three megabytes of a text that isn't English, or of JSON.
        quoted = encoded.replace(b"=", b"=3D").replace(b"%", b"=")
        return binascii.a2b_qp(quoted).decode()
    except UnicodeDecodeError as error:
        raise ParameterError("Could not decode query: it is not UTF-8") from error


def _language(fields: Mapping[str, str]) -> str:
    name = fields.get("language", "").strip()
    if not name:
        raise ParameterError(
            "Missing 'language' parameter, e.g. 'language=en-US' for American English or "
            "'language=fr' for French"
        )
    return AUTO if name.lower() == AUTO else _known(name)


def _known(name: str) -> str:
    code = language_code(name)
    if code is None:
        raise ParameterError(
            f"'{shown(name)}' is not a language code known to LanguageTool. "
            f"Supported language codes are: {', '.join(sorted(LANGUAGES))}"
        )
    return code


def _variant(name: str) -> str:
    if "-" not in name:
        raise ParameterError(
            "Invalid format for 'preferredVariants', expected a dash as in 'en-GB': "
            f"'{shown(name)}'"
        )
    return _known(name)


def _check_alternatives(fields: Mapping[str, str]) -> None:
    """Refuse what LanguageTool refuses of a parameter that changes nothing here."""
    for name in comma_list(fields, "altLanguages"):
        code = _known(name)
        if "-" not in code and any(other.startswith(f"{code}-") for other in LANGUAGES):
            raise ParameterError(
                f"You specified altLanguage '{shown(name)}', but for this language you need to "
                "specify a variant, e.g. 'en-GB' instead of just 'en'"
            )


def _level(fields: Mapping[str, str]) -> Level:
    wanted = fields.get("level", "").lower() or "default"
    for level in LEVELS:
        if wanted == level:
            return level
    raise ParameterError(
        f"Unknown value '{shown(wanted)}' for parameter 'level'. Valid values: {', '.join(LEVELS)}"
    )


def _mode(fields: Mapping[str, str]) -> Mode:
    wanted = fields.get("mode", "") or "all"
    for mode in MODES:
        if wanted.lower() == mode.lower():
            return mode
    raise ParameterError(
        "Mode must be one of 'textLevelOnly', 'allButTextLevelOnly', or 'all' "
        f"but was: '{shown(wanted)}'"
    )


def _callback(fields: Mapping[str, str]) -> str | None:
    name = fields.get("callback")
    if not name:
        return None
    if not _CALLBACK.fullmatch(name):  # it is written into a script
        raise ParameterError(f"'callback' value must match [a-zA-Z]+: '{shown(name)}'")
    return name


def _pieces(fields: Mapping[str, str]) -> Iterator[Piece]:
    if "text" in fields and "data" in fields:
        raise ParameterError("Set only 'text' or 'data' parameter, not both")
    if "text" in fields:
        return iter((Piece.text(fields["text"]),))
    if "data" not in fields:
        raise ParameterError("Missing 'text' or 'data' parameter")
    try:
        data: object = json.loads(fields["data"])
    except (ValueError, RecursionError) as error:
        raise ParameterError("Could not parse JSON from 'data' parameter") from error
    if not isinstance(data, dict):
        raise ParameterError("'data' key in JSON requires 'text' or 'annotation' key")
    return _annotated(cast("dict[str, Any]", data))


def _annotated(data: Mapping[str, Any]) -> Iterator[Piece]:
    text, annotation = data.get("text"), data.get("annotation")
    if text is not None and annotation is not None:
        raise ParameterError(
            "'data' key in JSON requires either 'text' or 'annotation' key, not both"
        )
    if text is not None:
        return iter((Piece.text(_string(text)),))
    if annotation is None:
        raise ParameterError("'data' key in JSON requires 'text' or 'annotation' key")
    if not isinstance(annotation, list):
        raise ParameterError("'annotation' in JSON is a list of objects")
    return map(_piece, cast("list[object]", annotation))


def _piece(item: object) -> Piece:
    if not isinstance(item, dict):
        raise ParameterError("'annotation' in JSON is a list of objects")
    node = cast("dict[str, object]", item)
    text, markup, interpret_as = (node.get(name) for name in ("text", "markup", "interpretAs"))
    if text is not None and markup is not None:
        raise ParameterError(
            "Only either 'text' or 'markup' are supported in an object in 'annotation' list, "
            "not both"
        )
    if text is not None and interpret_as is not None:
        raise ParameterError("'text' cannot be used with 'interpretAs' (only 'markup' can)")
    if text is not None:
        return Piece.text(_string(text))
    if markup is None:
        raise ParameterError("Only 'text' and 'markup' are supported in 'annotation' list")
    return Piece.markup(_string(markup), "" if interpret_as is None else _string(interpret_as))


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ParameterError("'text', 'markup' and 'interpretAs' in JSON are strings")
    return value
