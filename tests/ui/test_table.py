"""The table of claims on the page."""

from collections.abc import Callable
from datetime import date
from zlib import crc32

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def test_the_table_has_the_claims_of_the_view(open_app: Open) -> None:
    """Every claim is a row; days are dates."""
    app = open_app(view="table")
    frame = app.dataframe[0].value
    assert f"{len(frame)} claims pass the filters." in markup_of(app)
    row = frame[frame["claim_id"] == "A24-33"].iloc[0]
    assert (row["start"], row["end"], row["authorisation"]) == (date(2024, 11, 4), date(2024, 11, 24), "2024 APEC")
    assert row["paragraph"] == 3
    assert pd.isna(frame[frame["source"].str.startswith("C-01")]["paragraph"]).all()


def test_filters_shorten_the_table(open_app: Open) -> None:
    """With one act the rows of the other are gone."""
    everything = open_app(view="table").dataframe[0].value
    one = open_app(view="table", auth="9307").dataframe[0].value
    assert set(one["authorisation"]) == {"2024 APEC", "Context"}
    assert 0 < len(one) < len(everything)


def test_search_finds_without_accents(open_app: Open) -> None:
    """Typing a name without its accent finds it, and the number of rows is said."""
    app = open_app(view="table")
    app.text_input(key="search").set_value("huanuco").run()
    assert not app.exception
    frame = app.dataframe[0].value
    assert "Huánuco" in set(frame["place"])
    assert f"“huanuco” occurs in {len(frame)} of" in markup_of(app)


def test_a_search_without_result_has_a_way_back(open_app: Open) -> None:
    """Nothing found is said, and one button shows everything again."""
    app = open_app(view="table")
    app.text_input(key="search").set_value("no such word <b>").run()
    assert not app.dataframe
    assert "No claim contains “no such word &lt;b&gt;”" in markup_of(app)
    app.button(key="search-clear").click().run()
    assert not app.exception
    assert len(app.dataframe) == 1


@pytest.mark.parametrize(("place", "said"), [("loreto", "Loreto is open."), ("", " · Loreto<")])
def test_a_chosen_row_says_whether_its_place_is_open(open_app: Open, place: str, said: str) -> None:
    """A place that a row has opened may have been closed since; the row stays chosen and does not say otherwise."""
    app = open_app(view="table", **({"place": place} if place else {}))
    frame = app.dataframe[0].value
    row = int((frame["place"] == "Loreto").to_numpy().argmax())
    key = f"claims-{crc32(''.join(frame['claim_id']).encode()):08x}"
    app.session_state[key] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    app.run()
    assert not app.exception
    assert said in markup_of(app)
