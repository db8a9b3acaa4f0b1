"""`GET /docs`: Swagger UI, its assets served by ourselves from a pinned package."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from importlib import resources
from typing import Final

from fastapi import APIRouter
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import HTMLResponse, RedirectResponse, Response

from copydesk.api.problems import Problem

router = APIRouter(include_in_schema=False)
_ASSETS: Final = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "favicon-32x32.png": "image/png",
}


@cache
def _asset(name: str) -> bytes:
    return resources.files("fastapi_swagger").joinpath("resources", name).read_bytes()


@router.get("/")
async def root() -> Response:
    """Lead people who open the service in a browser to its documentation."""
    return RedirectResponse("/docs")


@router.get("/docs")
async def swagger_ui() -> HTMLResponse:
    """Return the page of Swagger UI."""
    return get_swagger_ui_html(
        openapi_url="/openapi.json",
        title="Copydesk",
        swagger_js_url="/docs/assets/swagger-ui-bundle.js",
        swagger_css_url="/docs/assets/swagger-ui.css",
        swagger_favicon_url="/docs/assets/favicon-32x32.png",
        swagger_ui_parameters={"defaultModelsExpandDepth": 0, "displayRequestDuration": True},
    )


@router.get("/docs/assets/{name}")
async def asset(name: str) -> Response:
    """Return one of the page's files."""
    if name not in _ASSETS:
        raise Problem(HTTPStatus.NOT_FOUND, "not-found", "There is no such file.")
    headers = {"cache-control": "public, max-age=86400"}
    return Response(_asset(name), media_type=_ASSETS[name], headers=headers)
