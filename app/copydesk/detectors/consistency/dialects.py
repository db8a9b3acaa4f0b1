"""Words that American and British English spell in two ways, with all their forms.

Left out is what both dialects have in another sense (`check`, `tire`, `meter`, `program`,
`license`), and `-ize`, which is British as well.
"""

from __future__ import annotations

from typing import Final

# British and American stems, then the endings that both take; `-` is none.
_STEMS: Final = """
    armour armor - s ed y
    behaviour behavior - s al
    clamour clamor - ed ing
    colour color - s ed ful ing less
    demeanour demeanor -
    endeavour endeavor - s ed ing
    favour favor - s ed ing able ably ite ites itism
    fervour fervor -
    flavour flavor - s ed ing
    harbour harbor - s ed ing
    honour honor - s ed ing able
    humour humor - s ed less
    labour labor - s ed ing er ers
    neighbour neighbor - s ing ly hood hoods
    odour odor - s less
    parlour parlor - s
    rancour rancor -
    rumour rumor - s ed
    saviour savior - s
    savour savor - s ed ing y
    splendour splendor -
    tumour tumor - s
    valour valor -
    vapour vapor - s
    vigour vigor -
    centre center - s
    centred centered -
    theatre theater - s
    fibre fiber - s
    kilometre kilometer - s
    centimetre centimeter - s
    millimetre millimeter - s
    litre liter - s
    calibre caliber -
    lustre luster -
    meagre meager -
    sombre somber -
    spectre specter - s
    sabre saber - s
    manoeuvre maneuver - s
    manoeuvring maneuvering -
    defence defense - s less
    offence offense - s
    pretence pretense -
    travell travel ed ing er ers
    cancell cancel ed ing
    labell label ed ing
    modell model ed ing
    fuell fuel ed ing
    signall signal ed ing
    channell channel ed ing
    counsell counsel ed ing or ors
    marvell marvel ed ing
    marvellous marvelous - ly
    levell level ed ing
    quarrell quarrel ed ing
    totall total ed ing
    tunnell tunnel ed ing
    rivall rival ed ing
    panell panel ed ing ist ists
    jewellery jewelry -
    jeweller jeweler - s
    enrolment enrollment - s
    fulfil fulfill - s ment
    instalment installment - s
    skilful skillful - ly
    wilful willful - ly
    analyse analyze - d s
    analysing analyzing -
    paralyse paralyze - d s
    catalyse catalyze - d s
    grey gray - s er ish ing
    sceptic skeptic - s al ally ism
    aeroplane airplane - s
    aluminium aluminum -
    pyjamas pajamas -
    moustache mustache - s d
    cosy cozy -
    mould mold - s ed y
    smoulder smolder - s ed ing
    ageing aging -
    plough plow - s ed ing
    mum mom - s
    paediatric pediatric - s ian ians
    anaemi anemi a c
    anaesthe anesthe tic tics sia tist tists
    haemorrhage hemorrhage - s d
    diarrhoea diarrhea -
    leukaemia leukemia -
    orthopaedic orthopedic - s
    oestrogen estrogen -
    gynaecolog gynecolog ist ists y ical
    caesarean cesarean -
    artefact artifact - s
    draughty drafty -
    kerb curb - s side stone
    tyre tire - s
    cheque check - s
    chequebook checkbook - s
    storey story -
    programme program - s
    licence license - s
    metre meter - s
    disc disk -
"""
# Here the British form alone tells something: the other is British, too, in another sense.
_BRITISH_ONLY: Final = frozenset("tyre cheque storey programme licence metre kerb disc mum".split())
_ISE: Final = """
    agon analog apolog author capital categor central character civil colon computer criminal
    critic crystall decentral democrat demoral deput digit disorgan dramat econom emphas energ
    equal fantas final formal general global harmon hospital ideal immun industrial initial
    institutional internal jeopard legal legitim liberal local marginal maxim memor mesmer
    minim mobil modern monopol national natural neutral normal optim organ ostrac patron penal
    personal plagiar polar popular priorit privat public radical rational real recogn
    revital revolution scrutin sensational social special stabil standard steril stigmat
    subsid summar symbol sympath synchron terror traumat urban util vandal victim visual western
"""
_ISE_ENDINGS: Final = ("e", "ed", "es", "ing", "ation")


def _forms() -> tuple[dict[str, str], dict[str, str]]:
    """Return British forms with their American ones, and the reverse."""
    british: dict[str, str] = {}
    american: dict[str, str] = {}
    for line in _STEMS.strip().splitlines():
        one, other, *endings = line.split()
        for ending in ("" if ending == "-" else ending for ending in endings):
            british[one + ending] = other + ending
            if one not in _BRITISH_ONLY:
                american[other + ending] = one + ending
    for stem in _ISE.split():
        british |= {f"{stem}is{ending}": f"{stem}iz{ending}" for ending in _ISE_ENDINGS}
    return british, american


BRITISH, AMERICAN = _forms()
