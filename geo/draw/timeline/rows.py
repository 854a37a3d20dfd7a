"""The rows of a timeline's lane: a text, or the mark of dated days with its label."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from geo.draw.escape import to_html
from geo.draw.text_width import text_width, wrap_text
from geo.draw.timeline.axis import Axis
from geo.draw.timeline.axis_marks import TARGET, percent, pixels
from geo.text import Translator
from geo.view import Dated

LABEL_SIZE: Final = 12.5
LINE: Final = 16.0
_GAP: Final = 7.0
_HARDLY: Final = 0.03
"""Share of the width by which a beginning may be off before an end that is flush is better."""


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of the drawing, from its upper edge."""

    height: float
    back: str = ""
    front: str = ""


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


def text_row(text: str, pen: Pen, *, size: float, classes: str, above: float = 0, below: float = 3) -> Row:
    """Return a text, on as many lines as it needs."""
    lines = wrap_text(text, size, pen.width)
    place = 'x="100%" text-anchor="end"' if pen.from_right else 'x="0"'
    written = "".join(
        f'<text {place} y="{pixels(above + size + index * LINE)}" font-size="{size}" class="{classes}">{to_html(line)}</text>'
        for index, line in enumerate(lines)
    )
    return Row(above + LINE * len(lines) + below, front=written)


def linked(row: Row, address: str) -> Row:
    """Return a row that is a link as a whole."""
    hit = f'<rect class="hit" width="100%" height="{pixels(row.height)}" rx="2" fill="transparent"/>'
    return replace(row, front=f'<a class="lead" href="{to_html(address)}">{hit}{row.front}</a>')


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
    if point:
        back, dot = "", _dot(left, middle, pen.colour, disputed=item.disputed)
    else:
        back, dot = _bar(left, right, middle - thick / 2, thick, colour=pen.colour), ""
    text = dot + label.svg
    front = _choice(item, text, height, pen) if item.choice else f"<g>{_title(item)}{text}</g>"
    if band:
        frame = f'fill="none" stroke="{pen.colour}"'
        place = f'x="{percent(left)}" y="{pixels(middle - thick / 2)}" width="{percent(right - left)}" height="{pixels(thick)}"'
        days = f'data-from="{item.window.start}" data-to="{item.window.end}"'
        drag = f'<rect class="drag" data-drag="{to_html(pen.act)}" {days} {place} fill="transparent"/>'
        readout = f'<text class="readout" {label.place}></text>'
        front = f"<rect {place} {frame}/>" + front.removesuffix("</g>") + f"{drag}{readout}</g>"
    return Row(height, back, front)


@dataclass(frozen=True, slots=True)
class _Label:
    svg: str
    place: str
    """Attributes that place its first line."""
    beside: bool
    lines: int = 1


def _place_label(item: Dated, pen: Pen, left: float, right: float, *, spare: float, baseline: float) -> _Label:
    rest = f"{item.what} · {item.who}" if item.who else item.what
    wide = text_width(item.days, LABEL_SIZE, bold=True) + text_width(f" {rest}", LABEL_SIZE)
    if right * pen.width + spare + wide <= pen.width:
        place = f'x="{percent(right)}" dx="{pixels(spare)}" y="{pixels(baseline)}"'
        return _Label(_label(item, place), place, beside=True)
    if left * pen.width - spare - wide >= 0:
        place = f'x="{percent(left)}" dx="{pixels(-spare)}" y="{pixels(baseline)}" text-anchor="end"'
        return _Label(_label(item, place), place, beside=True)
    if wide > pen.width:
        return _wrapped_label(item, pen)
    place = f'{_above(left, right, wide / pen.width)} y="{LABEL_SIZE}"'
    return _Label(_label(item, place), place, beside=False)


def _above(left: float, right: float, wide: float) -> str:
    """Return where a label above its bar stands: flush with its beginning or else its end, or as nearly so as there is room.

    All are shares of the drawing's least width; in a wider one there is more room than is needed.
    """
    before, after = max(0.0, left - (1 - wide)), max(0.0, wide - right)
    if before <= after + _HARDLY:
        return f'x="{percent(left - before)}"'
    return f'x="{percent(right + after)}" text-anchor="end"'


def _wrapped_label(item: Dated, pen: Pen) -> _Label:
    """Return a label with who says it on lines of its own."""
    who = wrap_text(item.who, LABEL_SIZE, pen.width)
    place = f'x="0" y="{LABEL_SIZE}"'
    more = (
        f'<text x="0" y="{pixels(LABEL_SIZE + LINE * (index + 1))}" class="who">{to_html(line)}</text>'
        for index, line in enumerate(who)
    )
    return _Label(_label(replace(item, who=""), place) + "".join(more), place, beside=False, lines=1 + len(who))


def _label(item: Dated, place: str) -> str:
    who = f'<tspan class="who"> · {to_html(item.who)}</tspan>' if item.who else ""
    return f'<text {place}><tspan font-weight="600">{to_html(item.days)}</tspan> {to_html(item.what)}{who}</text>'


def _choice(item: Dated, inner: str, height: float, pen: Pen) -> str:
    days = item.choice or item.window
    label = pen.words("Show these days: {days}", days=pen.words.span(days.start, days.stated_end))
    return (
        f'<g class="choice" role="button" tabindex="0" data-choose="{to_html(pen.act)}:{days.start}..{days.end}" '
        f'aria-label="{to_html(label)}">{_title(item)}<rect class="hit" width="100%" height="{pixels(height)}" rx="2" '
        f'fill="transparent"/>{inner}</g>'
    )


def _title(item: Dated) -> str:
    return f"<title>{to_html(item.full)}</title>"


def _dot(at: float, middle: float, colour: str, *, disputed: bool) -> str:
    fill = "none" if disputed else colour
    return f'<circle cx="{percent(at)}" cy="{pixels(middle)}" r="4" fill="{fill}" stroke="{colour}" stroke-width="2"/>'


def _bar(left: float, right: float, top: float, thick: float, *, colour: str) -> str:
    place = f'x="{percent(left)}" y="{pixels(top)}" width="{percent(right - left)}" height="{pixels(thick)}"'
    return f'<rect {place} fill="{colour}"/>'
