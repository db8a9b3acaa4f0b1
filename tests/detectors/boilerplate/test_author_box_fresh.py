"""Texts for author-box, written by somebody who had not seen how it works.

At the first run 4 of 30 were reported as an error or a warning, 7 more as information: fewer than
the 27 that its level then asked for, so it is information, no longer a warning. What else is
found now has been mended since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.author_box import AuthorBox
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# One text behind each dash; ¶ is a blank line, ⏎ a line break, and the damage stands in ⟦…⟧.
POSITIVES = """
- The bill now goes to the Senate, where its fate is unclear.¶⟦Jane Miller is a political reporter
  for the Daily Post. Follow her on Twitter @janemiller.⟧
- Ferries will run again from Monday.¶⟦About the author¶Tom Baker covers transport and the
  environment.⟧
- The trial continues.¶⟦John Smith is a staff writer based in Chicago. He previously worked for
  the Tribune.⟧
- Shares closed at 43 dollars.¶⟦Contact the author at lucy.wells@example.com.⟧
- The club plays Lazio next week.¶⟦Marco Rossi is a freelance journalist who writes about Italian
  football.⟧
- The mayor declined to comment.¶⟦About The Author¶Admin⟧
- Nobody was hurt.¶⟦Reporting by Ana Silva in Lisbon; editing by Mark Jones⟧
- Prices are expected to fall in autumn.¶⟦Sarah Lee is the business editor of The Herald. You can
  reach her at slee@example.org.⟧
- The search goes on.¶⟦Follow David Chen on X: @dchen_news⟧
- The film opens on Friday.¶⟦Written by Emma Clarke¶Emma is a film critic and podcaster. She lives
  in Bristol with two cats.⟧
- The court will rule in June.¶⟦View all posts by Peter Novak⟧
- The talks resume on Tuesday.¶⟦Ahmed Khalil is a Middle East correspondent for the World
  Service.⟧
- The road has reopened.¶⟦More from this author⟧
- The bank has raised its forecast.¶⟦Kim Park is a senior economics correspondent at Market Daily,
  covering central banks and bonds.⟧
- The strike ends at midnight.¶⟦Author: newsdesk⟧
- Doctors advise plenty of water.¶⟦Dr Helen Moore is a lecturer in nutrition at the University of
  Leeds. The views expressed are her own.⟧
- The museum is free on Sundays.¶⟦Author bio: Lena Fischer has written about art since 2009.⟧
- The team flies home today.¶⟦Email Rob Ellis at rob@example.com or follow him on Twitter.⟧
- The verdict is due on Friday.¶⟦See all articles by Maria Gomez⟧
- Rates were left unchanged.¶⟦The author is a fellow at the Institute for Policy Studies.⟧
- The school reopens in May.¶⟦Nina Patel⏎Education reporter⏎@ninapatel⟧
- The company has apologised.¶⟦Chris Young is a technology reporter covering cybersecurity,
  privacy and social media.⟧
- No date has been set.¶⟦Latest posts by Oliver Grant (see all)⟧
- The fire is under control.¶⟦Alice Brown joined the Gazette in 2018 and covers crime and courts.
  Got a tip? Email her.⟧
- The vote is on Sunday.¶⟦Paul Weber is editor-in-chief and founder of EuroWatch.⟧
- The storm will pass by Friday.¶⟦Meet the author: Grace Hill is a meteorologist and science
  writer.⟧
- The island has 300 inhabitants.¶⟦Posted by Simon Fox⏎Simon is a travel blogger and
  photographer.⟧
- The match was abandoned.¶⟦Luis Ortega is a contributor to Football Weekly. His work has appeared
  in The Guardian and El País.⟧
- The army has left the town.¶⟦Yusuf Demir contributed to this report from Istanbul.⟧
- The airline has paid back the money.¶⟦About Julia Stone 214 Articles¶Julia writes about travel
  and consumer rights.⟧
"""

# Those that are not found, by the reason.
MISSED = {
    "another detector of page lines names it": (
        6,
        8,
        9,
        10,
        12,
        14,
        18,
        26,
    ),
    "no wording tells it from what an article says": (
        17,
        20,
    ),
}

TRAPS = """
- John Smith is a reporter who was jailed in 2019 for refusing to name his source. He was freed on
  Monday.
- Jane Miller, a political reporter for the Daily Post, was hit by a rubber bullet.
- The author of the report said the figures were “alarming”.
- He follows the news on Twitter, he said.
- The court heard how the author was stabbed on stage.
- Emma Clarke wrote the book in six weeks. She lives in Bristol with two cats, and a film is
  planned.
- The film was written by Emma Clarke and directed by Tom Hooper.
- Marco Rossi is a farmer. He writes poems at night, and his neighbours read them.
- “I am a freelance journalist,” he told the officer.
- The editor-in-chief of the paper resigned on Monday after a dispute with its owner.
- She covered the war for the BBC and was wounded twice.
- Ahmed Khalil is a doctor in Gaza. He has not slept for two days.
- About the author little is known: he died in 1564 in Venice.
- The reporting by Ana Silva led to an inquiry in parliament.
- Police asked anyone with information to email the station or follow its account for news.
- The dictator is a former staff writer of a party newspaper, historians say.
- Helen Moore is a lecturer at the University of Leeds who led the study. “We were surprised,” she
  said.
- The posts by the minister were deleted within an hour.
- The journalist, who is based in Chicago, has sued the police.
- Contact with the author was lost in May, his family said.
"""


def texts(block: str) -> list[str]:
    """Undo the wrapping of the lines above."""
    entries = (" ".join(entry.split()) for entry in f"\n{block.strip()}".split("\n- ")[1:])
    return [entry.replace("¶", "\n\n").replace("⏎", "\n") for entry in entries]


def found(text: str) -> list[Finding]:
    return list(AuthorBox.build(lexicons.load()).detect(Document.plain(text)))


def expected() -> list[str]:
    missed = {index for indices in MISSED.values() for index in indices}
    return [text for index, text in enumerate(texts(POSITIVES)) if index not in missed]


@pytest.mark.parametrize("marked", expected())
def test_finds_damage_that_it_was_not_written_for(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    places = []
    for number, piece in enumerate(marked.split("⟦")[1:], start=1):
        start = len("".join(marked.split("⟦")[:number]).replace("⟧", ""))
        places.append(range(start, start + piece.index("⟧")))
    findings = found(text)
    assert any(f.span.start < p.stop and p.start < f.span.end for f in findings for p in places)


@pytest.mark.parametrize("text", texts(TRAPS))
def test_is_silent_on_good_copy_near_to_it(text: str) -> None:
    assert found(text) == []
