"""English is told from other languages, those from each other, and its dialect by its spelling."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from copydesk.inputs.language import detect_language

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
EVALUATION = ROOT.parent / "shared" / "eval" / "data"
LANGUAGES = ROOT / "tests" / "data" / "languages"
SAMPLES: dict[str, dict[str, str]] = tomllib.loads(
    (LANGUAGES / "samples.toml").read_text(encoding="utf-8")
)
# Bosnian and Croatian are told apart by a few words, which a paragraph may not have.
AS_WELL = {"hr": {"bs"}}
FOREIGN_LETTERS = {"ru", "uk", "bg", "sr", "el", "ar", "he", "fa", "hi", "ja", "zh", "ko"}
CROWDED = """The of and to that. A river ran there, and the people of the town were out on it with
their boats: he said that they would not be back before the next day."""


@pytest.mark.parametrize("code", SAMPLES)
def test_a_paragraph_tells_its_language(code: str) -> None:
    found = detect_language(SAMPLES[code]["paragraph"])
    assert found.code in {code} | AS_WELL.get(code, set())
    assert found.dialect is None
    assert found.confidence > 0.95 or code in AS_WELL


@pytest.mark.parametrize("code", sorted(FOREIGN_LETTERS))
def test_of_foreign_letters_a_sentence_is_enough(code: str) -> None:
    assert detect_language(SAMPLES[code]["short"]).code == code


@pytest.mark.parametrize("code", sorted(SAMPLES.keys() - FOREIGN_LETTERS))
def test_a_short_text_in_latin_letters_counts_as_english_with_little_confidence(code: str) -> None:
    found = detect_language(SAMPLES[code]["short"])
    assert (found.code, found.confidence) == ("en", 0.5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Feuerwehr konnte den Brand in der Lagerhalle erst gegen Mitternacht löschen.", "de"),
        ("Los bomberos lograron apagar el incendio del almacén hacia la medianoche, dijo.", "es"),
        ("Jane Roe, John Doe, Ann Lee, Tom Poe, Kim Fox, Max Ray, Liz Orr, Sam Eck", "en"),
        ("Shares fell. Profit rose. Nobody complained. Analysts yawned. Markets closed.", "en"),
    ],
)
def test_letters_tell_the_language_of_ten_words_if_they_are_sure(text: str, code: str) -> None:
    found = detect_language(text)
    assert found.code == code
    assert (found.confidence == 0.5) == (code == "en")


@pytest.mark.parametrize("text", ["", "1 2 3", "!?", "😀" * 40, "a", "ß", "Ж", "\u0301" * 50])
def test_what_is_no_text_counts_as_english_with_little_confidence(text: str) -> None:
    found = detect_language(text)
    assert (found.code, found.dialect, found.confidence) == ("en", None, 0.5)


def test_letters_that_are_no_language_are_of_none() -> None:
    text = "qwrt zxcv bnmk plkj hgfd sdfg wert yuio mnbv lkjh " * 4
    assert detect_language(text).code == "und"


def test_english_is_told_by_its_own_words_however_many_foreign_ones_it_quotes() -> None:
    quoted = f"{CROWDED} “{SAMPLES['es']['paragraph']}”"
    assert detect_language(quoted).code == "en"


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    texts = [sample["paragraph"] for sample in SAMPLES.values()]
    once = [detect_language(text) for text in texts]
    again = [detect_language(text) for text in reversed(texts)]
    assert once == again[::-1]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_damaged_english_is_english_still(path: Path) -> None:
    found = detect_language(path.read_text(encoding="utf-8"))
    assert found.code == "en"
    assert found.confidence > 0.7


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the evaluation sets are not beside this tree")
def test_every_text_of_the_evaluation_sets_is_english() -> None:
    texts = [
        value
        for path in sorted(EVALUATION.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for name, value in json.loads(line).items()
        if name in {"text", "original", "better", "worse"} and isinstance(value, str)
    ]
    assert len(texts) > 2_000
    assert sum(detect_language(text).code != "en" for text in texts) == 0


@pytest.mark.parametrize(
    ("words", "dialect"),
    [
        ("the colour of the centre", "en-GB"),
        ("the color of the center", "en-US"),
        ("the colour of the center", None),
        ("the look of the town", None),
    ],
)
def test_the_dialect_is_known_by_the_spelling(words: str, dialect: str | None) -> None:
    text = f"They said that {words} would not change in the next year, and that it was all theirs."
    assert detect_language(text).dialect == dialect
