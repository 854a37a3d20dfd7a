"""Acts for made-up evidence: as many as are wanted, all of them on, each in a colour that is told from the others'."""

from collections.abc import Iterator
from colorsys import hls_to_rgb
from itertools import product
from typing import Final

from geo.evidence.checks.acts import OVERLAP, PAPER, distance

APART: Final = 0.05
"""Least distance of two colours: more than the check asks for."""
SEEN: Final = 0.2
"""Least distance of a colour from the paper, likewise."""

Rows = list[dict[str, str]]


def make_acts(acts: Rows, claims: Rows, count: int) -> dict[str, Rows]:
    """Return the tables of acts, exactly so many, and of claims, with what supports and belongs to them."""
    kept = acts[:count]
    window = next(row for row in claims if row["topic"] == "window" and (row["start"], row["end"]) == _days(acts[0]))
    made = [
        acts[0]
        | {
            "authorisation_id": f"act-{number:02d}",
            "name_en": f"Act {number}, made up for the benchmark",
            "name_es": f"Norma {number}, inventada para la medición",
            "short_en": f"Act {number}",
            "short_es": f"Norma {number}",
            "colour": colour,
        }
        for number, colour in zip(range(len(kept) + 1, count + 1), _colours(kept), strict=False)
    ]
    ids = {"", *(row["authorisation_id"] for row in kept)}
    windows = [
        window | {"claim_id": f"W-{row['authorisation_id']}", "authorisation_id": row["authorisation_id"]} for row in made
    ]
    return {
        "authorisations": [row | {"at_start": "true"} for row in (*kept, *made)],
        "claims": [*(row for row in claims if row["authorisation_id"] in ids), *windows],
    }


def _days(act: dict[str, str]) -> tuple[str, str]:
    return act["start"], act["end"]


def _colours(acts: Rows) -> Iterator[str]:
    """Yield colours that are seen on paper, and told from those of the acts and from one another."""
    taken = [OVERLAP, *(row["colour"] for row in acts)]
    for lightness, step in product((0.35, 0.5, 0.25, 0.6), range(24)):
        rgb = hls_to_rgb(step / 24, lightness, 0.6)
        colour = "#" + "".join(f"{round(255 * part):02x}" for part in rgb)
        if distance(colour, PAPER) > SEEN and all(distance(colour, other) > APART for other in taken):
            taken.append(colour)
            yield colour
