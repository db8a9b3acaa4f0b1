"""What a chatbot said beside the article, in texts from outside.

The texts were written without a look at the detector. The first run found 23 of the 30 and
marked none of the 20 others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.chatbot_residue import ChatbotResidue
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# The damage stands between ⟦ and ⟧, which the detector does not see.
FOUND: Final = (
    (
        "⟦As an AI language model, I cannot predict the outcome of⟧ the election, but "
        "analysts expect a close race in three northern districts."
    ),
    "The council voted 7-4 to delay the tram extension. ⟦I hope this helps!⟧",
    (
        "⟦Certainly! Here is a rewritten version of the article:⟧\nPolice in Leeds "
        "arrested two men on Tuesday after a series of burglaries."
    ),
    (
        "The central bank left rates at 4.5 percent "
        "⟦:contentReference[oaicite:3]{index=3}⟧ and signalled a cut in autumn."
    ),
    (
        "Shares in the airline fell 6 percent on Monday. ⟦citeturn0search0⟧ Analysts "
        "blamed fuel costs."
    ),
    (
        "Read the ministry's full statement at "
        "https://www.example.org/news/drought-plan?⟦utm_source=chatgpt.com⟧ or at the "
        "regional office."
    ),
    (
        "⟦Sure, here's a 300-word news article on the flooding in the valley:⟧\n\nHeavy "
        "rain swept through the valley on Sunday night, cutting off four villages."
    ),
    (
        "The club confirmed the signing on a three-year deal. ⟦Let me know if you'd like "
        "me to adjust the tone or length.⟧"
    ),
    (
        "⟦I'm sorry, but I cannot fulfill this request⟧ as it goes against OpenAI's use "
        "policy.\nThe shop opens at nine."
    ),
    (
        "⟦As of my last knowledge update in September 2021⟧, the company employed around "
        "4,000 people in the region."
    ),
    ("The bridge will close on Friday for repairs⟦【4†source】⟧ and reopen on Monday morning."),
    (
        "⟦I do not have access to real-time information⟧, so readers should check the "
        "latest figures from the electoral commission."
    ),
    (
        "Farmers said the harvest was the worst in a decade.\n⟦Would you like me to add "
        "more quotes or expand on the economic impact?⟧"
    ),
    (
        "The minister resigned on Wednesday evening. ⟦turn0news12⟧ Her deputy will take "
        "over until a successor is named."
    ),
    (
        "⟦Here is the paraphrased text:⟧ The driver was taken to hospital with minor "
        "injuries and later released."
    ),
    (
        "Organisers expect 20,000 visitors over the weekend. ⟦Please note that as an AI, I "
        "don't have personal opinions⟧ about the festival."
    ),
    (
        "⟦Of course! Below is a polished version of your article.⟧\nThe mayor of the port "
        "city has promised new buses by spring."
    ),
    "The court will hear the appeal in March. ⟦[oaicite:0]⟧",
    (
        "⟦My training data only goes up to 2023⟧, so I cannot confirm whether the factory "
        "has since reopened."
    ),
    ("Prices rose in all twelve regions.⟦:contentReference[oaicite:0]⟧ The south was hit hardest."),
    (
        "⟦Regenerate response⟧\nThe researchers tested the vaccine on 340 volunteers in "
        "two hospitals."
    ),
    ("The strike ended after nine days. ⟦Feel free to ask if you need any further changes!⟧"),
    (
        "⟦Unfortunately, as a large language model, I am unable to browse the internet⟧. "
        "The match ended 2-1 after extra time."
    ),
    (
        "The study, published on Thursday, covers 12 countries "
        "(https://journal.example.com/a/77?lang=en&⟦utm_source=chatgpt.com⟧)."
    ),
    (
        "⟦Here's a news-style article based on the information you provided:⟧\nBREMEN – A "
        "fire damaged a warehouse at the old harbour early on Saturday."
    ),
    (
        "Residents were told to boil their water. ⟦<span "
        'data-contentreference="oaicite:2">⟧ The order was lifted on Friday.'
    ),
    (
        "⟦I apologize for the confusion in my previous response.⟧ The suspect is 34 years "
        "old and lives in the district."
    ),
    (
        "The airline said passengers would be rebooked. "
        "\ue200⟦cite\ue202turn1search4⟧\ue201 It did not say when."
    ),
    (
        "The union rejected the offer by a wide margin. ⟦If you want, I can also write a "
        "shorter version for social media.⟧"
    ),
)

# Each with the reason why it stays.
MISSED: Final = (
    (
        (
            "⟦[Insert quote from local official here]⟧\nThe new school will take 600 "
            "pupils from September."
        ),
        "template-placeholder reports what nobody filled in",
    ),
)

TRAPS: Final = (
    (
        "“As an AI language model, I cannot help with that,” the chatbot answered when a "
        "reporter asked it for the password."
    ),
    (
        "The company trains a large language model on court rulings, its chief executive "
        "said on Monday."
    ),
    ("“I hope this helps the families,” the fire chief said after the report was published."),
    (
        "Teachers found essays in which the words “as an AI language model” had been left "
        "in by pupils."
    ),
    "Of course, the mayor said, the city would pay for the damage.",
    ("ChatGPT, released by OpenAI in November 2022, reached 100 million users within two months."),
    "“Let me know if you see anything,” the officer told the neighbours.",
    "“I'm sorry, but I cannot accept this verdict,” the defendant's father said.",
    "Here is what we know so far about the explosion at the plant.",
    "Here is a list of polling stations that will stay open until 10 p.m.",
    (
        "The knowledge cutoff of such models means that they know nothing of recent "
        "events, researchers say."
    ),
    "“Would you like me to repeat the question?” the judge asked.",
    "In turn, search teams from two neighbouring districts joined the effort on Sunday.",
    "Certainly, few expected the champion to lose in the first round.",
    "Sure, the team lost, but the coach saw progress in the second half.",
    (
        "Readers can find the poll at "
        "https://example.com/poll?utm_source=newsletter&utm_medium=email."
    ),
    (
        "The site added a button labelled Regenerate to let users ask the assistant for "
        "another answer."
    ),
    "Please note that the museum is closed on Mondays and public holidays.",
    "Feel free to bring your own chairs, the organisers said in a leaflet.",
    "As an AI researcher at the university, she had warned of the risks for years.",
)


def detect(text: str) -> list[Finding]:
    return list(ChatbotResidue.build(lexicons.load()).detect(Document.plain(text)))


def hits(marked: str) -> list[Finding]:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    return [f for f in detect(text) if f.span.start < end and start < f.span.end]


@pytest.mark.parametrize("marked", FOUND)
def test_finds_damage_it_was_not_written_for(marked: str) -> None:
    assert hits(marked)


@pytest.mark.parametrize(("marked", "reason"), MISSED)
def test_misses_what_is_known_to_be_missed(marked: str, reason: str) -> None:
    assert hits(marked) == [], reason


@pytest.mark.parametrize("text", TRAPS)
def test_spares_good_copy_near_to_it(text: str) -> None:
    assert detect(text) == []
