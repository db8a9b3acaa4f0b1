"""Run detectors alone over the evaluation sets and print what they report, in context.

    python scripts/alarms.py lowercase-name                    alarms on clean news, each in context
    python scripts/alarms.py lowercase-name --hits corrupt     misses and hits on damaged texts
    python scripts/alarms.py lowercase-name --set casing_online_g --show 30

Reads `../shared/eval/data` beside the repository; without it there is nothing to do. For reading
alarms one by one while a detector is written; figures that are kept come from `make eval`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk import lexicons
from copydesk.detectors.registry import DETECTORS
from copydesk.findings import Severity
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval" / "data"
CLEAN = ("clean.onestop_adv", "clean.wikinews_gum", "clean.bbc2005")


def records(name: str) -> list[dict[str, Any]]:
    """Read one set."""
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def context(text: str, start: int, end: int) -> str:
    """Show a span in its surroundings, on one line."""
    before = text[max(0, start - 60) : start]
    after = text[end : end + 60]
    return f"{before}⟦{text[start:end]}⟧{after}".replace("\n", "⏎")


def clean(detectors: list[Detector], names: list[str]) -> None:
    """Print every finding on clean news that is not on a known error, and the rates."""
    words = 0
    seconds = 0.0
    counts: Counter[tuple[str, Severity]] = Counter()
    for name in names:
        for record in records(name):
            document = Document.plain(record["text"], title=record.get("title"))
            words += document.word_count
            known = [(k["start"], k["end"]) for k in record.get("known_errors", [])]
            began = time.perf_counter()
            found = [f for detector in detectors for f in detector.detect(document)]
            seconds += time.perf_counter() - began
            for f in found:
                if any(f.span.start < end and start < f.span.end for start, end in known):
                    continue
                counts[f.detector, f.severity] += 1
                print(f"{f.detector} {f.severity.label} {record['id']}: ", end="")
                print(context(record["text"], f.span.start, f.span.end))
    for (rule, severity), count in counts.most_common():
        print(
            f"{rule} {severity.label}: {count} alarms, {1000 * count / words:.4f} per 1,000 words"
        )
    print(f"{words} words; detectors took {1e6 * seconds / words:.3f} ms per 1,000 words")


def damaged(detectors: list[Detector], name: str, *, wanted: str | None, show: int) -> None:
    """Print, by type of damage, how many places these detectors touch, and what they miss."""
    total: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    mended: Counter[str] = Counter()
    shown = 0
    for record in records(name):
        document = Document.plain(record["text"], title=record.get("title"))
        found = [f for detector in detectors for f in detector.detect(document)]
        for gold in record["gold"]:
            kind = str(gold.get("op") or gold.get("type") or gold["family"])
            if gold.get("level", "must") != "must" or (
                wanted and wanted not in (kind, gold["family"])
            ):
                continue
            total[kind] += 1
            touching = [
                f
                for f in found
                if f.severity > Severity.INFO
                and f.span.start < gold["end"]
                and gold["start"] < f.span.end
            ]
            text = record["text"]
            if touching:
                hit[kind] += 1
                right = text[: gold["start"]] + (gold.get("fix") or "") + text[gold["end"] :]
                mended[kind] += any(x.applied(text) == right for f in touching for x in f.fixes)
            elif shown < show:
                shown += 1
                place = context(record["text"], gold["start"], gold["end"])
                print(f"MISS {kind} {record['id']}: {place} -> {gold.get('fix')!r}")
    for kind, count in total.most_common():
        print(f"{kind}: touched {hit[kind]} of {count}, mended {mended[kind]}")


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("rules", nargs="*", help="ids of detectors; all if none is given")
    parser.add_argument(
        "--set", dest="name", help="a set, e.g. corrupt.mixed, spans.ewt, gold.real"
    )
    parser.add_argument("--type", help="only this type, operator or family of damage")
    parser.add_argument("--show", type=int, default=20, help="misses to print")
    arguments = parser.parse_args()
    known = lexicons.load()
    detectors = [
        d.build(known) for d in DETECTORS if not arguments.rules or d.id in arguments.rules
    ]
    if not DATA.exists():
        parser.exit(2, "the evaluation sets are not beside this repository\n")
    if arguments.name is None or arguments.name.startswith("clean"):
        clean(detectors, [arguments.name] if arguments.name else list(CLEAN))
    else:
        damaged(detectors, arguments.name, wanted=arguments.type, show=arguments.show)


if __name__ == "__main__":
    main()
