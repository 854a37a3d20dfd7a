"""The timeline as SVG: an axis with its breaks, and under it what each source dates of every authorisation.

Horizontal places are fractions of the width, so that a drawing fills its column while its letters keep their size; what has
room beside what is worked out for the least width of a :class:`Layout`. From back to front a lane has its bars, the veils over
the days that are not chosen, and the text with what can be chosen. :func:`veil_rules` moves the veils without a new drawing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from geo.draw.markup import Attribute, Markup, element, join, number, shape, text
from geo.draw.timeline.axis import TEXT_SIZE, Axis, Part, build_axis
from geo.draw.timeline.axis_marks import HEAD, axis_grid, axis_head, percent
from geo.draw.timeline.rows import LABEL_SIZE, Pen, Row, item_row, linked, text_row
from geo.evidence import Window
from geo.text import Translator
from geo.view import Group, Lane, Timeline

NAME_SIZE: Final = 13.0

_BELOW_HEAD: Final = 8.0
_MIDDLE: Final = 0.5
_VEIL: Final = 0.8


@dataclass(frozen=True, slots=True)
class Layout:
    """How the parts of a timeline are put together."""

    name: str
    width: float
    """The least width in pixels at which nothing overlaps."""
    stacked: bool
    """Whether the segments of the axis stand one below the other, each with its lanes."""


NARROW: Final = Layout("narrow", 288, stacked=True)
WIDE: Final = Layout("wide", 540, stacked=False)


@dataclass(frozen=True, slots=True)
class Paint:
    """What a timeline is drawn with."""

    colours: Mapping[str, str]
    """``#rrggbb`` of each authorisation, by id."""
    paper: str
    """``#rrggbb`` of what lies behind."""
    lead: Callable[[str], str] | None = None
    """Return the address of a disagreement's answers by its id; without it a question is no link."""


def timeline_svg(
    timeline: Timeline, layout: Layout, paint: Paint, words: Translator, *, chosen: Mapping[str, Window | None] | None = None
) -> Markup:
    """Return a timeline as an SVG element that is as wide as what it stands in.

    Parameters
    ----------
    chosen
        The chosen days of authorisations, by id, or None for one that is switched off; without it all days are shown, and
        the rules of :func:`veil_rules` may say which are not.
    """
    axes = _axes(timeline, layout)
    top, pieces = 0.0, []
    for index, axis in enumerate(axes):
        if index:
            row = _break_row(axis.parts[0], words)
            pieces.append(_moved(row.front, top))
            top += row.height
        row = _panel(timeline, axis, layout, paint, words=words, chosen=chosen or {})
        pieces.append(_moved(row.front, top))
        top += row.height
    spoken = " ".join(f"{lane.name}. {lane.band.full}." for lane in timeline.lanes)
    letters: dict[str, Attribute] = {"font_family": "Source Sans, Source Sans Pro, sans-serif", "font_size": LABEL_SIZE}
    return element(
        "svg",
        text("desc", spoken),
        *pieces,
        xmlns="http://www.w3.org/2000/svg",
        classes=f"timeline {layout.name}",
        width="100%",
        height=top,
        role="group",
        aria_label=words("Timeline"),
        lang=words.language,
        fill="currentColor",
        style=f"--paper:{paint.paper}",
        **letters,
    )


def veil_rules(timeline: Timeline, chosen: Mapping[str, Window | None]) -> str:
    """Return the CSS that lays veils over the days that are not chosen; None for all days of an authorisation."""
    rules = []
    for index, lane in enumerate(timeline.lanes):
        before, after = _veiled(lane.band.window, chosen.get(lane.authorisation_id))
        rules.append(
            f".veil-{index}.before{{width:{percent(before)}}}"
            f".veil-{index}.after{{x:{percent(after)};width:{percent(1 - after)}}}"
        )
    return "".join(rules)


def _veiled(window: Window, chosen: Window | None) -> tuple[float, float]:
    """Return where in a window the chosen days begin and end, as fractions of it."""
    if chosen is None:
        return 1.0, 1.0
    before = (chosen.start - window.start).days / window.days
    return before, ((chosen.end - window.start).days + 1) / window.days


def _axes(timeline: Timeline, layout: Layout) -> tuple[Axis, ...]:
    if layout.stacked:
        return tuple(build_axis([segment]) for segment in timeline.segments)
    return (build_axis(timeline.segments),)


