"""Words of another language stand in the English text.

## What it does
Reports runs of four or more words that hold two small words of one other language (`weil er nicht`)
or three words in another script, outside quotation marks, brackets and names. The small words of
twenty languages are closed lists, written from grammars. A text that is not English at all is left
alone.

## Why it matters
A part was left out when the text was translated, or a caption or a link of the page came along.
Most readers can't read it.

## Flags
- The mayor said that the bridge would stay closed ⟦weil das Wasser noch nicht⟧ gone down.
- The ship was late. ⟦Les passagers ont attendu dans le port avec leurs valises⟧. It came at noon.
- Nobody was hurt ⟦porque los bomberos llegaron muy rápido⟧ on Monday.
- The council met in May. ⟦Мост закрыт до вечера понедельника⟧. It will meet again.
- The president came on Monday ⟦для участия в переговорах⟧ on the river.
- The law is old, ⟦yang telah disahkan oleh parlemen untuk⟧ all of them.

## Does not flag
- He shouted “weil das Wasser noch nicht weg ist” from the bridge.
- The Universidad de los Andes, the Société nationale des chemins de fer and Medici con la Africa.
- The dish is called sopa de pollo con arroz, a coup de théâtre for the chef.
- The capital (北京市 政府 大楼) and the river.
- Der Fluss ist hoch, und die Brücke ist nicht offen. Der Bürgermeister sagt, dass sie bis Montag
  nicht für Autos frei ist. Auch der Hafen ist noch nicht offen, weil das Wasser zu hoch ist.
- Ludwig van der Berg and Maria de la Cruz met al-Sharif in Rio de Janeiro.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

# The smallest words of each language, written from its grammar; English words among them help to
# tell where a run ends, but don't begin one.
_SMALL_WORDS: Final = {
    "German": """
        der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind
        war waren wird werden wurde wurden hat haben hatte mit für von auf aus bei nach über
        unter durch gegen ohne um zu zum zur im am ins vom beim als auch noch nur schon sehr
        sich er sie es wir ihr ihre ihren sein seine seinen dass daß weil wenn wie was wer
        dieser diese dieses kann können soll sollen muss müssen man so
        """,
    "French": """
        le la les un une des du de et ou mais est sont était étaient sera a ont avait été dans
        pour par sur avec sans sous chez entre vers que qui quoi dont où ne pas plus très aussi
        comme il elle ils elles on nous vous je se ce cette ces cet son sa ses leur leurs notre
        votre au aux en y lui tout toute tous fait après avant depuis
        """,
    "Spanish": """
        el la los las un una unos unas de del y o pero es son era eran será fue fueron ha han
        había está están en para por con sin sobre entre hasta desde que quien cuando donde como
        no más muy también ya se su sus este esta estos estas ese esa lo le les al porque según
        todo todos hay
        """,
    "Italian": """
        il lo la i gli le un uno una di del dello della dei degli delle e ed o ma è sono era
        erano sarà ha hanno aveva stato stata in nel nella nei nelle per con senza su sul sulla
        tra fra da dal dalla dai che chi cui quando dove come non più molto anche si suo sua
        loro questo questa al alla ai alle dopo prima perché
        """,
    "Portuguese": """
        o a os as um uma de do da dos das e ou mas é são era eram será foi foram tem têm em no
        na nos nas para por pelo pela com sem sobre entre até desde que quem quando onde como
        não mais muito também já se seu sua este esta isso ao à aos às porque segundo todos
        """,
    "Dutch": """
        de het een en of maar is zijn was waren wordt werd heeft hebben had met voor van op uit
        bij na over onder door tegen zonder om te naar in als ook nog niet geen zeer zich hij
        zij ze wij we hun haar dat die dit deze wat wie kan kunnen moet moeten omdat
        """,
    "Swedish": """
        och att det som för inte med av är på har ett den till om var men vid från eller när
        hade kan ska skulle blev blir han hon de sig sin sina också efter där
        """,
    "Danish or Norwegian": """
        og at det som for ikke med af av er på har et den til om var men ved fra eller når havde
        hadde kan skal skulle blev blir ble han hun de sig seg sin jeg også efter etter
        """,
    "Polish": """
        i w z na nie się jest są że to do oraz przez jak dla który która które od ale będzie po
        za o ze jego jej ich tym tego być został została był była też tylko przed
        """,
    "Czech or Slovak": """
        a v z na ne se si je jsou že to do který která které od ale bude po za o ze jeho její
        jejich tím toho byl byla bylo byli také jen před pro podle jako není sú sa alebo ktorý
        ktorá nie bol bola aj
        """,
    "Croatian or Serbian": """
        i u na ne se je su da to od ali će za s iz kao koji koja koje koju bio bila bilo nije
        nisu također takođe samo nakon prije pre zbog kako ili
        """,
    "Romanian": """
        și si în in nu se este sunt a au fost de la cu pe pentru din că care mai dar sau prin
        după fi al ale lui unei unui această acest
        """,
    "Hungarian": """
        és a az egy nem hogy is van volt lesz de csak már még ha vagy mint után előtt szerint
        között miatt ezt azt
        """,
    "Turkish": """
        ve bir bu için ile olarak olan daha çok gibi kadar de da ki ne değil en sonra önce
        olduğunu olduğu ise göre her tarafından
        """,
    "Indonesian or Malay": """
        yang dan di dengan untuk tidak dari dalam akan ini itu pada adalah juga karena mereka
        telah oleh ke para atau sudah bisa dapat tersebut sebagai bahwa kepada ada saat kami
        """,
    "Filipino": """
        ang ng mga sa na hindi ay si ni kay at para ito siya kanyang niya nito may
        """,
    "Hausa": """
        na ya da ba ta wani wata cewa kuma wannan sun domin kan ne ce mai suka zai za ga a shi
        ita su sai daga cikin
        """,
    "Swahili": """
        ya wa na kwa ni katika kuwa hiyo huo la za cha vya hii hizo baada kabla lakini pia wake
        yake
        """,
    "Finnish": """
        ja ei on että oli ovat mutta myös kun joka jotka se hän he kuin vain ole sekä tai mukaan
        """,
    "Albanian": """
        dhe në e të për me nga që një i është janë u ka nuk si më por do së kjo ky
        """,
}
# Parts of names, dishes and loans in any English text.
_IN_NAMES: Final = frozenset(
    "de la le les el los las del della di da do dos das du des der den van von zu zum al et y e i "
    "a o en sur au aux une un na ya ni si se ne wa za chez san santa".split()
)
# Rare English words that are no sign of another language.
_ENGLISH_TOO: Final = frozenset(
    "ale ay jest ole mint vain ins cha tai kay ki fait sans dit hat hay fra vid mas pe om chi pia "
    "ska je ja nu dove volt od par uno por ou para est per".split()
)
_FREQUENT: Final = 4.0  # Zipf of an English word that is no sign either
_OTHER_SCRIPT: Final = "\u0370"
_LATIN_AGAIN: Final = ("\u1e00", "\u1fff", "\ufb00", "\ufb06")
_FEWEST: Final = 4  # words of a run
_SIGNS: Final = 2  # different small words of one language in it
_SMALL: Final = 3  # words in small letters: names have fewer
_LONG: Final = 8  # words of a run that can't be a name
_OTHER_WORDS: Final = 3
_OTHER_LETTERS: Final = 8
_FOREIGN_SHARE: Final = 0.6  # of the tokens; above, the text isn't English
_ENGLISH: Final = ("the", "of", "and", "to", "in", "that", "was", "for")
_ENGLISH_SHARE: Final = 0.08  # of the tokens; below, a text isn't English either
_JUDGED: Final = 30  # tokens from which that share says something
_MOST: Final = 200  # runs that are looked at in one text
_FARTHEST: Final = 1_000  # tokens from such a word: what goes on longer without a stop is noise
_OPENERS: Final = "“«„(["
_CLOSERS: Final = "”»”)]"
_PAUSES: Final = frozenset(",-'’")
_STOPS: Final = frozenset(".!?:;")
_BRIDGE: Final = 2  # words in a row that English has, too
_LOOK_BACK: Final = 600
_LOOK_AHEAD: Final = 4


class UntranslatedRun(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "untranslated-run"
    family = Family.TRANSLATION
    severity = Severity.INFO
    confidence = 0.85
    scope = Scope.DOCUMENT  # a text that isn't English has none
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Sort the small words by whether they can begin a run."""
        super().__init__(lexicons)
        self._languages: dict[str, set[str]] = {}
        for language, words in _SMALL_WORDS.items():
            for word in words.split():
                self._languages.setdefault(word, set()).add(language)
        self._signs = frozenset(
            word
            for word in self._languages
            if word not in _IN_NAMES
            and word not in _ENGLISH_TOO
            and len(word) > 1
            and not (word.isascii() and lexicons.is_word(word) and lexicons.zipf(word) >= _FREQUENT)
        )

    def detect(self, document: Document) -> Iterator[Finding]:
        """Begin at words that English doesn't have: clean copy has next to none."""
        found = [*self._latin(document), *self._other_script(document)]
        if not found or _is_foreign(document, sum(stop - first for first, stop, _ in found)):
            return
        for first, stop, language in sorted(found):
            span = Span(document.token(first).start, document.token(stop - 1).end)
            if not _is_set_apart(document, span):
                yield self._report(document, first, stop, language)

    def _report(self, document: Document, first: int, stop: int, language: str) -> Finding:
        texts = document.token_texts[first:stop]
        small = sum(text.islower() for text in texts)
        named = texts[0][:1].isupper() and not document.opens_sentence[first]
        sure = small >= _SMALL and (not named or len(texts) >= _LONG)
        return self.finding(
            Span(document.token(first).start, document.token(stop - 1).end),
            f"These words are not English but {language}"
            if language
            else "These words are written in another script",
            evidence="They stand in the English text, outside quotation marks",
            confidence=None if sure or not language else 0.5,
        )

    def _latin(self, document: Document) -> Iterator[tuple[int, int, str]]:
        if self._signs.isdisjoint(document.words):
            return
        texts = document.token_texts
        end = 0
        tried = 0
        for token in document.occurrences(self._signs):
            if token.index < end:
                continue
            tried += 1
            if tried > _MOST:
                return
            first = self._reach(document, token.index, -1)
            stop = self._reach(document, token.index, 1) + 1
            end = stop
            words = [lexical(text)[0] for text in texts[first:stop] if text[0].isalpha()]
            language = self._language(set(words))
            if len(words) >= _FEWEST and language is not None:
                yield first, stop, language

    def _reach(self, document: Document, index: int, step: int) -> int:
        """Walk from a small word to the last word that isn't English.

        "Dans le port avec": words that English has, too, don't end a run if others follow, or if
        the sentence ends with them.
        """
        texts, opens = document.token_texts, document.opens_sentence
        languages = self._languages[lexical(texts[index])[0]]
        last = place = index
        pending = 0  # words since the last one that isn't English
        content = False  # whether one of them is more than a small word of the language
        while True:
            if abs(place - index) > _FARTHEST:
                return last
            at_edge = opens[place] if step < 0 else (place + 1 >= len(texts) or opens[place + 1])
            if at_edge:
                return place if pending == 1 else last
            place += step
            lower, _, kind = lexical(texts[place])
            if kind is not Kind.WORD:
                if texts[place] in _PAUSES:
                    continue
                return place - step if pending == 1 and texts[place] in _STOPS else last
            if not self._is_english(lower):
                last, pending, content = place, 0, False
                continue
            pending += 1
            small = not languages.isdisjoint(self._languages.get(lower, ()))
            if pending > _BRIDGE or (
                not small and (content or lower in self.lexicons.function_words)
            ):
                return last
            content = content or not small

    def _is_english(self, lower: str) -> bool:
        if lower in self._signs:
            return False
        if lower in self._languages and lower not in self.lexicons.function_words:
            return lower not in _IN_NAMES and self.lexicons.zipf(lower) >= _FREQUENT
        return self.lexicons.is_word(lower) or self.lexicons.name(lower) is not None

    def _language(self, words: set[str]) -> str | None:
        """Return the language that most of the small words belong to, two of them its own."""
        counts: dict[str, int] = {}
        for word in words & self._languages.keys():
            for language in self._languages[word]:
                weight = 2 if word in self._signs else 1
                counts[language] = counts.get(language, 0) + weight
        if not counts:
            return None
        best = max(sorted(counts), key=lambda language: counts[language])
        signs = sum(
            word in self._signs and best in self._languages[word] for word in words & self._signs
        )
        return best if signs >= _SIGNS else None

    def _other_script(self, document: Document) -> Iterator[tuple[int, int, str]]:
        """Find words in another script: their letters come after all Latin ones."""
        if not [word for word in document.words if word >= _OTHER_SCRIPT and word[0].isalpha()]:
            return
        indices = sorted(
            index
            for shape in (Shape.LOWER, Shape.TITLE, Shape.NONE)
            for form in document.forms(shape)
            if form.text >= _OTHER_SCRIPT and _is_other(form.text)
            for index in form.tokens
        )
        texts, opens = document.token_texts, document.opens_sentence
        place = 0
        while place < len(indices):
            first = indices[place]
            stop = first + 1
            place += 1
            while (
                place < len(indices)
                and indices[place] - stop <= 1
                and not any(opens[stop : indices[place] + 1])
            ):
                stop = indices[place] + 1
                place += 1
            words = [text for text in texts[first:stop] if text[0].isalpha()]
            letters = sum(map(len, words))
            if letters >= _OTHER_LETTERS and (
                len(words) >= _OTHER_WORDS or words[0][0] >= "\u2e80"
            ):
                yield first, stop, ""


