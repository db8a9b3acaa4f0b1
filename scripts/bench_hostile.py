"""Time a megabyte of each of many hostile texts, straight into the analyser.

    python scripts/bench_hostile.py                  processor seconds of each; the bound is 2
    python scripts/bench_hostile.py --slowest 3      and for the slowest, what took the time
    python scripts/bench_hostile.py --only "“" "Mr. "

All texts are taken as English, so that every detector runs. What has too many words and marks is
refused: then the refusal is timed, and as much of the text as would be read. Half of it is timed,
too: what is linear takes half of the time, so `growth` is near 2; backtracking shows as 4 and more.
"""

from __future__ import annotations

import argparse
import random
import signal
import string
import sys
import time
from typing import TYPE_CHECKING, Final, NoReturn

from copydesk import lexicons
from copydesk.analysis.analyzer import readability_of
from copydesk.detectors.registry import DETECTORS
from copydesk.errors import CopydeskError
from copydesk.inputs.article import MOST_TOKENS, Article
from copydesk.inputs.reader import read
from copydesk.settings import Settings
from copydesk.text.source import Source
from copydesk.text.tokens import split_tokens
from copydesk.wiring import build_analyzer

if TYPE_CHECKING:
    from types import FrameType

    from copydesk.analysis.analyzer import Analyzer

SIZE: Final = 1_000_000
BOUND: Final = 2.0  # seconds
_HOPELESS: Final = 20.0  # seconds after which a text is given up, so that the rest is measured
# What is repeated. Each aims at a pattern or a loop that some detector has, or could have.
UNITS: Final = (
    *(
        "a",
        "A",
        "1",
        ".",
        ",",
        "?",
        "!",
        "-",
        "'",
        "’",
        '"',
        "“",
        "”",
        "(",
        "[",
        "<",
        "&",
        "{",
        "*",
    ),
    *("_", "`", "#", "@", "|", "\\", "%", "/", "=", "…", "\u200b", "\u00ad", "é", "Ã©", "\ufffd"),
    *(" a", " A", " 1", " .", " ,", " ?", ' "', " “", " ”", " '", " (", " -", " —", " &", " ?a"),
    *(
        "a-",
        "a’",
        "a'",
        "a.",
        "a,b",
        "a.B",
        "A.",
        "x@",
        "аb ",
        "a\u200b",
        "a\u0301",
        "[a ",
        "{{",
        "<a ",
    ),
    *("**", "[/", "](", "```", "\\n", "%20", "=20", "&amp;", "&#8217;", "http://a.b/ ", "a.com "),
    *(
        "1, 000 ",
        "1. 5 ",
        "28,2022- ",
        "5.000.000 ",
        "U.S. US ",
        "U.S. ",
        "Mr. ",
        "Mr J. K. ",
        "St. ",
    ),
    *(
        "“a” ",
        ".”’ ",
        "‘a’ ",
        '"a" ',
        "“a ",
        "” “",
        "the the ",
        "the ",
        "the a ",
        "of of the ",
        "if we If we ",
    ),
    *(
        "said ",
        "Said ",
        "he said. ",
        "he told ",
        "told Bob said on ",
        "Top US diplomat told Bob said on ",
    ),
    *(
        "i ",
        "I ",
        "netanyahu ",
        "Benjamin netanyahu ",
        "new york ",
        "New York ",
        "supreme court ",
        "al-Nasser ",
    ),
    *(
        "The cat sat on the mat. ",
        "The cat Sat On the mat Is. ",
        "“We go,” he said. ",
        "UN-trusted ",
    ),
    *(
        "Leave a Reply ",
        "Share on Facebook ",
        "Read more: ",
        "Advertisement ",
        "As an AI language model ",
    ),
    *(
        "couldn t ",
        "dont ",
        "inLahore ",
        "a announcement ",
        "field workplace ",
        "Zelensky Zelenskyy ",
    ),
)
# Lines are limited in number, so these are shorter.
LINES: Final = (
    *("a\n", "A\n", "Leave a Reply\n", "Share\n", "• a\n", "“a\n", "The end\n", "© 2020\n"),
    *("by Bob\n", "The cat sat on the mat.\n", "The cat sat on the mat.\n\n"),
)
MOST_LINES: Final = 24_000


