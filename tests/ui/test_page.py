"""The page as a whole: the link leads to the widgets, the widgets to the view and back to the link."""

from collections.abc import Callable
from datetime import date

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import headline

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


def test_what_only_opens_undoes_nothing(open_app: Open) -> None:
    """A press that comes with the address of a moment ago, because the browser has not heard of the new one, keeps the view."""
    app = open_app()
    behind = dict(app.query_params)
    app.toggle(key="auth-31758").set_value(False).run()
    app.query_params.update(behind)
    app.button(key="share").click().run()
    assert app.query_params["auth"] == "9307"


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


def test_the_chips_of_a_phone_switch_the_acts(open_app: Open) -> None:
    """They are the switches of the filters once more, within reach."""
    app = open_app()
    next(pills for pills in app.get("button_group") if pills.key == "act-chips").set_value(["9307"]).run()
    assert app.query_params["auth"] == "9307"
    assert app.toggle(key="auth-31758").value is False


def test_a_notice_can_be_closed(open_app: Open) -> None:
    """It goes without a choice of anything else."""
    app = open_app(basis="none")
    assert app.warning
    app.button(key="notice-close").click().run()
    assert not app.warning
