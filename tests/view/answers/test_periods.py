"""The periods of an act to choose days from."""

from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Attribute, Evidence, Topic, Window
from geo.text import translator
from geo.view import Period, attribute_label
from geo.view.answers.periods import periods
from tests.view.samples import MARCH, context_of, evidence_of, saying

WHOLE_2023 = Window(date(2023, 6, 1), date(2023, 12, 31))
FIRST_2023 = Window(date(2023, 6, 1), date(2023, 9, 30))
SECOND_2023 = Window(date(2023, 10, 1), date(2023, 12, 30))
WHOLE_2024 = Window(date(2024, 11, 4), date(2024, 11, 24))
SUMMIT_001 = Window(date(2024, 11, 10), date(2024, 11, 16))
SUMMIT_C03 = Window(date(2024, 11, 14), date(2024, 11, 16))

PERIODS = {
    "31758 en": (
        "31758",
        "en",
        (
            Period(WHOLE_2023, "Whole window: 1 June – 31 December 2023"),
            Period(FIRST_2023, "Period: 1 June – 30 September 2023 (La Lupa, in NakedCapitalism; La Jornada)"),
            Period(SECOND_2023, "Period: 1 October – 30 December 2023 (La Lupa, in NakedCapitalism; La Jornada)"),
        ),
    ),
    "31758 es": (
        "31758",
        "es",
        (
            Period(WHOLE_2023, "Periodo completo: 1 de junio – 31 de diciembre de 2023"),
            Period(FIRST_2023, "Periodo: 1 de junio – 30 de setiembre de 2023 (La Lupa, en NakedCapitalism; La Jornada)"),
            Period(SECOND_2023, "Periodo: 1 de octubre – 30 de diciembre de 2023 (La Lupa, en NakedCapitalism; La Jornada)"),
        ),
    ),
    "9307 en": (
        "9307",
        "en",
        (
            Period(WHOLE_2024, "Whole window: 4–24 November 2024"),
            Period(SUMMIT_001, "Days of the summit: 10–16 November 2024 (001)"),
            Period(SUMMIT_C03, "Days of the summit: 14–16 November 2024 (ANP)"),
        ),
    ),
    "9307 es": (
        "9307",
        "es",
        (
            Period(WHOLE_2024, "Periodo completo: 4–24 de noviembre de 2024"),
            Period(SUMMIT_001, "Días de la cumbre: 10–16 de noviembre de 2024 (001)"),
            Period(SUMMIT_C03, "Días de la cumbre: 14–16 de noviembre de 2024 (ANP)"),
        ),
    ),
}


LEFT_OUT = {
    "no days": None,
    "the whole window": MARCH,
    "a single day": Window(date(2031, 3, 5), date(2031, 3, 5)),
    "beyond the window": Window(date(2031, 3, 20), date(2031, 4, 1)),
    "before the window": Window(date(2031, 2, 1), date(2031, 2, 9)),
}


@pytest.mark.parametrize(("act", "language", "expected"), PERIODS.values(), ids=PERIODS)
def test_the_periods_of_an_act(evidence: Evidence, act: str, language: str, expected: tuple[Period, ...]) -> None:
    """The whole window comes first, then what sources give within it, by date, with who gives it."""
    assert periods(context_of(evidence, language=language), evidence.authorisations[act]) == expected


@pytest.mark.parametrize("window", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_cannot_be_chosen_is_no_period(window: Window | None) -> None:
    """Days that are the whole window, one day, or not all within the window are left out."""
    made_up = evidence_of(saying("1", Topic.WINDOW, "period", window=window))
    found = periods(context_of(made_up, language="en"), made_up.authorisations["M"])
    assert found == (Period(MARCH, "Whole window: 1–31 March 2031"),)


def test_the_same_days_by_several_are_one_period() -> None:
    """Claims that give the same days share a period with every name and giver, each once; other topics and acts give none."""
    days = Window(date(2031, 3, 5), date(2031, 3, 6))
    made_up = evidence_of(
        saying("1", Topic.WINDOW, "stay", window=days, attributed_to="The ministry", attributed_to_es="El ministerio"),
        saying("2", Topic.WINDOW, "visit", window=days),
        saying("3", Topic.WINDOW, "visit", window=days),
        saying("4", Topic.APPROVAL, "debate", window=Window(date(2031, 3, 7), date(2031, 3, 8))),
        saying("5", Topic.WINDOW, "stay", window=Window(date(2031, 3, 7), date(2031, 3, 8)), authorisation_id="Y"),
    )
    found = {
        language: periods(context_of(made_up, language=language), made_up.authorisations["M"])[1:] for language in ("en", "es")
    }
    assert found == {
        "en": (Period(days, "stay / visit: 5–6 March 2031 (The ministry, in Source T; Source T)"),),
        "es": (Period(days, "stay / visit: 5–6 de marzo de 2031 (El ministerio, en Source T; Source T)"),),
    }


def test_an_attribute_has_its_label_or_its_name(evidence: Evidence) -> None:
    """A label comes in both languages; an attribute without one is shown by its own name."""
    made_up = replace(evidence_of(), attributes={"for": Attribute("for", "Votes for", "Votos a favor")})
    assert [attribute_label("for", made_up, translator(language)) for language in ("en", "es")] == [
        "Votes for",
        "Votos a favor",
    ]
    assert attribute_label("no such attribute", evidence, translator("en")) == "no such attribute"


def test_a_third_authorisation_has_periods(three_acts: Evidence) -> None:
    """Rows alone give a third act its window, its period and its vote."""
    act = three_acts.authorisations["32100"]
    assert periods(context_of(three_acts), act) == (
        Period(MARCH, "Whole window: 1–31 March 2031"),
        Period(Window(date(2031, 3, 10), date(2031, 3, 16)), "Period: 10–16 March 2031 (RPP)"),
    )
