"""The figures whose look is kept as pictures: ``python -m tests.export.golden`` renews them after a wanted change.

They are small and of few dots to the inch: enough to see that a part moved, a colour changed or a name was lost.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from geo.atlas import Atlas, load_atlas
from geo.evidence import Evidence, Role, load_evidence
from geo.export import FigureOptions, make_figure, parse_size
from geo.view import ViewState, make_context, start_state
from tests.conftest import FROZEN

FOLDER: Final = Path(__file__).parent / "golden"
DPI: Final = 60
_DATA: Final = Path(__file__).resolve().parents[2] / "data"


def states(evidence: Evidence) -> dict[str, tuple[ViewState, FigureOptions]]:
    """Return view and options of every kept picture, by name."""
    english, spanish = start_state(evidence, "en"), start_state(evidence, "es")
    return {
        "a4-en-light": (english, FigureOptions("png", parse_size("a4"), DPI)),
        "slide-es-dark": (spanish, FigureOptions("png", parse_size("slide"), DPI, "dark")),
        "square-en-all-roles": (replace(english, roles=tuple(Role)), FigureOptions("png", parse_size("square"), DPI)),
        "landscape-es-selected": (replace(spanish, place="pisco"), FigureOptions("png", parse_size("a4-landscape"), DPI)),
        "small-en-empty": (replace(english, authorisations=()), FigureOptions("png", parse_size("400x400"), DPI)),
    }


def picture(name: str, evidence: Evidence, atlas: Atlas) -> bytes:
    """Make a picture as it is now."""
    state, options = states(evidence)[name]
    return make_figure(make_context(evidence, atlas, state, base_url="https://example.org/"), options)


if __name__ == "__main__":
    records, ground = load_evidence(FROZEN), load_atlas(_DATA / "atlas")
    for name in states(records):
        (FOLDER / f"{name}.png").write_bytes(picture(name, records, ground))
