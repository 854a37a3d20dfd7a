"""The look of a GeoPackage's layers in QGIS."""

import re
from xml.etree import ElementTree as ET

from geo.atlas import Atlas
from geo.draw.fills import mix
from geo.evidence import Evidence
from geo.export.files.qgis_styles import styles_frame
from geo.export.frames.units import units_frame
from geo.view import ViewContext
from tests.export.file_samples import subject_of


def rules_of(context: ViewContext, layer: str) -> dict[str, tuple[str, ET.Element]]:
    """Return filter and symbol of each rule of a layer, by label."""
    frame = styles_frame(context)
    document = frame.loc[frame["f_table_name"] == layer, "styleQML"].item()
    root = ET.fromstring(re.sub("<!DOCTYPE[^>]*>", "", document))  # noqa: S314 - our own
    symbols = {symbol.get("name"): symbol for symbol in root.findall(".//symbols/symbol")}
    return {
        rule.get("label", ""): (rule.get("filter", ""), symbols[rule.get("symbol")]) for rule in root.findall(".//rules/rule")
    }


def colours_of(symbol: ET.Element) -> list[str]:
    """Return the colours of a symbol's layers."""
    options = [layer.find("Option/Option[@name='color']") for layer in symbol.findall("layer")]
    return [option.get("value", "") for option in options if option is not None]


def test_each_layer_has_one_look_that_is_used(evidence: Evidence, atlas: Atlas) -> None:
    """QGIS applies the row whose ``useAsDefault`` is set; its day is that of the data."""
    context = subject_of(evidence, atlas, "all roles")
    frame = styles_frame(context)
    assert list(frame["f_table_name"]) == ["places", "units", "regions"]
    assert frame["useAsDefault"].all()
    assert set(frame["update_time"]) == {f"{context.day.isoformat()}T00:00:00.000Z"}


def test_an_act_has_its_colour(evidence: Evidence, atlas: Atlas) -> None:
    """It is deepened, so that a dot stands out on a region of its act. The context is a rule of its own, without an act."""
    rules = rules_of(subject_of(evidence, atlas, "all roles"), "places")
    deep = [mix(act.colour, "#111111", 0.42) for act in evidence.authorisations.values()]
    colours = [f"{','.join(map(str, bytes.fromhex(colour[1:])))},255" for colour in deep]
    assert [colours_of(symbol)[0] for _, symbol in rules.values()][:-1] == colours
    assert [where for where, _ in rules.values()] == [
        *(f"\"authorisation_id\" = '{key}'" for key in evidence.authorisations),
        '"authorisation_id" IS NULL',
    ]


def test_every_region_has_just_one_rule(evidence: Evidence, atlas: Atlas) -> None:
    """States and sets of acts that occur, and one rule for what is off."""
    context = subject_of(evidence, atlas, "all roles")
    frame = units_frame(context)
    on = frame[frame["shown"] != "off"]
    rules = rules_of(context, "regions")
    assert len(rules) == len(set(zip(on["shown"], on["authorisation_ids"], strict=True))) + 1
    assert "\"shown\" = 'off'" in [where for where, _ in rules.values()]


def test_two_acts_are_stripes_and_an_open_level_is_dashed(evidence: Evidence, atlas: Atlas) -> None:
    """As on the map: Lima is both."""
    rules = rules_of(subject_of(evidence, atlas, "all roles"), "regions")
    label, symbol = next((label, symbol) for label, (where, symbol) in rules.items() if "31758;9307" in where)
    assert [layer.get("class") for layer in symbol.findall("layer")] == ["SimpleFill", "LinePatternFill", "SimpleFill"]
    outlines = symbol.findall("layer/Option/Option[@name='outline_style']")
    assert outlines[-1].get("value") == "dash"
    assert label.endswith(": level not stated")


def test_a_quotation_mark_in_an_id_does_not_end_the_filter(evidence: Evidence, atlas: Atlas) -> None:
    """Every filter has its quotation marks in pairs, and every document is XML."""
    for layer in ("places", "units", "regions"):
        for where, _ in rules_of(subject_of(evidence, atlas, "all roles"), layer).values():
            assert where.count("'") % 2 == 0


def test_a_view_of_nothing_has_a_look(evidence: Evidence, atlas: Atlas) -> None:
    """Regions are plain."""
    rules = rules_of(subject_of(evidence, atlas, "nothing"), "regions")
    assert list(rules) == ["Not named by what is shown"]
