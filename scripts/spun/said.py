"""Pairs of words that people say and write: those of a language model of American English.

The model comes with PocketSphinx (BSD), was trained on subtitles, telephone talk and newspapers,
and names two million pairs. A respun wording whose new pairs are all among them may be meant.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

# Its writer breaks off where triples of words begin, so it runs in a process of its own, and what
# came out is counted.
_WRITER: Final = """\
import sys
import pocketsphinx
folder, target = pocketsphinx.get_model_path(), sys.argv[1]
model = pocketsphinx.NGramModel(
    pocketsphinx.Config(), pocketsphinx.LogMath(), folder + "/en-us/en-us.lm.bin"
)
model.write(target, pocketsphinx.NGramModel.str_to_type("arpa"))
"""
_COUNT: Final = "ngram 2="
_PAIRS: Final = "\\2-grams:"
_ENOUGH: Final = 0.999
_CELLS: Final = 3  # probability, first word, second word; the weight after them may be missing


def said_pairs() -> frozenset[tuple[str, str]]:
    """Return the lower-cased pairs; raises `RuntimeError` where the model can't be read."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "pairs.arpa")
        subprocess.run([sys.executable, "-c", _WRITER, str(target)], check=False)
        if not target.exists():
            raise RuntimeError("PocketSphinx's model can't be read; is pocketsphinx installed?")
        found: set[tuple[str, str]] = set()
        total, inside = 0, False
        with target.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if inside:
                    cells = line.rstrip("\n").split("\t")
                    if len(cells) >= _CELLS:
                        found.add((cells[1].lower(), cells[2].lower()))
                elif line.startswith(_COUNT):
                    total = int(line.removeprefix(_COUNT))
                else:
                    inside = line.startswith(_PAIRS)
    if len(found) < _ENOUGH * total or not total:
        message = f"Only {len(found)} of {total} pairs of PocketSphinx's model could be read."
        raise RuntimeError(message)
    return frozenset(found)
