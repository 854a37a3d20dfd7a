"""Sources that copy one another, or share an origin, count once."""

import pytest

from geo.evidence import Evidence, Source
from geo.view import independent_sources
from tests.view.samples import source

GROUPS = {
    "no link": ([source("A"), source("B")], {"A": "A", "B": "B"}),
    "a copy": ([source("A"), source("B", "A")], {"A": "A", "B": "A"}),
    "a copy listed first": ([source("A", "B"), source("B")], {"A": "A", "B": "A"}),
    "a chain": ([source("A"), source("B", "A"), source("C", "B"), source("D")], {"A": "A", "B": "A", "C": "A", "D": "D"}),
    "two copies of one": ([source("A", "C"), source("B", "C"), source("C")], {"A": "A", "B": "A", "C": "A"}),
    "a shared outside origin": ([source("A", "An agency"), source("B", "An agency")], {"A": "A", "B": "A"}),
    "two outside origins": ([source("A", "An agency"), source("B", "A remark")], {"A": "A", "B": "B"}),
    "joined by a third": (
        [source("A", "An agency"), source("B", "A remark"), source("C", "A remark", "An agency")],
        {"A": "A", "B": "A", "C": "A"},
    ),
    "a circle": ([source("A", "B"), source("B", "A"), source("C")], {"A": "A", "B": "A", "C": "C"}),
    "nothing": ([], {}),
}


@pytest.mark.parametrize(("sources", "groups"), GROUPS.values(), ids=GROUPS)
def test_a_chain_of_links_makes_one_group(sources: list[Source], groups: dict[str, str]) -> None:
    """Each source belongs to the first of those that it is linked with, over any number of steps."""
    assert list(independent_sources({record.source_id: record for record in sources}).items()) == list(groups.items())


def test_the_texts_and_pages_form_these_groups(evidence: Evidence) -> None:
    """Three groups hold several sources: 002 with its original, 003 with its own and 004, 000 with P-TV."""
    groups: dict[str, set[str]] = {}
    for source_id, first in independent_sources(evidence.sources).items():
        groups.setdefault(first, set()).add(source_id)
    several = [group for group in groups.values() if len(group) > 1]
    assert several == [{"000", "C-02"}, {"002", "C-09"}, {"003", "004", "C-05"}]
    assert {source_id for group in groups.values() for source_id in group} == set(evidence.sources)
