"""Time LanguageTool alone and Copydesk with it on the same articles, each new to it, in one run.

    python scripts/bench_engine.py                    120 articles, one client and eight
    python scripts/bench_engine.py --articles 40      fewer articles
    python scripts/bench_engine.py --no-keep          print, and write nothing

Both use the same JVM, in turn, so that what else the machine does falls on both. Alone, a text goes
to LanguageTool as every other client sends it: all rules of the default level. Then one paragraph
of each article is edited and Copydesk asked again. Texts stay where they are: figures are kept.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import statistics
import sys
import time
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import httpx

from bench import articles, keep, memory, quantile, rounded
from copydesk.wiring import build_server
from service import running

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

_PATIENCE = 180  # seconds for the JVM to come up
_CLIENTS = 8
_ROUND = 8  # articles with eight clients before the other one has its turn
_WORD = re.compile(r"\b[a-z]{4,}\b")


@dataclass(frozen=True)
class Addresses:
    """Where the two listen, and the one client that asks both."""

    http: httpx.AsyncClient
    languagetool: str
    copydesk: str

    async def alone(self, text: str) -> float:
        """Return the milliseconds that LanguageTool takes."""
        form = {"text": text, "language": "en-US"}
        return await _timed(self.http.post(f"{self.languagetool}/v2/check", data=form))

    async def both(self, text: str) -> float:
        """Return the milliseconds that Copydesk takes, LanguageTool included."""
        options = {"grammar": "required", "deadline_ms": 60_000}
        body = {"text": text, "language": "en-US", "options": options}
        return await _timed(self.http.post(f"{self.copydesk}/analyze", json=body))


async def _timed(request: Awaitable[httpx.Response]) -> float:
    began = time.perf_counter()
    (await request).raise_for_status()
    return 1000 * (time.perf_counter() - began)


def edited(text: str) -> str:
    """Return a text with one word of its middle paragraph changed."""
    parts = text.split("\n\n")
    middle = len(parts) // 2
    parts[middle] = _WORD.sub("editted", parts[middle], count=1)
    return "\n\n".join(parts)


async def in_turn(at: Addresses, texts: Sequence[str]) -> tuple[list[float], list[float]]:
    """Time both on each text, one client; who goes first changes from text to text."""
    alone: list[float] = []
    both: list[float] = []
    for index, text in enumerate(texts):
        if index % 2:
            alone.append(await at.alone(text))
        both.append(await at.both(text))
        if not index % 2:
            alone.append(await at.alone(text))
    return alone, both


async def in_rounds(at: Addresses, texts: Sequence[str]) -> tuple[list[float], list[float]]:
    """Time both with eight clients, in rounds of some articles; who goes first changes."""
    times: dict[str, list[float]] = {"alone": [], "both": []}
    for number, start in enumerate(range(0, len(texts), _ROUND)):
        order = [("alone", at.alone), ("both", at.both)]
        for name, ask in order if number % 2 else reversed(order):
            times[name] += await _crowd(ask, texts[start : start + _ROUND])
    return times["alone"], times["both"]


async def _crowd(ask: Callable[[str], Awaitable[float]], texts: Sequence[str]) -> list[float]:
    queue = iter(texts)

    async def work() -> list[float]:
        return [await ask(text) for text in queue]

    return list(chain.from_iterable(await asyncio.gather(*(work() for _ in range(_CLIENTS)))))


def compared(alone: Sequence[float], both: Sequence[float]) -> dict[str, float]:
    """Return the quantiles of two lists of times, and their ratios."""
    row: dict[str, float] = {"articles": len(alone)}
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        row[f"languagetool_{name}_ms"] = quantile(alone, share)
        row[f"copydesk_{name}_ms"] = quantile(both, share)
        row[f"ratio_{name}"] = quantile(both, share) / quantile(alone, share)
    row["ratio_of_sums"] = sum(both) / sum(alone)
    return row


async def measure(
    languagetool: str, copydesk: str, warm: Sequence[str], texts: Sequence[str]
) -> dict[str, Any]:
    """Take all figures; half of the articles for one client, the rest for eight."""
    half = len(texts) // 2
    async with httpx.AsyncClient(timeout=120) as http:
        at = Addresses(http, languagetool, copydesk)
        # The JVM compiles for some 50,000 words; whoever comes first would pay for it.
        for number in range(3):
            await in_rounds(at, [text.replace("\n\n", f"\n\nNo. {number}: ") for text in warm])
        one = await in_turn(at, texts[:half])
        again = [await at.both(edited(text)) for text in texts[:half]]
        eight = await in_rounds(at, texts[half:])
    return {
        "one_client": compared(*one),
        "eight_clients": compared(*eight),
        "recheck_after_one_edit": {
            "copydesk_p50_ms": statistics.median(again),
            "copydesk_p95_ms": quantile(again, 0.95),
            "ratio_to_first_check_p50": statistics.median(again) / statistics.median(one[1]),
            "ratio_to_languagetool_p50": statistics.median(again) / statistics.median(one[0]),
        },
    }


def main() -> int:
    """Measure, print, and keep the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--no-keep", action="store_true", help="print, and write nothing")
    known = parser.parse_args()
    source, warm, texts = articles(known.articles)
    server = build_server()
    server.start()
    try:
        if server.url is None or not server.wait(_PATIENCE):
            print(f"LanguageTool does not run: {server.status().detail}")
            return 1
        with running(
            workers=known.workers, grammar=True, languagetool_url=server.url, seconds=_PATIENCE
        ) as service:
            figures = asyncio.run(measure(server.url, service.url, warm, texts))
            figures |= {
                "worker_mb": memory(service.pid)["worker_mb"],
                "jvm_mb": memory(server.pid or os.getpid())["jvm_mb"],
            }
    finally:
        server.stop()
    print(json.dumps(rounded(figures), indent=1))
    if not known.no_keep:
        words = sum(len(text.split()) for text in texts)
        about = f"{len(texts)} from the {source}, {words} words"
        keep("bench_engine", about, figures, suffix="-engine")
    return 0


if __name__ == "__main__":
    sys.exit(main())
