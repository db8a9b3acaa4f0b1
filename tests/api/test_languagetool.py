"""`/v2` over HTTP: every endpoint, every error in plain text, and what clients count in."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

import pytest

from copydesk.analysis.analyzer import Analyzer
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.fakes import FakeEngine
from copydesk.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from copydesk.engines.base import GrammarEngine

TEXT: Final = "😀 Benjamin netanyahu met the the press. Netanyahu left early."
FORM: Final = {"text": TEXT, "language": "en-US"}


async def check(client: httpx.AsyncClient, **fields: str) -> dict[str, Any]:
    response = await client.post("/v2/check", data=FORM | fields)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    answer: dict[str, Any] = response.json()
    return answer


def flagged(answer: dict[str, Any], text: str = TEXT) -> list[str]:
    units = text.encode("utf-16-le")
    return [
        units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")
        for match in answer["matches"]
    ]


def assert_refused(response: httpx.Response, status: int, message: str) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text.startswith("Error: ")
    assert message in response.text


# --- /v2/check ---------------------------------------------------------------------------------


async def test_a_form_is_checked(client: httpx.AsyncClient) -> None:
    answer = await check(client)
    assert flagged(answer) == ["netanyahu", "the the"]
    assert [match["replacements"] for match in answer["matches"]] == [
        [{"value": "Netanyahu"}],
        [{"value": "the"}],
    ]
    assert answer["software"]["name"] == "Copydesk"


async def test_a_query_is_checked_too_and_wins_over_the_form(client: httpx.AsyncClient) -> None:
    by_query = await client.get("/v2/check", params=FORM)
    assert by_query.json() == await check(client)
    mixed = await client.post("/v2/check", params={"disabledRules": "repeated-word"}, data=FORM)
    assert flagged(mixed.json()) == ["netanyahu"]


async def test_a_body_is_read_whatever_it_is_called(client: httpx.AsyncClient) -> None:
    body = urlencode(FORM).encode()
    for headers in ({}, {"content-type": "text/plain"}, {"content-type": "x"}):
        response = await client.post("/v2/check", content=body, headers=headers)
        assert flagged(response.json()) == ["netanyahu", "the the"]


async def test_pieces_are_checked_and_places_are_in_all_of_them(client: httpx.AsyncClient) -> None:
    annotation = [
        {"markup": "<p>"},
        {"text": "😀 The "},
        {"markup": "<b>", "interpretAs": ""},
        {"text": "the harbour"},
        {"markup": "</b></p><p>", "interpretAs": "\n\n"},
        {"text": "was closed."},
    ]
    data = json.dumps({"annotation": annotation})
    response = await client.post("/v2/check", data={"data": data, "language": "en-US"})
    source = "".join(item.get("text", item.get("markup", "")) for item in annotation)
    (match,) = response.json()["matches"]
    assert flagged(response.json(), source) == ["The <b>the"]
    assert match["sentence"] == "😀 The the harbour"


async def test_a_large_form_is_read(client: httpx.AsyncClient) -> None:
    text = "The harbour was closed on Monday, and nobody knew why. " * 1500 + "The the end."
    answer = await check(client, text=text, enabledOnly="true", enabledRules="repeated-word")
    assert flagged(answer, text) == ["The the"]


async def test_a_script_is_answered_to_pages_that_ask_for_one(client: httpx.AsyncClient) -> None:
    response = await client.get("/v2/check", params=FORM | {"callback": "show"})
    assert response.headers["content-type"].startswith("application/javascript")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.text.startswith("show({")
    assert response.text.endswith("});")
    assert json.loads(response.text[5:-2]) == await check(client)


async def test_a_preferred_variant_is_taken_where_the_language_is_its_own(
    client: httpx.AsyncClient,
) -> None:
    english = await check(client, language="auto", preferredVariants="de-AT,en-GB")
    assert english["language"]["code"] == "en-GB"
    assert english["language"]["detectedLanguage"]["code"] == "en-US"
    plain = await check(client, language="auto")
    assert plain["language"]["code"] == "en-US"


async def test_a_browsers_add_on_gets_each_match_once(client: httpx.AsyncClient) -> None:
    """It asks for the whole text at the text's level, and for each paragraph by itself."""
    copy = "This sentence is long enough to be told from others when it comes again in the article."
    paragraphs = [copy, "Then the 😀 the mayor left. Then the the mayor came back.", copy]
    form = {
        "textSessionId": "73:1",
        "language": "auto",
        "noopLanguages": "nl,fr",
        "preferredLanguages": "en",
        "preferredVariants": "en-US,de-DE",
        "disabledRules": "WHITESPACE_RULE,CONSECUTIVE_SPACES",
        "useragent": "chrome-extension-ng",
        "allowIncompleteResults": "true",
        "enableHiddenRules": "true",
        "level": "default",
    }

    async def asked(text: str, mode: str) -> list[str]:
        data = json.dumps({"annotation": [{"text": text}]})
        response = await client.post(
            "/v2/check", params={"c": "1", "v": "8.1"}, data={**form, "data": data, "mode": mode}
        )
        assert response.status_code == 200, response.text
        return [match["rule"]["id"] for match in response.json()["matches"]]

    across = await asked("\n\n".join(paragraphs), "textLevelOnly")
    rest = [await asked(paragraph, "allButTextLevelOnly") for paragraph in paragraphs]
    assert across == ["duplicate-paragraph"]
    assert rest == [[], ["repeated-word"], []]


