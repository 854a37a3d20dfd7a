"""Styles of a GeoPackage's layers for QGIS: the table ``layer_styles``, which QGIS applies when it opens the file.

The colours are those of the map. Each act has a rule with its fill. A name whose level is not stated is pale with a dashed
outline, a region that only contains a named locality is hatched, and a region that several acts name has stripes of their
colours. The styles are QML documents of QGIS 3.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.etree import ElementTree as ET

from geo.draw.fills import mix
from geo.export.frames.frame import DataFrame
from geo.export.frames.units import units_frame
from geo.text import Translator, message
from geo.view import ViewContext

_CONTEXT: Final = "#8d8a82"
_OUTLINE: Final = "#6a675f"
_PLAIN: Final = "#fdfcf9"
_DASHES: Final = "#24231f"
_TINT: Final = 0.35
"""Share of the colour of an act in the tint of a name whose level is open."""
_DEEPENING: Final = 0.42
"""Share of ink in a dot, which stands on a region of the same colour."""
_OPEN: Final = message("{act}: level not stated")
_CONTAINS: Final = message("Region that only contains a named locality")
_OFF: Final = message("Not named by what is shown")


@dataclass(frozen=True, slots=True)
class Rule:
    """The symbol for the rows that match an expression."""

    label: str
    where: str
    """Expression of QGIS."""
    symbol: ET.Element


def styles_frame(context: ViewContext) -> DataFrame:
    """Return the table ``layer_styles`` of a file with the layers ``places``, ``units`` and ``regions``."""
    import pandas as pd  # noqa: PLC0415 - slow to import

    rules = {"places": _place_rules(context), "units": _unit_rules(context), "regions": _region_rules(context)}
    rows = [
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": layer,
            "f_geometry_column": "geom",
            "styleName": "Ingreso",
            "styleQML": _document(found),
            "styleSLD": "",
            "useAsDefault": True,
            "description": context.headline.text,
            "owner": "",
            "ui": "",
            "update_time": f"{context.day.isoformat()}T00:00:00.000Z",
        }
        for layer, found in rules.items()
    ]
    return pd.DataFrame(rows)


def _acts(context: ViewContext) -> Mapping[str, str]:
    """Return by id the colours of the acts that are on, and of the context (empty id)."""
    acts = context.evidence.authorisations
    return {**{key: acts[key].colour for key in context.state.authorisations}, "": _CONTEXT}


def _is_act(act_id: str) -> str:
    return f"\"authorisation_id\" = '{_quoted(act_id)}'" if act_id else '"authorisation_id" IS NULL'


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _place_rules(context: ViewContext) -> list[Rule]:
    marker = {"name": "circle", "size": "2.6", "outline_color": _colour("#ffffff"), "outline_width": "0.3"}
    return [
        Rule(
            context.act_name(key),
            _is_act(key),
            _symbol("marker", [("SimpleMarker", {**marker, "color": _colour(mix(colour, "#111111", _DEEPENING))})]),
        )
        for key, colour in _acts(context).items()
    ]


def _unit_rules(context: ViewContext) -> list[Rule]:
    rules = []
    for key, colour in _acts(context).items():
        name, is_open = context.act_name(key), "\"precision\" = 'level not stated'"
        rules.append(Rule(name, f"{_is_act(key)} AND NOT ({is_open})", _fill([colour])))
        label = context.words(_OPEN, act=name)
        rules.append(Rule(label, f"{_is_act(key)} AND {is_open}", _fill([colour], is_open=True)))
    return rules


def _region_rules(context: ViewContext) -> list[Rule]:
    """Return a rule for each state and set of acts that occurs, in the order of the units, and one for other regions."""
    colours, rules = _acts(context), dict[tuple[str, tuple[str, ...]], Rule]()
    shown = units_frame(context).query("shown != 'off'")
    for state, acts in zip(shown["shown"], shown["authorisation_ids"], strict=True):
        is_set = f"\"authorisation_ids\" = '{_quoted(';'.join(acts))}'" if acts else '"authorisation_ids" IS NULL'
        chosen = [colours[key] for key in acts or ("",)]
        where = f"\"shown\" = '{state}' AND {is_set}"
        names = context.act_names(acts) or context.act_name("")
        rules[state, acts] = _region_rule(state, names, where, colours=chosen, words=context.words)
    return [*rules.values(), Rule(context.words(_OFF), "\"shown\" = 'off'", _fill([_PLAIN]))]


def _region_rule(state: str, names: str, where: str, *, colours: list[str], words: Translator) -> Rule:
    match state:
        case "contains":
            return Rule(f"{words(_CONTAINS)}: {names}", where, _hatching(colours))
        case "named":
            return Rule(names, where, _fill(colours))
    return Rule(words(_OPEN, act=names), where, _fill(colours, is_open=True))


def _fill(colours: list[str], *, is_open: bool = False) -> ET.Element:
    """Return a plain fill, or one with a stripe for each further colour; pale within dashes where the level is open."""
    shown = [mix(_PLAIN, colour, _TINT) for colour in colours] if is_open else colours
    first = {"color": _colour(shown[0]), "style": "solid", "outline_style": "no"}
    outline = {
        "style": "no",
        "outline_color": _colour(_DASHES if is_open else _OUTLINE),
        "outline_style": "dash" if is_open else "solid",
        "outline_width": "0.5" if is_open else "0.2",
    }
    width, count = 1.6, len(shown)
    stripes = [_stripe(colour, offset=width * index, width=width, gap=width * count) for index, colour in enumerate(shown)]
    return _symbol("fill", [("SimpleFill", first), *stripes[1:], ("SimpleFill", outline)])


def _hatching(colours: list[str]) -> ET.Element:
    outline = {"style": "no", "outline_color": _colour(colours[0]), "outline_style": "solid", "outline_width": "0.4"}
    stripes = [_stripe(colour, offset=2.0 * index, width=0.5, gap=2.0 * len(colours)) for index, colour in enumerate(colours)]
    return _symbol("fill", [("SimpleFill", outline), *stripes])


def _stripe(colour: str, *, offset: float, width: float, gap: float) -> tuple[str, dict[str, str]]:
    return (
        "LinePatternFill",
        {
            "angle": "45",
            "color": _colour(colour),
            "distance": f"{gap:g}",
            "line_width": f"{width:g}",
            "offset": f"{offset:g}",
            "distance_unit": "MM",
            "line_width_unit": "MM",
            "offset_unit": "MM",
        },
    )


def _symbol(kind: str, layers: Iterable[tuple[str, dict[str, str]]]) -> ET.Element:
    """Return a symbol with layers; the first is drawn first."""
    symbol = ET.Element("symbol", {"type": kind, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"})
    for number, (name, options) in enumerate(layers):
        layer = ET.SubElement(symbol, "layer", {"class": name, "enabled": "1", "locked": "0", "pass": "0"})
        _options(layer, options)
        if name == "LinePatternFill":  # its lines are a symbol of their own
            line = {"line_color": options["color"], "line_width": options["line_width"], "line_width_unit": "MM"}
            inner = _symbol("line", [("SimpleLine", line)])
            inner.set("name", f"@{number}")
            layer.append(inner)
    return symbol


def _options(layer: ET.Element, options: Mapping[str, str]) -> None:
    of_map = ET.SubElement(layer, "Option", {"type": "Map"})
    for name, value in options.items():
        ET.SubElement(of_map, "Option", {"type": "QString", "name": name, "value": value})


def _colour(colour: str) -> str:
    """Return ``#rrggbb`` as QGIS writes it: ``red,green,blue,alpha``."""
    return ",".join(map(str, (*bytes.fromhex(colour.removeprefix("#")), 255)))


def _document(rules: list[Rule]) -> str:
    """Return the QML document of a layer."""
    root: Any = ET.Element("qgis", {"version": "3.34.0", "styleCategories": "Symbology"})
    renderer = ET.SubElement(root, "renderer-v2", {"type": "RuleRenderer", "symbollevels": "0", "enableorderby": "0"})
    tree = ET.SubElement(renderer, "rules", {"key": "root"})
    symbols = ET.SubElement(renderer, "symbols")
    for number, rule in enumerate(rules):
        ET.SubElement(tree, "rule", {"key": f"rule-{number}", "symbol": str(number), "label": rule.label, "filter": rule.where})
        rule.symbol.set("name", str(number))
        for inner in rule.symbol.iter("symbol"):
            if (inner.get("name") or "").startswith("@"):
                inner.set("name", f"@{number}{inner.get('name')}")
        symbols.append(rule.symbol)
    return f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{ET.tostring(root, encoding='unicode')}"
