"""Code that was taken for text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.script_or_style_residue import ScriptOrStyleResidue
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding


def found(text: str) -> list[Finding]:
    return list(ScriptOrStyleResidue.build(lexicons.load()).detect(Document.plain(text)))


# One for each shape that is known.
CODES = [
    "window.dataLayer = window.dataLayer || [];",
    "function gtag(){dataLayer.push(arguments);}",
    "gtag('config', 'UA-1');",
    'googletag.cmd.push(function() { googletag.display("ad-1"); });',
    "googletag.display('ad-1');",
    "(adsbygoogle = window.adsbygoogle || []).push({});",
    "var x = 1;",
    'var disqus_shortname = "news"; var b = [1, 2];',
    "const id = 'a4';",
    "document.getElementById('a').innerHTML = 'b';",
    "document.write('<b>');",
    "console.log('rain');",
    "jQuery(document).ready(function($) { $('.a').hide(); });",
    "!function(d,s,id){var js=d.getElementsByTagName(s)[0];}(document,'script','a');",
    "(function() { var po = document.createElement('script'); })();",
    "fbq('track', 'PageView');",
    "if (typeof window.ads !== 'undefined') { window.ads.show(); }",
    "window._taboola = window._taboola || [];",
    "$.ajax({ url: '/a', success: function(d) { show(d); } });",
    ".story { color: red; }",
    "#ad-1 { display: none }",
    ".story p, .story a:hover { margin: 0 auto; padding: 2px; }",
    "p.lead { font-size: 18px; }",
    "@media (max-width: 600px) { .ad { display: none } }",
    "@font-face { font-family: Lato; }",
    '{"@context": "https://schema.org", "@type": "NewsArticle", "name": "Rain"}',
    '{"id": 4, "tags": ["a", "b"]}',
    "setTimeout(function() { show(); }, 100);",
    "var a = new Player('v'); a.play(); a.stop();",
    "window.location = '/news';",
]


@pytest.mark.parametrize("code", CODES)
def test_finds_code_between_sentences(code: str) -> None:
    text = f"Rain fell all day. {code} It went on."
    (finding,) = found(text)
    assert finding.span.of(text) == code
    assert finding.fixes[0].applied(text) == "Rain fell all day. It went on."


@pytest.mark.parametrize(
    "text",
    [
        "VAR gave the goal. The var was right. A var in France = the law.",
        "The function (of a room) is clear. A window. It was open. The document. He wrote it.",
        "The console (a box) and the const. The CMD party.",
        "Let x = 4, and let y be 5. He paid {sic} 4. {once: a nurse}",
        "In JavaScript, var x = 1; is a line. CSS has .a { color: red; } for it.",
        "The sets {a, b} and {1: 2}; a map of {“a”}.",
        "See @media and @import on it. The width: 4 m.",
    ],
)
def test_spares_prose(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "unit", ["{", "var a = ", "function(", "p { color: a", '{"a": ', "a.b ", ".a ", "window.a.b "]
)
def test_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.plain("var a = { " + unit * (size // len(unit)))
        list(document.marks("["))
        began = time.process_time()
        list(ScriptOrStyleResidue.build(lexicons.load()).detect(document))
        return time.process_time() - began

    small = min(seconds(10_000) for _ in range(2))
    assert seconds(40_000) <= 12 * small + 0.3
