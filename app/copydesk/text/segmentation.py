"""Where the sentences of one block begin and end.

Only places where a mark stands before white space (or before a capital, where the space was lost)
are looked at, so the cost grows with the number of sentences and not with the number of words. All
quantifiers are bounded and every look back or ahead is of a fixed width: time is linear whatever
the text. Why this is our own is told in `docs/adr/0002-sentence-segmentation.md`.
"""

import re
from typing import Final

# A mark, the quotes and brackets that close with it, footnote references ("[12]", "[citation
# needed]") that belong to the sentence before them, and then white space. Where the space was lost
# ("on Wednesday.Photo"), a lower-case word before and a capitalised one after are asked for.
_CANDIDATE: Final = re.compile(
    r"""
    [.!?…]
    (?P<closers>["'”’»)\]*]{0,4}(?:\s[”»]){0,1})
    (?:\s?\[(?:[a-z0-9][a-z0-9\ ]{0,30}|\.\.\.|…)\]){0,8}
    (?:
        \s+
      | \Z
      | (?<=[a-z][a-z][.!?])(?=[“‘]?[A-Z][a-z]{1,30}(?:[\s,;:'’-]|[.!?](?!\w)))
      | (?<=[a-z][.!?]["”’)])(?=[“‘]?[A-Z][a-z]{1,30}(?:[\s,;:'’-]|[.!?](?!\w)))
    )
    """,
    re.VERBOSE,
)
# What follows the white space: opening marks, and the word with which a sentence may start.
_NEXT: Final = re.compile(r"[\"'“”‘’«‹(\[{¿¡*•\s–—-]{0,6}(?P<word>[^\W_]{1,24})?(?P<after>\S?)")
# "J", "b", "J.K", "U.S", "Ph.D"; not "2.5", "Lee" or "example.org".
_INITIALS: Final = re.compile(r"[^\W\d_]|[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2}){1,12}")

_OPENING: Final = "\"'“”‘’«‹([{¿¡*•–—-"
_QUOTES: Final = frozenset("\"'”’»")
_GLUE: Final = ("-", "–", "—", "/", "(", "“", '"')
_DASHES: Final = frozenset("–—-")
# "“It was.” — Jane Doe": a dash and this much of the block, or less, is whose words they were.
_SIGNATURE: Final = 48
_LOOK_BACK: Final = 32
_LOOK_AHEAD: Final = 64

