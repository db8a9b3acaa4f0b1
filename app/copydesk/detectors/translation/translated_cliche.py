"""A phrase of another language is put into English word by word.

## What it does
Reports phrases from a list of calques, each with what English says and the languages it comes from
(`make a photo` for `take a photo`, `in the nearest time` for `soon`). It is information: many of
them are understood, and a quoted speaker may have said so.

The list was written by hand from what grammars and dictionaries of false friends name, not from
damaged texts; one entry of it, `press point`, was met in such a text.

## Why it matters
The reader notices that the sentence was made in another language, or takes it for something else:
`assisted to the meeting` says that he helped there.

## Flags
- The ministers met ⟦in the frame of⟧ the talks.
- He asked the mayor to ⟦make a photo⟧ of the bridge.
- The bridge will be opened ⟦in the nearest time⟧, he said.
- He met ⟦his homologue⟧ from the north. The law ⟦entered in force⟧ in May.
- The council ⟦conducted a meeting⟧ about the plan.

## Does not flag
- He saw it in the frame of the window, and took a photo.
- The time was nearest. He made part of it himself. He lost his life.
- “Can you make a photo?” was all that he said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

# The calque, what English says, and the languages whose phrase it is.
_CALQUES: Final = """
    about it informs | reports | Russian
    about it reports | reports | Russian
    about this informs | reports | Russian
    about this reports | reports | Russian
    accented attention | drew attention | Russian
    accident of the road | road accident | French
    accident of traffic | road accident | Spanish, French
    accidents of traffic | road accidents | Spanish, French
    according to the words of | according to | Russian, German
    agents of the order | police officers | Spanish
    are agree with | agree with | Spanish, French
    as a result of what | as a result | Russian
    as informs | as reported by | Russian, Spanish
    as it is called in | as they call it in | German
    as of today's day | as of today | Russian
    assisted to the | attended the | French, Spanish
    assists to the | attends the | French, Spanish
    at national scale | nationwide | French
    at respect | in this respect | Spanish
    at the actual moment | at present | Spanish
    at the contrary | on the contrary | French
    at the end of counts | in the end | French
    at the given moment | at this moment | Russian
    at the height of the situation | up to the task | French, Italian, Spanish
    at the height of the task | up to the task | French, Italian
    at the level of the country | nationwide | Spanish, French
    at the present day of | today | Russian
    at world scale | worldwide | French
    brings it to the point | sums it up | German
    brought it to the point | summed it up | German
    by her part | for her part | Spanish, Portuguese
    by his part | for his part | Spanish, Portuguese
    by its part | for its part | Spanish, Portuguese
    by the contrary | on the contrary | Spanish
    by their part | for their part | Spanish, Portuguese
    chamber of the deputies | Chamber of Deputies | Italian
    chief of the government | head of government | French, Spanish
    chief of the state | head of state | French, Spanish
    circulation accident | road accident | French
    comes to expression | is expressed | German
    competent organs | authorities concerned | Russian
    conduct a holiday | hold a celebration | Russian
    conduct events | hold events | Russian
    conducted a conversation | had a conversation | Russian
    conducted a meeting | held a meeting | Russian
    conference of press | press conference | French
    count with the support | have the support | Spanish
    counted with the participation | was attended by | Spanish, Portuguese
    counted with the presence | was attended by | Spanish, Portuguese
    counting with the presence | in the presence | Spanish, Portuguese
    counts with more than | has more than | Spanish
    counts with the support | has the support | Spanish
    drew attention to himself with | stood out for | Turkish
    enter in force | come into force | Spanish, Italian
    enter in vigor | come into force | Spanish, Italian
    entered in force | entered into force | Spanish, Italian
    entered in vigor | came into force | Spanish, Italian
    entered into vigor | came into force | Spanish, French
    enters in force | comes into force | Spanish, Italian
    entry in force | entry into force | Italian, Spanish
    ex prime minister | former prime minister | Italian, Spanish
    experienced moments of panic | panicked | Turkish
    find place in | take place in | German
    finds place | takes place | German
    first minister of italy | prime minister of Italy | Italian
    for that what concerns | as for | German
    for the first time in life | for the first time in his life | Russian
    for what concerns | as for | Italian
    for what regards | as for | Italian
    forces of the order | police | Italian, French
    found place in | took place in | German
    found without life | found dead | Spanish, French
    french homologue | French counterpart | Spanish
    gave information about the | spoke about the | Turkish
    general procurator | attorney general | Russian
    had place in | took place in | French, Italian
    had place on | took place on | French, Italian
    has twenty years old | is twenty years old | French, Spanish
    have place in | take place in | French, Italian
    have twenty years old | are twenty years old | French, Spanish
    he counts with | he has | Spanish
    her homologue | her counterpart | French, Spanish, Russian
    his homolog | his counterpart | Spanish
    his homologue | his counterpart | French, Spanish, Russian
    how do you call | what do you call | German, Spanish
    how does it look like | what does it look like | Russian, German
    how is it called | what is it called | German, French
    how it looks like | what it looks like | Russian, German
    how the future looks like | what the future looks like | Russian, German
    i am agree | I agree | Spanish, French
    in base to | according to | Spanish
    in confront of | towards | Italian
    in connection with what | which is why | Russian
    in given case | in this case | Russian
    in his page on facebook | on his Facebook page | Russian, Spanish
    in his sharing | in his post | Turkish
    in nearest time | soon | Russian
    in occasion of | on the occasion of | Italian
    in result of | as a result of | Russian
    in social networks | on social media | Spanish, Russian
    in the afternoon of today | this afternoon | Spanish
    in the ambit of | in the field of | Italian
    in the confronts of | against | Italian
    in the day of today | today | Spanish
    in the day of yesterday | yesterday | Spanish
    in the early hours of the dawn | before dawn | Spanish
    in the end of the counts | in the end | French
    in the focus stands | the focus is on | German
    in the foreground stands | what matters most is | German
    in the frame of | as part of | French, German
    in the frames of | as part of | Russian
    in the given case | in this case | Russian
    in the hours of the morning | in the morning | Spanish
    in the interior of the vehicle | inside the vehicle | Spanish
    in the morning of monday | on Monday morning | Spanish, Italian
    in the morning of today | this morning | Spanish
    in the near of | near | German
    in the nearest days | in the coming days | Russian
    in the nearest future | in the near future | Russian
    in the nearest time | soon | Russian
    in the nearest years | in the coming years | Russian
    in the night from saturday | on Saturday night | German
    in the night of monday | on Monday night | Spanish, German
    in the night of today | tonight | Spanish
    in the night to monday | on Sunday night | German
    in the night to saturday | on Friday night | German
    in the night to sunday | on Saturday night | German
    in the optic of | with a view to | Italian
    in the result of | as a result of | Russian
    in the social networks | on social media | Spanish, Italian, Russian
    in what refers to | as for | Spanish
    in what respects | as for | Spanish
    informs the edition | the newspaper reports | Russian
    instruction judge | investigating judge | French, Spanish
    is agree with | agrees with | Spanish, French
    it comes to expression | it is expressed | German
    it is informed that | reportedly | Spanish, Russian
    it is reported about it | this is reported | Russian
    judge of instruction | investigating judge | French, Spanish
    law enforcement organs | law enforcement agencies | Russian
    law protection organs | law enforcement agencies | Russian
    lived a great joy | were overjoyed | Turkish
    lived happiness | were happy | Turkish
    loses the life | dies | Spanish, Italian
    lost the life | died | Spanish, Italian
    lost the lives | died | Spanish
    made a pause | took a break | German
    made a photo | took a photo | German
    made a question | asked a question | Spanish, Portuguese
    made an evaluation about | commented on | Turkish
    made evaluations | commented | Turkish
    make a pause | take a break | German
    make a photo | take a photo | German
    make a question | ask a question | Spanish, Portuguese
    make an experience | have an experience | German
    make vacation | take a holiday | German
    makes part of | is part of | French, Portuguese
    mass information means | mass media | Russian
    means of communication reported | media reported | Spanish, Italian
    means of mass information | mass media | Russian
    media of communication | media | Spanish
    minister of exterior | foreign minister | Spanish
    minister of the exterior | foreign minister | Spanish, Italian
    minister of the interiors | interior minister | Italian
    ministry of exterior | foreign ministry | Spanish
    motor of search | search engine | Spanish, French
    neo-elected president | newly elected president | Italian
    of seventeen years of age | aged seventeen | Spanish
    on his page in facebook | on his Facebook page | Russian, Spanish
    on occasion of the | on the occasion of the | Italian
    on opinion of | in the opinion of | Russian
    on the contrary of | unlike | French
    on the other side of the medal | on the other side of the coin | German, Italian
    on the territory of russia | in Russia | Russian
    on the territory of the country | in the country | Russian
    on the territory of the region | in the region | Russian
    on the territory of ukraine | in Ukraine | Russian
    on today's day | today | Russian, Polish
    one o'clock in the dawn | one in the morning | Spanish
    opened fire with guns | opened fire | Turkish
    organs of the order | police | Hungarian, Romanian
    organs of the press | newspapers | Italian, French
    other side of the medal | other side of the coin | French, Italian
    press communique | press release | French, Italian
    press communiqué | press release | French
    press organs | media outlets | German, French
    press point | press conference | Italian
    put in evidence | highlight | Italian, French
    put in march | start | Spanish
    put in value | highlight | French, Spanish
    put the question if | ask whether | German
    puts in evidence | highlights | Italian, French
    puts in question | questions | French
    putting in evidence | highlighting | Italian, French
    putting in value | highlighting | French, Spanish
    realise a project | carry out a project | French, German
    realised a project | carried out a project | French, German
    realize a project | carry out a project | French, German
    realize an interview | give an interview | Spanish
    realized a project | carried out a project | French, German
    realized an interview | gave an interview | Spanish
    reverse of the medal | other side of the coin | French
    road circulation | traffic | French, Romanian
    russian homologue | Russian counterpart | Spanish
    set a sign against | take a stand against | German
    shared from his account | posted | Turkish
    she counts with | she has | Spanish
    since a long time | for a long time | German, French
    since long time | for a long time | German
    since many years | for many years | German, French
    since several months | for several months | German, French
    since several years | for several years | German, French
    since some time | for some time | German
    since three years | for three years | German, French
    since two years | for two years | German, French
    since years | for years | German
    spent a briefing | held a briefing | Russian
    spent a meeting | held a meeting | Russian
    spent negotiations | held talks | Russian
    spent training | held training | Russian
    stand in the focus | are at the centre | German
    stand in the foreground | come first | German
    stands in the focus | is at the centre | German
    stands in the foreground | comes first | German
    stressed the attention | drew attention | Russian
    suffered an accident of traffic | had a road accident | Spanish
    taken into custody by teams | detained | Turkish
    taken under treatment | treated | Turkish
    the day of today | today | Spanish
    the day of tomorrow | tomorrow | Spanish
    the day of yesterday | yesterday | Spanish
    the edition reports | the newspaper reports | Russian
    the edition writes | the newspaper writes | Russian
    the ex minister | the former minister | Spanish, Italian
    the ex player | the former player | Spanish, Italian
    the ex president | the former president | Spanish, Italian
    the incident happened at hours | it happened at | Turkish
    the mandatary | the president | Spanish
    the mandatory of | the president of | Spanish
    the past friday | last Friday | Spanish
    the past monday | last Monday | Spanish
    the past saturday | last Saturday | Spanish
    the past sunday | last Sunday | Spanish
    the past thursday | last Thursday | Spanish
    the past tuesday | last Tuesday | Spanish
    the past wednesday | last Wednesday | Spanish
    the procurator general | the attorney general | Russian
    the procuror | the prosecutor | Russian, Romanian
    their homologues | their counterparts | French, Spanish
    through a tweet informed | said in a tweet | Spanish
    to date of today | to date | Spanish
    to enter in function | to take office | Italian
    to make an investigation | to investigate | Turkish
    to put in question | to question | French
    to the contrary of | unlike | Italian, French
    to the height of the situation | up to the task | Italian, Spanish
    to the respect | in this respect | Spanish
    took place among | was one of | Turkish
    transmits the correspondent | the correspondent reports | Russian
    turned attention to | drew attention to | Russian, Polish
    under the point of view | from the point of view | Italian
    under the slogan of | with the slogan | Russian
    under this point of view | from this point of view | Italian
    used the following expressions | said | Turkish
    used the following statements | said | Turkish
    via his twitter profile | on Twitter | Italian, Spanish
    was taken under control | was put out | Turkish
    we are agree | we agree | Spanish, French
    were taken under control | were put out | Turkish
    will find place | will take place | German
    will have place | will take place | French, Italian
    with wounds of consideration | seriously injured | Spanish
    within the frames of | as part of | Russian
    writes the edition | the newspaper writes | Russian
