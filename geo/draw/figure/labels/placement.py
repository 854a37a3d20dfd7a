"""The names on a map, and where each finds room.

The most telling name is placed first, on the cheapest of its spots that touches nothing placed before; a name without any free
spot is left out, and stays in the alternative text. This is the greedy method of point-feature labelling (Christensen, Marks
and Shieber, *ACM Transactions on Graphics* 14, 1995), with spots on areas, too.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from geo.draw.figure.fonts import ASCENT, DESCENT
from geo.draw.figure.labels.positions import Spot, leader_boxes
from geo.draw.figure.svg import Box, Mark, Run, Text, Type, number

LINE = 1.08
"""Distance between the lines of a name, in ems."""
_SECOND_FORM_COST = 6.0


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of letters and of what lies around them."""

    colour: str
    halo: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is wanted on a map."""

    forms: tuple[tuple[str, ...], ...]
    """The lines in which it can be written, the better form first."""
    rank: float
    """The higher, the earlier it is placed."""
    type: Type
    spots: Callable[[float, float], Iterable[Spot]]
    """The spots for a width and a height."""
    look: Callable[[Box], Look]
    """The colours that it has at a spot."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A name that found room."""

    name: Name
    lines: tuple[str, ...]
    spot: Spot


def place_names(names: Iterable[Name], *, sheet: Box, taken: Iterable[Box], gap: float) -> tuple[Placed, ...]:
    """Give every name its spot, as far as there is room.

    Parameters
    ----------
    sheet
        What no name may leave.
    taken
        What no name may cover.
    gap
        Pixels to be kept free around a name.
    """
    occupied = list(taken)
    placed = []
    for name in sorted(names, key=lambda name: -name.rank):
        found = _first_free(name, sheet, occupied, gap)
        if found:
            placed.append(found)
            occupied.append(found.spot.box)
            if found.spot.leader:
                occupied.extend(leader_boxes(found.spot.leader, size=2 * gap))
    return tuple(placed)


def _first_free(name: Name, sheet: Box, occupied: list[Box], gap: float) -> Placed | None:
    choices = [
        (spot.cost + _SECOND_FORM_COST * number_of_form, lines, spot)
        for number_of_form, lines in enumerate(name.forms)
        for spot in name.spots(*_size(lines, name.type))
    ]
    for _, lines, spot in sorted(choices, key=lambda choice: choice[0]):
        box = spot.box.grown(gap)
        if sheet.holds(box) and not any(box.overlaps(other) for other in occupied) and _is_clear(spot, occupied, gap):
            return Placed(name, lines, spot)
    return None


def _is_clear(spot: Spot, occupied: list[Box], gap: float) -> bool:
    """Whether the leader of a spot, if it has one, crosses nothing but what it leads to."""
    if not spot.leader:
        return True
    along = leader_boxes(spot.leader, size=gap)[:-1]
    return not any(box.overlaps(other) for box in along for other in occupied)


def _size(lines: tuple[str, ...], type_: Type) -> tuple[float, float]:
    width = max(Run(line, type_).width for line in lines)
    return width, (ASCENT + DESCENT + LINE * (len(lines) - 1)) * type_.size


def draw_names(placed: Iterable[Placed], leader_width: float) -> tuple[Text | Mark, ...]:
    """Return leaders, then the names upon them."""
    placed = tuple(placed)
    leaders = "".join(_leader(item.name, item.spot.leader, leader_width) for item in placed if item.spot.leader)
    return (*([Mark(leaders)] if leaders else []), *(text for item in placed for text in _texts(item)))


def _leader(name: Name, line: tuple[float, float, float, float], width: float) -> str:
    x1, y1, x2, y2 = map(number, line)
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{name.type.colour}" stroke-width="{number(width)}"/>'


def _texts(item: Placed) -> Iterator[Text]:
    box, type_ = item.spot.box, item.name.type
    look = item.name.look(box)
    written = Type(type_.face, type_.size, look.colour, type_.spacing)
    for index, line in enumerate(item.lines):
        y = box.top + (ASCENT + LINE * index) * type_.size
        yield Text((box.left + box.right) / 2, y, (Run(line, written),), anchor="middle", halo=look.halo)


def forms_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return a name on one line and, if it has several words, on two."""
    words = text.split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at, _ in enumerate(pairwise(words), start=1)]
    return ((text,), *([min(halves, key=lambda half: max(map(len, half)))] if halves else []))
