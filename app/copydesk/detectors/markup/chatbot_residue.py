"""Words that a chatbot said to its user, or its reference marks, were left in the article.

## What it does
Reports refusals (“As an AI language model, I …”), openings (“Certainly! Here is a rewritten
version”), closing offers and buttons of a chat window, and the marks that chatbots put for their
sources. Quotations and sentences that report what a chatbot said are spared. It doesn't judge who
wrote an article: only what was said beside it counts.

## Why it matters
The reader learns that nobody read the text before it went out. The marks lead nowhere.

## Flags
- ⟦As an AI language model, I⟧ cannot visit the town, but the vote was close.
- ⟦Certainly! Here is a rewritten version⟧ of the article: ¶ The vote was close.
- It was late.⟦:contentReference[oaicite:0]{index=0}⟧ Rain fell⟦【4†source】⟧ all day⟦turn0search3⟧.
- See https://example.com/news⟦?utm_source=chatgpt.com⟧ for it.
- The mayor resigned. ⟦Would you like me to⟧ shorten it? ¶ ⟦Regenerate response⟧
- ⟦Here is an article based on the details you provided⟧: ¶ The vote was close. ⟦I hope this helps!⟧

## Does not flag
- “As an AI language model, I cannot help you,” the screen read.
- ChatGPT replied that as an AI language model, I quote, it had no opinion.
- Certainly! There is a way. Sure, here was a man who knew. In conclusion, the vote was close.
- I can’t help with that, she said. Feel free to call me if you have any questions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.markup.prose import removal, shortened
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_PRIVATE: Final = "[\ue000-\uf8ff]?"
_MARK: Final = re.compile(
    rf"""
    :?contentReference(?:\[oaicite:\d{{1,4}}\])?(?:\{{index=\d{{1,4}}\}})?
  | \[?oaicite:\d{{1,4}}\]?
  | {_PRIVATE}(?:cite)?
    (?:{_PRIVATE}turn\d{{1,3}}(?:search|news|view|image|file|fetch|academia)\d{{1,3}}){{1,8}}{_PRIVATE}
  | 【\d{{1,4}}(?::\d{{1,4}})?†[^【】\n]{{0,80}}】
  | \[cite(?:_start|:[ ]?\d{{1,3}}(?:,[ ]?\d{{1,3}}){{0,9}})\]
  | <\|endoftext\|>
  | [?&]utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity(?:\.ai)?|claude\.ai)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# One of these stands in each mark; words of the index are found at once.