async def test_an_empty_text_has_no_matches(client: httpx.AsyncClient) -> None:
    answer = await check(client, text="")
    assert answer["matches"] == answer["sentenceRanges"] == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "Missing 'language' parameter"),
        ({"language": "en"}, "Missing 'text' or 'data' parameter"),
        ({**FORM, "data": "{}"}, "Set only 'text' or 'data' parameter, not both"),
        ({**FORM, "language": "xx"}, "'xx' is not a language code known to LanguageTool"),
        ({**FORM, "enabledOnly": "true"}, "You must specify enabled rules or categories"),
        ({**FORM, "text": "a\0b"}, "NUL"),
        ({"language": "en", "data": '{"text": "\\ud83d"}'}, "half of a surrogate pair"),
        ({"language": "en", "data": "{"}, "Could not parse JSON"),
        ({**FORM, "username": "desk"}, "you also need to specify 'apiKey'"),
        ({**FORM, "callback": "<script>"}, "'callback' value must match"),
    ],
    ids=str,
)
async def test_wrong_parameters_are_refused_in_plain_text(
    client: httpx.AsyncClient, fields: dict[str, str], message: str
) -> None:
    assert_refused(await client.post("/v2/check", data=fields), 400, message)
    assert_refused(await client.get("/v2/check", params=fields), 400, message)


async def test_what_is_no_form_is_refused(client: httpx.AsyncClient) -> None:
    assert_refused(await client.post("/v2/check", json=FORM), 400, "x-www-form-urlencoded")
    assert_refused(
        await client.post("/v2/check", content=b"text=\xff&language=en"), 400, "is not UTF-8"
    )
    assert_refused(await client.get("/v2/check?text=%zz"), 400, "Could not decode query")
    compressed = {"content-encoding": "gzip"}
    assert_refused(
        await client.post("/v2/check", content=b"x", headers=compressed), 415, "content-encoding"
    )


class TestLimits:
    """With limits that are quick to reach."""

    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(languagetool_url=None, max_bytes=200, max_words=20, max_concurrency=1)

    @pytest.fixture
    def engine(self) -> GrammarEngine:
        return FakeEngine.slow(0.5)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("x" * 201, "exceeds the limit of 200 characters (it's 201 characters)"),
            ("é" * 101, "exceeds the limit of 200 bytes (it's 202 bytes)"),
            ("one two " * 11, "exceeds the limit of 20 words (it's 22 words)"),
            ("x" * 900, "over 800 bytes"),
        ],
    )
    async def test_a_long_text_is_refused(
        self, client: httpx.AsyncClient, text: str, message: str
    ) -> None:
        assert_refused(await client.post("/v2/check", data=FORM | {"text": text}), 413, message)

    async def test_percent_signs_are_not_counted(self, client: httpx.AsyncClient) -> None:
        response = await client.post("/v2/check", data=FORM | {"text": "é" * 99})
        assert response.status_code == 200

    async def test_too_many_at_once_are_turned_away(self, client: httpx.AsyncClient) -> None:
        first = asyncio.create_task(client.post("/v2/check", data=FORM))
        await asyncio.sleep(0.2)
        second = await client.post("/v2/check", data=FORM)
        health = await client.get("/v2/healthcheck")
        for refused in (second, health):
            assert_refused(refused, 503, "overloaded")
            assert refused.headers["retry-after"] == "1"
        assert (await first).status_code == 200
        assert (await client.get("/v2/healthcheck")).text == "OK"

    async def test_the_most_is_told(self, client: httpx.AsyncClient) -> None:
        assert (await client.get("/v2/maxtextlength")).text == "200"


