"""A language that is added for real: fetched, started, and asked about a German article."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer
from copydesk.analysis.options import Grammar, Options
from copydesk.engines.base import EngineState
from copydesk.engines.languagetool import LanguageTool
from copydesk.engines.languagetool.install import engine_folder, install, missing, status
from copydesk.engines.languagetool.languages import BUILT_IN
from copydesk.engines.languagetool.server import SHORT_LIVED, LanguageToolServer
from copydesk.errors import EngineRequiredError, InstallError
from copydesk.inputs.article import Article
from copydesk.text.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from copydesk.analysis.analysis import Analysis

pytestmark = [pytest.mark.languagetool, pytest.mark.slow]
pytest.importorskip("jgo", reason="the extra `languagetool` is not installed")

GERMAN = (
    "Der Stadtrat hat am Montagabend beschlosen, die alte Brücke über den Mühlbach für sechs "
    "Monate zu sperren. Die Bürgermeisterin sagte, die Sicherheit der Menschen habe Vorrang. "
    "Viele Geschäftsleute in der Altstadt sind enttäuscht und fürchten um ihre Kunden."
)
FRENCH = (
    "Le conseil municipal a décidé lundi soir de fermer le vieux pont pendant six mois. La maire "
    "a déclaré que la sécurité des habitants passe avant les souhaits des commerçants du centre."
)
_PATIENCE = 240.0


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install German beside a copy of what this machine has, or all of it where there is none."""
    home = tmp_path_factory.mktemp("home")
    if missing() is None:
        shutil.copytree(engine_folder(), engine_folder(home), symlinks=True)
    try:
        result = install(print, languages=["de"], home=home)
    except InstallError as error:
        if os.environ.get("CI"):
            pytest.fail(f"CI must have LanguageTool's German: {error}")
        pytest.skip(f"LanguageTool's German can't be had here: {error}")
    assert "de" in result.languages
    return home


def test_what_was_added_is_known(home: Path) -> None:
    found = status(home)
    assert (found.installed, found.detail) == (True, None)
    assert set(found.languages) >= {*BUILT_IN, "de"}
    modules = engine_folder(home).rglob("language-de-*.jar")
    assert len(list(modules)) == 1


async def _when_loaded(analyzer: Analyzer, article: Article) -> Analysis:
    """Ask until the language is loaded, which takes a busy machine longer than a check may."""
    options = Options(deadline=60.0)
    end = time.monotonic() + _PATIENCE
    while True:
        analysis = await analyzer.analyse(article, options)
        if analysis.engines[0].state is EngineState.OK or time.monotonic() > end:
            return analysis
        await asyncio.sleep(1)


async def test_a_german_article_is_checked_and_a_french_one_says_what_is_missing(
    home: Path,
) -> None:
    with LanguageToolServer(home=home, options=SHORT_LIVED) as server:
        assert await asyncio.to_thread(server.wait, _PATIENCE), server.status().detail
        engine = LanguageTool(server.url)
        async with Analyzer((), lexicons.load(), engine) as analyzer:
            assert await engine.wait_until_ready(_PATIENCE)
            analysis = await _when_loaded(analyzer, Article(Source(GERMAN)))
            (report,) = analysis.engines
            slips = {GERMAN[match.start : match.end]: match for match in report.matches}
            assert report.state is EngineState.OK
            assert "beschlossen" in slips["beschlosen"].replacements
            assert slips["beschlosen"].rule_id == "GERMAN_SPELLER_RULE"
            assert {"sperren", "Mühlbach"}.isdisjoint(slips)
            assert ("misspelling", "beschlosen") in {
                (finding.detector, finding.span.of(GERMAN)) for finding in analysis.foreign
            }
            assert analysis.ledger.value == 100  # ours are silent, and the engine has no part in it

            (report,) = (await analyzer.analyse(Article(Source(FRENCH)))).engines
            assert report.state is EngineState.OFF
            assert report.detail == (
                "French (fr) is not installed: `copydesk engine install --language fr`, "
                "then restart the service"
            )
            with pytest.raises(EngineRequiredError, match=r"French \(fr\) is not installed"):
                await analyzer.analyse(Article(Source(FRENCH)), Options(grammar=Grammar.REQUIRED))
