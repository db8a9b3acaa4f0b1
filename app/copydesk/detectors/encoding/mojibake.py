"""Characters were decoded with the wrong encoding: `â€™` for an apostrophe.

## What it does
Reports the two to six characters that a mark or an accented letter becomes when UTF-8 is read as
Windows-1252, Latin-1, Mac Roman, Windows-1251 or a DOS code page, once or several times over, and
puts the character back. Where only the characters round it can tell, ftfy is asked. Characters that
were never decoded count, too: the escapes of JSON, of mail and of addresses, and the controls that
Windows-1252 becomes when it is read as Latin-1.

## Why it matters
Nobody can read past `donâ€™t`, and everything that was written with an accent or a curly mark in
the article is damaged in the same way.

## Flags
- The council didn⟦â€™⟧t vote on it.
- ⟦â€œ⟧We are ready,⟦â€⟧ she said in a caf⟦Ã©⟧ on Tuesday.
- The bill came to ⟦Â£⟧40, or ⟦â‚¬⟧47.
- It⟦Ã¢â‚¬â„¢⟧s his third r⟦Ã©sumÃ©⟧ this year.
- It⟦\u005cu2019⟧s late.⟦\u005cn\u005cn⟧He⟦=E2=80=99⟧d left the⟦%20⟧house. ¶ It⟦\u0092⟧s dark.
- It⟦‚Äô⟧s late, and it⟦вЂ™⟧s dark, and it⟦ÔÇÖ⟧s cold.

## Does not flag
- A EDUCAÇÃO NA ROMÂNIA, by João São, is sold in the CAFÉ” and the “LÃ” on the corner.
- Le prix passe à €5, dit-il à «l’île», déjà vu.
- Her fiancé’s naïve coöperation with Beyoncé—and Škoda—paid off.
- The letter “Ã” is used in Portuguese, “Â” in Welsh.
- See C:\u005cnew, D:\u005cusers, https://example.com/a%20b, (Saga=35) and a=20b ¯\u005c_(ツ)_/¯.
- An area of 5 × 4 is not √9 ± 1, and ¬A is a negation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.encoding.escapes import escapes
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.detectors.encoding.escapes import Escape
    from copydesk.findings import Finding
    from copydesk.text.document import Document

# What Windows-1252 (and Latin-1, where it has no character) makes of the bytes 80 to BF, which go
# on a UTF-8 sequence. U+0085 ends a line and is left out.
_GO_ON: Final = "\x80-\x84\x86-\x9f\xa0-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SEQUENCE: Final = rf"(?:[Â-ß][{_GO_ON}]|[à-ï][{_GO_ON}]{{2}}|[ð-ô][{_GO_ON}]{{3}})"
_HIGH: Final = r"[^\x00-\x7f\s]"
_MOJIBAKE: Final = re.compile(
    rf"""
    (?P<windows>{_SEQUENCE}{{1,24}})
  | (?P<lossy>â€(?![{_GO_ON}])|(?<![A-ZÀ-Þ])[ÃÂ](?=\ ))
  | (?P<mac>(?:‚Ä{_HIGH}|[√¬]{_HIGH}){{1,24}})
  | (?P<cyrillic>(?:вЂ{_HIGH}){{1,24}})
  | (?P<dos437>(?:ΓÇ{_HIGH}|[├┬][^\x00-\x7f\u2500-\u257f\s]){{1,24}})
  | (?P<dos850>(?:ÔÇ{_HIGH}){{1,24}})
    """,
    re.VERBOSE,
)
# Finds the places at which it is worth trying: one class of characters, then one that is no ASCII.
_START: Final = re.compile(r"[Â-ô√¬вΓ├┬‚](?=[^\x00-\x7f]|(?<=[ÃÂ])\x20)")
_CODECS: Final = {
    "mac": ("mac_roman", "Mac Roman"),
    "cyrillic": ("cp1251", "Windows-1251"),
    "dos437": ("cp437", "a DOS code page"),
    "dos850": ("cp850", "a DOS code page"),
}
_LOSSY: Final = {"â€": "”", "Ã": "à", "Â": ""}
# The characters with which a damaged sequence can begin, in lower case: all a clean text is asked.
_LEADS: Final = tuple("âãäåðïæçèéêëìíîñòóôõöøùúûüýþß×√¬вγ├┬‚")
# Marks that may well follow a capital letter with an accent: “AMANHÔ is no Ô.
_CLOSERS: Final = frozenset("’”“‘–—…›»†‡")
_OPENERS: Final = frozenset("“‘„«‹\"'")
# Read as two characters or more by chance alone: no letter of any word is decoded to one of these.
_PLAIN_RANGES: Final = (
    (0x2000, 0x206F),  # quotation marks, dashes, dots, spaces
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x214F),  # ™ and its kind
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x25A0, 0x27BF),  # bullets, stars, ticks
    (0xFB00, 0xFB06),  # ligatures
    (0xFEFF, 0xFEFF),  # byte order mark
    (0x1F000, 0x1FAFF),  # emoji
)
_LAYERS: Final = 4  # how often a text can have been read wrongly on its way
_WORD: Final = 40  # letters on each side that ftfy is shown


@dataclass(frozen=True, slots=True)
class _Damage:
    """A damaged stretch and what it was."""

    span: Span
    text: str
    encoding: str
    proven: bool  # the repaired text, read wrongly again, gives the damaged one

    @property
    def is_letters(self) -> bool:
        """Tell whether it belongs to the word round it."""
        return self.proven and self.text.isalpha()


class Mojibake(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "mojibake"
    family = Family.ENCODING
    severity = Severity.ERROR
    confidence = 0.99
    scope = Scope.SENTENCE
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the text only where it holds a character with which the damage begins."""
        for escape in sorted(escapes(document), key=lambda escape: escape.span):
            yield self._escaped(document.text, escape)
        if document.text.isascii():
            return
        for damage in _by_word(document.text, _damages(document)):
            yield self._report(document.text, damage)

    def _report(self, text: str, damage: _Damage) -> Finding:
        printed = damage.span.of(text)
        edit = Edit(damage.span, damage.text)
        if not damage.text or damage.text.isspace():
            edit = _as_space(text, damage)
        if not damage.text or damage.text.isspace():
            meant = "a space"
        else:
            meant = f"“{damage.text}”" if damage.text.isprintable() else "an invisible character"
        return self.finding(
            damage.span,
            f"“{printed}” is {meant} in the wrong encoding",
            evidence=f"UTF-8 that was read as {damage.encoding}",
            fixes=(
                Fix(
                    (edit,),
                    Safety.SAFE if damage.proven else Safety.REVIEW,
                    f"Write {meant}" if edit.text else "Delete it",
                ),
            ),
        )

    def _escaped(self, text: str, escape: Escape) -> Finding:
        broken = escape.text.isspace()
        meant = "white space" if broken else f"“{escape.text}”"
        return self.finding(
            escape.span,
            f"“{escape.span.of(text)}” is {meant} that was never decoded",
            evidence=escape.notation,
            fixes=(
                Fix(
                    (Edit(escape.span, escape.text),),
                    Safety.REVIEW if broken else Safety.SAFE,
                    f"Write {meant}",
                ),
            ),
        )


