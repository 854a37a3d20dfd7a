"""A new size, format, role, topic or language is one entry: it is made here, and found wherever readers meet it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from geo.atlas import Atlas
from geo.draw.figure import SIZES, FigureSize, draw_figure
from geo.draw.symbols import SHAPES
from geo.evidence import Basis, Certainty, Comparison, Evidence, Precision, Role, Topic
from geo.export import FileFormat, read_options
from geo.export.frames.claims import claims_frame
from geo.export.frames.facts import facts_frame
from geo.export.frames.table_view import cell_text, table_rows
from geo.export.web.page import to_web_page
from geo.ui.server.application import made_routes
from geo.view import View, ViewContext, make_context, start_state
from geo.view import labels as home
from geo.view.state import BasisFilter
from tests.conftest import DATA, FROZEN
from tests.running import run
from tests.ui.conftest import markup_of
from tests.ui.conftest import open_app as open_app  # noqa: PLC0414 - the fixture
from tests.ui.conftest import pauses as pauses  # noqa: PLC0414
from tests.view.samples import ATLAS, evidence_of, saying

ROOT = Path(__file__).resolve().parents[1]
Open = Callable[..., AppTest]

VOCABULARIES = {
    "role, its name": (Role, home.ROLE_LABELS),
    "role, its meaning": (Role, home.ROLE_MEANINGS),
    "role, its shape": (Role, SHAPES),
    "topic": (Topic, home.TOPIC_LABELS),
    "certainty": (Certainty, home.CERTAINTY_LABELS),
    "certainty, credited": (Certainty, home.CREDITED_LABELS),
    "certainty, in short": (Certainty, home.SHORT_CERTAINTY_LABELS),
    "certainty, credited in short": (Certainty, home.SHORT_CREDITED_LABELS),
    "certainty, its meaning": (Certainty, home.CERTAINTY_MEANINGS),
    "precision": (Precision, home.PRECISION_LABELS),
    "precision, its meaning": (Precision, home.PRECISION_MEANINGS),
    "comparison": (Comparison, home.COMPARISON_LABELS),
    "basis of a source": (Basis, home.BASIS_HEADINGS),
    "basis that counts": (BasisFilter, home.BASIS_LABELS),
    "view": (View, home.VIEW_LABELS),
}


def add_member(patch: pytest.MonkeyPatch, kind: type[StrEnum], name: str, *record: object) -> StrEnum:
    """Add a member to a vocabulary for the time of a test, of the record that would stand in its class."""
    member = kind.__new_member__(kind, *record)
    member._name_, member._value_ = name, str(record[0])
    patch.setitem(kind._member_map_, name, member)
    patch.setitem(kind._value2member_map_, record[0], member)
    patch.setattr(kind, "_member_names_", [*kind._member_names_, name])
    return member


def copy_project(folder: Path) -> None:
    """Copy the code to a folder, where it can be edited, with the data beside it."""
    shutil.copytree(ROOT / "geo", folder / "geo", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "data").symlink_to(DATA)


def insert(path: Path, text: str, *, before: str) -> None:
    """Insert a text into a file, as a maintainer would, before a text that occurs in it once."""
    content = path.read_text(encoding="utf-8")
    assert content.count(before) == 1
    path.write_text(content.replace(before, f"{text}{before}"), encoding="utf-8")


def run_check(code: str, folder: Path, *arguments: str) -> None:
    """Run a script of assertions with the code of a folder."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert done.returncode == 0, done.stderr


def said_on(context: ViewContext) -> str:
    """Return all that the A4 figure of a view says, lines joined by spaces."""
    return " ".join("".join(run.text for run in line.runs) for line in draw_figure(context, SIZES["a4"]).texts)


def downloads(app: AppTest) -> AppTest:
    """Open the drawer at the downloads."""
    app.session_state["share-part"] = "download"
    app.button(key="share").click().run()
    assert not app.exception
    return app


@pytest.mark.parametrize(("kind", "labels"), VOCABULARIES.values(), ids=VOCABULARIES)
def test_every_member_has_its_words(kind: type[StrEnum], labels: dict[StrEnum, object]) -> None:
    """A member without them would be an error where a reader first meets it."""
    assert list(labels) == list(kind)


