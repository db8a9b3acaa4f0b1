"""The list of spun forms: well-formed, found where it stands, silent where it must be."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from copydesk.lexicons.files import DATA
from copydesk.lexicons.spun import LONGEST, load_spun

SETS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "data"
FILTERS = ("clean.onestop_adv", "clean.bbc2005")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def test_every_form_is_another_wording() -> None:
    """No form equals what it stands for, and each can be looked up by its words."""
    spun = load_spun()
    forms = list(spun.every())
    assert len(forms) >= 10_000
    for form in forms:
        assert " ".join(form.words) != form.right.lower()
        assert all(form.words)
        assert form.right.strip() == form.right != ""
        words = ("said", *form.words, "said")
        found = [hit for place in spun.places(words) for hit in spun.at(words, place)]
        assert (1, form) in found
        assert len(form.words) <= LONGEST


def test_conditions_name_sides_and_words() -> None:
    """A condition that names nothing would hold everywhere, or nowhere."""
    conditions = [held for form in load_spun().every() for held in form.conditions]
    assert len(conditions) > 100
    assert all(held.words and "" not in held.words for held in conditions)


def test_the_same_words_stand_once_in_each_kind() -> None:
    """Two right wordings for one form would make chance decide; a name may be a phrase as well."""
    seen = [(form.words, form.kind == "name") for form in load_spun().every()]
    assert len(set(seen)) == len(seen)


def test_the_file_is_compact_and_quickly_read() -> None:
    """At most 15 MB, read in 50 ms (here, where others may be at work, in 250)."""
    sizes = [(DATA / f"{name}.txt").stat().st_size for name in ("spun-forms", "spun-rights")]
    assert sum(sizes) < 15_000_000
    load_spun.cache_clear()
    began = time.process_time()
    load_spun()
    assert time.process_time() - began < 0.25


@pytest.mark.skipif(not SETS.exists(), reason="the evaluation sets are not beside this repository")
@pytest.mark.parametrize("name", FILTERS)
def test_no_form_without_condition_stands_in_clean_news(name: str) -> None:
    """The builder left out what edited news has: the file must not have it again."""
    forms = {form.words for form in load_spun().every() if not form.conditions}
    longest = max(map(len, forms))
    found: set[tuple[str, ...]] = set()
    for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"].lower().replace("’", "'")
        words = _WORD.findall(text)
        for size in range(2, longest + 1):
            found |= forms & set(zip(*(words[start:] for start in range(size)), strict=False))
    assert found == set()
