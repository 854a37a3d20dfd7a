"""The table of claims on the page."""

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def rows(app: AppTest) -> list[list[str]]:
    """Return the texts of the cells of each row."""
    table = markup_of(app).partition('class="claim-table"')[2]
    found = re.findall(r'<summary class="claim-row">(.*?)</summary>', table)
    return [re.findall(r"<(?:b|span)[^>]*>([^<]*)(?=<)", row) for row in found]


def test_each_row_opens_to_the_whole_claim(open_app: Open) -> None:
    """The row is the button, whatever part of it is clicked; open, it has the claim and the way to its place."""
    app = open_app(view="table", auth="9307")
    assert len(rows(app)) > 50
    assert "<article" not in markup_of(app).partition('class="claim-table"')[2]
    claim_id = re.search(r'data-row="([^"]+)"><summary class="claim-row"><b>Pisco</b>', markup_of(app))[1]
    app.session_state["table-open"] = (claim_id,)
    app.run()
    opened = markup_of(app).partition(f'data-row="{claim_id}"')[2].partition("</details>")[0]
    assert '<article class="claim">' in opened
    assert '<a href="?place=pisco">Open Pisco</a>' in opened


def test_filters_shorten_the_table(open_app: Open) -> None:
    """With one act the rows of the other are gone."""
    everything, one = markup_of(open_app(view="table")), markup_of(open_app(view="table", auth="9307"))
    counts = [int(re.search(r"(\d+) claims pass the filters", shown)[1]) for shown in (everything, one)]
    assert 0 < counts[1] < counts[0]


def test_search_finds_without_accents_and_is_part_of_the_view(open_app: Open) -> None:
    """Typing a name without its accent finds it, and the number of rows is said."""
    app = open_app(view="table")
    app.text_input(key="search").set_value("huanuco").run()
    assert not app.exception
    found = rows(app)
    assert {row[0] for row in found} >= {"Huánuco"}
    assert f"“huanuco” occurs in {len(found)} of" in markup_of(app)
    app.toggle(key="auth-9307").set_value(False).run()
    assert app.text_input(key="search").value == "huanuco"


def test_a_search_without_result_has_a_way_back(open_app: Open) -> None:
    """Nothing found is said, and one button shows everything again."""
    app = open_app(view="table")
    app.text_input(key="search").set_value("no such word <b>").run()
    assert not rows(app)
    assert "No claim contains “no such word &lt;b&gt;”" in markup_of(app)
    app.button(key="search-clear").click().run()
    assert not app.exception
    assert rows(app)


def test_a_column_sorts(open_app: Open) -> None:
    """Rows without a value in it come last."""
    app = open_app(view="table", auth="9307")
    app.session_state["table-sorted"] = "place"
    app.run()
    places = [row[0] for row in rows(app)]
    named = [place for place in places if place != "–"]
    assert named == sorted(named)
    assert places == named + ["–"] * (len(places) - len(named))
