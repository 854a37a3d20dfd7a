"""The data of the offline page's script: the claims that its filters select from, and the configuration of the map."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from geo.draw.map import build_config
from geo.evidence import Basis, Claim, Place, Role
from geo.export.frames.facts import is_fact, sort_facts
from geo.export.web.namings import naming_data
from geo.export.web.verdicts import INDEPENDENT, NOT_NAMED, OFF_BY_ROLE, OFF_BY_SOURCES
from geo.text import LANGUAGES, plural
from geo.view import START_ROLES, BasisFilter, ViewContext
from geo.view.state import start_acts

_COUNTED: Final = plural("Named under {count} act", "Named under {count} acts")
_PLACES: Final = plural("{count} place named", "{count} places named")


def page_claims(context: ViewContext) -> tuple[Claim, ...]:
    """Return the claims in the page: all that name a place in a role and have a source of the view's basis.

    The other filters of the view do not apply, since the reader can change them on the page.
    """
    return tuple(claim for claim in _claims_that_count(context) if not is_fact(claim))


def page_facts(context: ViewContext) -> tuple[Claim, ...]:
    """Return the facts in the page, with a source of the view's basis, in the order of their table."""
    return tuple(sort_facts(filter(is_fact, _claims_that_count(context)), context.evidence.authorisations))


def _claims_that_count(context: ViewContext) -> Iterator[Claim]:
    sources, texts_only = context.evidence.sources, context.state.basis is BasisFilter.TEXTS
    for claim in context.evidence.claims.values():
        if not texts_only or sources[claim.source_id].basis is Basis.TEXT:
            yield claim


def page_places(context: ViewContext) -> tuple[Place, ...]:
    """Return the places that these claims name, in the order of the data."""
    named = {claim.place_id for claim in page_claims(context)}
    return tuple(place for place_id, place in context.evidence.places.items() if place_id in named)


def page_data(context: ViewContext, siblings: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the data of the page's script, of types that JSON has.

    Parameters
    ----------
    siblings
        Addresses of the page by language, for a page of the static site or server. Such a page keeps its view in its address;
        None for a saved file.
    """
    evidence, atlas, state, words = context.evidence, context.atlas, context.state, context.words
    namings = naming_data(evidence, page_claims(context), words)
    return {
        **namings,
        "selected": state.place,
        "at": [state.at.latitude, state.at.longitude, state.at.zoom] if state.at else None,
        "basis": state.basis.value,
        "siblings": dict(siblings or {}),
        "link": _link_values(context),
        "units": len(atlas.units),
        "words": {
            **namings["words"],
            "not_named": words(NOT_NAMED),
            "off_by_role": words(OFF_BY_ROLE),
            "off_by_sources": words(OFF_BY_SOURCES),
            "independent": [words.translations.ngettext(*INDEPENDENT, count) for count in (1, 2)],
            "named_under": words.translations.gettext("Named under {acts}"),
            "counted": [words.translations.ngettext(*_COUNTED, count) for count in (1, 2)],
            "counted_more": words.translations.gettext("Named under {count} acts or more"),
            "places": [words.translations.ngettext(*_PLACES, count) for count in (1, 2)],
            "in_units": words.translations.gettext("{places} in {named} of {units} regions"),
        },
        "map": {**build_config(evidence, atlas), "tiles": None},
    }


def page_layers(context: ViewContext) -> dict[str, Any]:
    """Return the geometry of the map, which is the same in every view and language."""
    layers = context.atlas.layers
    return {"units": layers.units, "land": layers.land, "lakes": layers.lakes, "surroundings": layers.surroundings}


def _link_values(context: ViewContext) -> dict[str, Any]:
    """Return the ids that the values of a link may name, and the values of the start view."""
    evidence = context.evidence
    starting = start_acts(evidence)
    return {
        "acts": [
            {
                "id": act_id,
                "start": str(act.window.start),
                "end": str(act.window.end),
                "open": act.window.is_open,
                "at_start": act_id in starting,
            }
            for act_id, act in evidence.authorisations.items()
        ],
        "roles": [role.value for role in Role],
        "start_roles": [role.value for role in START_ROLES],
        "places": list(evidence.places),
        "units": [unit.code for unit in context.atlas.units],
        "languages": list(LANGUAGES),
        "data": evidence.version,
    }
