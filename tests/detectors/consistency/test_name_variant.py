"""Two spellings of one name."""

from __future__ import annotations

from time import process_time

import pytest

from copydesk import lexicons
from copydesk.detectors.consistency.name_variant import NameVariant
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

DETECTOR = NameVariant.build(lexicons.load())


def run(text: str, *, names: tuple[str, ...] = ()) -> list[Finding]:
    return list(DETECTOR.detect(Document.plain(text, names=names)))


# The text, and the spellings that are reported.
POSITIVES = [
    (
        "Benjamin Netanyahu spoke. We heard Netanyahu sing. There Netanyahu and Netanyhau left.",
        "Netanyhau",
    ),
    (
        "Envoys met Volodymyr Zelensky. They say Zelensky agreed, but Zelenskyy did not.",
        "Zelenskyy",
    ),
    ("The train from Kiev was late. In Kyiv it rained. All Kyiv was wet.", "Kiev"),
    ("The rule of Gaddafi ended. The sons of Gaddafi fled. The house of Qaddafi burnt.", "Qaddafi"),
    ("Then Recep Tayyip Erdoğan spoke. They like Erdoğan. They fear Erdogan.", "Erdogan"),
    ("We asked Tariq al-Hamadi twice. It was Tariq al-Hammadi who sang.", "al-Hammadi"),
    (
        "Rockets of Hezbollah fell. An aide of Hezbollah said so. Then Hizbollah stopped.",
        "Hizbollah",
    ),
    ("A goal by Ilkay Gündogan came late. Fans of Gündogan sang for Gundogan.", "Gundogan"),
    ("On Monday Maria Kowalczyk won. Her coach Piotr thanked Maria Kowalcyzk.", "Kowalcyzk"),
    (
        "The firm of Timothy Brandhurst fell. It was Brandhurst who sold. We rang Brandhust.",
        "Brandhust",
    ),
    (
        "Mr Okonkwo won. Voters like Okonkwo. His rivals beat Okonkwo once. Now Okonwko rests.",
        "Okonwko",
    ),
    (
        "We saw Kim Jong-un wave. Later Kim Jong-un sat down. At last Kim Jong Un left.",
        "Kim Jong Un",
    ),
    (
        "They drove to Chernihiv. Near Chernihiv a bridge fell. The mayor of Chernigov wept.",
        "Chernigov",
    ),
    ("In Kharkov it snowed. The old square in Kharkiv is white. We love Kharkiv.", "Kharkov"),
    (
        "The doctor, Ranil Wickremasuriya, left. Her friend met Ranil Wickremesuriya there.",
        "Wickremesuriya",
    ),
    (
        "A coach called Ilse Brandenburger won. We saw Brandenburger and later Bradenburger.",
        "Bradenburger",
    ),
    ("Fans sang for Jürgen Klopstock. The press met Klopstock. We miss Klopstok.", "Klopstok"),
    (
        "Yesterday Ana Lopes de Souza, of Reykjavík, flew to Reykjavik and saw Reykjavík.",
        "Reykjavik",
    ),
    ("They teach the Koran. Some sing the Koran. A scholar of the Quran came.", "Quran"),
    ("A ship left Odessa. The port of Odessa is shut. A museum in Odesa burnt.", "Odesa"),
    ("In Tehran talks began. An envoy in Tehran smiled. He left Teheran.", "Teheran"),
    ("We heard Vladimir Kryuchkovsky speak. Only Kyruchkovsky laughed.", "Kyruchkovsky"),
    ("The judge, Kristen Wilkinson, left. Nobody saw Kristin Wilkinson go.", "Kristin"),
    (
        "The village of Masujiro is old. They left Masujiro. We saw Masujiro. It was Masjiro.",
        "Masjiro",
    ),
    (
        "Troops hold Zaporizhzhia. Shells hit Zaporizhzhia. The plant at Zaporizhia is shut.",
        "Zaporizhia",
    ),
    (
        "Shops of Vesel-Hofer closed. Clients of Vesel-Hofer wept. Vesel Hofer is gone.",
        "Vesel Hofer",
    ),
    (
        "We met Bernie Ebbersfield. The trial of Ebbersfield ended. Then Ebbersfeild left.",
        "Ebbersfeild",
    ),
    ("Then Yulia Tymoshenko came. They asked Tymoshenko and heard Timoshenko.", "Timoshenko"),
    (
        "The mayor, Łukasz Wałbrzycki, won. They like Wałbrzycki. They booed Walbrzycki.",
        "Walbrzycki",
    ),
    (
        "A lawyer for Moammar Gadhafi left. The sons of Gadhafi wait. The flag of Gaddafi fell.",
        "Gaddafi",
    ),
    ("Then Mr Hallström sang. We like Hallström. The film of Hallstrom won.", "Hallstrom"),
    ("Aides of Ali Rouhani left. We asked Rouhani. It is said that Rohani slept.", "Rohani"),
]
TRAPS = [
    "The runner Ben Johnston beat Ian Johnson. Then Johnston sang and Johnson danced.",
    "Marie Curie met Maria Callas. Both Marie and Maria sang.",
    "An American spoke to two Americans in America.",
    "Syria and the Syrian army; Israel and an Israeli; Gaza and the Gazans.",
    "A work by Banksy was sold. Two other Banksys were not. Banksy did not care.",
    "We like the Skripals. Sergei Skripal and Yulia Skripal were ill.",
    "We met Anna Novak and her brother Adam Novák-Horn.",
    "Iran and Iraq signed. Iran smiled. Iraq did not.",
    "Slovenia and Slovakia voted. Slovenia won.",
    "Wikipedia is free. The Wikimedia Foundation pays for Wikipedia. We use Wikipedia.",
    "Sri Lanka won. The Sri Lankan team smiled.",
    "Steven Gerrard scored. They call him Steve Gerrard.",
    "A Camilla played a Camille. Camille won. Then Camille slept.",
    "La Niña is over. El Niño comes back. We know El Niño.",
    "Two Elizabeth Gallaghers met. Elizabeth Gallagher laughed. We know Elizabeth Gallagher.",
    "Harry Kane met Kanye West. So Kane sang.",
    "Horgan passed to Horan, and Shane Horgan scored after M Horan fell.",
    "Kim Jong-un waved. Kim Jong-il had waved, too. Then Kim Jong-un sat down.",
    "The Asia-Pacific region grew. In Asia Pacific markets fell.",
    "Mr Putin left. Mrs Putina stayed. Later Putin slept and Putin woke.",
    "The Netherlands lost. In the Nether World they cheered. The Netherlands wept.",
    "The Belmarsh prison is full. Richard Belmar left Belmarsh.",
    "An MPEG-2 file and an MPEG-4 file lay there. They like MPEG-2.",
    "Bollywood beats Hollywood. Hollywood sighs at Bollywood.",
    "The Houthis fired. A Houthi spoke. One more Houthi smiled.",
    "Andrew Garfield and Andrea Garfield came. We know Andrew. We know Andrea.",
    "Peskov spoke in Pskov. Then Dmitry Peskov left Pskov.",
    "Clapton and Clayton played. Eric Clapton sang. Adam Clayton did not.",
    "The Virtopsy is new. Six Virtopsies were done. They trust Virtopsy. We like Virtopsy.",
    "Dhammika Dassanayake met Duminda Dissanayake. Then Duminda Dissanayake left.",
    "PARANAQUE, Friday\n\nThe town of Paranaque voted. We like Paranaque.",
    "Julia Havel and Julie Havel are sisters. We met Julia and Julie.",
    "The Beatles sang. Fans of the Fab Beatles came. We love the Beatles. One Beatle slept.",
    "The ENRONQ file is here. We know ENRON. Staff of ENRON left. So ENRON fell, and ENRON knew.",
    "We met Charles. They say that Luis Posada Carriles, an exile, was here.",
    "Mexico and a Mexican singer; Moravia and a Moravian one.",
]


