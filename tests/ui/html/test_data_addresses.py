"""The page leads to the addresses of the data."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from geo.ui.html.data_addresses import ADDRESSES
from geo.ui.paths import EVIDENCE_DIRECTORY
from geo.ui.server.routes.data import PLACES
from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def test_about_and_share_link_to_each_address_of_the_data(open_app: Open) -> None:
    """Each link names a file that the server has."""
    shared = open_app().button(key="share").click().run()
    for app in (open_app(view="about"), shared):
        assert all(f'href="{address}"' in markup_of(app) for address in ADDRESSES)
    for name in (address.removeprefix("data/") for address in ADDRESSES):
        assert name == PLACES or (EVIDENCE_DIRECTORY / name).is_file()