def test_a_new_size(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry in the table of sizes: options, messages, command line and menu have it."""
    monkeypatch.setitem(SIZES, "poster", FigureSize(1000, 700, label="Poster"))
    assert read_options("svg", size="poster").size.stated == ("1000", "700")
    with pytest.raises(ValueError, match=r"expected a4, a4-landscape, slide, square, poster or WIDTHxHEIGHT"):
        read_options("svg", size="huge")
    assert "square, poster, or WIDTHxHEIGHT in pixels" in " ".join(run("figure", "--help").output.split())
    app = open_app()
    app.session_state["share-figure-size"] = "poster"
    app = downloads(app)
    assert "Poster" in [option for group in app.get("button_group") for option in group.options]
    assert "Picture of 1,562 by 1,094 pixels" in markup_of(app)


def test_a_new_format(open_app: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A record among the formats: command line, address and menu have it, with its own words."""
    record = (
        "txt",
        "Plain text",
        "text/plain",
        "The headline alone",
        "headline",
        lambda context: context.headline.text.encode(),
    )
    add_member(monkeypatch, FileFormat, "TXT", *record)
    output = tmp_path / "view.txt"
    assert run("export", "auth=9307", "-o", output).exit_code == 0
    assert output.read_text(encoding="utf-8").startswith("2024 APEC, 4–24 November 2024")
    assert "The headline alone" in run("export", "--help").output
    with TestClient(Starlette(routes=made_routes("")), base_url="http://localhost") as client:
        answer = client.get("/export.txt?auth=9307&lang=en")
    assert (answer.content, answer.headers["content-type"].partition(";")[0]) == (output.read_bytes(), "text/plain")
    assert "_headline_9307_" in answer.headers["content-disposition"]
    app = downloads(open_app())
    assert "Plain text" in [button.proto.label for button in app.get("download_button")]
    assert "The headline alone" in markup_of(app)


ROLE_CHECK = """
import sys
from pathlib import Path
from geo.atlas import load_atlas
from geo.draw.figure import SIZES, draw_figure
from geo.evidence import Role
from geo.export.frames.claims import claims_frame
from geo.export.frames.table_view import cell_text, table_rows
from geo.export.web.page import to_web_page
from geo.view import LinkContext, make_context, read_link, start_state, to_query
from tests.view.samples import ATLAS, evidence_of, naming

evidence = evidence_of(naming("1", "harbour", role=Role.SHELTER))
known = LinkContext.of(evidence, ATLAS)
reading = read_link("v=1&auth=M&role=shelter", known, "en")
assert (reading.state.roles, reading.notices) == ((Role.SHELTER,), ())
assert "&role=shelter" in to_query(reading.state, known)
assert Role.SHELTER not in start_state(evidence, "en").roles
context = make_context(evidence, ATLAS, reading.state)
assert [cell_text(row, "role_name") for row in table_rows(context)] == ["Night shelter"]
assert list(claims_frame(context)["role_name"]) == ["Night shelter"]
assert "Night shelter" in "".join(run.text for line in draw_figure(context, SIZES["a4"]).texts for run in line.runs)
assert b"Night shelter" in to_web_page(context)
"""


def test_a_new_role(tmp_path: Path) -> None:
    """A member and its record: link, table, frames, figure and offline page have it."""
    copy_project(tmp_path)
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    insert(tmp_path / "geo/evidence/vocabulary.py", '    SHELTER = "shelter"\n', before="\n\nclass Certainty(")
    record = '    Role.SHELTER: RoleRecord("Night shelter", "named as a shelter; context", "square"),\n'
    insert(tmp_path / "geo/view/roles.py", record, before="}\n\nSTART_ROLES")
    run_check(ROLE_CHECK, tmp_path)


def test_a_new_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member with its name: the frame of facts and the offline page have it after the topics that have an order."""
    from geo.export.frames import facts  # noqa: PLC0415 - its order is made of the members while it loads

    weather = add_member(monkeypatch, Topic, "WEATHER", "weather")
    monkeypatch.setitem(home.TOPIC_LABELS, weather, "The weather")
    monkeypatch.setattr(facts, "TOPICS", (*facts.TOPICS, weather))
    evidence = evidence_of(saying("1", weather, "sky", value="clear", value_type="text"), saying("2", Topic.COST, "cost"))
    context = make_context(evidence, ATLAS, start_state(evidence, "en"))
    assert list(facts_frame(context)["topic_name"]) == ["Cost", "The weather"]
    assert [cell_text(row, "topic_name") for row in table_rows(context)] == ["Cost", "The weather"]


def test_the_orders_of_topics_hold_each_of_them_once() -> None:
    """No topic is without its section on the page, or without its rows in the files."""
    from geo.export.frames import facts  # noqa: PLC0415
    from geo.view.answers import questions  # noqa: PLC0415

    for order in (questions.TOPICS, facts.TOPICS):
        assert sorted(order) == sorted(Topic)


@pytest.fixture(
    params=[("table", home.ROLE_LABELS, Role.VENUE), ("facts", home.TOPIC_LABELS, Topic.COST)], ids=["role", "topic"]
)
def renamed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Change a label in its home; return the view of the page that has it, and its former text."""
    view, labels, member = request.param
    former = labels[member]
    monkeypatch.setitem(labels, member, "A name of today")
    return view, former


def test_a_name_changed_in_its_home_is_changed_everywhere(
    open_app: Open, evidence: Evidence, atlas: Atlas, renamed: tuple[str, str]
) -> None:
    """Page, frames, figure and offline page keep no copy of it."""
    view, former = renamed
    context = make_context(evidence, atlas, replace(start_state(evidence, "en"), roles=tuple(Role)))
    names = set(claims_frame(context)["role_name"] if view == "table" else facts_frame(context)["topic_name"])
    assert ("A name of today" in names, former in names) == (True, False)
    page = to_web_page(context).decode()
    assert ("A name of today" in page, f">{former}<" in page) == (True, False)
    assert ("A name of today" in said_on(context)) == (view == "table")
    app = open_app(view=view)
    assert "A name of today" in markup_of(app) + str([group.options for group in app.get("button_group")])


FRENCH = """    "fr": Language(
        locale="fr_FR",
        bibtex="french",
        apa_dates=("y", "MMMM y", "d MMMM y"),
        chicago_dates=("y", "MMMM y", "'le' d MMMM y"),
        chicago_title="« {title} ».",
        places_page="lieux.html",
        claims_page="affirmations.html",
    ),
"""

LANGUAGE_CHECK = """
import sys
from pathlib import Path
from click.testing import CliRunner
from geo.__main__ import cli
from geo.export.opened_view import open_view
from geo.export.web.site import PAGES, TABLES
from geo.text import LANGUAGES, preferred_language

evidence, atlas = map(Path, sys.argv[1:])
view = open_view("v=1&auth=9307&lang=fr", evidence=evidence, atlas=atlas)
assert view.notices == (), view.notices
assert LANGUAGES == ("en", "fr", "es")
assert "lang=fr" in view.query
assert view.context.words("Places") == "Lieux"
assert "novembre 2024" in view.headline, view.headline
assert 'lang="fr"' in view.figure("svg").decode()[:3000]
from geo.export.web.page import LANGUAGE_NAMES
assert LANGUAGE_NAMES["fr"] == "Français"
assert '<html lang="fr"' in view.export("html").decode()
assert (PAGES["fr"], TABLES["fr"]) == ("fr.html", "lieux.html")
assert preferred_language("fr-CA,es;q=0.5") == "fr"
assert "[en|fr|es]" in CliRunner().invoke(cli, ["export", "--help"]).output
from geo.export import CitationStyle, cite_view
from datetime import date
cited = {style: cite_view(view.context, style, accessed=date(2026, 12, 1)) for style in CitationStyle}
assert "langid = {french}" in cited[CitationStyle.BIBTEX]
assert "le 1 décembre 2026" in cited[CitationStyle.CHICAGO]
assert "« Where US Forces" in cited[CitationStyle.CHICAGO]
"""


def test_a_new_language(tmp_path: Path) -> None:
    """An entry and a catalogue: words, link, figure, offline page, site, citations and command line have it."""
    copy_project(tmp_path)
    insert(tmp_path / "geo/text/languages.py", FRENCH, before='    "es": Language(')
    catalogue = tmp_path / "geo" / "text" / "locale" / "fr" / "LC_MESSAGES" / "geo.po"
    catalogue.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    catalogue.write_text(f'{header}msgid "Places"\nmsgstr "Lieux"\n', encoding="utf-8")
    run_check(LANGUAGE_CHECK, tmp_path, str(FROZEN), str(DATA / "atlas"))
