"""Readability: textstat as the oracle where both must agree, and what is undefined."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textstat.backend import metrics  # type: ignore[import-untyped] # it ships no types
from textstat.backend.counts import _count_syllables  # type: ignore[import-untyped] # it ships no types
from textstat.backend.utils import constants  # type: ignore[import-untyped] # it ships no types

from copydesk.engines import readability
from copydesk.engines.readability import Readability, measure
from copydesk.engines.syllables import count_syllables

# Words that both take alike: no endings (textstat finds "walked" difficult though "walk" is on the
# list), no names, hyphens or apostrophes.
EASY = "the a man woman house water over under another yesterday family little small give go and"
HARD = "committee infrastructure analysis budget senator parliament economic region crisis sodium"
WORDS = f"{EASY} {HARD}".split()

FORMULAS = [field.name for field in fields(Readability)][:8]

TEXTS = {
    "de": "Der Bürgermeister hat gestern über den neuen Haushalt der Stadt gesprochen. ",
    "es": "El alcalde de la ciudad habló ayer sobre el nuevo presupuesto de la región. ",
    "fr": "Le maire de la ville a parlé hier du nouveau budget de la région entière. ",
    "hu": "A város polgármestere tegnap beszélt az önkormányzat új költségvetéséről. ",
    "it": "Il sindaco della città ha parlato ieri del nuovo bilancio della regione. ",
    "nl": "De burgemeester van de stad sprak gisteren over de nieuwe begroting daar. ",
    "pl": "Burmistrz miasta mówił wczoraj o nowym budżecie województwa i mieszkańcach. ",
    "ru": "Мэр города вчера рассказал жителям о новом бюджете области и города. ",
}


class OurSyllables(dict[str, list[list[str]]]):
    """Stands for CMUdict, so that formulas are compared and not dictionaries."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["AH0"] * count_syllables(word)]


@pytest.fixture(scope="module")
def _syllables_of_ours() -> Iterator[None]:
    """Let textstat count English syllables as we do, without its data from the network."""
    real = _count_syllables.get_cmudict
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            _count_syllables,
            "get_cmudict",
            lambda lang: OurSyllables() if lang == "en" else real(lang),
        )
        yield


def read(text: str) -> tuple[list[str], list[int]]:
    """Cut a text without difficulties into words and sentences."""
    sentences = [re.findall(r"\w+", sentence) for sentence in re.findall(r"[^.]+\.", text)]
    return [word for sentence in sentences for word in sentence], list(map(len, sentences))


# Sentences of three words or more: textstat drops shorter ones. Lengths that divide 100 end one at
# the hundredth word, where Linsear Write's sample ends.
SENTENCES = st.sampled_from([4, 5, 10, 20]).flatmap(
    lambda length: st.lists(
        st.lists(st.sampled_from(WORDS), min_size=length, max_size=length),
        min_size=max(3, 100 // length),
        max_size=40,
    ),
)


@pytest.mark.usefixtures("_syllables_of_ours")
@given(SENTENCES)
def test_agrees_with_textstat(sentences: list[list[str]]) -> None:
    text = " ".join(" ".join(sentence) + "." for sentence in sentences)
    words, lengths = read(text)
    ours = measure(words, lengths)
    # textstat counts full stops among the characters, and we letters and digits only.
    marks = 4.71 * len(sentences) / len(words)
    # And it shortens Coleman and Liau's 0.0588 to 0.058.
    digit = 0.08 * ours.counts.letters / len(words)
    assert {name: getattr(ours, name) for name in FORMULAS} == pytest.approx(
        {
            "flesch_reading_ease": metrics.flesch_reading_ease(text, "en"),
            "flesch_kincaid_grade": metrics.flesch_kincaid_grade(text, "en"),
            "gunning_fog": metrics.gunning_fog(text, "en"),
            "smog_index": metrics.smog_index(text, "en"),
            "coleman_liau_index": metrics.coleman_liau_index(text) + digit,
            "automated_readability_index": metrics.automated_readability_index(text) - marks,
            "dale_chall": metrics.dale_chall_readability_score(text, "en"),
            "linsear_write": metrics.linsear_write_formula(
                text, "en", strict_lower=False, strict_upper=True
            ),
        },
    )


@pytest.mark.parametrize("language", TEXTS)
def test_agrees_with_textstat_on_other_languages(language: str) -> None:
    text = TEXTS[language] * 12
    ours = measure(*read(text), language)
    if language == "pl":
        assert ours.flesch_reading_ease is None
    else:
        expected = metrics.flesch_reading_ease(text, language)
        assert ours.flesch_reading_ease == pytest.approx(expected)
    fog = None
    if language in {"hu", "pl"}:
        with pytest.warns(Warning, match="no easy words"):  # and none of theirs is English
            fog = pytest.approx(metrics.gunning_fog(text, language))
    assert ours.gunning_fog == fog
    # These were fitted to English alone.
    for name in FORMULAS:
        if name not in {"flesch_reading_ease", "gunning_fog"}:
            assert getattr(ours, name) is None


def test_knows_the_languages_that_textstat_knows() -> None:
    known = constants.LANG_CONFIGS
    flesch = {
        language: (values["fre_base"], values["fre_sentence_length"], values["fre_syll_per_word"])
        for language, values in known.items()
        if "fre_base" in values
    }
    fog = {
        language: values["syllable_threshold"]
        for language, values in known.items()
        if "syllable_threshold" in values
    }
    assert flesch == readability._FLESCH
    assert fog == readability._COMPLEX


def test_worked_example() -> None:
    """Six sentences of twenty words, of which five have five syllables and ten letters."""
    sentence = ["cat"] * 15 + ["economical"] * 5
    figures = measure(sentence * 6, [20] * 6)
    assert figures.counts == readability.ReadabilityCounts(
        words=120, sentences=6, letters=570, syllables=240, polysyllables=30, difficult_words=30
    )
    assert figures.flesch_reading_ease == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 2)
    assert figures.flesch_kincaid_grade == pytest.approx(0.39 * 20 + 11.8 * 2 - 15.59)
    assert figures.gunning_fog == pytest.approx(0.4 * (20 + 25))
    assert figures.smog_index == pytest.approx(1.043 * 150**0.5 + 3.1291)
    assert figures.coleman_liau_index == pytest.approx(0.0588 * 475 - 0.296 * 5 - 15.8)
    assert figures.automated_readability_index == pytest.approx(4.71 * 4.75 + 0.5 * 20 - 21.43)
    assert figures.dale_chall == pytest.approx(0.1579 * 25 + 0.0496 * 20 + 3.6365)
    assert figures.linsear_write == pytest.approx((75 + 3 * 25) / 5 / 2)
    assert figures.reading_time_seconds == pytest.approx(120 / 238 * 60)


