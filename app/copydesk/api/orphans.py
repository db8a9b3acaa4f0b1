"""No worker outlives the process that started it, however that one ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def leave_with_parent() -> None:
    """In one of several workers, end when the parent does: a killed one can't tell us to.

    Uvicorn's workers never notice: each holds both ends of the pipe over which it is asked whether
    it lives. They would keep the port, with nobody to stop or to replace them.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=[parent.join], name="parent", daemon=True).start()


def _watch(wait: Callable[[], None]) -> None:
    wait()
    # As if the parent had asked: what is in flight is answered.
    os.kill(os.getpid(), signal.SIGTERM)
