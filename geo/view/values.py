"""The value of a claim in words: as its source gives it, with comparison and unit."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from geo.evidence import Claim, Comparison
from geo.text import Words, message

COMPARISONS: Final[Mapping[Comparison, str]] = {
    Comparison.MORE_THAN: message("more than {value}"),
    Comparison.AT_LEAST: message("at least {value}"),
    Comparison.ABOUT: message("about {value}"),
    Comparison.UP_TO: message("up to {value}"),
}
_TRUTH: Final = {"yes": message("yes"), "no": message("no")}
COUNTED: Final = ("integer", "number")


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark the two forms of a counted noun for the catalogue."""
    return one, many


UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "persons": plural("{count} person", "{count} persons"),
    "votes": plural("{count} vote", "{count} votes"),
    "places": plural("{count} place", "{count} places"),
    "periods": plural("{count} period", "{count} periods"),
    "months": plural("{count} month", "{count} months"),
    "days": plural("{count} day", "{count} days"),
    "fronts": plural("{count} front", "{count} fronts"),
    "aircraft": plural("{count} aircraft", "{count} aircraft"),
    "helicopters": plural("{count} helicopter", "{count} helicopters"),
    "vehicles": plural("{count} vehicle", "{count} vehicles"),
    "tankers": plural("{count} tanker", "{count} tankers"),
    "weapons": plural("{count} weapon", "{count} weapons"),
    "illuminators": plural("{count} illuminator", "{count} illuminators"),
}
"""How a number is written with its unit; a unit that is not here is written as the data has it."""


def value_text(claim: Claim, words: Words) -> str:
    """Write the value of a claim as its source gives it: with its comparison, its unit, and the days of a span counted."""
    if not claim.value:
        return _days_text(claim, words)
    if claim.value_type in COUNTED:
        text = _number_text(claim, words)
    elif claim.value_type == "boolean":
        text = words(_TRUTH[claim.value]) if claim.value in _TRUTH else claim.value
    elif claim.value_type == "date":
        text = _date_text(claim.value, words)
    else:
        text = words.of(claim, "value")
    return compared(text, claim, words)


def _days_text(claim: Claim, words: Words) -> str:
    if claim.window is None:
        return words("not stated")
    if claim.window.is_open:
        return words.span(claim.window.start, None)
    span = words.span(claim.window.start, claim.window.stated_end)
    days = words.plural(*UNITS["days"], claim.window.days)
    return words("{span} ({days})", span=span, days=days)


def _number_text(claim: Claim, words: Words) -> str:
    """Write a number with its unit; one without a unit may be a year or a name, and is left as it is written."""
    if not claim.unit:
        return claim.value
    number = int(claim.value) if claim.value_type == "integer" else float(claim.value)
    if claim.unit in UNITS and isinstance(number, int):
        return words.plural(*UNITS[claim.unit], number)
    return f"{words.number(number)} {claim.unit}"


def _date_text(value: str, words: Words) -> str:
    try:
        return words.day(date.fromisoformat(value))
    except ValueError:
        return value


def compared(text: str, claim: Claim, words: Words) -> str:
    """Put the comparison of a claim before a value: ``more than 60``; an exact value stays as it is."""
    return words(COMPARISONS[claim.comparison], value=text) if claim.comparison else text
