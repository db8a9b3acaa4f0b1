"""Placeholders that nobody filled in."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.template_placeholder import TemplatePlaceholder
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding


def found(text: str) -> list[Finding]:
    return list(TemplatePlaceholder.build(lexicons.load()).detect(Document.plain(text)))


# One for each shape that is known.
@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        ("Welcome to {{ city }}, where it rains.", "{{ city }}"),
        ("Welcome to {{{city}}}, where it rains.", "{{{city}}}"),
        ("Welcome to {* city_name *}, where it rains.", "{* city_name *}"),
        ("Welcome to ${city}, where it rains.", "${city}"),
        ("Welcome to #{city}, where it rains.", "#{city}"),
        ("Welcome to {city}, where it rains.", "{city}"),
        ("Welcome to {cityName}, where it rains.", "{cityName}"),
        ("Written by %s in May.", "%s"),
        ("Written by %1$s in May.", "%1$s"),
        ("Written by %(author)s in May.", "%(author)s"),
        ("Written by %%author%% in May.", "%%author%%"),
        ("Written by %AUTHOR% in May.", "%AUTHOR%"),
        ("Dear *|FNAME|*, it rains.", "*|FNAME|*"),
        ("The mayor, [NAME], left.", "[NAME]"),
        ("The mayor, [INSERT NAME HERE], left.", "[INSERT NAME HERE]"),
        ("The mayor, [Insert title], left.", "[Insert title]"),
        ("Yours, [Your Name]", "[Your Name]"),
        ("We at [Your Company] are glad.", "[Your Company]"),
        ("We at [Company Name] are glad.", "[Company Name]"),
        ("Write to [email protected] for more.", "[email protected]"),
        ("Write to [email\xa0protected] for more.", "[email\xa0protected]"),
        ("She said: [quote to come]", "[quote to come]"),
        ("She said: [add quote here]", "[add quote here]"),
        ("The mayor, <insert name>, left.", "<insert name>"),
        ("Written by <%= author %> in May.", "<%= author %>"),
        ("Lorem ipsum dolor sit amet, consectetur.", "Lorem ipsum dolor sit amet"),
        ("About TK percent of them left.", "TK percent"),
        ("It cost $TK million.", "TK million"),
        ("About xx people left, said TKTK.", "xx people"),
        ("The mayor TKTK left.", "TKTK"),
        ("The rate was NaN% in May.", "NaN"),
        ("Written by undefined", "undefined"),
        ("The list: [object Object]", "[object Object]"),
        ("The sum is #DIV/0! this year.", "#DIV/0!"),
    ],
)
def test_finds_what_was_not_filled_in(text: str, placeholder: str) -> None:
    assert placeholder in [finding.span.of(text) for finding in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It fell by 5% so far, by 10 % said he, and 3%d is nothing.",
        "See https://example.com/%s/{title}?a=%20 for it.",
        "“[Name withheld] and [the mayor] left,” [sic] he said of [your mother].",
        "Super Bowl XX and TK Elevator. The TK is a health fund.",
        "It is null and void. An undefined term, said Nan. Its value was undefined.",
        "“Lorem ipsum” is what printers set.",
        "The variable ${city} is replaced, and a placeholder such as [NAME] too.",
        "She came #1 in the race, and #NAMES are tags.",
        "The sets {x, y} and {one}; a [b] c; if x < insert > y.",
    ],
)
def test_spares_what_only_looks_alike(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "unit", ["{", "{{a", "[", "[INSERT ", "<your ", "%", "%s", "*|", "#", "TK "]
)
def test_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.plain(unit * (size // len(unit)))
        list(document.marks("["))
        began = time.process_time()
        list(TemplatePlaceholder.build(lexicons.load()).detect(document))
        return time.process_time() - began

    small = min(seconds(20_000) for _ in range(2))
    assert seconds(80_000) <= 12 * small + 0.2
