"""What a chatbot says to its user."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.chatbot_residue import ChatbotResidue
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding


def found(text: str) -> list[Finding]:
    return list(ChatbotResidue.build(lexicons.load()).detect(Document.plain(text)))


# One for each shape that is known.
@pytest.mark.parametrize(
    "text",
    [
        "As an AI language model, I cannot visit the town.",
        "As an AI, I have no view of the vote.",
        "As an AI assistant developed by Example, I have no view.",
        "Rain fell. I am just an AI language model and have no view.",
        "I cannot fulfill this request.",
        "I can't fulfil that request.",
        "I’m unable to process your request.",
        "I'm sorry, but I can't assist with that.",
        "I am sorry, but I cannot generate an article.",
        "As of my last knowledge update in 2021, the mayor was in office.",
        "As of my last update, the mayor was in office.",
        "The mayor was in office at my knowledge cutoff.",
        "I don't have access to real-time news on the vote.",
        "Certainly! Here is a rewritten version of the article:",
        "Certainly! Here's the revised text:",
        "Sure, here's a news article about the vote:",
        "Sure! Here is a summary of the vote:",
        "Absolutely! Here’s a polished version:",
        "Of course! Here are some headlines:",
        "Here is the paraphrased version of the text:",
        "Here's a more concise version:",
        "I've rewritten the article in a lively tone.",
        "Rain fell. Would you like me to rewrite it in a lively tone?",
        "Rain fell.\n\nLet me know if you'd like me to shorten it.",
        "Rain fell.\n\nLet me know if you need any further changes!",
        "Rain fell.\n\nIf you’d like, I can also write a headline.",
        "Rain fell.\n\nRegenerate response",
        "Rain fell.\n\nChatGPT can make mistakes. Check important info.",
        "ChatGPT said:\n\nRain fell.",
        "Rain fell :contentReference[oaicite:3]{index=3} all day.",
        "Rain fell all day.[oaicite:2]",
        "Rain fell all day.citeturn0search0turn0news2",
        "Rain fell all day.\ue200cite\ue202turn0search0\ue201",
        "Rain fell all day【12:0†report.pdf】.",
        "Rain fell all day [cite: 4, 5].",
        "See https://example.com/a?utm_source=chatgpt.com for it.",
    ],
)
def test_finds_what_a_chatbot_said(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“As an AI language model, I cannot visit the town,” it answered.",
        'The screen showed: "I cannot fulfill this request."',
        "Asked about it, ChatGPT gave this: I'm sorry, but I can't assist with that.",
        "As an AI researcher, I have a view. As an aid to farmers, I like rain.",
        "Sure, here is a man who can win. Certainly, here are the facts. Of course, here it rains.",
        "Here is the revised budget. Here is a more concise law.",
        "Let me know if you need any help. Would you like me to come? If you want, I can come.",
        "Sure, here's a story, she said, that nobody believes.",
        "The forest will regenerate. The plant will stop generating power.",
        "In conclusion, it rained. I hope this helps you with your decision.",
        "【Photo】The princess came, † 1997. See https://example.com/a?utm_source=newsletter",
        "I'm sorry, but I can't help feeling cold. As of my last visit, it was open.",
    ],
)
def test_spares_what_is_quoted_or_said_by_people(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "See https://example.com/a?utm_source=chatgpt.com for it.",
            "See https://example.com/a for it.",
        ),
        (
            "See https://example.com/a?utm_source=chatgpt.com&b=1 for it.",
            "See https://example.com/a?b=1 for it.",
        ),
        (
            "See https://example.com/a?b=1&utm_source=chatgpt.com for it.",
            "See https://example.com/a?b=1 for it.",
        ),
        ("Rain fell【4†source】 all day.", "Rain fell all day."),
        ("Rain fell. Would you like me to rewrite it?", "Rain fell."),
        ("Certainly! Here is a revised version: rain fell.\n\nIt went on.", "\n\nIt went on."),
    ],
)
def test_takes_it_out(text: str, right: str) -> None:
    (finding,) = found(text)
    assert finding.fixes[0].applied(text) == right


@pytest.mark.parametrize(
    "unit",
    ["as an AI ", "Sure, here's a ", "turn0search0", "【4†", "I'm sorry, but I ", "[cite: 1, "],
)
def test_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.plain(unit * (size // len(unit)))
        list(document.marks("["))
        began = time.process_time()
        list(ChatbotResidue.build(lexicons.load()).detect(document))
        return time.process_time() - began

    small = min(seconds(20_000) for _ in range(2))
    assert seconds(80_000) <= 12 * small + 0.2
