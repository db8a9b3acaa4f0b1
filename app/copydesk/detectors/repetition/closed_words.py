"""Small words of other languages that no sentence holds twice in a row.

Closed lists, written from grammars: articles, prepositions, conjunctions and forms of "to be" and
"to have". Left out is what a right sentence can double: pronouns that are articles or conjunctions
as well (German "die die", Dutch "dat dat", Portuguese "se se", Spanish "que que", French "nous
nous"), prefixes that a verb leaves at its clause's end ("an an"), the "von" of names, what takes
the same form twice (Czech "se se", Polish "to to"), and words of one letter. Turkish doubles words
of every kind by its grammar, so that its list is short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NEVER_DOUBLED: Final[Mapping[str, frozenset[str]]] = {
    code: frozenset(words.split())
    for code, words in {
        "ca": """el la els les un una de del al amb per en és són però seu seva ha han sense
            perquè aquest aquesta""",
        "cs": """na že ale nebo do od za po pro při který která které jako také byl byla bylo byli
            před nad pod podle protože aby""",
        "de": """und oder aber dass weil wenn im am vom zum zur beim ist sind wurde wird hat haben
            nicht auch für wegen gegen zwischen ohne sich""",
        "es": """el la los las un una de del al en con por su sus se es son pero este esta ha han
            sin desde hasta porque""",
        "fr": """le la les un une des du de et dans pour par sur avec au aux cette ces son sa ses
            ne se mais sont été sans sous chez entre""",
        "it": """il la un una di del della dei delle dello ed in con per da dal dalla al alla nel
            nella sul sulla ha sono ma suo sua questo questa anche perché""",
        "nl": """de een en of maar van ook niet bij met te zich omdat tegen tussen wordt werd""",
        "pl": """na do się że jest oraz ale lub przez przy po za od dla które przed nad pod są był
            była było został także również""",
        "pt": """os as um uma de do da dos das em na nas com por ao no mas seu sua seus suas pelo
            pela porque sem até desde""",
        "ru": """на по из за от для но или был была было были при до об под над без после также
            который которая которые чтобы если""",
        "tr": "ve bu olarak ancak çünkü fakat",
        "uk": """на по із за від для але або був була було були при до про під над без після також
            який яка які щоб якщо""",
    }.items()
}
# Of longer words these alone are doubled for stress, or for "bit by bit".
DOUBLED: Final = frozenset(
    """despacio devagar doucement langsam langzaam lentement pianissimo siempre tellement сколько
    столько""".split()
)
# Languages in which a longer word twice in a row is a slip; Turkish is none of them.
SLIPS: Final = frozenset(NEVER_DOUBLED.keys() - {"tr"})
SHORTEST: Final = 7  # letters of a longer word
