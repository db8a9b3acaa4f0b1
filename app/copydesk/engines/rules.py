"""What measurement says of an engine's rules, one by one: which are worth an editor's time.

The table of an engine is the file `rules.tsv` in its folder, written by `scripts/measure_engine.py`
from alarms on clean news and hits on labelled errors; docs/engine.md tells how to read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANY: Final = "*"
_COLUMNS: Final = 7


class Standing(StrEnum):
    """What becomes of a rule's findings."""

    ON = "on"  # a warning
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class EngineRule:
    """A rule as measured. Ids that end in `*` stand for all that begin so; so does a category."""

    rule: str
    category: str
    alarms: int
    hits: int
    picky: bool
    standing: Standing
    reason: str

    @property
    def confidence(self) -> float:
        """The share of hits among what it found, pulled towards one half where that is little."""
        return round((self.hits + 1) / (self.hits + self.alarms + 2), 2)


# Of an engine that nobody measured, nothing is worth a warning.
_UNMEASURED: Final = EngineRule(_ANY, _ANY, 0, 0, False, Standing.INFO, "not measured")  # noqa: FBT003 - a row of the table


@dataclass(frozen=True, slots=True)
class RuleTable:
    """The rules of an engine that were met in measurement, and what holds for all others."""

    rules: Mapping[str, EngineRule]
    prefixes: tuple[EngineRule, ...]
    categories: Mapping[str, EngineRule]

    @property
    def off(self) -> tuple[str, ...]:
        """The ids of single rules that are off, in order: an engine can be spared their work.

        Kin that are off come from a list that has a few entries worth having.
        """
        return tuple(
            sorted(rule for rule, row in self.rules.items() if row.standing is Standing.OFF)
        )

    def of(self, rule: str, category: str) -> EngineRule:
        """Return what is known of a rule: itself, its kin, its category, or nothing."""
        if (known := self.rules.get(rule)) is not None:
            return known
        for kin in self.prefixes:
            if rule.startswith(kin.rule[:-1]):
                return kin
        return self.categories.get(category) or self.categories.get(_ANY, _UNMEASURED)


@cache
def load_rules(engine: str) -> RuleTable:
    """Read the table of an engine, empty where it has none."""
    file = resources.files("copydesk.engines").joinpath(engine, "rules.tsv")
    return parse_rules(file.read_text(encoding="utf-8") if file.is_file() else "")


def parse_rules(text: str) -> RuleTable:
    """Read a table."""
    rows = [_row(line) for line in text.splitlines() if line and not line.startswith("#")]
    prefixes = [row for row in rows if row.rule != _ANY and row.rule.endswith(_ANY)]
    return RuleTable(
        {row.rule: row for row in rows if not row.rule.endswith(_ANY)},
        tuple(sorted(prefixes, key=lambda row: -len(row.rule))),
        {row.category: row for row in rows if row.rule == _ANY},
    )


def _row(line: str) -> EngineRule:
    cells = line.split("\t")
    if len(cells) != _COLUMNS:
        raise ValueError(f"a rule has {_COLUMNS} columns, not as in: {line}")
    rule, category, level, alarms, hits, standing, reason = cells
    return EngineRule(
        rule, category, int(alarms), int(hits), level == "picky", Standing(standing), reason
    )
