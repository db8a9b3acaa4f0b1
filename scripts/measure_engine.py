"""Measure LanguageTool's rules one by one, and write which of them are worth a warning.

    python scripts/measure_engine.py --cache FOLDER --ask --write  write the table of rules
    python scripts/measure_engine.py --cache FOLDER --ask          print what the filter does
    python scripts/measure_engine.py --cache FOLDER --show         and each alarm, each lost hit

With `--ask` the server is asked about what the cache lacks. What the filter spares and costs is
measured on answers to the questions that the service asks, without the rules that are off. The
server reads the visible clean news and the labelled errors once, at both of its levels; its
answers stay in FOLDER, which must lie outside the repository: they quote the texts. An alarm is
what a rule marks in clean news outside of known errors, a hit a labelled error that it names as
the evaluation counts it. Both are counted after the filter by names, words and quotations, so that
the table holds what is left for the rule itself to answer for. No text gets into the table.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import importlib.util
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk import lexicons
from copydesk.analysis.analyzer import Analyzer, engine_language
from copydesk.analysis.foreign import sift
from copydesk.analysis.options import ENGINE_RULES, Grammar, Options
from copydesk.detectors.registry import DETECTORS
from copydesk.engines.base import EngineReport, EngineState
from copydesk.engines.rules import EngineRule, Standing
from copydesk.findings import Severity
from copydesk.inputs.reader import read
from engine_answers import DATA, Answers, Replay, Text, load_sets
from service import ROOT

if TYPE_CHECKING:
    from copydesk.analysis.foreign import Sifted
    from copydesk.engines.base import EngineMatch, Level
    from copydesk.findings import Finding

TABLE = ROOT / "app" / "copydesk" / "engines" / "languagetool" / "rules.tsv"
CLEAN = ("clean.bbc2005", "clean.onestop_adv", "clean.wikinews_gum")
ERRORS = ("spans.ewt", "spans.gum", "spans.cweb", "gold.real")
SEED = "gold.seed"
LEVELS: tuple[Level, ...] = ("default", "picky")
# Rules that LanguageTool makes of word lists, one for each entry: what holds for most of them holds
# for all, and most entries are never met in measurement.
KIN = (
    "EN_COMPOUNDS_",
    "EN_DIACRITICS_REPLACE_",
    "EN_GB_SIMPLE_REPLACE_",
    "EN_MULTITOKEN_SPELLING_",
    "EN_PLAIN_ENGLISH_REPLACE_",
    "EN_REDUNDANCY_REPLACE_",
    "EN_SIMPLE_REPLACE_",
    "EN_SPECIFIC_CASE",
    "EN_US_SIMPLE_REPLACE_",
    "EN_WORDINESS_REPLACE_",
    "MORFOLOGIK_RULE_EN_",
)
UNLABELLED = ("GRAMMAR", "CONFUSED_WORDS", "TYPOS")
# What counting can't tell and reading of all alarms did.
READ: dict[str, tuple[Standing, str]] = {
    "EN_A_VS_AN": (Standing.ON, "five of nine alarms are slips of the outlet"),
}
SPELLER = "MORFOLOGIK_RULE_EN_*"  # one rule, with a name for each dialect
_FIXES = 5  # that a finding offers
_OFF_FROM = 4  # alarms for each time that it is right
_NOISY = 9  # alarms that a rule may raise without as many labelled hits: 0.03 in 1,000 words
_MANY = 3  # times that a picky rule must be right to be taken seriously
_FEW = 5  # rules met once in a category, too few to speak for those never met
_SURELY = 0.9  # times right for each alarm that rules never met are trusted with


def evaluation() -> Any:  # noqa: ANN401 - a program, not a package
    """Load the evaluation, for its notion of a hit."""
    spec = importlib.util.spec_from_file_location("evaluation", DATA.parent / "evaluate.py")
    assert spec  # noqa: S101 - a path ends in .py
    assert spec.loader  # noqa: S101 - the same
    module = importlib.util.module_from_spec(spec)
    sys.modules["evaluation"] = module
    spec.loader.exec_module(module)
    return module


@dataclass
class Count:
    """What a rule, or its kin, did in one level."""

    category: str = ""
    style: bool = False
    alarms: int = 0
    hits: int = 0
    finds: int = 0  # in the texts with errors, labelled or not


@dataclass
class Counts:
    """What all rules did in one level."""

    level: Level
    words: int = 0
    erring_words: int = 0
    rules: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))


def kin_of(rule: str) -> str | None:
    """Return the row of the table that speaks for a rule and all of its kin."""
    return next((f"{kin}*" for kin in KIN if rule.startswith(kin)), None)


class Measurer:
    """Counts with the evaluation's notion of a hit."""

    def __init__(self, cache: Path) -> None:
        """Load the evaluation, the sets and what the cache holds."""
        self.evaluation = evaluation()
        self.texts = load_sets([*CLEAN, *ERRORS, SEED])
        self.answers = {level: Answers(cache, level) for level in LEVELS}
        self.served = {level: Answers(cache, level, served=True) for level in LEVELS}

    def ask(self) -> None:
        """Ask the installed server about what the cache lacks."""
        for level, answers in self.answers.items():
            print(f"{level}: {answers.complete(self.texts)} texts were asked about")

    def ask_as_served(self, level: Level) -> None:
        """Ask as the service does, with the table as it is now."""
        print(f"{level}, as served: {self.served[level].complete(self.texts)} were asked about")

    # --- one rule after the other -----------------------------------------------------------

    def count(self, level: Level) -> Counts:
        """Count alarms and hits of every rule, after the filter."""
        words = lexicons.load()
        answers = self.answers[level]
        counts = Counts(level)
        for text in self.texts:
            document = read(text.article)
            matches = answers.of(document.text, engine_language(document.language))
            report = EngineReport("languagetool", EngineState.OK, answers.version, 0, matches, None)
            issues: list[Any] = []
            for sifted in sift(report, document, words):
                row = counts.rules[sifted.match.rule_id]
                row.category = sifted.match.category
                row.style |= sifted.rule == "style-note"
                # What the article made a mere remark is no matter of the rule.
                if sifted.standing is Standing.ON or row.style:
                    issues.append(self._issue(sifted))
            self._add(counts, text, issues)
        return counts

    def _issue(self, sifted: Sifted) -> Any:  # noqa: ANN401 - the evaluation's own type
        match = sifted.match
        fixes = tuple(((match.start, match.end, new),) for new in match.replacements[:_FIXES])
        family = ENGINE_RULES[sifted.rule].value
        return self.evaluation.Issue(
            match.rule_id, family, "warning", 1, match.start, match.end, fixes
        )

    def _add(self, counts: Counts, text: Text, issues: list[Any]) -> None:
        if text.set in CLEAN:
            counts.words += len(text.record["text"].split())
            for issue in issues:
                if not self._is_known(issue, text):
                    counts.rules[issue.rule].alarms += 1
        elif text.set in ERRORS:
            counts.erring_words += len(text.record["text"].split())
            for issue in issues:
                counts.rules[issue.rule].finds += 1
            for gold in text.musts:
                for rule in {one.rule for one in issues if self._names(one, gold, text)}:
                    counts.rules[rule].hits += 1

    def _is_known(self, issue: Any, text: Text) -> bool:  # noqa: ANN401 - as above
        known = text.record["known_errors"]
        return any(self.evaluation.touches(issue, one["start"], one["end"]) for one in known)

    def _names(self, issue: Any, gold: dict[str, Any], text: Text) -> bool:  # noqa: ANN401 - as above
        return bool(self.evaluation.named(issue, gold, text.record["text"]))

    # --- all of it together -----------------------------------------------------------------

    async def effect(self, level: Level, *, show: bool) -> None:
        """Print what an answer with the engine has: alarms, and which raw hits it keeps."""
        answers = self.answers[level]
        analyzer = Analyzer(DETECTORS, lexicons.load(), Replay(self.served[level]))
        alarms: Counter[tuple[str, str, str]] = Counter()
        rules: Counter[str] = Counter()
        kept: defaultdict[str, Counter[str]] = defaultdict(Counter)
        words = 0
        async with analyzer:
            for text in self.texts:
                analysis = await analyzer.analyse(text.article, Options(grammar=Grammar.REQUIRED))
                issues = [self._as_issue(finding) for finding in analysis.findings]
                if text.set in CLEAN:
                    words += len(text.record["text"].split())
                    for finding, issue in zip(analysis.findings, issues, strict=True):
                        if self._is_known(issue, text):
                            continue
                        kind = "gs" if issue.family in {"grammar", "spelling"} else "artifact"
                        alarms[issue.severity, kind, finding.source] += 1
                        if finding.source_rule and finding.severity > Severity.INFO:
                            rules[finding.source_rule] += 1
                            if show:
                                print(f"alarm {finding.source_rule} {_context(text, issue)}")
                    continue
                matches = answers.of(
                    analysis.document.text, engine_language(analysis.document.language)
                )
                raw = [self._raw(match) for match in matches]
                for gold in text.musts:
                    key = f"{text.set}: {gold.get('type') or gold['family']}"
                    named = [one for one in raw if self._names(one, gold, text)]
                    ours = [one for one in issues if self._names(one, gold, text)]
                    kept[key].update(
                        must=1, raw=bool(named), ours=bool(ours), kept=bool(named and ours)
                    )
                    if show and named and not ours:
                        print(f"lost {key} {named[0].rule} {_context(text, named[0])}")
        _print_effect(words, alarms, rules, kept)

    def _as_issue(self, finding: Finding) -> Any:  # noqa: ANN401 - as above
        fixes = tuple(
            tuple((edit.span.start, edit.span.end, edit.text) for edit in fix.edits)
            for fix in finding.fixes
        )
        return self.evaluation.Issue(
            finding.detector,
            finding.family.value,
            finding.severity.label,
            finding.confidence,
            finding.span.start,
            finding.span.end,
            fixes,
        )

    def _raw(self, match: EngineMatch) -> Any:  # noqa: ANN401 - as above
        rival = self.evaluation.LanguageTool
        family = rival.family(rival, match.rule_id, match.category, match.issue_type)
        fixes = tuple(((match.start, match.end, new),) for new in match.replacements[:3])
        return self.evaluation.Issue(
            match.rule_id, family, "warning", 1, match.start, match.end, fixes
        )


