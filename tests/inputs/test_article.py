"""What a request says of an article reaches the document."""

from __future__ import annotations

import pytest

from copydesk.inputs.article import Article
from copydesk.inputs.reader import read
from copydesk.text.source import Source


@pytest.mark.parametrize(
    ("tag", "code", "dialect"),
    [
        ("en", "en", None),
        ("en-gb", "en", "en-GB"),
        ("zh-Hant-TW", "zh", "zh-TW"),
        ("es-419", "es", "es-419"),
        ("sr-Latn", "sr", None),
    ],
)
def test_a_language_tag_is_taken_apart(tag: str, code: str, dialect: str | None) -> None:
    document = read(Article(Source("Any text."), language=tag))
    assert (document.language.code, document.language.dialect) == (code, dialect)


def test_names_and_dictionary_are_kept() -> None:
    article = Article(Source("x"), names=("Turkia Barbach",), dictionary=("Copydesk",))
    document = read(article)
    assert document.names == ("Turkia Barbach",)
    assert document.dictionary == frozenset({"copydesk"})


def test_english_without_a_region_has_the_dialect_of_its_spellings() -> None:
    text = "The labour minister said the programme of the theatre was in her favour. " * 3
    document = read(Article(Source(text), language="en"))
    assert document.language.dialect == "en-GB"
