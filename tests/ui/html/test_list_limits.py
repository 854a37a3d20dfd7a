"""Long lists: the page stays small with thousands of claims, and says where the rest is."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.text import translator
from geo.ui import resources
from geo.ui.html.list_limits import MOST_CLAIMS, MOST_NAMES, place_names
from tests.bench.packages import write_package
from tests.ui.conftest import markup_of
from tests.view.samples import point

CLAIMS = 4000
MOST_TAGS = 7000
"""Elements that a view may put on the page, whatever the data; today's evidence takes fewer than 3,000 in each."""
WORDS = translator("en")


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a package in which every naming answers one question, and a tenth of them name one place."""
    directory = tmp_path_factory.mktemp("evidence")
    write_package(directory, CLAIMS, heaped=True)
    return directory


@pytest.fixture
def open_crowd(
    crowd: Path, open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., AppTest]]:
    """Return a function that runs the page on that package."""
    monkeypatch.setattr(resources, "load_resources", partial(resources.load_resources, crowd))
    yield open_app
    resources.freeze_garbage.clear()


def html_of(app: AppTest) -> str:
    """Return all markup of the page, but not its style sheet."""
    return re.sub(r"<style>.*?</style>", "", markup_of(app), flags=re.DOTALL)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"view": "map"}, id="map"),
        pytest.param({"view": "map", "place": "place-00001"}, id="place"),
        pytest.param({"view": "compare"}, id="compare"),
        pytest.param({"view": "disagreements"}, id="disagreements"),
    ],
)
def test_a_view_of_thousands_of_claims_stays_small(query: dict[str, str], open_crowd: Callable[..., AppTest]) -> None:
    """What grows with the data ends after its first entries, counts the others, and leads to the table."""
    app = open_crowd(**query)
    html = html_of(app)
    choices = [len(group.options) for group in app.get("button_group")]
    shown = re.sub(r"<template>.*?</template>", "", html, flags=re.DOTALL)
    assert re.search(r'<a href="\?view=table">[\d,]+ more (places|claims)</a>', html)
    assert shown.count("</") + shown.count("<img") < MOST_TAGS
    assert all(count <= MOST_NAMES for count in choices)


def test_every_row_of_the_comparison_is_counted(open_crowd: Callable[..., AppTest]) -> None:
    """The rows of a region and the number that stands for the others are all the localities that the headline counts."""
    html = html_of(open_crowd(view="compare"))
    matrix = html.partition('class="matrix"')[2].partition("</table>")[0]
    rows = matrix.count('class="locality-row"')
    rest = sum(int(count.replace(",", "")) for count in re.findall(r">([\d,]+) more places?</a>", matrix))
    localities = sum(
        int(count.replace(",", "")) for count in re.findall(r'Localities named</small><b class="count">([\d,]+)</b>', html)
    )
    assert rest > rows > 0
    assert rows + rest == localities


def test_a_place_that_many_claims_name(open_crowd: Callable[..., AppTest]) -> None:
    """Of each authorisation the first cards are shown, and the others counted."""
    html = html_of(open_crowd(view="map", place="place-00001"))
    sections = html.split('<section class="claims">')[1:]
    assert [section.count('<article class="claim">') for section in sections] == [MOST_CLAIMS, MOST_CLAIMS]
    rest = [int(count) for count in re.findall(r">(\d+) more claims</a>", html)]
    assert len(rest) == 2
    assert min(rest) > 0


def test_names_end_with_a_link_to_the_rest() -> None:
    """As many names as there may be stand alone; of more the first are named."""
    places = [point(name, "PE-LIM") for name in ("one", "two", "three")]
    names = [WORDS.of(place, "name") for place in places]
    links = [f'<a href="?place={place.place_id}">{name}</a>' for place, name in zip(places, names, strict=True)]
    assert place_names(places, WORDS, most=3) == ", ".join(links)
    assert place_names(places, WORDS, most=2) == ", ".join((*links[:2], '<a href="?view=table">1 more place</a>'))


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a package with twenty acts, all of them on, that name the same places."""
    directory = tmp_path_factory.mktemp("evidence")
    write_package(directory, 400, acts=20)
    return directory


@pytest.mark.parametrize("view", ["map", "compare", "facts", "sources", "table", "about"])
def test_twenty_acts_stay_small(
    view: str, twenty: Path, open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No view has more elements than it may, and the acts in the sidebar stand by year, in a box of their own."""
    monkeypatch.setattr(resources, "load_resources", partial(resources.load_resources, twenty))
    app = open_app(view=view)
    assert len(re.findall(r"<\w", html_of(app))) < MOST_TAGS
    assert len([toggle for toggle in app.toggle if str(toggle.key).startswith("auth-")]) == 20
    assert 'class="card-year"' in markup_of(app)
    resources.freeze_garbage.clear()


def test_many_columns_have_signs_and_dots_alone(
    twenty: Path, open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The names of the sources are told when a cell is pointed at, and to who listens."""
    monkeypatch.setattr(resources, "load_resources", partial(resources.load_resources, twenty))
    html = html_of(open_app(view="compare"))
    matrix = html.partition('class="matrix many"')[2].partition("</table>")[0]
    assert re.search(r'<td class="filled" title="Authorised presence: [^"]+"', matrix)
    assert 'class="voices"' not in matrix
    assert html.count('class="small-map"') == 20
    resources.freeze_garbage.clear()
