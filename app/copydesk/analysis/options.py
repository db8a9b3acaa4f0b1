"""What a caller may choose: profile, rules, grammar, and how much is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from copydesk.detectors.registry import DETECTORS, RENAMED
from copydesk.errors import UnknownNameError
from copydesk.findings import Family, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.engines.base import Level

# Our ids for what engines find; their own ids stay visible as `source_rule`.
ENGINE_RULES: Final[Mapping[str, Family]] = {
    "misspelling": Family.SPELLING,
    "grammar-slip": Family.GRAMMAR,
    "punctuation-slip": Family.GRAMMAR,
    "style-note": Family.GRAMMAR,
}
# Engines have thousands of rules and tell none of them in advance: any id of their form is taken.
ENGINE_RULE_PATTERN: Final = r"[A-Z][A-Z0-9_]{2,80}(\[[0-9]{1,3}\])?"
_ENGINE_RULE: Final = re.compile(ENGINE_RULE_PATTERN)


class Verdict(StrEnum):
    """What a score says to do with the article."""

    PUBLISH = "publish"
    REVIEW = "review"
    REJECT = "reject"


class Grammar(StrEnum):
    """Whether a grammar engine takes part."""

    AUTO = "auto"
    OFF = "off"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Profile:
    """A house's view of the same defects: severities, thresholds of the verdict, rules left out."""

    name: str = "news"
    publish_from: float = 95.0
    review_from: float = 70.0
    severities: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    off: frozenset[str] = frozenset()

    def verdict(self, value: float) -> Verdict:
        """Return what the score says to do."""
        if value >= self.publish_from:
            return Verdict.PUBLISH
        return Verdict.REVIEW if value >= self.review_from else Verdict.REJECT


NEWS: Final = Profile()


@dataclass(frozen=True, slots=True)
class Options:
    """How one article is analysed. Rules and families are checked by `resolved`."""

    profile: Profile = NEWS
    enable: frozenset[str] = frozenset()
    disable: frozenset[str] = frozenset()
    min_severity: Severity = Severity.INFO
    grammar: Grammar = Grammar.AUTO
    fixes: bool = True
    deadline: float | None = None  # seconds to wait for engines
    level: Level = "default"  # what engines are asked for

    def __post_init__(self) -> None:
        """Refuse rules that don't exist, with the nearest that does."""
        object.__setattr__(self, "enable", _resolved(self.enable))
        object.__setattr__(self, "disable", _resolved(self.disable))

    def runs(
        self, rule: str, family: Family, *, preview: bool, source_rule: str | None = None
    ) -> bool:
        """Tell whether a rule takes part."""
        disable, enable = self.disable, self.enable
        if disable and (rule in disable or family in disable or source_rule in disable):
            return False
        if enable and (rule in enable or family in enable):
            return True
        return not preview and rule not in self.profile.off


def rule_names() -> frozenset[str]:
    """Return every name that `enable` and `disable` know: rules and families."""
    rules = {detector.id for detector in DETECTORS}
    return frozenset(rules | set(RENAMED) | set(ENGINE_RULES) | {family.value for family in Family})


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like `name`, None where nothing is."""
    found = get_close_matches(name.lower().replace("_", "-"), sorted(names), n=1, cutoff=0.5)
    return found[0] if found else None


def _resolved(names: frozenset[str]) -> frozenset[str]:
    if not names:
        return names
    known = rule_names()
    for name in sorted(names):
        if name not in known and not _ENGINE_RULE.fullmatch(name):
            kind = "rule or family"
            raise UnknownNameError(kind, name, nearest(name, known))
    return frozenset(RENAMED.get(name, name) for name in names)
