"""What the lexicons know, and that they do not contradict themselves."""

import time
import tracemalloc

import pytest

from copydesk.lexicons import Lexicons, NameKind, Safety, load
from copydesk.text.document import Document
from copydesk.text.tokens import fold

MEMORY = 40_000_000
# A tenth of a second on an idle machine; the bound leaves room for a busy one.
SECONDS = 0.6


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load()


@pytest.mark.parametrize(
    "word",
    [
        *("the", "colour", "color", "analyse", "organisation", "organization", "went", "mice"),
        *("don't", "don’t", "dog's", "dogs'", "dog’s", "it's", "we’ll", "ma'am"),
        *("impactful", "microbiome", "wirelessly", "livestream", "selfie", "crypto", "deepfake"),
        *("vaping", "smartwatch", "cliché", "fiancée", "email", "km", "oﬃce"),
        *("reading", "nice", "turkey", "polish", "may", "mark", "bill", "rice", "bush", "brown"),
    ],
)
def test_words(lexicons: Lexicons, word: str) -> None:
    assert lexicons.is_word(word)


@pytest.mark.parametrize("word", ["netanyahu", "teh", "recieve", "tuesday", "blinken", "xqzt", ""])
def test_no_words(lexicons: Lexicons, word: str) -> None:
    assert not lexicons.is_word(word)


@pytest.mark.parametrize(
    "name",
    [
        *("Netanyahu", "Blinken", "NATO", "McDonald", "McCarthy", "Google", "iPhone", "YouTube"),
        *(
            "Tuesday",
            "February",
            "Israeli",
            "French",
            "Muslims",
            "Zelensky",
            "Zelenskyy",
            "Erdoğan",
        ),
        *(
            "Kyiv",
            "Uttarakhand",
            "Poland",
            "Macron",
            "Khamenei",
            "Siemens",
            "BBC",
            "U.N.",
            "Mélenchon",
        ),
        *("Netanyahu's", "Macron’s", "O'Neill", "al-Sisi", "Sisi", "John", "Peter"),
    ],
)
def test_names_and_their_case(lexicons: Lexicons, name: str) -> None:
    assert lexicons.name(name.lower()) == name


@pytest.mark.parametrize(
    "word",
    [
        *(
            "adidas",
            "web",
            "internet",
            "pope",
            "bible",
            "champagne",
            "diesel",
            "watt",
            "van",
            "bin",
        ),
        *("de", "la", "al", "el", "pm", "km", "coli", "salmonella", "velcro", "biro", "googling"),
        *("turkey", "may", "reading", "house", "arent", "masse", "facto", "sushi", "yakuza"),
    ],
)
def test_names_leave_alone_what_is_rightly_small(lexicons: Lexicons, word: str) -> None:
    assert lexicons.name(word) is None


@pytest.mark.parametrize("name", ["May", "Turkey", "Bill", "Brown", "Reading", "Polish", "Trump"])
def test_names_that_are_also_words(lexicons: Lexicons, name: str) -> None:
    assert lexicons.ambiguous_name(name.lower()) == name
    assert lexicons.name(name.lower()) is None
    assert lexicons.is_word(name.lower())


@pytest.mark.parametrize("word", ["said", "more", "here", "told", "down"])
def test_common_words_hide_the_names_that_they_also_are(lexicons: Lexicons, word: str) -> None:
    assert lexicons.ambiguous_name(word) is None


def test_safety(lexicons: Lexicons) -> None:
    assert lexicons.name_safety("netanyahu") is Safety.CERTAIN
    assert lexicons.name_safety("netanyahu's") is Safety.CERTAIN
    assert lexicons.name_safety("google") is Safety.LIKELY
    assert lexicons.name_safety("šumperk") is Safety.POSSIBLE
    assert lexicons.name_safety("house") is None
    assert lexicons.name_safety("may") is None


@pytest.mark.parametrize(
    "token", ["astrotourism", "birthweight", "rewilder", "anti-vaccination", "newsreaderish"]
)
def test_new_words_are_seen_to_be_formed(lexicons: Lexicons, token: str) -> None:
    assert lexicons.is_formed(token)


@pytest.mark.parametrize("token", ["blackburn", "slováček", "kuleba", "zaporizhzhia", "xqzt", "un"])
def test_names_are_not_formed(lexicons: Lexicons, token: str) -> None:
    assert not lexicons.is_formed(token)


def test_phrases_and_people(lexicons: Lexicons) -> None:
    assert lexicons.canonical_people["benjamin netanyahu"] == "Benjamin Netanyahu"
    assert len(lexicons.canonical_people) >= 5_000
    assert len(lexicons.institutions) >= 2_500
    assert lexicons.institutions["supreme court"] == "Supreme Court"
    assert "french fries" in lexicons.small_phrases
    assert "antony" in lexicons.given_names
    assert "blinken" in lexicons.surnames
    assert {"mark", "brown"} <= lexicons.ambiguous_person_names
    assert not {"van", "von", "de", "del", "un", "he"} & lexicons.ambiguous_person_names


@pytest.mark.parametrize(
    ("lower", "safety", "kind"),
    [
        ("new york", Safety.CERTAIN, NameKind.PLACE),
        ("goldman sachs", Safety.CERTAIN, NameKind.COMPANY),
        ("united nations", Safety.CERTAIN, NameKind.ORGANISATION),
        ("supreme court of india", Safety.CERTAIN, NameKind.ORGANISATION),
        ("christmas eve", Safety.CERTAIN, NameKind.EVENT),
        ("world cup", Safety.LIKELY, NameKind.EVENT),
        ("labour party", Safety.LIKELY, NameKind.ORGANISATION),
        ("supreme court", Safety.POSSIBLE, NameKind.ORGANISATION),
        ("central bank", Safety.POSSIBLE, NameKind.ORGANISATION),
        ("white house", Safety.POSSIBLE, NameKind.PLACE),
        ("civil war", Safety.POSSIBLE, NameKind.EVENT),
    ],
)
def test_institutions_have_safety_and_kind(
    lexicons: Lexicons, lower: str, safety: Safety, kind: NameKind
) -> None:
    assert lexicons.institution_safety(lower) is safety
    assert lexicons.institution_kinds[lower] is kind