def _damages(document: Document) -> Iterator[_Damage]:
    text = document.text
    tried = 0
    for begin in document.search(_START, *_LEADS):
        match = _MOJIBAKE.match(text, begin.start()) if begin.start() >= tried else None
        if match is None:
            continue
        tried = match.end()
        kind = match.lastgroup or ""
        start, end = match.span()
        sentence = document.sentence_at(start)
        if sentence is None or end > sentence.span.end:
            continue
        if kind == "lossy":
            meant = _LOSSY[match[0]]
            # The byte A0 of “à” became a space, and the word's own stands behind it.
            end += 1 if meant == "à" and text.startswith("  ", end) else 0
            yield _Damage(Span(start, end), meant, "Windows-1252", proven=False)
        elif kind == "windows":
            yield from _windows(text, start, end)
        else:
            codec, name = _CODECS[kind]
            repaired = _decoded(match[0], codec)
            if repaired is not None and all(map(_is_plausible, repaired)):
                yield _Damage(Span(start, end), repaired, name, proven=True)


def _windows(text: str, start: int, end: int) -> Iterator[_Damage]:
    """Judge a run of sequences, one by one unless they were read wrongly more than once."""
    run = text[start:end]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    closes = len(run) == 2 and run[1] in _CLOSERS and not after.islower()
    if closes and (before.isupper() or before in _OPENERS):
        return
    repaired = _decoded(run, "cp1252")
    if repaired is None:
        return
    if _MOJIBAKE.search(repaired):
        deep = _unwrapped(repaired)
        if all(map(_is_plausible, deep)):
            yield _Damage(Span(start, end), deep, "Windows-1252, more than once", proven=True)
        return
    if not (
        all(map(_is_plain, repaired))
        or _never_meant(run, repaired, before, after)
        or _ftfy_mends(run)
        or _ftfy_mends(text[_word_start(text, start) : _word_end(text, end)])
    ):
        return
    for character in repaired:
        length = len(character.encode())
        span = Span(start, start + length)
        yield _Damage(span, _control_as_mark(character), "Windows-1252", proven=True)
        start += length