_SIGNS: Final = ("†", "turn0", "utm_source=")
_MARK_WORDS: Final = frozenset({"cite", "contentreference", "endoftext", "oaicite"})
_CANNOT: Final = r"(?:cannot|can['’]?t|can[ ]not|(?:am|['’]m)[ ](?:unable|not[ ]able)[ ]to)"
_REFUSAL: Final = re.compile(
    rf"""
    \bas[ ]an?[ ](?:AI|artificial[ ]intelligence)
      (?:[ ](?:language|model|assistant|chatbot|text-based)){{0,3}}
      (?:[ ](?:developed|created|trained)[ ]by[ ]\w{{1,20}})?,?[ ]I\b
  | \bI(?:[ ]am|['’]m)[ ](?:just[ ]|only[ ])?an[ ]AI[ ](?:language[ ]model|assistant|model)\b
  | \bI(?:[ ]{_CANNOT}|['’]m[ ]unable[ ]to)[ ](?:fulfill?|comply[ ]with|process)[ ]
      (?:this|that|your|the)[ ]request\b
  | \bI(?:['’]m|[ ]am)[ ]sorry,?[ ]but[ ]I[ ]?{_CANNOT}[ ](?:(?:assist|help)(?:[ ]you)?[ ]with[ ]
      (?:this|that|your)\b|(?:generate|rewrite|paraphrase|comply|fulfill?)\b)
  | \bas[ ]a[ ](?:large[ ])?language[ ]model,?[ ]I\b
  | \bI[ ]apologi[sz]e[ ]for[ ](?:the|any|my)[ ](?:confusion|errors?|mistakes?|oversight)[ ]
      in[ ]my[ ](?:(?:earlier|last|previous)[ ])?(?:answer|message|response|reply)\b
  | \bas[ ]of[ ]my[ ](?:last|latest|most[ ]recent)[ ](?:knowledge[ ]|training[ ])?
      (?:update|cut-?off)\b
  | \bmy[ ]knowledge[ ]cut-?off\b
  | \bmy[ ]training[ ]data[ ](?:only[ ])?
      (?:ends[ ](?:in|at)|extends[ ](?:only[ ])?(?:to|until)|goes[ ](?:only[ ])?up[ ]to)\b
  | \bI[ ](?:do[ ]not|don['’]t)[ ]have[ ](?:access[ ]to[ ])?real-time\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# In each refusal one of these words follows one of those.
_REFUSING: Final = {
    "ai": frozenset({"an"}),
    "apologise": frozenset({"i"}),
    "apologize": frozenset({"i"}),
    "data": frozenset({"training"}),
    "intelligence": frozenset({"artificial"}),
    "language": frozenset({"a", "large"}),
    "real-time": frozenset({"have", "to"}),
    "request": frozenset({"that", "the", "this", "your"}),
    "sorry": frozenset({"am", "i'm"}),
    **dict.fromkeys(
        ("cut-off", "cutoff", "update"),
        frozenset({"knowledge", "last", "latest", "recent", "training"}),
    ),
}
_WRITTEN: Final = (
    "(?:rewritten|revised|rephrased|paraphrased|reworded|humani[sz]ed|polished|expanded|shortened|"
    "edited|proofread|condensed|concise|improved|corrected)"
)
_WRITING: Final = (
    "(?:versions?|articles?|drafts?|rewrites?|summar(?:y|ies)|texts?|headlines?|translations?|"
    "paragraphs?|titles?|blog[ ]posts?|stor(?:y|ies)|news[ ]reports?)"
)
_OPENING: Final = re.compile(
    rf"""
    (?:certainly|sure(?:[ ]thing)?|absolutely|of[ ]course)[!,.][ ]
      (?:(?:here(?:['’]s|[ ]is|[ ]are)|below[ ]is)[ ](?:an?|the|your|some|my)[ ]
        (?:[\w-]{{1,20}},?[ ]){{0,4}}?{_WRITING}
        |I(?:['’]ve|[ ]have)[ ]{_WRITTEN})\b
  | here(?:['’]s|[ ]is)[ ](?:an?|the|your)[ ](?:[\w-]{{1,20}},?[ ]){{0,3}}?{_WRITTEN}
      [ ](?:and[ ][\w-]{{1,20}}[ ])?{_WRITING}\b
  | here(?:['’]s|[ ]is)[ ](?:an?|the|your)[ ](?:[\w-]{{1,20}},?[ ]){{0,3}}?{_WRITING}[ ]
      (?:based[ ]on|using|from)[ ](?:[\w-]{{1,20}}[ ]){{1,3}}?you(?:['’]ve)?[ ]
      (?:gave|provided|requested|shared)\b
  | I(?:['’]ve|[ ]have)[ ]{_WRITTEN}[ ](?:the|your|this)[ ](?:article|text|passage|paragraph)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHANGE: Final = (
    "(?:add|adjust|adapt|convert|create|draft|expand|format|generate|include|make[ ](?:it|this)|"
    "provide|refine|rephrase|revise|rewrite|shorten|summari[sz]e|tailor|translate|turn|write)"
)
_OFFER: Final = re.compile(
    rf"""
    would[ ]you[ ]like[ ]me[ ]to(?=[ ](?:also[ ])?{_CHANGE}\b)
  | let[ ]me[ ]know[ ]if[ ]you(?:['’]d[ ]like|[ ]would[ ]like|[ ]want|[ ]need)[ ]
      (?:me[ ]to[ ]{_CHANGE}|any[ ](?:further[ ]|other[ ]|more[ ])?
        (?:changes|adjustments|edits|revisions|modifications|tweaks))\b
  | if[ ]you(?:['’]d[ ]like|[ ]want|[ ]would[ ]like),[ ]I[ ]can[ ](?:also[ ])?{_CHANGE}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Columnists say so too, but not with an exclamation mark at the end of a paragraph.
_GOODBYE: Final = re.compile(
    r"""
    I[ ]hope[ ]this[ ]helps!(?=[ ]?(?:\n|\Z))
  | feel[ ]free[ ]to[ ]ask[ ](?:me[ ])?if[ ]you[ ](?:have|need|want)[ ]any[ ]
      (?:(?:additional|further|more|other)[ ])?
      (?:adjustments|changes|edits|modifications|revisions|tweaks)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The first words of what is said at the head and at the end.
_HEADS: Final = (
    ("Certainly", _OPENING),
    ("Sure", _OPENING),
    ("Absolutely", _OPENING),
    ("Of", _OPENING),
    ("Here", _OPENING),
    ("Here's", _OPENING),
    ("Here’s", _OPENING),
    ("I've", _OPENING),
    ("I’ve", _OPENING),
    ("Would", _OFFER),
    ("Let", _OFFER),
    ("If", _OFFER),
    ("Feel", _GOODBYE),
    ("I", _GOODBYE),
)
_BUTTONS: Final = (
    "chatgpt can make mistakes. check important info.",
    "chatgpt said:",
    "regenerate response",
    "stop generating",
)
_BUTTON_WORDS: Final = frozenset({"chatgpt", "regenerate", "generating"})
# Who speaks of chatbots, or reports what somebody said, may use their words.
_REPORTED: Final = re.compile(
    r"\b(?:[Cc]hatbots?|bots?|ChatGPT|Bard|Gemini|Claude|Copilot|Grok|answer(?:s|ed)|"
    r"repl(?:y|ies|ied)|responds?|responded|wrote|writes|reads?|said|says|told|tells|phrases?|"
    r"prompts?|added|asked|explained|warned|begins?|began)\b"
)


class ChatbotResidue(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "chatbot-residue"
    family = Family.MARKUP
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.PARAGRAPH
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Ask for the marks and for the words that a chatbot's phrases begin with or hold."""
        text = document.text
        for match in _MARK.finditer(text) if _holds_mark(document) else ():
            if not _is_code(document, match.start()):
                yield self._mark(text, Span(match.start(), match.end()))
        end = 0
        for span in sorted(_phrases(document)):
            if span.start >= end and _is_meant(document, span):
                end = span.end
                yield self._phrase(document, span)
        for word in document.occurrences(_BUTTON_WORDS):
            block = word.block.span
            if block.of(text).lower() in _BUTTONS and word.sentence.span.start == block.start:
                yield self._phrase(document, block)

    def _mark(self, text: str, span: Span) -> Finding:
        edit = removal(text, span, breaks=False)
        if text[span.start] in "?&":
            # What else the address asks for stays, behind its own question mark.
            kept = text.startswith("&", span.end) and text[span.start] == "?"
            edit = Edit(Span(span.start + 1, span.end + 1) if kept else span, "")
        return self.finding(
            span,
            f"“{shortened(span.of(text))}” is a mark that a chatbot left",
            evidence="It led to a source inside the chat, or says that a link came from there",
            fixes=(Fix((edit,), Safety.SAFE, "Delete the mark"),),
        )

    def _phrase(self, document: Document, span: Span) -> Finding:
        text = document.text
        last = document.sentence_at(span.end - 1)
        first = document.sentence_at(span.start)
        start = span.start if first is None else first.span.start
        end = span.end if last is None else last.span.end
        edit = removal(text, Span(start, end), breaks=False)
        return self.finding(
            span,
            f"“{shortened(span.of(text))}” is what a chatbot says to its user",
            evidence="It is neither quoted nor reported, and no part of the article",
            fixes=(Fix((edit,), Safety.REVIEW, "Delete the sentence"),),
        )


def _holds_mark(document: Document) -> bool:
    if any(word in document.words for word in _MARK_WORDS):
        return True
    return any(sign in document.text for sign in _SIGNS)


def _phrases(document: Document) -> Iterator[Span]:
    """Visit the phrases of a chatbot, whoever uses them."""
    text = document.text
    seen = -1
    for word in document.occurrences(_REFUSING.keys()):
        before = word.previous
        if before is None or before.lower not in _REFUSING[word.lower]:
            continue
        sentence = word.sentence
        if sentence.index == seen:
            continue
        seen = sentence.index
        for found in _REFUSAL.finditer(text, sentence.span.start, sentence.span.end):
            yield Span(found.start(), found.end())
    for head, pattern in _HEADS:
        form = document.form(head)
        for index in form.tokens if form is not None else ():
            if document.opens_sentence[index]:
                match = pattern.match(text, document.token_starts[index])
                if match is not None:
                    yield Span(match.start(), match.end())


def _is_meant(document: Document, span: Span) -> bool:
    """Tell whether a phrase is neither code nor quoted nor reported."""
    first, last = document.sentence_at(span.start), document.sentence_at(span.end - 1)
    if first is None or last is None or first.block != last.block:
        return False
    text = document.text
    block = document.blocks[first.block].span
    if _is_code(document, span.start) or _is_quoted(text[block.start : span.start]):
        return False
    around = f"{text[first.span.start : span.start]} {text[span.end : last.span.end]}"
    return not _REPORTED.search(around)


def _is_code(document: Document, offset: int) -> bool:
    block = document.block_at(offset)
    return block is not None and document.blocks[block].kind is BlockKind.CODE


def _is_quoted(before: str) -> bool:
    """Tell whether a quotation is open at the end of a paragraph's beginning."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
