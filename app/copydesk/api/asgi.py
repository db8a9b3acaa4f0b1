"""The application for `uvicorn copydesk.api.asgi:app`; the only module that starts at import."""

from __future__ import annotations

from copydesk.api.main import create_app
from copydesk.api.orphans import leave_with_parent
from copydesk.settings import read_settings

leave_with_parent()
app = create_app(read_settings())
