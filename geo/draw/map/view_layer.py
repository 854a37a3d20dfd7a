"""The map and the layer of a view: the map is always the same, the layer has the classes of units and places.

Design note, 2026-11-22. streamlit-folium mounts the map again whenever its JavaScript changes; then zoom and pan are lost and
the map flickers. So the map of :func:`build_map` never changes: it contains the addresses of scripts and geometry on the app's
own server, which the browser fetches once. A filter changes the layer of :func:`build_layer`: classes, colours and words of
each unit and place, a few kilobytes, which scripts/map.js applies to the paths on the map.
"""

from dataclasses import asdict, dataclass
from typing import Any, Final

from geo.atlas import Atlas
from geo.draw.escape import to_script
from geo.draw.map.folium_map import Assets, AtlasMap, ViewLayer
from geo.draw.map.map_config import build_config
from geo.evidence import Evidence, Precision, Role
from geo.text import LANGUAGES, Translator, translator
from geo.view import Selection, ShownPlace, ShownUnit, ViewState, select, start_state
from geo.view.labels import ROLE_LABELS, name_list, source_label
from geo.view.place_symbols import has_open_level, roles_with_symbol


@dataclass(frozen=True, slots=True)
class MapSync:
    """The part of the session that the map needs besides the view.

    Attributes
    ----------
    theme
        ``light`` or ``dark``.
    event
        Number of the last event of the map that the view contains; the browser keeps a newer choice.
    imposed
        How often the page, not the reader, has set the viewport.
    """

    theme: str = "light"
    event: int = 0
    imposed: int = 0


_OWN: Final = ("selects", "why")
"""What a unit or place has for itself; the rest is its look."""

_Reason = tuple[str, Role, tuple[str, ...]]
"""Ids of an authorisation, a role, and the sources that name a place in this role under this authorisation."""


class _Lines:
    """The sentences of a view. Each is made and sent once, since the same sources name many places in the same role."""

    def __init__(self, evidence: Evidence, words: Translator) -> None:
        self._evidence = evidence
        self._words = words
        self._numbers: dict[str, int] = {}
        self._reasons: dict[_Reason, int] = {}

    @property
    def texts(self) -> list[str]:
        """The sentences, in the order of their numbers."""
        return list(self._numbers)

    def numbers(self, texts: list[str]) -> list[int]:
        """Return the numbers of sentences, after adding the new ones."""
        return [self._numbers.setdefault(text, len(self._numbers)) for text in texts]

    def why(self, shown: ShownPlace) -> list[int]:
        """Return the numbers of the sentences that say why a place is shown."""
        return [self._number(reason) for reason in _reasons(shown)]

    def _number(self, reason: _Reason) -> int:
        number = self._reasons.get(reason)
        if number is None:
            (number,) = self.numbers([_why(reason, self._evidence, self._words)])
            self._reasons[reason] = number
        return number


def build_map(assets: Assets) -> AtlasMap:
    """Return the map; it is equal for all sessions and views of the same data.

    streamlit-folium sends what folium puts into the head of a document with every change; the component has a head of its own.
    """
    atlas_map = AtlasMap(assets)
    document: Any = atlas_map.get_root()
    document.header._children.clear()  # noqa: SLF001 - branca has no public way to the children
    return atlas_map


def build_layer(evidence: Evidence, state: ViewState, selection: Selection, *, moment: MapSync, words: Translator) -> ViewLayer:
    """Return the layer of a view.

    Parameters
    ----------
    moment
        The present state of the session.
    """
    return layer_of(paint_view(evidence, state, selection, words), state, moment)


def paint_view(evidence: Evidence, state: ViewState, selection: Selection, words: Translator) -> str:
    """Return the part of a layer that depends on the filters: units, places and sentences, as JSON escaped for a script.

    It names its filters, since the browser may have painted others in the meantime. A look is what many units or places share,
    all but ``why`` and ``selects``; it is sent once.
    """
    lines = _Lines(evidence, words)
    units = {code: _unit(unit, lines, words) for code, unit in selection.units.items()}
    places = {
        place_id: _place(shown, lines)
        for place_id, shown in selection.places.items()
        if shown.place.is_point or roles_with_symbol(shown)
    }
    looks: list[dict[str, Any]] = []
    painting = {"units": _number_looks(units, looks), "places": _number_looks(places, looks), "looks": looks}
    return to_script({**painting, "lines": lines.texts, "filters": filters_of(evidence, state)})


def _number_looks(items: dict[str, dict[str, Any]], looks: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the items with the number of their look in place of the look; a new look is added to the list."""
    numbered: dict[str, dict[str, Any]] = {}
    for item_id, item in items.items():
        look = {key: value for key, value in item.items() if key not in _OWN}
        if look not in looks:
            looks.append(look)
        numbered[item_id] = {"look": looks.index(look)} | {key: value for key, value in item.items() if key in _OWN}
    return numbered


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
    """Return the layer of a view from the result of :func:`paint_view`."""
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
    selects = {"selects": shown.place.place_id} if shown else {}  # without it a click selects the unit
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
    """Return the CSS classes of a unit or place; they are public names."""
    extra = []
    if len(authorisations) > 1:
        extra.append("both")
    if not authorisations:
        extra.append("context")
    if is_open:
        extra.append("level-open")
    return " ".join([state, *extra, *(f"auth-{act_id}" for act_id in authorisations)])


def _reasons(shown: ShownPlace) -> list[_Reason]:
    """Return the reasons why a place is shown: one for each authorisation and role, in the order of the claims."""
    sources: dict[tuple[str, Role], dict[str, None]] = {}
    for claim in shown.claims:
        if claim.role is not None:
            sources.setdefault((claim.authorisation_id, claim.role), {})[claim.source_id] = None
    return [(act, role, tuple(named)) for (act, role), named in sources.items()]


def _why(reason: _Reason, evidence: Evidence, words: Translator) -> str:
    act_id, role, sources = reason
    act = evidence.authorisations.get(act_id)
    return words(
        "{act}: {role} ({sources})",
        act=words.of(act, "short") if act else words("Context"),
        role=words(ROLE_LABELS[role]),
        sources=", ".join(dict.fromkeys(source_label(evidence.sources[source_id], words) for source_id in sources)),
    )


def warm_up(evidence: Evidence, atlas: Atlas, assets: Assets) -> None:
    """Draw the start view and discard it, so that imports, templates and caches are ready for the first visitor."""
    state = start_state(evidence, LANGUAGES[0])
    build_config(evidence, atlas)
    build_map(assets)
    for language in LANGUAGES:
        build_layer(evidence, state, select(evidence, state), moment=MapSync(), words=translator(language))
