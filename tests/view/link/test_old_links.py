"""Links that are out in the world go on meaning what they meant.

``old_links.csv`` holds links that a release wrote or that its design published, and what each of them must mean: the keys in
which its view differs from that of a visitor without a link when the release was made. Rows are added with every release
whose links look otherwise, and none is ever changed or taken out. In ``means`` a slash stands for the comma of a value.
"""

import csv
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.evidence import Evidence, Role, Window
from geo.view import DATA_KEY, BasisFilter, LinkContext, View, Viewport, ViewState, from_query, to_query

TABLE = Path(__file__).parent / "old_links.csv"
WHOLE = {"31758": Window(date(2023, 6, 1), date(2023, 12, 31)), "9307": Window(date(2024, 11, 4), date(2024, 11, 24))}
PLAIN = ViewState(
    authorisations=("31758", "9307"),
    ranges=tuple(WHOLE.items()),
    roles=(Role.DEPLOYMENT, Role.EXERCISE, Role.VENUE),
    basis=BasisFilter.ALL,
    min_sources=1,
    place="",
    view=View.MAP,
    language="en",
    at=None,
)
"""What a visitor without a link saw in version 1; written out, because a default may change and an old link may not."""


def rows() -> list[dict[str, str]]:
    """Return the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def meaning(text: str) -> ViewState:
    """Return the view that a row means; read here on its own, not with the code under test."""
    given: Mapping[str, str] = dict(part.split("=") for part in text.split())
    items = {key: tuple(filter(None, value.split("/"))) for key, value in given.items()}
    windows = {key[2:]: Window(*map(date.fromisoformat, value.split(".."))) for key, value in given.items() if key[:2] == "d."}
    fields = {
        "authorisations": items.get("auth", PLAIN.authorisations),
        "ranges": tuple({**WHOLE, **windows}.items()),
        "roles": tuple(map(Role, items["role"])) if "role" in items else PLAIN.roles,
        "basis": BasisFilter(given.get("basis", "all")),
        "min_sources": int(given.get("min", "1")),
        "place": given.get("place", ""),
        "view": View(given.get("view", "map")),
        "language": given.get("lang", "en"),
        "at": Viewport(*map(float, items["at"])) if "at" in items else None,
        "open_questions": items.get("open", ()),
        "table_search": given.get("q", ""),
    }
    return replace(PLAIN, **fields)


def first_acts(state: ViewState) -> ViewState:
    """Return a view without the acts that came later: an old link that names no acts shows them too."""
    kept = tuple(key for key in state.authorisations if key in WHOLE)
    return replace(state, authorisations=kept, ranges=tuple(pair for pair in state.ranges if pair[0] in WHOLE))


@pytest.mark.parametrize("row", rows(), ids=[row["link"][-60:] for row in rows()])
def test_an_old_link_means_what_it_meant(known: LinkContext, three_acts: Evidence, row: dict[str, str]) -> None:
    """With the data of today, and with an act more; nothing of it is unread but for the version of the data."""
    for now in (known, replace(known, evidence=three_acts)):
        reading = from_query(row["link"], now, language="en")
        assert first_acts(reading.state) == meaning(row["means"])
        assert [notice for notice in reading.notices if notice.key != DATA_KEY] == []


def test_every_key_and_view_has_an_old_link(known: LinkContext) -> None:
    """The table leaves out no part of the link that version 1 writes."""
    text = "&" + "&".join(row["link"] for row in rows())
    full = replace(PLAIN, place="lima", at=Viewport(-9, -75, 5), open_questions=("D-01",), table_search="a")
    keys = [pair.partition("=")[0] for pair in to_query(full, known).split("&")]
    assert [key for key in keys if f"&{key}=" not in text] == []
    assert [view for view in View if f"view={view.value}" not in text] == []
    assert [role for role in Role if role.value not in text] == []
