"""The rows of the timeline: one for each act, with its window, the periods that sources give, and the dates."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from geo.draw.timeline.axis import Axis, Part, Tick, build_axis, ticks
from geo.evidence import Window
from geo.ui.html import markup
from geo.ui.html.badges import act_colour, act_label
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import Dated, Lane, Timeline

_WIDTH = 320.0
"""Pixels: the least width of the axis at which its names have room."""
_LEAST_TICK = 24.0
"""Pixels that the name of a month takes."""
_YEAR_SHARE = 0.11
"""Share of the axis that a year takes."""
_MOST_WITH_PERIODS = 3
"""Acts whose periods are shown; of more, each has its window and dates alone."""
_MOST_SHELVES = 3
"""Lines of periods under a bar; further ones are among what the sources say."""
_NO_ROOM_BEYOND = 0.7
"""Share of the axis from which on the days of a bar stand before it."""


def timeline_html(timeline: Timeline, page: Page) -> Markup:
    """Return the axis and a row for each act."""
    axis = build_axis(timeline.segments)
    is_brief = len(timeline.lanes) > _MOST_WITH_PERIODS
    rows = (_row(number, lane, axis, page, is_brief=is_brief) for number, lane in enumerate(timeline.lanes))
    return markup.element(
        "div",
        markup.element("div", *_axis(axis, page), classes="tl-axis"),
        *rows,
        classes="tl",
        role="group",
        aria_label=page.context.words("Timeline"),
        lang=page.context.words.language,
    )


def chosen_rules(act_ids: Iterable[str], page: Page) -> str:
    """Return the CSS that fills the chosen days of each bar; an act that is off has none, and no row on paper."""
    state, acts = page.context.state, page.context.evidence.authorisations
    rules = []
    for number, act_id in enumerate(act_ids):
        window, chosen = acts[act_id].window, state.range_of(act_id)
        left = (chosen.start - window.start).days / window.days
        is_on = act_id in state.authorisations
        width = chosen.days / window.days if is_on else 0.0
        rules.append(f".tl-chosen-{number}{{left:{left:.2%};width:{width:.2%}}}")
        rules += [] if is_on else [f"@media print{{.tl-row:has(.tl-chosen-{number}){{display:none}}}}"]
    return "".join(rules)


def _axis(axis: Axis, page: Page) -> Iterable[Markup]:
    yield from _years(axis, page)
    for part in axis.parts:
        for tick in ticks(part, _WIDTH, page.context.words):
            if (tick.right - tick.left) * _WIDTH >= _LEAST_TICK or not tick.by_month:
                yield _tick(tick)
        yield markup.element("i", classes="tl-line", style=_place(part.left, part.right))
    for before, after in pairwise(axis.parts):
        days = page.context.words.plural("{count} day", "{count} days", after.segment.empty_before)
        title = page.context.words("{days}, nothing dated", days=days)
        place = _place(before.right, after.left)
        yield markup.text("span", "\N{MIDLINE HORIZONTAL ELLIPSIS}", classes="tl-break", title=title, style=place)


def _years(axis: Axis, page: Page) -> Iterable[Markup]:
    """Yield each year where it begins on the axis, unless the year before stands in its place."""
    year, taken = 0, -1.0
    for part in axis.parts:
        for tick in ticks(part, _WIDTH, page.context.words):
            if tick.window.start.year != year and tick.left >= taken:
                year, taken = tick.window.start.year, tick.left + _YEAR_SHARE
                yield markup.text("b", str(year), classes="tl-year", style=f"left:{tick.left:.2%}")


def _tick(tick: Tick) -> Markup:
    """Return the name of a month or day; a single month is a button that chooses its days."""
    place = f"left:{tick.left:.2%}"
    if not tick.choice:
        return markup.text("span", tick.label, classes="tl-tick", style=place)
    days = f":{tick.window.start}..{tick.window.end}"
    return markup.text("button", tick.label, type="button", classes="tl-tick", style=place, data_choose=days)


def _row(number: int, lane: Lane, axis: Axis, page: Page, *, is_brief: bool) -> Markup:
    colour = act_colour(lane.authorisation_id, page)
    others = sorted((item for group in lane.groups for item in group.dated), key=lambda item: item.window.start)
    periods = [item for item in others if item.window.days > 1 and axis.holds(item.window)]
    dates = [item for item in others if item.window.days == 1 and axis.holds(item.window)]
    shelves = [] if is_brief else _shelves(periods)[:_MOST_SHELVES]
    return markup.element(
        "div",
        markup.element("div", act_label(lane.authorisation_id, page), classes="tl-name"),
        markup.element(
            "div",
            _window(number, lane, axis, page),
            *(_date(item, axis) for item in dates),
            *(_period(item, shelf, lane, axis) for shelf, found in enumerate(shelves) for item in found),
            classes="tl-track",
            style=f"--shelves:{len(shelves)}",
        ),
        classes="tl-row",
        data_drag_scope="",
        style=f"--ink:{colour}",
    )


def _window(number: int, lane: Lane, axis: Axis, page: Page) -> Markup:
    """Return the bar of the window: a click chooses all of its days, a drag some of them."""
    window = lane.band.window
    left, right = _span(window, axis)
    label = page.context.words("Show these days: {days}", days=page.context.words.span(window.start, window.stated_end))
    bar = markup.element(
        "div",
        markup.element("i", classes=f"tl-chosen-{number}"),
        markup.element("span", classes="readout"),
        classes="tl-window drag",
        role="button",
        tabindex="0",
        title=lane.band.full,
        aria_label=label,
        style=_place(left, right),
        data_choose=_choice(lane, window),
        data_drag=lane.authorisation_id,
        data_from=window.start.isoformat(),
        data_to=window.end.isoformat(),
    )
    return bar + markup.text("span", lane.band.days, classes="tl-label", style=_beside(lane, axis))


def _beside(lane: Lane, axis: Axis) -> str:
    """Return where the days of a bar stand: behind it or, where there is no room, before it and the dates before it."""
    left, right = _span(lane.band.window, axis)
    if right <= _NO_ROOM_BEYOND:
        return f"left:{right:.2%}"
    before = min((_span(item.window, axis)[0] for item in lane.dated if axis.holds(item.window)), default=left)
    return f"right:{1 - min(left, before):.2%}"


def _period(item: Dated, shelf: int, lane: Lane, axis: Axis) -> Markup:
    text = f"{item.what} {item.days} · {item.who}"
    left, right = _span(item.window, axis)
    place = f"{_place(left, right)};--shelf:{shelf}"
    if not item.choice:
        return markup.text("span", text, classes="tl-period", title=item.full, style=place)
    choice = _choice(lane, item.choice)
    return markup.text("button", text, type="button", classes="tl-period", title=item.full, style=place, data_choose=choice)


def _date(item: Dated, axis: Axis) -> Markup:
    left, right = _span(item.window, axis)
    kind = "tl-date ring" if item.disputed else "tl-date"
    return markup.element(
        "span", classes=kind, title=item.full, role="img", aria_label=item.full, style=f"left:{(left + right) / 2:.2%}"
    )


def _shelves(periods: Iterable[Dated]) -> list[list[Dated]]:
    """Put periods below one another where they would overlap, in as few lines as there must be."""
    shelves: list[list[Dated]] = []
    for item in periods:
        free = next((shelf for shelf in shelves if not shelf[-1].window.overlaps(item.window)), None)
        if free is None:
            shelves.append([item])
        else:
            free.append(item)
    return shelves


def _choice(lane: Lane, days: Window) -> str:
    return f"{lane.authorisation_id}:{days.start}..{days.end}"


def _span(window: Window, axis: Axis) -> tuple[float, float]:
    """Return where a window lies on the axis; one that reaches beyond a part of it is cut there."""
    part = next(part for part in axis.parts if window.overlaps(part.segment.window))
    shown = window.clipped_to(part.segment.window) or window
    return part.at(shown.start), _end(part, shown)


def _end(part: Part, window: Window) -> float:
    return part.at(window.end + timedelta(days=1))


def _place(left: float, right: float) -> str:
    return f"left:{left:.2%};width:{right - left:.2%}"
