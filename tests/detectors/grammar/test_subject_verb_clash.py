"""What the verbs are turned into, and subjects that only look like one."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.grammar.subject_verb_clash import SubjectVerbClash
from copydesk.text.document import Document


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("He want to stay.", "He wants to stay."),
        ("She do not know.", "She does not know."),
        ("They was late.", "They were late."),
        ("We has a plan.", "We have a plan."),
        ("They goes home.", "They go home."),
        ("I has a plan.", "I have a plan."),
        ("This are the rules.", "This is the rules."),
        ("There is many rules.", "There are many rules."),
        ("There have been a rise in it.", "There has been a rise in it."),
        ("Both sides has agreed.", "Both sides have agreed."),
        ("One of the biggest shops are shut.", "One of the biggest shops is shut."),
        ("At least 14 people was hurt.", "At least 14 people were hurt."),
        ("Nobody know it.", "Nobody knows it."),
        ("He become the mayor.", "He becomes the mayor."),
        ("People who lives there left.", "People who live there left."),
    ],
)
def test_mends(text: str, mended: str) -> None:
    (finding,) = SubjectVerbClash.build(lexicons.load()).detect(Document.plain(text))
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "The crowd demanded he do it again, and it was vital she keep at it.",
        "What I will promise you is a bridge.",
        "WE has changed its name, and so has They.",
        "The death of 14 people was a shock.",
        "Anyone have a pen?",
        "The pronoun they is old.",
        "There are a number of them, and there have been a few falls.",
        "On the wall of Three Men was a picture.",
        "Neither you nor he have a say, nor does she need worry.",
        "One of the things players have is time.",
        "A group of people who has moved here is from Spain.",
    ],
)
def test_leaves_good_copy_alone(text: str) -> None:
    found = SubjectVerbClash.build(lexicons.load()).detect(Document.plain(text))
    assert [finding.span.of(text) for finding in found] == []
