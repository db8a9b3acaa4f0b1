"""The data files: format, header, and what each may hold."""

import re
from pathlib import Path

import pytest

from copydesk.lexicons import NameKind
from copydesk.lexicons.files import DATA, body, columns, entries, keyed

FILES = sorted(path.stem for path in DATA.glob("*.txt"))
# Files whose entries keep their capitals; all others are lower-case.
CASED = {"institutions", "nationalities", "people", "spun-forms", "spun-rights"}
LEVELLED = {"names-curated", "nationalities"}
WIDTHS = {"comment-form": 2, "institutions": 3, "spun-forms": 2, "word-frequency": 2}
# Where two columns together, or the whole line, are a line's key, as they are written.
TWO_KEYS = {"comment-form", "spun-rights"}


def header(name: str) -> str:
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return text.removesuffix(body(name))


@pytest.mark.parametrize("name", FILES)
def test_header_names_source_licence_and_making(name: str) -> None:
    for field in ("Source", "Licence", "Built"):
        assert re.search(rf"^# {field}: \S", header(name), re.MULTILINE), field


@pytest.mark.parametrize("name", FILES)
def test_entries_are_sorted_unique_and_clean(name: str) -> None:
    lines = entries(name)
    keys = [
        line.split("\t")[:2] if name in TWO_KEYS else [line.partition("\t")[0].lower()]
        for line in lines
    ]

    assert lines
    assert keys == sorted(keys)
    assert len(keys) == len(set(map(tuple, keys)))
    assert all(line == line.strip() and "  " not in line and line[0] != "#" for line in lines)


@pytest.mark.parametrize("name", FILES)
def test_keys_are_lower_case_where_case_says_nothing(name: str) -> None:
    cased = name in CASED or (
        name.startswith("names-") and name not in {"names-over-words", "names-rejected"}
    )
    if name == "comment-form":  # the locale keeps its capitals
        assert all(phrase == phrase.casefold() for phrase in columns(name)[1])
    else:
        assert cased or all(line == line.lower() for line in entries(name))


@pytest.mark.parametrize("name", FILES)
def test_columns(name: str) -> None:
    tabs = {line.count("\t") for line in entries(name)}
    if name in WIDTHS:
        assert tabs == {WIDTHS[name] - 1}
    elif name in LEVELLED:
        levels = {line.partition("\t")[2] for line in entries(name)}
        assert levels <= {"", "likely", "possible"}
    else:
        assert tabs == {0}


def test_institutions_have_words_a_level_and_a_kind() -> None:
    names, levels, kinds = columns("institutions", width=3)

    assert [name for name in names if not 2 <= len(name.split()) <= 7] == []
    assert set(levels) == {"certain", "likely", "possible"}
    assert set(kinds) == set(NameKind)


def test_files_of_share_alike_data_stand_apart() -> None:
    share_alike = {name for name in FILES if "CC BY-SA" in header(name)}

    assert share_alike == {"word-frequency"}


def test_all_data_is_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) <= 20_000_000


def test_reading_skips_the_header_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "some.txt").write_text(
        "# Title\n# Source: me\nAbe\tlikely\nİzmir\tlikely\n", "utf-8"
    )
    monkeypatch.setattr("copydesk.lexicons.files.DATA", tmp_path)

    assert entries("some") == ["Abe\tlikely", "İzmir\tlikely"]
    assert columns("some") == (["Abe", "İzmir"], ["likely", "likely"])
    assert columns("some", width=1) == (["Abe", "likely", "İzmir", "likely"],)
    assert keyed("some")["abe\tlikely"] == "Abe\tlikely"