class HopelessError(BaseException):
    """It takes far too long; no `except Exception` of a detector catches it."""


def _give_up(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise HopelessError


def texts(size: int) -> dict[str, str]:
    """Return the texts by name, each of `size` characters where lines allow."""
    made = {repr(unit): (unit * (size // len(unit) + 1))[:size] for unit in UNITS}
    for line in LINES:
        count = min(size // len(line), int(MOST_LINES * size / SIZE) // line.count("\n"))
        made[repr(line)] = line * count
    chance = random.Random(7)  # noqa: S311 - a stable text
    letters = string.ascii_lowercase

    def word(length: int) -> str:
        return "".join(chance.choices(letters, k=length))

    words = [word(5) for _ in range(size // 6)]
    made["distinct words"] = " ".join(words)
    made["Distinct Capitals"] = " ".join(words).title()
    made["distinct sentences"] = ". ".join(
        " ".join(words[i : i + 8]) for i in range(0, size // 6, 8)
    )
    made["distinct Names"] = ". The ".join(
        f"man said {first.title()} {last.title()} was {last}"
        for first, last in zip(words[: size // 34], words[size // 34 :], strict=False)
    )
    made["characters"] = "".join(chance.choices("aA .,“”‘’\"'()[]{}<>&;?!-1\u200b", k=size))
    return made


def seconds(analyzer: Analyzer, text: str) -> tuple[float, str]:
    """Return the processor time of one analysis, and what came of it."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, _HOPELESS)
    try:
        analysis = analyzer.inspect(Article(Source(text), language="en"))
        note = f"{len(analysis.findings)} findings"
    except CopydeskError as error:
        note = f"refused: {error}"
    except HopelessError:
        note = "given up"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began, note


def read_part(text: str) -> str:
    """Return as much of a text as is read: what has more words and marks is refused."""
    starts = split_tokens(text)[1]
    return text[: starts[MOST_TOKENS]] if len(starts) > MOST_TOKENS else text


def dissect(text: str) -> list[tuple[str, float]]:
    """Return what reading and each detector take of a text, the slowest first."""
    detectors = [kind.build(lexicons.load()) for kind in DETECTORS]
    began = time.process_time()
    document = read(Article(Source(text), language="en"))
    costs = [("reading", time.process_time() - began)]
    for detector in detectors:
        began = time.process_time()
        for _ in detector.detect(document):
            pass
        costs.append((detector.id, time.process_time() - began))
    began = time.process_time()
    readability_of(document)
    costs.append(("readability", time.process_time() - began))
    return sorted(costs, key=lambda cost: -cost[1])


def main() -> int:
    """Time all; fail where one takes longer than the bound."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--slowest", type=int, default=0, metavar="N", help="dissect the N slowest")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="texts by what is repeated")
    options = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _give_up)
    analyzer = build_analyzer(Settings(languagetool_url=None))
    analyzer.warm_up()
    whole = texts(SIZE)
    names = [name for name in whole if not options.only or name.strip("'\"") in options.only]
    costs: dict[str, float] = {}
    for name in names:
        text = read_part(whole[name])
        short, _ = seconds(analyzer, text[: len(text) // 2])
        cost, note = seconds(analyzer, text)
        growth = cost / max(short, 0.001)
        costs[name] = cost
        if text != whole[name]:
            refusal, _ = seconds(analyzer, whole[name])
            note += f" in {len(text):,} characters; all are refused in {refusal:.2f} s"
            costs[name] = max(cost, refusal)
        late = "  LATE" if costs[name] > BOUND else ""
        print(f"{name:44} {cost:6.2f} s  growth {growth:4.1f}  {note}{late}", flush=True)
    for name in sorted(costs, key=lambda name: -costs[name])[: options.slowest]:
        print(f"\n{name}")
        for part, cost in dissect(read_part(whole[name]))[:5]:
            print(f"  {part:24} {cost:6.2f} s")
    return int(any(cost > BOUND for cost in costs.values()))


if __name__ == "__main__":
    sys.exit(main())
