"""The application for `uvicorn copydesk.api.asgi:app`; the only module that starts at import."""

from __future__ import annotations

from copydesk.api.main import create_app
from copydesk.settings import Settings

app = create_app(Settings())