def _context(text: Text, issue: Any) -> str:  # noqa: ANN401 - the evaluation's own type
    whole = text.record["text"]
    before = whole[max(0, issue.start - 50) : issue.start]
    after = whole[issue.end : issue.end + 40]
    return f"{before}⟦{whole[issue.start : issue.end]}⟧{after}".replace("\n", "⏎")


def _print_effect(
    words: int,
    alarms: Counter[tuple[str, str, str]],
    rules: Counter[str],
    kept: dict[str, Counter[str]],
) -> None:
    print(f"clean news, {words} words: findings per 1,000")
    for (severity, kind, source), count in sorted(alarms.items()):
        print(f"  {severity:8} {kind:9} {source:13} {1000 * count / words:.3f}")
    ten = ", ".join(f"{rule} {count}" for rule, count in rules.most_common(10))
    print(f"  the ten rules of the engine that alarm most: {ten}")
    print("labelled errors named: by the raw engine, with Copydesk, and of the raw ones kept")
    total: Counter[str] = Counter()
    for key, row in kept.items():
        print(f"  {key:34} {row['must']:5} {row['raw']:5} {row['ours']:5} {row['kept']:5}")
        if key.startswith("spans"):
            total.update(row)
    if total["raw"]:
        share = total["kept"] / total["raw"]
        print(f"  of {total['raw']} raw hits in spans {total['kept']} are kept: {share:.3f}")


