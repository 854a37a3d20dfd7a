"""A view says how many acts are known besides those that it shows."""

from datetime import date

from geo.evidence import Window
from geo.view.known_acts import more_acts
from tests.view.samples import MARCH, MAY, act, context_of, evidence_of

APRIL = Window(date(2031, 4, 1), date(2031, 4, 30))
EVIDENCE = evidence_of(acts=(act("M", MARCH), act("N", APRIL), act("O", MAY)))


def test_acts_of_a_year_are_counted_with_those_that_are_off() -> None:
    """The acts that are off are counted, and all of the years of those that are on."""
    context = context_of(EVIDENCE, authorisations=("M",))

    assert more_acts(context) == "2 more acts are known. Acts found in all: 2 for 2031."


def test_years_that_are_whole_are_not_told() -> None:
    """A year of which every act is on is not told."""
    context = context_of(EVIDENCE, authorisations=("M", "N"))

    assert more_acts(context) == "1 more act is known."


def test_nothing_is_said_where_all_or_no_acts_are_on() -> None:
    """There is nothing to say with every act on, and the headline speaks for itself with none."""
    assert more_acts(context_of(EVIDENCE)) == more_acts(context_of(EVIDENCE, authorisations=())) == ""
