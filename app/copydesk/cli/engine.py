"""`copydesk engine install` and `engine status`: LanguageTool on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from copydesk.engines.languagetool import install as installation

if TYPE_CHECKING:
    from copydesk.engines.languagetool.java import Java


@click.group()
def engine() -> None:
    """Install LanguageTool, or see what is there."""


def _progress(message: str) -> None:
    click.echo(message, err=True)


@engine.command()
def install() -> None:
    """Download LanguageTool and verify every file; a second run finds it whole at once."""
    result = installation.install(_progress)
    what = f"{result.jars} jars, {result.megabytes:.0f} MB"
    how = f"{result.fetched} fetched" if result.fetched else "all there"
    took = f"{result.seconds:.1f} s"
    click.echo(f"LanguageTool {result.version} is installed ({what}, {how}, {took})")
    click.echo(f"  in {result.directory}")
    click.echo(f"  runs on {_java(result.java)}")


@engine.command()
@click.pass_context
def status(context: click.Context) -> None:
    """Tell what is installed; exits with 2 where something is missing."""
    found = installation.status()
    click.echo(f"LanguageTool {found.version}: {'installed' if found.installed else 'not usable'}")
    click.echo(f"  folder: {found.directory}")
    click.echo(f"  Java: {_java(found.java) if found.java else 'none'}")
    if found.detail:
        click.echo(f"  {found.detail}")
        context.exit(2)


def _java(java: Java) -> str:
    return f"Java {java.major} from {java.source} ({java.path})"
