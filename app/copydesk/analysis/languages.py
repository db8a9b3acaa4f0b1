"""What becomes of an article that is not in English: which rules skip it, and who says so.

Rules of any language run on every text: repetition, encoding, markup, boilerplate. The others know
English only and would be wrong of every second sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.analysis.analysis import Skipped
from copydesk.analysis.gates import LANGUAGES
from copydesk.text.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.analysis.options import Options
    from copydesk.detectors.base import Detector
    from copydesk.text.document import Language


def skipped_for_language(
    detectors: Sequence[Detector], options: Options, language: Language
) -> tuple[Skipped, ...]:
    """Return the rules that were asked for and know other languages than the article's."""
    if language.code in LANGUAGES:
        return ()
    rules = tuple(
        detector.id
        for detector in detectors
        if detector.languages
        and language.code not in detector.languages
        and options.runs(detector.id, detector.family, preview=detector.preview)
    )
    if not rules:
        return ()
    known = language.code != "und"
    text = f"in {language_name(language.code)}" if known else "in no language that could be told"
    count = f"{len(rules)} rules" if len(rules) > 1 else "1 rule"
    message = f"The text is {text}: {count} for English did not look at it."
    if language.confidence < 1:  # found out, not said by the request
        message += " If it is in English, send the language “en”."
    return (Skipped("language", message, rules),)
