"""The OpenAPI document is generated, kept, and true: schemathesis holds the service to it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from copydesk.api.examples import seeds
from copydesk.api.main import create_app
from copydesk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


def test_the_document_in_the_repository_is_the_generated_one() -> None:
    generated = create_app(Settings(languagetool_url=None)).openapi()
    kept = json.loads((ROOT / "openapi/openapi.json").read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps(generated)), "run `make openapi`"


def test_every_seed_is_an_example() -> None:
    document = create_app(Settings(languagetool_url=None)).openapi()
    content = document["paths"]["/analyze"]["post"]["requestBody"]["content"]
    examples = content["application/json"]["examples"]
    files = {path.stem for path in (ROOT / "seeds").glob("*.txt")}
    assert set(examples) == set(seeds()) == files
    assert len(files) >= 5


@pytest.fixture(scope="module")
def service_url() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "copydesk", "serve", "--no-grammar", "--port", str(port)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COPYDESK_")}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                httpx.get(f"{url}/healthz", timeout=5)
                break
            except httpx.TransportError:
                assert process.poll() is None, "the service ended"
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(30)


def test_the_running_service_passes_schemathesis(service_url: str, tmp_path: Path) -> None:
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        f"--config-file={ROOT / 'tests/data/schemathesis.toml'}",
        "run",
        f"{service_url}/openapi.json",
        "--checks=all",
        "--max-examples=40",
        "--seed=1",
        "--no-color",
    ]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, timeout=400
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
