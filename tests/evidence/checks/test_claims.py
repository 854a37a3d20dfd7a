"""Rules for claims."""

from pathlib import Path

import pytest

from geo.evidence import Fault
from geo.evidence.checks.claims import check_value
from geo.evidence.package import Row
from tests.evidence.conftest import Edit, edit_cell, lines_of


def row(**cells: str) -> Row:
    """Return a row of a made-up table."""
    return Row("a.csv", 2, cells)


def test_value_without_a_type_is_text() -> None:
    """Nothing can be wrong with a value that is not said to be of a type."""
    assert list(check_value(row(value="many"))) == []


def test_comparison_needs_a_value() -> None:
    """There is no "more than" without a number."""
    (fault,) = check_value(row(value="", comparison="more than"))
    assert fault == Fault("a.csv", 2, "value", "a value, because comparison is given", "nothing")


EDITS: dict[str, Edit] = {
    "a place without a role": (
        "claims",
        3,
        {"role": ""},
        [
            (
                "claims.csv, row 3, role: expected the role in which north is named, found nothing; "
                "one of deployment, exercise, venue, port, laboratory, protest, earlier-exercise"
            )
        ],
    ),
    "a place without a role, with a value": (
        "claims",
        4,
        {"role": "", "value": "Harbour"},
        [
            (
                "claims.csv, row 4, role: expected the role in which harbour is named, found nothing; "
                "one of deployment, exercise, venue, port, laboratory, protest, earlier-exercise"
            )
        ],
    ),
    "a claim that says nothing": (
        "claims",
        7,
        {"value": "", "value_type": "", "comparison": ""},
        [
            "claims.csv, row 7, value: expected a value, days or a place, found none of them; a claim about no place needs a value"  # noqa: E501 - the message as it is
        ],
    ),
    "an attribute without labels": (
        "claims",
        7,
        {"attribute": "headcount"},
        ["claims.csv, row 7, attribute: expected an attribute of attributes.csv, found 'headcount'; add its labels there"],
    ),
    "an attribute in another spelling": (
        "claims",
        3,
        {"attribute": "Named-place"},
        [
            "claims.csv, row 3, attribute: expected an attribute of attributes.csv, found 'Named-place'; did you mean 'named place'?"  # noqa: E501 - the message as it is
        ],
    ),
    "two spellings with labels": (
        "attributes",
        6,
        {"attribute": "Number"},
        [
            "claims.csv, row 8, attribute: expected an attribute of attributes.csv, found 'date'; add its labels there",
            (
                "attributes.csv, row 6, attribute: expected one spelling of 'number', found 'Number'; "
                "remove one, and use the other in claims.csv"
            ),
        ],
    ),
    "a label in one language": (
        "attributes",
        2,
        {"label_es": ""},
        ["attributes.csv, row 2, label_es: expected a value, found nothing"],
    ),
    "no act": (
        "claims",
        5,
        {"authorisation_id": ""},
        [
            "claims.csv, row 5, authorisation_id: expected the act that the claim is about, found nothing; only topic context may have none"  # noqa: E501 - the message as it is
        ],
    ),
    "a place as a text": (
        "claims",
        3,
        {"place_id": "", "role": "", "value": "NORTH", "value_type": "text"},
        ["claims.csv, row 3, place_id: expected the id of NORTH, found nothing; write north"],
    ),
    "digits with separators": (
        "claims",
        5,
        {"value": "1,170"},
        ["claims.csv, row 5, value: expected a whole number in digits, such as 600, found '1,170'; write 1170"],
    ),
    "a number below zero": (
        "claims",
        5,
        {"value": "-70"},
        ["claims.csv, row 5, value: expected a number that is not negative, found '-70'"],
    ),
    "digits of another script": (
        "claims",
        5,
        {"value": "\uff17\uff10"},
        ["claims.csv, row 5, value: expected a whole number in digits, such as 600, found '\uff17\uff10'; write 70"],
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_is_named(edit: Edit, good: Path) -> None:
    """Each case has just its faults."""
    table, row, cells, lines = edit
    edit_cell(good, table, row, **cells)
    assert lines_of(good) == lines


def test_a_source_may_give_no_place_a_role(good: Path) -> None:
    """Where another source gives the place one under the act, it is shown; the claim is a fact."""
    edit_cell(
        good, "claims", 6, topic="place", attribute="named place", place_id="north", value="North", value_type="text", unit=""
    )
    edit_cell(good, "claims", 6, disagreement_id="")
    assert lines_of(good) == []


def test_units_are_checked_where_their_labels_are_known(good: Path) -> None:
    """Whoever writes the labels says which there are."""
    labelled = {"claims.unit": ["votes", "person"]}
    line = "claims.csv, row 7, unit: expected a text that has labels, found 'persons'; did you mean 'person'?"
    assert lines_of(good, labelled=labelled) == [line]
