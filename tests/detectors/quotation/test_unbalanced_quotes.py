"""Quotation marks without a partner: fixes, severities, and what is balanced after all."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.quotation.unbalanced_quotes import UnbalancedQuotes
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(UnbalancedQuotes.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        # never closed
        ("“We are ready, the mayor said. “We are.”", "“We are ready,” the mayor said. “We are.”"),
        ("“Are we ready? asked the mayor of Ulm.", "“Are we ready?” asked the mayor of Ulm."),
        ('"We are ready, she said. "We are."', '"We are ready," she said. "We are."'),
        ("He said: “We are ready.\n\nNobody spoke.", "He said: “We are ready.”\n\nNobody spoke."),
        ("«On y va, dit-elle. Elle rit.»\n\n«Non.", "«On y va, dit-elle. Elle rit.»\n\n«Non.»"),
        # never opened
        ("We are ready,” the mayor said.", "“We are ready,” the mayor said."),
        ('We are ready," the mayor said.', '"We are ready," the mayor said.'),
        ("He left. He added: We are ready.”", "He left. He added: “We are ready.”"),
        ("Then she replied, We are ready.”", "Then she replied, “We are ready.”"),
        ('He began the search, " he said', '"He began the search, " he said'),
        ('We left, " she said. "We go."', '"We left, " she said. "We go."'),
        # twice
        ("““We are ready,” she said.", "“We are ready,” she said."),
        ("“We are ready,”” she said.", "“We are ready,” she said."),
        ('"We are ready,"" she said.', '"We are ready," she said.'),
        ("“We are ready,” ” she said.", "“We are ready,” she said."),
        # opened again
        (
            "He said that “the loss of the coast, “could not be borne.”",
            "He said that “the loss of the coast, could not be borne.”",
        ),
    ],
)
def test_mends_the_pair(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready,’ she said.",
        "They call it ‘the Worker President” here.",
        "« We are ready,” she said.",
        'Then " he said, "we go"',
        '"We are ready," she said. "',
    ],
)
def test_leaves_mismatched_marks_and_marks_alone_to_their_rules(text: str) -> None:
    assert found(text) == []


def test_names_the_second_opening_mark_where_nothing_closes_either() -> None:
    text = "“We knew. Then we saw the whole scheme “‘I am not free to speak,’ he said."
    assert [finding.span.of(text) for finding in found(text)] == ["“‘I"]


def test_offers_every_sentence_that_may_have_been_the_first() -> None:
    text = "It rained. We are ready. We will go,” she said."
    (finding,) = found(text)
    results = {fix.applied(text) for fix in finding.fixes}
    assert results == {
        "“It rained. We are ready. We will go,” she said.",
        "It rained. “We are ready. We will go,” she said.",
        "It rained. We are ready. “We will go,” she said.",
    }


def test_a_mark_that_is_printed_twice_is_sure() -> None:
    (finding,) = found("“We are ready,”” she said.")
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].safety is Safety.SAFE
    (finding,) = found("He was the “king of the road.")
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    "text", ["We are ready,” she said.", "“We are ready, she said. “We will be there.”"]
)
def test_an_attribution_makes_sure(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].safety is Safety.REVIEW


def test_a_mark_at_the_very_start_has_nothing_before_it() -> None:
    (finding,) = found("” she said. “Nobody answered.”")
    assert finding.severity is Severity.WARNING
    assert finding.fixes == ()


def test_a_teaser_that_was_cut_off_is_less_sure() -> None:
    (finding,) = found("It rained.\n\n“I believe that we have never been so...\n\nIt snowed.")
    assert finding.severity is Severity.INFO


def test_points_at_the_mark_that_opened() -> None:
    text = "He said that “the loss of the coast, “could not be borne.”"
    (finding,) = found(text)
    assert finding.span.of(text) == "“could"
    assert finding.related[0].span.start == text.index("“")


def test_a_fault_does_not_spread() -> None:
    text = "“One,” he said. Two,” she said. “Three,” they said.\n\n“Four,” we said."
    assert [finding.span.of(text) for finding in found(text)] == ["Two,”"]
    text = text.replace("“", '"').replace("”", '"')
    assert [finding.span.of(text) for finding in found(text)] == ['Two,"']


@pytest.mark.parametrize(
    "text",
    [
        "“One.\n\n“Two.\n\n“Three,” he said.",
        '"One.\n\n"Two.\n\n"Three," he said.',
        "“One.\n\nA heading\n\n“Two,” he said.",
        "“One,\ntwo,\nthree,” he sang.",
        "“He told me “never”, and left,” she said.",
        "““Never,” he told me,” she said.",
        "She called it “a ‘total’ loss” – “‘no less’”.",
        "'Tis the '90s, rock 'n' roll, ’em and ’til, boys' games and 'that'.",
        "‘We’re ready,’ he said. ‘It’s the boys’ turn.’",
        'The 6\'2" man, 5’ 11” wide, ate a 12" pizza and a 9” pie.',
        '"The man is 6\'2" tall," she said. "He ate a 12" pizza," he added.',
        "„Nein“, sagte er, und „doch“.",
        "»Nein«, sagte er. « Non », dit-elle. «Oui».",
        "”Nej”, sa hon. ”Jo.”",
        "Read more »\n\nBack to top «",
        'He spoke of “no rationale ”, of “ dot ” and of " torture " there.',
        'He said," It is late in the day" and left.',
        "“wrong“ and ”wrong” are balanced.",
        'Use "" for nothing.',
        "“One,â€\x9d he said. &ldquo;Two,” she said.",
        "He said (“yes”), “no”—“maybe”…“so”.",
        "",
    ],
)
def test_spares_what_is_balanced(text: str) -> None:
    assert found(text) == []


def test_marks_doubled_on_both_sides_are_no_nesting() -> None:
    text = 'The ""best"" deal.'
    assert [finding.span.start for finding in found(text)] == [4, 10]


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "”",
        "“a ",
        '"a ',
        'a" ',
        "“a.\n\n",
        "“a, he said. ",
        "He left.” ",
        "«a ",
        "‘a” ",
        '1" ',
    ],
)
def test_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    document = Document.plain(text)
    began = time.process_time()
    list(UnbalancedQuotes.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8


def test_writes_the_title_of_a_fix_on_one_line() -> None:
    text = 'It is late.\n\nThe\nend, " she said.\n\nOne\n\n“We go.\n\nNo.” He left.\n\nAh.”'
    fixes = [fix for finding in found(text) for fix in finding.fixes]
    assert fixes
    assert not any("\n" in fix.title for fix in fixes)


@pytest.mark.parametrize("mark", ["“", "”", '"', "“‘", '" a', 'a, " b. '])
def test_takes_no_time_for_noise(mark: str) -> None:
    document = Document.plain(mark * (300_000 // len(mark)))
    detector = UnbalancedQuotes.build(lexicons.load())
    began = time.process_time()
    assert not list(detector.detect(document))
    assert time.process_time() - began < 2
