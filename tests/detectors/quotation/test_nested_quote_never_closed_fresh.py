"""Texts for nested-quote-never-closed, written by somebody who had not seen how it works.

At the first run 23 of 30 were reported as an error or a warning: fewer than the 27 that its level
then asked for, so it is information, no longer a warning. What else is found now has been mended
since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.quotation.nested_quote_never_closed import NestedQuoteNeverClosed
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# One text behind each dash; ¶ is a blank line, ⏎ a line break, and the damage stands in ⟦…⟧.
POSITIVES = """
- “He looked at me and said, ⟦‘⟧We are going to lose everything. Then he walked out,” she told the
  court.
- “My mother always said, ⟦‘⟧Keep your head down and work. I never forgot it,” Ms Perez said.
- "They told us, ⟦'⟧You have ten minutes to leave the house," said Ahmed, a father of three.
- “The commander shouted ⟦‘⟧Fire and everyone ran,” the witness said.
- “I asked him, ⟦‘⟧Are you all right? and he just nodded,” the nurse recalled.
- The coach was blunt. “People say, ⟦‘⟧You had luck, but we trained for this,” he said.
- "When I called the bank they said, ⟦'⟧We can't help you. So I went to the police," Mrs Owen
  said.
- “The headline was ⟦‘⟧Nation in Mourning and the picture took up the whole page,” the editor
  said.
- ‘She told me, ⟦“⟧It will all be over by Christmas, and I believed her,’ he said.
- “We heard someone yell, ⟦‘⟧Get down! and then the windows broke.” The shooting lasted four
  minutes.
- Mr Biden told donors: “I said to Xi, ⟦‘⟧We are not looking for conflict. He understood that.”
- "He wrote ⟦'⟧I am sorry on the back of the photograph," her sister said on Friday.
- “You hear a lot about the so-called ⟦‘⟧lost generation, but these kids are working,” the
  minister said.
- “A voice on the radio said, ⟦‘⟧All units return to base,” the pilot told investigators.
- “In our village they say, ⟦‘⟧He who digs the well drinks last. That is how we felt,” said Mr
  Diallo.
- “People ask me, ⟦‘⟧Why did you stay? Where could I have gone?” she said.
- “It is what Churchill called the ⟦‘⟧soft underbelly of Europe,” the historian said.
- "The doctor said, ⟦'⟧There is nothing more we can do for him," the boy's uncle said.
- “The film, which they first called ⟦‘⟧Winter Light, took nine years to make,” its producer said.
- “I was told, ⟦‘⟧Sign here or you won’t see your daughter again. I signed,” he said.
- “The sign at the gate said ⟦‘⟧No visitors, so we went round the back,” the walker told police.
- “The umpire said to me, ⟦‘⟧One more word and you’re off,” said Smith. “So I kept quiet.”
- "My first thought was, ⟦'⟧This can't be happening. My second was to run," said Tom Baker.
- “They keep saying ⟦‘⟧next week, next week and nothing ever comes,” a shopkeeper said.
- “The president told us, ⟦‘⟧I will never leave Kyiv,” the adviser said. He spoke by telephone.
- “Someone had painted ⟦‘⟧Go home on our door,” the family’s lawyer said.
- “When she said, ⟦‘⟧I do, half of the church was crying,” her brother said, laughing.
- He added: “The board’s answer was, ⟦‘⟧Wait until the spring. We could not wait.”
- “The letter began, ⟦‘⟧Dear friends, and ended with a threat,” the prosecutor told the jury.
- "Grandpa used to say, ⟦'⟧Never trust a man in a hurry, and he was right," she said.
"""

# Those that are not found, by the reason.
MISSED = {
    "double marks inside single ones are not read": (8,),
}

TRAPS = """
- “He looked at me and said, ‘We are going to lose everything.’ Then he walked out,” she told the
  court.
- “They told us, ‘You have ten minutes,’” said Ahmed.
- "They said 'no' and that was that," he said.
- “It’s the ’90s all over again,” the promoter said.
- “Get ’em while they’re hot,” the vendor shouted.
- “The workers’ demands are fair,” the union said.
- “Rock ’n’ roll isn’t dead,” said Mr Jones.
- "The players' bus was late," the coach said.
- “He told me, ‘Stay here.¶“‘I will come back for you,’” she said.
- ‘We are ready,’ he said. ‘The plan is sound.’
- ‘She said “yes” at once,’ the groom recalled.
- "He is 6' 2" tall," the officer said, "with a scar."
- “The ‘surge’ was never a plan,” the general said.
- “The class of ’68 still meets,” she said, “and still argues.”
- “‘Twas a fine evening,” the old man said.
- “My favourite song is ‘Don’t Look Back in Anger’,” he said.
- “He said, ‘Why me?’ and I said, ‘Why not?’” she recalled.
- "I'm tellin' you, the farmers' market won't close," he said.
- “The so-called ‘experts’ were wrong,” the minister’s aide said. “All of them.”
- The “Boys’ Own” tale, as the papers’ critics called it, sold 2m copies.
"""


def texts(block: str) -> list[str]:
    """Undo the wrapping of the lines above."""
    entries = (" ".join(entry.split()) for entry in f"\n{block.strip()}".split("\n- ")[1:])
    return [entry.replace("¶", "\n\n").replace("⏎", "\n") for entry in entries]


def found(text: str) -> list[Finding]:
    return list(NestedQuoteNeverClosed.build(lexicons.load()).detect(Document.plain(text)))


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
