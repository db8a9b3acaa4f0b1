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
# Of other systems than WordPress.
OTHERS = (
    "You must be a registered user to comment",
    "Please log in to leave a comment",
    "Sign in or register to join the discussion",
    "Only subscribers can comment",
    "Commenting on this story has been disabled",
    "This article is closed for comments",
    "The comments section is closed.",
    "Sort by Newest",
    "Be the first to comment on “The river rose”",
    "View all 12 comments",
    "Read the comments (12)",
    "0 Comments",
    "Facebook Comments",
    "LOG IN WITH OR SIGN UP WITH DISQUS",
    "Blog comments powered by Disqus.",
    "View the discussion thread.",
    "Log in or register to post comments",
    "Web page addresses and e-mail addresses turn into links automatically.",
    "Subscribe to: Post Comments (Atom)",
    "Post a Comment",
    "Discussion about this post",
    "Member discussion:",
    "What do you think? Let us know in the comments below!",
    "Share your thoughts in the comments section.",
    "XHTML: You can use these tags: a href title abbr acronym b blockquote",
    "Responses are currently closed, but you can trackback from your own site.",
)
# The form of each language, as WordPress prints it: heading, note, checkbox, button.
FORMS = {
    "de": "Schreibe einen Kommentar\nDeine E-Mail-Adresse wird nicht veröffentlicht. "
    "Erforderliche Felder sind mit * markiert\nKommentar abschicken",
    "fr": "Laisser un commentaire Annuler la réponse\nVotre adresse e-mail ne sera pas publiée. "
    "Les champs obligatoires sont indiqués avec *",
    "tr": "Bir yanıt yazın\nE-posta adresiniz yayınlanmayacak. Gerekli alanlar * ile "
    "işaretlenmişlerdir",
    "ko": "댓글 남기기\n필수 필드는 * 로 표시됩니다",
    "el": "Αφήστε μια απάντηση\nΗ ηλ. διεύθυνση σας δεν δημοσιεύεται.",
}


@pytest.mark.parametrize("line", [*POSITIVES, *OTHERS])
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


@pytest.mark.parametrize("phrases", lexicons.load().comment_form.values())
def test_every_locale_has_a_form_that_is_found(phrases: tuple[str, ...]) -> None:
    long = [phrase for phrase in phrases if len(phrase) > 20 or phrase > "\u0e00"]
    text = f"{ARTICLE}\n\n" + "\n\n".join(long)
    assert [finding.span.of(text) for finding in found(text)] == long


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_finds_the_form_of_a_language_line_by_line(form: str) -> None:
    text = f"{ARTICLE}\n\n{form}"
    assert [finding.span.of(text) for finding in found(text)] == form.splitlines()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_finds_the_form_of_a_language_stuck_to_a_paragraph(form: str) -> None:
    flat = form.replace("\n", " ")
    text = f"{ARTICLE} {flat}"
    findings = found(text)
    assert [finding.span.of(text) for finding in findings] == ([flat] if "*" in flat else [])


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
        "Only members can comment on the plan before the vote",
        "Sort by colour, then by size",
        "Tell us what you think of the plan",
        "* Schreibe einen Kommentar, sagte sie, und dann ging sie * nach Hause.",
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
        "schreibe einen kommentar * " * 30_000,
        "you must be " * 80_000,
    ],
)
def test_takes_linear_time(text: str) -> None:
    document = Document.plain(text)
    began = time.process_time()
    list(CommentForm.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
