"""The frame that embeds a view."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from geo.ui.share.embed import SIZES
from tests.ui.conftest import copied, open_share, tree_of

Open = Callable[..., AppTest]


def test_the_frame_has_the_size_that_was_typed(open_app: Open) -> None:
    """It starts at the width of an article; its title says in the page's language what the frame shows."""
    app = open_share(open_app(), "embed")
    assert [number.value for number in app.number_input] == [680, 860]
    app = open_app(lang="es")
    app.session_state["share-embed-width"] = 500
    code = copied(open_share(app, "embed"))[1]
    (frame,) = tree_of(code).xpath("//iframe")
    assert (frame.get("width"), frame.get("height"), frame.get("loading")) == ("500", "860", "lazy")
    assert frame.get("src").startswith("/?v=1&auth=")
    assert frame.get("src").endswith("&embed=true")
    assert frame.get("title").startswith("Dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú: ")


def test_a_named_size_sets_both_numbers_and_a_typed_one_is_none_of_them(open_app: Open) -> None:
    """The numbers follow the chosen name; typed numbers that are no named size leave no name chosen."""
    app = open_share(open_app(), "embed")
    sizes = next(group for group in app.get("button_group") if group.key == "share-embed-size")
    sizes.set_value("Phone").run()
    assert [number.value for number in app.number_input] == list(SIZES["Phone"])
    app.number_input(key="share-embed-width").set_value(401).run()
    assert app.session_state["share-embed-size"] is None
    app.number_input(key="share-embed-width").set_value(SIZES["Phone"][0]).run()
    assert app.session_state["share-embed-size"] == "Phone"
