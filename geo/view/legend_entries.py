"""The entries of a legend: one for each fill, hatching and role symbol that a view shows, and no other.

The page, the figure and the offline page each draw these entries.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from geo.evidence import Role
from geo.text import message
from geo.view.context import ViewContext
from geo.view.labels import ROLE_LABELS
from geo.view.place_symbols import MOST_COUNTED, has_open_level, roles_with_symbol, shows_number

ONLY_CONTAINS: Final = message("Region that only contains a named locality")
OPEN_LEVEL: Final = message("Dashed: city, province or region meant, not stated")


class LegendMark(StrEnum):
    """The swatch of an entry."""

    FILL = "fill"
    """A named region."""
    DOT = "dot"
    """A named locality whose fill no region has."""
    HATCHING = "hatching"
    """A region that only contains a named locality."""
    OPEN_LEVEL = "open level"
    """A name whose level (city, province, region) the source does not state: a pale tint with dashes."""
    CONTEXT = "context"
    """A region or place named under no act."""
    ROLE = "role"
    """The symbol of a role."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend."""

    mark: LegendMark
    text: str
    brief: str
    """Short form of the text, for small figures."""
    authorisations: tuple[str, ...] = ()
    """Ids of the acts whose fill the swatch shows, in the order of the data; empty for context."""
    role: Role | None = None


def legend_entries(context: ViewContext) -> tuple[LegendEntry, ...]:
    """Return the entries of a view: fills of acts, other fills, symbols of roles."""
    return (*_act_fills(context), *_other_fills(context), *_role_symbols(context))


def small_map_entries(contexts: Iterable[ViewContext]) -> tuple[LegendEntry, ...]:
    """Return the entries for maps of one act each, whose colours the maps themselves name: each kind of mark that one has.

    Parameters
    ----------
    contexts
        Of each map, with its act alone on.
    """
    contexts = tuple(contexts)
    units = [unit for context in contexts for unit in context.selection.units.values()]
    dots = [shown for context in contexts for shown in context.selection.places.values() if shown.place.is_point]
    marks = (
        (LegendMark.FILL, message("Region named"), any(unit.named and not has_open_level(unit) for unit in units)),
        (LegendMark.OPEN_LEVEL, OPEN_LEVEL, any(has_open_level(unit) for unit in units)),
        (LegendMark.HATCHING, ONLY_CONTAINS, any(not unit.named for unit in units)),
        (LegendMark.DOT, message("Locality named"), bool(dots)),
    )
    return tuple(
        LegendEntry(mark, contexts[0].words(label), contexts[0].words(label)) for mark, label, is_shown in marks if is_shown
    )


def _act_fills(context: ViewContext) -> Iterator[LegendEntry]:
    """Yield an entry for each set of acts that fills a region or dot; if many acts are on, for each number of acts."""
    regions = {
        frozenset(unit.authorisations) for unit in context.selection.units.values() if unit.named and not has_open_level(unit)
    }
    dots = {frozenset(shown.authorisations) for shown in context.selection.places.values() if shown.place.is_point}
    order = tuple(context.evidence.authorisations)
    named = sorted(
        (tuple(act_id for act_id in order if act_id in acts) for acts in regions | dots if acts),
        key=lambda acts: (len(acts), [order.index(act_id) for act_id in acts]),
    )
    marks = {acts: LegendMark.FILL if frozenset(acts) in regions else LegendMark.DOT for acts in named}
    if not shows_number(context.state.authorisations):
        for acts in named:
            names = context.act_names(acts)
            yield LegendEntry(marks[acts], context.words("Named under {acts}", acts=names), names, acts)
        return
    for number in range(1, MOST_COUNTED + 1):
        found = [acts for acts in named if min(len(acts), MOST_COUNTED) == number]
        if found:
            filled = next((acts for acts in found if marks[acts] is LegendMark.FILL), found[0])
            yield LegendEntry(marks[filled], _counted(number, context), _number(number), filled)


def _counted(number: int, context: ViewContext) -> str:
    if number == MOST_COUNTED:
        return context.words("Named under {count} acts or more", count=context.words.number(number))
    return context.words.plural("Named under {count} act", "Named under {count} acts", number)


def _number(number: int) -> str:
    return f"{number}+" if number == MOST_COUNTED else str(number)


def _other_fills(context: ViewContext) -> Iterator[LegendEntry]:
    """Yield an entry for hatching, for an open level and for context, if the view has them."""
    words, units = context.words, context.selection.units.values()
    hatched = [unit.authorisations for unit in units if not unit.named]
    if hatched:
        acts = next(filter(None, hatched), ())
        yield LegendEntry(LegendMark.HATCHING, words(ONLY_CONTAINS), words("Only a locality named"), acts)
    unstated = [unit.authorisations for unit in units if has_open_level(unit)]
    if unstated:
        yield LegendEntry(LegendMark.OPEN_LEVEL, words(OPEN_LEVEL), words("Level not stated"), unstated[0])
    painted = (*(unit.authorisations for unit in units if unit.named), *_dots(context))
    if () in painted:
        yield LegendEntry(LegendMark.CONTEXT, words("Named in the context only"), words("Context"))


def _dots(context: ViewContext) -> Iterator[tuple[str, ...]]:
    return (shown.authorisations for shown in context.selection.places.values() if shown.place.is_point)


def _role_symbols(context: ViewContext) -> Iterator[LegendEntry]:
    shown = {role for place in context.selection.places.values() for role in roles_with_symbol(place)}
    for role in Role:
        if role in shown:
            label = context.words(ROLE_LABELS[role])
            yield LegendEntry(LegendMark.ROLE, label, label, role=role)
