"""Reads a request's body within its limits, and decodes it."""

from __future__ import annotations

import asyncio
import codecs
from email.message import Message
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.requests import ClientDisconnect

from copydesk.api.problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request

    from copydesk.settings import Settings

# Python knows codecs that decode no text, or whose output can dwarf their input.
_NO_TEXT: Final = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
)


def media_type_of(request: Request) -> tuple[str, str | None]:
    """Return the media type of the body, lower-cased, and its declared charset."""
    message = Message()
    message["content-type"] = request.headers.get("content-type", "")
    if not request.headers.get("content-type"):
        return "", None
    charset = message.get_param("charset")
    return message.get_content_type(), charset if isinstance(charset, str) else None


async def read_body(request: Request, settings: Settings) -> bytes:
    """Return the body; raises a problem where it is too large or too slow."""
    encoding = request.headers.get("content-encoding", "identity").lower()
    if encoding != "identity":
        detail = f"A body with content-encoding {encoding[:40]!r} isn't read; send it as it is."
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-encoding", detail)
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > settings.max_bytes:
        raise _too_large(settings)
    chunks: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(settings.body_seconds):
            async for chunk in request.stream():
                size += len(chunk)
                if size > settings.max_bytes:
                    raise _too_large(settings)
                chunks.append(chunk)
    except TimeoutError as error:
        detail = f"The body did not arrive within {settings.body_seconds:g} seconds; send it again."
        # Else a client that goes on sending, byte after byte, would keep the connection for ever.
        headers = {"connection": "close"}
        status = HTTPStatus.REQUEST_TIMEOUT
        raise Problem(status, "slow-request", detail, headers=headers) from error
    except ClientDisconnect as error:
        raise Problem(HTTPStatus.BAD_REQUEST, "incomplete-body", "The body broke off.") from error
    return b"".join(chunks)


def _too_large(settings: Settings) -> Problem:
    detail = f"The body is over {settings.max_bytes:,} bytes; send the article in parts."
    return Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", detail)


def decode(body: bytes, charset: str | None) -> str:
    """Return the text of a raw body in its declared charset, else UTF-8; a BOM is kept."""
    name = charset or "utf-8"
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError) as error:
        detail = f"There is no charset {name[:40]!r}; send UTF-8."
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unknown-charset", detail) from error
    if not codec._is_text_encoding or codec.name.replace("-", "_") in _NO_TEXT:  # noqa: SLF001 - the one place where Python tells text codecs from others
        detail = f"{name[:40]!r} is no charset of text; send UTF-8."
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unknown-charset", detail)
    try:
        text, _ = codec.decode(body, "strict")
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        detail = f"The body is not {codec.name}{at}; declare its charset, or send UTF-8."
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "undecodable-text", detail) from error
    return text
