"""What a figure shows, in words: its alternative text."""

from collections.abc import Iterable

from geo.draw.figure.parts.title import caution_of, title_of
from geo.draw.figure.styled_view import StyledView
from geo.view import ShownPlace, ViewContext


def describe(view: StyledView) -> str:
    """Return the alternative text: title, counts, and for every authorisation the names of its regions and places."""
    return " ".join((f"{title_of(view)}.", view.context.headline.text, describe_map(view), caution_of(view)))


def describe_map(view: StyledView) -> str:
    """Return what the map shows: for every authorisation the names of its regions and places."""
    words = view.context.words
    parts = [words("Map of Peru with its {count} regions.", count=len(view.context.atlas.units))]
    for key, record in view.context.evidence.authorisations.items():
        if key in view.context.state.authorisations:
            parts.append(
                _names(view, words.of(record, "name"), [shown for shown in _places(view) if key in shown.authorisations])
            )
    context = [shown for shown in _places(view) if not shown.authorisations]
    if context:
        parts.append(_names(view, words("Context"), context))
    return " ".join(parts)


def describe_small_maps(view: StyledView, acts: Iterable[ViewContext], *, number: int, sheets: int) -> str:
    """Return the alternative text of a sheet of small maps.

    Parameters
    ----------
    acts
        Of each map, with its act alone on.
    number, sheets
        Which sheet it is, of how many.
    """
    words, acts = view.context.words, tuple(acts)
    maps = words.plural("{count} map of Peru, of one act.", "{count} maps of Peru, one for each act.", len(acts))
    parts = [f"{title_of(view)}.", view.context.headline.text, maps]
    if sheets > 1:
        parts.append(words("Sheet {number} of {sheets}.", number=number, sheets=sheets))
    for context in acts:
        record = context.evidence.authorisations[context.state.authorisations[0]]
        parts.append(_names(view, words.of(record, "name"), list(context.selection.places.values())))
    return " ".join((*parts, caution_of(view)))


def _places(view: StyledView) -> tuple[ShownPlace, ...]:
    return tuple(view.context.selection.places.values())


def _names(view: StyledView, act: str, places: list[ShownPlace]) -> str:
    words = view.context.words
    regions = [words.of(shown.place, "name") for shown in places if shown.place.is_area]
    localities = [words.of(shown.place, "name") for shown in places if not shown.place.is_area]
    told = [
        words("regions: {names}", names=words.listing(regions)) if regions else "",
        words("places: {names}", names=words.listing(localities)) if localities else "",
    ]
    return words("{act}: {what}.", act=act, what="; ".join(filter(None, told)) or words("no place named"))
