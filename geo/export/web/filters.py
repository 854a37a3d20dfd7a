"""The filters and the legend of the offline page."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from geo.draw import Swatch, make_palette, swatch_svg
from geo.draw.fills import THEMES
from geo.draw.markup import Markup, element, join, text, void
from geo.evidence import Authorisation, Role
from geo.view import BasisFilter, ViewContext
from geo.view.labels import BASIS_LABELS, MIN_SOURCES_LABELS, ROLE_LABELS

QUIET = {"light": "#6a675f", "dark": "#a9b0b4"}
"""By theme: the colour of symbols that belong to no authorisation."""


def filters(context: ViewContext) -> str:
    """Return the form with the values of the view, the counts of what is shown, and the button that restores the view."""
    words = context.words
    acts = [_act(act, context) for act in context.evidence.authorisations.values()]
    roles = element("fieldset", text("legend", words("Roles")), *_roles(context), classes="roles")
    form = element("form", *acts, roles, *_evidence(context), id="filters", autocomplete="off")
    counts = element("p", id="counts", role="status")
    back = element("button", words("Back to the view of this file"), type="button", id="back", hidden="")
    state = element("div", counts, back, classes="state")
    folded = element("details", text("summary", words("Filters")), form, id="choices", classes="choices")
    return element("section", folded, state, classes="filters", aria_label=words("Filters"))


def legend(context: ViewContext, drawn: Iterable[Markup]) -> Markup:
    """Return the legend.

    Parameters
    ----------
    drawn
        The entries of the picture of the map, which stand until the script lists the fills that occur, and the entries below.
    """
    items = [
        element("li", _in_both_themes(swatches), text("span", label), data_legend=name, hidden="")
        for name, swatches, label in _legend_entries(context)
    ]
    return element("ul", *drawn, *items, id="legend", classes="legend", aria_label=context.words("Legend"))


def _act(act: Authorisation, context: ViewContext) -> str:
    words, state, act_id = context.words, context.state, act.authorisation_id
    on = {"checked": ""} if act_id in state.authorisations else {}
    box = void("input", type="checkbox", name="act", value=act_id, **on)
    name = element("label", box, _in_both_themes(_swatches("fill", context)[act_id]), text("span", words.of(act, "name")))
    days = element("div", *_days(act, context), classes="days")
    return element("fieldset", name, days, classes="act")


def _days(act: Authorisation, context: ViewContext) -> Iterator[str]:
    words, act_id = context.words, act.authorisation_id
    chosen, limits = context.state.range_of(act_id), {"min": str(act.window.start), "max": str(act.window.end)}
    for end, label, day in (("from", words("From"), chosen.start), ("to", words("to"), chosen.end)):
        spoken = f"{words.of(act, 'short')}: {label}"
        day_input = void("input", type="date", name=f"{end}.{act_id}", value=str(day), aria_label=spoken, **limits)
        yield element("label", text("span", label), day_input)


def _roles(context: ViewContext) -> Iterator[str]:
    for role in Role:
        on = {"checked": ""} if role in context.state.roles else {}
        box = void("input", type="checkbox", name="role", value=role.value, **on)
        shape = _in_both_themes(_both(Swatch("role", role=role)))
        yield element("label", box, shape, text("span", context.words(ROLE_LABELS[role])))


def _evidence(context: ViewContext) -> Iterator[Markup]:
    """Yield the choice of the basis, if the page has sources of both, and of the number of independent sources needed."""
    words, state = context.words, context.state
    if state.basis is BasisFilter.ALL:
        bases = {basis.value: words(label) for basis, label in BASIS_LABELS.items()}
        yield _choice("basis", words("Sources that count"), bases, state.basis.value)
    numbers = {str(count): words(label) for count, label in MIN_SOURCES_LABELS.items()}
    yield _choice("min", words("Independent sources needed"), numbers, str(state.min_sources))


def _choice(name: str, title: str, labels: Mapping[str, str], chosen: str) -> Markup:
    """Return a group of radio buttons; labels by value."""
    buttons = {value: void("input", type="radio", name=name, value=value, checked=_on(value == chosen)) for value in labels}
    boxes = (element("label", buttons[value], text("span", label)) for value, label in labels.items())
    return element("fieldset", text("legend", title), *boxes, classes="roles")


def _on(is_on: bool) -> str | None:  # noqa: FBT001 - the attribute of a box that is on
    return "" if is_on else None


def _legend_entries(context: ViewContext) -> Iterator[tuple[str, dict[str, Markup], str]]:
    """Yield name, swatches by theme, and text of each entry except the fills of acts, which the script adds."""
    words = context.words
    for act_id, swatches in _swatches("hatch", context).items():
        yield f"hatch-{act_id}", swatches, words("Region that only contains a named locality")
    yield "hatch-", _both(Swatch("context")), words("Region that only contains a named locality")
    yield "dashed", _both(Swatch("dashed")), words("Dashed: city, province or region meant, not stated")
    yield "context", _both(Swatch("context")), words("Named in the context only")
    for role in Role:
        yield f"role-{role.value}", _both(Swatch("role", role=role)), words(ROLE_LABELS[role])


def _swatches(kind: Literal["fill", "hatch"], context: ViewContext) -> dict[str, dict[str, Markup]]:
    """Return the swatches of every act by its id, each by theme."""
    acts = context.evidence.authorisations
    palettes = {theme: make_palette(acts, (), theme) for theme in THEMES}
    return {
        act_id: {
            theme: swatch_svg(Swatch(kind, palette.fill([act_id])), quiet=QUIET[theme]) for theme, palette in palettes.items()
        }
        for act_id in acts
    }


def _both(swatch: Swatch) -> dict[str, Markup]:
    return {theme: swatch_svg(swatch, quiet=QUIET[theme]) for theme in THEMES}


def _in_both_themes(swatches: dict[str, Markup]) -> Markup:
    return join(element("span", svg, classes=f"on-{theme}", aria_hidden="true") for theme, svg in swatches.items())
