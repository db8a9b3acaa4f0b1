"""Where text and source differ, spans, quotes and fixes land in the source.

The reader here strips tags and decodes entities; it exists for these tests only.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.fakes import FakeEngine
from copydesk.inputs import reader
from copydesk.inputs.article import Article, document_of
from copydesk.text.blocks import plain_blocks
from copydesk.text.source import SegmentMap, Source
from copydesk.wire.v1 import AnalysisOut

if TYPE_CHECKING:
    import pytest

    from copydesk.text.document import Document

_MEDIA_TYPE = "text/x-tags"
_PIECE = re.compile(r"(?P<end></p>)|(?P<tag><[^>]*>)|(?P<entity>&[a-z]+;)|[^<&]+|.", re.DOTALL)


def _read_tags(article: Article) -> Document:
    source = article.source.text
    pieces: list[tuple[str, int, int]] = []
    for match in _PIECE.finditer(source):
        start, end = match.span()
        if match["end"]:
            pieces.append(("\n\n", start, start))
        elif match["entity"]:
            pieces.append((html.unescape(match.group()), start, end))
        elif not match["tag"]:
            pieces.append((match.group(), start, end))
    text, segments = SegmentMap.of(pieces, source, html.escape)
    return document_of(article, text, segments, plain_blocks(text))


def _analyse(source: str, monkeypatch: pytest.MonkeyPatch) -> AnalysisOut:
    monkeypatch.setitem(reader.READERS, _MEDIA_TYPE, _read_tags)
    analyzer = Analyzer(DETECTORS, lexicons.load(), FakeEngine.off())
    return AnalysisOut.of(analyzer.inspect(Article(Source(source, _MEDIA_TYPE))))


def _mended(source: str, answer: AnalysisOut, rule: str) -> list[str]:
    texts: list[str] = []
    for issue in answer.issues:
        for fix in issue.fixes if issue.rule == rule else ():
            text = source
            for edit in sorted(fix.edits, key=lambda edit: -edit.start):
                text = text[: edit.start] + edit.text + text[edit.end :]
            texts.append(text)
    return texts


def test_a_name_split_by_a_tag_is_quoted_and_mended_in_the_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = (
        "<p>😀 R&amp;D chief Benjamin <b>netan</b>yahu met Netanyahu&rsquo;s aides.</p>"
        "<p>Later Netanyahu spoke in Berlin.</p>"
    )
    answer = _analyse(source, monkeypatch)
    (issue,) = [one for one in answer.issues if one.rule == "lowercase-name"]
    assert issue.quote == "netan</b>yahu" == source[issue.span.start : issue.span.end]
    assert source.replace("netan</b>", "Netan</b>") in _mended(source, answer, "lowercase-name")


def test_a_repeat_across_a_tag_is_deleted_without_the_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "<p>It said that <i>if we</i> If we have to do it we will do it alone.</p>"
    answer = _analyse(source, monkeypatch)
    (issue,) = [one for one in answer.issues if one.rule == "repeated-phrase"]
    assert issue.quote == "if we</i> If we"
    (mended,) = _mended(source, answer, "repeated-phrase")[:1]
    assert re.sub(r"\s+", " ", re.sub("<[^>]*>", "", mended)) == (
        "It said that if we have to do it we will do it alone."
    )
    assert mended.count("<i>") == mended.count("</i>") == 1


def test_what_was_decoded_is_encoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "<p>The budget of R&amp;D fell fell in May, the ministry said on Monday.</p>"
    answer = _analyse(source, monkeypatch)
    assert all(source[i.span.start : i.span.end] == i.quote for i in answer.issues)
    assert _mended(source, answer, "repeated-word")[0] == source.replace("fell fell", "fell")
