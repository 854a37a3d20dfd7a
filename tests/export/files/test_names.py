"""The names of files."""

from dataclasses import replace

from geo.evidence import Evidence
from geo.export.files.names import figure_name, file_stem
from geo.view import start_state


def test_a_name_tells_acts_days_and_language(evidence: Evidence) -> None:
    """Without an act it says so, and has no days."""
    state = start_state(evidence, "es")
    assert figure_name(state, "svg") == "ingreso_map_31758-9307_2023-06-01_2024-11-24_es.svg"
    assert file_stem(replace(state, authorisations=()), "claims") == "ingreso_claims_none_es"
