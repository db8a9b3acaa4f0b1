"""No text makes the analyser slow: what is repeated costs as much as any other text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bench_hostile import texts
from copydesk.inputs.article import Article
from copydesk.settings import Settings
from copydesk.text.source import Source
from copydesk.wiring import build_analyzer

if TYPE_CHECKING:
    from copydesk.analysis.analyzer import Analyzer

SIZE = 40_000
# A megabyte has 2 seconds, so this has 0.08; ten times of that is for busy machines. What grows
# with the square of the length takes far more, even where a megabyte takes minutes.
SECONDS = 0.8
TEXTS = texts(SIZE)


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    built = build_analyzer(Settings(languagetool_url=None))
    built.warm_up()
    return built


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_repeated_takes_no_longer(name: str, analyzer: Analyzer) -> None:
    article = Article(Source(TEXTS[name]), language="en")
    began = time.process_time()
    analysis = analyzer.inspect(article)
    assert time.process_time() - began < SECONDS
    assert not [failure for failure in analysis.failures if "crashed" in failure.message]
