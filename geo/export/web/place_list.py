"""The places of a view by act, each with its roles and the sources that name it: a short list that needs no script."""

from collections.abc import Iterable, Iterator
from typing import Final

from geo.draw.markup import Markup, element, text
from geo.export.web.picture import act_mark
from geo.view import ShownPlace, ViewContext
from geo.view.labels import ROLE_LABELS, source_label

MOST_PLACES: Final = 40
"""Of an act that are listed; more are counted."""

Naming = tuple[str, tuple[str, ...]]
"""Label of a role, and those of the sources that name a place in it."""


def places_by_act(context: ViewContext) -> Iterator[Markup]:
    """Yield the places of each act that names one, then those of the context."""
    words = context.words
    for act_id in (*context.evidence.authorisations, ""):
        shown = [place for place in context.selection.places.values() if act_id in (place.authorisations or ("",))]
        if not shown:
            continue
        rest = len(shown) - MOST_PLACES
        more = text("li", words.plural("{count} more place", "{count} more places", rest)) if rest > 0 else ""
        name = element("h3", act_mark(act_id, context), text("span", context.act_name(act_id)))
        yield name + element("ul", *_namings(shown[:MOST_PLACES], act_id, context), more)
    if not context.selection.places:
        yield text("p", words("Nothing matches the filters."))


def _namings(places: Iterable[ShownPlace], act_id: str, context: ViewContext) -> Iterator[Markup]:
    """Yield the names of places with each role in which an act names them and its sources; alike places together."""
    words = context.words
    alike: dict[tuple[Naming, ...], list[str]] = {}
    for shown in places:
        alike.setdefault(_roles(shown, act_id, context), []).append(words.of(shown.place, "name"))
    for namings, names in alike.items():
        roles = (
            (text("span", f" · {role}: ", classes="roles"), text("span", ", ".join(sources), classes="sources"))
            for role, sources in namings
        )
        yield element("li", text("b", words.listing(names)), *(part for role in roles for part in role))


def _roles(shown: ShownPlace, act_id: str, context: ViewContext) -> tuple[Naming, ...]:
    """Return the roles in which an act names a place, each with the sources that name it so, in the order of the data.

    A source that names a place in one role says nothing of another: they are never put together.
    """
    named = [claim for claim in shown.claims if claim.authorisation_id == act_id]
    by_role = ((role, {claim.source_id for claim in named if claim.role is role}) for role in shown.roles)
    return tuple((context.words(ROLE_LABELS[role]), _labels(ids, context)) for role, ids in by_role if ids)


def _labels(source_ids: set[str], context: ViewContext) -> tuple[str, ...]:
    sources = (source for key, source in context.evidence.sources.items() if key in source_ids)
    return tuple(dict.fromkeys(source_label(source, context.words) for source in sources))
