"""Draw which sources are not independent: a drawing for each group that counts once, an arrow for "rests on".

In a drawing each source is to the left of the sources and origins that it rests on. Arrows that follow from others are left
out: if A rests on B and B on C, there is no arrow from A to C. Drawings are never scaled, so that text stays readable; the
page sets them side by side. Lines and text have ``currentColor``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final, Literal

from geo.draw.markup import Attribute, Markup, element, join, shape, text
from geo.view import SourceGroup

Link = tuple[str, str]
"""Nodes: a source, and the source or origin that it rests on."""
Slot = str | Link
"""A node, or the link whose arrow passes through."""

NODE_WIDTH: Final = 102
GAP: Final = 26
"""Between columns, pixels; three columns fill a narrow phone."""
LINE: Final = 14
LINE_LETTERS: Final = 15
SPACE: Final = 12
"""Between the nodes of a column."""
_HEAD: Final = 6
_PADDING: Final = 10
_INDENT: Final = 7
_EDGE: Final = 1
_BASELINE: Final = 0.8
_OUTLINES: Final[Mapping[str, Mapping[str, Attribute]]] = {
    "text": {"fill": "currentColor", "fill_opacity": 0.09, "stroke": "currentColor", "stroke_width": 1.5},
    "corroboration": {"fill": "none", "stroke": "currentColor", "stroke_width": 1},
    "origin": {"fill": "none", "stroke": "currentColor", "stroke_width": 1, "stroke_dasharray": "3 3"},
}


@dataclass(frozen=True, slots=True)
class SourceNode:
    """How one source, or one outside origin, is drawn."""

    kind: Literal["text", "corroboration", "origin"]
    source_id: str
    """Id of the source; empty for an outside origin."""
    name: str


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + NODE_WIDTH

    @property
    def middle(self) -> float:
        """Height of the middle."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class SourceGroupFigure:
    """A group of sources, with its caption and description."""

    group: SourceGroup
    caption: str
    description: str
    """Description of the drawing for screen readers."""


def draw_source_groups(figures: Sequence[SourceGroupFigure], nodes: Mapping[str, SourceNode], *, alone: str) -> Markup:
    """Return the drawings of all groups as one piece of markup.

    Parameters
    ----------
    nodes
        By id of a source or name of an origin.
    alone
        Caption over the groups without a link, which stand together.
    """
    linked = [_figure(figure.caption, draw_source_group(figure, nodes)) for figure in figures if figure.group.links]
    single = join(draw_source_group(figure, nodes) for figure in figures if not figure.group.links)
    if single:
        linked.append(_figure(alone, element("div", single, classes="voices-alone")))
    return element("div", *linked, classes="voice-groups")


def _figure(caption: str, inner: Markup) -> Markup:
    return element("figure", text("figcaption", caption), inner, classes="voice-group")


def draw_source_group(group: SourceGroupFigure, nodes: Mapping[str, SourceNode]) -> Markup:
    """Return the drawing of one group."""
    links = needed_links(group.group.links)
    columns = place_columns((*group.group.sources, *group.group.origins), links)
    boxes = _place_boxes(columns, nodes)
    arrows = join(_arrow([boxes[slot] for slot in _way(columns, link)]) for link in links)
    drawn = join(_node(nodes[key], boxes[key]) for column in columns for key in column if isinstance(key, str))
    width = len(columns) * (NODE_WIDTH + GAP) - GAP
    height = max(box.top + box.height for box in boxes.values()) + _EDGE
    return element(
        "svg",
        arrows,
        drawn,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height:g}",
        role="img",
        aria_label=group.description,
    )


