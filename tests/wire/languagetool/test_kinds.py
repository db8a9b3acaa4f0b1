"""Every rule has a category and an issue type that clients know."""

from __future__ import annotations

import pytest

from copydesk.analysis.options import ENGINE_RULES
from copydesk.detectors.registry import DETECTORS
from copydesk.findings import Family
from copydesk.wire.languagetool import kinds
from copydesk.wire.languagetool.kinds import KINDS, family_named, issue_type

# The values of the attribute locQualityIssueType in the Internationalization Tag Set 2.0.
ITS = set(
    """terminology mistranslation omission untranslated addition duplication inconsistency grammar
    legal register locale-specific-content locale-violation style characters misspelling
    typographical formatting inconsistent-entities numbers markup pattern-problem whitespace
    internationalization length non-conformance uncategorized other""".split()
)
RULES = {d.id: d.family for d in DETECTORS} | dict(ENGINE_RULES)


def test_every_family_is_a_category() -> None:
    assert set(KINDS) == set(Family)
    assert len({kind.category for kind in KINDS.values()}) == len(Family)


@pytest.mark.parametrize(("rule", "family"), RULES.items(), ids=RULES)
def test_every_rule_has_an_issue_type_of_the_standard(rule: str, family: Family) -> None:
    assert issue_type(rule, family) in ITS


def test_no_rule_that_is_gone_has_one() -> None:
    assert set(kinds._ISSUE_TYPES) <= set(RULES)


@pytest.mark.parametrize("family", Family)
def test_a_family_is_known_by_both_of_its_names(family: Family) -> None:
    assert family_named(family.value) is family
    assert family_named(KINDS[family].category) is family
    assert family_named("COLLOQUIALISMS") is None
