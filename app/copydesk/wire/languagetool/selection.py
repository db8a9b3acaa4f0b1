"""Which rules a client wants, and which findings it is shown.

`mode` is for clients that ask twice, once for rules that look across the text and once for the
others. Both halves are cut out of one whole: where a rule of one half absorbs a finding of the
other, an analysis with half of the rules would show both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from copydesk.analysis.options import ENGINE_RULE_PATTERN, Grammar, Options, rule_names
from copydesk.detectors.base import Scope
from copydesk.detectors.registry import DETECTORS, RENAMED
from copydesk.findings import OURS, Family, Severity
from copydesk.wire.languagetool.kinds import family_named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from copydesk.engines.base import EngineMatch
    from copydesk.findings import Finding
    from copydesk.wire.languagetool.parameters import Check

_ENGINE_RULE: Final = re.compile(ENGINE_RULE_PATTERN)


@dataclass(frozen=True, slots=True)
class Selection:
    """Rules and categories by every name that they have: ours, and the engine's own."""

    rules: frozenset[str]
    families: frozenset[Family]  # by our name or a category's
    categories: frozenset[str]

    @classmethod
    def of(cls, rules: Iterable[str], categories: Iterable[str]) -> Self:
        """Read what a client names; a family may stand among the rules, as in `/analyze`."""
        names, kinds = frozenset(rules), frozenset(categories)
        families = (family_named(name) for name in kinds | (names & _families()))
        return cls(
            frozenset(RENAMED.get(name, name) for name in names),
            frozenset(family for family in families if family),
            kinds,
        )

    def __bool__(self) -> bool:
        """Hold where anything is named."""
        return bool(self.rules or self.families or self.categories)

    def holds(self, finding: Finding, match: EngineMatch | None) -> bool:
        """Tell whether a finding is of a rule or a category that is named."""
        if finding.detector in self.rules or finding.source_rule in self.rules:
            return True
        if match is None or not match.category:
            return finding.family in self.families
        # `GRAMMAR` is the engine's own category, `grammar` our family of what it finds.
        family = finding.family.value
        return match.category in self.categories or family in self.categories | self.rules

    def takes(self, detector: str, family: Family) -> bool:
        """Tell whether a detector of ours is named."""
        return detector in self.rules or family in self.families


@dataclass(frozen=True, slots=True)
class Choice:
    """What a client asks for."""

    check: Check
    enabled: Selection
    disabled: Selection

    @classmethod
    def of(cls, check: Check) -> Self:
        """Read it from the parameters."""
        return cls(
            check,
            Selection.of(check.enabled_rules, check.enabled_categories),
            Selection.of(check.disabled_rules, check.disabled_categories),
        )

    def options(self) -> Options:
        """Return how the text is to be analysed.

        The engine's findings stay until they can be told by its own categories: see `shows`.
        """
        if self.check.enabled_only:
            others = {d.id for d in DETECTORS if not self.enabled.takes(d.id, d.family)}
        else:
            others = {d.id for d in DETECTORS if self.disabled.takes(d.id, d.family)}
        return Options(
            enable=_known(self.enabled),
            disable=frozenset(others)
            | frozenset(name for name in self.disabled.rules if _ENGINE_RULE.fullmatch(name)),
            min_severity=self.least,
            # The engine's findings are no part of this half.
            grammar=Grammar.OFF if self.check.mode == "textLevelOnly" else Grammar.AUTO,
            level=self.check.level,
        )

    @property
    def least(self) -> Severity:
        """The mildest findings that may be shown: information is for those who ask for it."""
        asks = self.check.level == "picky" or bool(self.enabled)
        return Severity.INFO if asks else Severity.WARNING

    def shows(self, finding: Finding, match: EngineMatch | None) -> bool:
        """Tell whether the client is to see a finding; `match` is the engine's own, if it has one.

        Information is shown at the level `picky`, and where its rule is enabled by name.
        """
        named = self.enabled.holds(finding, match)
        if self.check.enabled_only and not named:
            return False
        if self.disabled.holds(finding, match):
            return False
        if finding.severity is Severity.INFO and self.check.level != "picky" and not named:
            return False
        match self.check.mode:
            case "textLevelOnly":
                return is_text_level(finding)
            case "allButTextLevelOnly":
                return not is_text_level(finding)
            case "all":
                return True


def is_text_level(finding: Finding) -> bool:
    """Tell whether a finding rests on more than its own paragraph."""
    return finding.source == OURS and finding.detector in _text_level()


@cache
def _text_level() -> frozenset[str]:
    return frozenset(d.id for d in DETECTORS if d.scope is Scope.DOCUMENT)


@cache
def _families() -> frozenset[str]:
    return frozenset(family.value for family in Family)


def _known(selection: Selection) -> frozenset[str]:
    names = rule_names()
    families = {family.value for family in selection.families}
    return frozenset({name for name in selection.rules if name in names} | families)
