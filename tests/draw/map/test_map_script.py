"""The script of the map is one file, of Leaflet and of every script of ours."""

import re
from pathlib import Path

from geo.draw.map import map_script

SCRIPTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(__file__).resolve().parents[3] / "geo" / "draw" / "map" / "scripts").glob("*.js")
}


def test_no_script_is_forgotten() -> None:
    """Every script in the folder is in the bundle, once, behind Leaflet."""
    bundle = map_script()
    assert {name: bundle.count(text) for name, text in SCRIPTS.items()} == dict.fromkeys(SCRIPTS, 1)
    assert 0 <= bundle.find("Leaflet 1.9.4") < min(map(bundle.index, SCRIPTS.values()))


def test_each_script_takes_what_stands_before_it() -> None:
    """What a script takes from another is given by then, and everything that is given is taken: nothing is left over."""
    given: set[str] = set()
    taken: set[str] = set()
    for text in sorted(SCRIPTS.values(), key=map_script().index):
        lists = re.findall(r"const \{ ([^}]*) \} = window\.Ingreso;", text)
        wanted = {*re.findall(r"= window\.Ingreso\.(\w+);", text), *(name for found in lists for name in found.split(", "))}
        assert wanted <= given
        taken |= wanted
        given |= set(re.findall(r"^  window\.Ingreso\.(\w+) = ", text, re.MULTILINE))
    assert given - taken == {"mount"}
