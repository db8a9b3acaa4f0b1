"""Names, mentions and variants."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from copydesk import lexicons
from copydesk.entities import Entity, EntityTable, entity_table
from copydesk.text.document import Document
from copydesk.text.tokens import Shape

SEED = Path(__file__).parents[2] / "seeds" / "000_3770f2927fc7ba81.txt"


BATTLES = ["Battle of Hastings", "Treaty of Versailles"]


def table(text: str, *, names: tuple[str, ...] = ()) -> EntityTable:
    """Build the table of a text."""
    return entity_table(Document.plain(text, names=names), lexicons.load())


def mentions(text: str, *, names: tuple[str, ...] = ()) -> dict[str, int]:
    """Count the mentions of each name of a text."""
    return {entity.name: entity.mentions for entity in table(text, names=names).entities}


def entity(text: str, name: str) -> Entity:
    """Return one entity of a text."""
    return next(found for found in table(text).entities if found.name == name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Yesterday Maria Kovacs met Omar Haddad in Lyon.",
            ["Maria Kovacs", "Omar Haddad", "Lyon"],
        ),
        ("The singer Ana de la Cruz met Jan van den Berg.", ["Ana de la Cruz", "Jan van den Berg"]),
        ("It was a plan of Ali bin Hamad.", ["Ali bin Hamad"]),
        ("They studied at the University of the Arts.", ["University of the Arts"]),
        (
            "He wrote that George W. Bush and J. K. Rowling met.",
            ["George W. Bush", "J. K. Rowling"],
        ),
        ("Then Prime Minister Giorgia Meloni left.", ["Giorgia Meloni"]),
        ("Then Mr. Haddad left with Dr Ilse Braun.", ["Haddad", "Ilse Braun"]),
        ("In June the US President Joe Biden came.", ["US", "Joe Biden"]),
        ("We drove a car by General Motors.", ["General Motors"]),
        ("The dog of Petra’s brother bit Lukas.", ["Petra", "Lukas"]),
        ("The Israel-backed plan of Hezbollah failed.", ["Hezbollah"]),
        ("On Monday a French court fined the bank.", []),
        ("However, the Mayor said it was over.", []),
        ("Colonel Moshe Tetro spoke.", ["Moshe Tetro"]),
        ("Fans of Jean-Luc Mélange met Conor O’Brien.", ["Jean-Luc Mélange", "Conor O’Brien"]),
        ("Then Mohammed bin Salman met Abdel el-Sisi.", ["Mohammed bin Salman", "Abdel el-Sisi"]),
        ("Envoys of Xi Jinping met Ban Ki-moon.", ["Xi Jinping", "Ban Ki-moon"]),
        ("We met Andrés Manuel López Obrador.", ["Andrés Manuel López Obrador"]),
        ("We read the Financial Times in The Gambia.", ["Financial Times", "Gambia"]),
        ("He is at Marks & Spencer, not in a Q&A.", ["Marks & Spencer"]),
        ("We saw Martin Luther King Jr. there.", ["Martin Luther King Jr"]),
        ("The actor Will Smith sang. Will Haddad sing?", ["Will Smith", "Haddad"]),
        ("China’s envoy met a Turkish one.", ["China"]),
        ("The Battle of Hastings came before the Treaty of Versailles.", BATTLES),
        ("Tel Aviv is hot. New York is cold.", ["Tel Aviv", "New York"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert list(mentions(text)) == names


def test_first_word_of_a_sentence_needs_support() -> None:
    assert mentions("Apple rose again. Nobody sold Apple.") == {"Apple": 2}
    assert mentions("Apple pie is good. Apple trees are old.") == {}
    assert mentions("Kabul is quiet.") == {"Kabul": 1}


def test_a_surname_alone_counts_for_the_full_name() -> None:
    text = "The coach, Mary Okafor, left. Okafor was tired, and so was her dog. We thank Okafor."
    assert mentions(text) == {"Mary Okafor": 3}
    spans = entity(text, "Mary Okafor").spans
    assert [span.of(text) for span in spans] == ["Mary Okafor", "Okafor", "Okafor"]


def test_of_two_namesakes_the_last_named_is_meant() -> None:
    text = "We met Joe Haddad. Then Haddad left. We met Ann Haddad. Then Haddad sang."
    assert mentions(text) == {"Joe Haddad": 2, "Ann Haddad": 2}


def test_a_place_is_not_a_part_of_another() -> None:
    text = "He went to South Korea, not to Korea, and to the University of Leeds in Leeds."
    assert mentions(text) == {"South Korea": 1, "Korea": 1, "University of Leeds": 1, "Leeds": 1}


def test_words_that_only_meet_a_name_are_left_out() -> None:
    text = "They fought Hamas Alone. It stood alone. We saw Hamas, and Hamas saw us."
    assert mentions(text) == {"Hamas": 3}


def test_two_names_that_meet_in_a_headline_are_two() -> None:
    text = (
        "Why Blinken Israel will wait\n\nThen Blinken left Israel. We asked Blinken of Israel."
        " The critics of Israel met Blinken."
    )
    assert set(mentions(text)) == {"Blinken", "Israel"}


def test_two_such_names_are_cut_where_they_are_written() -> None:
    # In small letters “İ” is two characters long.
    text = "We asked why İstanbul İzmir met İstanbul, and İzmir left. So İstanbul and İzmir won."
    spans = {one.name: {span.of(text) for span in one.spans} for one in table(text).entities}
    assert spans == {"İstanbul": {"İstanbul"}, "İzmir": {"İzmir"}}


def test_headlines_in_capitals_name_nobody() -> None:
    assert mentions("Seven Ways To Save More Money This Winter\n\nIt is cold outside today.") == {}


def test_variants_of_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8")
    netanyahu = entity(text, "Benjamin Netanyahu")
    assert [variant.text for variant in netanyahu.variants] == ["Benjamin netanyahu"]
    assert [span.of(text) for span in netanyahu.variants[0].spans] == ["Benjamin netanyahu"]
    assert netanyahu.mentions == 7
    blinken = entity(text, "Blinken")
    assert [variant.text for variant in blinken.variants] == ["Antony blinken"]


def test_variants_written_small() -> None:
    text = "Maria Kovacs came. We saw maria kovacs, and kovacs saw us, and so did kovacs’s dog."
    found = entity(text, "Maria Kovacs")
    spans = {variant.text: len(variant.spans) for variant in found.variants}
    assert spans == {"maria kovacs": 1, "kovacs": 2}
    assert found.mentions == 4


def test_common_words_are_no_variants() -> None:
    text = "She loves Apple and the White House. An apple fell from the house, which was white."
    assert all(not found.variants for found in table(text).entities)


def test_names_of_the_request() -> None:
    text = "We heard turkia barbach sing."
    assert mentions(text) == {}
    (found,) = table(text, names=("Turkia Barbach",)).entities
    assert (found.name, found.mentions) == ("Turkia Barbach", 1)
    assert [variant.text for variant in found.variants] == ["turkia barbach"]
    assert mentions("Nobody sang.", names=("Turkia Barbach",)) == {}


def test_is_built_once() -> None:
    document = Document.plain("We met Omar Haddad.")
    known = lexicons.load()
    assert entity_table(document, known) is entity_table(document, known)


def test_nothing_comes_of_nothing() -> None:
    assert table("").entities == ()
    assert table("\n\n \n").entities == ()


@pytest.mark.parametrize(
    "text",
    [
        "Smith John " * 10_000,
        "John Smith, Smith. smith " * 5_000,
        " ".join(f"Foo X{number} foo." for number in range(10_000)),
        ". ".join(f"Al{number}" for number in range(15_000)),
    ],
    ids=["run", "namesakes", "halves", "names"],
)
def test_takes_linear_time(text: str) -> None:
    began = process_time()
    table(text)
    once = process_time() - began
    began = process_time()
    table(f"{text}\n{text}")
    assert process_time() - began < 4 * once + 0.5


def test_gives_each_surname_to_the_namesake_named_last() -> None:
    text = (
        "On Monday we met Anna Novak and Petr Novak in Brno. At noon we saw Petr asleep. "
        "At dusk there was Anna Novak in song. At night there was Petr Novak in tears. "
        "They said that Novak was loud."
    )
    last = text.rindex("Novak")
    assert last in [span.start for span in entity(text, "Petr Novak").spans]
    assert last not in [span.start for span in entity(text, "Anna Novak").spans]


@pytest.mark.parametrize("words", ["Xyz Xyz Said ", None])
def test_is_empty_for_noise(words: str | None) -> None:
    text = words * 20_000 if words else " ".join(f"Ab{number:x}" for number in range(60_000))
    document = Document.plain(text)
    document.forms(Shape.TITLE)
    began = process_time()
    assert not entity_table(document, lexicons.load()).entities
    assert process_time() - began < 2


def test_misspelt_mentions_are_variants() -> None:
    text = (
        "Benjamin Netanyahu spoke. We heard Netanyahu sing. There Netanyahu and Netanyhau left, "
        "and netanyahu slept."
    )
    (found,) = table(text).entities
    assert (found.name, found.mentions) == ("Benjamin Netanyahu", 5)
    assert {
        variant.text: [span.of(text) for span in variant.spans] for variant in found.variants
    } == {
        "Netanyhau": ["Netanyhau"],
        "netanyahu": ["netanyahu"],
    }


def test_joined_spellings_are_variants() -> None:
    text = "We saw Kim Jong-un wave. Later Kim Jong-un sat down. At last Kim Jong Un left."
    (found,) = table(text).entities
    assert (found.name, found.mentions) == ("Kim Jong-un", 3)
    assert [variant.text for variant in found.variants] == ["Kim Jong Un"]


def test_a_syllable_is_no_half_of_a_compound() -> None:
    assert list(mentions("They met Ban Ki-moon and Moon Jae-in.")) == ["Ban Ki-moon", "Moon Jae-in"]
    assert mentions("It was a US-led plan and a Hands-on one.") == {}


def test_a_name_of_the_request_may_be_made_of_common_words() -> None:
    text = "Everyday Heroes sang. We like Everyday Heroes’ song, but no everyday heroes."
    assert mentions(text) == {"Everyday Heroes": 1}
    assert mentions(text, names=("Everyday Heroes",)) == {"Everyday Heroes": 2}
    assert mentions("Apple rose. The Guardian’s chief left.") == {}
    found = mentions("Apple rose. The Guardian’s chief left.", names=("Apple", "Guardian"))
    assert found == {"Apple": 1, "Guardian": 1}