# Never the last word of a sentence.
_PREFIXES: Final = frozenset(
    """
    Mr Mrs Ms Mx Dr Prof Rev Revd Hon Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Cdr Adm
    Maj Cpl Pvt Pfc Brig Pres Supt Det Insp Msgr Fr Messrs Mme Mlle Amb Atty Engr Jos Asst Assoc
    Assn Dep Dist Univ Mt Ft Pte Sra Srta Hr vs v viz cf eg ie ca approx al incl esp resp
    """.split(),
)
# The same, but only where a number follows: "No. 10", "Oct. 7", "pp. 12-14".
_BEFORE_NUMBERS: Final = frozenset(
    """
    No Nos no nos p pp P Pp vol vols Vol Vols fig figs Fig Figs Art art Arts Sec sec Secs Ch ch chap
    Chap par para Para ver Ver ed Ed Eq eq Op op Rt Hwy Tel tel Ext ext Apt apt Bldg div Jan Feb Mar
    Apr Jun Jul Aug Sep Sept Oct Nov Dec c circa
    """.split(),
)
# May end a sentence: after these, a capital proves nothing, but a word such as "The" does.
_BEFORE_NAMES: Final = frozenset(
    """
    Inc Corp Co Cos Ltd Bros Plc LLC Jr Sr Jnr Snr St Ste Ave Blvd Rd Hwy Pkwy Sq Dept Govt Intl
    Natl Mfg Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
    Sat Sun Fig Figs Vol
    """.split(),
)
# Abbreviations that only a lower-case next word shows to be inside a sentence.
_BEFORE_LOWER: Final = frozenset(
    """
    etc est dept depts govt min mins max hr hrs sec secs yr yrs mo mos wk wks ft lb lbs oz mph kg km
    cm mm sq cu tel misc temp apt avg std assoc admin ext pm am inc corp ltd co cos bros jr sr no
    nos vol fig ed eds trans rev repr chap para gov sen rep st ave blvd rd
    """.split(),
)
# States and provinces end sentences as often as not: a comma follows them elsewhere. But in
# "HELENA, Mont. (AP) -" and "Walker County (Ga.) Sheriff" nothing ends.
_STATES: Final = frozenset(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont
    Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask
    """.split(),
)
_DATELINE: Final = frozenset("(–—-")
# Capitalised inside a sentence only in titles of works: they show that a sentence has begun.
_STARTERS: Final = frozenset(
    """
    The A An This That These Those There Here It Its He His She Her Hers We Our They Their You Your
    My Who What When Where Why How Which Whose And But Or Nor Yet So Then Now Also Still Meanwhile
    However Instead Moreover Nevertheless Furthermore Therefore Thus Otherwise Besides Perhaps Maybe
    If Although Though Because Since While Whereas Unless Until Once Whether Despite In On At As To
    By For From With Without After Before During Among Between About Against Through Throughout
    Within According Following Under Over Some Many Most Such Each Both Several Another Only Even
    Not Yes Nobody Nothing Everyone Everything Is Are Was Were Do Does Did Has Have Had Can Could
    Would Should Mr Mrs Ms Today Yesterday Earlier Later Last
    """.split(),
)
# "5 p.m. Monday" goes on; "5 p.m. Police said" doesn't.
_AFTER_CLOCK: Final = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    January February March April May June July August September October November December Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Eastern Central Mountain Pacific Greenwich Local
    """.split(),
)
_CLOCK: Final = frozenset({"a.m", "p.m", "A.M", "P.M"})
# "“Is it?” Obama asked" is one sentence: a name and one of these after a question or an outcry.
_SAYING: Final = frozenset(
    """
    added announced answered asked asks began bellowed called cried cries declared demanded
    exclaimed exclaims explained insisted joked laughed muttered quipped replied replies responded
    said says screamed shouted shouts tweeted whispered wondered wonders writes wrote yelled
    """.split(),
)
# "MR. SMITH": abbreviations in copy set in capitals.
_CAPITALS: Final = {
    word.upper(): word
    for word in _STATES | _BEFORE_NAMES | _BEFORE_NUMBERS | _PREFIXES
    if len(word) > 1 and word[0].isupper()
}
# Names that end in an exclamation mark.
_SHOUTED_NAMES: Final = frozenset({"Yahoo", "Jeopardy"})


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of the block `text[start:end]`, in order.

    The half-open ranges have no white space at either end, do not overlap, and together hold every
    other character of the block. A block is a paragraph, heading or list item: its end always ends
    a sentence.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    while begin < end and text[begin].isspace():
        begin += 1
    for match in _CANDIDATE.finditer(text, begin, end):
        following = match.end()
        if following >= end:
            break
        if _ends_sentence(text, begin, end, match):
            # The pattern takes the white space too: hand back the sentence only.
            stop = following
            while text[stop - 1].isspace():
                stop -= 1
            spans.append((begin, stop))
            begin = following
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        spans.append((begin, end))
    return spans


