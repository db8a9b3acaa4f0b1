"""Failures as RFC 9457 problems: a stable type, a title, and what to do."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from copydesk.errors import (
    CopydeskError,
    EngineRequiredError,
    InputError,
    NoSuchRuleError,
    TooLargeError,
    UnknownNameError,
    UnreadableTextError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import FastAPI
    from starlette.requests import Request

MEDIA_TYPE: Final = "application/problem+json"
_TYPE: Final = "urn:copydesk:problem:"
_LONGEST_INPUT: Final = 100


class FieldProblem(BaseModel):
    """What is wrong with one field of the request."""

    field: str
    message: str


class ProblemOut(BaseModel):
    """An RFC 9457 problem."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] | None = None


# For the `responses` of a route.
PROBLEM_CONTENT: Final[dict[str, Any]] = {
    MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}
}


class Problem(Exception):  # noqa: N818 - the RFC's own word
    """A failure of the HTTP layer itself, with all that its answer needs."""

    def __init__(
        self,
        status: HTTPStatus,
        kind: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Describe the failure; `kind` is the stable end of its type."""
        super().__init__(detail)
        self.status = status
        self.kind = kind
        self.detail = detail
        self.headers = headers


def problem_response(
    status: int,
    kind: str,
    detail: str,
    *,
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a problem as a response."""
    body: dict[str, Any] = {
        "type": f"{_TYPE}{kind}",
        "title": kind.replace("-", " ").capitalize(),
        "status": int(status),
        "detail": detail,
    }
    if errors:
        body["errors"] = list(errors)
    content = json.dumps(body, ensure_ascii=True)
    return Response(content, status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


# The first class that fits decides; the order is from special to general.
_DOMAIN: Final[tuple[tuple[type[CopydeskError], HTTPStatus, str], ...]] = (
    (NoSuchRuleError, HTTPStatus.NOT_FOUND, "no-such-rule"),
    (UnknownNameError, HTTPStatus.UNPROCESSABLE_ENTITY, "unknown-name"),
    (UnreadableTextError, HTTPStatus.UNPROCESSABLE_ENTITY, "unreadable-text"),
    (TooLargeError, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large"),
    (EngineRequiredError, HTTPStatus.SERVICE_UNAVAILABLE, "engine-unavailable"),
    (InputError, HTTPStatus.UNPROCESSABLE_ENTITY, "unreadable-input"),
    (CopydeskError, HTTPStatus.BAD_REQUEST, "refused"),
)


def field_errors(error: RequestValidationError | ValidationError) -> list[dict[str, str]]:
    """Return what is wrong, field by field, without echoing the article."""
    found: list[dict[str, str]] = []
    for item in error.errors():
        path = [str(part)[:_LONGEST_INPUT] for part in item["loc"]]
        found.append({"field": ".".join(path) or "body", "message": str(item["msg"])})
    return found


def invalid_request(error: RequestValidationError | ValidationError) -> Response:
    """Return the problem of a request that breaks its schema."""
    errors = field_errors(error)
    detail = "; ".join(f"{one['field']}: {one['message']}" for one in errors[:3])
    return problem_response(422, "invalid-request", detail, errors=errors)


async def _on_problem(_: Request, error: Exception) -> Response:
    problem = cast("Problem", error)
    return problem_response(problem.status, problem.kind, problem.detail, headers=problem.headers)


async def _on_domain_error(_: Request, error: Exception) -> Response:
    for kind, status, name in _DOMAIN:
        if isinstance(error, kind):
            headers = {"Retry-After": "5"} if status is HTTPStatus.SERVICE_UNAVAILABLE else None
            return problem_response(status, name, str(error), headers=headers)
    raise error


async def _on_invalid(_: Request, error: Exception) -> Response:
    return invalid_request(cast("RequestValidationError", error))


async def _on_http_error(_: Request, error: Exception) -> Response:
    failure = cast("HTTPException", error)
    phrase = HTTPStatus(failure.status_code).phrase
    return problem_response(
        failure.status_code,
        phrase.lower().replace(" ", "-"),
        str(failure.detail),
        headers=failure.headers,
    )


def crashed() -> Response:
    """Return the answer to a request on which we failed."""
    detail = "Copydesk failed on this request. Report it with its x-request-id."
    return problem_response(500, "internal-error", detail)


def install(app: FastAPI) -> None:
    """Answer every foreseen failure of `app` with a problem."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(CopydeskError, _on_domain_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http_error)