"""
# "In the frame of the window" is English.
_FRAMES: Final = frozenset("window door picture photo photograph mirror painting bed house".split())
_SHORT_FRAME: Final = ("in", "the", "frame", "of")
_REACH: Final = 3


class TranslatedCliche(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "translated-cliche"
    family = Family.TRANSLATION
    severity = Severity.INFO
    confidence = 0.7
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Sort the phrases by their rarest word, by which the index is asked for them."""
        super().__init__(lexicons)
        self._phrases: dict[str, list[tuple[frozenset[str], tuple[str, ...], int, str, str]]] = {}
        for line in _CALQUES.strip().splitlines():
            phrase, better, origin = (part.strip() for part in line.split("|"))
            words = tuple(phrase.split())
            place = min(range(len(words)), key=lambda index: (lexicons.zipf(words[index]), -index))
            entry = frozenset(words), words, place, better, origin
            self._phrases.setdefault(words[place], []).append(entry)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Compare what stands round the rare words of the phrases."""
        texts, words = document.token_texts, document.words
        found: dict[int, Finding] = {}
        for key in self._phrases.keys() & words.keys():
            for every, phrase, place, better, origin in self._phrases[key]:
                if not every <= words.keys():
                    continue  # nearly always
                for index in words[key]:
                    first = index - place
                    stop = first + len(phrase)
                    if (
                        first >= 0
                        and tuple(text.lower() for text in texts[first:stop]) == phrase
                        and 1 not in document.opens_sentence[first + 1 : stop]
                        and not _is_of_wood(texts, phrase, stop)
                    ):
                        found[first] = self._report(document, first, stop, better, origin)
        yield from (
            found[first] for first in sorted(found) if not _is_quoted(document, found[first])
        )

    def _report(
        self, document: Document, first: int, stop: int, better: str, origin: str
    ) -> Finding:
        span = document.token(first).span.to(document.token(stop - 1).span)
        shown = span.of(document.text)
        text = better[0].upper() + better[1:] if shown[0].isupper() else better
        return self.finding(
            span,
            f"“{shown}” is put into English word by word: “{better}”",
            evidence=f"The phrase is that of another language ({origin})",
            fixes=(Fix.replace(span, text, safety=Safety.REVIEW),),
        )


def _is_of_wood(texts: list[str], phrase: tuple[str, ...], stop: int) -> bool:
    return phrase == _SHORT_FRAME and not _FRAMES.isdisjoint(
        text.lower() for text in texts[stop : stop + _REACH]
    )


def _is_quoted(document: Document, finding: Finding) -> bool:
    """Tell what a speaker said: a quotation that begins in the same sentence is open."""
    sentence = document.sentence_at(finding.span.start)
    ahead = document.text[sentence.span.start : finding.span.start] if sentence else ""
    return ahead.count("“") > ahead.count("”") or ahead.count('"') % 2 == 1
