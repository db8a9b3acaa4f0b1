"""Clients from PyPI, unmodified, against a running service.

They run in processes of their own: what they leave open or print is their own affair.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TEXT: Final = "😀 Benjamin netanyahu met the the press. Netanyahu left early."
MENDED: Final = "😀 Benjamin Netanyahu met the press. Netanyahu left early."


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=120,
    )


def answer_of(program: str, *arguments: str) -> dict[str, Any]:
    done = run(program, *arguments)
    assert done.returncode == 0, done.stderr[-2000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


# --- language-tool-python ----------------------------------------------------------------------

LANGUAGE_TOOL_PYTHON: Final = """
import json, sys
from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError
url, text = sys.argv[1:]
out = {}
with LanguageTool("en-US", remote_server=url) as tool:
    out["matches"] = [
        [m.rule_id, m.category, m.rule_issue_type, text[m.offset : m.offset + m.error_length],
         m.replacements, m.sentence, m.context[m.offset_in_context :][: m.error_length]]
        for m in tool.check(text)
    ]
    out["corrected"] = tool.correct(text)
    tool.disabled_rules = {"lowercase-name"}
    out["without a rule"] = [m.rule_id for m in tool.check(text)]
    tool.disabled_rules = set()
    tool.disabled_categories = {"CASING"}
    out["without a category"] = [m.rule_id for m in tool.check(text)]
    tool.disabled_categories = set()
    tool.enabled_rules, tool.enabled_rules_only = {"repeated-word"}, True
    out["one rule"] = [m.rule_id for m in tool.check(text)]
    tool.enabled_rules, tool.enabled_rules_only = set(), False
    tool.picky = True
    out["picky"] = [m.rule_id for m in tool.check(text)]
    try:
        tool.check("word " * 5000)
    except LanguageToolError as error:
        out["too long"] = str(error)
with LanguageTool("auto", remote_server=url) as tool:
    tool.preferred_variants = {"en-GB"}
    out["auto"] = [m.rule_id for m in tool.check(text)]
print(json.dumps(out))
"""


def test_language_tool_python(service: str) -> None:
    answer = answer_of(LANGUAGE_TOOL_PYTHON, service, TEXT)
    sentence = "😀 Benjamin netanyahu met the the press."
    assert [match[:6] for match in answer["matches"]] == [
        ["lowercase-name", "CASING", "typographical", "netanyahu", ["Netanyahu"], sentence],
        ["repeated-word", "REPETITIONS", "duplication", "the the", ["the"], sentence],
    ]
    assert answer["corrected"] == MENDED
    assert answer["without a rule"] == ["repeated-word"]
    assert answer["without a category"] == ["repeated-word"]
    assert answer["one rule"] == ["repeated-word"]
    assert answer["picky"] == answer["auto"] == ["lowercase-name", "repeated-word"]
    assert "exceeds the limit of 20000 characters (it's 25000 characters)" in answer["too long"]


@pytest.mark.languagetool
@pytest.mark.slow
def test_language_tool_python_gets_both_kinds_of_findings(service_with_grammar: str) -> None:
    program = """
import json, sys, time
from language_tool_python import LanguageTool
url, text = sys.argv[1:]
with LanguageTool("en-US", remote_server=url) as tool:
    tool.picky = True
    for _ in range(20):  # on a busy machine the engine is late, and the answer without it
        matches = tool.check(text)
        if len(matches) > 2:
            break
        time.sleep(1)
    found = [[m.rule_id, text[m.offset : m.offset + m.error_length]] for m in matches]
print(json.dumps({"found": found}))
"""
    text = f"{TEXT} 😀 The old brigde is closed until the end of May."
    found = answer_of(program, service_with_grammar, text)["found"]
    assert ["lowercase-name", "netanyahu"] in found
    assert ["MORFOLOGIK_RULE_EN_US", "brigde"] in found


# --- pylanguagetool ----------------------------------------------------------------------------

# Its command asks a module for its own version that setuptools no longer has and that it does not
# require: an empty one stands in.
PKG_RESOURCES: Final = """
import sys, types
sys.modules["pkg_resources"] = types.ModuleType("pkg_resources")
"""
PYLANGUAGETOOL: Final = f"""{PKG_RESOURCES}
import json
from pylanguagetool import api
url, text = sys.argv[1:]
url += "/v2/"
out = {{"languages": [language["longCode"] for language in api.get_languages(url)]}}
out["auto"] = api.check(text, api_url=url, lang="auto", preferred_variants="en-GB")
out["en"] = api.check(text, api_url=url, lang="en-US", disabled_rules="lowercase-name")
# Its own word list counts in code points where the format has UTF-16 units: no emoji here.
out["words"] = api.check(text[2:], api_url=url, lang="en-US", pwl=["netanyahu"])
out["picky"] = api.check(text, api_url=url, lang="en-US", picky=True)
try:
    api.check(text, api_url=url, lang="xx")
except ValueError as error:
    out["refused"] = str(error)
print(json.dumps(out))
"""
PYLANGUAGETOOL_COMMAND: Final = f"""{PKG_RESOURCES}
from pylanguagetool.cli import main
main()
"""


def test_pylanguagetool(service: str) -> None:
    answer = answer_of(PYLANGUAGETOOL, service, TEXT)
    assert {"en-US", "en-GB", "de-DE"} <= set(answer["languages"])
    assert answer["auto"]["language"]["code"] == "en-GB"
    assert answer["auto"]["language"]["detectedLanguage"]["confidence"] > 0
    rules = {
        name: [match["rule"]["id"] for match in answer[name]["matches"]]
        for name in ("auto", "en", "words", "picky")
    }
    assert rules["auto"] == rules["picky"] == ["lowercase-name", "repeated-word"]
    assert rules["en"] == rules["words"] == ["repeated-word"]
    assert answer["refused"].startswith("Error: 'xx' is not a language code")


def test_the_command_of_pylanguagetool(service: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT, encoding="utf-8")
    arguments = ["--api-url", f"{service}/v2/", "--lang", "auto", "--no-color", "--rules"]
    done = run(PYLANGUAGETOOL_COMMAND, *arguments, "--rule-categories", str(draft))
    assert done.returncode == 1, done.stderr[-2000:]  # mistakes were found
    assert "English (US) detected (50% confidence)" in done.stdout
    assert "“netanyahu” is a name and wants a capital" in done.stdout
    assert "Netanyahu" in done.stdout
    assert "lowercase-name" in done.stdout
    assert "Copydesk" in done.stdout
