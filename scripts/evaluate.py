"""Start the service, run the evaluation over HTTP, and keep its figures in benchmarks/quality.

    python scripts/evaluate.py                     everything, grammar off
    python scripts/evaluate.py --task gold.seed    other arguments go to the evaluation as they are
    python scripts/evaluate.py --grammar required  with LanguageTool

What is kept is the summary, the figures and the commit: never a word of the sets.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from service import ROOT, running

EVALUATION = ROOT.parent / "shared" / "eval" / "evaluate.py"
FOLDER = ROOT / "benchmarks" / "quality"


def commit() -> str:
    """Return the commit that is measured, marked where the tree differs from it."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def main() -> int:
    """Run, and write one JSON file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--grammar", choices=["off", "required"], default="off")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--no-keep", action="store_true", help="print, and write nothing")
    known, rest = parser.parse_known_args()
    if not EVALUATION.exists():
        print(
            "The evaluation sets are not beside this repository: nothing to measure.",
            file=sys.stderr,
        )
        return 0
    with (
        tempfile.TemporaryDirectory() as folder,
        running(workers=known.workers, grammar=known.grammar == "required") as service,
    ):
        out = Path(folder) / "all.json"
        arguments = ["--engine-param", f"grammar={known.grammar}", "--rules", *rest]
        done = subprocess.run(
            [sys.executable, str(EVALUATION), "--url", service.url, "--json", str(out), *arguments],
            check=False,
        )
        if done.returncode or known.no_keep:
            return done.returncode
        result = json.loads(out.read_text(encoding="utf-8"))
    now = dt.datetime.now(dt.UTC)
    kept = {
        "command": " ".join(["python scripts/evaluate.py", *sys.argv[1:]]),
        "commit": commit(),
        "date": f"{now:%Y-%m-%d %H:%M}Z",
        "files": result["meta"]["files"],
        "summary": result["summary"],
        "metrics": result["metrics"],
        "violations": result["violations"],
    }
    chosen = re.search(r"--task[ =](\S+)", " ".join(rest))
    tasks = chosen[1].replace(",", "-") if chosen else "all"
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{now:%Y%m%d-%H%M}-{tasks}-grammar-{known.grammar}.json"
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"kept in {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
