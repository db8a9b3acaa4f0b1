"""HTML left in a text: fixes, and what only looks like mark-up."""

from __future__ import annotations

import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import lexicons
from copydesk.detectors.markup.html_residue import HtmlResidue
from copydesk.findings import Finding, Safety
from copydesk.text.blocks import Block, BlockKind
from copydesk.text.document import Document
from copydesk.text.source import SegmentMap, Source
from copydesk.text.spans import Span


def found(text: str) -> list[Finding]:
    return list(HtmlResidue.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The vote was close.</p>", "The vote was close."),
        ("The vote was close. </p>", "The vote was close."),
        ("One line<br>and the next.", "One line and the next."),
        ("One line <br /> and the next.", "One line and the next."),
        ("A <strong>loud noise.", "A loud noise."),
        ("He left.<!--more-->", "He left."),
        ("It&rsquo;s late.", "It’s late."),
        ("It&amp;#8217;s late.", "It’s late."),
        ("It&#39s late, and he didn&#8217t go.", "It's late, and he didn&#8217t go."),
        ("We saw&nbsp;it.", "We saw it."),
        ("We saw&nbsp;&nbsp; it.", "We saw it."),
        ("We saw &amp;nbsp;it.", "We saw it."),
        ("Soft&shy;ware is&#x200B; hard.", "Software is&#x200B; hard."),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("The chief &lt;br&gt;said so.", "The chief said so."),
        ("See &lt;a href=&quot;/x&quot;&gt;this.", "See this."),
        ("Five &lt; six.", "Five < six."),
        ('The road class="x" id="y"> is closed.', "The road is closed."),
        ("It rained. <o:p></o:p>", "It rained. </o:p>"),
        ("One line<br><br>and the next.", "One line and the next."),
        ("Over&#150;ripe", "Over–ripe"),
    ],
)
def test_mends_one_residue(text: str, mended: str) -> None:
    assert found(text)[0].fixes[0].applied(text) == mended


def test_an_entity_is_decoded_unseen_and_a_tag_is_not_deleted_unseen() -> None:
    assert found("It&rsquo;s late.")[0].fixes[0].safety is Safety.SAFE
    assert found("Late.</p>")[0].fixes[0].safety is Safety.REVIEW
    assert found("Five &lt;six.")[0].fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("AT&amp;T rose.", "AT&T rose."),
        ("It&#8217;s late.", "It’s late."),
        ("Smith &amp;Sons left.", "Smith &Sons left."),
        ("It is a &lt;b.", "It is a <b."),
    ],
)
def test_a_character_that_its_words_need_is_not_offered_for_deletion(
    text: str, mended: str
) -> None:
    (finding,) = found(text)
    assert [fix.applied(text) for fix in finding.fixes] == [mended]


def test_a_stray_quote_can_also_be_deleted() -> None:
    text = "They went on to &quot;the coast."
    titles = {fix.applied(text) for fix in found(text)[0].fixes}
    assert titles == {'They went on to "the coast.', "They went on to the coast."}


def test_tags_and_their_attributes_are_one_residue_each() -> None:
    text = '<div class="a"><p style="b">Rain.</p></div>'
    spans = [finding.span.of(text) for finding in found(text)]
    assert spans == ['<div class="a">', '<p style="b">', "</p>", "</div>"]


def test_a_comment_ends_on_its_line_or_not_at_all() -> None:
    text = "<!-- wp:image {} --> Rain.\n<!-- open\nfell --> here."
    assert [finding.span.of(text) for finding in found(text)] == ["<!-- wp:image {} -->", "<!--"]


@pytest.mark.parametrize(
    "text",
    [
        "The <b> tag and the <i> element make text bold and slanted.",
        "In HTML, a paragraph stands between <p> and </p>.",
        "Type `<br>` or “&nbsp;” there.",
        "The time <time> flies <main> and <center>.",
        "I <3 you; x <y, a <b, and c> d.",
        "P&O; M&S; B&Q; and AT&T; R&D&copying.",
        "https://example.com/a?x=1&lt=2&amp;y=3",
        '[caption id="attachment_1" align="left" width="640"]',
        "Jo <jo@example.org> and <unknown> wrote -->.",
        "<someone said> he <would come>",
    ],
)
def test_spares(text: str) -> None:
    assert found(text) == []


def test_code_blocks_are_spared() -> None:
    text = "<p>&nbsp;<!-- x --></p>"
    blocks = (Block(Span(0, len(text)), BlockKind.CODE),)
    document = Document(text, Source(text), SegmentMap.identity(len(text)), blocks)
    assert list(HtmlResidue.build(lexicons.load()).detect(document)) == []


@given(
    st.sampled_from(["&eacute;", "&#233;", "&#xE9;", "&euro;", "&hellip;", "&lsquo;", "&Omega;"])
)
def test_decodes_as_the_standard_library_does(entity: str) -> None:
    text = f"There is {entity} in it."
    (finding,) = found(text)
    assert finding.fixes[0].applied(text) == unescape(text)


@pytest.mark.parametrize(
    "unit",
    [
        "<!--",
        "<p ",
        "&lt;p ",
        "&amp;",
        "&nbsp;",
        '="',
        'id="x" ',
        "<br>",
        "[id=“",
        "<a href='",
        "&",
    ],
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(HtmlResidue.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
