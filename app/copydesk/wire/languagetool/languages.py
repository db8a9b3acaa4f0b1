"""The languages that a client may name: those of LanguageTool 6.8.

In all of them our rules for any language run; the English ones run in English, and grammar where
the engine has the language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

AUTO: Final = "auto"
# The code that a language without a region is answered with, where its spelling shows none.
DEFAULT_VARIANTS: Final[Mapping[str, str]] = {
    "ca": "ca-ES",
    "de": "de-DE",
    "en": "en-US",
    "es": "es",
    "fr": "fr",
    "nl": "nl",
    "pt": "pt-PT",
}
LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "Arabic",
    "ast-ES": "Asturian",
    "be-BY": "Belarusian",
    "br-FR": "Breton",
    "ca-ES": "Catalan",
    "ca-ES-balear": "Catalan (Balearic)",
    "ca-ES-valencia": "Catalan (Valencian)",
    "zh-CN": "Chinese",
    "crh-UA": "Crimean Tatar",
    "da-DK": "Danish",
    "nl": "Dutch",
    "nl-BE": "Dutch (Belgium)",
    "nl-NL": "Dutch",
    "en": "English",
    "en-AU": "English (Australian)",
    "en-CA": "English (Canadian)",
    "en-GB": "English (GB)",
    "en-NZ": "English (New Zealand)",
    "en-ZA": "English (South African)",
    "en-US": "English (US)",
    "eo": "Esperanto",
    "fr": "French",
    "fr-BE": "French (Belgium)",
    "fr-CA": "French (Canada)",
    "fr-CH": "French (Switzerland)",
    "fr-FR": "French",
    "gl-ES": "Galician",
    "de": "German",
    "de-AT": "German (Austria)",
    "de-DE": "German (Germany)",
    "de-LU": "German",
    "de-CH": "German (Swiss)",
    "el-GR": "Greek",
    "ga-IE": "Irish",
    "it": "Italian",
    "it-IT": "Italian",
    "ja-JP": "Japanese",
    "km-KH": "Khmer",
    "fa": "Persian",
    "fa-IR": "Persian",
    "pl-PL": "Polish",
    "pt": "Portuguese",
    "pt-AO": "Portuguese (Angola preAO)",
    "pt-BR": "Portuguese (Brazil)",
    "pt-MZ": "Portuguese (Moçambique preAO)",
    "pt-PT": "Portuguese (Portugal)",
    "ro-RO": "Romanian",
    "ru-RU": "Russian",
    "de-DE-x-simple-language": "Simple German",
    "de-DE-x-simple-language-DE": "Simple German",
    "sk-SK": "Slovak",
    "sl-SI": "Slovenian",
    "es": "Spanish",
    "es-AR": "Spanish (voseo)",
    "es-ES": "Spanish",
    "sv": "Swedish",
    "sv-SE": "Swedish",
    "tl-PH": "Tagalog",
    "ta-IN": "Tamil",
    "uk-UA": "Ukrainian",
}
_BY_LOWER: Final = {code.lower(): code for code in LANGUAGES} | {
    # A language that has variants only is known by its short code, too: the first of them.
    code.split("-", 1)[0]: code
    for code in reversed(tuple(LANGUAGES))
    if code.split("-", 1)[0] not in LANGUAGES
}


NAMES: Final = tuple(sorted({*LANGUAGES, *(code.split("-", 1)[0] for code in LANGUAGES)}))


def language_code(name: str) -> str | None:
    """Return the code of a language in LanguageTool's own spelling, None if there is none.

    A region that LanguageTool does not know (`en-IE`) is its language.
    """
    wanted = name.strip().replace("_", "-").lower()
    return _BY_LOWER.get(wanted) or _BY_LOWER.get(wanted.split("-", 1)[0])


def language_name(code: str) -> str:
    """Return the name of a language, its code where it has none."""
    return LANGUAGES.get(code) or LANGUAGES.get(code.split("-", 1)[0]) or code


def language_list() -> list[dict[str, str]]:
    """Return the answer of `/v2/languages`, by name."""
    return [
        {"name": name, "code": code.split("-", 1)[0], "longCode": code}
        for code, name in sorted(LANGUAGES.items(), key=lambda item: item[1])
    ]
