"""`GET /rules` and `/rules/{id}`: the catalogue."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from copydesk.analysis.options import nearest, rule_names
from copydesk.api.problems import MEDIA_TYPE, ProblemOut
from copydesk.errors import NoSuchRuleError
from copydesk.wire.rules import RulePageOut, RulesOut, all_rules, rule_page

router = APIRouter()
_NOT_FOUND = {
    "description": "No such rule.",
    "content": {MEDIA_TYPE: {"schema": ProblemOut.model_json_schema()}},
}


@router.get("/rules", summary="List all rules")
async def rules() -> RulesOut:
    """Return every rule with its family, severity and summary."""
    return all_rules()


@router.get("/rules/{rule}", summary="Show one rule", responses={404: _NOT_FOUND})
async def rule(rule: Annotated[str, Path(max_length=100)]) -> RulePageOut:
    """Return a rule's page: what it does, why it matters, what it flags and what it doesn't."""
    page = rule_page(rule)
    if page is None:
        name, kind = rule[:100], "rule"
        raise NoSuchRuleError(kind, name, nearest(name, rule_names()))
    return page
