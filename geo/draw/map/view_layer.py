"""The map: one constant folium map, and a small layer that says how the present view paints it.

Design note, 2026-11-22. streamlit-folium mounts a map anew whenever its JavaScript changes, and then zoom and pan are lost and
the map flickers. So the map of :func:`build_map` never changes: it names the addresses of scripts and geometry on the app's own
server, and the browser fetches those once. What a filter changes is the layer of :func:`build_layer`: classes, colours and
words per unit and place, a few kilobytes that ``assets/map.js`` applies to the paths that are already there.
"""

from dataclasses import asdict, dataclass
from typing import Any

from geo.atlas import Atlas
from geo.draw.escape import to_script
from geo.draw.map.folium_map import Assets, AtlasMap, ViewLayer
from geo.draw.map.map_config import build_config
from geo.evidence import Evidence, Precision, Role
from geo.text import LANGUAGES, Translator, translator
from geo.view import Selection, ShownPlace, ShownUnit, ViewState, select, start_state
from geo.view.labels import ROLE_LABELS, name_list
from geo.view.place_symbols import has_open_level, roles_with_symbol


@dataclass(frozen=True, slots=True)
class MapSync:
    """What the drawing needs to know of the session besides the view.

    Attributes
    ----------
    theme
        ``light`` or ``dark``.
    event
        Number of the last event of the map that the view already contains; a newer choice in the browser is kept.
    imposed
        Number of times that the page, not the reader, has set the viewport.
    """

    theme: str = "light"
    event: int = 0
    imposed: int = 0


_Reason = tuple[str, Role, tuple[str, ...]]
"""Authorisation, role, and the sources that name a place under the one and in the other."""


class _Lines:
    """The sentences of a view, each made and sent once: many places are named by the same sources in the same role."""

    def __init__(self, evidence: Evidence, words: Translator) -> None:
        self._evidence = evidence
        self._words = words
        self._numbers: dict[str, int] = {}
        self._reasons: dict[_Reason, int] = {}

    @property
    def texts(self) -> list[str]:
        """The sentences, in the order in which they came."""
        return list(self._numbers)

    def numbers(self, texts: list[str]) -> list[int]:
        """Return where the texts stand, after adding those that are new."""
        return [self._numbers.setdefault(text, len(self._numbers)) for text in texts]

    def why(self, shown: ShownPlace) -> list[int]:
        """Return where the sentences stand that say why a place is shown."""
        return [self._number(reason) for reason in _reasons(shown)]

    def _number(self, reason: _Reason) -> int:
        number = self._reasons.get(reason)
        if number is None:
            (number,) = self.numbers([_why(reason, self._evidence, self._words)])
            self._reasons[reason] = number
        return number


def build_map(assets: Assets) -> AtlasMap:
    """Return the constant map: equal for every session and every view of the same data."""
    return AtlasMap(assets)


def build_layer(evidence: Evidence, state: ViewState, selection: Selection, *, moment: MapSync, words: Translator) -> ViewLayer:
    """Return the layer that paints a view onto the constant map."""
    return layer_of(paint_view(evidence, state, selection, words), state, moment)


def paint_view(evidence: Evidence, state: ViewState, selection: Selection, words: Translator) -> str:
    """Return how units and places are painted, as a literal that is safe in a script: all that depends on the filters.

    It says by which filters it was made, for the browser may have painted others in the meantime.
    """
    lines = _Lines(evidence, words)
    painting = {
        "units": {code: _unit(unit, lines, words) for code, unit in selection.units.items()},
        "places": {
            key: _place(shown, lines)
            for key, shown in selection.places.items()
            if shown.place.is_point or roles_with_symbol(shown)
        },
    }
    return to_script({**painting, "lines": lines.texts, "filters": filters_of(evidence, state)})


