"""The rows of the timeline under the map."""

import re
from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Window
from geo.ui.panels.timeline_rows import chosen_rules, timeline_html
from geo.view import build_timeline
from geo.view.answers.timeline import select_acts
from tests.ui.conftest import page_of, texts, tree_of


def percentages(style: str) -> dict[str, float]:
    """Return the lengths of a style in percent, by name."""
    return {name: float(value) for name, value in re.findall(r"(left|width|right):([\d.]+)%", style)}


def test_each_act_has_a_bar_that_chooses_its_days() -> None:
    """A bar is a button with the whole window; bars lie within the axis, one after the other."""
    page = page_of()
    bars = tree_of(timeline_html(build_timeline(page.context), page)).xpath("//*[@data-drag]")
    acts = page.context.evidence.authorisations
    assert [(bar.get("data-drag"), bar.get("data-choose"), bar.get("role")) for bar in bars] == [
        (key, f"{key}:{act.window.start}..{act.window.end}", "button") for key, act in acts.items()
    ]
    assert [(bar.get("data-from"), bar.get("data-to")) for bar in bars] == [
        (str(act.window.start), str(act.window.end)) for act in acts.values()
    ]
    places = [percentages(bar.get("style")) for bar in bars]
    assert all(0 <= place["left"] <= place["left"] + place["width"] <= 100 for place in places)
    assert places[0]["left"] + places[0]["width"] < places[1]["left"]


def test_the_axis_names_years_and_says_how_long_nothing_is_dated() -> None:
    """Years come in their order; one is named again after a break."""
    page = page_of()
    tree = tree_of(timeline_html(build_timeline(page.context), page))
    years = [int(text) for text in texts(tree, "//b") if text.isdigit()]
    assert years == sorted(years)
    assert set(years) >= {2023, 2024}
    assert any(title.endswith("days, nothing dated") for title in tree.xpath("//*/@title"))


def test_a_single_month_is_a_button_that_chooses_its_days() -> None:
    """The choice names no act: it means each whose window has days in the month."""
    page = page_of()
    one_act = select_acts(build_timeline(page.context), ("31758",))
    tree = tree_of(timeline_html(replace(one_act, segments=one_act.segments[:1]), page))
    assert ":2023-07-01..2023-07-31" in tree.xpath("//button[starts-with(@data-choose, ':')]/@data-choose")


def test_a_date_on_which_sources_differ_is_marked_and_said() -> None:
    """Each date has a name for screen readers, which is the tip of the pointer as well."""
    page = page_of()
    dates = tree_of(timeline_html(build_timeline(page.context), page)).xpath("//*[@role='img']")
    disputed = [dated for lane in build_timeline(page.context).lanes for dated in lane.dated if dated.window.days == 1]
    assert {date.get("aria-label") for date in dates} == {dated.full for dated in disputed}
    assert [date for date in dates if date.get("title") != date.get("aria-label")] == []


@pytest.mark.parametrize(
    ("chosen", "rule"),
    [
        (Window(date(2024, 11, 4), date(2024, 11, 24)), "{left:0.00%;width:100.00%}"),
        (Window(date(2024, 11, 11), date(2024, 11, 17)), "{left:33.33%;width:33.33%}"),
        (Window(date(2024, 11, 24), date(2024, 11, 24)), "{left:95.24%;width:4.76%}"),
    ],
    ids=["all", "a week", "the last day"],
)
def test_the_rules_fill_the_chosen_days(chosen: Window, rule: str) -> None:
    """Both ends are included; an act that is off has none of its bar filled."""
    page = page_of(authorisations=("9307",), ranges=(("9307", chosen), ("31758", chosen)))
    assert chosen_rules(["9307"], page).endswith(rule)
    assert "width:0.00%}" in chosen_rules(["31758"], page)
