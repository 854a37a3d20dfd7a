"""Views that a figure must stand, of any evidence."""

from collections.abc import Iterator
from dataclasses import replace

from geo.atlas import Atlas
from geo.draw.figure import SIZES, draw_figure
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.theme import style_of
from geo.draw.fills import make_palette
from geo.evidence import Evidence, Role
from geo.view import BasisFilter, ViewState, make_context, start_state


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


def texts_of(evidence: Evidence, atlas: Atlas, state: ViewState) -> str:
    """Return all that an A4 sheet of a view says, lines joined by spaces."""
    figure = draw_figure(make_context(evidence, atlas, state), SIZES["a4"])
    return " ".join("".join(run.text for run in text.runs) for text in figure.texts)


def styled(evidence: Evidence, atlas: Atlas, state: ViewState, *, theme: str = "light") -> StyledView:
    """Return a view with the style of an A4 sheet."""
    palette = make_palette(evidence.authorisations, state.authorisations, theme)
    return StyledView(make_context(evidence, atlas, state), palette, style_of(SIZES["a4"], theme), state.at)
