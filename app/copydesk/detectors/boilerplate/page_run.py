"""Short lines stand in a run with lines of the page.

## What it does
Reports short lines without a full stop by their neighbours: menu entries, section names, headlines
of other stories and captions, from the first line in a run of three or more that only a page says
(`Privacy Policy`, `Share this`, `Leave a Reply`) to the end of that run; and after the article's
last paragraph, each one below such a line. No lone short line is reported, and none above the
first line that gives the page away.

## Why it matters
The lines were copied with the article from its page: menus, lists of other stories, captions of
pictures that aren't there. One by one they can't be told from subheadings, in a run they can.

## Flags
- The council met on Monday and decided to wait for the report of the auditors. ¶ Share this ¶
  ⟦Seven walks along the river⟧ ¶ ⟦Local heroes⟧
- Skip to content ¶ ⟦The Valley Gazette⟧ ¶ ⟦Weather⟧ ¶ ⟦The mill⟧ ¶ The council met on Monday and
  decided to wait for the report of the auditors.
- The council met on Monday and decided to wait for the report of the auditors. ¶ © 2019 The
  Gazette ¶ ⟦Mayor opens a new bridge over the river⟧

## Does not flag
- The council met on Monday and decided to wait for the report of the auditors. ¶ What comes next ¶
  A lawyer will look at the books until May, and then the council will meet again.
- The council met on Monday and decided to wait for the report of the auditors. ¶ Valley 2, Hills 1
  ¶ Share this
- The council met on Monday and decided to wait for the report of the auditors. ¶ Share this ¶ Then
  it went home.
- Advertisement ¶ What comes next ¶ A lawyer will look at the books until May, and then the council
  will meet again.
- Seven walks along the river ¶ Local heroes ¶ Weather
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.detectors.boilerplate.context import neighbours_of, page_lines, sorts
from copydesk.detectors.boilerplate.forms import FormKind, FormReader
from copydesk.detectors.boilerplate.related_posts import related
from copydesk.detectors.boilerplate.wording import LineDetector
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document


class PageRun(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "page-run"
    severity = Severity.WARNING
    confidence = 0.9
    languages = ()
    since = "0.1.0"
    message = "This line stands among lines of the page and was copied with them"
    evidence = "Short lines next to buttons, links and notices of a page are the page's, too"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the strings of comment forms: they give a page away, too."""
        super().__init__(lexicons)
        self.reader = FormReader(lexicons)

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Look beside the lines that only a page says, if there are any."""
        forms = self.reader.lines(document)
        sure = page_lines(document) | related(document, self.reader).keys()
        sure |= {block for block, kind in forms.items() if kind > FormKind.FIELD}
        if not sure:
            return {}
        known = sure | forms.keys() | sorts(document).keys()
        return dict.fromkeys(neighbours_of(document, sure, known), Severity.WARNING)