class TestWithoutTheEngine:
    """An engine that should be there and is not."""

    @pytest.fixture
    def engine(self) -> GrammarEngine:
        return FakeEngine.dead()

    async def test_our_findings_are_there_and_the_rest_is_said_to_be_missing(
        self, client: httpx.AsyncClient
    ) -> None:
        answer = await check(client)
        assert flagged(answer) == ["netanyahu", "the the"]
        assert answer["warnings"] == {
            "incompleteResults": True,
            "incompleteResultsReason": "languagetool is unavailable (Connection refused)",
        }


async def test_a_crash_is_plain_text_and_quotes_nothing(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def crash(*_: object) -> None:
        raise RuntimeError(TEXT)

    monkeypatch.setattr(Analyzer, "analyse", crash)
    with caplog.at_level(logging.DEBUG):
        response = await client.post("/v2/check", data=FORM)
    assert_refused(response, 500, "Copydesk failed on this request")
    assert "netanyahu" not in response.text + caplog.text
    assert "a request under /v2 failed" in caplog.text


# --- the other endpoints -----------------------------------------------------------------------


async def test_languages_are_listed_by_name(client: httpx.AsyncClient) -> None:
    listed = (await client.get("/v2/languages")).json()
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in listed
    assert listed == sorted(listed, key=lambda one: str(one["name"]))


async def test_the_software_is_named(client: httpx.AsyncClient) -> None:
    about = (await client.get("/v2/info")).json()["software"]
    assert set(about) == {"name", "version", "buildDate", "commit", "premium"}


async def test_the_rules_of_a_language_are_listed(client: httpx.AsyncClient) -> None:
    english = (await client.get("/v2/configinfo", params={"language": "en-US"})).json()
    assert english["parameter"]["maxTextLength"] == 1048576
    rules = {rule["ruleId"]: rule for rule in english["rules"]}
    assert rules.keys() >= {d.id for d in DETECTORS if "en" in (d.languages or ("en",))}
    assert rules["repeated-word"]["categoryId"] == "REPETITIONS"
    assert rules["duplicate-paragraph"]["isTextLevelRule"] == "yes"
    assert "isTextLevelRule" not in rules["repeated-word"]
    for preview in (d.id for d in DETECTORS if d.preview):
        assert rules[preview]["isDefaultOff"] == "yes"
    german = (await client.get("/v2/configinfo", params={"language": "de"})).json()
    names = {rule["ruleId"] for rule in german["rules"]}
    assert "mojibake" in names
    assert "told-without-addressee" not in names


@pytest.mark.parametrize("query", ["", "?language=", "?language=xx"])
async def test_the_rules_of_no_language_are_not(client: httpx.AsyncClient, query: str) -> None:
    assert_refused(await client.get(f"/v2/configinfo{query}"), 400, "language")


@pytest.mark.parametrize("path", ["nothing", "", "check/", "words/none", "users/me"])
async def test_what_is_no_action_is_refused(client: httpx.AsyncClient, path: str) -> None:
    assert_refused(await client.get(f"/v2/{path}"), 404, "Unsupported action")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "check", "GET, POST"),
        ("POST", "languages", "GET"),
        ("GET", "words/add", "POST"),
        ("OPTIONS", "check", "GET, POST"),
    ],
)
async def test_another_method_is_refused(
    client: httpx.AsyncClient, method: str, path: str, allowed: str
) -> None:
    response = await client.request(method, f"/v2/{path}")
    assert_refused(response, 405, "needs to be called with")
    assert response.headers["allow"] == allowed


async def test_no_other_site_may_read_the_answers(client: httpx.AsyncClient) -> None:
    response = await client.post("/v2/check", data=FORM, headers={"origin": "https://example.org"})
    assert not [name for name in response.headers if name.startswith("access-control-")]


# --- personal dictionaries ---------------------------------------------------------------------


@pytest.mark.parametrize("path", ["words", "words/add", "words/delete"])
async def test_without_a_file_there_are_no_personal_dictionaries(
    client: httpx.AsyncClient, path: str
) -> None:
    method = "GET" if path == "words" else "POST"
    response = await client.request(method, f"/v2/{path}")
    assert_refused(response, 404, "COPYDESK_WORDS_FILE")


async def test_without_a_file_a_name_and_a_key_change_nothing(client: httpx.AsyncClient) -> None:
    assert await check(client, username="desk", apiKey="secret") == await check(client)


