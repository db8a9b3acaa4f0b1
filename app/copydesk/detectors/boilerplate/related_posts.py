"""Links to other articles are part of the text.

## What it does
Reports lines that lead to other articles: the headings of such lists (`Related Posts`, `You may
also like`), links with a label (`Also read: …`, `[ALSO READ] …`), and `Read more` left at the end
of a cut teaser, in English and thirty other languages. Where such a heading stands after the last
paragraph, the headlines under it are reported line by line, too.

## Why it matters
The lines were copied with the article from its page. They lead nowhere, and what they say belongs
to other stories.

## Flags
- The vote is on Friday. ¶ ⟦Related Post⟧
- The river rose. ¶ ⟦Also read: Why the dam was built so low⟧ ¶ Then it fell.
- The river rose. ¶ ⟦[READ ALSO] Why the dam was built so low⟧ ¶ Then it fell.
- The council met on Monday and decided to wait for the report of the auditors. ¶ ⟦You may also
  like⟧ ¶ ⟦Ten walks in the hills⟧ ¶ ⟦Minister: “We will look at the...⟧
- The river rose. ¶ ⟦Don't miss: How the dam was built⟧ ¶ Then it fell.
- Es regnete. ¶ ⟦Lesen Sie auch: Der Damm und seine Geschichte⟧ ¶ Dann nicht mehr.
- He said that the plan had been known to all since the ⟦… Read more⟧

## Does not flag
- I read more than you may also like to hear, and related posts were closed.
- Related work ¶ Nobody has measured this before.
- Read more books: that was her advice to every child in the school.
- See also the report of the auditors, which was published in May.
- More from less ¶ The firm makes its bread with half the flour.
- Watch: it happens every day, and nobody sees it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.boilerplate.forms import FormReader
from copydesk.detectors.boilerplate.lines import bare, deletion, lines_of, phrases, tail_of
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.blocks import ends_like_a_sentence
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.detectors.boilerplate.lines import Line
    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document


# Lines that head a list of other articles, or stand for one.
_HEADINGS: Final = phrases(
    """
    related post | related posts | related article | related articles | related story
    related stories | related news | related content | related reading | related links
    related coverage | related topics | related tags | related videos | related items
    similar posts | similar articles | similar stories | you may also like | you might also like
    you may like | you might like | you may also enjoy | you might also enjoy
    you may also like to read | you may also be interested in | you might also be interested in
    you may be interested in | you may like these posts | you may have missed
    in case you missed it | if you liked this story | recommended for you | recommended stories
    recommended articles | recommended reading | recommended posts | recommended videos
    suggested for you | suggested articles | more stories | more articles | more news
    more headlines | more top stories | more stories like this | more stories like this one
    want more stories like this | more like this | more on this story | more on this topic
    more from this author | more from the author | more from author | more by this author
    more from this section | more from the web | more from around the web | from around the web
    around the web | from the web | elsewhere on the web | promoted stories | promoted links
    sponsored stories | sponsored links | paid stories | trending now | trending stories
    trending news | trending articles | trending topics | what's trending | popular posts
    popular stories | popular articles | popular news | popular now | popular this week
    popular on the web | most popular | most popular stories | most popular articles
    most popular posts | most popular today | most popular videos | most read
    most read stories | most read articles | most viewed | most shared | most commented
    most recent | recent posts | recent articles | recent stories | recent news | latest posts
    latest stories | latest articles | latest headlines | latest news | latest videos
    our latest stories | top stories | other stories | other news | editor's picks
    editors' picks | editor's choice | don't miss | don't miss these | must read | must reads
    read next | up next | next up | what to read next | what to watch next | keep reading
    continue reading | continue reading below | read more | read more here
    read more about this | read more on this story | click here to read more
    click here for more | read the full story | read the full story here | read the full article
    read the full article here | read full story | read full article
    read the rest of this entry | read also | also read | see also | also see | next article
    previous article | next post | previous post | next story | previous story | older posts
    newer posts | older post | newer post | post navigation | posts navigation
    das könnte sie auch interessieren | das könnte dich auch interessieren
    das könnte ihnen auch gefallen | das könnte dir auch gefallen | auch interessant
    ähnliche beiträge | ähnliche artikel | verwandte artikel | verwandte beiträge
    weitere artikel | mehr zum thema | weiterlesen | jetzt lesen | meistgelesen
    articles similaires | articles liés | articles connexes | articles récents
    sur le même sujet | sur le même thème | vous aimerez aussi | vous aimerez peut-être aussi
    vous pourriez aussi aimer | lire la suite | à lire aussi | lire aussi | à lire également
    voir aussi | les plus lus | artículos relacionados | noticias relacionadas
    entradas relacionadas | notas relacionadas | contenido relacionado | te puede interesar
    también te puede interesar | te podría interesar | quizás te interese | leer más
    lea también | lee también | leer también | seguir leyendo | más noticias | lo más leído
    lo más visto | artigos relacionados | notícias relacionadas | matérias relacionadas
    posts relacionados | você também pode gostar | você pode gostar | também pode gostar
    leia mais | leia também | veja também | saiba mais | continue lendo | mais lidas
    articoli correlati | articoli simili | notizie correlate | potrebbe interessarti
    potrebbe interessarti anche | ti potrebbe interessare | ti potrebbe interessare anche
    leggi anche | leggi tutto | leggi di più | continua a leggere | i più letti
    gerelateerde artikelen | gerelateerde berichten | lees ook | lees meer | lees verder
    meest gelezen | misschien vind je dit ook leuk | powiązane artykuły | podobne artykuły
    podobne wpisy | zobacz także | zobacz również | zobacz też | czytaj także | czytaj też
    czytaj więcej | czytaj dalej | przeczytaj także | przeczytaj też | najczęściej czytane
    похожие статьи | похожие записи | похожие новости | читайте также | читать также
    читать далее | читать дальше | смотрите также | по теме | материалы по теме | схожі записи
    схожі новини | читайте також | читати далі | дивіться також | повезане вести
    прочитајте још | ilgili haberler | ilgili yazılar | benzer haberler
    bunlar da ilginizi çekebilir | ilginizi çekebilir | devamını oku | artikel terkait
    berita terkait | baca juga | baca selengkapnya | relaterade artiklar | relaterade inlägg
    liknande artiklar | läs också | läs även | läs mer | relaterede artikler | relaterede indlæg
    læs også | læs mere | relaterte artikler | relaterte innlegg | les også | les mer | lue myös
    lue lisää | aiheeseen liittyvää | σχετικά άρθρα | διαβάστε επίσης | διαβάστε ακόμα
    διαβάστε περισσότερα | čtěte také | čtěte dále | přečtěte si také | související články
    související příspěvky | čítajte tiež | citește și | citiți și | articole similare
    articole asemănătoare | kapcsolódó cikkek | olvassa el ezt is | ez is érdekelheti
    bài viết liên quan | tin liên quan | xem thêm | đọc thêm | basahin din | مقالات ذات صلة
    مواضيع ذات صلة | اقرأ أيضا | اقرأ أيضاً | اقرأ المزيد | بیشتر بخوانید | مطالب مرتبط
    یہ بھی پڑھیں | यह भी पढ़ें | ये भी पढ़ें | संबंधित खबरें | আরও পড়ুন | 関連記事 | あわせて読みたい
    おすすめ記事 | 続きを読む | 人気記事 | 相关阅读 | 相关文章 | 相关新闻
    延伸阅读 | 推荐阅读 | 阅读更多 | 相關文章 | 相關新聞 | 延伸閱讀 | 繼續閱讀
    관련기사 | 관련 기사 | 관련 글 | 더 보기 | บทความที่เกี่ยวข้อง | ข่าวที่เกี่ยวข้อง | อ่านต่อ
    """
)
# Headings that an article could have, too: only after its last paragraph.
_TAIL_HEADINGS: Final = phrases(
    """
    related | recommended | recommends | trending | popular | latest | more | most popular
    featured | featured stories | featured posts | highlights | see more | show more | load more
    view more | view all | see all | read on | recent | next | previous | prev | up next
    the latest | more coverage | more news | what's next | watch next
    """
)
# Labels before a link: a mark and a headline follow.
_LABELS: Final = phrases(
    """
    also read | read also | also see | see also | see more | also | read more | read | read this
    read this next | read next | must read | must-read | you may also like | you might also like
    you may like | you may also read | related | related post | related posts | related article
    related articles | related story | related stories | related news | related content
    related reading | related coverage | related topics | related link | related links
    related video | recommended | recommended for you | recommended reading | suggested reading
    don't miss | dont miss | in case you missed it | icymi | more on this | more on this story
    more | watch | watch now | watch also | also watch | watch video | watch live
    watch the video | listen | listen now | trending | trending now | most read | up next | next
    previous | next article | previous article | next post | previous post | continue reading
    for more | in pictures | in pics | explained | lesen sie auch | lesen sie mehr
    lesen sie dazu | lesen sie hier | mehr dazu | mehr zum thema | auch interessant | zum thema
    passend dazu | lies auch | lies mehr | à lire | à lire aussi | lire aussi | lire également
    à lire également | lisez aussi | voir aussi | à voir aussi | lea también | lee también
    leer también | lea más | lee más | leer más | te puede interesar
    también te puede interesar | mira también | vea también | ver también | leia também
    leia mais | veja também | veja mais | saiba mais | leggi anche | leggi pure | vedi anche
    approfondisci | lees ook | lees meer | lees verder | kijk ook | czytaj także | czytaj też
    czytaj również | czytaj więcej | zobacz także | zobacz też | zobacz również | zobacz więcej
    przeczytaj także | przeczytaj też | przeczytaj również | читайте также | читать также
    смотрите также | подробнее | читайте також | дивіться також | pročitajte i | pročitajte još
    прочитајте и | прочитајте још | ayrıca okuyun | ayrıca bakınız | bunu da okuyun | baca juga
    simak juga | lihat juga | läs också | läs även | läs mer | se även | læs også | læs mere
    se også | les også | les mer | lue myös | lue lisää | katso myös | διαβάστε επίσης
    διαβάστε ακόμα | δείτε επίσης | čtěte také | přečtěte si | přečtěte si také | viz také
    prečítajte si aj | čítajte aj | citește și | citiți și | vezi și | citește mai mult
    olvassa el | olvasta már | kapcsolódó | xem thêm | đọc thêm | basahin din | basahin
    اقرأ أيضا | اقرأ أيضاً | شاهد أيضا | بیشتر بخوانید | یہ بھی پڑھیں | यह भी पढ़ें
    ये भी पढ़ें | आणखी वाचा
    আরও পড়ুন | 関連 | 関連記事 | 参考 | 相关阅读 | 延伸阅读 | 관련기사 | อ่านเพิ่มเติม
    """
)
# Those of them with which a sentence may begin: the line must not end as a sentence does.
_LOOSE_LABELS: Final = phrases(
    """
    also | read | read this | more | next | previous | related | recommended | watch | watch now
    watch live | listen | listen now | don't miss | must read | for more | in pictures
    explained | trending | see more | à lire | подробнее | 参考 | basahin | olvassa el
    saiba mais
    """
)
# Headings with which an article could head a part of its own: less sure.
_PLAIN_HEADINGS: Final = phrases(
    """
    related work | more news | more headlines | most popular | most recent | most read | other news
    other stories | top stories | latest news | recent news | latest videos | popular now
    in case you missed it | don't miss | must read | must reads | read next | up next | next up
    what to watch next | see also | also see | voir aussi | по теме | mehr zum thema
    auch interessant | related links | related topics | related reading | más noticias
    """
)
# "More from The Gazette", "Most read in World", "Popular on the Gazette": a name follows.
_NAMED: Final = re.compile(
    r"(?:more (?:stories |news |articles )?(?:from|by)|more in latest"
    r"|most (?:read|popular|viewed) (?:in|on)|(?:popular|trending|trending now) on"
    r"|recommended by|also (?:on|in)|top \d{1,2} (?:trending|most (?:read|viewed|popular))"
    r"|(?:the )?latest from) (?=\S)",
    re.IGNORECASE,
)
# What shows that a line is no heading of the article's own.
_PAGE_HEADING: Final = "Sites put it over or on links to other articles"
_CUT_OFF: Final = "It is the heading or label of links that were cut off"
_NAME_WORDS: Final = 6
_SMALL: Final = frozenset({"of", "the", "and", "&", "for", "on", "in"})
_LABEL_END: Final = re.compile(r"[:|\])»›>]|\s[–—-]\s|\s{2}")
_LABEL_LENGTH: Final = 40
_LINK_WORDS: Final = 30  # a link's headline has fewer words
_TEASER_WORDS: Final = 24  # and so has a headline in a list
_TEASER_SHORTEST: Final = 3  # spaces: what is shorter is a button or a label
_SEE_ALSO: Final = re.compile(r"(?:See|Read|SEE|READ)\s(?:also|ALSO)\s{1,3}[A-Z“‘\"]")
# A teaser that was cut, and the link with which it went on.
_CUT: Final = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[ \t]{0,2}(?:Read [Mm]ore|Continue reading|Read on|READ MORE)"
    r"[ \t]?[»→>]{0,3}[ \t]{0,2}(?=[\r\n]|\Z)"
)
# Both links at once: "Previous Post Next Post".
_STEP: Final = r"(?:post|article|story|page)"
_STEPS: Final = re.compile(
    rf"prev(?:ious)? {_STEP}\W{{1,5}}next {_STEP}|older {_STEP}s?\W{{1,5}}newer {_STEP}s?"
    rf"|newer {_STEP}s?\W{{1,5}}older {_STEP}s?(?: home)?|prev(?:ious)?\W{{1,5}}next"
)
_STEPS_BEGIN: Final = frozenset({"prev", "previous", "older", "newer"})
_BUTTONS: Final = ("more", "continue reading", "full story")
# A headline with its button in one line: "Mayor opens bridge - Read more »".
_BUTTON: Final = re.compile(r"\s[-–—|]\s?(?:read more|more|continue reading|full story)\W{0,4}$")


class RelatedPosts(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "related-posts"
    family = Family.BOILERPLATE
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.DOCUMENT  # headlines count under a heading at the end of the article only
    languages = ()
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the strings of comment forms: their lines are no headlines."""
        super().__init__(lexicons)
        self.reader = FormReader(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report whole lines, then links at the end of cut teasers."""
        found = related(document, self.reader)
        for block, (severity, evidence) in sorted(found.items()):
            yield self._report(document, block, severity, evidence)
        for match in document.search(_CUT, "read more", "continue reading", "read on"):
            if document.block_at(match.start()) not in found:
                yield self._cut(document, match)

    def _report(self, document: Document, block: int, severity: Severity, evidence: str) -> Finding:
        sure = severity is Severity.ERROR
        return self.finding(
            document.blocks[block].span,
            "This line leads to other articles and belongs to the page",
            evidence=evidence,
            fixes=(deletion(document, block, safety=Safety.SAFE if sure else Safety.REVIEW),),
            severity=severity,
            confidence=0.99 if sure else None,
        )

    def _cut(self, document: Document, match: re.Match[str]) -> Finding:
        start = match.start()
        end = start + len(match.group().rstrip())
        space = start
        while space and document.text[space - 1] in " \t":
            space -= 1
        return self.finding(
            Span(start, end),
            "A teaser is cut off here, and its link is left",
            evidence="“Read more” leads to the rest of the article on its page",
            fixes=(Fix.delete(space, end, safety=Safety.REVIEW, title="Delete the link"),),
        )


def related(document: Document, reader: FormReader) -> Mapping[int, tuple[Severity, str]]:
    """Return the lines that lead to other articles, by their block, and why we think so."""
    return document.once("boilerplate.related", lambda: _related(document, reader))


def _related(document: Document, reader: FormReader) -> dict[int, tuple[Severity, str]]:
    """Compare the short lines, then read on under the headings at the end."""
    tail = tail_of(document)
    lines = lines_of(document)
    last = len(document.blocks) - 1
    found: dict[int, tuple[Severity, str]] = {}
    for line in lines:
        if line.bare in _HEADINGS:
            plain = line.bare in _PLAIN_HEADINGS
            severity = Severity.WARNING if plain else Severity.ERROR
            found[line.block] = (severity, _PAGE_HEADING if line.block < last else _CUT_OFF)
        elif line.bare in _TAIL_HEADINGS and line.block >= tail > 0:
            found[line.block] = (
                Severity.WARNING,
                "It heads a list after the article's end" if line.block < last else _CUT_OFF,
            )
        elif _is_link(line):
            found[line.block] = (
                Severity.WARNING,
                "A label and the headline of another article",
            )
        elif line.first in _STEPS_BEGIN and _STEPS.fullmatch(line.bare):
            found[line.block] = (Severity.ERROR, _PAGE_HEADING)
        elif line.bare.endswith(_BUTTONS) and _BUTTON.search(line.folded):
            found[line.block] = (Severity.WARNING, "A headline with the button under it")
        elif _names_a_source(line.text):
            found[line.block] = (
                Severity.WARNING,
                "Sites put it over a list of articles of one source"
                if line.block < last
                else _CUT_OFF,
            )
    if found and tail:
        forms = reader.lines(document)
        for line in lines:
            if (
                line.block >= tail
                and line.block not in found
                and line.block not in forms
                and line.block - 1 in found
                and _is_teaser(line)
            ):
                found[line.block] = (Severity.WARNING, "A headline in a list of other articles")
    return found


def _is_link(line: Line) -> bool:
    """Tell "Also read: …", "[ALSO READ] …", "See also  …": a label, then a headline."""
    text = line.text.lstrip("[(>»•*- ")
    if not text or text.count(" ") > _LINK_WORDS:
        return False
    ends = ends_like_a_sentence(text) and text[-1] not in "?!…" and not text.endswith("...")
    mark = _LABEL_END.search(text, 0, _LABEL_LENGTH)
    if mark is not None:
        label = bare(text[: mark.start()])
        rest = text[mark.end() :].strip(" ]):|-–—>»")
        if rest and label in _LABELS:
            return _is_headline(rest) and not (ends and label in _LOOSE_LABELS)
    return not ends and _SEE_ALSO.match(text) is not None


def _names_a_source(text: str) -> bool:
    """Tell "More from The Gazette" from "More from less": only names follow."""
    match = _NAMED.match(text)
    if match is None:
        return False
    words = text[match.end() :].rstrip(".…:»> ").split()
    return 0 < len(words) <= _NAME_WORDS and all(
        not word[0].islower() or word in _SMALL for word in words
    )


def _is_headline(text: str) -> bool:
    """Tell whether a text begins as a headline does: with a capital, a figure or a quotation."""
    return not text[0].islower()


def _is_teaser(line: Line) -> bool:
    """Tell the headlines and cut teasers of a list from sentences."""
    text = line.text
    if text.endswith(("...", "…")):
        return True
    return _TEASER_SHORTEST <= text.count(" ") < _TEASER_WORDS and (
        not ends_like_a_sentence(text) or text[-1] in "?!"
    )
