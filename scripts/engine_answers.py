"""Raw answers of the installed LanguageTool to the evaluation sets, kept outside the repository.

The texts are outlets' and the answers quote them, so they are cached in a folder that the caller
names. A text is asked about once for each language and level; the cache is read afterwards.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import httpx

from copydesk.analysis.analyzer import engine_language
from copydesk.engines.base import EngineMatch, EngineReport, EngineState, EngineStatus
from copydesk.engines.languagetool.answers import parse_answer
from copydesk.engines.languagetool.client import MODE
from copydesk.engines.rules import load_rules
from copydesk.engines.surrogates import encodable
from copydesk.inputs.article import Article
from copydesk.inputs.reader import read
from copydesk.text.source import Source
from copydesk.wiring import build_server
from service import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from copydesk.engines.base import Level

DATA = ROOT.parent / "shared" / "eval" / "data"
_PATIENCE = 180.0
_DEADLINE = 300.0
_REPORT_EVERY = 100


@dataclass(frozen=True)
class Text:
    """A text of a set, as the evaluation sends it."""

    set: str
    record: dict[str, Any]

    @property
    def article(self) -> Article:
        """The request that it makes."""
        return Article(Source(self.record["text"]), title=self.record.get("title"))

    @property
    def musts(self) -> list[dict[str, Any]]:
        """The labelled errors that an editor would mark without thinking."""
        return [gold for gold in self.record.get("gold", ()) if gold["level"] == "must"]


def load_sets(names: Iterable[str]) -> list[Text]:
    """Read sets by their file names, `clean.bbc2005` or all of `clean`."""
    texts: list[Text] = []
    for name in names:
        paths = sorted(DATA.glob(f"{name}.jsonl")) or sorted(DATA.glob(f"{name}.*.jsonl"))
        if not paths:
            raise FileNotFoundError(f"there is no set {name} in {DATA}")
        for path in paths:
            lines = path.read_text(encoding="utf-8").split("\n")
            texts += [Text(path.stem, json.loads(line)) for line in lines if line]
    return texts


class Answers:
    """A cache of reports: one file for each level, a line for each text.

    `served` are those to the questions that the service asks: without the rules that it leaves out,
    which can hide what others find in the same place.
    """

    def __init__(self, folder: Path, level: Level, *, served: bool = False) -> None:
        """Read what the folder holds."""
        self.level = level
        self._options: dict[str, str] = {"level": level}
        if served:
            self._options |= {
                "mode": MODE,
                "disabledRules": ",".join(load_rules("languagetool").off),
            }
        self._path = folder / f"answers-{level}{'-served' * served}.jsonl"
        folder.mkdir(parents=True, exist_ok=True)
        self._known: dict[str, tuple[EngineMatch, ...]] = {}
        self.version: str | None = None
        if self._path.exists():
            for line in self._path.read_text(encoding="utf-8").splitlines():
                entry = json.loads(line)
                self.version = entry["version"]
                self._known[entry["key"]] = tuple(map(_match, entry["matches"]))

    def of(self, text: str, language: str) -> tuple[EngineMatch, ...]:
        """Return the matches; a KeyError where the text was never asked about."""
        return self._known[_key(text, language)]

    def complete(self, texts: Iterable[Text], language: str | None = None) -> int:
        """Ask about what is missing, and return how many texts that were."""
        wanted: dict[str, tuple[str, str]] = {}
        for text in texts:
            document = read(text.article)
            asked_in = language or engine_language(document.language)
            key = _key(document.text, asked_in)
            if key not in self._known:
                wanted[key] = (document.text, asked_in)
        if not wanted:
            return 0
        with build_server() as server:
            if not server.wait(_PATIENCE):
                raise RuntimeError(f"LanguageTool did not start: {server.status().detail}")
            self._ask(f"{server.url}/v2/check", wanted)
        return len(wanted)

    def _ask(self, url: str, wanted: dict[str, tuple[str, str]]) -> None:
        """Ask the server itself: our client spares it what it has seen before."""
        began = time.monotonic()
        with (
            self._path.open("a", encoding="utf-8") as file,
            httpx.Client(timeout=_DEADLINE, trust_env=False) as http,
        ):
            for count, (key, (text, language)) in enumerate(wanted.items(), 1):
                sent = encodable(text)
                form = {"text": sent, "language": language, **self._options}
                answer = parse_answer(http.post(url, data=form).raise_for_status().content, sent)
                self.version = answer.version
                self._known[key] = answer.matches
                kept = [asdict(match) for match in answer.matches]
                entry = {"key": key, "version": answer.version, "matches": kept}
                file.write(json.dumps(entry, ensure_ascii=False) + "\n")
                if count % _REPORT_EVERY == 0:
                    seconds = time.monotonic() - began
                    print(f"{self.level}: {count} of {len(wanted)} texts, {seconds:.0f} s")


class Replay:
    """An engine that answers from the cache, so that an analyser runs as with the real one."""

    name = "languagetool"

    def __init__(self, answers: Answers) -> None:
        """Answer from `answers`."""
        self._answers = answers

    async def start(self) -> None:
        """Need no start."""

    async def close(self) -> None:
        """Need no end."""

    def status(self) -> EngineStatus:
        """Be ready always."""
        return EngineStatus(EngineState.OK, self._answers.version, None, None)

    async def check(
        self, text: str, *, language: str, deadline: float | None, level: Level = "default"
    ) -> EngineReport:
        """Answer as the real one did."""
        del deadline, level
        matches = self._answers.of(text, language)
        return EngineReport(self.name, EngineState.OK, self._answers.version, 0, matches, None)


def _match(kept: dict[str, Any]) -> EngineMatch:
    """Read a match; JSON has lists where it has tuples."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
    }
    return EngineMatch(**values)


def _key(text: str, language: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{language}:{digest}"
