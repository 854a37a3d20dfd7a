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
from geo.draw.figure.map.symbols import Sign, draw_signs, signs_width
from geo.draw.figure.svg import Box, Mark, Run, Text, Type
from geo.draw.markup import Markup, join, shape

LINE = 1.08
"""Distance between the lines of a name, in ems."""
_SECOND_FORM_COST = 6.0
_ACROSS = 3.0
"""Times the gap that is kept free beside a name: two names on one line must not read as one."""
_MIDDLE_OF_LETTERS = 0.3
"""Height of the middle of small letters above the line, in ems."""


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
    signs: tuple[Sign, ...] = ()
    """What stands behind its last line."""
    sign_radius: float = 0.0
    rim: str = ""
    """Colour around a sign."""

    @property
    def tail(self) -> float:
        """How wide the signs are."""
        return signs_width(len(self.signs), self.sign_radius)


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
    placed: list[Placed] = []
    occupied = list(taken)
    for name in sorted(names, key=lambda name: -name.rank):
        found = _first_free(name, sheet, [*occupied, *(_with_room(other.spot.box, gap) for other in placed)], gap)
        if found:
            placed.append(found)
            if found.spot.leader:
                occupied.extend(leader_boxes(found.spot.leader, size=2 * gap))
    return tuple(placed)


def _with_room(box: Box, gap: float) -> Box:
    """Return the box of a name with the room that the next name keeps off it at its left and right."""
    return box.grown(0, across=_ACROSS * gap)


def _first_free(name: Name, sheet: Box, occupied: list[Box], gap: float) -> Placed | None:
    choices = [
        (spot.cost + _SECOND_FORM_COST * number_of_form, lines, spot)
        for number_of_form, lines in enumerate(name.forms)
        for spot in name.spots(*_size(lines, name))
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


def _widths(lines: tuple[str, ...], name: Name) -> list[float]:
    """Return how wide each line is, the last one with its signs."""
    widths = [Run(line, name.type).width for line in lines]
    return [*widths[:-1], widths[-1] + name.tail]


def _size(lines: tuple[str, ...], name: Name) -> tuple[float, float]:
    return max(_widths(lines, name)), (ASCENT + DESCENT + LINE * (len(lines) - 1)) * name.type.size


def draw_names(placed: Iterable[Placed], leader_width: float) -> tuple[Text | Mark, ...]:
    """Return leaders, then the names with their signs upon them."""
    placed = tuple(placed)
    leaders = join(_leader(item.name, item.spot.leader, leader_width) for item in placed if item.spot.leader)
    return (*([Mark(leaders)] if leaders else []), *(part for item in placed for part in _written(item)))


def _leader(name: Name, line: tuple[float, float, float, float], width: float) -> Markup:
    x1, y1, x2, y2 = line
    return shape("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=name.type.colour, stroke_width=width)


def _written(item: Placed) -> Iterator[Text | Mark]:
    box, name = item.spot.box, item.name
    look = name.look(box)
    written = Type(name.type.face, name.type.size, look.colour, name.type.spacing)
    middle = box.middle[0]
    for index, (line, width) in enumerate(zip(item.lines, _widths(item.lines, name), strict=True)):
        y = box.top + (ASCENT + LINE * index) * name.type.size
        is_last = index == len(item.lines) - 1
        centre = middle - name.tail / 2 if is_last else middle
        yield Text(centre, y, (Run(line, written),), anchor="middle", halo=look.halo)
        if is_last and name.signs:
            right = middle + width / 2 - name.tail
            height = y - _MIDDLE_OF_LETTERS * name.type.size
            yield Mark(draw_signs(name.signs, right, height, radius=name.sign_radius, rim=name.rim))


def forms_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return a name on one line and, if it has several words, on two."""
    words = text.split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at, _ in enumerate(pairwise(words), start=1)]
    return ((text,), *([min(halves, key=lambda half: max(map(len, half)))] if halves else []))
