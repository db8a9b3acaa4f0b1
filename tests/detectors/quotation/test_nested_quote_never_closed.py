"""A quotation inside another that is never closed."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.quotation.nested_quote_never_closed import NestedQuoteNeverClosed
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was: 27 of 30 is what it has to find.
DAMAGED = [
    "“He told me: ‘Never.” She left.",
    "“He told me: ‘Never in my life.” She left.",
    "“She said, ‘We are ready, and then she left,” he recalled.",
    "“‘We are ready, she said, and left,” he recalled.",
    "“They call it ‘the end of the road,” he said.",
    "“It was ‘odd and late,” she said. “Nobody came.”",
    "“I thought: ‘This is it.” He smiled.",
    "“My father said, ‘Go home,” she said.",
    "“People say, ‘Why you?” he said.",
    "“And I said, ‘No way!” she said.",
    "“You hear ‘no all day long,” he said.",
    "“The ‘experts were wrong,” Lindqvist said.",
    "“They shouted ‘Go, go, go.” Then it was over.",
    "“The sign said ‘Closed until May,” Ruiz said.",
    "“It is a ‘win-win deal,” the minister said.",
    "“So I asked: ‘Where is Ana?” he said.",
    "The mayor said: “He wrote ‘We regret it and left.”",
    "The mayor said: “They sang ‘Home again until ten.” It rained.",
    "“He’s ‘the best player we’ve got,” she said.",
    "“We’re told ‘it’s fine,” he said.",
    "“One said ‘yes’, one ‘no,” she said.",
    "“The song ‘Blue Hills was played,” he said.",
    "“She wrote, ‘I’ll be late.” He waited.",
    "“The word ‘freedom means little,” he said.",
    "“I read ‘War in the North in May,” she said.",
    "“Then: ‘Stop it!” she said.",
    "“We heard ‘Fire, and ran,” Park said.",
    "“Nobody says ‘thank you to her,” he said.",
    "“A ‘quiet man, my father,” she said.",
    "“He goes, ‘Whatever,” she said.",
]
GOOD = [
    "“He told me: ‘Never.’” She left.",
    "“He told me: ‘Never.’ ” She left.",
    "“He told me: ‘Never.’ Then he left,” she said.",
    "“They call it ‘the end’,” he said.",
    "“‘We are ready,’ she said, and left,” he recalled.",
    "“Give ‘em a chance,” he said.",
    "“Rock ‘n’ roll,” he said.",
    "“Rock ‘n roll,” he said.",
    "“Back in the ‘90s we had it,” he said.",
    "“‘Tis late,” he said. “‘Twas cold.”",
    "“‘Cause I can,” he said. “Wait ‘til May.”",
    "“The boys’ ‘total’ loss,” she said.",
    "‘We are ready,’ she said.",
    "‘He told me: “Never.” Then he left,’ she said.",
    "“He told me: ‘Never. ¶ “‘Never again,’ he said.”",
    "“He told me: ‘Never. ¶ It was late.’ Then he left.”",
    "The ‘it’ girl left. “No,” she said.",
    "“No,” she said. The ‘it girl left.",
    "“The ‘60s and ‘70s,” he said.",
    "\"Give 'em a chance in the '90s,\" he said.",
    "„Er sagte: ‚Nein‘“, sagte sie.",
    "“It was ‘odd’ and ‘late’,” she said.",
    "“It’s the Joneses’ car,” he said.",
    "“O‘Neill was here,” he said.",
    "“They shouted ‘Go!’, ‘Now!’ and ‘Run!’”",
    "“A ‘yes’ is a ‘yes’,” he said. “A ‘no’ is a ‘no’.”",
    "“He said ‘I’ll go’ and left,” she said.",
    "“He ‘left’.” “She ‘stayed’.”",
    "‘It is late,’ he said. “It is.”",
    "“‘bout time,” she said.",
]


def found(text: str) -> list[Finding]:
    detector = NestedQuoteNeverClosed.build(lexicons.load())
    return list(detector.detect(Document.plain(text.replace(" ¶ ", "\n\n"))))


@pytest.mark.parametrize("text", DAMAGED)
def test_finds_the_mark(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.INFO
    assert finding.span.of(text).startswith("‘")
    assert finding.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize("text", GOOD)
def test_spares_good_copy(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("“He told me: ‘Never.” She left.", "“He told me: ‘Never.’” She left."),
        ("“My father said, ‘Go,” she said.", "“My father said, ‘Go,’” she said."),
        ("“The ‘experts were wrong,” he said.", "“The experts were wrong,” he said."),
    ],
)
def test_closes_it_or_takes_it_out(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert mended in {fix.applied(text) for fix in finding.fixes}


@pytest.mark.parametrize("unit", ["‘", "“‘a ", "“a ‘b” ", "‘a ", "“ ‘a\n\n", "a ‘b ”"])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = NestedQuoteNeverClosed.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
