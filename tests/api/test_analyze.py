"""`POST /analyze` over HTTP: answers, positions, and every way to be refused."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from copydesk.engines.fakes import FakeEngine
from copydesk.settings import Settings

if TYPE_CHECKING:
    import httpx

    from copydesk.engines.base import GrammarEngine

ROOT = Path(__file__).resolve().parents[2]
SEED = (ROOT / "seeds/000_3770f2927fc7ba81.txt").read_text(encoding="utf-8")
CLEAN = (ROOT / "seeds/010_clean.txt").read_text(encoding="utf-8")
LABELS = json.loads((ROOT / "tests/data/seed_labels.json").read_text(encoding="utf-8"))["labels"]
MUST = [label for label in LABELS if label["level"] == "must"]


async def analyse(client: httpx.AsyncClient, text: str, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    body = {"text": text, "options": {"grammar": "off", **options}}
    response = await client.post("/analyze", json=body)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def mended(text: str, fix: dict[str, Any]) -> str:
    for edit in sorted(fix["edits"], key=lambda edit: -edit["start"]):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    return text


def flat(text: str) -> str:
    return " ".join(text.split())


def overlaps(issue: dict[str, Any], label: dict[str, Any]) -> bool:
    span = issue["span"]
    return bool(span["start"] < label["end"] and label["start"] < span["end"])


@pytest.mark.parametrize("label", MUST, ids=lambda label: label["quote"][:30])
async def test_the_seeds_damage_is_named_and_mended(
    client: httpx.AsyncClient, label: dict[str, Any]
) -> None:
    answer = await analyse(client, SEED)
    named = [i for i in answer["issues"] if i["severity"] != "info" and overlaps(i, label)]
    assert named
    if label["fix"] is not None:
        wanted = SEED[: label["start"]] + label["fix"] + SEED[label["end"] :]
        assert flat(wanted) in [flat(mended(SEED, fix)) for i in named for fix in i["fixes"]]


async def test_nothing_else_of_the_seed_is_marked(client: httpx.AsyncClient) -> None:
    answer = await analyse(client, SEED)
    marked = [i for i in answer["issues"] if i["severity"] != "info"]
    assert [i["quote"] for i in marked if not any(overlaps(i, label) for label in LABELS)] == []
    assert answer["score"]["verdict"] != "publish"


async def test_the_garble_is_one_issue_and_the_names_inside_stay(client: httpx.AsyncClient) -> None:
    answer = await analyse(client, SEED)
    inside = [i for i in answer["issues"] if i["span"]["start"] >= 100 and i["span"]["end"] <= 169]
    assert [(i["rule"], i["quote"]) for i in inside] == [
        ("garbled-attribution", SEED[100:169]),
        ("lowercase-name", "netanyahu"),
        ("lowercase-name", "blinken"),
    ]
    garble = inside[0]
    edits = {
        fix["edits"][0]["text"]: fix["safety"] for fix in garble["fixes"] if len(fix["edits"]) == 1
    }
    assert edits["top"] == edits["said"] == "review"


async def test_a_clean_article_is_left_alone(client: httpx.AsyncClient) -> None:
    answer = await analyse(client, CLEAN)
    assert [i for i in answer["issues"] if i["severity"] != "info"] == []
    assert answer["score"]["value"] >= 95
    assert answer["score"]["verdict"] == "publish"


@pytest.mark.parametrize("name", ["020_spun", "030_scraped", "040_mistranslated"])
async def test_the_damaged_seeds_are_not_published(client: httpx.AsyncClient, name: str) -> None:
    text = (ROOT / f"seeds/{name}.txt").read_text(encoding="utf-8")
    answer = await analyse(client, text)
    assert len([i for i in answer["issues"] if i["severity"] != "info"]) >= 2
    assert answer["score"]["value"] < 90


@pytest.mark.parametrize("prefix", ["", "\ufeff", "😀 ", "é\r\n"])
async def test_positions_agree_in_every_unit(client: httpx.AsyncClient, prefix: str) -> None:
    text = prefix + SEED
    answer = await analyse(client, text)
    assert answer["issues"]
    for issue in answer["issues"]:
        span = issue["span"]
        quote = issue["quote"]
        assert text[span["start"] : span["end"]] == quote
        assert text.encode()[span["bytes"]["start"] : span["bytes"]["end"]].decode() == quote
        units = text.encode("utf-16-le")
        utf16 = span["utf16"]
        assert units[2 * utf16["start"] : 2 * utf16["end"]].decode("utf-16-le") == quote
        line = text[: span["start"]].replace("\r\n", "\n").count("\n") + 1
        assert span["from"]["line"] == line
    assert [i["span"]["start"] for i in answer["issues"]] == sorted(
        i["span"]["start"] for i in answer["issues"]
    )


async def test_json_and_plain_text_give_the_same_answer(client: httpx.AsyncClient) -> None:
    answer = await analyse(client, SEED, disable=["boilerplate"])
    response = await client.post(
        "/analyze?grammar=off&disable=boilerplate",
        content=SEED.encode(),
        headers={"content-type": "text/plain"},
    )
    plain = response.json()
    for one in (answer, plain):
        one.pop("timings")
    assert plain == answer


async def test_an_unknown_query_key_is_refused_with_the_nearest(client: httpx.AsyncClient) -> None:
    response = await client.post("/analyze?grammer=off", json={"text": "x"})
    assert response.status_code == 422
    assert "did you mean 'grammar'?" in response.json()["detail"]
    assert (await client.post("/analyze?extract=false", json={"text": "x"})).status_code == 200
    assert (await client.post("/analyze?extract=true", json={"text": "x"})).status_code == 422


async def test_the_query_wins_over_the_body(client: httpx.AsyncClient) -> None:
    body = {"text": SEED, "title": "Old", "options": {"grammar": "off", "fixes": True}}
    response = await client.post("/analyze?fixes=false&title=New", json=body)
    answer = response.json()
    assert answer["article"]["title"] == "New"
    assert not any(issue["fixes"] for issue in answer["issues"])


async def test_the_same_request_gives_the_same_bytes(client: httpx.AsyncClient) -> None:
    first, second = (await analyse(client, SEED), await analyse(client, SEED))
    for answer in (first, second):
        answer.pop("timings")
    assert json.dumps(first) == json.dumps(second)


async def test_hiding_never_rescores_and_disabling_does(client: httpx.AsyncClient) -> None:
    full = await analyse(client, SEED)
    hidden = await analyse(client, SEED, min_severity="error")
    assert len(hidden["issues"]) < len(full["issues"])
    assert hidden["score"]["value"] == full["score"]["value"]
    less = await analyse(client, SEED, disable=["casing", "attribution"])
    assert less["score"]["value"] > full["score"]["value"]
    assert not {i["family"] for i in less["issues"]} & {"casing", "attribution"}
    known = {i["id"] for i in hidden["issues"]}
    assert all(set(line["issues"]) <= known for line in hidden["score"]["deductions"])


async def test_deductions_add_up_and_name_their_issues(client: httpx.AsyncClient) -> None:
    answer = await analyse(client, SEED)
    score = answer["score"]
    assert sum(line["points"] for line in score["deductions"]) == pytest.approx(
        100 - score["value"], abs=0.01
    )
    families = {i["id"]: i["family"] for i in answer["issues"]}
    assert all(
        families[one] == line["family"] for line in score["deductions"] for one in line["issues"]
    )


async def test_a_fingerprint_survives_edits_elsewhere(client: httpx.AsyncClient) -> None:
    before = {i["fingerprint"]: i["quote"] for i in (await analyse(client, SEED))["issues"]}
    assert len(before) == len((await analyse(client, SEED))["issues"])
    longer = "A new first paragraph was put in here.\n\n" + SEED
    after = {i["fingerprint"]: i["quote"] for i in (await analyse(client, longer))["issues"]}
    assert before.items() <= after.items()


async def test_fixes_can_be_left_out(client: httpx.AsyncClient) -> None:
    assert all(not i["fixes"] for i in (await analyse(client, SEED, fixes=False))["issues"])


_GERMAN = "Der Rat hat am Montag beschlossen, die Brücke zu sperren, weil sie zu alt ist. "
_NAVIGATION = ["Home and news of the day", "Sport in the city", "About us and our work"]


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("Too short.", "too-short"),
        ("", "too-short"),
        (_GERMAN * 6, "language-not-supported"),
        ("\n".join(_NAVIGATION * 10), "not-running-text"),
    ],
)
async def test_gates_leave_the_score_open(client: httpx.AsyncClient, text: str, gate: str) -> None:
    score = (await analyse(client, text))["score"]
    assert (score["gate"], score["value"], score["verdict"], score["deductions"]) == (
        gate,
        None,
        None,
        [],
    )


REFUSED = [
    ({"txt": "x"}, 422, "did you mean 'text'"),
    ({"html": "<p>x</p>"}, 422, "accepts: text"),
    ({"text": "x", "html": "y"}, 422, "exactly one"),
    ({"text": "x", "options": {"min_severty": "info"}}, 422, "did you mean 'min_severity'"),
    (
        {"text": "x", "options": {"disable": ["lowercase-nam"]}},
        422,
        "did you mean 'lowercase-name'",
    ),
    ({"text": "x", "options": {"fixes": "yes"}}, 422, "fixes"),
    ({"text": "x", "options": {"extract": True}}, 422, "HTML"),
    ({"text": "x", "language": "not a language"}, 422, "language"),
    ({"text": "half \ud83d"}, 422, "position 5"),
    ({"text": "x", "options": {"names": ["\udc00"]}}, 422, "names"),
    ({"text": "nul \0"}, 422, "NUL"),
    ({}, 422, "Send the article as 'text'"),
    ([], 422, "body"),
    (None, 422, "body"),
    ({"text": "w " * 100_001}, 413, "100,001 words"),
    ({"text": "w\n" * 100_001}, 413, "100,001 words"),
    ({"text": ".\n" * 30_000}, 413, "30,000 lines"),
    ({"text": "{" * 200_000}, 413, "200,000 words and marks"),
]


@pytest.mark.parametrize(("body", "status", "says"), REFUSED)
async def test_what_is_wrong_is_said(
    client: httpx.AsyncClient, body: object, status: int, says: str
) -> None:
    content = json.dumps(body)
    response = await client.post(
        "/analyze", content=content, headers={"content-type": "application/json"}
    )
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["type"].startswith("urn:copydesk:problem:")
    assert says in problem["detail"]


RAW = [
    ("text/plain", b"\xff\xfe\xfa", 422, "byte 0"),
    ("text/plain; charset=klingon", b"x", 415, "klingon"),
    ("text/plain; charset=base64", b"eA==", 415, "base64"),
    ("text/html", b"<p>x</p>", 415, "text/plain"),
    ("text/markdown", b"# x", 415, "text/plain"),
    ("", b"x", 415, "content-type"),
    ("application/json", b"{", 400, "line 1"),
    ("application/json", b"[" * 100_000, 400, "JSON"),
    ("application/json", b'{"text": NaN}', 400, "JSON"),
    ("text/plain", b"x" * ((1 << 20) + 1), 413, "bytes"),
]


@pytest.mark.parametrize(("media_type", "body", "status", "says"), RAW)
async def test_raw_bodies_are_refused_by_name(
    client: httpx.AsyncClient, media_type: str, body: bytes, status: int, says: str
) -> None:
    headers = {"content-type": media_type} if media_type else {}
    response = await client.post("/analyze", content=body, headers=headers)
    assert response.status_code == status, response.text
    assert says in response.json()["detail"]


async def test_a_declared_charset_is_decoded(client: httpx.AsyncClient) -> None:
    response = await client.post(
        "/analyze?grammar=off",
        content="Der Kaffee im Café kostet 4 € für alle.".encode("cp1252"),
        headers={"content-type": 'text/plain; charset="windows-1252"'},
    )
    assert response.json()["article"]["characters"] == 39


@pytest.mark.parametrize(
    ("query", "accept", "status", "media_type"),
    [
        ("", "*/*", 200, "application/json"),
        ("", "application/json", 200, "application/json"),
        ("", "text/plain", 200, "text/plain; charset=utf-8"),
        ("", "text/plain;q=0.1, application/json", 200, "application/json"),
        ("?format=text", "application/json", 200, "text/plain; charset=utf-8"),
        ("?format=sarif", "*/*", 406, "application/problem+json"),
        ("", "application/sarif+json", 406, "application/problem+json"),
        ("?formt=json", "*/*", 422, "application/problem+json"),
        ("?grammar=on", "*/*", 422, "application/problem+json"),
    ],
)
async def test_the_format_is_negotiated(
    client: httpx.AsyncClient, query: str, accept: str, status: int, media_type: str
) -> None:
    response = await client.post(f"/analyze{query}", json={"text": "x"}, headers={"accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (status, media_type)


async def test_every_answer_has_a_request_id_and_a_harmless_one_is_kept(
    client: httpx.AsyncClient,
) -> None:
    for sent, kept in (("abc-123", True), ("bad id\t", False), ("x" * 500, False)):
        response = await client.get("/healthz", headers={"x-request-id": sent})
        assert (response.headers["x-request-id"] == sent) is kept
    refused = await client.post("/analyze", json={})
    assert refused.headers["x-request-id"]
    assert refused.headers["x-content-type-options"] == "nosniff"


async def test_answers_are_compressed_on_demand(client: httpx.AsyncClient) -> None:
    body = {"text": SEED, "options": {"grammar": "off"}}
    response = await client.post("/analyze", json=body, headers={"accept-encoding": "gzip"})
    assert response.headers["content-encoding"] == "gzip"
    plain = await client.post("/analyze", json=body, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers


class TestOwnLimit:
    """Limits are settings."""

    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(languagetool_url=None, max_bytes=64)

    async def test_it_holds(self, client: httpx.AsyncClient) -> None:
        response = await client.post("/analyze", json={"text": "x" * 100})
        assert response.status_code == 413


class TestBusy:
    """With no room left, a request is refused at once and told when to come again."""

    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(languagetool_url=None, max_concurrency=1)

    @pytest.fixture
    def engine(self) -> GrammarEngine:
        return FakeEngine.slow(0.5)

    async def test_the_second_request_gets_503(self, client: httpx.AsyncClient) -> None:
        first = asyncio.create_task(client.post("/analyze", json={"text": "One."}))
        await asyncio.sleep(0.1)
        second = await client.post("/analyze", json={"text": "Two."})
        assert second.status_code == 503
        assert second.headers["retry-after"] == "1"
        assert (await first).status_code == 200
        assert (await client.post("/analyze", json={"text": "Three."})).status_code == 200
