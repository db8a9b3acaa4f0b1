"""What the routes under `/v2` share: forms in, plain errors out, and their description."""

from __future__ import annotations

import asyncio
import json
import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from fastapi.routing import APIRoute
from starlette.responses import PlainTextResponse, Response

from copydesk.api.bodies import media_type_of, read_body
from copydesk.api.problems import Problem
from copydesk.config.words import WordsFileError, WrongKeyError
from copydesk.errors import CopydeskError, TooLargeError, bare
from copydesk.wire.languagetool.languages import AUTO, NAMES
from copydesk.wire.languagetool.parameters import LEVELS, MODES, ParameterError, read_form

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from starlette.requests import Request

    from copydesk.settings import Settings

_logger = logging.getLogger(__name__)
# Percent-encoding makes three bytes of one, and JSON inside of it adds its own.
_ENCODED: Final = 4
LARGE: Final = 60_000  # bytes or characters that take long enough to let others go first
_NO_FORM: Final = ("application/json", "multipart/form-data")


def plain_error(
    status: HTTPStatus, message: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return an error as LanguageTool's clients expect it."""
    return PlainTextResponse(f"Error: {message}", status, headers=dict(headers or {}))


class PlainErrors(APIRoute):
    """A route whose failures are plain text."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the handler."""
        handle = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await handle(request)
            except Problem as problem:
                return plain_error(problem.status, problem.detail, problem.headers)
            except CopydeskError as error:
                return plain_error(_status(error), str(error))
            except Exception as error:
                _logger.error("a request under /v2 failed", exc_info=bare(error))  # noqa: TRY400 - the error itself can quote the article
                status = HTTPStatus.INTERNAL_SERVER_ERROR
                return plain_error(status, "Copydesk failed on this request; report it.")

        return handler


def _status(error: CopydeskError) -> HTTPStatus:
    if isinstance(error, TooLargeError):
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if isinstance(error, WordsFileError):
        return HTTPStatus.INTERNAL_SERVER_ERROR
    return HTTPStatus.FORBIDDEN if isinstance(error, WrongKeyError) else HTTPStatus.BAD_REQUEST


async def read_fields(request: Request, settings: Settings) -> dict[str, str]:
    """Return the parameters of a request: those of its form, and over them those of its query."""
    query = _utf8(request.scope["query_string"])
    if request.method != "POST":
        return read_form(query)
    media_type, _ = media_type_of(request)
    if media_type in _NO_FORM:
        raise ParameterError(
            f"{media_type} isn't read; send the parameters as application/x-www-form-urlencoded"
        )
    allowed = settings.model_copy(update={"max_bytes": _ENCODED * settings.max_bytes})
    body = await read_body(request, allowed)
    if len(body) < LARGE:
        return read_form(_utf8(body)) | read_form(query)
    return await asyncio.to_thread(lambda: read_form(_utf8(body))) | read_form(query)


def _utf8(encoded: bytes) -> str:
    try:
        return encoded.decode()
    except UnicodeDecodeError as error:
        raise ParameterError("Could not decode query: it is not UTF-8") from error


def json_response(content: object, callback: str | None = None) -> Response:
    """Return JSON, or a script that hands it to a function of the page that asked for it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    if callback is None:
        return Response(text, media_type="application/json")
    # Two line ends of JSON were none of older scripts.
    script = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Response(f"{callback}({script});", media_type="application/javascript")


# --- what OpenAPI says of the routes ---------------------------------------------------------


def _string(description: str, **more: object) -> dict[str, object]:
    return {"type": "string", "description": description, **more}


def _query(name: str, schema: Mapping[str, object], *, required: bool = False) -> dict[str, object]:
    return {"name": name, "in": "query", "required": required, "schema": dict(schema)}


_NO_NUL: Final = {"pattern": "^[^\\u0000]*$"}
_LANGUAGE: Final = _string(
    "A language code, or `auto`.", enum=[AUTO, *NAMES], examples=["en-US", AUTO]
)
_LIST: Final = "Comma-separated; "
_FIELDS: Final[dict[str, dict[str, object]]] = {
    "text": _string("The text; either this or `data`.", **_NO_NUL),
    "data": _string(
        'JSON: `{"annotation": [{"text": "A "}, {"markup": "<b>"}, {"text": "test"}]}`. Mark-up is '
        "skipped, or read as its `interpretAs`. Offsets are into all of it joined."
    ),
    "language": _LANGUAGE,
    "preferredVariants": _string(f"{_LIST}e.g. `en-GB,de-AT`; with `language=auto` only."),
    "noopLanguages": _string(f"{_LIST}languages to leave alone; with `language=auto` only."),
    "enabledRules": _string(f"{_LIST}ids of rules to add; preview rules run only so."),
    "disabledRules": _string(f"{_LIST}ids of rules, ours or LanguageTool's."),
    "enabledCategories": _string(f"{_LIST}ids of categories, e.g. `CASING` or `BOILERPLATE`."),
    "disabledCategories": _string(f"{_LIST}ids of categories."),
    "enabledOnly": _string("`true`: only what is enabled by name."),
    "level": _string("`picky` adds information and matters of taste.", enum=list(LEVELS)),
    "mode": _string("Only the rules that look across paragraphs, or the rest.", enum=list(MODES)),
    "c": _string("`1`: a compact answer."),
    "callback": _string("A function's name: the answer is a script that calls it."),
    "username": _string("Whose personal dictionary counts; with `apiKey`."),
    "apiKey": _string("The key of the user."),
    "dicts": _string(f"{_LIST}names of personal dictionaries."),
}
_JSON: Final = {"application/json": {"schema": {"type": "object"}}}
_PLAIN: Final = {"text/plain": {"schema": {"type": "string"}}}
_REASONS: Final[dict[int, str]] = {
    400: "A parameter is missing or wrong.",
    403: "The key is not that of the user, or another site's page asks.",
    404: "Personal dictionaries are switched off.",
    408: "The body took too long to arrive.",
    413: "The text is too long.",
    415: "The body is compressed.",
    503: "The server is overloaded.",
}


def _errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    return {status: {"description": _REASONS[status], "content": _PLAIN} for status in statuses}


def _form(fields: Mapping[str, object], required: list[str], **examples: object) -> dict[str, Any]:
    schema = {"type": "object", "properties": dict(fields), "required": required}
    content: dict[str, Any] = {"schema": schema}
    if examples:
        content["examples"] = {name: {"value": value} for name, value in examples.items()}
    return {
        "required": True,
        "content": {"application/x-www-form-urlencoded": content},
    }


def _route(
    description: str,
    content: Mapping[str, Any],
    errors: tuple[int, ...] = (),
    **extra: object,
) -> dict[str, Any]:
    """Return the arguments of a route's decorator."""
    return {
        "response_class": Response,
        "responses": {
            200: {"description": description, "content": dict(content)},
            **_errors(*errors),
        },
        "openapi_extra": extra,
    }


_MATCHES: Final[dict[str, Any]] = {
    "application/json": {
        "schema": {
            "type": "object",
            "required": ["language", "matches"],
            "properties": {
                "software": {"type": "object"},
                "warnings": {"type": "object"},
                "language": {"type": "object"},
                "matches": {"type": "array", "items": {"type": "object"}},
            },
        }
    },
    "application/javascript": {"schema": {"type": "string"}},
}
_CHECK_ERRORS: Final = (400, 403, 408, 413, 415, 503)
_USER: Final = {name: _FIELDS[name] for name in ("username", "apiKey")}

CHECK_GET: Final = _route(
    "The matches.",
    _MATCHES,
    _CHECK_ERRORS,
    parameters=[
        _query(name, schema, required=name == "language") for name, schema in _FIELDS.items()
    ],
)
CHECK_POST: Final = _route(
    "The matches.",
    _MATCHES,
    _CHECK_ERRORS,
    requestBody=_form(
        _FIELDS,
        ["language"],
        text={
            "language": "en-US",
            "text": "Benjamin netanyahu met the the press. Netanyahu left early.",
        },
        annotated={
            "language": "auto",
            "data": '{"annotation": [{"text": "The "}, {"markup": "<b>"}, {"text": "the harbour"}, '
            '{"markup": "</b>"}, {"text": " was closed."}]}',
        },
    ),
)
LANGUAGES_GET: Final = _route(
    "The languages.",
    {
        "application/json": {
            "schema": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["name", "code", "longCode"],
                    "properties": {
                        name: {"type": "string"} for name in ("name", "code", "longCode")
                    },
                },
            }
        }
    },
)
HEALTHCHECK_GET: Final = _route("`OK`.", _PLAIN, (503,))
MAXTEXTLENGTH_GET: Final = _route("A number.", _PLAIN)
INFO_GET: Final = _route("The software.", _JSON)
CONFIGINFO_GET: Final = _route(
    "The rules.",
    _JSON,
    (400,),
    parameters=[_query("language", {**_LANGUAGE, "enum": list(NAMES)}, required=True)],
)
WORDS_GET: Final = _route(
    "The words.",
    _JSON,
    (400, 403, 404),
    parameters=[
        _query("offset", {"type": "integer", "minimum": 0, "maximum": 999_999_999}),
        _query("limit", {"type": "integer", "minimum": 0, "maximum": 999_999_999}),
        *(_query(name, _FIELDS[name]) for name in ("username", "apiKey", "dicts")),
    ],
)
WORDS_POST: Final = _route(
    "Whether anything changed.",
    _JSON,
    (400, 403, 404, 408, 413, 415),
    requestBody=_form(
        {
            "word": _string("The word."),
            "words": _string("Several, with `mode=batch`, separated by white space."),
            "mode": _string("`batch`, or nothing."),
            "dict": _string("The name of the dictionary; without, the default one."),
            **_USER,
        },
        [],
    ),
)