def _by_word(text: str, damages: Iterator[_Damage]) -> Iterator[_Damage]:
    """Join the damaged letters of one word: `rÃ©sumÃ©` is one defect."""
    pending: _Damage | None = None
    for damage in damages:
        if pending is not None:
            between = text[pending.span.end : damage.span.start]
            if (
                pending.is_letters
                and damage.is_letters
                and (not between or between.isalpha())
                and damage.span.end - pending.span.start <= 2 * _WORD
            ):
                joined = pending.text + between + damage.text
                pending = _Damage(
                    pending.span.to(damage.span), joined, pending.encoding, proven=True
                )
                continue
            yield pending
        pending = damage
    if pending is not None:
        yield pending


@lru_cache(maxsize=1024)
def _ftfy_mends(text: str) -> bool:
    """Ask ftfy whether these characters are more likely damage than meant."""
    from ftfy import fix_encoding  # noqa: PLC0415 - 60 ms that only damaged texts need

    return fix_encoding(text) != text


def _decoded(run: str, codec: str) -> str | None:
    """Return `run` written with `codec` and read as UTF-8, None where it isn't UTF-8."""
    raw = bytearray()
    for character in run:
        try:
            raw += character.encode(codec)
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return None
            raw.append(ord(character))
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None


def _unwrapped(text: str) -> str:
    """Repair what is still damaged after one decoding."""
    for _ in range(_LAYERS):
        mended = _MOJIBAKE.sub(
            lambda match: _decoded(match[0], "cp1252") or _LOSSY.get(match[0], match[0]), text
        )
        if mended == text:
            break
        text = mended
    return text


def _is_plain(character: str) -> bool:
    """Tell whether a decoded character proves by itself that there was damage."""
    point = ord(character)
    return 0x80 <= point < 0xA0 or any(low <= point <= high for low, high in _PLAIN_RANGES)


def _is_plausible(character: str) -> bool:
    point = ord(character)
    return _is_plain(character) or 0xA0 <= point <= 0x17F


def _never_meant(run: str, repaired: str, before: str, after: str) -> bool:
    """Tell whether one sequence of two characters can't be a capital with a mark behind it."""
    if len(run) != 2:
        return False
    if run[0] in "ÃÂ":
        return "¡" <= run[1] <= "¿" and not before.isupper()
    return (
        repaired.islower()
        and repaired <= "\u024f"
        and after.islower()
        and run[1] not in _CLOSERS
        and not run[1].isspace()
    )


def _control_as_mark(character: str) -> str:
    """Return what Windows-1252 has for a control character: it was misread before."""
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1").decode("cp1252", errors="ignore")
    return "" if character == "\ufeff" else character


def _word_start(text: str, offset: int) -> int:
    start = offset
    while start > 0 and offset - start < _WORD and text[start - 1].isalpha():
        start -= 1
    return start


def _word_end(text: str, offset: int) -> int:
    end = offset
    while end < len(text) and end - offset < _WORD and text[end].isalpha():
        end += 1
    return end


def _as_space(text: str, damage: _Damage) -> Edit:
    """Put one space, or none where one stands already."""
    start, end = damage.span.start, damage.span.end
    if damage.text == "" and text[start:end] != "Â":
        return Edit(damage.span, "")
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if after == " " and (not before or before.isspace()):
        return Edit(Span(start, end + 1), "")
    spaced = not before or before.isspace() or not after or after.isspace()
    return Edit(damage.span, "" if spaced else " ")
