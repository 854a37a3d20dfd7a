"""The legend: part of the page, so that it can be read, translated and printed."""

from collections.abc import Mapping

from geo.draw import ROLE_LABELS, Ink, svg_path, to_html
from geo.evidence import Authorisation, Role
from geo.text import Words
from geo.ui import markup
from geo.view import Selection


def show_legend(
    selection: Selection,
    *,
    authorisations: Mapping[str, Authorisation],
    inks: tuple[Ink, ...],
    words: Words,
) -> None:
    """Explain what is drawn now: fills, hatching and shapes that the view has use for."""
    entries = [
        *_fills(selection, authorisations=authorisations, inks=inks, words=words),
        *_shapes(selection, words),
    ]
    if not entries:
        return
    items = [markup.element("li", icon, markup.text("span", label)) for icon, label in entries]
    markup.show(markup.element("ul", *items, classes="legend", aria_label=words("Legend")))


def _fills(
    selection: Selection,
    *,
    authorisations: Mapping[str, Authorisation],
    inks: tuple[Ink, ...],
    words: Words,
) -> list[tuple[str, str]]:
    units = selection.units.values()
    named = {unit.authorisations for unit in units if unit.named}
    hatched = [unit for unit in units if not unit.named]
    entries = []
    for ink in inks:
        if ink.authorisations in named:
            acts = words.listing([words.of(authorisations[key], "short") for key in ink.authorisations])
            entries.append((_patch(ink), words("Region named: {acts}", acts=acts)))
    if hatched:
        entries.append((_hatch(inks[0], hatched[0].authorisations, inks), words("Region that only contains a named locality")))
    if any(unit.named and unit.named.place.precision.value == "level not stated" for unit in units):
        entries.append((_dashed(), words("Dashed: city, province or region meant, not stated")))
    if () in named:
        entries.append((_context(), words("Region named in the context only")))
    return entries


def _shapes(selection: Selection, words: Words) -> list[tuple[str, str]]:
    shown = {
        role
        for place in selection.places.values()
        for role in place.roles
        if place.place.is_point or role is not Role.DEPLOYMENT
    }
    return [(_glyph(role), words(ROLE_LABELS[role])) for role in Role if role in shown]


def _svg(inner: str, *, width: int = 22) -> str:
    return f'<svg width="{width}" height="14" viewBox="0 0 {width} 14" aria-hidden="true">{inner}</svg>'


def _patch(ink: Ink) -> str:
    stripes = "".join(
        f'<path d="M{start + index * 4} 14l8 -14" stroke="{to_html(colour)}" stroke-width="1.5"/>'
        for start in (-4, 6, 16)
        for index, colour in enumerate(ink.stripes)
    )
    return _svg(f'<rect width="22" height="14" fill="{to_html(ink.fill)}"/>{stripes}')


def _hatch(fallback: Ink, authorisations: tuple[str, ...], inks: tuple[Ink, ...]) -> str:
    ink = next((ink for ink in inks if ink.authorisations == authorisations), fallback)
    lines = "".join(
        f'<path d="M{start} 14l9 -14" stroke="{to_html(ink.fill)}" stroke-width="1.5"/>' for start in range(-8, 22, 5)
    )
    frame = f'<rect x=".75" y=".75" width="20.5" height="12.5" fill="none" stroke="{to_html(ink.fill)}" stroke-width="1.5"/>'
    return _svg(lines + frame)


def _dashed() -> str:
    return _svg(
        '<rect x="1" y="1" width="20" height="12" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="4 3"/>'
    )


def _context() -> str:
    return _svg('<rect width="22" height="14" fill="currentColor" opacity=".3"/>')


def _glyph(role: Role) -> str:
    return _svg(f'<path d="{svg_path(role, x=11, y=7, radius=5.5)}" fill="currentColor"/>')