class TestWords:
    """With a file of personal words."""

    @pytest.fixture
    def settings(self, tmp_path: Path) -> Settings:
        return Settings(languagetool_url=None, words_file=tmp_path / "words.sqlite")

    async def test_words_are_added_listed_and_deleted(self, client: httpx.AsyncClient) -> None:
        user = {"username": "desk", "apiKey": "secret"}
        for word in ("beta", "alpha"):
            response = await client.post("/v2/words/add", data={"word": word, **user})
            assert response.json() == {"added": True}
        again = await client.post("/v2/words/add", data={"word": "beta", **user})
        assert again.json() == {"added": False}
        batch = {"mode": "batch", "words": "gamma delta", "dict": "more", **user}
        assert (await client.post("/v2/words/add", data=batch)).json() == {"added": True}

        listed = await client.get("/v2/words", params=user)
        assert listed.json() == {"words": ["alpha", "beta"]}
        part = await client.get("/v2/words", params={"offset": "1", "limit": "1", **user})
        assert part.json() == {"words": ["beta"]}
        more = await client.get("/v2/words", params={"dicts": "more", **user})
        assert more.json() == {"words": ["delta", "gamma"]}
        assert (await client.get("/v2/words")).json() == {"words": []}

        deleted = await client.post("/v2/words/delete", data={"word": "beta", **user})
        assert deleted.json() == {"deleted": True}
        assert (await client.get("/v2/words", params=user)).json() == {"words": ["alpha"]}

    async def test_words_reach_the_check(
        self, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[tuple[str, ...]] = []
        analyse = Analyzer.analyse

        async def spy(self: Analyzer, article: Any, options: Any) -> Any:  # noqa: ANN401 - handed on
            seen.append(article.dictionary)
            return await analyse(self, article, options)

        monkeypatch.setattr(Analyzer, "analyse", spy)
        await client.post("/v2/words/add", data={"word": "everybodys"})
        user = {"username": "desk", "apiKey": "secret"}
        await client.post("/v2/words/add", data={"word": "desks", "dict": "names", **user})
        await check(client)
        await check(client, dicts="names", **user)
        await check(client, **user)
        assert seen == [("everybodys",), ("desks",), ()]

    async def test_another_key_is_refused(self, client: httpx.AsyncClient) -> None:
        user = {"username": "desk", "apiKey": "secret"}
        await client.post("/v2/words/add", data={"word": "alpha", **user})
        thief = {"username": "desk", "apiKey": "guess"}
        assert_refused(await client.get("/v2/words", params=thief), 403, "apiKey")
        assert_refused(await client.post("/v2/check", data=FORM | thief), 403, "apiKey")

    @pytest.mark.parametrize(
        ("path", "fields", "message"),
        [
            ("words/add", {}, "Missing 'word' parameter"),
            ("words/add", {"mode": "batch"}, "Missing 'words' parameter"),
            ("words/add", {"word": "two words"}, "no spaces"),
            ("words/add", {"word": "x", "username": "desk"}, "apiKey"),
            ("words/delete", {"word": " "}, "Missing 'word' parameter"),
        ],
    )
    async def test_what_is_no_word_is_refused(
        self, client: httpx.AsyncClient, path: str, fields: dict[str, str], message: str
    ) -> None:
        assert_refused(await client.post(f"/v2/{path}", data=fields), 400, message)

    @pytest.mark.parametrize(
        ("origin", "refused"),
        [
            ("https://example.org", True),
            ("null", True),
            ("http://copydesk:81", True),
            ("http://[", True),
            ("http://copydesk", False),
            ("moz-extension://0f3a", False),
        ],
    )
    async def test_pages_of_other_sites_change_nothing(
        self, client: httpx.AsyncClient, origin: str, *, refused: bool
    ) -> None:
        for path in ("add", "delete"):
            response = await client.post(
                f"/v2/words/{path}", data={"word": "alpha"}, headers={"origin": origin}
            )
            if refused:
                assert_refused(response, 403, "Pages of other sites")
            else:
                assert response.status_code == 200

    @pytest.mark.parametrize("value", ["-1", "x", "1" * 10, "²"])
    async def test_what_is_no_number_is_refused(
        self, client: httpx.AsyncClient, value: str
    ) -> None:
        response = await client.get("/v2/words", params={"offset": value})
        assert_refused(response, 400, "'offset' is a whole number")

    async def test_a_broken_file_is_our_failure(
        self, client: httpx.AsyncClient, tmp_path: Path
    ) -> None:
        (tmp_path / "words.sqlite").write_bytes(b"no database" * 200)
        assert_refused(await client.get("/v2/words"), 500, "can't be used")
