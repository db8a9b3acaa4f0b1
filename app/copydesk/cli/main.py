"""The `copydesk` command."""

from __future__ import annotations

import sys
from typing import Final

import click

from copydesk import __version__
from copydesk.cli.catalogue import explain, openapi, rules
from copydesk.cli.check import COULD_NOT_RUN, check
from copydesk.cli.engine import engine
from copydesk.cli.serve import serve
from copydesk.errors import CopydeskError

_INTERRUPTED: Final = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="copydesk")
def group() -> None:
    """Find what is broken in a news article."""


for command in (check, serve, rules, explain, engine, openapi):
    group.add_command(command)


def main() -> None:
    """Run the command line; foreseen failures become one line and exit code 2."""
    try:
        sys.exit(group.main(prog_name="copydesk", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(COULD_NOT_RUN)
    except click.Abort:
        sys.exit(_INTERRUPTED)
    except CopydeskError as error:
        click.echo(f"copydesk: {error}", err=True)
        sys.exit(COULD_NOT_RUN)