def test_no_institution_has_no_safety(lexicons: Lexicons) -> None:
    assert lexicons.institution_safety("new book") is None


def test_institutions_are_found_by_their_rarest_word(lexicons: Lexicons) -> None:
    by_word = lexicons.institutions_by_word

    assert ("goldman", "sachs") in by_word["sachs"]
    assert ("new", "york") in by_word["york"]
    assert ("st", ".", "louis") in by_word["louis"]
    assert ("johnson", "&", "johnson") in by_word["johnson"]
    assert not by_word.keys() & {"of", "the", "and", "for", "new"}
    assert all(word in name for word, names in by_word.items() for name in names)
    assert _by_name(lexicons).keys() == lexicons.institutions.keys()


def test_institutions_are_cut_as_documents_are(lexicons: Lexicons) -> None:
    by_name = _by_name(lexicons)
    document = Document.plain("\n\n".join(lexicons.institutions))
    words = [word for name in lexicons.institutions for word in by_name[name]]

    assert [fold(text) for text in document.token_texts] == words


def _by_name(lexicons: Lexicons) -> dict[str, tuple[str, ...]]:
    names = (name for held in lexicons.institutions_by_word.values() for name in held)
    return {" ".join(name).replace(" .", ".").replace(" ' ", "' "): name for name in names}


def test_frequencies(lexicons: Lexicons) -> None:
    assert lexicons.zipf("the") == pytest.approx(7.7)
    assert lexicons.zipf("house") > lexicons.zipf("kettle") > 0
    assert lexicons.zipf("xqzt") == 0
    assert len(lexicons.frequencies) > 35_000


def test_no_name_is_a_word(lexicons: Lexicons) -> None:
    assert not lexicons.names.keys() & lexicons.words
    assert lexicons.ambiguous_names.keys() <= lexicons.words
    assert not lexicons.names.keys() & lexicons.written_small
    assert lexicons.safeties.keys() <= lexicons.names.keys()


def test_every_name_is_the_cased_form_of_its_key(lexicons: Lexicons) -> None:
    for table in (lexicons.names, lexicons.ambiguous_names, lexicons.institutions):
        assert all(form.lower() == key != form for key, form in table.items())


def test_function_words_and_reporting_verbs_are_words(lexicons: Lexicons) -> None:
    for group in (lexicons.function_words, lexicons.reporting_verbs, lexicons.units):
        assert [word for word in sorted(group) if not lexicons.is_word(word)] == []


def test_function_words_hold_their_classes(lexicons: Lexicons) -> None:
    for group in (
        lexicons.determiners,
        lexicons.prepositions,
        lexicons.pronouns,
        lexicons.conjunctions,
        lexicons.auxiliaries,
        lexicons.modals,
    ):
        assert group <= lexicons.function_words
    assert not lexicons.function_words & lexicons.reporting_verbs
    assert not lexicons.function_words & lexicons.names.keys()
    assert not lexicons.function_words & lexicons.given_names


def test_reporting_verbs(lexicons: Lexicons) -> None:
    assert {"said", "says", "saying", "added", "announced", "told"} <= lexicons.reporting_verbs
    assert {"told", "informed", "asked", "assured", "reminded"} <= lexicons.verbs_needing_addressee
    assert lexicons.verbs_needing_addressee <= lexicons.reporting_verbs
    assert "said" not in lexicons.verbs_needing_addressee


def test_days_and_months(lexicons: Lexicons) -> None:
    assert all(lexicons.name(day) == day.capitalize() for day in lexicons.weekdays)
    assert {m for m in lexicons.months if lexicons.is_word(m)} == {"march", "may", "august"}
    assert (len(lexicons.weekdays), len(lexicons.months)) == (7, 12)


def test_every_nationality_is_a_name_or_also_a_word(lexicons: Lexicons) -> None:
    known = lexicons.names.keys() | lexicons.ambiguous_names.keys() | lexicons.written_small

    assert lexicons.nationalities <= known


def test_abbreviations(lexicons: Lexicons) -> None:
    assert not lexicons.leading_abbreviations & lexicons.closing_abbreviations
    assert lexicons.abbreviations == lexicons.leading_abbreviations | lexicons.closing_abbreviations
    assert all(entry.endswith(".") for entry in lexicons.abbreviations)
    assert {"mr.", "oct.", "st.", "gen."} <= lexicons.leading_abbreviations
    assert {"u.n.", "inc.", "a.m.", "etc."} <= lexicons.closing_abbreviations


def test_comment_forms(lexicons: Lexicons) -> None:
    assert len(lexicons.comment_form) >= 28
    assert "leave a reply" in lexicons.comment_form["en_US"]
    phrases = [phrase for found in lexicons.comment_form.values() for phrase in found]
    assert all(phrase == " ".join(phrase.casefold().split()) for phrase in phrases)
    assert not any(mark in phrase for phrase in phrases for mark in "%<>")


def test_loading_is_fast_and_done_once() -> None:
    took = []
    for _ in range(3):
        start = time.process_time()
        load.__wrapped__()
        took.append(time.process_time() - start)

    assert min(took) <= SECONDS
    assert load() is load()


def test_memory_is_bounded() -> None:
    tracemalloc.start()
    try:
        held = load.__wrapped__()
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert held.words
    assert size <= MEMORY
