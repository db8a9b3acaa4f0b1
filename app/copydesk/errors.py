"""The tree of deliberate failures; the API and the command line translate them for their users."""

from __future__ import annotations


class CopydeskError(Exception):
    """A failure that Copydesk foresees; its text tells the user what to do."""


class InputError(CopydeskError):
    """The article can't be read as sent."""


class UnreadableTextError(InputError):
    """The text holds something that no text can hold: a lone surrogate or a NUL."""


class TooLargeError(InputError):
    """The article is over a limit."""


class UnknownNameError(CopydeskError):
    """A rule, family or profile that doesn't exist; `nearest` is the likeliest right name."""

    def __init__(self, kind: str, name: str, nearest: str | None) -> None:
        """Remember what was asked for, so that callers can offer the nearest name."""
        self.kind = kind
        self.name = name
        self.nearest = nearest
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        super().__init__(f"There is no {kind} '{name}'{hint}")


class NoSuchRuleError(UnknownNameError):
    """The page of a rule that doesn't exist was asked for."""


class EngineRequiredError(CopydeskError):
    """The request insists on grammar checking and no engine can answer."""


class InstallError(CopydeskError):
    """An outside program can't be installed or verified."""


def bare(error: Exception) -> Exception:
    """Return an error that tells the type and place of another, but not its text.

    The text of an unforeseen error can quote the article, of which nothing is logged.
    """
    return RuntimeError(type(error).__name__).with_traceback(error.__traceback__)