# --- the table ------------------------------------------------------------------------------


def right(count: Count, counts: Counts) -> int:
    """Return how often a rule was right in the texts with errors.

    Their labels name a few kinds of errors, so that most rules on grammar have no hit. What these
    find there more often than in clean news is taken for errors, too; not so commas and hyphens,
    which depend on the house as much.
    """
    if count.category not in UNLABELLED:
        return count.hits
    by_chance = count.alarms * counts.erring_words / counts.words
    return max(count.hits, round(count.finds - by_chance))


def standing_of(count: Count, times_right: int, *, picky: bool) -> tuple[Standing, str]:
    """Return what a rule has earned, and why."""
    alarms = count.alarms
    if alarms > _OFF_FROM * max(times_right, 1):
        return Standing.OFF, "marks good copy"
    if count.style:
        return Standing.INFO, "a matter of style"
    if times_right < max(alarms, 1):
        return Standing.INFO, "wrong more often than right" if alarms else "found nothing wrong"
    if alarms > max(_NOISY, count.hits):
        return Standing.INFO, "too many alarms"
    if picky and times_right < _MANY:
        return Standing.INFO, "a picky rule, met seldom"
    return Standing.ON, "right more often than wrong" if alarms else "never wrong"


def joined(counts: Counts) -> dict[str, Count]:
    """Return the counts with those of kin added up, but for kin that earned its own row."""
    rows: dict[str, Count] = {}
    for rule, count in counts.rules.items():
        kin = kin_of(rule)
        if kin is None or (count.hits > count.alarms and kin != SPELLER):
            rows[rule] = count
            continue
        row = rows.setdefault(kin, Count(count.category))
        row.style |= count.style
        row.alarms += count.alarms
        row.hits += count.hits
        row.finds += count.finds
    return rows


