"""Credits of what made a site, in texts from outside.

The texts were written without a look at the detector. The first run found 12 of the 30 and
marked none of the 20 others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.theme_credit import ThemeCredit
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# The damage stands between ⟦ and ⟧, which the detector does not see.
FOUND: Final = (
    "The bridge will reopen on Friday, the city said.\n⟦Proudly powered by WordPress⟧",
    "Two people were injured in the crash.\n⟦Theme: Newsup by Themeansar.⟧",
    "⟦Powered by Blogger.⟧\nThe mayor opened the fair on Saturday.",
    "The trial resumes in March.\n⟦Designed by Elegant Themes | Powered by WordPress⟧",
    "The airport is closed until noon.\n⟦Newspaper WordPress Theme by TagDiv⟧",
    "Police have named the victim.\n⟦Simple theme. Powered by Blogger.⟧",
    "The river rose overnight.\n⟦Theme images by Jason Morrow. Powered by Blogger.⟧",
    "The play opens in June.\n⟦Built with Ghost⟧",
    "The bank cut its forecast.\n⟦Powered by Drupal⟧",
    "The vote is on Sunday.\n⟦Site by Redbrick Digital⟧",
    "Schools stay closed on Monday.\n⟦Website design by Harbour Creative⟧",
    "The coach stayed calm.\n⟦Powered by Joomla!®⟧",
    ("⟦Proudly powered by WordPress | Theme: Newspaperss by Themeinwp⟧\nThe mine reopened in May."),
    "The museum shows 120 works.\n⟦Website developed by Pixel & Co.⟧",
    ("The road is open again.\n⟦JNews - Premium WordPress news & magazine theme by Jegtheme.⟧"),
    "The court rejected the appeal.\n⟦Powered by vBulletin® Version 4.2.2⟧",
    "The price of wheat rose again.\n⟦WordPress Theme: Chronus by Spice Themes⟧",
    "The senator apologised on Friday.\n⟦Theme Astra, made by Brainstorm Force⟧",
    "The zoo named its cub.\n⟦Blog at WordPress.com.⟧",
    ("The ferry was late by four hours.\n⟦Create a free website or blog at WordPress.com.⟧"),
    (
        "The island has 400 residents.\n⟦Powered by BLOX Content Management System from "
        "TownNews.com.⟧"
    ),
    "The council meets in June.\n⟦Web Design & Hosting by NetSouth⟧",
    (
        "The exhibition is free.\n⟦The Twenty Twelve Theme. Create a free website or blog "
        "at WordPress.com.⟧"
    ),
    "The orchestra returns in May.\n⟦Powered by Wix⟧",
)

# Each with the reason why it stays.
MISSED: Final = (
    (
        ("The strike ended after nine days.\n⟦Copyright © 2021 Daily Post. Theme by MyThemeShop.⟧"),
        "copyright-line reports the line",
    ),
    (
        ("Farmers fear for the harvest. ⟦Theme: ColorMag by ThemeGrill. Powered by WordPress.⟧"),
        "the credit is no line of its own",
    ),
    (
        "⟦Magazine Basic theme by c.bavota⟧\nThe club has signed a new goalkeeper.",
        "an article could begin so",
    ),
    (
        ("The minister denied the report.\n⟦© 2019 Valley News. Designed by WebPro Studio⟧"),
        "copyright-line reports the line",
    ),
    (
        "The storm has passed.\n⟦Hestia | Developed by ThemeIsle⟧",
        "an article could head a part of its own so",
    ),
    (
        "A new school opens in August.\n⟦Covernews by AF themes⟧",
        "an article could head a part of its own so",
    ),
)

TRAPS: Final = (
    ("The project is paid by WordPress founder Matt Mullenweg's investment fund, the paper said."),
    "The theme of the conference is clean water.",
    "The ship is powered by liquefied natural gas.",
    "The tower, designed by Zaha Hadid, opens in May.",
    "The park was designed by the landscape architect Frederick Law Olmsted.",
    "WordPress powers more than 40 percent of all websites, according to the survey.",
    "The theme by composer John Barry opens the film.",
    "The villa was built with stone from the nearby quarry.",
    "The site was developed by the city and two investors.",
    "Wix, the website builder, cut 370 jobs on Monday.",
    "Joomla and Drupal are used by many ministries, the audit found.",
    "The wine was made by monks.",
    "The new bus is powered by hydrogen",
    "Themes: love, loss and the sea.",
    "Her blog at WordPress.com had 4,000 readers before she was arrested.",
    "Powered by a record harvest, exports rose by 12 percent.",
    "Powered by wind",
    "Website design is taught from the second year on.",
    "Hosting by the city has been praised by all 24 teams.",
    "Designed by Ella Brown, the dress sold for $40,000.",
)


def detect(text: str) -> list[Finding]:
    return list(ThemeCredit.build(lexicons.load()).detect(Document.plain(text)))


def hits(marked: str) -> list[Finding]:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    return [f for f in detect(text) if f.span.start < end and start < f.span.end]


@pytest.mark.parametrize("marked", FOUND)
def test_finds_damage_it_was_not_written_for(marked: str) -> None:
    assert hits(marked)


@pytest.mark.parametrize(("marked", "reason"), MISSED)
def test_misses_what_is_known_to_be_missed(marked: str, reason: str) -> None:
    assert hits(marked) == [], reason


@pytest.mark.parametrize("text", TRAPS)
def test_spares_good_copy_near_to_it(text: str) -> None:
    assert detect(text) == []
