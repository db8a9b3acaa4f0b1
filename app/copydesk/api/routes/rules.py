"""`GET /rules` and `/rules/{id}`: the catalogue."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter

from copydesk.analysis.options import nearest, rule_names
from copydesk.api.problems import PROBLEM_CONTENT
from copydesk.errors import NoSuchRuleError
from copydesk.wire.rules import RulePageOut, RulesOut, all_rules, rule_page

router = APIRouter(tags=["Catalogue"])
_RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    404: {"description": "No such rule.", "content": PROBLEM_CONTENT},
    422: {"description": "The id is no text.", "content": PROBLEM_CONTENT},
}


@router.get("/rules", summary="List all rules")
async def rules() -> RulesOut:
    """Return every rule with its family, severity and summary."""
    return all_rules()


@router.get("/rules/{rule}", summary="Show one rule", responses=_RESPONSES)
async def rule(rule: str) -> RulePageOut:
    """Return a rule's page: what it does, why it matters, what it flags and what it doesn't."""
    page = rule_page(rule)
    if page is None:
        name, kind = rule[:100], "rule"
        raise NoSuchRuleError(kind, name, nearest(name, rule_names()))
    return page
