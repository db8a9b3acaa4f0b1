"""`copydesk rules`, `explain` and `openapi`: what there is to know without an article."""

from __future__ import annotations

import json
from typing import Final

import click

from copydesk.analysis.options import nearest, rule_names
from copydesk.errors import NoSuchRuleError
from copydesk.wire.rules import all_rules, rule_page

_WIDTH: Final = 24


@click.command()
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
def rules(format_name: str) -> None:
    """List all rules."""
    catalogue = all_rules()
    if format_name == "json":
        click.echo(json.dumps(catalogue.model_dump(mode="json"), ensure_ascii=False, indent=2))
        return
    for rule in catalogue.rules:
        state = " (preview)" if rule.preview else ""
        click.echo(
            f"{rule.id:{_WIDTH}} {rule.severity:8} {rule.family.value:13} {rule.summary}{state}"
        )


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Show the page of a rule: what it does, why it matters, what it flags and what not."""
    page = rule_page(rule)
    if page is None:
        kind = "rule"
        raise NoSuchRuleError(kind, rule, nearest(rule, rule_names()))
    click.echo(page.markdown, nl=False)


@click.command()
def openapi() -> None:
    """Print the OpenAPI document of the service."""
    from copydesk.api.main import create_app  # noqa: PLC0415 - FastAPI takes half a second to load
    from copydesk.settings import read_settings  # noqa: PLC0415

    document = create_app(read_settings()).openapi()
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True))