@pytest.mark.parametrize(("text", "found"), POSITIVES)
def test_finds(text: str, found: str) -> None:
    assert [finding.span.of(text) for finding in run(text)] == [found]


@pytest.mark.parametrize("text", TRAPS)
def test_spares(text: str) -> None:
    assert [finding.span.of(text) for finding in run(text)] == []


def test_a_misspelt_name_is_a_warning_and_mended() -> None:
    text, _ = POSITIVES[0]
    (finding,) = run(text)
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].applied(text) == text.replace("Netanyhau", "Netanyahu")
    assert "3 times" in finding.evidence


def test_a_choice_of_the_house_is_information() -> None:
    (finding,) = run(POSITIVES[2][0])
    assert finding.severity is Severity.INFO
    assert [place.span.start for place in finding.related] == [33]


def test_mends_every_place_of_the_rarer_form() -> None:
    text = (
        "In Kiev it rained. The river in Kiev’s centre rose. In Kyiv it snowed. The roads to "
        "Kyiv and from Kyiv were shut."
    )
    (finding,) = run(text)
    assert finding.span.start == text.index("Kiev")
    assert finding.fixes[0].applied(text) == text.replace("Kiev", "Kyiv")
    assert len(finding.related) == 2


def test_the_request_says_how_a_name_is_written() -> None:
    text = "We heard Turkia Barbash sing. They like Barbash."
    assert run(text) == []
    (finding,) = run(text, names=("Turkia Barbach",))
    assert finding.fixes[0].applied(text) == text.replace("Barbash", "Barbach")
    assert run(POSITIVES[2][0], names=("Kiev", "Kyiv")) == []


def test_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        text = " ".join(
            f"We saw Brandhust{chr(97 + n % 26) * (n % 7)} and Kim-{n}." for n in range(count)
        )
        began = process_time()
        run(text)
        return process_time() - began

    once = seconds(2_000)
    assert seconds(4_000) < 4 * once + 0.5