def _ends_sentence(text: str, begin: int, end: int, match: re.Match[str]) -> bool:
    """Decide whether the mark of `match` ends the sentence that starts at `begin`."""
    place = match.start()
    following = match.end()
    if _continues(text, following, end):
        return False
    upcoming = _NEXT.match(text, following, end)
    word_after = (upcoming and upcoming["word"]) or ""
    if len(word_after) == 1 and upcoming and upcoming["after"] == ".":
        word_after = ""  # "J. I. Packer": this "I" is a name, not a pronoun
    small = word_after[:1].islower() and not _is_camel(word_after)
    mark = text[place]
    if mark in "!?":
        return not small and _ends_with_outcry(text, begin, end, match, word_after)
    if mark == "…" or (place > begin and text[place - 1] in ".…!?"):
        return not small
    word = _word_before(text, begin, place)
    closers = match["closers"]
    if small:
        return not closers and _is_plain(word)
    opened = place - len(word) - 1
    if closers and closers[0] in _QUOTES:
        # “Elvin "E.R." Mitchell”: what is quoted is a name, not what somebody said.
        return opened < begin or text[opened] not in _OPENING or not _INITIALS.fullmatch(word)
    if text[following] in _DATELINE and word in _STATES:
        return False
    if _is_enumerator(word) and opened <= begin:
        return False
    return _ends_after(word, word_after, bracketed=closers[:1] in {")", "]"})


def _continues(text: str, following: int, end: int) -> bool:
    """Tell whether what comes next cannot start a sentence, whatever came before."""
    mark = text[following]
    if mark in _DASHES:
        return end - following <= _SIGNATURE
    if mark == "(":
        # “Viva Maria! (1965)”: the year of a work.
        year = text[following + 1 : min(following + 6, end)]
        return year[:4].isdigit() and year[4:] in {")", ","}
    return mark in ".!?…,;:)]"


def _word_before(text: str, begin: int, place: int) -> str:
    """Return the word before a mark, without what is glued on: "mid-Oct" gives "Oct"."""
    pieces = text[max(begin, place - _LOOK_BACK) : place].rsplit(None, 1)
    word = pieces[-1].lstrip(_OPENING) if pieces else ""
    if not word.isalnum() and not word.replace(".", "").isalnum():
        for glue in _GLUE:
            if glue in word:
                word = word.rpartition(glue)[2]
    # "MR. SMITH" is set in capitals.
    return _CAPITALS.get(word, word) if word.isupper() else word


def _ends_after(word: str, word_after: str, *, bracketed: bool) -> bool:
    """Decide for a full stop after `word`, where no small letter follows."""
    if word in _PREFIXES or (bracketed and word in _STATES):
        return False
    if word in _BEFORE_NUMBERS and word_after[:1].isdigit():
        return False
    if word in _CLOCK:
        zone = len(word_after) > 1 and word_after.isupper()
        return not zone and word_after not in _AFTER_CLOCK
    if word in _BEFORE_NAMES or _INITIALS.fullmatch(word):
        return word_after in _STARTERS
    return True


def _ends_with_outcry(
    text: str, begin: int, end: int, match: re.Match[str], word_after: str
) -> bool:
    """Decide for a question mark or an exclamation mark before a capital."""
    closers = match["closers"]
    if closers and closers[0] in _QUOTES:
        ahead = min(match.end() + _LOOK_AHEAD, end)
        for word in text[match.end() : ahead].split()[:5]:
            bare = word.strip(",.")
            if bare in _SAYING:
                return False
            if not bare[:1].isupper() or bare in _STARTERS:
                return True
        return True
    if word_after in _STARTERS:
        return True
    return _word_before(text, begin, match.start()) not in _SHOUTED_NAMES


def _is_plain(word: str) -> bool:
    """Tell a word that no abbreviation explains: a small letter after its full stop is damage."""
    return (
        len(word) > 2
        and word.isalpha()
        and word not in _BEFORE_LOWER
        and word not in _BEFORE_NAMES
        and word not in _BEFORE_NUMBERS
        and word not in _PREFIXES
        and word not in _STATES
    )


def _is_enumerator(word: str) -> bool:
    """Tell the "1", "12", "a" and "IV" of a list."""
    if word.isdigit():
        return len(word) <= 3
    return len(word) == 1 or (len(word) <= 4 and not word.strip("IVXivx"))


def _is_camel(word: str) -> bool:
    """Tell "iPhone" and "eBay", which may start a sentence, from words in small letters."""
    return word[:1].islower() and not word.islower() and word[1:3] != word[1:3].lower()