def _panel(
    timeline: Timeline, axis: Axis, layout: Layout, paint: Paint, *, words: Translator, chosen: Mapping[str, Window | None]
) -> Row:
    """Return an axis with the lanes that have something on it."""
    lanes = [(index, lane, _on(lane, axis)) for index, lane in enumerate(timeline.lanes)]
    top = HEAD + _BELOW_HEAD
    pieces: list[Markup] = []
    for index, lane, here in lanes:
        if not here:
            continue
        if pieces:
            pieces.append(_across(top))
            top += _BELOW_HEAD
        act = lane.authorisation_id
        pen = Pen(axis, layout.width, act, paint.colours[act], words, from_right=_is_right(here[0], axis), lead=paint.lead)
        veils = _Veils(index, lane.band.window, chosen.get(act, lane.band.window), paint.paper)
        row = _lane(here, pen, veils)
        pieces.append(_moved(row.front, top))
        top += row.height
    grid = axis_grid(axis, layout.width, top, words)
    head = axis_head(axis, timeline, layout.width, words)
    return Row(top, front=join((grid, *head, *pieces)))


def _on(lane: Lane, axis: Axis) -> tuple[Lane, bool] | None:
    """Return what of a lane lies on an axis, and whether its band does; None if nothing does."""
    whole = axis.holds(lane.band.window)
    groups = tuple(
        replace(group, dated=dated, unplaced=group.unplaced if whole else ())
        for group in lane.groups
        for dated in [tuple(item for item in group.dated if axis.holds(item.window))]
        if dated or (whole and group.unplaced)
    )
    return (replace(lane, groups=groups), whole) if whole or groups else None


def _is_right(lane: Lane, axis: Axis) -> bool:
    """Whether everything of a lane lies in the right half of an axis with several segments."""
    spans = [axis.span(item.window) for item in lane.dated if axis.holds(item.window)]
    return len(axis.parts) > 1 and min(left for left, _ in spans) > _MIDDLE


@dataclass(frozen=True, slots=True)
class _Veils:
    index: int
    window: Window
    chosen: Window | None
    paper: str

    def markup(self, axis: Axis, top: float, height: float) -> Markup:
        """Return the veils over one lane."""
        left, right = axis.span(self.window)
        before, after = _veiled(self.window, self.chosen)
        paint: dict[str, Attribute] = {"height": "100%", "fill": self.paper, "fill_opacity": _VEIL}
        place: dict[str, Attribute] = {"x": percent(left), "y": top, "width": percent(right - left), "height": height}
        veils = (
            shape("rect", classes=f"veil veil-{self.index} before", width=percent(before), **paint),
            shape("rect", classes=f"veil veil-{self.index} after", x=percent(after), width=percent(1 - after), **paint),
        )
        return element("svg", *veils, pointer_events="none", **place)


def _lane(here: tuple[Lane, bool], pen: Pen, veils: _Veils) -> Row:
    lane, whole = here
    name = text_row(lane.name, pen, size=NAME_SIZE, classes="act")
    rows = [item_row(lane.band, pen, band=True)] if whole else []
    rows.extend(row for group in lane.groups for row in _group_rows(group, pen))
    top, back, front = name.height, [], [name.front]
    for row in rows:
        back.append(_moved(row.back, top))
        front.append(_moved(row.front, top))
        top += row.height
    covered = veils.markup(pen.axis, name.height, top - name.height) if whole else Markup()
    return Row(top + 12, front=element("g", *back, covered, *front, data_drag_scope=""))


def _group_rows(group: Group, pen: Pen) -> Iterator[Row]:
    if group.question:
        question = pen.words("Sources differ: {question}", question=group.question)
        row = text_row(question, pen, size=LABEL_SIZE, classes="question", above=6, below=4)
        yield linked(row, pen.lead(group.disagreement_id)) if pen.lead else row
    for item in group.dated:
        yield item_row(item, pen)
    for index, line in enumerate(group.unplaced):
        above = 0 if group.question or index else 5
        yield text_row(line, pen, size=LABEL_SIZE, classes="unplaced", above=above, below=0)


def _across(at: float, **style: Attribute) -> Markup:
    look = {"stroke": "currentColor", "stroke_opacity": 0.16, **style}
    return shape("line", x1=0, x2="100%", y1=at, y2=at, **look)


def _break_row(part: Part, words: Translator) -> Row:
    """Return the break between two axes that stand one below the other."""
    days = words.plural("{count} day", "{count} days", part.segment.empty_before)
    said = f"{days} · {words('nothing dated')}"
    label = text("text", said, classes="break", x="50%", y=19, font_size=TEXT_SIZE, text_anchor="middle")
    above, below = (_across(y, stroke_opacity=0.35, stroke_dasharray="2 4") for y in (4, 28))
    return Row(44, front=join((above, label, below)))


def _moved(drawn: Markup, top: float) -> Markup:
    return element("g", drawn, transform=f"translate(0 {number(top)})") if drawn else Markup()
