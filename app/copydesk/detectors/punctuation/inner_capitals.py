"""Words with a capital inside that are two words which lost their space: `inLahore`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.findings import Severity

if TYPE_CHECKING:
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token

_GLUED: Final = re.compile(
    r"(?P<head>[A-Za-z][a-z]{1,30}|(?:19|20)[0-9]{2})(?P<tail>[A-Z][a-z]{1,30})(?=\Z|['’-])"
)
STARTERS: Final = frozenset(
    "A An And At But For He Her His I If In It Its On Our She That The Their There These They "
    "This Those To Was We What When Where Which While With You".split()
)
_SHORTEST: Final = 3
_COMMON: Final = 3.5  # Zipf, of a word that a sentence ends with
_RARE: Final = 3.3
# They open brands: onStar, myGov, theGrio, weWork, asOne.
_BRAND_HEADS: Final = frozenset("as all in my no on our the up we you".split())
# They open names written in one: MacLeod, VanDyke, FitzGerald.
_NAME_HEADS: Final = frozenset(
    "Abu Ben Bin Bon Dal Del Dela Della Den Der Des Dos Fitz Las Los Mac Mar Saint San Van "
    "Ver Von".split()
)
_OFFICES: Final = frozenset(
    "archbishop bishop captain chairman chancellor colonel councillor director doctor general "
    "governor judge justice king lord minister mister president prince princess professor queen "
    "secretary senator sergeant sheriff".split()
)
# Given names that go together in one word: AnnMarie, JoBeth, MaryKate.
_PAIRED: Final = frozenset(
    "Ann Anna Anne Beth Bo De Ellen Jean Jo Kate Kay La Le Lea Lee Lou Lynn Mae Maria Marie Mary "
    "Rae Rose Sue".split()
)


class Seam(NamedTuple):
    """Where a word falls apart into two, and how sure that is."""

    place: int  # in the word
    severity: Severity
    evidence: str
    ends: bool  # a sentence ends there, and its full stop is gone as well


class InnerCapitals:
    """Judges words by what stands before and after the capital inside them."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the word lists at hand."""
        self.lexicons = lexicons

    def seam(self, word: Token) -> Seam | None:
        """Return where a word is two words, None where it is one."""
        match = _GLUED.match(word.text)
        if match is None:
            return None
        head, tail = match["head"], match["tail"]
        if head.isdigit():
            judged = self._after_year(word, tail)
        elif head.islower():
            judged = self._after_small(word, head, tail)
        else:
            judged = self._after_name(word, head, tail)
        return None if judged is None else Seam(match.end("head"), *judged)

    def _after_year(self, word: Token, tail: str) -> tuple[Severity, str, bool] | None:
        """Judge `2018The`, `2018Fed`."""
        if tail in STARTERS:
            return Severity.ERROR, f"A sentence ends in a year and “{tail}” begins one", True
        if len(tail) >= _SHORTEST and word.document.form(tail) is not None:
            return Severity.WARNING, f"“{tail}” is a word of the article", True
        return None

    def _after_small(self, word: Token, head: str, tail: str) -> tuple[Severity, str, bool] | None:
        """Judge `inLahore`, `ofTechnology`, `yearIt`."""
        lexicons, lower = self.lexicons, tail.lower()
        mentioned = word.document.form(tail) is not None and len(tail) >= _SHORTEST
        name = lexicons.name(lower) == tail or lexicons.ambiguous_name(lower) == tail
        if head in lexicons.function_words:
            if name or mentioned:
                return (
                    Severity.ERROR,
                    f"“{tail}” is a {'name' if name else 'word of the article'}",
                    False,
                )
            if head in _BRAND_HEADS:
                return None
            return Severity.WARNING, f"“{head}” is a word of its own", False
        if len(head) < _SHORTEST or lexicons.zipf(head) < _COMMON or head not in lexicons.words:
            return None
        if tail in STARTERS and len(head) > _SHORTEST:
            return Severity.ERROR, f"“{head}” ends a sentence and “{tail}” begins one", True
        form = word.document.form(tail)
        if form is not None and len(form.tokens) > 1 and len(head) > _SHORTEST:
            return Severity.WARNING, f"“{tail}” is a word of the article", True
        if name and lower not in lexicons.words and len(tail) > _SHORTEST:
            return Severity.WARNING, f"“{head}” is a word and “{tail}” is a name", False
        return None

    def _after_name(self, word: Token, head: str, tail: str) -> tuple[Severity, str, bool] | None:
        """Judge `WilliamFaulkner`, `DutchMars`, `PresidentObama`."""
        lexicons, lower = self.lexicons, tail.lower()
        if len(head) < _SHORTEST or len(tail) <= _SHORTEST or head in _NAME_HEADS:
            return None
        document = word.document
        mentioned = document.form(tail) is not None
        person = head.lower() in lexicons.given_names or (
            head.lower() in lexicons.ambiguous_person_names
        )
        if _is_apart(document, head, tail):
            severity = Severity.ERROR if person else Severity.WARNING
            return severity, f"The article has “{head} {tail}”, too", False
        if head.lower() in _OFFICES and (mentioned or lexicons.name(lower) == tail):
            return Severity.ERROR, f"“{head}” is a title and “{tail}” a name", False
        rest = word.text[len(head) :].removesuffix("'s").removesuffix("’s")
        if "-" in rest and document.form(rest) is not None:
            return Severity.ERROR, f"“{rest}” is a name of the article", False
        if head.lower() in lexicons.nationalities and mentioned:
            return Severity.ERROR, f"“{tail}” is a word of the article", False
        return self._after_given_name(head, tail, mentioned=mentioned) if person else None

    def _after_given_name(
        self, head: str, tail: str, *, mentioned: bool
    ) -> tuple[Severity, str, bool] | None:
        lexicons, lower = self.lexicons, tail.lower()
        if lower in lexicons.given_names and (head in _PAIRED or tail in _PAIRED):
            return None
        # `SkyDrive` beside `Google Drive` is a ware, no person.
        ware = lower in lexicons.words and lower not in lexicons.ambiguous_person_names
        surname = lower in lexicons.surnames and lower not in lexicons.given_names
        if surname or (mentioned and not ware):
            return Severity.ERROR, f"“{head}” is a given name and “{tail}” is a name", False
        if lower not in lexicons.given_names and lexicons.zipf(lower) < _RARE:
            return Severity.WARNING, f"“{head}” is a given name", False
        return None


def _is_apart(document: Document, head: str, tail: str) -> bool:
    """Tell whether the article has the two as words of their own, one after the other."""
    first = document.form(head)
    texts = document.token_texts
    return first is not None and any(
        index + 1 < len(texts) and texts[index + 1] == tail for index in first.tokens
    )
