"""Views that a figure must stand, of any evidence."""

from collections.abc import Iterator
from dataclasses import replace

from geo.evidence import Evidence, Role
from geo.view import BasisFilter, ViewState, start_state


def telling_views(evidence: Evidence, language: str) -> dict[str, ViewState]:
    """Return views by name: from the start to the empty one."""
    start = start_state(evidence, language)
    last = start.authorisations[-1:]
    return {
        "default": start,
        "all roles": replace(start, roles=tuple(Role)),
        "empty": replace(start, authorisations=()),
        "context only": replace(start, roles=(Role.PROTEST, Role.PORT)),
        "one act": replace(start, authorisations=last),
        "two sources": replace(start, min_sources=2),
        "texts": replace(start, basis=BasisFilter.TEXTS),
        "a locality": replace(start, place="pisco"),
        "a unit": replace(start, place="PE-LAM"),
    }


def named_views(evidence: Evidence, languages: tuple[str, ...]) -> Iterator[tuple[str, ViewState]]:
    """Yield the views in every language, each with its name."""
    for language in languages:
        for name, state in telling_views(evidence, language).items():
            yield f"{name}, {language}", state
