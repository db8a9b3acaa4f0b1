"""What people say: pairs of words, and how alike two words are, by a model of American English.

The model comes with PocketSphinx (BSD), was trained on subtitles, telephone talk and newspapers,
and names two million pairs of words. A respun wording whose new pairs are all among them may be
meant; and where two words have much the same neighbours, one may be put for the other by anybody.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Final, TypeAlias

# Its writer breaks off where triples of words begin, so it runs in a process of its own, and the
# last pairs, of which not all have come out, are left alone.
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
_WORDS: Final = "\\1-grams:"
_PAIRS: Final = "\\2-grams:"
_KEPT: Final = 0.998  # of the pairs
_ATTEMPTS: Final = 9
_LEAST: Final = -99.0  # decimal logarithm of a likelihood
_WORD_CELLS: Final = 2  # probability, word; a weight may follow
_PAIR_CELLS: Final = 3  # probability, first word, second word; the same

_Neighbours: TypeAlias = dict[str, dict[str, float]]


class Speech:
    """The pairs of the model, by their first and by their second word."""

    def __init__(self) -> None:
        """Read the model; raises `RuntimeError` where that can't be done."""
        self._after: _Neighbours = defaultdict(dict)
        self._before: _Neighbours = defaultdict(dict)
        self._known: dict[tuple[str, str], float] = {}
        for _ in range(_ATTEMPTS):
            with tempfile.TemporaryDirectory() as folder:
                target = Path(folder, "pairs.arpa")
                subprocess.run([sys.executable, "-c", _WRITER, str(target)], check=False)
                if not target.exists():
                    break
                if self._read(target):
                    return
        raise RuntimeError("PocketSphinx's model can't be read; is pocketsphinx installed?")

    def says(self, pair: tuple[str, str]) -> bool:
        """Tell whether two lower-cased words stand side by side in the model."""
        return pair[1] in self._after.get(pair[0], ())

    def likeness(self, word: str, other: str) -> float:
        """Return how alike the neighbours of two words are, on the side that is more so: 0 to 1."""
        key = word, other
        if key not in self._known:
            self._known[key] = max(
                _cosine(side.get(word, {}), side.get(other, {}))
                for side in (self._after, self._before)
            )
        return self._known[key]

    def _read(self, path: Path) -> bool:
        """Keep each pair with how much likelier the second word is after the first.

        Tell whether that went well: now and then the writer garbles a number.
        """
        self._after.clear()
        self._before.clear()
        alone: dict[str, float] = {}
        total, found, section = 0, 0, ""
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if line.startswith("\\"):
                    section = line.rstrip()
                elif line.startswith(_COUNT):
                    total = int(line.removeprefix(_COUNT))
                elif section == _WORDS and len(cells) >= _WORD_CELLS:
                    alone[cells[1]] = float(cells[0])
                    if not _LEAST <= alone[cells[1]] <= 0:
                        return False
                elif section == _PAIRS and len(cells) >= _PAIR_CELLS:
                    found += 1
                    if found > _KEPT * total:
                        return True
                    likelihood = float(cells[0])
                    if not _LEAST <= likelihood <= 0 or cells[2] not in alone:
                        return False
                    gain = max(likelihood - alone[cells[2]], 0.0)
                    first, second = cells[1].lower(), cells[2].lower()
                    self._after[first][second] = self._before[second][first] = gain
        return False


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    fewer, more = sorted((one, other), key=len)
    product = sum(gain * more[word] for word, gain in fewer.items() if word in more)
    return product / (_length(one) * _length(other)) if product else 0.0


def _length(gains: dict[str, float]) -> float:
    return math.sqrt(sum(gain * gain for gain in gains.values()))
