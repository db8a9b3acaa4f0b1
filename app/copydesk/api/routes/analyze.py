"""`POST /analyze`: score one article and list its defects."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Annotated, Any, Final, Literal, cast

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.responses import Response

from copydesk.analysis.options import Options
from copydesk.api.bodies import decode, media_type_of, read_body
from copydesk.api.examples import request_examples
from copydesk.api.metrics import count
from copydesk.api.problems import PROBLEM_CONTENT, Problem, invalid_request
from copydesk.api.state import AppState, StateDep
from copydesk.config.profiles import load_profiles
from copydesk.errors import TooLargeError
from copydesk.inputs.article import Article
from copydesk.outputs.base import NamedAnalysis
from copydesk.outputs.registry import FORMATS
from copydesk.wire.requests import (
    MAX_DEADLINE_MS,
    RULES_PATTERN,
    AnalysisRequest,
    LanguageCode,
    refuse_unknown_fields,
)
from copydesk.wire.v1 import AnalysisOut

router = APIRouter(tags=["Articles"])
_JSON: Final = "application/json"
_PLAIN: Final = "text/plain"
_ACCEPTED_BODIES: Final = (_JSON, _PLAIN)
_COMMA_LISTS: Final = ("enable", "disable", "names", "dictionary")
_Rules = Annotated[str, Field(json_schema_extra={"pattern": RULES_PATTERN})]
_RETRY_AFTER: Final = {"Retry-After": "1"}


class AnalyzeQuery(BaseModel):
    """The query of `/analyze`: the format, and what a raw body can't say; it wins over the body."""

    model_config = ConfigDict(extra="forbid")

    format: Annotated[str, Field(json_schema_extra={"enum": list(FORMATS)})] | None = Field(
        default=None, description="Format of the answer; wins over `Accept`."
    )
    title: str | None = Field(default=None, max_length=1000, description="The headline.")
    language: LanguageCode | None = None
    profile: Literal["news", "blog"] | None = None
    enable: _Rules | None = Field(default=None, description="Comma-separated rules.")
    disable: _Rules | None = Field(default=None, description="Comma-separated rules.")
    min_severity: Literal["info", "warning", "error"] | None = None
    grammar: Literal["auto", "off", "required"] | None = None
    dictionary: str | None = Field(default=None, description="Comma-separated words.")
    names: str | None = Field(default=None, description="Comma-separated names.")
    fixes: bool | None = None
    extract: Annotated[bool, Field(json_schema_extra={"const": False})] | None = None
    deadline_ms: Annotated[int, Field(ge=1, le=MAX_DEADLINE_MS)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown_keys(cls, data: object) -> object:
        refuse_unknown_fields(data, cls.model_fields)
        return data

    def over(self, body: object) -> object:
        """Return the body of a request with what the query says put over it."""
        said = self.model_dump(exclude_none=True, exclude={"format"})
        if not said or not isinstance(body, dict):
            return body
        fields = cast("dict[str, Any]", body)
        for name in _COMMA_LISTS:
            if name in said:
                said[name] = [item.strip() for item in said[name].split(",") if item.strip()]
        top = {name: said.pop(name) for name in ("title", "language") if name in said}
        # Checked before: options, where a body has any, are an object.
        said = cast("dict[str, Any]", fields.get("options", {})) | said
        return fields | top | {"options": said}


_RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The analysis.",
        "content": {_JSON: {}, _PLAIN: {"schema": {"type": "string"}}},
    },
    **{
        status: {"description": description, "content": PROBLEM_CONTENT}
        for status, description in {
            400: "The body is no JSON, or broke off.",
            406: "No such format of answer.",
            408: "The body took too long to arrive.",
            413: "The body or the article is too large.",
            415: "The media type, charset or encoding of the body isn't read.",
            422: "The request breaks its schema, or its text can't be read.",
            503: "Too busy, or grammar was required and no engine is up.",
        }.items()
    },
}
_BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {
            _JSON: {
                "schema": {"$ref": "#/components/schemas/AnalysisRequest"},
                "examples": request_examples(),
            },
            _PLAIN: {
                "schema": {
                    "type": "string",
                    "description": "The article; options in the query.",
                    "pattern": "^[^\\u0000]*$",
                }
            },
        },
    }
}


