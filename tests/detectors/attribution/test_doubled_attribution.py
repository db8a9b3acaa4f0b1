"""Attributions printed twice: positives written before the detector, and their fixes."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.attribution.doubled_attribution import DoubledAttribution
from copydesk.findings import Finding, Safety
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(DoubledAttribution.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("“It was late,” the mayor said said.", "“It was late,” the mayor said."),
        ("“It was late,” she said said on Monday.", "“It was late,” she said on Monday."),
        ("The bank said Said that it was late.", "The bank said that it was late."),
        ("The bank Said said that it was late.", "The bank said that it was late."),
        ("He told told reporters it was late.", "He told reporters it was late."),
        ("Lindqvist announced announced a plan.", "Lindqvist announced a plan."),
        ("Police said said nobody was hurt.", "Police said nobody was hurt."),
        ("“It was late,” Berg added added.", "“It was late,” Berg added."),
        ("Ruiz says says it was late.", "Ruiz says it was late."),
        ("The minister insisted insisted on it.", "The minister insisted on it."),
        ("“It was late,” Berg said told reporters.", "“It was late,” Berg told reporters."),
        ("Lindqvist said announced that it was late.", "Lindqvist announced that it was late."),
        ("The mayor told said that it was late.", "The mayor said that it was late."),
        ("He said says it was late.", "He says it was late."),
        ("The bank announced said it was late.", None),  # “announced” may be a participle
        ("“It was late,” Berg said replied.", "“It was late,” Berg replied."),
        ("Lindqvist said insisted that it was late.", "Lindqvist insisted that it was late."),
        ("Officials said told reporters so.", "Officials told reporters so."),
        ("Ruiz explained said that it was late.", "Ruiz said that it was late."),
        ("She wrote said that it was late.", "She said that it was late."),
        ("Berg said it was late, Berg said.", "Berg said it was late."),
        ("He said it was late, he said.", "He said it was late."),
        ("The mayor said it was late, the mayor said.", "The mayor said it was late."),
        ("Officials said it was late, officials said on Monday.", "Officials said it was late."),
        ("Police said nobody was hurt, police said.", "Police said nobody was hurt."),
        ("“It was late,” said Berg said.", "“It was late,” said Berg."),
        ("“It was late,” said Carl Lindqvist said.", "“It was late,” said Carl Lindqvist."),
        ("“It was late,” added Ruiz added.", "“It was late,” added Ruiz."),
        ("“It was late,” said Mr. Berg said on Monday.", "“It was late,” said Mr. Berg on Monday."),
        ("He said: “It was late,” he said.", None),  # not found: two sentences may be one here
    ],
)
def test_finds_and_mends(text: str, mended: str | None) -> None:
    findings = found(text)
    if mended is None:
        assert findings == []
        return
    (finding,) = findings
    assert mended in [fix.applied(text) for fix in finding.fixes]


def test_only_the_same_verb_is_dropped_unseen() -> None:
    assert found("The mayor said said so.")[0].fixes[0].safety is Safety.SAFE
    assert {fix.safety for fix in found("Berg said told us so.")[0].fixes} == {Safety.REVIEW}


@pytest.mark.parametrize(
    "text",
    [
        "What the mayor said said a lot.",
        "Everything she told told against her.",
        "They say added salt is bad, and he said stated aims matter.",
        "Amina Said said so, and Edward Said told us.",
        "Those who asked said so.",
        "Students asked said so.",
        "He said yes, she said no, and they said nothing.",
        "He says no, and I say yes, and he says no.",
        "“It was late,” said Berg. Said Ruiz: “It was.”",
        "The suspect police said told the truth was let go.",
    ],
)
def test_spares_good_copy(text: str) -> None:
    assert found(text) == []


def test_points_at_the_first_attribution() -> None:
    text = "Berg said it was late, Berg said."
    (related,) = found(text)[0].related
    assert text[related.span.start : related.span.end] == "Berg said"
