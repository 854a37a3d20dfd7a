"""The rows of the timeline: one for each act, with its window, the periods that sources give, and dates.

Horizontal positions are percentages of the width of the axis.
"""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from geo.draw.text_width import text_width
from geo.draw.timeline.axis import TEXT_SIZE, Axis, Part, Tick, build_axis, ticks, year_marks
from geo.evidence import Window
from geo.ui.html import markup
from geo.ui.html.badges import act_colour, act_label
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import Dated, Lane, Timeline

_WIDTH = 320.0
"""CSS pixels: the smallest width of the axis at which its labels have room."""
_LEAST_TICK = 24.0
"""CSS pixels that the name of a month needs."""
_LONGEST_TICK = 100
"""Days of a tick, at most, that has the name of its first month."""
_ROOM_OF_YEAR = 30.0
_LEAST_YEAR = 19.0
"""CSS pixels that a year needs, in four digits and in two."""
_GAP = 8.0
"""CSS pixels between two labels of the axis."""
_MOST_WITH_PERIODS = 3
"""Largest number of acts with periods; with more acts, a row has only window and dates."""
_MOST_PERIOD_LINES = 3
"""Lines of periods under a bar; the view of the facts has further ones."""
_NARROW = 0.02
"""Fraction of a bar below which chosen days are widened, so that they are visible."""
_LABEL_SIZE = 12.0
_LABEL_ROOM = 20.0
"""CSS pixels: size of the letters of the days of a bar, and free space around them."""


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
    """Return the CSS that fills the chosen days of each bar; an act that is off has none, and no row in print."""
    state, acts = page.context.state, page.context.evidence.authorisations
    rules = []
    for number, act_id in enumerate(act_ids):
        window, chosen = acts[act_id].window, state.range_of(act_id)
        left = (chosen.start - window.start).days / window.days
        is_on = act_id in state.authorisations
        width = chosen.days / window.days if is_on else 0.0
        least = ";min-width:3px" if 0 < width < _NARROW else ""
        rules.append(f".tl-chosen-{number}{{left:{left:.2%};width:{width:.2%}{least}}}")
        rules += [] if is_on else [f"@media print{{.tl-row:has(.tl-chosen-{number}){{display:none}}}}"]
    return "".join(rules)


def _axis(axis: Axis, page: Page) -> Iterable[Markup]:
    yield from _years(axis)
    for part in axis.parts:
        yield from map(_tick, _named_ticks(part, page))
        yield _days(part, page)
    for before, after in pairwise(axis.parts):
        days = page.context.words.plural("{count} day", "{count} days", after.segment.empty_before)
        title = page.context.words("{days}, nothing dated", days=days)
        place = _place(before.right, after.left)
        yield markup.text("span", "\N{MIDLINE HORIZONTAL ELLIPSIS}", classes="tl-break", title=title, style=place)


def _days(part: Part, page: Page) -> Markup:
    """Return the line of a part of the axis, on which a click chooses a day, and the browser marks today."""
    window = part.segment.window
    today = markup.element("i", classes="tl-today") + markup.text("b", page.context.words("today"), classes="tl-today-name")
    return markup.element(
        "span",
        markup.element("i", today, classes="tl-clock", style=f"--from:{window.start.toordinal()};--days:{window.days}"),
        markup.element("span", classes="readout"),
        classes="tl-days",
        title=page.context.words("Who was authorised on this day?"),
        style=_place(part.left, part.right),
        data_day_from=window.start.isoformat(),
        data_day_count=str(window.days),
    )


def _years(axis: Axis) -> Iterable[Markup]:
    """Yield each year where it begins on a part of the axis, in two figures where four have no room."""
    marks = [mark for part in axis.parts for mark in year_marks(part, _WIDTH)]
    for mark, after in pairwise((*marks, None)):
        if mark is None:
            continue
        room = ((after.left if after else 1.0) - mark.left) * _WIDTH
        if room >= _LEAST_YEAR:
            label = str(mark.year) if room >= _ROOM_OF_YEAR else f"\N{RIGHT SINGLE QUOTATION MARK}{mark.year % 100:02d}"
            yield markup.text("b", label, classes="tl-year", style=f"left:{mark.left:.2%}")


