"""Characters that were written as an escape and never decoded."""

from __future__ import annotations

import quopri
import time
from itertools import pairwise
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.detectors.encoding.escapes import escapes
from copydesk.text.document import Document

SENTENCES = [
    "It’s late, and Anna’s café is closed.",
    "“We are ready,” she said — or so he says.",
    "The bill came to £40 or €47 in München.",
]


def mended(text: str) -> str:
    found = sorted(escapes(Document.plain(text)), key=lambda escape: escape.span, reverse=True)
    for escape in found:
        text = text[: escape.span.start] + escape.text + text[escape.span.end :]
    return text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_decodes_what_json_escapes(sentence: str) -> None:
    damaged = sentence.encode("ascii", errors="backslashreplace").decode()
    assert mended(damaged.replace("\\x", "\\u00")) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_decodes_what_mail_escapes(sentence: str) -> None:
    damaged = quopri.encodestring(sentence.encode()).decode().replace("=\n", "")
    assert mended(damaged) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_decodes_what_addresses_escape(sentence: str) -> None:
    assert mended(quote(sentence, safe=" ,.")) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_decodes_controls(sentence: str) -> None:
    assert mended(sentence.encode("cp1252").decode("latin-1")) == sentence


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It was late.\\nHe left.", "It was late.\nHe left."),
        ("It was late.\\r\\n\\r\\nHe left.", "It was late.\n\nHe left."),
        ('\\"It is late,\\" he said.', '"It is late," he said.'),
        ("He didn\\'t go.", "He didn't go."),
        ("A smile \\ud83d\\ude00 is one.", "A smile 😀 is one."),
        ("He=92s late.", "He’s late."),
        ("The man%20left.", "The man left."),
    ],
)
def test_decodes_what_else_is_left(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "C:\\new\\users and D:\\Network, \\o/ and ¯\\_(ツ)_/¯.",
        "See https://example.com/a%20b?c=E2=80 and my%20file.pdf, a/b%20c.",
        "Lee (Saga=35) and Kim=92 won; x=20, y=C3.",
        "A rise of 5%20 and of 100%.",
        "A lone \\ud83d and \\u0007 mean nothing.",
        "The caf\xe9\x99 is damaged in another way.",
    ],
)
def test_leaves_what_is_no_escape(text: str) -> None:
    assert mended(text) == text


@given(st.text(st.sampled_from("\\nru\"'=%20C3A9E2x .\x92é"), max_size=60))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    found = sorted(escape.span for escape in escapes(Document.plain(text)))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.end <= len(text) and len(span) > 0 for span in found)


@pytest.mark.parametrize("unit", ["\\", "\\n", "\\u20", "=C3", "=C3=A9", "%C3", "%20a", "\x92"])
def test_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.plain(unit * (size // len(unit)))
        list(document.marks("["))
        began = time.process_time()
        list(escapes(document))
        return time.process_time() - began

    small = min(seconds(10_000) for _ in range(2))
    assert seconds(40_000) <= 12 * small + 0.3
