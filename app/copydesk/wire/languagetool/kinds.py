"""What our families and rules are in LanguageTool's terms: categories and ITS 2.0 issue types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from copydesk.findings import Family

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Kind:
    """A family as a category: its id and name, and the issue type of most of its rules."""

    category: str
    name: str
    issue_type: str


# Ids of LanguageTool's own where it has one for the same thing, so that one setting of a client
# (`disabledCategories=CASING`) means both.
KINDS: Final[Mapping[Family, Kind]] = {
    Family.CASING: Kind("CASING", "Capitalization", "typographical"),
    Family.ATTRIBUTION: Kind("ATTRIBUTION", "Attribution", "grammar"),
    Family.QUOTATION: Kind("QUOTATION", "Quotation", "typographical"),
    Family.REPETITION: Kind("REPETITIONS", "Repetitions", "duplication"),
    Family.FRAGMENT: Kind("FRAGMENT", "Fragments", "grammar"),
    Family.PUNCTUATION: Kind("PUNCTUATION", "Punctuation", "typographical"),
    Family.SUBSTITUTION: Kind("SUBSTITUTION", "Rewritten wording", "terminology"),
    Family.TRANSLATION: Kind("TRANSLATION", "Translation", "mistranslation"),
    Family.BOILERPLATE: Kind("BOILERPLATE", "Lines of the web page", "addition"),
    Family.ENCODING: Kind("ENCODING", "Encoding", "characters"),
    Family.MARKUP: Kind("MARKUP", "Leftover mark-up", "markup"),
    Family.CONSISTENCY: Kind("CONSISTENCY", "Consistency", "inconsistency"),
    Family.STRUCTURE: Kind("STRUCTURE", "Structure", "formatting"),
    Family.GRAMMAR: Kind("GRAMMAR", "Grammar", "grammar"),
    Family.SPELLING: Kind("TYPOS", "Possible Typo", "misspelling"),
}
# Rules whose issue type is not that of their family.
_ISSUE_TYPES: Final[Mapping[str, str]] = {
    "acronym-variant": "inconsistent-entities",
    "article-mismatch": "grammar",
    "capital-reporting-verb": "typographical",
    "chatbot-residue": "addition",
    "cut-off-end": "omission",
    "cut-off-start": "omission",
    "date-or-number-calque": "locale-violation",
    "doubled-mark": "duplication",
    "doubled-attribution": "duplication",
    "headline-body-number-clash": "numbers",
    "impossible-verb-group": "grammar",
    "missing-article": "grammar",
    "missing-space": "whitespace",
    "name-variant": "inconsistent-entities",
    "pronoun-gender-clash": "grammar",
    "punctuation-slip": "typographical",
    "space-before-mark": "whitespace",
    "spaced-quote-mark": "whitespace",
    "split-number": "numbers",
    "style-note": "style",
    "untranslated-run": "untranslated",
}
_BY_NAME: Final = {
    name: family for family in Family for name in (family.value, KINDS[family].category.lower())
}


def issue_type(rule: str, family: Family) -> str:
    """Return the ITS 2.0 issue type of a rule of ours."""
    return _ISSUE_TYPES.get(rule) or KINDS[family].issue_type


def family_named(name: str) -> Family | None:
    """Return the family that a category's id means, ours or LanguageTool's; None for others."""
    return _BY_NAME.get(name.lower())
