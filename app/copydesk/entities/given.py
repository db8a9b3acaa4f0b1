"""Given names, those included that are common words as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from copydesk.lexicons import Lexicons

# The lexicons hold those that are no words. These say something where they have their capital,
# best inside a sentence: at its start `Mark` may be the verb.
_WORDS_TOO: Final = frozenset(
    "abby abel ali ally amber amos angel basil ben benjamin benny bertha beth bill billy bob "
    "bobby brad bud carol carter chad chase christian christy chuck clay cliff cooper crystal "
    "daisy dale dawn dean dick dolly don drew duke duncan earl eve faith fay fern flora frank "
    "gail gene george ginger giorgia glen grace grant guy hale hank harry hazel heath heather "
    "henry holly hope hunter ira iris ivy jack jackie jacky jade jake james jay jean jen jenny "
    "jerry jess jim jimmy joe joey john johnny jon jordan josh joy kate kay ken kim kit kitty "
    "lance laurel lee leo lily mac marc mark marsh martin mason matt max mel mercy mick mike "
    "miles mo molly narendra nick norm olive opal oscar otto pam pansy pat patty pearl peg "
    "penny peter phil polly randy ray reed reuben rex rich rick rob robert robin rod roger "
    "roman rose roy ruby rue russ rusty sally sam sandy saul shaun shehbaz sid skip solomon "
    "sonny stan sterling stew sue tammy tania ted teddy terry tim timothy tina tod tom tommy "
    "toni tony trudy vic victor violet volodymyr wade wally walter ward warren wes will willy "
    "woody xi zeke".split()
)


def is_given_name(lower: str, lexicons: Lexicons) -> bool:
    """Tell whether a word is a given name, if perhaps also something else."""
    return lower in lexicons.given_names or lower in _WORDS_TOO