def _named_ticks(part: Part, page: Page) -> Iterable[Tick]:
    """Return the months or days of a part that have room for their names; a single day says nothing of the scale."""
    found: list[Tick] = []
    taken = -1.0
    for tick in ticks(part, _WIDTH, page.context.words):
        has_room = not tick.by_month or (tick.right - tick.left) * _WIDTH >= _LEAST_TICK
        is_year = tick.by_month and tick.window.days > _LONGEST_TICK
        end = tick.left * _WIDTH + text_width(tick.label, TEXT_SIZE)
        if has_room and not is_year and tick.left * _WIDTH >= taken and end <= part.right * _WIDTH + _GAP:
            taken = end + _GAP
            found.append(tick)
    return [] if len(found) == 1 and not found[0].by_month else found


def _tick(tick: Tick) -> Markup:
    """Return the label of a month or day; a single month is a button that chooses its days."""
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
    lines = [] if is_brief else _period_lines(periods)[:_MOST_PERIOD_LINES]
    return markup.element(
        "div",
        markup.element("div", act_label(lane.authorisation_id, page), classes="tl-name", title=lane.name),
        markup.element(
            "div",
            _window(number, lane, axis, page),
            *(_date(item, axis) for item in dates),
            *(_period(item, line, lane, axis) for line, found in enumerate(lines) for item in found),
            classes="tl-track",
            style=f"--period-lines:{len(lines)}",
        ),
        classes="tl-row",
        data_drag_scope="",
        style=f"--ink:{colour}",
    )


def _window(number: int, lane: Lane, axis: Axis, page: Page) -> Markup:
    """Return the bar of the window: a click chooses all its days, a drag some of them."""
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
    """Return the CSS position of the days of a bar: right of the bar or, if there is no room, left of bar and dates."""
    left, right = _span(lane.band.window, axis)
    wide = (text_width(lane.band.days, _LABEL_SIZE, bold=True) + _LABEL_ROOM) / _WIDTH
    if right + wide <= 1 or right < 1 / 2:
        return f"left:{right:.2%}"
    before = min((_span(item.window, axis)[0] for item in lane.dated if axis.holds(item.window)), default=left)
    return f"right:{1 - min(left, before):.2%}"


def _period(item: Dated, line: int, lane: Lane, axis: Axis) -> Markup:
    text = f"{item.what} {item.days} · {item.who}"
    left, right = _span(item.window, axis)
    place = f"{_place(left, right)};--period-line:{line}"
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


def _period_lines(periods: Iterable[Dated]) -> list[list[Dated]]:
    """Distribute periods over as few lines as possible, so that the periods of a line do not overlap."""
    lines: list[list[Dated]] = []
    for item in periods:
        free = next((line for line in lines if not line[-1].window.overlaps(item.window)), None)
        if free is None:
            lines.append([item])
        else:
            free.append(item)
    return lines


def _choice(lane: Lane, days: Window) -> str:
    return f"{lane.authorisation_id}:{days.start}..{days.end}"


def _span(window: Window, axis: Axis) -> tuple[float, float]:
    """Return left and right end of a window on the axis, as fractions; the window is clipped to its part of the axis."""
    part = next(part for part in axis.parts if window.overlaps(part.segment.window))
    shown = window.clipped_to(part.segment.window) or window
    return part.at(shown.start), _end(part, shown)


def _end(part: Part, window: Window) -> float:
    return part.at(window.end + timedelta(days=1))


def _place(left: float, right: float) -> str:
    return f"left:{left:.2%};width:{right - left:.2%}"
