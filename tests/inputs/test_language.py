"""English is told from other languages, and its dialect by its spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.inputs.language import detect_language

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

OTHERS = {
    "nl": "De gemeenteraad heeft maandag besloten dat de brug over de rivier wordt gesloten, "
    "want die is te oud en het was volgens de wethouder niet meer veilig om er met auto’s over "
    "te rijden. We hadden dit liever anders gezien, zei hij, of in ieder geval later.",
    "de": "Der Stadtrat hat am Montag beschlossen, die Brücke über den Fluss zu schließen, weil "
    "sie zu alt ist. Es war nach Angaben des Bürgermeisters nicht mehr möglich, sie in diesem "
    "Jahr zu reparieren, und das Geld dafür fehlt ihm ohnehin.",
    "fr": "Le conseil municipal a décidé lundi de fermer le pont, car il est trop ancien et on ne "
    "peut plus le réparer. Me voilà obligé de faire un détour, dit un habitant du quartier, qui "
    "travaille de l’autre côté de la rivière depuis plus de dix ans.",
    "es": "El ayuntamiento decidió el lunes cerrar el puente sobre el río porque es demasiado "
    "viejo y no hay dinero para repararlo. Los vecinos tendrán que dar un rodeo de más de cinco "
    "kilómetros hasta que se encuentre una solución, según el alcalde.",
    "da": "Byrådet besluttede mandag at lukke broen over floden, fordi den er for gammel, og der "
    "er ikke penge til at reparere den. Det var ifølge borgmesteren ikke længere sikkert at køre "
    "over den, og han har derfor valgt at handle nu.",
}


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_not_taken_for_english(code: str) -> None:
    assert detect_language(OTHERS[code]).code == "und"


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_damaged_english_is_english_still(path: Path) -> None:
    found = detect_language(path.read_text(encoding="utf-8"))
    assert found.code == "en"
    assert found.confidence > 0.7


@pytest.mark.parametrize(
    ("words", "dialect"),
    [
        ("the colour of the centre", "en-GB"),
        ("the color of the center", "en-US"),
        ("the colour of the center", None),
        ("the look of the town", None),
    ],
)
def test_the_dialect_is_known_by_the_spelling(words: str, dialect: str | None) -> None:
    text = f"They said that {words} would not change in the next year, and that it was all theirs."
    assert detect_language(text).dialect == dialect
