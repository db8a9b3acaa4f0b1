"""Words of other languages: positives written before the detector, and what examples can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.translation.untranslated_run import UntranslatedRun
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

BEFORE = "The council met on Monday evening to talk about the old bridge over the river."
AFTER = "Nobody was hurt in the fire at the harbour, and the ships left for the island at noon."


def found(text: str) -> list[Finding]:
    return list(UntranslatedRun.build(lexicons.load()).detect(Document.plain(text)))


# Thirty sentences of other languages, written before the detector was.
POSITIVES = """
Die Brücke ist seit Montag nicht mehr für Autos offen, weil das Wasser noch steigt.
Der Rat hat beschlossen, dass die Stadt den Hafen nicht verkaufen wird.
Le maire a dit que le pont ne sera pas ouvert avant lundi.
Les bateaux sont restés dans le port avec leurs passagers.
El alcalde dijo que el puente está cerrado porque el río ha crecido mucho.
Los barcos no salieron del puerto hasta la noche, pero nadie fue herido.
Il sindaco ha detto che il ponte non è aperto perché il fiume è molto alto.
Le navi sono rimaste nel porto e anche i passeggeri sono stati avvisati.
O prefeito disse que a ponte não será aberta porque o rio também subiu.
Os navios não saíram do porto até à noite, mas ninguém foi ferido.
De brug is niet open omdat het water nog te hoog is, zegt de burgemeester.
De schepen zijn naar het eiland gevaren maar ook weer terug.
Bron är inte öppen och det är för mycket vatten i ån.
Broen er ikke åben fordi det er for meget vand i åen og på vejen.
Most nie jest otwarty, ponieważ woda w rzece jest za wysoka i będzie rosła.
Most není otevřen, protože voda v řece je také vysoká a nikdo neví, která cesta je volná.
Most nije otvoren, ali će biti kada voda također padne.
Podul nu este deschis pentru că apa râului a crescut și este din nou mare.
A híd nem nyitott, mert a víz még magas, és azt mondják, hogy csak hétfőn lesz kész.
Köprü kapalı çünkü su çok yüksek ve belediye bir açıklama olarak bunu söyledi.
Jembatan itu tidak dibuka karena air sungai telah naik dan mereka akan menunggu.
Ang tulay ay hindi pa bukas dahil mataas ang tubig sa ilog, ayon sa mga tao.
Gwamnan ya ce gadar ba ta budewa ba domin ruwa ya yi yawa, kuma wannan shi ne dalili.
Daraja hilo lilikuwa limefungwa kwa sababu ya maji katika mto huo, lakini watu hawa wapo.
Silta ei ole auki, mutta kaupunki kertoi että vesi laskee ja laivat ovat satamassa.
Ura nuk është e hapur për shkak se uji është i lartë dhe do të rritet.
Мост закрыт до вечера понедельника, сообщил мэр города.
الجسر مغلق حتى مساء يوم الاثنين
大桥将关闭至星期一晚上
Η γέφυρα είναι κλειστή μέχρι τη Δευτέρα το βράδυ.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", POSITIVES)
def test_reports_a_sentence_of_another_language(sentence: str) -> None:
    text = f"{BEFORE} {sentence} {AFTER}"
    findings = found(text)
    assert findings
    assert all(finding.severity is Severity.INFO for finding in findings)
    assert all(
        len(BEFORE) < f.span.start and f.span.end <= len(BEFORE) + len(sentence) + 1
        for f in findings
    )


def test_thirty_positives_were_written() -> None:
    assert len(POSITIVES) == 30


def test_names_the_language() -> None:
    (finding,) = found(f"{BEFORE} {POSITIVES[1]} {AFTER}")
    assert "German" in finding.message


@pytest.mark.parametrize("index", [0, 2, 4, 20, 26, 27])
def test_leaves_quotations_and_texts_that_are_not_english(index: int) -> None:
    assert found(f"{BEFORE} “{POSITIVES[index]}” {AFTER}") == []
    assert found(f"{BEFORE} ({POSITIVES[index]}) {AFTER}") == []
    assert found(" ".join([POSITIVES[index]] * 10)) == []


@pytest.mark.parametrize(
    "unit",
    ["und nicht ", "nicht the und ", "Мост закрыт до ", "桥 ", "dass, ", "weil und dass oder. "],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    document = Document.plain("the " * 30_000 + unit * (200_000 // len(unit)))
    detector = UntranslatedRun.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 4
