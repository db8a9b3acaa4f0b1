"""Time Copydesk beside Harper, proselint and LanguageTool on the same unseen articles, in one run.

    python scripts/bench.py                      everything
    python scripts/bench.py --articles 40        fewer articles
    python scripts/bench.py --no-languagetool    without the JVM

Machines are shared and noisy: what can be compared is what one run measured. Articles come from the
clean evaluation sets where they are beside the repository (each is analysed once: never seen
before), else from the seeds, and the report says which.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
import os
import platform
import random
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

import harper
import httpx
import psutil
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from copydesk.analysis.options import Grammar, Options
from copydesk.inputs.article import Article
from copydesk.inputs.plain import read_plain
from copydesk.settings import Settings
from copydesk.text.source import Source
from copydesk.wire.v1 import AnalysisOut
from copydesk.wiring import build_analyzer, build_server
from evaluate import commit
from service import ROOT, running

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DATA = ROOT.parent / "shared" / "eval" / "data"
FOLDER = ROOT / "benchmarks" / "speed"
_LEAST_WORDS = 200
_HTTP_WORDS = 1000
# What the figures are for: articles of about a thousand words. What each article costs whatever its
# length weighs more in shorter ones.
_USUAL = range(800, 1250)
_CLIENTS = 3  # at once: both workers have one each, and one waits
_PATIENCE = 180  # seconds for the JVM to come up


def articles(count: int) -> tuple[str, list[str], list[str]]:
    """Return where texts are from, some to warm up with, and those to measure."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    if not DATA.exists():
        return "seeds", seeds, seeds
    texts: list[str] = []
    for name in ("onestop_adv", "bbc2005", "wikinews_gum"):
        for line in (DATA / f"clean.{name}.jsonl").read_text(encoding="utf-8").splitlines():
            text: str = json.loads(line)["text"]
            if len(text.split()) >= _LEAST_WORDS:
                texts.append(text)
    random.Random(7).shuffle(texts)  # noqa: S311 - a stable choice of articles
    return "clean evaluation sets", [*seeds, *texts[:20]], texts[20 : 20 + count]


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(
    name: str, run: Callable[[str], object], warm: list[str], texts: list[str]
) -> dict[str, float]:
    """Time `run` on each text once; figures are milliseconds per 1,000 words."""
    for text in warm:
        run(text)
    costs: list[float] = []
    usual: list[float] = []
    for text in texts:
        words = len(text.split())
        began = time.perf_counter()
        run(text)
        costs.append(1e6 * (time.perf_counter() - began) / words)
        if words in _USUAL:
            usual.append(costs[-1])
    row = {
        "p50": statistics.median(costs),
        "p99": quantile(costs, 0.99),
        "mean": statistics.fmean(costs),
    }
    if usual:
        row |= {
            "usual": len(usual),
            "p50_usual": statistics.median(usual),
            "p99_usual": quantile(usual, 0.99),
        }
    print(name)
    for kind, count in (("", len(costs)), ("_usual", len(usual))):
        if count:
            of = f"{_USUAL.start} to {_USUAL.stop - 1} words" if kind else "all"
            print(
                f"  {of:18} {count:4}   p50 {row['p50' + kind]:8.2f}   p99 {row['p99' + kind]:8.2f}"
                "   ms per 1,000 words",
                flush=True,
            )
    return row


