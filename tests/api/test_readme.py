"""What README shows is what the service answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

ROOT = Path(__file__).resolve().parents[2]


async def test_the_example_shows_the_real_output(client: httpx.AsyncClient) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("<!-- example: begin -->")[1].split("<!-- example: end -->")[0]
    seed = (ROOT / "seeds/000_3770f2927fc7ba81.txt").read_bytes()
    response = await client.post(
        "/analyze?format=text&grammar=off", content=seed, headers={"content-type": "text/plain"}
    )
    assert shown.endswith(f"grammar=off'\n{response.text}```\n")
