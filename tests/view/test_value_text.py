"""The value of a claim in words."""

from datetime import date

import pytest

from geo.evidence import Comparison, Topic, Window
from geo.text import translator
from geo.view import value_text
from tests.view.samples import saying


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        pytest.param({"value": "1600", "value_type": "integer", "unit": "persons"}, "1,600 persons", id="counted"),
        pytest.param({"value": "1", "value_type": "integer", "unit": "months"}, "1 month", id="one"),
        pytest.param(
            {"value": "600", "value_type": "integer", "unit": "persons", "comparison": Comparison.MORE_THAN},
            "more than 600 persons",
            id="compared",
        ),
        pytest.param({"value": "7", "value_type": "integer", "unit": "rafts"}, "7 rafts", id="unknown unit"),
        pytest.param({"value": "2.5", "value_type": "number", "unit": "months"}, "2.5 months", id="fraction"),
        pytest.param({"value": "4766", "value_type": "integer"}, "4766", id="no unit"),
        pytest.param({"value": "yes", "value_type": "boolean"}, "yes", id="truth"),
        pytest.param({"value": "2031-03-02", "value_type": "date"}, "2 March 2031", id="day"),
        pytest.param({"value": "2031-03", "value_type": "date"}, "2031-03", id="month"),
        pytest.param({"value": "not disclosed", "value_type": "text"}, "not disclosed", id="text"),
        pytest.param({}, "not stated", id="nothing"),
        pytest.param(
            {"window": Window(date(2031, 3, 1), date(2031, 3, 9))}, "1–9 March 2031 (9 days)", id="days, both ends counted"
        ),
    ],
)
def test_a_value_is_written_as_it_is_given(fields: dict[str, object], text: str) -> None:
    """With its comparison, its unit and its days."""
    assert value_text(saying("1", Topic.PERSONNEL, "number", **fields), translator("en")) == text
