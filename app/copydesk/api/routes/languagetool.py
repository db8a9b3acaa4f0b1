"""`/v2`: Copydesk for every tool that speaks to a LanguageTool server."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from copydesk.api import languagetool as shared
from copydesk.api.languagetool import LARGE, PlainErrors, json_response, plain_error, read_fields
from copydesk.api.metrics import count
from copydesk.api.problems import Problem
from copydesk.api.state import AppState, StateDep
from copydesk.config.words import DEFAULT_DICTIONARY, PersonalWords
from copydesk.errors import TooLargeError
from copydesk.inputs.annotated import AnnotatedArticle
from copydesk.inputs.article import Article
from copydesk.inputs.language import detect_language, language_of
from copydesk.settings import Settings
from copydesk.text.source import Source
from copydesk.wire.languagetool.answers import check_answer, software
from copydesk.wire.languagetool.catalogue import configuration
from copydesk.wire.languagetool.languages import language_code, language_list
from copydesk.wire.languagetool.parameters import Account, Check, ParameterError, comma_list, shown
from copydesk.wire.languagetool.selection import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

router = APIRouter(prefix="/v2", tags=["LanguageTool API"], route_class=PlainErrors)
_RETRY_AFTER: Final = {"Retry-After": "1"}
_MOST_LISTED: Final = 500
_METHODS: Final = {
    "check": ("GET", "POST"),
    "words/add": ("POST",),
    "words/delete": ("POST",),
    **dict.fromkeys(
        ("languages", "healthcheck", "maxtextlength", "info", "configinfo", "words"), ("GET",)
    ),
}


@router.get("/check", summary="Check a text", **shared.CHECK_GET)
async def check_by_query(request: Request, state: StateDep) -> Response:
    """Check a text that is short enough for a query; see `POST /v2/check`."""
    return await _checked(request, state)


@router.post("/check", summary="Check a text", **shared.CHECK_POST)
async def check(request: Request, state: StateDep) -> Response:
    """Return the matches of Copydesk and of LanguageTool, in LanguageTool's format.

    What LanguageTool takes and Copydesk does not know is ignored, as it is there.
    """
    return await _checked(request, state)


async def _checked(request: Request, state: AppState) -> Response:
    if state.in_flight >= state.settings.max_concurrency:
        return _overloaded()
    state.in_flight += 1
    try:
        fields = await read_fields(request, state.settings)
        # What takes long, or waits for a disk, must not hold up others.
        large = sum(map(len, fields.values())) >= LARGE
        aside = large or state.settings.words_file is not None
        prepared = (fields, state.settings)
        wanted, article = (
            await asyncio.to_thread(_prepared, *prepared) if aside else _prepared(*prepared)
        )
        choice = Choice.of(wanted)
        analysis = await state.analyzer.analyse(article, choice.options())
        count(analysis)
        # Whatever language the client names, it is told which one the text looks like.
        known = (analysis, choice, language_of(analysis.document))
        answer = await asyncio.to_thread(check_answer, *known) if large else check_answer(*known)
        return json_response(answer, wanted.callback)
    finally:
        state.in_flight -= 1


def _prepared(fields: dict[str, str], settings: Settings) -> tuple[Check, Article]:
    """Return what is wanted, and of which article."""
    wanted = Check.of(fields)
    source = "".join(piece.source for piece in wanted.pieces)
    reads = "".join(piece.reads for piece in wanted.pieces)
    _refuse_length(max(source, reads, key=len), settings)
    words = _personal_words(settings, wanted)
    language = wanted.language
    if wanted.preferred_variants:
        code = detect_language(reads).code
        for variant in wanted.preferred_variants:
            if variant.split("-")[0] == code:
                language = variant
    if reads == source:
        return wanted, Article(Source(source), language=language, dictionary=words)
    return wanted, AnnotatedArticle.of(wanted.pieces, language=language, dictionary=words)


def _refuse_length(text: str, settings: Settings) -> None:
    for unit, size, most in (
        ("characters", len(text), settings.max_bytes),
        ("bytes", len(text.encode(errors="replace")), settings.max_bytes),
        ("words", len(text.split()), settings.max_words),
    ):
        if size > most:
            raise TooLargeError(
                f"Your text exceeds the limit of {most} {unit} (it's {size} {unit}). "
                "Please submit a shorter text."
            )


@router.get("/languages", summary="List the languages", **shared.LANGUAGES_GET)
async def languages() -> Response:
    """Return every language that a check may name."""
    return json_response(language_list())


@router.get("/healthcheck", summary="Are texts taken?", **shared.HEALTHCHECK_GET)
async def healthcheck(state: StateDep) -> Response:
    """Return `OK`, or 503 where the next text would be turned away."""
    if state.in_flight >= state.settings.max_concurrency:
        return _overloaded()
    return PlainTextResponse("OK")


@router.get("/maxtextlength", summary="How long may a text be?", **shared.MAXTEXTLENGTH_GET)
async def maxtextlength(state: StateDep) -> Response:
    """Return the most characters of a text."""
    return PlainTextResponse(str(state.settings.max_bytes))


@router.get("/info", summary="Who answers?", **shared.INFO_GET)
async def info() -> Response:
    """Return the name and version of the software."""
    about = software()
    kept = ("name", "version", "buildDate", "premium")
    return json_response({"software": {name: about[name] for name in kept} | {"commit": ""}})


@router.get("/configinfo", summary="List the rules of a language", **shared.CONFIGINFO_GET)
async def configinfo(request: Request, state: StateDep) -> Response:
    """Return the rules of Copydesk that run in a language, with their categories."""
    name = (await read_fields(request, state.settings)).get("language", "")
    if not name:
        raise ParameterError("'language' parameter missing")
    code = language_code(name)
    if code is None:
        raise ParameterError(f"'{shown(name)}' is not a language code known to LanguageTool")
    return json_response(configuration(code, state.settings.max_bytes))


@router.get("/words", summary="List the words of a personal dictionary", **shared.WORDS_GET)
async def words(request: Request, state: StateDep) -> Response:
    """Return words that are never misspelt for a user."""
    kept = _words_of(state)
    fields = await read_fields(request, state.settings)
    account = Account.of(fields)
    first = _whole(fields, "offset", default=0)
    most = min(_whole(fields, "limit", default=10), _MOST_LISTED)
    named = comma_list(fields, "dicts") or [DEFAULT_DICTIONARY]
    found = await asyncio.to_thread(kept.words, account.user, account.key, named)
    return json_response({"words": found[first : first + most]})


@router.post("/words/add", summary="Add to a personal dictionary", **shared.WORDS_POST)
async def add_word(request: Request, state: StateDep) -> Response:
    """Add a word, or with `mode=batch` several; tells whether any of them was new."""
    return json_response({"added": await _changed(request, state, PersonalWords.add)})


@router.post("/words/delete", summary="Delete from a personal dictionary", **shared.WORDS_POST)
async def delete_word(request: Request, state: StateDep) -> Response:
    """Delete a word, or with `mode=batch` several; tells whether any of them was there."""
    return json_response({"deleted": await _changed(request, state, PersonalWords.delete)})


@router.api_route(
    "/{action:path}",
    methods=["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"],
    include_in_schema=False,
)
async def unsupported(action: str) -> Response:
    """Refuse what is no action, or is asked with another method."""
    methods = _METHODS.get(action)
    if methods is None:
        return plain_error(HTTPStatus.NOT_FOUND, f"Unsupported action: '{shown(action)}'.")
    allowed = " or ".join(methods)
    return plain_error(
        HTTPStatus.METHOD_NOT_ALLOWED,
        f"/{action} needs to be called with {allowed}",
        {"Allow": ", ".join(methods)},
    )


def _overloaded() -> Response:
    message = "The server is overloaded; try again in a second."
    return plain_error(HTTPStatus.SERVICE_UNAVAILABLE, message, _RETRY_AFTER)


def _words_of(state: AppState) -> PersonalWords:
    path = state.settings.words_file
    if path is None:
        message = (
            "There are no personal dictionaries on this server; who runs it can switch them on "
            "with COPYDESK_WORDS_FILE."
        )
        raise Problem(HTTPStatus.NOT_FOUND, "no-words", message)
    return PersonalWords(path)


async def _changed(
    request: Request,
    state: AppState,
    change: Callable[[PersonalWords, list[str], str, str, str], bool],
) -> bool:
    """Change a personal dictionary; tell whether that made a difference."""
    kept = _words_of(state)
    _refuse_other_sites(request)
    fields = await read_fields(request, state.settings)
    account, wanted = Account.of(fields), _wanted(fields)
    dictionary = fields.get("dict", DEFAULT_DICTIONARY)
    return await asyncio.to_thread(change, kept, wanted, account.user, account.key, dictionary)


def _refuse_other_sites(request: Request) -> None:
    """Refuse a form that a page of another site sends: browsers ask nobody before they do."""
    origin = request.headers.get("origin", "").lower()
    scheme, _, host = origin.partition("://")  # an add-on has a scheme of its own
    if scheme in ("null", "http", "https") and host != request.headers.get("host", "").lower():
        message = "Pages of other sites can't change personal dictionaries."
        raise Problem(HTTPStatus.FORBIDDEN, "other-site", message)


def _personal_words(settings: Settings, wanted: Check) -> tuple[str, ...]:
    """Return the words that the check is to take for right; none where the server keeps none."""
    if settings.words_file is None:
        return ()
    account, named = wanted.account, wanted.dictionaries or (DEFAULT_DICTIONARY,)
    return tuple(PersonalWords(settings.words_file).words(account.user, account.key, named))


def _wanted(fields: dict[str, str]) -> list[str]:
    """Return the words that are to be added or deleted."""
    batch = fields.get("mode") == "batch"
    wanted = fields.get("words", "").split() if batch else [fields.get("word", "").strip()]
    if not any(wanted):
        raise ParameterError(f"Missing '{'words' if batch else 'word'}' parameter")
    return wanted


def _whole(fields: dict[str, str], name: str, *, default: int) -> int:
    value = fields.get(name, "")
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        raise ParameterError(f"'{name}' is a whole number, not '{shown(value)}'")
    return int(value)
