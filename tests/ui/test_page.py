"""The page as a whole: the link leads to the widgets, the widgets to the view and back to the link."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui.session import FIND_ANSWER
from tests.ui.conftest import headline, markup_of

Open = Callable[..., AppTest]


def test_a_bare_visit_shows_everything(open_app: Open) -> None:
    """Without a link both acts are on over their whole windows, and the address says so."""
    app = open_app()
    assert "2023 training, 1 June – 31 December 2023: 12 regions and 3 localities" in headline(app)
    assert [toggle.value for toggle in app.toggle] == [True, True]
    assert app.slider(key="dates-31758").value == (date(2023, 6, 1), date(2023, 12, 31))
    assert app.query_params["d.9307"] == "2024-11-04..2024-11-24"
    assert app.query_params["role"] == "deployment,exercise,venue"


def test_a_switch_takes_an_act_away_and_says_how_to_come_back(open_app: Open) -> None:
    """With one act off the other stays; with both off the page is a designed state with a way back."""
    app = open_app()
    app.toggle(key="auth-31758").set_value(False).run()
    assert headline(app).strip().startswith("2024 APEC, 4–24 November 2024: Lima, Chiclayo, Pisco")
    assert app.query_params["auth"] == "9307"
    app.toggle(key="auth-9307").set_value(False).run()
    assert "No act is switched on." in headline(app)
    assert "Every act is switched off" in app.info[0].value
    app.button(key="reset").click().run()
    assert "2024 APEC" in headline(app)


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
    assert "Sources differ" in markup
    assert "km from Lima (great circle, to its point)" in markup


def test_a_claim_says_why_the_map_does_not_show_it(open_app: Open) -> None:
    """A role that is off, or too few sources, take a place off the map in a role, not its claims out of the detail."""
    switched_off = "Not on the map: this role is switched off."
    too_few = "Not on the map: fewer than two independent sources."
    assert switched_off not in markup_of(open_app(place="santa-lucia"))
    assert too_few not in markup_of(open_app(place="santa-lucia"))
    assert markup_of(open_app(place="santa-lucia", min="2")).count(too_few) == 1
    assert markup_of(open_app(place="puno")).count(switched_off) == 1
    assert "Left out: Authorised presence (2023 training): Santa Lucía;" in markup_of(open_app(min="2"))


def test_an_unnamed_unit_is_said_to_be_unnamed(open_app: Open) -> None:
    """A region that nothing names has a detail that says so, with its neighbours."""
    markup = markup_of(open_app(place="PE-TAC"))
    assert markup.count('<p class="not-named">not named</p>') == 2
    assert "Borders on Moquegua and Puno." in markup


def test_unreadable_link_is_named_and_hostile_text_stays_text(open_app: Open) -> None:
    """The notice shows what was not read, as code that markup cannot leave."""
    app = open_app(basis="`<script>alert(1)</script>", auth="9307")
    assert "basis=·<script>alert(1)</script>" in app.warning[0].value
    assert "2024 APEC" in headline(app)


def test_spanish_speaks_spanish_throughout(open_app: Open) -> None:
    """Labels and headline are Spanish when the link says so."""
    app = open_app(lang="es")
    assert "APEC 2024, 4–24 de noviembre de 2024: Lima, Chiclayo, Pisco" in headline(app)
    assert app.radio(key="basis").options == ["Textos y corroboración", "Solo los textos de origen"]
    assert app.toggle(key="auth-9307").label == "APEC 2024"


def test_what_the_filters_keep_off_the_map_can_be_shown(open_app: Open) -> None:
    """The detail of Puno links to the view with the role that names it."""
    link = re.search(r'<a href="\?([^"]+)">Show it</a>', markup_of(open_app(place="puno")))[1]
    assert "role=deployment,exercise,venue,protest" in unescape(link)


def test_the_verdict_comes_before_the_claims(open_app: Open) -> None:
    """Role, number of independent sources, and their names, act by act."""
    markup = markup_of(open_app(place="pisco"))
    verdict = re.sub(r"<[^>]+>", "", markup[markup.index('class="verdict"') : markup.index('class="claims"')])
    assert "not named" in verdict
    assert "Authorised presence · 3 independent sources:" in verdict
    assert "RPP" in verdict


def test_context_roles_are_folded_and_keep_the_others(open_app: Open) -> None:
    """A role of the context is switched on beside those of the acts."""
    app = open_app()
    next(pills for pills in app.get("button_group") if pills.key == "role-context").set_value(["port"]).run()
    assert app.query_params["role"] == "deployment,exercise,venue,port"


def test_acts_that_are_off_at_the_start_are_folded(open_app: Open) -> None:
    """An act that the link switches on stands among the others, which are open then."""
    assert [expander.label for expander in open_app().expander] == ["Places of the context"]


def test_the_chips_of_a_phone_switch_the_acts(open_app: Open) -> None:
    """They are the switches of the filters once more, within reach."""
    app = open_app()
    next(pills for pills in app.get("button_group") if pills.key == "act-chips").set_value(["9307"]).run()
    assert app.query_params["auth"] == "9307"
    assert app.toggle(key="auth-31758").value is False


def test_a_name_of_the_gazetteer_alone_is_said_where_it_was_typed(open_app: Open) -> None:
    """Trujillo shows La Libertad, and says why."""
    app = open_app()
    field = app.selectbox(key="find")
    field.options = ["Trujillo"]
    field.set_value("Trujillo").run()
    assert app.query_params["place"] == "PE-LAL"
    assert "Trujillo lies in La Libertad. No source of the data names it." in [caption.value for caption in app.caption]


def test_a_notice_can_be_closed(open_app: Open) -> None:
    """It goes without a choice of anything else."""
    app = open_app(basis="none")
    assert app.warning
    app.button(key="notice-close").click().run()
    assert not app.warning