def filters_of(evidence: Evidence, state: ViewState) -> dict[str, Any]:
    """Return the filters of a view as JSON can say them; ``days`` by act, where they are not all that the act has."""
    chosen = {act_id: days for act_id, days in state.ranges if days != evidence.authorisations[act_id].window}
    return {
        "acts": state.authorisations,
        "roles": state.roles,
        "basis": state.basis,
        "min": state.min_sources,
        "days": {act_id: [str(days.start), str(days.end)] for act_id, days in chosen.items()},
    }


def layer_of(painting: str, state: ViewState, moment: MapSync) -> ViewLayer:
    """Return the layer of a view whose painting, as :func:`paint_view` returns it, is there already."""
    view = {
        **asdict(moment),
        "language": state.language,
        "selected": state.place,
        "at": [state.at.latitude, state.at.longitude, state.at.zoom] if state.at else None,
        "on": len(state.authorisations),
    }
    return ViewLayer(f"{to_script(view)[:-1]},{painting[1:]}")


def _unit(unit: ShownUnit, lines: _Lines, words: Translator) -> dict[str, Any]:
    shown = unit.named
    areas = (shown, *unit.also_named) if shown else ()
    why = [line for place in areas for line in lines.why(place)]
    if unit.contains:
        inside = name_list([words.of(place.place, "name") for place in unit.contains], words)
        why += lines.numbers([words("Contains {places}", places=inside)])
    selects = {"selects": shown.place.place_id} if shown else {}  # any other path selects what it is
    is_open = has_open_level(unit)
    classes = _classes("named" if shown else "contains", unit.authorisations, is_open=is_open)
    return {"classes": classes, "acts": unit.authorisations, **selects, "why": why}


def _place(shown: ShownPlace, lines: _Lines) -> dict[str, Any]:
    is_open = shown.place.precision is Precision.LEVEL_NOT_STATED and shown.place.is_area
    return {
        "classes": _classes("named", shown.authorisations, is_open=is_open),
        "acts": shown.authorisations,
        "roles": [(role.value, shown.authorisations_in(role)) for role in roles_with_symbol(shown)],
        "point": shown.place.is_point,
        "why": lines.why(shown),
    }


def _classes(state: str, authorisations: tuple[str, ...], *, is_open: bool) -> str:
    """Return the CSS classes of a unit or place, all of them public."""
    extra = []
    if len(authorisations) > 1:
        extra.append("both")
    if not authorisations:
        extra.append("context")
    if is_open:
        extra.append("level-open")
    return " ".join([state, *extra, *(f"auth-{key}" for key in authorisations)])


def why_lines(shown: ShownPlace, evidence: Evidence, words: Translator) -> list[str]:
    """Say in one line per authorisation and role why a place is shown, and by which sources."""
    return [_why(reason, evidence, words) for reason in _reasons(shown)]


def _reasons(shown: ShownPlace) -> list[_Reason]:
    """Return why a place is shown, one reason for each authorisation and role, in the order of the claims."""
    sources: dict[tuple[str, Role], dict[str, None]] = {}
    for claim in shown.claims:
        if claim.role is not None:
            sources.setdefault((claim.authorisation_id, claim.role), {})[claim.source_id] = None
    return [(act, role, tuple(named)) for (act, role), named in sources.items()]


def _why(reason: _Reason, evidence: Evidence, words: Translator) -> str:
    key, role, sources = reason
    act = evidence.authorisations.get(key)
    return words(
        "{act}: {role} ({sources})",
        act=words.of(act, "short") if act else words("Context"),
        role=words(ROLE_LABELS[role]),
        sources=", ".join(sources),
    )


def warm_up(evidence: Evidence, atlas: Atlas, assets: Assets) -> None:
    """Draw once and throw it away: imports, templates and caches are then in place for the first visitor."""
    state = start_state(evidence, LANGUAGES[0])
    build_config(evidence, atlas)
    build_map(assets)
    for language in LANGUAGES:
        build_layer(evidence, state, select(evidence, state), moment=MapSync(), words=translator(language))
