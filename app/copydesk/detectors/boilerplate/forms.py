"""The strings of comment forms, and the reader that knows a line made of them."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.lines import bare, lines_of, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

# What the lexicon's locales don't hold: other versions, other blogging programs, plug-ins.
_FORM: Final = phrases(
    """
    leave a reply | leave a comment | leave a reply cancel reply | leave your comment
    leave comment | leave comments | leave your reply | cancel reply
    click here to cancel reply | your email address will not be published
    your e-mail address will not be published | your email will not be published
    your email address will not be published or shared | email address will not be published
    mail (will not be published) | email (will not be published)
    e-mail (will not be published) | required fields are marked
    required fields are indicated with | fields marked with an asterisk are required
    fields with * are required
    save my name, email, and website in this browser for the next time i comment
    save my name, email and website in this browser for the next time i comment
    save my name and email in this browser for the next time i comment
    save my name, email in this browser for the next time i comment
    notify me of follow-up comments by email | notify me of followup comments via e-mail
    notify me of new comments via email | notify me of new posts by email
    notify me of new posts via email | notify me when new comments are added
    notify me via e-mail if anyone answers my comment | subscribe to comments | post comment
    post a comment | post your comment | post reply | submit comment | submit a comment
    submit your comment | send comment | publish comment | add comment | add a comment
    add your comment | add new comment | write a comment | write your comment | write a reply
    type your comment here | type your comment | enter your comment here | enter your comment
    please enter your comment | please enter your name here
    please enter your email address here | you have entered an incorrect email address
    please enter a valid email address | comments are closed | comments are now closed
    comments are closed for this article | comments for this article are closed
    comments are closed on this story | comments are disabled | comments are turned off
    comments off | commenting is closed | commenting has been disabled
    you must be logged in to post a comment | you must be logged in to comment
    you must be logged in to reply | you must log in to post a comment
    you need to log in to post a comment | please log in to comment
    please log in to post a comment | please login to comment | please sign in to comment
    log in to comment | log in to reply | log in or register to post comments | login to comment
    login to post comments | login or register to post comments | sign in to comment
    sign in to post a comment | register to comment | be the first to comment
    be the first to leave a comment | be the first to reply | no comments yet
    no comments so far | no responses yet | there are no comments yet
    this post has no comments | view comments | view all comments | view the comments
    see all comments | read all comments | read comments | read the comments | show comments
    show all comments | show more comments | hide comments | load comments | load more comments
    loading comments | all comments | recent comments | latest comments | older comments
    newer comments | previous comments | top comments | top rated comments | most liked comments
    comments and replies | comments & replies | join the discussion | inline feedbacks
    view all replies | this site uses akismet to reduce spam
    learn how your comment data is processed | blog comments powered by disqus
    comments powered by disqus | please enable javascript to view the comments powered by disqus
    facebook comments | facebook comments plugin | facebook comments box | disqus comments
    log in with or sign up with disqus | log in with disqus | or sign up with disqus
    disqus seems to be taking longer than usual. reload? | add disqus to your site
    powered by disqus | start the discussion | start the conversation
    view the discussion thread | join the discussion below
    more information about text formats | restricted html | no html tags allowed
    lines and paragraphs break automatically
    web page addresses and e-mail addresses turn into links automatically
    web page addresses and email addresses turn into links automatically
    the content of this field is kept private and will not be shown publicly
    this question is for testing whether or not you are a human visitor
    and to prevent automated spam submissions | and to prevent automated submissions
    post comments (atom) | subscribe to: post comments (atom) | comment as
    discussion about this post | discussion about this podcast | comments restacks
    top latest discussions | member discussion | reply to this comment | rate this post
    rate this article | notify me when new comments are posted | notify me of follow-up comments
    notify me of followup comments | notify of | enable notifications on new comments
    comments are moderated | all comments are moderated
    all comments on this article are moderated | your comment has been submitted
    thank you for your comment | thanks for your comment | report abuse | report this comment
    comment from the forums | flag comment | html tags allowed
    see how your comment data is processed
    by using this form you agree with the storage and handling of your data by this website
    trackback from your site | trackback from your own site | trending comments
    responses are currently closed, but you can trackback from your own site
    you can leave a response, or trackback from your own site
    both comments and pings are currently closed | both comments and trackbacks are closed
    comment moderation is enabled. your comment may take some time to appear
    your comment is awaiting moderation | comment navigation | comment feed
    ihre e-mail-adresse wird nicht veröffentlicht | hinterlasse einen kommentar
    hinterlasse eine antwort | antworten abbrechen | kommentar hinterlassen
    kommentar verfassen | kommentar schreiben | kommentar absenden | laisser une réponse
    laissez un commentaire | laisser un commentaire annuler la réponse
    votre adresse de messagerie ne sera pas publiée | ajouter un commentaire
    publier le commentaire | dejar un comentario | deja un comentario | dejar una respuesta
    cancelar respuesta | publicar comentario | publicar un comentario | lascia una risposta
    il tuo indirizzo email non sarà pubblicato | pubblica commento | aggiungi un commento
    deixe uma resposta | deixar um comentário | deixe o seu comentário | enviar comentário
    laat een reactie achter | plaats een reactie | het e-mailadres wordt niet gepubliceerd
    zostaw komentarz | zostaw odpowiedź | anuluj odpowiedź | оставить комментарий
    оставьте комментарий | оставьте ответ | оставить ответ | ваш e-mail не будет опубликован
    залишити коментар | bir cevap yazın | yorum yap | yorum yapın | cevabı iptal et
    e-posta hesabınız yayımlanmayacak | tinggalkan komentar | beri komentar | lämna en kommentar
    skriv en kommentar | legg igjen et svar | kirjoita kommentti | jätä kommentti
    napsat komentář | přidat komentář | zrušit odpověď na komentář | lasă un răspuns
    anulează răspunsul | vélemény, hozzászólás? | để lại bình luận | コメントする
    コメントを書く | 返信をキャンセル | 发表您的评论 | 댓글 남기기 | اترك تعليقا | اترك رداً
    """
)
# Only next to one of the above: these can head a paragraph of an article.
_FIELDS: Final = phrases(
    """
    name | your name | full name | display name | screen name | name (required) | name(required)
    email | e-mail | mail | your email | your e-mail | your email address | email address
    e-mail address | email (required) | email(required) | e-mail (required) | website | web site
    your website | website url | url | comment | comments | your comment | comment (required)
    comment(required) | message | your message | subject | reply | replies | submit | send
    required | captcha | type here | captcha code | no comments | what do you think | have your say
    share your thoughts | join the conversation | oldest | newest | most voted | sort by best
    newest first | oldest first | best | upvote | downvote | no posts | ready for more
    become a member | get started | subscribe | subscribed | trackback | trackbacks | pingback
    pingbacks | report comment | report | share | like | log in | login | register | sign in
    sign up | next | previous | δ
    nom | nombre | nome | naam | imię | navn | namn | nimi | ad | имя | ім'я | όνομα | nama
    e-mail-adresse | correo electrónico | adresse e-mail | email-adresse | indirizzo email
    e-posta | epost | e-post | sähköposti | site web | site internet | web | sitio web
    sito web | site | webseite | webbplats | nettsted | hjemmeside | strona internetowa
    witryna internetowa | сайт | kommentar | commentaire | comentario | comentário | commento
    reactie | komentarz | комментарий | σχόλιο | komentar | yorum | kommentti | skomentuj
    hozzászólás | 名前 | メール | サイト | コメント | 名称 | 邮箱 | 网站 | 评论
    """
)
# "12 Comments", "3 thoughts on “The vote”".
_COUNTS: Final = re.compile(
    r"(?:\d[\d.,]{0,9}|new,? \d{1,6})\s?(?:comments?|reply|replies|responses?|thoughts?)\b"
    r"(?:\s(?:on|to)\s[“\"«'][^”\"»]{1,160}[”\"»'])?"
    r"|comments?\s?[(\[:]?\s?\d[\d.,]{0,9}\b\s?[)\]]?"
)
_PAGE: Final = r"(?:article|story|post|entry|thread|page|video|topic|item|blog)"
_COMMENT: Final = r"(?:comments?|repl(?:y|ies)|responses?)"
# With words in it that differ from page to page: "Leave a Reply to Anna Cancel reply".
_WORDED: Final = re.compile(
    r"leave a (?:reply|comment) to [^.]{1,40} cancel reply"
    r"|logged in as [^.]{1,40}\. (?:edit your profile\. )?log out"
    r"|comments (?:off|closed) on [^.]{1,160}"
    # Who may write.
    r"|(?:please |only |you (?:must|need to|have to) (?:be )?(?:an? )?)?"
    r"(?:logged[- ]?in|log[- ]?in|login|sign(?:ed)?[- ]?in|sign up|register(?:ed)?|subscribers?"
    r"|subscribed?|members?)(?: (?:users?|members?|readers?))?"
    r"(?:,? (?:or|and) (?:register|sign up|log in|sign in|create an account|subscribe))?"
    r"(?: (?:can|may)| (?:in order )?to) (?:be able to )?"
    r"(?:(?:post|leave|write|add|submit|make|view|see|read) (?:(?:an?|your|the|all|any) )?"
    rf"{_COMMENT}|comment|reply|join the (?:discussion|conversation))"
    # Nobody may.
    r"|(?:the )?(?:comments?(?: section)?|commenting)"
    rf"(?: (?:for|on) this {_PAGE})?"
    r" (?:(?:is|are|has|have|has been|have been|were) )?(?:now |currently )?(?:not available"
    r"|unavailable|disabled|closed|turned off|switched off|ended|not allowed|not enabled)"
    rf"(?: (?:for|on) this {_PAGE})?"
    rf"|this {_PAGE} is (?:now )?closed (?:for|to) comments?"
    # Their order, their number.
    r"|sort(?:ed)? by:? ?(?:newest|oldest|best|top|date|relevance|popular|most (?:popular|liked"
    r"|recent|voted))(?: first)?"
    rf"|(?:view|show|read|see|hide|load) (?:(?:all|the|more) ){{0,2}}\(?\d{{1,6}}\)? {_COMMENT}"
    rf"|(?:view|show|read|see) (?:all |the )?{_COMMENT} ?\(\d{{1,6}}\)"
    r"|be the first (?:of your friends |one )?to (?:comment|reply|review|rate this"
    r"|leave a (?:comment|reply|review))(?: on [“\"'«][^”\"»]{1,160}[”\"'»])?"
    # An invitation.
    r"|(?:(?:what do you think|do you agree|have (?:something to say|an opinion))\? )?(?:please )?"
    r"(?:let us know|tell us|share|leave|drop|add|post|sound off|weigh in)"
    r"(?: (?:your|an?|what|you|us|know|think|thoughts|opinions?|views?|comments?|feedback|own|story"
    r"|stories|about|this|it|with)){0,6} (?:in|using|via|through) (?:the|our) comments?"
    r"(?: (?:section|box|form|area))?(?: below)?"
    r"|(?:(?:what do you think|have something to say)\? )?leave (?:a|your) (?:comment|thoughts)s?"
    r" below"
    # What a comment may hold.
    r"|(?:xhtml: )?you (?:may|can) use these (?:html )?tags\b.{0,400}"
    r"|you can follow any responses to this entry through the .{1,20} feed"
    r"|this site uses [\w ]{2,40} to reduce spam"
)
_WORDED_BEGIN: Final = frozenset(
    """
    le lo co pl on yo si su re me th so vi sh se hi be wh do ha te dr ad po we xh
    """.split()
)
# What may stand between the strings of a form, or around them.
_BETWEEN: Final = " .*:;,!?|·•–—-_/\\[](){}<>«»‹›→…※＊。、：+"
_AFTER_ASTERISK: Final = 24  # "sind mit * markiert": the rest of a note, after its mark
_CUT_SHORT: Final = 15  # characters by which a form string is known where the text breaks off
_ONE_WORD: Final = 12  # a lone word of a foreign locale ("Vastaa") is more often a word
_UNSPACED: Final = "\u0e00"  # from Thai on, scripts have no spaces: one "word" says a lot


class FormKind(IntEnum):
    """What a string says of its line; a line is as sure as its surest string."""

    NOTHING = 0
    FIELD = 1  # a form's, if it stands next to one
    COUNT = 2  # a page's, but an article may hold a list of counts, too
    FORM = 3


class FormReader:
    """Reads lines as strings of a comment form."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Sort the strings by how they begin."""
        foreign = {bare(phrase) for phrases in lexicons.comment_form.values() for phrase in phrases}
        short = {
            phrase
            for phrase in foreign
            if " " not in phrase and len(phrase) < _ONE_WORD and phrase < _UNSPACED
        }
        form = _FORM | (foreign - short)
        self._form = _by_start(form)
        self._fields = _by_start(_FIELDS | short)
        # Where a form may begin that is stuck to a paragraph, in any language.
        self.openings = re.compile(
            "|".join(map(re.escape, sorted(form, key=len, reverse=True))), re.IGNORECASE
        )

    def lines(self, document: Document) -> Mapping[int, FormKind]:
        """Return what each short block of a document is, by its index."""
        return document.once("boilerplate.forms", lambda: self._lines(document))

    def _lines(self, document: Document) -> dict[int, FormKind]:
        last = len(document.blocks) - 1
        kinds: dict[int, FormKind] = {}
        for line in lines_of(document):
            kind = self.read(line.folded, ends=line.block == last)
            if kind:
                kinds[line.block] = kind
        return kinds

    def read(self, folded: str, *, ends: bool) -> FormKind:
        """Tell what a line is that holds nothing but form strings.

        With `ends`, the last string may be cut short, as the text is.
        """
        place, kind = 0, FormKind.NOTHING
        while True:
            while place < len(folded) and folded[place] in _BETWEEN:
                place += 1
            if place == len(folded):
                return kind
            length, found = self._string_at(folded, place, ends=ends)
            if not length:
                noted = kind is FormKind.FORM and "*" in folded[:place]
                return (
                    kind if noted and len(folded) - place <= _AFTER_ASTERISK else FormKind.NOTHING
                )
            place += length
            kind = max(kind, found)

    def _string_at(self, folded: str, place: int, *, ends: bool) -> tuple[int, FormKind]:
        """Return the length of the form string that begins there, and what it is."""
        key = folded[place : place + 2]
        worded = _WORDED.match(folded, place) if key in _WORDED_BEGIN else None
        if worded is not None and _stops(folded, worded.end()):
            return worded.end() - place, FormKind.FORM
        for phrase in self._form.get(key, ()):
            if folded.startswith(phrase, place) and _stops(folded, place + len(phrase)):
                return len(phrase), FormKind.FORM
        counted = _COUNTS.match(folded, place)
        if counted is not None:
            return counted.end() - place, FormKind.COUNT
        for phrase in self._fields.get(key, ()):
            if folded.startswith(phrase, place) and _stops(folded, place + len(phrase)):
                return len(phrase), FormKind.FIELD
        rest = folded[place:]
        if (
            ends
            and len(rest) >= _CUT_SHORT
            and any(phrase.startswith(rest) for phrase in self._form.get(key, ()))
        ):
            return len(rest), FormKind.FORM
        return 0, FormKind.NOTHING


def _by_start(strings: frozenset[str] | set[str]) -> dict[str, tuple[str, ...]]:
    """Sort phrases by their first two characters, longest first."""
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in sorted(strings, key=lambda phrase: (-len(phrase), phrase)):
        starts[phrase[:2]].append(phrase)
    # A phrase of one character is looked up with the space that follows it, too.
    for phrase in [phrase for phrase in starts if len(phrase) == 1]:
        starts[f"{phrase} "] += starts[phrase]
    return {start: tuple(found) for start, found in starts.items()}


def _stops(folded: str, place: int) -> bool:
    """Tell whether a word of a spaced script doesn't go on there."""
    if place == len(folded):
        return True
    following = folded[place]
    return not following.isalnum() or not folded[place - 1].isascii() or not following.isascii()
