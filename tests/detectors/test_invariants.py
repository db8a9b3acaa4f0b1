"""What holds for every detector of the registry, whatever it finds."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import pkgutil
import re
import sys
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import copydesk.detectors
from copydesk import lexicons
from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.docs import DOES_NOT_FLAG, FLAGS, SECTIONS, read_doc
from copydesk.detectors.registry import DETECTORS, RENAMED
from copydesk.text.blocks import Block
from copydesk.text.document import Document
from copydesk.text.source import SegmentMap, Source
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from types import ModuleType

    from copydesk.findings import Finding

ROOT = Path(__file__).resolve().parent.parent.parent
BUILT = {kind.id: kind.build(lexicons.load()) for kind in DETECTORS}
ALL = [pytest.param(detector, id=name) for name, detector in BUILT.items()]
LOCAL = [
    pytest.param(detector, id=name)
    for name, detector in BUILT.items()
    if detector.scope is not Scope.DOCUMENT
]
SEEDS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt")}

# One damaged or merely odd sentence for each kind of defect, written for this test.
POOL = [
    "The minister told the the committee that nothing had changed.",
    "They would do it, but if we If we must, we will go alone.",
    "Prime Minister Anna bergman met the german president on friday.",
    "“We are ready, the mayor said on Monday.",
    "We are ready,” the mayor said on Monday.",
    "The UN-trusted envoy left the state-possessed railway.",
    "It was a bad year for the town. Change.",
    "Boats with food are arriving Is.",
    "Mr Lee told Ms Khan Said on Friday that the talks had failed.",
    '"It is over," said said the captain, "and we lost."',
    "The union called Off the strike because of Rain.",
    "The council didnâ€™t vote on the cafÃ© in MÃ¼nster.",
    "It&rsquo;s <b>late</b> and the road is closed.</p>",
    "Leave a Reply",
    "Your email address will not be published. Required fields are marked *",
    "Related Posts",
    "Read more: what the town has to say",
    "He said. She Said. They said It.",
    "Profits at Example Corp. rose by 4.5 percent to $2.1 billion in 2019.",
    "Rain fell all day on the hills above the town.",
    "Rain fell all day on the hills above the town.",
    "iPhone sales in the U.S. fell, Dr. J. K. Rowe of the U.N. agency said.",
    "He is 6'2\" tall and paid 1,200 euros at 7:30 p.m. on Oct. 7.",
    "THE WHOLE HEADLINE IS IN CAPITALS",
    "- a list item without an end",
    "Ελλάδα, Москва, 東京 and 😀 are words, too.",
    "",
]
FRAGMENTS = [
    *POOL,
    *"“”‘’\"'«»„()[]{}<>&;:,.!?…—–-_*/\\|@#%+=~^`",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\x85",
    "\x0b",
    "\t",
    " ",
    "\xa0",
    "\u200b",
    "\ufeff",
    "\u0301",
    "\u202e",
    "ﬁ",
    "İ",
    "ß",
    "Ω",
    "а",
    "👩‍🚒",
    "\U0010ffff",
    "1,2.3:4",
    "a.b.c.",
    "https://example.com/a_b",
    "the The",
    "said Said",
    "&amp;",
    "â€™",
    "<p>",
    "«",
    "un-",
    "-led",
]
# Any character but those that no reader lets pass: surrogates and NUL.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.lists(
    st.sampled_from(FRAGMENTS)
    | st.text(CHARACTERS, max_size=8)
    | st.sampled_from(["the", "said", "Lee"]),
    max_size=24,
).map(" ".join) | st.lists(st.sampled_from(FRAGMENTS) | CHARACTERS, max_size=24).map("".join)
PARAGRAPHS = st.lists(st.sampled_from(POOL), min_size=1, max_size=4).map(" ".join)
ARTICLES = st.lists(PARAGRAPHS, min_size=1, max_size=6).map("\n\n".join)
SLOW = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)


def run(detector: Detector, document: Document) -> list[Finding]:
    return list(detector.detect(document))


def assert_sound(detector: Detector, document: Document, findings: list[Finding]) -> None:
    """Spans and edits lie in the text, messages speak, fixes change something."""
    whole = Span(0, len(document.text))
    for finding in findings:
        assert finding.detector == detector.id
        assert finding.family is detector.family
        assert finding.message
        assert 0 < finding.confidence <= 1
        assert whole.contains(finding.span)
        edits = [edit for fix in finding.fixes for edit in fix.edits]
        assert finding.span.of(document.text) or (edits and all(not len(e.span) for e in edits))
        assert all(whole.contains(edit.span) for edit in edits)
        assert all(whole.contains(related.span) for related in finding.related)
        for fix in finding.fixes:
            assert fix.title
            assert fix.applied(document.text) != document.text


def alone(document: Document, span: Span, block: int) -> Document:
    """Cut a stretch out of its article: the rest is gone, what is known of the request stays."""
    text = span.of(document.text)
    blocks = (Block(Span(0, len(text)), document.blocks[block].kind),)
    return Document(
        text,
        Source(text),
        SegmentMap.identity(len(text)),
        blocks,
        document.title,
        document.language,
        document.names,
        document.dictionary,
    )


def moved(finding: Finding, by: int) -> tuple[Any, ...]:
    """Return what a finding says, its offsets counted from elsewhere."""
    return (
        finding.span.start + by,
        finding.span.end + by,
        finding.severity,
        finding.confidence,
        finding.message,
        finding.evidence,
        tuple(
            (fix.safety, fix.title, edit.span.start + by, edit.span.end + by, edit.text)
            for fix in finding.fixes
            for edit in fix.edits
        ),
        tuple((other.span.start + by, other.span.end + by) for other in finding.related),
    )


def assert_local(detector: Detector, text: str) -> None:
    """Cut away everything but one sentence or paragraph: the same is found in it."""
    document = Document.plain(text)
    findings = run(detector, document)
    if detector.scope is Scope.SENTENCE:
        stretches = [(sentence.span, sentence.block) for sentence in document.sentences]
    else:
        stretches = [(block.span, index) for index, block in enumerate(document.blocks)]
    inside = 0
    for span, block in stretches:
        here = [moved(f, -span.start) for f in findings if span.contains(f.span)]
        inside += len(here)
        cut = alone(document, span, block)
        if detector.scope is Scope.SENTENCE and len(cut.sentences) != 1:
            continue  # it only is a sentence because of what stands round it
        assert sorted(moved(f, 0) for f in run(detector, cut)) == sorted(here), span.of(text)
    assert inside == len(findings), "a finding lies in no single sentence or paragraph"


# ── the registry ─────────────────────────────────────────────────────────────────────────────


def _modules() -> list[ModuleType]:
    package = copydesk.detectors
    return [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]


def test_every_detector_is_registered() -> None:
    written = {
        kind
        for module in _modules()
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Detector)
        and kind.__module__ == module.__name__
        and not inspect.isabstract(kind)
    }
    assert written == set(DETECTORS)
    assert len(set(DETECTORS)) == len(DETECTORS)


def test_the_registry_is_in_order() -> None:
    names = [kind.__name__ for kind in DETECTORS]
    assert names == sorted(names)


def test_ids_are_unique_and_lead_somewhere() -> None:
    ids = [kind.id for kind in DETECTORS]
    assert len(set(ids)) == len(ids)
    assert set(RENAMED.values()) <= set(ids)
    assert not set(RENAMED) & set(ids)


@pytest.mark.parametrize("kind", DETECTORS, ids=lambda kind: kind.id)
def test_a_detector_says_what_it_is(kind: type[Detector]) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", kind.id)
    *_, family, module = kind.__module__.split(".")
    assert module == kind.id.replace("-", "_")
    assert family == kind.family.value
    assert kind.__name__ == "".join(part.capitalize() for part in kind.id.split("-"))
    assert 0 < kind.confidence <= 1
    assert re.fullmatch(r"\d+\.\d+\.\d+", kind.since)
    assert all(re.fullmatch(r"[a-z]{2,3}", code) for code in kind.languages)
    assert all(map(inspect.isabstract, kind.__bases__)), "detectors inherit from no detector"


@pytest.mark.parametrize("kind", DETECTORS, ids=lambda kind: kind.id)
def test_a_page_says_something_in_every_section(kind: type[Detector]) -> None:
    page = read_doc(kind)
    assert tuple(page.sections) == SECTIONS
    assert all(len(page.sections[name].split()) >= 8 for name in SECTIONS[:2])
    examples = page.examples(FLAGS) + page.examples(DOES_NOT_FLAG)
    assert len({example.text for example in examples}) == len(examples)
    body = [line for name in (FLAGS, DOES_NOT_FLAG) for line in page.sections[name].splitlines()]
    assert all(line.startswith(("- ", "  ")) or not line for line in body)


# ── findings ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("detector", ALL)
@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_findings_in_a_seed_are_sound_and_the_same_twice(detector: Detector, seed: str) -> None:
    text = SEEDS[seed]
    document = Document.plain(text)
    first = run(detector, document)
    assert_sound(detector, document, first)
    assert run(detector, document) == first
    assert run(detector, Document.plain(text)) == first


@pytest.mark.parametrize("detector", ALL)
@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n \t\r\n\x85\u2028 \xa0", "\u200b", "\ufeff"])
def test_there_is_nothing_in_nothing(detector: Detector, text: str) -> None:
    assert run(detector, Document.plain(text)) == []


@SLOW
@given(TEXTS)
def test_findings_in_any_text_are_sound_and_the_same_twice(text: str) -> None:
    for detector in BUILT.values():
        document = Document.plain(text)
        findings = run(detector, document)
        assert_sound(detector, document, findings)
        assert run(detector, Document.plain(text)) == findings


@pytest.mark.parametrize("detector", ALL)
@pytest.mark.parametrize("plane", range(17))
def test_every_plane_can_be_read(detector: Detector, plane: int) -> None:
    points = range((plane << 16) + 1, (plane + 1) << 16, 251)
    text = "".join(
        f"“a{chr(point)}b {chr(point)} said{chr(point)}.”"
        for point in points
        if not 0xD800 <= point < 0xE000
    )
    document = Document.plain(text)
    assert_sound(detector, document, run(detector, document))


# ── scope ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("detector", LOCAL)
def test_scope_holds_on_the_detectors_own_examples(detector: Detector) -> None:
    page = read_doc(type(detector))
    examples = [*page.examples(FLAGS), *page.examples(DOES_NOT_FLAG)]
    for example in examples:
        assert_local(detector, example.text)
    assert_local(detector, "\n\n".join(example.text for example in examples))
    assert_local(detector, " ".join(example.text for example in examples))


@pytest.mark.parametrize("detector", LOCAL)
@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_scope_holds_on_the_seeds(detector: Detector, seed: str) -> None:
    assert_local(detector, SEEDS[seed])


@SLOW
@given(ARTICLES)
def test_scope_holds_on_damaged_articles(text: str) -> None:
    for parameters in LOCAL:
        (detector,) = parameters.values
        assert isinstance(detector, Detector)
        assert_local(detector, text)


# ── time ─────────────────────────────────────────────────────────────────────────────────────

HOSTILE = {
    "one word": "a",
    "capitals": "A",
    "spaces": " ",
    "blank lines": "\n\n",
    "short words": "a b ",
    "a repeated word": "the ",
    "names": "Anna Lee told ",
    "sentences": "It rained. ",
    "one sentence a paragraph": "Rain fell on the old town.\n\n",
    "one-word paragraphs": "Change.\n\n",
    "quotes": '"',
    "opening quotes": "“We said, ",
    "hyphens": "UN-trusted-",
    "tags": "<p ",
    "entities": "&amp;",
    "mojibake": "â€",
    "brackets": "([{",
    "numbers": "1,",
    "emoji": "👩‍🚒 ",
    "form lines": "Leave a Reply\n",
    "stutter": "if we If we ",
    "capital words": "said Said Is. ",
}
SIZE = 50_000
NOISE = 0.1  # seconds below which a ratio says nothing
# Four times the text: linear work costs 4, quadratic 16; a shared core can halve its speed.
MOST = 12


@cache
def hostile(name: str, size: int) -> Document:
    unit = HOSTILE[name]
    return Document.plain(unit * (size // len(unit)))


def seconds(detector: Detector, document: Document) -> float:
    began = time.process_time()
    run(detector, document)
    return time.process_time() - began


@pytest.mark.parametrize("detector", ALL)
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_time_grows_with_the_text_and_no_faster(detector: Detector, name: str) -> None:
    small, large = hostile(name, SIZE // 2), hostile(name, 2 * SIZE)
    run(detector, small)  # builds the index
    assert_sound(detector, large, run(detector, large)[:50])
    fourfold = seconds(detector, large)
    if fourfold > NOISE:
        once = min(seconds(detector, small) for _ in range(3))
        fourfold = min(fourfold, seconds(detector, large), seconds(detector, large))
        assert fourfold <= MOST * once + NOISE


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_reading_hostile_text_takes_linear_time(name: str) -> None:
    unit = HOSTILE[name]

    def reading(size: int) -> float:
        began = time.process_time()
        Document.plain(unit * (size // len(unit)))
        return time.process_time() - began

    once = min(reading(SIZE // 2) for _ in range(3))
    fourfold = min(reading(2 * SIZE) for _ in range(3))
    assert fourfold <= MOST * once + NOISE


def test_eighty_detectors_cost_less_than_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the index: its price is measured by scripts/bench_index.py (1.3 ms, budget 2)."""
    specification = importlib.util.spec_from_file_location(
        "bench_index", ROOT / "scripts" / "bench_index.py"
    )
    assert specification is not None
    assert specification.loader is not None
    bench = importlib.util.module_from_spec(specification)
    monkeypatch.setitem(sys.modules, bench.__name__, bench)
    specification.loader.exec_module(bench)
    text = "\n\n".join([SEEDS["010_clean.txt"]] * 3)
    cost = bench.measure([text], bench.dummies(80), runs=9)
    # Machines differ and are shared, so reading the same text in the same runs is the yardstick.
    assert cost.detectors <= 1.5 * (cost.reading + cost.index)
