"""Forms of the verbs of news.

The lists were written by hand from English grammar. They leave out what is also another word: `saw`
and `found` are verbs of their own, `broke` is an adjective, `left` a side.
"""

from __future__ import annotations

from typing import Final

# Base, past, participle: the three differ, or the first two do.
_STRONG: Final = """
    arise arose arisen|become became become|begin began begun|blow blew blown|break broke broken
    choose chose chosen|come came come|do did done|draw drew drawn|drink drank drunk
    drive drove driven|eat ate eaten|fall fell fallen|fly flew flown|forbid forbade forbidden
    forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|give gave given
    go went gone|grow grew grown|hide hid hidden|know knew known|mistake mistook mistaken
    overcome overcame overcome|ride rode ridden|ring rang rung|rise rose risen|run ran run
    see saw seen|shake shook shaken|sing sang sung|sink sank sunk|speak spoke spoken
    steal stole stolen|swear swore sworn|swim swam swum|take took taken|tear tore torn
    throw threw thrown|undergo underwent undergone|undertake undertook undertaken|wake woke woken
    wear wore worn|withdraw withdrew withdrawn|write wrote written
"""
_WEAK: Final = """
    bring brought|build built|buy bought|catch caught|deal dealt|feed fed|feel felt|fight fought
    find found|get got|have had|hear heard|hold held|keep kept|lead led|leave left|lend lent
    lose lost|make made|mean meant|meet met|pay paid|say said|seek sought|sell sold|send sent
    shoot shot|sit sat|sleep slept|spend spent|stand stood|teach taught|tell told|think thought
    understand understood|win won
"""
# No noun or adjective is written like the base.
_PURE: Final = """
    accept achieve acquire admit adopt advise allow announce apologise apologize appear appoint
    apprehend approve arrange arrive assassinate assume assure attend avoid believe belong
    celebrate clarify collect commence commit compel complain conclude condemn confirm connect
    consider contain continue contribute convince create declare defend deliver deny depart deploy
    deprive describe destroy detain determine develop disappear disappoint discover discuss
    distribute donate earn elect eliminate embark emphasise emphasize employ enable encourage
    enhance enjoy enrol ensure enter equip establish examine exist expand expect expel explain
    explode extend facilitate finalise finalize generate identify ignore implement imply improve
    inaugurate include inform inherit injure insist install intend introduce investigate invite
    involve join justify learn listen maintain manage marry modernise modernize nominate notify
    obey oblige observe obtain occur oppose organise organize participate perform persuade
    postpone prefer prepare prevent proceed prohibit promote protect prove provide publish punish
    realise realize receive recognise recognize recommend recover reduce refer refuse relocate
    remain remember remind remove renew replace require resign respond restore reveal save solve
    submit succeed suffer suggest suppose survive suspend sustain threaten transform translate
    warn
"""
# The base is a noun or an adjective, too.
_MIXED: Final = """
    abuse add aid aim alert answer appeal approach arrest ask attack attempt award ban benefit
    blame block bomb call cancel capture carry cause challenge change charge claim close comment
    complete contact control cover damage demand die display end estimate express face fail fear
    file fine finish focus follow force free fuel gather guard hand harm help host impact increase
    interview issue jail kidnap kill lack land last launch like limit live look love march mark
    mention move murder name need note offer open order own pass permit pick place plan play plead
    point pray present press produce promise protest pull push question rain raise rape reach
    record regret reject release rent reply report request rescue resolve respect rest result
    return review sanction search sentence serve shift shout show sign smoke sponsor start state
    stay step stop study support surprise suspect talk target tax test thank touch trade train
    travel treat try turn use view visit vote wait walk want watch welcome witness work worry
"""
_DOUBLING: Final = frozenset(
    "admit ban cancel commit compel control drop enrol equip expel kidnap occur permit plan prefer "
    "refer regret step stop submit travel".split()
)
_ES: Final = ("s", "x", "z", "ch", "sh", "o")


def _rows(listed: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split()) for row in listed.replace("\n", "|").split("|") if row.strip())


def _ed(base: str) -> str:
    if base[-1] == "y" and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + ("d" if base[-1] == "e" else base[-1] * (base in _DOUBLING) + "ed")


def third_person(base: str) -> str:
    """Return the form in -s."""
    if base[-1] == "y" and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(_ES) else "s")


def _ing(base: str) -> str:
    stem = base[:-1] if base[-1] == "e" and base not in ("be", "see") else base
    return stem + stem[-1] * (base in _DOUBLING or base in _SHORT) + "ing"


_SHORT: Final = frozenset("begin forget get run sit swim win".split())
_IRREGULAR: Final = _rows(_STRONG) + tuple((row + row[1:2]) for row in _rows(_WEAK))
_REGULAR: Final = tuple((base, _ed(base), _ed(base)) for base in (_PURE + _MIXED).split())
_ALL: Final = _IRREGULAR + _REGULAR

PURE_BASES: Final = frozenset(_PURE.split()) | frozenset(
    "bring choose forbid forget forgive give keep know lose see seek sell send speak "
    "spend teach tell understand undergo undertake withdraw write".split()
)
"""Bases that are nothing else."""
PASSIVE_BASES: Final = frozenset(
    "arrest build capture find hold jail kidnap launch make name produce raise reject "
    "release report request rescue sentence sign use".split()
)
"""Bases that are nouns, too, and whose participle stands in passives: `been arrest`."""
PARTICIPLES: Final = {base: participle for base, _, participle in _ALL}
"""Base to participle."""
PASTS: Final = {base: past for base, past, _ in _ALL}
"""Base to past."""
PAST_ONLY: Final = {past: base for base, past, participle in _IRREGULAR if past != participle}
"""Pasts that are no participle: `went` to `go`."""
FINITE: Final = {
    **{form: base for base, *forms in _ALL for form in forms if form != base},
    **{third_person(base): base for base, *_ in _ALL if base not in ("have", "do")},
    "has": "have",
    "does": "do",
    "goes": "go",
    "been": "be",
}
"""Pasts, participles and forms in -s to their bases."""
THIRD_PERSONS: Final = {
    **{third_person(base): base for base in PURE_BASES},
    **{third_person(base): base for base in ("come", "get", "go", "make", "say", "take", "want")},
    "has": "have",
    "does": "do",
}
"""Forms in -s that are no nouns."""
GERUNDS: Final = {_ing(base): base for base, *_ in _ALL} | {"being": "be"}
"""Forms in -ing to their bases."""
