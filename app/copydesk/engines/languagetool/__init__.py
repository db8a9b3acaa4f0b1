"""LanguageTool: the client for its server, and what installs and runs a server of our own."""

from copydesk.engines.languagetool.client import LanguageTool

__all__ = ["LanguageTool"]
