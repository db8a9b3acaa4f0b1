"""How respun wordings are graded by what else the article holds, and what their fixes write."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.substitution.spun_name import SpunName
from copydesk.detectors.substitution.spun_phrase import SpunPhrase
from copydesk.detectors.substitution.spun_reporting_verb import SpunReportingVerb
from copydesk.detectors.substitution.spun_time import SpunTime
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

KINDS = (SpunPhrase, SpunName, SpunTime, SpunReportingVerb)


def findings(text: str) -> list[Finding]:
    """Return what the four detectors report, in order."""
    document = Document.plain(text)
    known = lexicons.load()
    found = [finding for kind in KINDS for finding in kind.build(known).detect(document)]
    return sorted(found, key=lambda finding: finding.span)


def named(text: str) -> dict[str, Severity]:
    """Return the severity of each wording that is reported."""
    return {finding.span.of(text): finding.severity for finding in findings(text)}


def test_a_weak_wording_alone_is_information() -> None:
    """What somebody could have meant is no warning by itself."""
    assert named("The film came out final Monday, and it did well.") == {
        "final Monday": Severity.INFO,
    }


def test_two_others_raise_it() -> None:
    """In the company of respun wordings it is one of them."""
    text = (
        "The film came out final Monday, and it did well. The field workplace was pleased. "
        "He spoke of his coronary heart assault."
    )
    assert named(text)["final Monday"] is Severity.WARNING


def test_what_people_say_counts_in_company_alone() -> None:
    """It is no remark by itself, and one of many where others are respun."""
    assert named("The panel chairman resigned.") == {}
    text = (
        "The panel chairman resigned. The field workplace was pleased. "
        "He spoke of his coronary heart assault."
    )
    assert named(text)["panel chairman"] is Severity.WARNING


def test_long_articles_need_more_company() -> None:
    """A few in a thousand words are chance."""
    text = "It came out final Monday. The field workplace was pleased. " + "It rained there. " * 400
    assert named(text)["final Monday"] is Severity.INFO


def test_the_same_wording_again_is_no_company() -> None:
    """A house style repeats itself; it takes different wordings."""
    text = "It came out final Monday. They met final Monday, and final Monday, too, it rained."
    assert set(named(text).values()) == {Severity.INFO}


def test_many_make_a_warning_an_error() -> None:
    """Five wordings are no accident; what is weak by itself stays a warning."""
    text = (
        "He had a coronary heart assault. The field workplace was quiet. Police opened hearth. "
        "She pleaded responsible. The minister advised reporters that talks had failed. "
        "A poor efficiency, he said."
    )
    assert named(text)["pleaded responsible"] is Severity.ERROR
    assert named(text)["poor efficiency"] is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (
            "Field workplace figures rose.",
            "Box office figures rose.",
        ),
        (
            "The Supreme Courtroom ruled on it.",
            "The Supreme Court ruled on it.",
        ),
        (
            "He had a coronary heart assault.",
            "He had a heart attack.",
        ),
        (
            "It came out final Monday, they said.",
            "It came out last Monday, they said.",
        ),
        (
            "POLICE OPENED HEARTH",
            "POLICE OPENED FIRE",
        ),
    ],
)
def test_the_fix_writes_the_right_wording(text: str, mended: str) -> None:
    """It is cased as the wording was."""
    (finding,) = findings(text)
    assert finding.fixes[0].applied(text) == mended


def test_the_fix_takes_the_article_along() -> None:
    """`an` went with the replaced word."""
    text = "Sales fell after an field workplace flop and a rate rise."
    finding = findings(text)[0]
    assert finding.fixes[0].applied(text).startswith("Sales fell after a box office flop")


@pytest.mark.parametrize(
    "text",
    [
        "The New York instances of the fault were mended.",
        "The final 12 months of the contract are paid.",
        "The agency advised reporters to stay away from the field.",
        "Her workplace is a field, and his field is the workplace.",
        "A field. Workplace rules apply.",
        "He fell on the hearth. Fire was not seen.",
        "They met at the Leaning Field workplace.",
    ],
)
def test_honest_copy_is_spared(text: str) -> None:
    """Small letters, other sentences, other words beside it."""
    assert [finding for finding in findings(text) if finding.severity > Severity.INFO] == []


def test_names_must_be_capitalised_as_names_are() -> None:
    """`supreme court` is a phrase as well, and its respun form is reported as such."""
    text = "They went to the supreme courtroom and to the Supreme Courtroom."
    assert [finding.detector for finding in findings(text)] == ["spun-phrase", "spun-name"]
