"""Which names a map bears."""

from dataclasses import replace

from geo.atlas import Atlas
from geo.draw.figure.labels.candidates import locality_name, unit_name, wanted_names
from geo.draw.figure.map.extent import country_frame
from geo.draw.figure.map.symbols import dot_box
from geo.draw.figure.svg import Box
from geo.evidence import Evidence
from geo.view import start_state
from tests.draw.figure.views import styled

SIZE = (500, 640)


def test_places_units_neighbours_and_the_sea_have_names(evidence: Evidence, atlas: Atlas) -> None:
    """Peru itself has none on its own map; a unit that a dot stands for is named once."""
    view = styled(evidence, atlas, start_state(evidence, "es"))
    names = [" ".join(name.forms[0]) for name in wanted_names(view, country_frame(atlas, *SIZE, margin=8))]
    assert {"Lima", "Pisco", "Loreto", "Tumbes", "BRASIL", "ECUADOR", "Océano Pacífico"} <= set(names)
    assert names.count("Lima") == 1
    assert "PERÚ" not in names


def test_what_tells_more_is_placed_first(evidence: Evidence, atlas: Atlas) -> None:
    """The selected place, then named ones, then units that are not named, then neighbours and the sea."""
    view = styled(evidence, atlas, replace(start_state(evidence, "en"), place="chiclayo"))
    ranks = {" ".join(name.forms[0]): name.rank for name in wanted_names(view, country_frame(atlas, *SIZE, margin=8))}
    order = [ranks[name] for name in ("Chiclayo", "Lima", "Pisco", "Loreto", "Tumbes", "BRAZIL", "Pacific Ocean")]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == len(order)


def test_a_locality_s_name_stands_beside_its_dot(evidence: Evidence, atlas: Atlas) -> None:
    """No spot covers the dot, and those beside it cost less than those farther off."""
    view = styled(evidence, atlas, start_state(evidence, "en"))
    frame = country_frame(atlas, *SIZE, margin=8)
    shown = view.context.selection.places["pisco"]
    target = dot_box(view, frame, shown)
    assert target is not None
    spots = list(locality_name(view, frame, shown, target).spots(40, 10))
    assert not any(spot.box.overlaps(target) for spot in spots if not spot.leader)
    assert max(spot.cost for spot in spots if not spot.leader) < min(spot.cost for spot in spots if spot.leader)


def test_a_unit_s_name_stands_on_it_where_it_fits(evidence: Evidence, atlas: Atlas) -> None:
    """Loreto has room for its name; a name far wider than Callao has none there, and gets a leader."""
    view = styled(evidence, atlas, start_state(evidence, "en"))
    frame = country_frame(atlas, *SIZE, margin=8)
    best = min(unit_name(view, frame, atlas.unit("PE-LOR")).spots(40, 10), key=lambda spot: spot.cost)
    x, y = frame.place(atlas.unit("PE-LOR").label)
    assert best.leader is None
    assert best.box.holds(Box(x, y, x, y))
    assert all(spot.leader for spot in unit_name(view, frame, atlas.unit("PE-CAL")).spots(60, 10))


def test_a_name_has_ink_for_what_it_stands_on(evidence: Evidence, atlas: Atlas) -> None:
    """On a named unit the halo is its fill, elsewhere that of the map."""
    view = styled(evidence, atlas, start_state(evidence, "en"))
    frame = country_frame(atlas, *SIZE, margin=8)
    halos = {}
    for code in ("PE-LOR", "PE-TUM"):
        x, y = frame.place(atlas.unit(code).label)
        halos[code] = unit_name(view, frame, atlas.unit(code)).look(Box(x - 2, y - 2, x + 2, y + 2)).halo
    assert halos == {"PE-LOR": evidence.authorisations["31758"].colour, "PE-TUM": view.style.paint.unit}
