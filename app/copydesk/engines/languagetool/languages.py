"""The languages that LanguageTool can be installed for, and what to say of the others."""

from __future__ import annotations

from typing import Final

from copydesk.text.languages import language_name

# English, and three that the server doesn't start without: it tells languages by their words.
BUILT_IN: Final = ("en", "ca", "es", "pt")
# Every other language that has a module of its own in Maven Central, by its code.
LANGUAGES: Final = tuple(
    "ar ast be br crh da de el eo fa fr ga gl it ja km nl pl ro ru sk sl sv ta tl uk zh".split()
)


def not_there(language: str) -> str:
    """Say why a server can't check a language that it has no rules for, and how it could."""
    code = language.partition("-")[0].lower()
    if code in LANGUAGES:
        command = f"copydesk engine install --language {code}"
        return f"{language_name(code)} is not installed: `{command}`, then restart the service"
    if code == "und":
        return "The language of the text could not be told"
    return f"It has no rules for {language_name(code)}"
