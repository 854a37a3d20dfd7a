"""How a name is written and placed."""

from geo.draw.figure.labels.placement import forms_of


def test_a_name_of_several_words_has_a_second_form() -> None:
    """It is broken where its halves are most alike."""
    assert forms_of("Madre de Dios") == (("Madre de Dios",), ("Madre", "de Dios"))
    assert forms_of("Loreto") == (("Loreto",),)