def needed_links(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links that no chain of others implies, in their order."""
    return tuple(link for link in links if link[1] not in _reached(link[0], [other for other in links if other != link]))


def _reached(start: str, links: Sequence[Link]) -> set[str]:
    reached: set[str] = set()
    pending = [start]
    while pending:
        current = pending.pop()
        fresh = {target for source, target in links if source == current} - reached
        reached |= fresh
        pending.extend(fresh)
    return reached


def place_columns(keys: Sequence[str], links: Sequence[Link]) -> tuple[tuple[Slot, ...], ...]:
    """Return the columns of a drawing from left to right. Sources and origins that rest on nothing are in the last one.

    A link that skips columns has a slot of its own in each of them, so that its arrow runs through no node.
    """
    depth = {key: _depth(key, links, frozenset()) for key in keys}
    deepest = max(depth.values())
    columns: list[list[Slot]] = [[key for key in keys if deepest - depth[key] == index] for index in range(deepest + 1)]
    for link in links:
        for between in range(depth[link[1]] + 1, depth[link[0]]):
            columns[deepest - between].append(link)
    return tuple(map(tuple, columns))


def _depth(node: str, links: Sequence[Link], seen: frozenset[str]) -> int:
    """Return the length of the longest chain of links from a node, without visiting a node twice."""
    below = [target for source, target in links if source == node and target not in seen]
    return 1 + max(_depth(target, links, seen | {node}) for target in below) if below else 0


def _way(columns: Sequence[Sequence[Slot]], link: Link) -> tuple[Slot, ...]:
    """Return where the arrow of a link runs: its source, its slots in the columns between, its target."""
    return (link[0], *(link for column in columns if link in column), link[1])


def _place_boxes(columns: Sequence[Sequence[Slot]], nodes: Mapping[str, SourceNode]) -> dict[Slot, _Box]:
    heights = [[_height(nodes.get(slot) if isinstance(slot, str) else None) for slot in column] for column in columns]
    tallest = max(sum(column) + SPACE * (len(column) - 1) for column in heights)
    boxes: dict[Slot, _Box] = {}
    for index, (column, tall) in enumerate(zip(columns, heights, strict=True)):
        top = (tallest - sum(tall) - SPACE * (len(tall) - 1)) / 2 + _EDGE
        for slot, height in zip(column, tall, strict=True):
            boxes[slot] = _Box(index * (NODE_WIDTH + GAP), top, height)
            top += height + SPACE
    return boxes


def _height(node: SourceNode | None) -> float:
    return LINE * len(_lines(node)) + _PADDING if node else LINE


def _lines(node: SourceNode) -> list[str]:
    return [*([node.source_id] if node.source_id else []), *wrap(node.name, LINE_LETTERS)]


def _arrow(way: Sequence[_Box]) -> Markup:
    """Return a line from the right of the first box, through the slots between, to the left of the last, with a head."""
    start, *between, end = way
    path = f"M{start.right:g} {start.middle:g}"
    x = start.right
    y = start.middle
    for box in (*between, end):
        to = box.left - (_HEAD if box is end else 0)
        bend = (x + to) / 2
        path += f"C{bend:g} {y:g} {bend:g} {box.middle:g} {to:g} {box.middle:g}"
        if box is not end:
            path += f"H{box.right:g}"
        x, y = box.right, box.middle
    head = f"M{end.left:g} {end.middle:g}l{-_HEAD - 1} {-_HEAD / 2 - 0.5}v{_HEAD + 1}z"
    line = shape("path", d=path, fill="none", stroke="currentColor", stroke_width=1.2)
    return line + shape("path", d=head, fill="currentColor")


def _node(node: SourceNode, box: _Box) -> Markup:
    place: dict[str, Attribute] = {"x": box.left + 0.75, "y": box.top, "width": NODE_WIDTH - 1.5, "height": box.height}
    outline = shape("rect", **place, **_OUTLINES[node.kind])
    texts = (_text(line, number, node, box) for number, line in enumerate(_lines(node)))
    return element("g", outline, *texts, classes=f"node node-{node.kind}")


def _text(line: str, number: int, node: SourceNode, box: _Box) -> Markup:
    return text(
        "text",
        line,
        x=box.left + _INDENT,
        y=box.top + _PADDING / 2 + LINE * (number + _BASELINE),
        font_style="italic" if node.kind == "origin" else None,
        font_weight=700 if node.kind != "origin" and node.source_id and number == 0 else None,
    )
