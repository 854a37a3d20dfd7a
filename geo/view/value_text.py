"""The value of a claim in words, with comparison and unit."""

from datetime import date
from typing import Final

from geo.evidence import Claim
from geo.text import Translator
from geo.view.labels import COMPARISON_LABELS, TRUTH_LABELS, VALUE_UNIT_LABELS

COUNTED: Final = ("integer", "number")
"""Value types that are numbers."""


def value_text(claim: Claim, words: Translator) -> str:
    """Return the value of a claim in words: with its comparison and unit; for a span, its number of days."""
    if not claim.value:
        return _days_text(claim, words)
    if claim.value_type in COUNTED:
        text = _number_text(claim, words)
    elif claim.value_type == "boolean":
        text = words(TRUTH_LABELS[claim.value]) if claim.value in TRUTH_LABELS else claim.value
    elif claim.value_type == "date":
        text = _date_text(claim.value, words)
    else:
        text = words.of(claim, "value")
    return compared(text, claim, words)


def _days_text(claim: Claim, words: Translator) -> str:
    if claim.window is None:
        return words("not stated")
    if claim.window.is_open:
        return words.span(claim.window.start, None)
    span = words.span(claim.window.start, claim.window.stated_end)
    days = words.plural(*VALUE_UNIT_LABELS["days"], claim.window.days)
    return words("{span} ({days})", span=span, days=days)


def _number_text(claim: Claim, words: Translator) -> str:
    """Return a number with its unit. A number without a unit may be a year or a name, and is returned as it is written."""
    if not claim.unit:
        return claim.value
    number = int(claim.value) if claim.value_type == "integer" else float(claim.value)
    if claim.unit in VALUE_UNIT_LABELS and isinstance(number, int):
        return words.plural(*VALUE_UNIT_LABELS[claim.unit], number)
    return f"{words.number(number)} {claim.unit}"


def _date_text(value: str, words: Translator) -> str:
    try:
        return words.day(date.fromisoformat(value))
    except ValueError:
        return value


def compared(text: str, claim: Claim, words: Translator) -> str:
    """Return a value after the comparison of its claim: ``more than 60``; an exact value is returned unchanged."""
    return words(COMPARISON_LABELS[claim.comparison], value=text) if claim.comparison else text
