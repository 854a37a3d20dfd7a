"""A legend lists whatever a view paints, and nothing else."""

from dataclasses import replace

from geo.atlas import Atlas
from geo.evidence import Evidence, Role
from geo.view import ViewState, make_context, start_state
from geo.view.legend_entries import LegendMark, legend_entries
from tests.view.samples import MARCH, act, area, evidence_of, naming


def listed(evidence: Evidence, atlas: Atlas, state: ViewState) -> list[tuple[LegendMark, tuple[str, ...], str]]:
    """Return mark, acts and text of every entry."""
    return [(entry.mark, entry.authorisations, entry.text) for entry in legend_entries(make_context(evidence, atlas, state))]


def test_the_start_view(evidence: Evidence, atlas: Atlas) -> None:
    """Fills of single acts before those of several, then what is filled otherwise, then signs."""
    assert listed(evidence, atlas, start_state(evidence, "en")) == [
        (LegendMark.FILL, ("31758",), "Named under 2023 training"),
        (LegendMark.DOT, ("9307",), "Named under 2024 APEC"),
        (LegendMark.DOT, ("31758", "9307"), "Named under 2023 training and 2024 APEC"),
        (LegendMark.HATCHING, ("9307",), "Region that only contains a named locality"),
        (LegendMark.OPEN_LEVEL, ("31758", "9307"), "Dashed: city, province or region meant, not stated"),
        (LegendMark.ROLE, (), "Authorised presence"),
        (LegendMark.ROLE, (), "Exercise"),
        (LegendMark.ROLE, (), "Summit venue"),
    ]


def test_nothing_shown_lists_nothing(evidence: Evidence, atlas: Atlas) -> None:
    """An empty view has an empty legend."""
    assert listed(evidence, atlas, replace(start_state(evidence, "en"), authorisations=())) == []


def test_context_alone(evidence: Evidence, atlas: Atlas) -> None:
    """What only the context names is one entry, and its roles."""
    state = replace(start_state(evidence, "en"), roles=(Role.PROTEST,), authorisations=())
    assert [mark for mark, _, _ in listed(evidence, atlas, state)] == [LegendMark.CONTEXT, LegendMark.ROLE]


def test_three_acts_have_an_entry_for_each_set_that_occurs(three_acts: Evidence, atlas: Atlas) -> None:
    """The three acts that name Lima together have an entry, in the order of acts; pairs that name nothing have none."""
    sets = [acts for mark, acts, _ in listed(three_acts, atlas, start_state(three_acts, "en")) if mark in ("fill", "dot")]
    assert sets == [("31758",), ("9307",), ("32100",), ("31758", "9307", "32100")]


def test_with_more_than_three_acts_on_numbers_are_listed(atlas: Atlas) -> None:
    """Each number of acts that occurs is an entry, four standing for more."""
    acts = tuple(act(f"A{number}", MARCH) for number in range(5))
    claims = [naming(f"L{each.authorisation_id}", "lima", authorisation_id=each.authorisation_id) for each in acts]
    evidence = evidence_of(
        naming("C", "cusco", authorisation_id="A0"),
        *claims,
        acts=acts,
        places=(area("cusco", "PE-CUS"), area("lima", "PE-LIM")),
    )
    fills = [
        (text, acts) for mark, acts, text in listed(evidence, atlas, start_state(evidence, "en")) if mark is LegendMark.FILL
    ]
    assert fills == [
        ("Named under 1 act", ("A0",)),
        ("Named under 4 acts or more", ("A0", "A1", "A2", "A3", "A4")),
    ]
