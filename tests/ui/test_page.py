"""The page as a whole: the link leads to the widgets, the widgets to the view and back to the link."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui.session import FIND_ANSWER
from tests.ui.conftest import headline, markup_of

Open = Callable[..., AppTest]


def test_a_bare_visit_shows_everything(open_app: Open) -> None:
    """Without a link both acts are on over their whole windows, and the address says so."""
    app = open_app()
    assert "2 authorisations, 17 places named in 14 of 25 regions; 1 June – 31 December 2023" in headline(app)
    assert [toggle.value for toggle in app.toggle] == [True, True]
    assert app.slider(key="dates-31758").value == (date(2023, 6, 1), date(2023, 12, 31))
    assert app.query_params["d.9307"] == "2024-11-04..2024-11-24"
    assert app.query_params["role"] == "deployment,exercise,venue"


def test_a_switch_takes_an_act_away_and_says_how_to_come_back(open_app: Open) -> None:
    """With one act off the other stays; with both off the page is a designed state with a way back."""
    app = open_app()
    app.toggle(key="auth-31758").set_value(False).run()
    assert "1 authorisation, 3 places named in 3 of 25 regions; 4–24 November 2024." in headline(app)
    assert app.query_params["auth"] == "9307"
    app.toggle(key="auth-9307").set_value(False).run()
    assert "0 authorisations, 0 places named in 0 of 25 regions." in headline(app)
    assert "Every authorisation is switched off" in app.info[0].value
    app.button(key="reset").click().run()
    assert "2 authorisations, 17 places" in headline(app)


def test_days_are_chosen_by_slider_with_both_ends_included(open_app: Open) -> None:
    """The range goes into the link as it is; a claim whose window touches it is shown."""
    app = open_app()
    app.slider(key="dates-9307").set_value((date(2024, 11, 24), date(2024, 11, 24))).run()
    assert app.query_params["d.9307"] == "2024-11-24..2024-11-24"
    assert "Chiclayo" in [option for pills in app.get("button_group") for option in pills.options]


def test_basis_and_robustness_go_into_the_link(open_app: Open) -> None:
    """The two radios write their keys, and the headline says what robustness takes away."""
    app = open_app(basis="texts")
    assert app.query_params["basis"] == "texts"
    app = open_app(min="2")
    assert "For want of a second independent source" in headline(app)


LATE = {
    "another choice": ("min", "At least two independent sources", {"min": "2"}),
    "the same choice": ("basis", "Texts and corroboration", {"basis": "all"}),
    "no choice at all": ("min", "<b>", {"min": "1"}),
    "a period": ("preset-9307", "Whole window", {"d.9307": "2024-11-04..2024-11-24"}),
    "the place that is selected": ("find", "Tacna · region", {"place": "PE-TAC"}),
}


@pytest.mark.parametrize(("key", "label", "expected"), LATE.values(), ids=LATE)
def test_a_label_of_the_former_language_is_understood(open_app: Open, key: str, label: str, expected: dict[str, str]) -> None:
    """What is pressed before the browser has heard of a new language comes with the old labels, as text, and loses nothing."""
    app = open_app(lang="es", place="PE-TAC")
    app.session_state["exact-9307"] = True
    app.run()
    field = app.selectbox(key=key) if key == "find" else app.radio(key=key)
    field.options = [label]
    field.set_value(label)
    app.toggle(key="auth-31758").set_value(False).run()
    assert not app.exception
    assert expected.items() | {("auth", "9307")} <= {name: app.query_params[name] for name in app.query_params}.items()


def test_a_found_place_is_selected_and_shown(open_app: Open) -> None:
    """Picking a place selects it and moves the map to it; clearing the field clears the selection."""
    app = open_app()
    app.selectbox(key="find").set_value("iquitos").run()
    assert app.query_params["place"] == "iquitos"
    assert app.query_params["at"] == "-3.748,-73.253,8"
    app.selectbox(key="find").set_value(None).run()
    assert "place" not in app.query_params


def test_what_only_opens_undoes_nothing(open_app: Open) -> None:
    """A press that comes with the address of a moment ago, because the browser has not heard of the new one, keeps the view."""
    app = open_app()
    behind = dict(app.query_params)
    app.toggle(key="auth-31758").set_value(False).run()
    app.query_params.update(behind)
    app.button(key="share").click().run()
    assert app.query_params["auth"] == "9307"


def test_an_answer_of_the_search_stays_until_another_place_is_shown(open_app: Open) -> None:
    """Gone with the next choice of a filter, it would move the filters from under the pointer."""
    app = open_app()
    answer = "The gazetteer of Peru has no “Xyzzy”."
    app.session_state[FIND_ANSWER] = (answer, "", "en")
    app.toggle(key="auth-31758").set_value(False).run()
    assert answer in [caption.value for caption in app.caption]
    app.selectbox(key="find").set_value("pisco").run()
    assert answer not in [caption.value for caption in app.caption]


def test_a_role_is_found_and_switched_on(open_app: Open) -> None:
    """Picking a role adds it to those that are on."""
    app = open_app()
    app.selectbox(key="find").set_value("role:protest").run()
    assert app.query_params["role"] == "deployment,exercise,venue,protest"


def test_detail_shows_who_says_what(open_app: Open) -> None:
    """Pisco's cards name source, paragraph, phrase and certainty, and the disagreement that touches it."""
    markup = markup_of(open_app(place="pisco"))
    assert '<h2 class="place-name">Pisco</h2>' in markup
    assert "paragraph 4" in markup
    assert 'lang="en"' in markup
    assert "including Lima, Pisco, and Chiclayo" in markup
    assert "stated by the source" in markup
    assert "Where sources disagree" in markup
    assert "km from Lima (great circle, to its point)" in markup


def test_a_claim_says_why_the_map_does_not_show_it(open_app: Open) -> None:
    """A role that is off, or too few sources, take a place off the map in a role, not its claims out of the detail."""
    switched_off = "Not on the map: this role is switched off in the filters."
    too_few = "Not on the map: too few independent sources name the place so."
    assert switched_off not in markup_of(open_app(place="santa-lucia"))
    assert too_few not in markup_of(open_app(place="santa-lucia"))
    assert markup_of(open_app(place="santa-lucia", min="2")).count(too_few) == 2
    assert markup_of(open_app(place="puno")).count(switched_off) == 1
    assert "Left out: Authorised presence (2023 training): Santa Lucía;" in markup_of(open_app(min="2"))


def test_an_unnamed_unit_is_said_to_be_unnamed(open_app: Open) -> None:
    """A region that nothing names has a detail that says so, with its neighbours."""
    markup = markup_of(open_app(place="PE-TAC"))
    assert "Nothing that is shown names it." in markup
    assert "Borders on Moquegua and Puno." in markup


def test_unreadable_link_is_named_and_hostile_text_stays_text(open_app: Open) -> None:
    """The notice shows what was not read, as code that markup cannot leave."""
    app = open_app(basis="`<script>alert(1)</script>", auth="9307")
    assert "basis=·<script>alert(1)</script>" in app.warning[0].value
    assert "1 authorisation," in headline(app)


def test_spanish_speaks_spanish_throughout(open_app: Open) -> None:
    """Labels and headline are Spanish when the link says so."""
    app = open_app(lang="es")
    assert "2 autorizaciones, 17 lugares mencionados en 14 de 25 regiones" in headline(app)
    assert app.radio(key="basis").options == ["Textos y corroboración", "Solo los textos de origen"]
    assert app.toggle(key="auth-9307").label == "Resolución legislativa de 2024 (proyecto 9307)"
