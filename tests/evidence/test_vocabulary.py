"""The closed vocabularies are those of the published descriptor."""

import json
from enum import StrEnum

import pytest

from geo.evidence.vocabulary import INEI_CODES, Basis, Certainty, Comparison, Precision, Role, Topic
from tests.evidence.conftest import DESCRIPTOR

COLUMNS = {
    "sources.basis": Basis,
    "claims.topic": Topic,
    "claims.role": Role,
    "claims.certainty": Certainty,
    "claims.comparison": Comparison,
    "places.precision": Precision,
}


def enum_of(column: str) -> list[str]:
    """Return the closed list of a column, ``table.column``, in the descriptor."""
    table, _, name = column.partition(".")
    resources = {each["name"]: each for each in json.loads(DESCRIPTOR.read_text(encoding="utf-8"))["resources"]}
    field = next(each for each in resources[table]["schema"]["fields"] if each["name"] == name)
    return list(field["constraints"]["enum"])


@pytest.mark.parametrize(("column", "vocabulary"), COLUMNS.items(), ids=COLUMNS)
def test_a_vocabulary_is_that_of_its_column(column: str, vocabulary: type[StrEnum]) -> None:
    """In the same order, which is that of lists on the page."""
    assert [each.value for each in vocabulary] == enum_of(column)


def test_every_unit_has_the_code_of_the_statistics_office() -> None:
    """The descriptor offers just the units that have one."""
    assert sorted(INEI_CODES) == sorted(enum_of("places.unit"))
    assert sorted(INEI_CODES.values()) == [f"{number:02}" for number in range(1, 26)]
