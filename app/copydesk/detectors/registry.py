"""The written-out list of all detectors: what isn't here doesn't run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.attribution_pronoun_shift import AttributionPronounShift
from copydesk.detectors.attribution.attribution_without_content import AttributionWithoutContent
from copydesk.detectors.attribution.capital_reporting_verb import CapitalReportingVerb
from copydesk.detectors.attribution.doubled_attribution import DoubledAttribution
from copydesk.detectors.attribution.garbled_attribution import GarbledAttribution
from copydesk.detectors.attribution.speaker_list_garble import SpeakerListGarble
from copydesk.detectors.attribution.told_without_addressee import ToldWithoutAddressee
from copydesk.detectors.boilerplate.author_box import AuthorBox
from copydesk.detectors.boilerplate.byline_or_timestamp import BylineOrTimestamp
from copydesk.detectors.boilerplate.comment_form import CommentForm
from copydesk.detectors.boilerplate.consent_or_paywall import ConsentOrPaywall
from copydesk.detectors.boilerplate.copyright_line import CopyrightLine
from copydesk.detectors.boilerplate.credit_or_caption import CreditOrCaption
from copydesk.detectors.boilerplate.navigation_run import NavigationRun
from copydesk.detectors.boilerplate.page_run import PageRun
from copydesk.detectors.boilerplate.related_posts import RelatedPosts
from copydesk.detectors.boilerplate.section_label import SectionLabel
from copydesk.detectors.boilerplate.share_or_newsletter import ShareOrNewsletter
from copydesk.detectors.boilerplate.syndication_footer import SyndicationFooter
from copydesk.detectors.boilerplate.theme_credit import ThemeCredit
from copydesk.detectors.boilerplate.widget_text import WidgetText
from copydesk.detectors.casing.inconsistent_casing import InconsistentCasing
from copydesk.detectors.casing.lowercase_i import LowercaseI
from copydesk.detectors.casing.lowercase_name import LowercaseName
from copydesk.detectors.casing.lowercase_sentence_start import LowercaseSentenceStart
from copydesk.detectors.casing.shouting import Shouting
from copydesk.detectors.casing.stray_capital import StrayCapital
from copydesk.detectors.casing.title_case_run import TitleCaseRun
from copydesk.detectors.consistency.acronym_variant import AcronymVariant
from copydesk.detectors.consistency.mixed_dialect import MixedDialect
from copydesk.detectors.consistency.mixed_quote_style import MixedQuoteStyle
from copydesk.detectors.consistency.name_variant import NameVariant
from copydesk.detectors.consistency.spelling_variant import SpellingVariant
from copydesk.detectors.encoding.invisible_character import InvisibleCharacter
from copydesk.detectors.encoding.lost_apostrophe import LostApostrophe
from copydesk.detectors.encoding.mixed_script_word import MixedScriptWord
from copydesk.detectors.encoding.mojibake import Mojibake
from copydesk.detectors.encoding.question_mark_damage import QuestionMarkDamage
from copydesk.detectors.encoding.replacement_character import ReplacementCharacter
from copydesk.detectors.fragment.cut_off_end import CutOffEnd
from copydesk.detectors.fragment.cut_off_start import CutOffStart
from copydesk.detectors.fragment.dangling_word import DanglingWord
from copydesk.detectors.fragment.function_word_end import FunctionWordEnd
from copydesk.detectors.fragment.participle_fragment import ParticipleFragment
from copydesk.detectors.fragment.stray_final_capital import StrayFinalCapital
from copydesk.detectors.fragment.vacuous_stub import VacuousStub
from copydesk.detectors.grammar.doubled_comparison import DoubledComparison
from copydesk.detectors.grammar.doubled_conjunction import DoubledConjunction
from copydesk.detectors.grammar.name_without_article import NameWithoutArticle
from copydesk.detectors.grammar.perfect_with_past_time import PerfectWithPastTime
from copydesk.detectors.grammar.subject_verb_clash import SubjectVerbClash
from copydesk.detectors.grammar.wrong_complement import WrongComplement
from copydesk.detectors.grammar.wrong_noun_number import WrongNounNumber
from copydesk.detectors.markup.chatbot_residue import ChatbotResidue
from copydesk.detectors.markup.html_residue import HtmlResidue
from copydesk.detectors.markup.markdown_residue import MarkdownResidue
from copydesk.detectors.markup.script_or_style_residue import ScriptOrStyleResidue
from copydesk.detectors.markup.shortcode_residue import ShortcodeResidue
from copydesk.detectors.markup.template_placeholder import TemplatePlaceholder
from copydesk.detectors.punctuation.broken_dateline import BrokenDateline
from copydesk.detectors.punctuation.doubled_mark import DoubledMark
from copydesk.detectors.punctuation.missing_full_stop import MissingFullStop
from copydesk.detectors.punctuation.missing_space import MissingSpace
from copydesk.detectors.punctuation.space_before_mark import SpaceBeforeMark
from copydesk.detectors.punctuation.split_number import SplitNumber
from copydesk.detectors.quotation.adjacent_quotes import AdjacentQuotes
from copydesk.detectors.quotation.mismatched_quote_marks import MismatchedQuoteMarks
from copydesk.detectors.quotation.missing_quotation_marks import MissingQuotationMarks
from copydesk.detectors.quotation.nested_quote_never_closed import NestedQuoteNeverClosed
from copydesk.detectors.quotation.orphaned_quote_mark import OrphanedQuoteMark
from copydesk.detectors.quotation.spaced_quote_mark import SpacedQuoteMark
from copydesk.detectors.quotation.unbalanced_quotes import UnbalancedQuotes
from copydesk.detectors.repetition.doubled_determiner import DoubledDeterminer
from copydesk.detectors.repetition.duplicate_paragraph import DuplicateParagraph
from copydesk.detectors.repetition.repeated_phrase import RepeatedPhrase
from copydesk.detectors.repetition.repeated_sentence import RepeatedSentence
from copydesk.detectors.repetition.repeated_word import RepeatedWord
from copydesk.detectors.structure.headline_body_number_clash import HeadlineBodyNumberClash
from copydesk.detectors.structure.run_in_subheading import RunInSubheading
from copydesk.detectors.structure.wall_of_text import WallOfText
from copydesk.detectors.substitution.article_mismatch import ArticleMismatch
from copydesk.detectors.substitution.impossible_verb_group import ImpossibleVerbGroup
from copydesk.detectors.substitution.spun_name import SpunName
from copydesk.detectors.substitution.spun_phrase import SpunPhrase
from copydesk.detectors.substitution.spun_prefix import SpunPrefix
from copydesk.detectors.substitution.spun_reporting_verb import SpunReportingVerb
from copydesk.detectors.substitution.spun_time import SpunTime
from copydesk.detectors.translation.date_or_number_calque import DateOrNumberCalque
from copydesk.detectors.translation.missing_article import MissingArticle
from copydesk.detectors.translation.pronoun_gender_clash import PronounGenderClash
from copydesk.detectors.translation.translated_cliche import TranslatedCliche
from copydesk.detectors.translation.untranslated_run import UntranslatedRun

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector

DETECTORS: Final[tuple[type[Detector], ...]] = (
    AcronymVariant,
    AdjacentQuotes,
    ArticleMismatch,
    AttributionPronounShift,
    AttributionWithoutContent,
    AuthorBox,
    BrokenDateline,
    BylineOrTimestamp,
    CapitalReportingVerb,
    ChatbotResidue,
    CommentForm,
    ConsentOrPaywall,
    CopyrightLine,
    CreditOrCaption,
    CutOffEnd,
    CutOffStart,
    DanglingWord,
    DateOrNumberCalque,
    DoubledAttribution,
    DoubledComparison,
    DoubledConjunction,
    DoubledDeterminer,
    DoubledMark,
    DuplicateParagraph,
    FunctionWordEnd,
    GarbledAttribution,
    HeadlineBodyNumberClash,
    HtmlResidue,
    ImpossibleVerbGroup,
    InconsistentCasing,
    InvisibleCharacter,
    LostApostrophe,
    LowercaseI,
    LowercaseName,
    LowercaseSentenceStart,
    MarkdownResidue,
    MismatchedQuoteMarks,
    MissingArticle,
    MissingFullStop,
    MissingQuotationMarks,
    MissingSpace,
    MixedDialect,
    MixedQuoteStyle,
    MixedScriptWord,
    Mojibake,
    NameVariant,
    NameWithoutArticle,
    NavigationRun,
    NestedQuoteNeverClosed,
    OrphanedQuoteMark,
    PageRun,
    ParticipleFragment,
    PerfectWithPastTime,
    PronounGenderClash,
    QuestionMarkDamage,
    RelatedPosts,
    RepeatedPhrase,
    RepeatedSentence,
    RepeatedWord,
    ReplacementCharacter,
    RunInSubheading,
    ScriptOrStyleResidue,
    SectionLabel,
    ShareOrNewsletter,
    ShortcodeResidue,
    Shouting,
    SpaceBeforeMark,
    SpacedQuoteMark,
    SpeakerListGarble,
    SpellingVariant,
    SplitNumber,
    SpunName,
    SpunPhrase,
    SpunPrefix,
    SpunReportingVerb,
    SpunTime,
    StrayCapital,
    StrayFinalCapital,
    SubjectVerbClash,
    SyndicationFooter,
    TemplatePlaceholder,
    ThemeCredit,
    TitleCaseRun,
    ToldWithoutAddressee,
    TranslatedCliche,
    UnbalancedQuotes,
    UntranslatedRun,
    VacuousStub,
    WallOfText,
    WidgetText,
    WrongComplement,
    WrongNounNumber,
)

# Ids are never deleted: an old id leads to the new one.
RENAMED: Final[dict[str, str]] = {}
