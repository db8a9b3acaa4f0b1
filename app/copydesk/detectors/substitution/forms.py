"""Where an article holds a respun phrase or name, found once for all detectors that report them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from copydesk.detectors.substitution.sounds import article_for
from copydesk.findings import Edit, Fix, Safety, Severity
from copydesk.lexicons.spun import load_spun
from copydesk.text.blocks import BlockKind
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.detectors.base import Detector
    from copydesk.findings import Finding
    from copydesk.lexicons.spun import Condition, SpunForm
    from copydesk.text.document import Document, Token
    from copydesk.text.spans import Span

_MEMO: Final = "spun-forms"
_LEVELS: Final = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "quiet": Severity.INFO,  # where it is reported at all
}
_SURENESS: Final = {"quiet": 0, "info": 1, "warning": 2, "error": 3}
_CONFIDENCE: Final = {Severity.ERROR: 0.95, Severity.WARNING: 0.9, Severity.INFO: 0.5}
# A weak form is raised where other wordings of the article are respun: a sure one counts for three
# weak ones, and long articles hold a few by chance. On 492,000 words of clean news nothing was
# raised wrongly so, and as much of the damaged set was found as with half of that company.
_SURE_COUNTS: Final = 3
_COMPANY: Final = 4
_WORDS_EACH: Final = 150
_CONVINCES: Final = 4
_SURE: Final = frozenset({"error", "warning"})
_SMALL: Final = frozenset("of the and for in on to a an at by de la el du des al".split())
_MOST: Final = 10_000  # forms; what has more is made of them, and looking at each costs seconds
_ARTICLES: Final = frozenset({"a", "an"})
_OPENING: Final = frozenset("“\"‘':")  # marks that a capital follows


@dataclass(frozen=True, slots=True)
class Match:
    """A form where it stands, and how sure the article makes us of it."""

    form: SpunForm
    first: Token
    last: Token
    severity: Severity
    evidence: str

    @property
    def span(self) -> Span:
        """The words of the form."""
        return self.first.span.to(self.last.span)

    @property
    def printed(self) -> str:
        """The form as the article prints it."""
        return self.span.of(self.first.document.text)

    @property
    def right(self) -> str:
        """The expected wording, capitalised as the form is."""
        right, printed = self.form.right, self.printed
        if self.form.kind == "name":
            return right
        if printed.isupper():
            return right.upper()
        document = self.first.document
        # What was not replaced stays as it is: `final Monday`.
        kept = {
            document.keys[index]: document.token_texts[index]
            for index in range(self.first.index + 1, self.last.index + 1)
        }
        right = " ".join(kept.get(word, word) for word in right.split())
        return right[:1].upper() + right[1:] if printed[:1].isupper() else right

    @property
    def fix(self) -> Fix:
        """Write the expected wording, and the article before it that goes with it."""
        right = self.right
        edits: tuple[Edit, ...] = (Edit(self.span, right),)
        before = self.first.previous
        if before is not None and before.lower in _ARTICLES and before.touches(self.first):
            article = article_for(right)
            if article != before.lower:
                written = article.capitalize() if before.text[0].isupper() else article
                edits = (Edit(before.span, written), *edits)
        return Fix(edits, Safety.REVIEW, f"Write “{right}”")


def reported(detector: Detector, document: Document, kind: str) -> Iterator[Finding]:
    """Report the respun wordings of one kind for a detector."""
    for match in document.once(_MEMO, lambda: _graded(document)):
        if match.form.kind == kind:
            yield detector.finding(
                match.span,
                f"“{match.printed}” stands where English has “{match.right}”",
                evidence=match.evidence,
                fixes=(match.fix,),
                severity=match.severity,
                confidence=_CONFIDENCE[match.severity],
            )


def _graded(document: Document) -> list[Match]:
    """Find all forms, names and the surest first where some overlap; grade each by the rest."""
    found = sorted(
        islice(_found(document), _MOST),
        key=lambda one: (
            one[0].kind != "name",
            -_SURENESS[one[0].level],
            one[1].index - one[2].index,
            one[1].index,
            one[0].right,
        ),
    )
    taken: set[int] = set()
    kept: list[tuple[SpunForm, Token, Token]] = []
    for form, first, last in found:
        places = range(first.index, last.index + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append((form, first, last))
    kept.sort(key=lambda one: one[1].index)
    firm = {form.right for form, _, _ in kept if form.level in _SURE}
    weak = {form.right for form, _, _ in kept} - firm
    graded = (
        _match(document, *one, firm=len(firm - {one[0].right}), weak=len(weak - {one[0].right}))
        for one in kept
    )
    return [match for match in graded if match is not None]


def _match(
    document: Document, form: SpunForm, first: Token, last: Token, *, firm: int, weak: int
) -> Match | None:
    """Grade a form by the others of its article; None where it counts in company alone."""
    severity = _LEVELS[form.level]
    evidence = f"Rewriting programs print it for “{form.right}”"
    if form.kind == "name" and document.holds(form.right.lower()):
        evidence += ", which stands elsewhere in the article"
    if severity is Severity.INFO:
        company = _SURE_COUNTS * firm + weak
        if company >= max(_COMPANY, document.word_count / _WORDS_EACH):
            severity = Severity.WARNING
            evidence += f"; {firm + weak} other wordings of this article are respun"
        elif _article_misfits(first, form):
            severity = Severity.WARNING
            evidence += (
                f", which the “{first.previous.text if first.previous else ''}” before it fits"
            )
        elif form.level == "quiet":
            return None
    elif severity is Severity.WARNING and firm >= _CONVINCES:
        severity = Severity.ERROR
        evidence += f"; {firm} other wordings of this article are respun"
    return Match(form, first, last, severity, evidence)


def _article_misfits(first: Token, form: SpunForm) -> bool:
    """Tell whether the article before fits the expected wording and not the printed one."""
    before = first.previous
    if before is None or before.lower not in _ARTICLES:
        return False
    return article_for(form.right) == before.lower != article_for(first.text)


def _found(document: Document) -> Iterator[tuple[SpunForm, Token, Token]]:
    spun = load_spun()
    keys = document.keys
    for index in spun.places(keys):
        for start, form in spun.at(keys, index):
            if start >= 0 and tuple(keys[start : start + len(form.words)]) == form.words:
                first = document.token(start)
                last = _last(first, form)
                if last is not None and _holds(form, first, last):
                    yield form, first, last


def _last(first: Token, form: SpunForm) -> Token | None:
    """Return the last token of the form that starts with `first`, None if none does."""
    token = first
    if token.lower != form.words[0]:
        return None
    for word in form.words[1:]:
        following = token.next
        if following is None or following.lower != word or not token.touches(following):
            return None
        token = following
    return token


def _holds(form: SpunForm, first: Token, last: Token) -> bool:
    """Tell whether the form is cased as its kind is, and stands where its conditions ask."""
    if form.kind != "name":
        if _opens_name(first) and last.shape is Shape.LOWER:
            return False
    else:
        document = first.document
        for index in range(first.index, last.index + 1):
            token = document.token(index)
            if (
                token.lower not in _SMALL
                and token.shape is Shape.LOWER
                and not token.text.isdigit()
            ):
                return False
    return all(_meets(condition, first, last) for condition in form.conditions)


def _opens_name(first: Token) -> bool:
    """Tell whether a word may belong to a name: `White House celebration`, `the House voting`."""
    if first.shape not in (Shape.TITLE, Shape.UPPER) or first.opens_sentence:
        return False
    before = first.previous
    if before is None or before.text in _OPENING:
        return False
    return first.block.kind is not BlockKind.HEADING


def _meets(condition: Condition, first: Token, last: Token) -> bool:
    token = last.next if condition.after else first.previous
    return _is_one(token, condition.words) is not condition.negated


def _is_one(token: Token | None, words: frozenset[str]) -> bool:
    if token is None or token.kind is Kind.MARK:
        return "NONE" in words or (token is not None and token.text in words)
    if token.lower in words or "WORD" in words:
        return True
    if "NUMBER" in words and token.kind is Kind.NUMBER:
        return True
    return "NAME" in words and token.is_word and token.shape is not Shape.LOWER
