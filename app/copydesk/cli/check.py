"""`copydesk check`: analyse drafts and say by the exit code whether they pass."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Final

import click

from copydesk.analysis.options import Grammar, Options
from copydesk.cli.files import STANDARD_INPUT, expand, load
from copydesk.config.profiles import NAMES, load_profiles
from copydesk.errors import CopydeskError, InputError
from copydesk.findings import Severity
from copydesk.inputs.article import Article
from copydesk.outputs.base import NamedAnalysis
from copydesk.outputs.registry import FORMATS
from copydesk.settings import read_settings
from copydesk.wiring import ready_analyzer

if TYPE_CHECKING:
    from copydesk.analysis.analysis import Analysis
    from copydesk.settings import Settings

CLEAN: Final = 0
FINDINGS: Final = 1
COULD_NOT_RUN: Final = 2
_SEVERITIES: Final = [severity.label for severity in Severity]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="How to print.",
)
@click.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    default="warning",
    show_default=True,
    help="Report, and count, issues from here up.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    help="Pass articles whose score is at least this.",
)
@click.option(
    "--max-issues",
    type=click.IntRange(0),
    help="Pass up to this many issues in all (default 0, unlimited with --fail-under).",
)
@click.option(
    "--enable", multiple=True, metavar="RULE", help="Add a rule or family; may be repeated."
)
@click.option(
    "--disable", multiple=True, metavar="RULE", help="Leave out a rule or family; may be repeated."
)
@click.option(
    "--profile",
    type=click.Choice(NAMES),
    default="news",
    show_default=True,
    help="The kind of house.",
)
@click.option("--language", default="auto", show_default=True, help="BCP 47 code, or auto.")
@click.option(
    "--grammar",
    type=click.Choice([one.value for one in Grammar]),
    help="Default: off, or auto if COPYDESK_LANGUAGETOOL_URL is set. required starts a server.",
)
@click.option(
    "--stdin-filename", default="stdin", help="What to call standard input in the report."
)
@click.option(
    "--exclude", multiple=True, metavar="GLOB", help="Leave out files in folders; may be repeated."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--statistics", is_flag=True, help="Count issues by rule at the end.")
@click.pass_context
def check(  # noqa: PLR0913 - the options of a command line
    context: click.Context,
    *,
    paths: tuple[str, ...],
    format_name: str,
    severity: str,
    fail_under: float | None,
    max_issues: int | None,
    enable: tuple[str, ...],
    disable: tuple[str, ...],
    profile: str,
    language: str,
    grammar: str | None,
    stdin_filename: str,
    exclude: tuple[str, ...],
    exit_zero: bool,
    statistics: bool,
) -> None:
    """Check articles: files, folders (all .txt in them), or - for standard input.

    Exits with 0 if all pass, 1 if there are findings, 2 if something could not be checked.
    """
    settings = read_settings()
    default = Grammar.AUTO if settings.languagetool_url else Grammar.OFF
    options = Options(
        profile=load_profiles()[profile],
        enable=frozenset(enable),
        disable=frozenset(disable),
        min_severity=Severity[severity.upper()],
        grammar=Grammar(grammar) if grammar else default,
    )
    names = list(expand(paths, exclude))
    if not names:
        click.echo("No .txt files there: nothing was checked.", err=True)
        context.exit(COULD_NOT_RUN)
    analyses, failures = asyncio.run(
        _analyse(names, options, settings, language=language, stdin_filename=stdin_filename)
    )
    click.echo(FORMATS[format_name].render(analyses), nl=False)
    if statistics:
        _print_statistics(analyses)
    for failure in failures:
        click.echo(f"copydesk: {failure}", err=True)
    if failures:
        context.exit(COULD_NOT_RUN)
    passed = _passes([one.analysis for one in analyses], fail_under, max_issues)
    context.exit(CLEAN if passed or exit_zero else FINDINGS)


async def _analyse(
    names: list[str], options: Options, settings: Settings, *, language: str, stdin_filename: str
) -> tuple[list[NamedAnalysis], list[CopydeskError]]:
    """Analyse file by file; one that fails does not stop the others."""
    analyses: list[NamedAnalysis] = []
    failures: list[CopydeskError] = []
    async with ready_analyzer(settings, options.grammar) as analyzer:
        for name in names:
            try:
                article = Article(load(name), language=language)
                analysis = await analyzer.analyse(article, options)
            except InputError as error:
                failures.append(error)
            except CopydeskError as error:
                failures.append(InputError(f"{name}: {error}"))
            else:
                called = stdin_filename if name == STANDARD_INPUT else name
                analyses.append(NamedAnalysis(called, analysis))
    return analyses, failures


def _passes(analyses: list[Analysis], fail_under: float | None, max_issues: int | None) -> bool:
    if fail_under is not None and any(
        analysis.value is not None and analysis.value < fail_under for analysis in analyses
    ):
        return False
    if fail_under is not None and max_issues is None:
        # What has no score can only be judged by what was found in it.
        return not any(analysis.value is None and analysis.shown for analysis in analyses)
    return sum(len(analysis.shown) for analysis in analyses) <= (max_issues or 0)


def _print_statistics(analyses: list[NamedAnalysis]) -> None:
    counts = Counter(finding.detector for one in analyses for finding in one.analysis.shown)
    for rule, count in counts.most_common():
        click.echo(f"{count:6}  {rule}", err=True)
