"""A re-check sends what changed, and says the same as a check of the whole."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import threading
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.engines.base import EngineMatch, EngineState
from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.cache import ParagraphCache
from copydesk.engines.languagetool.client import Limits
from copydesk.engines.languagetool.paragraphs import paragraphs
from copydesk.engines.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from copydesk.engines.base import EngineReport, Level

QUICK = Limits(dialects=(), first_pause=0.02, longest_pause=0.05, probe=5, deadline=20)
ARTICLE = "Teh mayor left.\n\nHe said teh the the bridge is shut.\n\nNobody saw teh end."

# As the real one splits, near enough: behind blank lines, and behind a full stop and a space.
_SENTENCE = re.compile(r"(?s).+?(?:\r?\n[ \t\n\x0b\f\r]*\r?\n\t*|[.!?]\s|\Z)")
_SLIP = re.compile(r"(?i)\bteh\b|\b(\w{1,20}) \1\b")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class FakeLanguageTool(ThreadingHTTPServer):
    """Marks `teh` and doubled words, sentence by sentence, as the real server counts and quotes."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.version = "6.8"
        self.asked: list[dict[str, str]] = []
        self.quotes = True  # whether matches quote the sentence that they are in

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def texts(self) -> list[str]:
        """What it was asked about, the warm-up apart."""
        return [form["text"] for form in self.asked if "Eastbrook" not in form["text"]]

    def answer(self, form: dict[str, str]) -> bytes:
        """Return the answer to one form."""
        self.asked.append(form)
        text = form["text"]
        matches = [
            {
                "message": f"Slip ({form['level']}, {form['language']})",
                # The last sentence of a text is another one to the real server too.
                "shortMessage": "last" if sentence.end() == len(text) else "",
                "offset": units(text[: sentence.start() + slip.start()]),
                "length": units(slip[0]),
                "replacements": [{"value": "the"}],
                "sentence": sentence[0].strip().replace("’", "'") if self.quotes else "Elsewhere.",
                "rule": {"id": "SLIP", "issueType": "misspelling", "category": {"id": "TYPOS"}},
            }
            for sentence in _SENTENCE.finditer(text)
            for slip in _SLIP.finditer(sentence[0])
        ]
        return json.dumps({"software": {"version": self.version}, "matches": matches}).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer a check."""
        assert isinstance(self.server, FakeLanguageTool)
        size = int(self.headers["content-length"])
        form = parse_qs(self.rfile.read(size).decode(), keep_blank_values=True)
        body = self.server.answer({key: values[0] for key, values in form.items()})
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def fake() -> Generator[FakeLanguageTool]:
    with FakeLanguageTool() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def server(fake: FakeLanguageTool) -> FakeLanguageTool:
    fake.asked.clear()
    fake.version, fake.quotes = "6.8", True
    return fake


@asynccontextmanager
async def _engine(server: FakeLanguageTool, limits: Limits = QUICK) -> AsyncGenerator[LanguageTool]:
    engine = LanguageTool(server.url, limits=limits)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(engine.close)
        assert await engine.wait_until_ready(10)
        yield engine


async def _check(
    engine: LanguageTool, text: str, language: str = "en-US", level: Level = "default"
) -> EngineReport:
    report = await engine.check(text, language=language, deadline=None, level=level)
    assert report.state is EngineState.OK
    return report


def _marked(report: EngineReport, text: str) -> list[str]:
    return [text[match.start : match.end] for match in report.matches]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("One line.", ["One line."]),
        ("One line.\n", ["One line.\n"]),
        ("One.\nStill one.", ["One.\nStill one."]),
        ("One.\n\nTwo.", ["One.\n\n", "Two."]),
        ("One.\n\nTwo.\n\n", ["One.\n\n", "Two.\n\n"]),
        ("One.\n \t \n\t  Two.", ["One.\n \t \n\t", "  Two."]),
        ("One.\r\n\r\nTwo.", ["One.\r\n\r\n", "Two."]),
        ("One.\n\n\n\nTwo.", ["One.\n\n\n\n", "Two."]),
        ("\n\nOne.", ["\n\n", "One."]),
        ("One.\n\u00a0\nStill one.", ["One.\n\u00a0\nStill one."]),
    ],
)
def test_a_blank_line_ends_a_paragraph(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@given(st.text(alphabet="a.\n\r\t \x0b\u00a0"))
def test_paragraphs_are_the_text(text: str) -> None:
    parts = paragraphs(text)
    assert "".join(parts) == text
    # Whatever stands around them: each is cut off again, alone and in any company that keeps order.
    for kept in (parts, parts[::2], parts[1::2]):
        assert paragraphs("".join(kept)) == (kept or [""])


def test_white_space_without_end_is_split_in_no_time() -> None:
    text = "\n" + " " * 200_000 + "x" + "\n \t" * 100_000
    assert len(paragraphs(text)) == 2


async def test_only_the_paragraph_that_changed_is_sent(server: FakeLanguageTool) -> None:
    async with _engine(server) as engine:
        first = await _check(engine, ARTICLE)
        assert _marked(first, ARTICLE) == ["Teh", "teh", "the the", "teh"]
        edited = ARTICLE.replace("bridge is", "bridge teh is")
        second = await _check(engine, edited)
        assert _marked(second, edited) == ["Teh", "teh", "the the", "teh", "teh"]
        assert server.texts == [ARTICLE, "He said teh the the bridge teh is shut.\n\nThe end."]


async def test_what_is_known_is_not_sent_at_all(server: FakeLanguageTool) -> None:
    async with _engine(server) as engine:
        first = await _check(engine, ARTICLE)
        parts = paragraphs(ARTICLE)
        turned = parts[1] + parts[0] + parts[2]
        second = await _check(engine, turned)
        assert server.texts == [ARTICLE]
        assert _marked(second, turned) == ["teh", "the the", "Teh", "teh"]
        assert (await _check(engine, ARTICLE)).matches == first.matches


async def test_a_paragraph_that_is_there_twice_is_sent_once(server: FakeLanguageTool) -> None:
    text = "Teh end.\n\n" * 3 + "Teh end."
    async with _engine(server) as engine:
        report = await _check(engine, text)
        assert _marked(report, text) == ["Teh"] * 4
        assert server.texts == ["Teh end.\n\nTeh end."]


async def test_languages_and_levels_are_kept_apart(server: FakeLanguageTool) -> None:
    async with _engine(server) as engine:
        seen = {
            (await _check(engine, ARTICLE, language, level)).matches[0].message
            for language in ("en-US", "en-GB")
            for level in ("default", "picky")
        }
        assert len(seen) == len(server.texts) == 4
        assert all(form["mode"] == "allButTextLevelOnly" for form in server.asked)
        off = set(load_rules("languagetool").off)
        assert all(set(form["disabledRules"].split(",")) == off for form in server.asked)


async def test_another_language_is_asked_for_as_a_whole(server: FakeLanguageTool) -> None:
    async with _engine(server) as engine:
        for _ in range(2):
            await _check(engine, ARTICLE, "de-DE")
        edited = ARTICLE + " Teh"
        await _check(engine, edited, "de-DE")
        assert server.texts == [ARTICLE, edited]


async def test_another_version_of_the_server_is_asked_anew(server: FakeLanguageTool) -> None:
    async with _engine(server) as engine:
        await _check(engine, ARTICLE)
        server.version = "6.9"
        await _check(engine, "Teh new server.")
        await _check(engine, ARTICLE)
        assert server.texts == [ARTICLE, "Teh new server.", ARTICLE]


async def test_an_answer_about_another_text_is_none(server: FakeLanguageTool) -> None:
    async with _engine(server) as engine:
        server.quotes = False
        report = await engine.check(ARTICLE, language="en-US", deadline=None)
        assert (report.state, report.matches) == (EngineState.UNAVAILABLE, ())
        assert report.detail == "The answer is about another text"
        server.quotes = True
        assert len((await _check(engine, ARTICLE)).matches) == 4
        assert server.texts == [ARTICLE, ARTICLE]


async def test_quotes_with_other_apostrophes_are_of_this_text(server: FakeLanguageTool) -> None:
    text = "It’s teh mayor’s\u00ad bridge."
    async with _engine(server) as engine:
        assert _marked(await _check(engine, text), text) == ["teh"]


_WORDS = st.sampled_from(["teh", "the", "Mayor", "bridge", "😀", "it’s", "said.", "no.", "Yes!"])
_BREAKS = st.sampled_from([" ", " ", "\n", "\n\n", "\r\n\r\n", "\n \n", "\n\n\n", "\t"])
_TEXTS = st.lists(st.tuples(_WORDS, _BREAKS), max_size=30).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
_EDITS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.3), _TEXTS), min_size=1, max_size=5)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=_TEXTS, edits=_EDITS)
def test_edits_are_answered_as_whole_texts_are(
    server: FakeLanguageTool, text: str, edits: list[tuple[float, float, str]]
) -> None:
    async def run() -> None:
        async with _engine(server) as engine, _engine(server, Limits(cache_bytes=0)) as forgetful:
            article = text
            for place, share, insertion in edits:
                start = int(place * len(article))
                end = start + int(share * len(article))
                article = article[:start] + insertion + article[end:]
                quick = await _check(engine, article)
                assert quick.matches == (await _check(forgetful, article)).matches
                assert len(quick.matches) == sum(
                    1 for one in _SENTENCE.findall(article) for _ in _SLIP.finditer(one)
                )

    asyncio.run(run())


def _match(message: str) -> EngineMatch:
    return EngineMatch("RULE", "TYPOS", "misspelling", message, "", 0, 1, (), "")


def test_the_cache_is_bounded_in_bytes_and_forgets_the_oldest() -> None:
    cache = ParagraphCache(10_000)
    keys = [ParagraphCache.key(f"Paragraph {number}.", "en-US") for number in range(50)]
    for key in keys:
        cache.put(key, (_match("x" * 500),))
        cache.get(keys[0])  # asked for all the time, it stays
        assert cache.bytes <= 10_000
    assert 5 < len(cache) < 20
    assert cache.get(keys[0])
    assert cache.get(keys[1]) is None
    assert cache.get(keys[-1])
    cache.put(keys[0], (_match("x" * 20_000),))  # larger than all there is
    assert cache.get(keys[0]) is None
    cache.clear()
    assert (len(cache), cache.bytes) == (0, 0)


def test_keys_differ_with_all_that_the_answer_depends_on() -> None:
    asked = [("a", "en-US", "default"), ("a", "en-US", "picky"), ("a", "en-GB", "default")]
    asked += [("b", "en-US", "default"), ("", "a", "b"), ("a", "", "b"), ("ab", "", "")]
    assert len({ParagraphCache.key(*each) for each in asked}) == len(asked)