@pytest.mark.parametrize(
    ("words", "lengths"),
    [([], []), (["cat"] * 99, [33] * 3), (["cat"] * 100, [50, 50]), (["cat"] * 100, [0, 50, 50])],
)
def test_is_undefined_for_short_texts(words: list[str], lengths: list[int]) -> None:
    figures = measure(words, lengths)
    assert [getattr(figures, name) for name in FORMULAS] == [None] * 8
    assert figures.counts.words == len(words)
    assert figures.counts.syllables == len(words)
    assert figures.reading_time_seconds == pytest.approx(len(words) * 60 / 238)


def test_is_undefined_for_languages_nobody_fitted() -> None:
    figures = measure(["slovo"] * 200, [20] * 10, "xx")
    assert [getattr(figures, name) for name in FORMULAS] == [None] * 8
    assert figures.counts.syllables is None
    assert figures.counts.polysyllables is None
    assert figures.counts.difficult_words is None
    assert figures.counts.letters == 1000


def test_reads_the_first_part_of_a_language_tag() -> None:
    words, lengths = ["budget"] * 200, [20] * 10
    assert measure(words, lengths, "en-GB") == measure(words, lengths)
    assert measure(words, lengths, "de_AT") == measure(words, lengths, "de")


def test_refuses_sentences_that_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        measure(["cat"] * 5, [4])


@pytest.mark.parametrize(
    ("form", "difficult"),
    [
        ("cat", 0),
        ("cats", 0),
        ("cities", 0),
        ("walked", 0),
        ("planned", 0),
        ("making", 0),
        ("happiest", 0),
        ("slowly", 0),
        ("farmer's", 0),
        ("didn’t", 0),
        ("they’ve", 0),
        ("1,200", 0),
        ("2018", 0),
        ("water-house", 0),
        ("Kowalczyk", 0),  # a name
        ("budget", 1),
        ("budgets", 1),
        ("budget's", 1),
        ("water-budget", 1),
    ],
)
def test_takes_words_for_difficult(form: str, difficult: int) -> None:
    assert measure(["the", form], [2]).counts.difficult_words == difficult


def test_a_capital_at_the_start_of_a_sentence_is_no_name() -> None:
    assert measure(["Budgets", "fall"], [2]).counts.difficult_words == 1
    # It is one if it is seen inside a sentence too.
    assert measure(["Baghdad", "fell", "In", "Baghdad"], [2, 2]).counts.difficult_words == 0


def test_measures_the_same_without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [*WORDS, "unforeseeable", "Zwiebelfisch"] * 8
    lengths = [14] * 16
    before = [measure(words, lengths, language) for language in ("en", "de")]

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    readability._reader.cache_clear()
    readability._easy_words.cache_clear()
    readability._syllable_counter.cache_clear()
    assert [measure(words, lengths, language) for language in ("en", "de")] == before


def test_loads_neither_textstat_nor_nltk() -> None:
    program = (
        "import sys; from copydesk.engines.readability import measure;"
        "measure(['cat'] * 200, [20] * 10); measure(['Katze'] * 200, [20] * 10, 'es');"
        "print(sorted({'nltk', 'textstat'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_does_not_keep_monsters() -> None:
    before = len(readability._reader("en"))
    measure([f"monster{'x' * 100}{number}" for number in range(50)], [50])
    assert len(readability._reader("en")) == before


@pytest.mark.parametrize("piece", ["a", "e", "ia", "-", "'", "U.", "A", "é", "some", "aless", "1"])
def test_takes_linear_time_on_one_long_word(piece: str) -> None:
    begin = time.process_time()
    measure([piece * (200_000 // len(piece))], [1])
    # Quadratic code would take minutes.
    assert time.process_time() - begin < 2
