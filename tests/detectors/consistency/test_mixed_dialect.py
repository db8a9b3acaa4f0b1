"""American and British words in one article."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.consistency.dialects import AMERICAN, BRITISH
from copydesk.detectors.consistency.mixed_dialect import MixedDialect
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

KNOWN = lexicons.load()
DETECTOR = MixedDialect.build(KNOWN)
GB = "They like the colour of the theatre. Its grey walls honour the town. We travelled there."
US = "They like the color of the theater. Its gray walls honor the town. We traveled there."


def run(text: str) -> list[Finding]:
    return list(DETECTOR.detect(Document.plain(text)))


# Two words of the rarer dialect, beside the text above.
AMERICAN_PAIRS = [
    ("center", "neighbor"),
    ("defense", "labor"),
    ("offense", "behavior"),
    ("fiber", "rumor"),
    ("kilometers", "harbor"),
    ("jewelry", "skeptical"),
    ("canceled", "labeled"),
    ("modeling", "fueled"),
    ("analyze", "tumor"),
    ("paralyzed", "flavor"),
    ("airplane", "aluminum"),
    ("pajamas", "mustache"),
    ("plow", "mold"),
    ("anesthetic", "pediatric"),
    ("skillful", "fulfill"),
]
BRITISH_PAIRS = [
    ("centre", "neighbour"),
    ("defence", "labour"),
    ("offence", "behaviour"),
    ("fibre", "rumour"),
    ("kilometres", "harbour"),
    ("jewellery", "sceptical"),
    ("cancelled", "labelled"),
    ("modelling", "fuelled"),
    ("analyse", "tumour"),
    ("paralysed", "flavour"),
    ("aeroplane", "aluminium"),
    ("organised", "recognise"),
    ("realising", "apologised"),
    ("tyres", "kerb"),
    ("programme", "cheque"),
]
TRAPS = [
    GB,
    US,
    f"{GB} One center has a door.",
    f"{US} One centre has a door.",
    f"{GB} The Lincoln Center and the Labor Department are here.",
    f"{GB} “My favorite color is gray, and I honor it,” he wrote.",
    f"{GB} They organize a tour. They recognize it and realize its value.",
    f"{GB} The program is new. They check the tires and the gas meter. They license it.",
    f"{US} The Labour Party and the Ministry of Defence sent a paper.",
    f"{US} “The colour of the centre is grey,” she wrote.",
    f"{US} They exercise, advise, surprise, promise and compromise. We comprise and revise.",
    f"{US} The story has a disc and a dialogue. A catalogue lists it.",
    f"{GB} The artist practises. The practice is fine. It is a licence to sing.",
    f"{GB} The center is a center of the center.",
    f"{US} The centre is a centre of the centre.",
    "The colour is gray. The color is grey. The centre and the center met.",
    "They like the color and the center. They like the colour and the centre.",
    "The tire is flat. They tire. The story is a tale of two meters.",
    "Our humor is dry, our color bright, and the odor bad.",
    "Our humour is dry, our colour bright, and the odour bad.",
    f"{GB} Mr Gray met Ms Harbor at the Pearl Harbor site.",
    f"{US} Lord Grey met the Duke of Armour.",
    f"{GB} We use a disk and a program to check a story.",
    f"{US} A mum is a flower. Its tumult is great.",
    f"{GB} It is four hours, or six, of terror and horror.",
    f"{US} It is an hour of contour lines and a detour. Four pour.",
    f"{GB} The actor and the doctor met the major.",
    f"{US} The glamour of it! The acre and the ogre are mediocre.",
    f"{GB} The meter of a poem. The tire. The curb. The check.",
    "",
    "Colour Color Center Centre Theater Theatre",
]


@pytest.mark.parametrize(
    ("base", "pair"),
    [(GB, pair) for pair in AMERICAN_PAIRS] + [(US, pair) for pair in BRITISH_PAIRS],
)
def test_finds_the_rarer_dialect_and_mends_it(base: str, pair: tuple[str, str]) -> None:
    text = f"{base}\n\nThen there was a matter of {pair[0]} and of {pair[1]}, and more."
    (finding,) = run(text)
    assert finding.span.of(text) == pair[0]
    assert finding.severity is Severity.INFO
    assert [place.span.of(text) for place in finding.related][1:] == [pair[1]]
    other = AMERICAN if base is GB else BRITISH
    mended = text.replace(f"of {pair[0]} ", f"of {other[pair[0]]} ")
    mended = mended.replace(f"of {pair[1]},", f"of {other[pair[1]]},")
    assert finding.fixes[0].applied(text) == mended
    assert run(mended) == []


@pytest.mark.parametrize("text", TRAPS)
def test_spares(text: str) -> None:
    assert [finding.span.of(text) for finding in run(text)] == []


def test_the_list_holds_words() -> None:
    unknown = [word for word in AMERICAN if not KNOWN.is_word(word)]
    assert unknown == []
    unknown = [word for word in BRITISH if not KNOWN.is_word(word) and "isation" not in word]
    assert unknown == []


def test_no_form_belongs_to_both() -> None:
    assert not BRITISH.keys() & AMERICAN.keys()
