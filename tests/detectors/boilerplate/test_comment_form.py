"""Comment forms: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.comment_form import CommentForm
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."


def found(text: str) -> list[Finding]:
    return list(CommentForm.build(lexicons.load()).detect(Document.plain(text)))


# Written before the detector.
POSITIVES = (
    "Leave a Reply",
    "LEAVE A COMMENT",
    "Leave a Reply Cancel reply",
    "Your email address will not be published.",
    "Your email address will not be published. Required fields are marked *",
    "Required fields are marked *",
    "Save my name, email, and website in this browser for the next time I comment.",
    "Post Comment »",
    "Submit Comment",
    "Comments are closed.",
    "You must be logged in to post a comment.",
    "Be the first to comment!",
    "Log in to Reply",
    "Notify me of follow-up comments by email.",
    "No comments yet",
    "3 thoughts on “The river rose”",
    "Leave a Reply to Anna Cancel reply",
    "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
    "Comments (12)",
    "Schreibe einen Kommentar",
    "Antwort abbrechen",
    "Laisser un commentaire",
    "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
    "Deja una respuesta",
    "Lascia un commento",
    "Deixe um comentário Cancelar resposta",
    "Geef een reactie Reactie annuleren",
    "Dodaj komentarz Anuluj pisanie odpowiedzi",
    "Добавить комментарий",
    "コメントを送信",
    "发表评论",
    "Tinggalkan Balasan",
)


@pytest.mark.parametrize("line", POSITIVES)
def test_finds_the_whole_line(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n"
    (finding,) = found(text)
    assert finding.span.of(text) == line
    assert finding.severity > Severity.INFO
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n"


def test_a_form_at_the_end_is_found_line_by_line() -> None:
    lines = ("Leave a Reply", "Comment *", "Name *", "Email *", "Website", "Post Comment", "Δ")
    text = f"{ARTICLE}\n\n" + "\n\n".join(lines)
    findings = found(text)
    assert [finding.span.of(text) for finding in findings] == list(lines)
    assert {f.fixes[0].safety for f in findings if f.severity is Severity.WARNING} == {
        Safety.REVIEW
    }
    for finding in reversed(findings):
        text = finding.fixes[0].applied(text)
    assert text == ARTICLE


def test_a_form_stuck_to_a_paragraph_is_cut_off() -> None:
    form = "Leave a Reply Your email address will not be published. Required fields are marked *"
    text = f"{ARTICLE} {form} Name * Email * Website\n\nNext came the sun."
    (finding,) = found(text)
    assert finding.span.of(text).startswith("Leave a Reply")
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\nNext came the sun."


def test_the_text_may_break_off_in_the_form() -> None:
    text = f"{ARTICLE}\n\nSave my name, email, and website in this brow"
    (finding,) = found(text)
    assert finding.span.of(text).startswith("Save my name")


@pytest.mark.parametrize(
    "text",
    [
        f"{ARTICLE}\n\nWebsite\n\nName\n\nComments",
        f"Comment\n\n{ARTICLE}",
        "Comments are closed at the bank, and you must be logged in to post a comment there.",
        f"{ARTICLE} He said: “Leave a reply on the table.” Then he left.",
        "Vastaa",
        "",
        "***",
        "Required fields of study are marked by the ministry with a star",
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Leave a Reply " * 70_000,
        "Leave a Reply\n" * 20_000,
        "Name * " * 100_000,
        "It rained. Leave a reply, he said.\n" * 20_000,
        "leave a reply to " * 60_000,
    ],
)
def test_takes_linear_time(text: str) -> None:
    document = Document.plain(text)
    began = time.process_time()
    list(CommentForm.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
