"""The timeline as SVG."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from geo.atlas import Atlas
from geo.draw import NARROW, WIDE, Layout, Paint, make_palette, timeline_svg, veil_rules
from geo.draw.text_width import text_width
from geo.evidence import Evidence, Window
from geo.text import translator
from geo.view import Timeline, build_timeline, make_context, start_state

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text></svg><script>alert(1)</script>\"'&`${x}"


def paint_of(evidence: Evidence) -> Paint:
    """Return the colours of the acts on white paper."""
    return Paint(make_palette(evidence.authorisations, (), "light").colours, "#ffffff")


def timeline_of(evidence: Evidence, atlas: Atlas, language: str = "en") -> Timeline:
    """Return the timeline of the start view."""
    return build_timeline(make_context(evidence, atlas, start_state(evidence, language)))


def drawn(
    evidence: Evidence, atlas: Atlas, layout: Layout, *, language: str = "en", timeline: Timeline | None = None
) -> ET.Element:
    """Return the drawing of the whole timeline as a tree."""
    words = translator(language)
    shown = timeline or timeline_of(evidence, atlas, language)
    return ET.fromstring(timeline_svg(shown, layout, paint_of(evidence), words))  # noqa: S314


def extent(text: ET.Element, width: float) -> tuple[float, float]:
    """Return where a text begins and ends at a width, by the estimate."""
    at = float(text.get("x", "0").rstrip("%")) * (width / 100 if "%" in text.get("x", "") else 1) + float(text.get("dx", "0"))
    wide = text_width("".join(text.itertext()), float(text.get("font-size", "12.5")))
    left = at - wide * {"end": 1.0, "middle": 0.5}.get(text.get("text-anchor", ""), 0.0)
    return left, left + wide


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("layout", [NARROW, WIDE], ids=lambda layout: layout.name)
def test_no_text_leaves_the_drawing_at_its_least_width(
    three_acts: Evidence, atlas: Atlas, layout: Layout, language: str
) -> None:
    """Every text lies within the least width, in both languages and with a third act."""
    texts = list(drawn(three_acts, atlas, layout, language=language).iter(f"{SVG}text"))
    assert len(texts) > 40
    outside = [("".join(text.itertext()), extent(text, layout.width)) for text in texts]
    assert [found for found in outside if found[1][0] < -1 or found[1][1] > layout.width + 1] == []


@pytest.mark.parametrize("layout", [NARROW, WIDE], ids=lambda layout: layout.name)
def test_what_can_be_chosen_is_a_button(evidence: Evidence, atlas: Atlas, layout: Layout) -> None:
    """Windows, periods, days of the summit and months are buttons that the keyboard reaches, at least 24 pixels high."""
    buttons = [element for element in drawn(evidence, atlas, layout).iter(f"{SVG}g") if element.get("role") == "button"]
    assert Counter(button.get("data-choose") for button in buttons) == Counter(
        [
            *(f":2023-{month:02}-01..2023-{month:02}-{30 if month in (6, 9, 11) else 31}" for month in range(6, 13)),
            "31758:2023-06-01..2023-12-31",
            "31758:2023-06-01..2023-09-30",
            "31758:2023-10-01..2023-12-30",
            *["9307:2024-11-04..2024-11-24"] * 3,
            "9307:2024-11-10..2024-11-16",
            "9307:2024-11-14..2024-11-16",
        ]
    )
    assert {button.get("tabindex") for button in buttons} == {"0"}
    assert all((button.get("aria-label") or "").startswith("Show these days: ") for button in buttons)
    hits = [next(rect for rect in button if rect.get("class") == "hit") for button in buttons]
    assert min(float(hit.get("height", "0")) for hit in hits) >= 24


def test_the_break_is_marked_with_its_length(evidence: Evidence, atlas: Atlas) -> None:
    """Both drawings say how many days are left out."""
    assert "304 days · nothing dated" in {text.text for text in drawn(evidence, atlas, NARROW).iter(f"{SVG}text")}
    assert {"304 days", "nothing dated"} <= {text.text for text in drawn(evidence, atlas, WIDE).iter(f"{SVG}text")}


def test_a_band_can_be_dragged_over_its_days(evidence: Evidence, atlas: Atlas) -> None:
    """The element to be dragged over names the act and the days at its two ends."""
    drags = [element.attrib for element in drawn(evidence, atlas, WIDE).iter() if "data-drag" in element.attrib]
    assert [(drag["data-drag"], drag["data-from"], drag["data-to"]) for drag in drags] == [
        ("31758", "2023-06-01", "2023-12-31"),
        ("9307", "2024-11-04", "2024-11-24"),
    ]


def test_a_disputed_day_is_a_ring(evidence: Evidence, atlas: Atlas) -> None:
    """The three days given for the 2023 vote are rings, undisputed days are full: shape tells it, not colour."""
    fills = Counter(dot.get("fill") == "none" for dot in drawn(evidence, atlas, WIDE).iter(f"{SVG}circle"))
    assert fills == {True: 3, False: 3}


def test_text_of_the_data_stays_text(evidence: Evidence, atlas: Atlas) -> None:
    """Markup in a label is drawn as it stands."""
    timeline = timeline_of(evidence, atlas)
    lane = timeline.lanes[0]
    band = replace(lane.band, what=HOSTILE, who=HOSTILE, full=HOSTILE)
    tree = drawn(evidence, atlas, NARROW, timeline=replace(timeline, lanes=(replace(lane, name=HOSTILE, band=band),)))
    assert [element for element in tree.iter() if "script" in element.tag] == []
    assert HOSTILE in "".join(tree.itertext())


def test_a_colour_cannot_leave_its_attribute(evidence: Evidence, atlas: Atlas) -> None:
    """Whatever stands for the colour of an act or of the paper is one value of one attribute."""
    words = translator("en")
    paint = Paint(dict.fromkeys(evidence.authorisations, HOSTILE), HOSTILE)
    tree = ET.fromstring(timeline_svg(timeline_of(evidence, atlas), WIDE, paint, words))  # noqa: S314
    assert HOSTILE in {element.get("fill") for element in tree.iter()}
    assert [element for element in tree.iter() if "script" in element.tag] == []


def test_a_year_is_named_where_it_begins(evidence: Evidence, atlas: Atlas) -> None:
    """On the page a year stands at the left end of its days, and none in the middle of another."""
    texts = [text for text in drawn(evidence, atlas, WIDE).iter(f"{SVG}text") if text.text in ("2023", "2024")]
    assert [text.text for text in texts] == ["2023", "2024"]
    assert {text.get("text-anchor") for text in texts} == {None}


def test_veils_lie_over_the_days_that_are_not_chosen(evidence: Evidence, atlas: Atlas) -> None:
    """Rules of style and the drawing itself agree; an act that is off is veiled as a whole."""
    words = translator("en")
    timeline = timeline_of(evidence, atlas)
    chosen = {"31758": None, "9307": Window(date(2024, 11, 11), date(2024, 11, 17))}
    assert veil_rules(timeline, chosen) == (
        ".veil-0.before{width:100%}.veil-0.after{x:100%;width:0%}"
        ".veil-1.before{width:33.33%}.veil-1.after{x:66.67%;width:33.33%}"
    )
    svg = timeline_svg(timeline, WIDE, paint_of(evidence), words, chosen=chosen)
    assert re.findall(r'veil-(\d) (before|after)"(?: x="([\d.]+%)")? width="([\d.]+%)"', svg) == [
        ("0", "before", "", "100%"),
        ("0", "after", "100%", "0%"),
        ("1", "before", "", "33.33%"),
        ("1", "after", "66.67%", "33.33%"),
    ]


@pytest.mark.parametrize("layout", [NARROW, WIDE], ids=lambda layout: layout.name)
def test_a_question_leads_to_its_answers_where_the_page_has_them(evidence: Evidence, atlas: Atlas, layout: Layout) -> None:
    """Every question is a link at least 24 pixels high; in a drawing that leaves the page none is."""
    words = translator("en")
    timeline = timeline_of(evidence, atlas)
    paint = replace(paint_of(evidence), lead=lambda key: f"?to=<{key}>")
    links = list(ET.fromstring(timeline_svg(timeline, layout, paint, words)).iter(f"{SVG}a"))  # noqa: S314
    asked = [group.disagreement_id for lane in timeline.lanes for group in lane.groups if group.question]
    assert asked
    assert {link.get("href") for link in links} == {f"?to=<{key}>" for key in asked}
    assert min(float(link.find(f"{SVG}rect").get("height")) for link in links) >= 24
    assert not list(drawn(evidence, atlas, layout).iter(f"{SVG}a"))