def table_of(default: Counts, picky: Counts) -> list[EngineRule]:
    """Return a row for each rule that was met, and one for those that were not, by category."""
    rows: list[EngineRule] = []
    usual, strict = joined(default), joined(picky)
    for rule, count in (usual | {rule: strict[rule] for rule in strict.keys() - usual}).items():
        is_picky = rule not in usual
        times_right = right(count, picky if is_picky else default)
        standing, reason = standing_of(count, times_right, picky=is_picky)
        if rule in READ:
            standing, reason = READ[rule]
        rows.append(
            EngineRule(rule, count.category, count.alarms, times_right, is_picky, standing, reason)
        )
    rows.sort(key=lambda row: row.rule)
    return _defaults(usual, default) + rows


def _defaults(rules: dict[str, Count], counts: Counts) -> list[EngineRule]:
    """Speak for the rules never met: by those that were met just once, as Good and Turing did."""
    once: dict[str, Count] = {}
    for count in rules.values():
        row = once.setdefault(count.category, Count(count.category))
        row.style |= count.style
        row.alarms += count.alarms == 1
        row.hits += count.hits == 1
        row.finds += count.finds == 1
    defaults = [EngineRule("*", "*", 0, 0, False, Standing.INFO, "never met")]  # noqa: FBT003 - a row
    for category, row in sorted(once.items()):
        times_right = right(row, counts)
        if row.alarms + times_right < _FEW:
            continue
        reason = (
            f"met once: {row.alarms} rules in clean news, {row.finds} in texts with errors, "
            f"of these {row.hits} on a label"
        )
        on = not row.style and times_right >= _SURELY * row.alarms
        standing = Standing.ON if on else Standing.INFO
        defaults.append(EngineRule("*", category, row.alarms, times_right, False, standing, reason))  # noqa: FBT003 - a row
    return defaults


def written(rows: list[EngineRule], version: str | None, words: int, erring: int) -> str:
    """Return the table as its file."""
    head = [
        f"LanguageTool {version}, measured {dt.datetime.now(dt.UTC):%Y-%m-%d} with",
        "python scripts/measure_engine.py --cache FOLDER --ask --write",
        f"Alarms on {words} words of clean news: {', '.join(CLEAN)}.",
        f"Hits on {erring} words with labelled errors: {', '.join(ERRORS)}.",
        "Both after the filter by names, words and quotations; docs/engine.md tells more.",
        "rule\tcategory\tlevel\talarms\thits\tstanding\treason",
    ]
    lines = [f"# {line}" for line in head]
    for row in rows:
        level = "picky" if row.picky else "default"
        cells = (row.rule, row.category, level, row.alarms, row.hits, row.standing, row.reason)
        lines.append("\t".join(map(str, cells)))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Ask, count, write, or print what comes of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cache", type=Path, required=True, help="a folder for raw answers")
    parser.add_argument("--ask", action="store_true", help="ask the server about what is missing")
    parser.add_argument("--write", action="store_true", help="write the table of rules")
    parser.add_argument("--level", choices=LEVELS, default="default", help="whose effect to print")
    parser.add_argument("--show", action="store_true", help="print alarms and lost hits, each")
    chosen = parser.parse_args()
    if not DATA.exists():
        print("The evaluation sets are not beside this repository: nothing to measure.")
        return 0
    if chosen.cache.resolve().is_relative_to(ROOT):
        parser.error("the cache quotes the texts and must lie outside the repository")
    measurer = Measurer(chosen.cache)
    if chosen.ask:
        measurer.ask()
    if chosen.write:
        default, picky = (measurer.count(level) for level in LEVELS)
        rows = table_of(default, picky)
        version = measurer.answers["default"].version
        TABLE.write_text(
            written(rows, version, default.words, default.erring_words), encoding="utf-8"
        )
        print(f"{len(rows)} rows in {TABLE.relative_to(ROOT)}")
    else:
        if chosen.ask:
            measurer.ask_as_served(chosen.level)
        asyncio.run(measurer.effect(chosen.level, show=chosen.show))
    return 0


if __name__ == "__main__":
    sys.exit(main())