@router.post(
    "/analyze",
    response_model=AnalysisOut,
    responses=_RESPONSES,
    openapi_extra=_BODY,
    summary="Score one article and list its defects",
)
async def analyze(
    request: Request, state: StateDep, query: Annotated[AnalyzeQuery, Query()]
) -> Response:
    """Return what is broken in an article: where, why, and how to mend it; and its score."""
    name = _format(request, query)
    if state.in_flight >= state.settings.max_concurrency:
        detail = "Too many articles at once; try again in a second."
        raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "busy", detail, headers=_RETRY_AFTER)
    state.in_flight += 1
    try:
        try:
            wanted = await _request(request, state, query)
        except ValidationError as error:
            return invalid_request(error)
        article, options = wanted.to_article(), wanted.options.to_options(load_profiles())
        return await _answer(state, article, options, name)
    finally:
        state.in_flight -= 1


async def _answer(state: AppState, article: Article, options: Options, name: str) -> Response:
    if len(article.source.text) > state.settings.max_words:
        _refuse_words(article, state.settings.max_words)
    analysis = await state.analyzer.analyse(article, options)
    count(analysis)
    if name == "json":
        return Response(AnalysisOut.of(analysis).json_bytes(), media_type=_JSON)
    output = FORMATS[name]
    text = output.render([NamedAnalysis("text", analysis)])
    return Response(text, media_type=output.media_type)


def _refuse_words(article: Article, most: int) -> None:
    words = len(article.source.text.split())
    if words > most:
        message = f"The article has {words:,} words; the most is {most:,}. Send it in parts."
        raise TooLargeError(message)


async def _request(request: Request, state: AppState, query: AnalyzeQuery) -> AnalysisRequest:
    media_type, charset = media_type_of(request)
    if media_type not in _ACCEPTED_BODIES:
        sent = f"{media_type[:60]} isn't read" if media_type else "The body has no content-type"
        detail = f"{sent}; send one of: {', '.join(_ACCEPTED_BODIES)}."
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", detail)
    body = await read_body(request, state.settings)
    if media_type == _PLAIN:
        fields: object = {"text": decode(body, charset)}
    else:
        fields = _json(body, charset)
    # Checked by itself first: what the query says must not hide what is wrong in the body.
    wanted = AnalysisRequest.model_validate(fields, strict=True)
    wanted.options.to_options(load_profiles())
    overlaid = query.over(fields)
    return wanted if overlaid is fields else AnalysisRequest.model_validate(overlaid, strict=True)


def _json(body: bytes, charset: str | None) -> object:
    text = decode(body, charset).removeprefix("\ufeff")
    try:
        return cast("object", json.loads(text, parse_constant=_no_constant))
    except RecursionError as error:
        detail = "The JSON is nested too deeply."
        raise Problem(HTTPStatus.BAD_REQUEST, "malformed-json", detail) from error
    except ValueError as error:
        where = (
            f" at line {error.lineno}, column {error.colno}"
            if isinstance(error, json.JSONDecodeError)
            else ""
        )
        detail = f"The body is no JSON{where}. For plain text, send content-type: text/plain."
        raise Problem(HTTPStatus.BAD_REQUEST, "malformed-json", detail) from error


def _no_constant(name: str) -> object:
    message = f"{name} is no JSON"
    raise ValueError(message)


def _format(request: Request, query: AnalyzeQuery) -> str:
    """Return the format that the client wants; the query wins over `Accept`."""
    if query.format:
        if query.format not in FORMATS:
            raise _not_acceptable(f"The format {query.format[:40]!r}", ", ".join(FORMATS))
        return query.format
    accepted = request.headers.get("accept", "*/*")
    best: tuple[float, str] | None = None
    for item in accepted.split(","):
        media, *parameters = (part.strip().lower() for part in item.split(";"))
        quality = next((_quality(part) for part in parameters if part.startswith("q=")), 1.0)
        for name, output in FORMATS.items():
            kind = output.media_type.split("/")[0]
            if media in (output.media_type, f"{kind}/*", "*/*", "") and quality > 0:
                if best is None or quality > best[0]:
                    best = (quality, name)
                break
    if best is None:
        offered = ", ".join(output.media_type for output in FORMATS.values())
        raise _not_acceptable(accepted[:100], offered)
    return best[1]


def _not_acceptable(wanted: str, offered: str) -> Problem:
    detail = f"{wanted} isn't offered; this version answers in: {offered}."
    return Problem(HTTPStatus.NOT_ACCEPTABLE, "not-acceptable", detail)


def _quality(parameter: str) -> float:
    try:
        return float(parameter[2:])
    except ValueError:
        return 1.0
