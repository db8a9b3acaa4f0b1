"""`copydesk serve`: the service, its workers, and one LanguageTool server for all of them."""

from __future__ import annotations

import os
import shlex
import signal
import socket
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click
import uvicorn

from copydesk.errors import CopydeskError
from copydesk.settings import read_settings
from copydesk.wiring import build_server

if TYPE_CHECKING:
    from types import FrameType

_URL: Final = "COPYDESK_LANGUAGETOOL_URL"
_METRICS: Final = "PROMETHEUS_MULTIPROC_DIR"
_DRAIN_SECONDS: Final = 15  # for requests in flight after a signal
# A worker can't say that it lives before it is loaded, which takes seconds on a busy machine; after
# uvicorn's own limit of 5 it would be killed, and so would the next.
_HUNG_SECONDS: Final = 10
_SEED: Final = Path("seeds/000_3770f2927fc7ba81.txt")
_SAMPLE: Final = "Benjamin netanyahu met the the press. Netanyahu left early."


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--grammar/--no-grammar", default=True, help="Whether to run LanguageTool.")
def serve(*, host: str, port: int, workers: int, grammar: bool) -> None:
    """Serve the API; LanguageTool starts in the background."""
    settings = read_settings()
    _refuse_a_taken_port(host, port)
    # Uvicorn raises the signal that ended it again; this way what was started is stopped first.
    signal.signal(signal.SIGTERM, _leave)
    with ExitStack() as stack:
        if grammar and not settings.languagetool_url:
            _start_languagetool(stack)
        if workers > 1:
            folder = tempfile.TemporaryDirectory(prefix="copydesk-metrics-")
            os.environ[_METRICS] = stack.enter_context(folder)
        threading.Thread(target=_announce, args=(host, port), daemon=True).start()
        uvicorn.run(
            "copydesk.api.asgi:app",
            host=host,
            port=port,
            workers=workers,
            log_level="warning",
            access_log=False,  # a query string can hold an article's title
            server_header=False,
            timeout_graceful_shutdown=_DRAIN_SECONDS,
            timeout_worker_healthcheck=_HUNG_SECONDS,
        )


def _start_languagetool(stack: ExitStack) -> None:
    server = build_server()
    server.start()
    if server.url is None:
        detail = server.status().detail
        click.echo(f"Without grammar: {detail}", err=True)
        return
    stack.callback(server.stop)
    stack.callback(os.environ.pop, _URL, None)
    os.environ[_URL] = server.url


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(0)


def _refuse_a_taken_port(host: str, port: int) -> None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CopydeskError(
            f"{host}:{port} can't be listened on ({reason}); choose another with --host and --port."
        ) from error


def _announce(host: str, port: int) -> None:
    """Print what to try, once the service answers."""
    reached = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104 - compared, not bound
    for _ in range(600):
        try:
            socket.create_connection((reached, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            break
    else:
        return  # it never came up, and has said why
    place = f"[{reached}]:{port}" if ":" in reached else f"{reached}:{port}"
    body = f"@{_SEED}" if _SEED.is_file() else _SAMPLE
    url = f"http://{place}/analyze?format=text"
    command = f"curl --data-binary {shlex.quote(body)} -H 'content-type: text/plain' '{url}'"
    click.echo(f"Copydesk is up: http://{place}/docs — or try\n  {command}")
