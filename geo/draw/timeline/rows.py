"""The rows of a timeline's lane: a text, or the mark of dated days with its label."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from geo.draw.markup import Attribute, Markup, element, join, shape, text
from geo.draw.text_width import text_width, wrap_text
from geo.draw.timeline.axis import Axis
from geo.draw.timeline.axis_marks import TARGET, percent
from geo.text import Translator
from geo.view import Dated

LABEL_SIZE: Final = 12.5
LINE: Final = 16.0
_NOTHING: Final = Markup()
_GAP: Final = 7.0
_HARDLY: Final = 0.03
"""Share of the width by which a beginning may be off before an end that is flush is better."""


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of the drawing, from its upper edge."""

    height: float
    back: Markup = _NOTHING
    front: Markup = _NOTHING


@dataclass(frozen=True, slots=True)
class Pen:
    """What the rows of one lane are drawn with."""

    axis: Axis
    width: float
    act: str
    """Id of the authorisation."""
    colour: str
    words: Translator
    from_right: bool
    """Whether texts end at the right edge, nearer to what they belong to, instead of beginning at the left one."""
    lead: Callable[[str], str] | None = None
    """Return the address of a disagreement's answers by its id."""


def text_row(content: str, pen: Pen, *, size: float, classes: str, above: float = 0, below: float = 3) -> Row:
    """Return a text, on as many lines as it needs."""
    lines = wrap_text(content, size, pen.width)
    place: dict[str, Attribute] = {"x": "100%", "text_anchor": "end"} if pen.from_right else {"x": 0}
    written = join(
        text("text", line, classes=classes, y=above + size + index * LINE, font_size=size, **place)
        for index, line in enumerate(lines)
    )
    return Row(above + LINE * len(lines) + below, front=written)


def linked(row: Row, address: str) -> Row:
    """Return a row that is a link as a whole."""
    return replace(row, front=element("a", _hit(row.height), row.front, classes="lead", href=address))


def item_row(item: Dated, pen: Pen, *, band: bool = False) -> Row:
    """Return the mark of dated days with its label: beside it where there is room, else above it.

    Parameters
    ----------
    band
        Whether it is the window of the authorisation.
    """
    left, right = pen.axis.span(item.window)
    point = item.window.days == 1 and not band
    if point:
        left = right = (left + right) / 2
    thick = 18.0 if band else 9.0
    height = max(thick + 6, TARGET if item.choice else 20.0)
    middle = height / 2
    label = _place_label(item, pen, left, right, spare=_GAP + (4.5 if point else 0), baseline=middle + 0.34 * LABEL_SIZE)
    if not label.beside:
        middle = label.lines * LINE + 3 + thick / 2
        height = max(middle + thick / 2 + 5, TARGET)
    place: dict[str, Attribute] = {"x": percent(left), "y": middle - thick / 2, "width": percent(right - left), "height": thick}
    back = Markup() if point else shape("rect", fill=pen.colour, **place)
    dot = _dot(left, middle, pen.colour, disputed=item.disputed) if point else Markup()
    front = (_title(item), _hit(height) if item.choice else "", dot, label.markup)
    if band:
        days = {"data_from": str(item.window.start), "data_to": str(item.window.end)}
        drag = shape("rect", classes="drag", data_drag=pen.act, fill="transparent", **days, **place)
        readout = element("text", classes="readout", **label.place)
        frame = shape("rect", fill="none", stroke=pen.colour, **place)
        return Row(height, back, frame + _grouped(item, pen, (*front, drag, readout)))
    return Row(height, back, _grouped(item, pen, front))


def _grouped(item: Dated, pen: Pen, inner: Iterable[str]) -> Markup:
    """Return the marks of dated days, as a button where there are days to choose."""
    if not item.choice:
        return element("g", *inner)
    days = f"{item.choice.start}..{item.choice.end}"
    spoken = pen.words("Show these days: {days}", days=pen.words.span(item.choice.start, item.choice.stated_end))
    button = {"role": "button", "tabindex": "0", "data_choose": f"{pen.act}:{days}", "aria_label": spoken}
    return element("g", *inner, classes="choice", **button)


@dataclass(frozen=True, slots=True)
class _Label:
    markup: Markup
    place: Mapping[str, Attribute]
    """Attributes that place its first line."""
    beside: bool
    lines: int = 1


def _place_label(item: Dated, pen: Pen, left: float, right: float, *, spare: float, baseline: float) -> _Label:
    rest = f"{item.what} · {item.who}" if item.who else item.what
    wide = text_width(item.days, LABEL_SIZE, bold=True) + text_width(f" {rest}", LABEL_SIZE)
    place: dict[str, Attribute]
    if right * pen.width + spare + wide <= pen.width:
        place = {"x": percent(right), "dx": spare, "y": baseline}
        return _Label(_label(item, place), place, beside=True)
    if left * pen.width - spare - wide >= 0:
        place = {"x": percent(left), "dx": -spare, "y": baseline, "text_anchor": "end"}
        return _Label(_label(item, place), place, beside=True)
    if wide > pen.width:
        return _wrapped_label(item, pen)
    place = {**_above(left, right, wide / pen.width), "y": LABEL_SIZE}
    return _Label(_label(item, place), place, beside=False)


def _above(left: float, right: float, wide: float) -> dict[str, Attribute]:
    """Return where a label above its bar stands: flush with its beginning or else its end, or as nearly so as there is room.

    All are shares of the drawing's least width; in a wider one there is more room than is needed.
    """
    before, after = max(0.0, left - (1 - wide)), max(0.0, wide - right)
    if before <= after + _HARDLY:
        return {"x": percent(left - before)}
    return {"x": percent(right + after), "text_anchor": "end"}


def _wrapped_label(item: Dated, pen: Pen) -> _Label:
    """Return a label with who says it on lines of its own."""
    who = wrap_text(item.who, LABEL_SIZE, pen.width)
    place: dict[str, Attribute] = {"x": 0, "y": LABEL_SIZE}
    more = (text("text", line, classes="who", x=0, y=LABEL_SIZE + LINE * (index + 1)) for index, line in enumerate(who))
    return _Label(_label(replace(item, who=""), place) + join(more), place, beside=False, lines=1 + len(who))


def _label(item: Dated, place: Mapping[str, Attribute]) -> Markup:
    who = text("tspan", f" · {item.who}", classes="who") if item.who else ""
    return element("text", text("tspan", item.days, font_weight=600), " ", item.what, who, **place)


def _hit(height: float) -> Markup:
    return shape("rect", classes="hit", width="100%", height=height, rx=2, fill="transparent")


def _title(item: Dated) -> Markup:
    return text("title", item.full)


def _dot(at: float, middle: float, colour: str, *, disputed: bool) -> Markup:
    fill = "none" if disputed else colour
    return shape("circle", cx=percent(at), cy=middle, r=4, fill=fill, stroke=colour, stroke_width=2)