def _is_foreign(document: Document, covered: int) -> bool:
    """Tell a text that isn't English at all."""
    count = len(document.token_texts)
    english = sum(len(document.words.get(word, ())) for word in _ENGLISH)
    return covered > _FOREIGN_SHARE * count or (
        count > _JUDGED and english < _ENGLISH_SHARE * count
    )


def _is_other(text: str) -> bool:
    """Tell a word that has no Latin letter."""
    return all(
        letter >= _OTHER_SCRIPT and not _LATIN_AGAIN[0] <= letter < _LATIN_AGAIN[1]
        for letter in text
        if letter.isalpha()
    )


def _is_set_apart(document: Document, span: Span) -> bool:
    """Tell what stands in quotation marks or brackets, opened before it in its paragraph."""
    index = document.block_at(span.start)
    start = document.blocks[index].span.start if index is not None else 0
    ahead = document.text[max(start, span.start - _LOOK_BACK) : span.start]
    behind = document.text[span.end : span.end + _LOOK_AHEAD].lstrip(".,!?…")
    return (
        ahead.count('"') % 2 == 1
        or behind[:1] in ('"', "”")
        or ahead.rstrip()[-1:] in ("‘", "'", ":")
        or any(
            ahead.count(opener) > ahead.count(closer)
            for opener, closer in zip(_OPENERS, _CLOSERS, strict=True)
        )
    )