def in_process(warm: list[str], texts: list[str]) -> dict[str, dict[str, float]]:
    """Time everything that runs in this process, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    analyzer = build_analyzer(Settings(languagetool_url=None))
    analyzer.warm_up()
    options = Options(grammar=Grammar.OFF)

    def copydesk(text: str) -> object:
        return analyzer.inspect(Article(Source(text)), options)

    def with_answer(text: str) -> object:
        return AnalysisOut.of(analyzer.inspect(Article(Source(text)), options)).json_bytes()

    rows = {
        "copydesk, reading alone": timed(
            "copydesk, reading alone", lambda text: read_plain(Article(Source(text))), warm, texts
        ),
        "copydesk": timed("copydesk", copydesk, warm, texts),
    }
    # The words of these articles have been seen now, which spares the second pass some look-ups.
    rows["copydesk and its JSON, second pass"] = timed(
        "copydesk and its JSON, second pass", with_answer, [], texts
    )
    linter = harper.Linter(harper.Dialect.AMERICAN)

    def by_harper(text: str) -> object:
        return linter.organized_lints(text, language=harper.Language.PLAINTEXT)

    rows["harper"] = timed("harper", by_harper, warm[:8], texts)
    CheckRegistry().register_many(__register__)

    def by_proselint(text: str) -> object:
        return LintFile("article", text).lint()

    rows["proselint"] = timed("proselint", by_proselint, warm[:8], texts)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, range(os.cpu_count() or 1))
    return rows


def thousand_words(texts: list[str], count: int) -> list[str]:
    """Return `count` articles of about 1,000 words, each different from the others."""
    pool = [paragraph for text in texts for paragraph in text.split("\n") if paragraph.strip()]
    chance = random.Random(11)  # noqa: S311 - the same articles in every run
    made: list[str] = []
    for _ in range(count):
        paragraphs: list[str] = []
        words = 0
        while words < _HTTP_WORDS:
            paragraphs.append(chance.choice(pool))
            words += len(paragraphs[-1].split())
        made.append("\n\n".join(paragraphs))
    return made


def load(url: str, texts: list[str], options: dict[str, Any]) -> dict[str, float]:
    """Send every text once with a few clients at a time.

    A connection for each article, as hooks of a CMS open them: connections that are kept may all
    have been taken by one worker. The clients share the cores with the service, so they are as
    light as they can be: httpx took 2 to 4 ms of each request for itself.
    """
    address = httpx.URL(url)
    bodies = [json.dumps({"text": text, "options": options}).encode() for text in texts]
    headers = {"content-type": "application/json", "accept-encoding": "gzip"}

    def ask(body: bytes) -> float:
        began = time.perf_counter()
        connection = HTTPConnection(address.host, address.port, timeout=60)
        with contextlib.closing(connection):
            connection.request("POST", "/analyze", body, headers)
            answer = connection.getresponse()
            answer.read()
        if answer.status != HTTPStatus.OK:
            message = f"The service answered {answer.status}"
            raise RuntimeError(message)
        return 1000 * (time.perf_counter() - began)

    with ThreadPoolExecutor(_CLIENTS) as clients:
        began = time.perf_counter()
        times = list(clients.map(ask, bodies))
        seconds = time.perf_counter() - began
    return {
        "requests_per_second": len(texts) / seconds,
        "p50_ms": statistics.median(times),
        "p99_ms": quantile(times, 0.99),
    }


def memory(pid: int) -> dict[str, float]:
    """Return MB resident: of the largest Python process below `pid`, and of all JVMs."""
    parent = psutil.Process(pid)
    python, jvm = 0.0, 0.0
    for process in [parent, *parent.children(recursive=True)]:
        size = process.memory_info().rss / 1e6
        if "java" in process.name():
            jvm += size
        else:
            python = max(python, size)
    return {"worker_mb": python, "jvm_mb": jvm}


def over_http(texts: list[str], requests: int) -> dict[str, Any]:
    """Measure the service: two workers, articles of 1,000 words, none repeated, engine off."""
    with running(workers=1) as service:
        cold = service.seconds_to_first_answer
    with running(workers=2) as service:
        load(service.url, thousand_words(texts[:5], 40), {"grammar": "off"})
        row = load(service.url, thousand_words(texts, requests), {"grammar": "off"})
        row |= memory(service.pid)
    row["cold_start_s"] = cold
    print(
        f"HTTP, 2 workers: {row['requests_per_second']:.0f} requests/s, "
        f"p50 {row['p50_ms']:.0f} ms, p99 {row['p99_ms']:.0f} ms; "
        f"worker {row['worker_mb']:.0f} MB; cold start {cold:.2f} s",
        flush=True,
    )
    return row


def with_languagetool(warm: list[str], texts: list[str]) -> dict[str, Any]:
    """Measure LanguageTool alone and Copydesk with it, text by text in turn, one client."""
    server = build_server()
    server.start()
    try:
        if server.url is None or not server.wait(_PATIENCE):
            print(f"LanguageTool is not measured: {server.status().detail}", flush=True)
            return {}
        with (
            running(grammar=True, languagetool_url=server.url, seconds=_PATIENCE) as service,
            httpx.Client(timeout=120) as client,
        ):
            alone, both = _in_turn(client, server.url, service.url, warm, texts)
            row = {
                "languagetool_p50": statistics.median(alone),
                "copydesk_with_languagetool_p50": statistics.median(both),
                "ratio_of_sums": sum(both) / sum(alone),
                "ratio_p50": statistics.median(b / a for a, b in zip(alone, both, strict=True)),
                "worker_mb": memory(service.pid)["worker_mb"],
                "jvm_mb": memory(server.pid or os.getpid())["jvm_mb"],
            }
    finally:
        server.stop()
    print(
        f"LanguageTool alone p50 {row['languagetool_p50']:.0f}, Copydesk with it "
        f"{row['copydesk_with_languagetool_p50']:.0f} ms per 1,000 words; "
        f"ratio {row['ratio_p50']:.3f}; JVM {row['jvm_mb']:.0f} MB",
        flush=True,
    )
    return row


def _in_turn(
    client: httpx.Client, languagetool: str, copydesk: str, warm: list[str], texts: list[str]
) -> tuple[list[float], list[float]]:
    """Return milliseconds per 1,000 words of each text, by LanguageTool alone and by both."""
    alone: list[float] = []
    both: list[float] = []
    for index, text in enumerate([*warm, *texts]):
        body = {
            "text": text,
            "language": "en-US",
            "options": {"grammar": "required", "deadline_ms": 60_000},
        }

        def ask_both(body: dict[str, Any] = body) -> httpx.Response:
            return client.post(f"{copydesk}/analyze", json=body)

        def ask_alone(text: str = text) -> httpx.Response:
            form = {"text": text, "language": "en-US"}
            return client.post(f"{languagetool}/v2/check", data=form)

        calls: list[tuple[list[float], Callable[[], httpx.Response]]] = [
            (alone, ask_alone),
            (both, ask_both),
        ]
        # Who goes first changes from text to text, so that a warm cache favours neither.
        for costs, call in calls if index % 2 else reversed(calls):
            began = time.perf_counter()
            call().raise_for_status()
            if index >= len(warm):
                costs.append(1e6 * (time.perf_counter() - began) / len(text.split()))
    return alone, both


def main() -> int:
    """Measure, print, and keep the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--requests", type=int, default=600)
    parser.add_argument("--no-languagetool", action="store_true")
    parser.add_argument("--no-keep", action="store_true", help="print, and write nothing")
    known = parser.parse_args()
    source, warm, texts = articles(known.articles)
    print(f"{len(texts)} articles from the {source}; one core for what runs in this process")
    figures: dict[str, Any] = {"in_process_ms_per_1000_words": in_process(warm, texts)}
    figures["http"] = over_http(texts, known.requests)
    if not known.no_languagetool:
        # The JVM compiles for some 50,000 words; and what was sent before is not sent again.
        heating = [
            text.replace("\n\n", f"\n\nNo. {number}: ") for number in range(3) for text in warm
        ]
        figures["languagetool"] = with_languagetool(heating, texts[:40])
    if known.no_keep:
        return 0
    keep("bench", f"{len(texts)} from the {source}", figures)
    return 0


def keep(script: str, texts: str, figures: dict[str, Any], *, suffix: str = "") -> None:
    """Write the figures of a script to the folder of benchmarks, with where they are from."""
    now = dt.datetime.now(dt.UTC)
    cores = f"{len(os.sched_getaffinity(0))} of {os.cpu_count()} cores"
    kept = {
        "command": " ".join([f"python scripts/{script}.py", *sys.argv[1:]]),
        "commit": commit(),
        "date": f"{now:%Y-%m-%d %H:%M}Z",
        "articles": texts,
        "machine": f"{cores}, {platform.machine()}",
        "python": platform.python_version(),
        **figures,
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{now:%Y%m%d-%H%M}{suffix}.json"
    path.write_text(json.dumps(rounded(kept), indent=1) + "\n", encoding="utf-8")
    print(f"kept in {path.relative_to(ROOT)}")


def rounded(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return figures with three places behind the point."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return value


if __name__ == "__main__":
    sys.exit(main())
