"""Square-bracket codes: what is deleted, and which brackets are an editor's."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.shortcode_residue import ShortcodeResidue
from copydesk.findings import Finding, Safety
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(ShortcodeResidue.build(lexicons.load()).detect(Document.plain(text)))


def mended(text: str) -> str:
    for finding in sorted(found(text), key=lambda finding: finding.span, reverse=True):
        text = finding.fixes[0].applied(text)
    return text


# One for each shape that is known.
@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('[caption id="a_1" width="300"]The bridge.[/caption]', "The bridge."),
        ("[caption id=”a_1″ align=”left”]The bridge.[/caption]", "The bridge."),
        ("It rained all day.[/caption]", "It rained all day."),
        ('Rain fell. [gallery ids="1,2,3"]', "Rain fell."),
        ("Rain fell. [gallery link=file]", "Rain fell."),
        ("Rain fell.\n\n[gallery]\n\nIt went on.", "Rain fell.\n\n\n\nIt went on."),
        ("See it. [embed]https://example.com/v/1[/embed]", "See it."),
        ("[vc_row][vc_column]Rain fell.[/vc_column][/vc_row]", "Rain fell."),
        ('[vc_row css="a"]Rain fell.', "Rain fell."),
        ("[su_quote]We won.[/su_quote]", "We won."),
        ('[et_pb_text admin_label="Text"]Rain fell.', "Rain fell."),
        ('Write to us. [contact-form-7 id="4" title="Form"]', "Write to us."),
        ("[dropcap]R[/dropcap]ain fell.", "Rain fell."),
        ("[pullquote]We won[/pullquote] and left.", "We won and left."),
        ("It was [b]late[/b].", "It was late."),
        ("It was [B]late[/B] and [i]dark[/i].", "It was late and dark."),
        ("See [url=https://example.com/a]here[/url].", "See here."),
        ("[quote=Anna]We won.[/quote]", "We won."),
        ("[size=4]News[/size]", "News"),
        ("[img]https://example.com/a.png[/img] Rain fell.", "Rain fell."),
        ("The mayor of [[Porto]] left.", "The mayor of Porto left."),
        ("The mayor of [[Porto, Portugal|Porto]] left.", "The mayor of Porto left."),
        ("[[File:Porto.jpg|thumb|The bridge]] Rain fell.", "Rain fell."),
        ('[[{"fid":"4","view_mode":"default"}]] Rain fell.', "Rain fell."),
        ("{% if user %}Rain fell.{% endif %}", "Rain fell."),
        ("{loadposition ads} Rain fell.", "Rain fell."),
        ('Rain fell. [the_ad id="40"]', "Rain fell."),
        ('Rain fell. [adrotate banner="1"]', "Rain fell."),
        ('Rain fell. [caption id="a_1" align="left"', "Rain fell."),
        ("[read_more_link] Rain fell.", "Rain fell."),
    ],
)
def test_deletes_the_code_and_keeps_the_words(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "“[The minister] has [sic] gone,” she said, “and he [Lee] stays.”",
        "As shown before,[1] [2] and again.[12][13] [citation needed] [edit]",
        "“I [quote] never said that,” he [unquote] said. [Applause] [Laughter]",
        "WATCH [video] the launch. Photos [gallery] below.",
        "“[B]ut [i]t was late,” he said [a-d], [pp 4/5], [e/mail], [/].",
        "[n=42] of them [p = 0.05, t=4] agreed [OR=1.2].",
        "The set [a, b] and the list [[1, 2], [3]] are code.",
        "“[[T]he end” was quoted.",
        "See [https://example.com/a=4 accessed 3 May] and [www.example.com].",
        "[Published in - Read] [...] [. . .] [ALSO READ] [Photo: example.com]",
        "A {brace} in {a text}, {% and %, or {1, 2}.",
    ],
)
def test_spares_the_brackets_of_writers(text: str) -> None:
    assert found(text) == []


def test_what_stands_for_something_is_not_deleted_unseen() -> None:
    wrapper, closing, gallery = found('[caption id="a"]Lee[/caption] [gallery ids="4"]')
    assert wrapper.fixes[0].safety is Safety.SAFE
    assert closing.fixes[0].safety is Safety.SAFE
    assert gallery.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "[[",
        "[b]",
        "[/b]",
        "[a ",
        '[[{"',
        "{% ",
        '[a b="',
        '[caption a="b" ',
        "[b][/b]",
        "[a_b]",
    ],
)
def test_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.plain(unit * (size // len(unit)))
        list(document.marks("["))
        began = time.process_time()
        list(ShortcodeResidue.build(lexicons.load()).detect(document))
        return time.process_time() - began

    small = min(seconds(20_000) for _ in range(2))
    assert seconds(80_000) <= 12 * small + 0.2
