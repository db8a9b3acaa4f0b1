"""`copydesk engine install` and `engine status`: LanguageTool on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from copydesk.engines.languagetool import install as installation
from copydesk.engines.languagetool.languages import BUILT_IN, LANGUAGES
from copydesk.text.languages import language_name

if TYPE_CHECKING:
    from copydesk.engines.languagetool.java import Java


@click.group()
def engine() -> None:
    """Install LanguageTool, or see what is there."""


def _progress(message: str) -> None:
    click.echo(message, err=True)


@engine.command()
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    type=click.Choice((*BUILT_IN, *LANGUAGES), case_sensitive=False),
    help="A language to add, such as `de`; can be given several times.",
)
def install(*, languages: tuple[str, ...]) -> None:
    """Download LanguageTool and verify every file; a second run finds it whole at once.

    It comes with English, Catalan, Spanish and Portuguese, which its server needs. Languages that
    are there already stay.
    """
    result = installation.install(_progress, languages=languages)
    what = f"{result.jars} jars, {result.megabytes:.0f} MB"
    how = f"{result.fetched} fetched" if result.fetched else "all there"
    took = f"{result.seconds:.1f} s"
    click.echo(f"LanguageTool {result.version} is installed ({what}, {how}, {took})")
    click.echo(f"  in {result.directory}")
    click.echo(f"  for {_named(result.languages)}")
    click.echo(f"  runs on {_java(result.java)}")


@engine.command()
@click.pass_context
def status(context: click.Context) -> None:
    """Tell what is installed; exits with 2 where something is missing."""
    found = installation.status()
    click.echo(f"LanguageTool {found.version}: {'installed' if found.installed else 'not usable'}")
    click.echo(f"  folder: {found.directory}")
    if found.languages:
        click.echo(f"  languages: {_named(found.languages)}")
    click.echo(f"  Java: {_java(found.java) if found.java else 'none'}")
    if found.detail:
        click.echo(f"  {found.detail}")
        context.exit(2)


def _named(languages: tuple[str, ...]) -> str:
    return ", ".join(map(language_name, languages))


def _java(java: Java) -> str:
    return f"Java {java.major} from {java.source} ({java.path})"
