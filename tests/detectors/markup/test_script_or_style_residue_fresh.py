"""Code in running text, in texts from outside.

The texts were written without a look at the detector. The first run found 25 of the 30 and
marked none of the 20 others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.script_or_style_residue import ScriptOrStyleResidue
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# The damage stands between ⟦ and ⟧, which the detector does not see.
FOUND: Final = (
    (
        "The mayor opened the new market hall on Saturday. ⟦googletag.cmd.push(function() "
        "{ googletag.display('div-gpt-ad-1467');⟧ }); Traders welcomed the move."
    ),
    (
        "⟦(adsbygoogle = window.adsbygoogle || []).push({});⟧\nThe storm is expected to "
        "reach the coast by Friday morning."
    ),
    (
        "Two people were injured in the crash. ⟦var _gaq = _gaq || []; "
        "_gaq.push(['_setAccount', 'UA-12345-1']);⟧ Police closed the road for four hours."
    ),
    (
        "⟦.article-body p { margin-bottom: 12px; font-size: 16px; }⟧\nThe factory will cut "
        "300 jobs, the company said on Tuesday."
    ),
    (
        "The finance minister rejected the claims.\n⟦!function(d,s,id){var "
        'js,fjs=d.getElementsByTagName(s)[0];⟧if(!d.getElementById(id)){js=d.createElement(s);}}(document,"script","twitter-wjs");'
    ),
    (
        '⟦<style type="text/css">#embed-player { width: 100%; }</style>⟧ The goalkeeper '
        "signed until 2027."
    ),
    (
        "Voters go to the polls on Sunday. ⟦document.write('<scr'+'ipt "
        "src=\"//ads.example.net/show.js\"></scr'+'ipt>');⟧"
    ),
    (
        "⟦@media only screen and (max-width: 600px) { .sidebar { display: none; } }⟧\nRail "
        "fares will rise by 3 percent in January."
    ),
    (
        "The orchestra returns in May. ⟦window.fbAsyncInit = function() { FB.init({ appId "
        ": '7788',⟧ xfbml : true }); };"
    ),
    (
        "⟦jQuery(document).ready(function($) { $('.slider').slick(); });⟧ The hospital "
        "reported 40 new cases on Monday."
    ),
    (
        "The ship left port on Thursday with 18 crew.\n⟦if (typeof ez_ad_units != "
        "'undefined') { ez_ad_units.push([[300,250],'site_com-box-3']); }⟧\nIt was "
        "carrying grain."
    ),
    (
        "⟦body{font-family:Arial,sans-serif;color:#333;background:#fff}⟧ Farmers blocked "
        "the motorway for a second day."
    ),
    (
        "The bank said profits had fallen by a fifth. ⟦window._taboola = window._taboola "
        "|| [];⟧ _taboola.push({mode: 'thumbnails-a'}); Shares were little changed."
    ),
    (
        "The council met on Monday evening. ⟦/* Style Definitions */ table.MsoNormalTable "
        '{mso-style-name:"Table Normal"; mso-tstyle-rowband-size:0;⟧ }\nIt will meet '
        "again in June."
    ),
    (
        "⟦function openGallery(id) { document.getElementById(id).style.display = 'block'; "
        "}⟧\nVillagers said they had heard the blast at dawn."
    ),
    (
        "The prize is worth 50,000 euros. ⟦#mc_embed_signup{background:#fff; clear:left; "
        "font:14px Helvetica,Arial,sans-serif; }⟧ It will be awarded in October."
    ),
    "The airport reopened at noon. ⟦gtag('config', 'G-4X8Y2Z');⟧",
    (
        "The trial continues on Wednesday. "
        '⟦{"@context":"https://schema.org","@type":"NewsArticle","headline":"Trial '
        'continues"}⟧'
    ),
    (
        "⟦window.dataLayer = window.dataLayer || []; function "
        "gtag(){dataLayer.push(arguments);}⟧ gtag('js', new Date());\nThe ferry was "
        "stopped off the island."
    ),
    (
        "The exhibition runs until 4 March. ⟦.wp-block-image img { max-width: 100% "
        "!important; }⟧ Entry is free on Sundays."
    ),
    (
        "⟦//<![CDATA[ var playlist = new Array(); //]]>⟧\nDoctors at the clinic ended "
        "their protest on Friday."
    ),
    (
        "The coach praised his young side. ⟦setTimeout(function(){ "
        "showPopup('newsletter'); }, 5000);⟧ They play again on Tuesday."
    ),
    (
        "⟦st_go({blog:'123456',v:'ext',post:'789'});⟧ The ministry promised to publish the "
        "report by the end of the week."
    ),
    (
        "Engineers inspected the dam on Sunday. ⟦const player = "
        "jwplayer('video-1').setup({ file: 'https://cdn.example.com/v.mp4' });⟧ No cracks "
        "were found."
    ),
    (
        "⟦p.p1 {margin: 0.0px 0.0px 0.0px 0.0px; font: 12.0px Helvetica}⟧\nThe parliament "
        "passed the budget late on Thursday."
    ),
    (
        "The zoo said the cub was healthy.\n⟦var sc_project=1234567; var sc_invisible=1; "
        'var sc_security="ab12cd";⟧\nIt will be named by visitors.'
    ),
    (
        "The river crested at 7.2 metres. "
        "⟦(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){⟧ "
        "(i[r].q=i[r].q||[]).push(arguments)} Hundreds left their homes."
    ),
)

# Each with the reason why it stays.
MISSED: Final = (
    (
        (
            '⟦<script async src="https://platform.twitter.com/widgets.js" '
            'charset="utf-8"></script>⟧\nThe senator deleted the message an hour later.'
        ),
        "html-residue reports the tag",
    ),
    (
        (
            "Temperatures could reach 41 degrees. ⟦Please enable JavaScript to view the "
            "comments powered by Disqus.⟧"
        ),
        "a sentence for visitors is no code",
    ),
    (
        (
            'The suspect fled on foot. ⟦style="color: rgb(34, 34, 34); font-family: '
            'Georgia;">⟧ He was arrested two streets away.'
        ),
        "html-residue reports the attribute",
    ),
)

TRAPS: Final = (
    "The actor said the script had been rewritten four times before filming began.",
    "The function of the committee, he said, is to advise the minister.",
    "The team's style of play { fast, direct } was praised in the programme notes.",
    "The new rules (see section 4; also section 7) take effect on 1 July.",
    "Prices: adults $12; children $6; families $30.",
    "The document, written in 1974, was found in an attic in Lyon.",
    ("JavaScript remains the most widely used programming language, according to the survey."),
    "Visitors enter through the window of the old bakery, which is now a museum.",
    "The var decision in the 88th minute cost the home side two points.",
    "The code reads “if x then y”, the lawyer told the jury, and nobody had tested it.",
    "The colour is known as #FF6600 among designers, the company said.",
    "The firm's website, schema.example.org, was offline for six hours.",
    "The board's body language (arms folded; eyes down) said everything.",
    "The company {sic} refused to comment on the letter.",
    "Results: Ahmed 6-4, 6-3; Novak 7-5, 6-2; Silva 6-1, 6-0.",
    (
        "The script, which uses a Google tag to count visitors, broke the privacy law, the "
        "regulator found."
    ),
    "The flag is 100% cotton; it measures 12px by 8px on screen, the designer joked.",
    "Media only learned of the arrest two days later.",
    "He wrote the function f(x) = 2x + 1 on the blackboard and asked for the slope.",
    "Return to work rates rose to 64 percent; the target is 70 percent.",
)


def detect(text: str) -> list[Finding]:
    return list(ScriptOrStyleResidue.build(lexicons.load()).detect(Document.plain(text)))


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
