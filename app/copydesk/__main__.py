"""`python -m copydesk`: the same as the `copydesk` command."""

from __future__ import annotations

from copydesk.cli.main import main

main()
