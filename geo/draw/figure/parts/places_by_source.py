"""Which places each source names, for a sheet that has room for it."""

from geo.draw.figure.paragraphs import paragraph, plain
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Run, in_columns, stack
from geo.view.labels import source_label

_BETWEEN = 14.0
_WIDE = 380.0
"""Pixels on an A4 sheet: between two columns, and the least width for two."""


def draw_places_by_source(view: StyledView, width: float) -> Block:
    """Return a line for each source that names a shown place: its name, and the places."""
    style, words = view.style, view.context.words
    gap, columns = style.px(_BETWEEN), 2 if width >= style.px(_WIDE) else 1
    column = (width - gap * (columns - 1)) / columns
    rows = []
    for source_id, names in _names(view).items():
        head = Run(f"{source_label(view.context.evidence.sources[source_id], words)}  ", style.note_strong)
        rows.append(paragraph([head, Run(words.listing(names), style.note)], column, leading=1.2))
    if not rows:
        return Block(width, 0)
    heading = plain(words("Places by source"), style.note_strong, width)
    return stack([heading, in_columns(rows, columns, column + gap)], gap=style.px(2))


def _names(view: StyledView) -> dict[str, list[str]]:
    """Return the names of the places that each source names, in the order of the data."""
    places = view.context.selection.places.values()
    by_source: dict[str, list[str]] = {}
    for source_id in view.context.evidence.sources:
        named = [shown for shown in places if any(claim.source_id == source_id for claim in shown.claims)]
        if named:
            by_source[source_id] = [view.context.words.of(shown.place, "name") for shown in named]
    return by_source
