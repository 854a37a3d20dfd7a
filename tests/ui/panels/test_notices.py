"""What is said about a link that was made with other data."""

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence, load_evidence, seal
from geo.ui import resources
from geo.view import LinkContext
from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]
EVIDENCE = Path(__file__).resolve().parents[2] / "evidence_1_0"


def raise_version(directory: Path, version: str) -> None:
    """Write a new version into the descriptor and its change log."""
    path = directory / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    entry = {"version": version, "date": "2031-01-02", "note_en": "Corrected after a letter.", "note_es": "Corregido."}
    path.write_text(
        json.dumps({**descriptor, "version": version, "changes": [entry, *descriptor["changes"]]}), encoding="utf-8"
    )


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """Release the data anew: a claim about Pisco reworded, the last one removed."""
    directory = Path(shutil.copytree(EVIDENCE, tmp_path_factory.mktemp("later") / "evidence"))
    path = directory / "claims.csv"
    with path.open(encoding="utf-8", newline="") as file:
        claims = list(csv.DictReader(file))
    claims.pop()
    next(row for row in claims if row["place_id"] == "pisco" and row["role"])["statement_en"] = "Reworded <b>here</b>."
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(claims[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(claims)
    raise_version(directory, "99.0.0")
    seal(directory)
    return load_evidence(directory)


@pytest.fixture
def open_later(later: Evidence, open_app: Open, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Return a function that opens the page over the later data."""
    present = resources.load_resources()
    changed = replace(present, evidence=later, link_context=LinkContext(later, present.link_context.units))
    monkeypatch.setattr(resources, "load_resources", lambda: changed)
    return open_app


def notice(app: AppTest) -> str:
    """Return the markup of what is said about the version of the data; empty without."""
    return next((block.proto.body for block in app.get("html") if 'class="since"' in block.proto.body), "")


def test_an_older_link_is_told_what_has_changed(open_later: Open, evidence: Evidence) -> None:
    """The counts, the maintainer's words, each claim as it now stands, and whether the link shows it; gone with a choice."""
    app = open_later(data=evidence.version, place="pisco")
    said = notice(app)
    assert f"made with data version {evidence.version}; since then 1 claim was changed and 1 claim was removed." in said
    assert "1 of those added or changed is among what the link shows." in said
    assert "99.0.0 · 2 January 2031: Corrected after a letter." in said
    assert "<b>Changed</b> <span>Reworded &lt;b&gt;here&lt;/b&gt;." in said
    gone = list(evidence.claims.values())[-1]
    assert f" · Source {gone.source_id} ({gone.claim_id})</span>" in said.partition("<b>Removed</b>")[2]
    assert not app.warning
    app.toggle(key="auth-31758").set_value(False).run()
    assert notice(app) == ""


def test_what_the_filters_hide_is_said_to_be_hidden(open_later: Open, evidence: Evidence) -> None:
    """A changed claim of an act that is switched off concerns the data, not the link."""
    said = notice(open_later(data=evidence.version, auth="31758"))
    assert "None of those added or changed is among what the link shows." in said
    assert "outside this view" in said


def test_a_link_of_the_present_data_is_told_nothing(open_app: Open, evidence: Evidence) -> None:
    """The usual case costs no word."""
    app = open_app(data=evidence.version)
    assert notice(app) == ""
    assert "st-key-notice" not in markup_of(app)


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("98.0.0", "names a data version that is not known here (98.0.0)"),
        ("100.0.0", "made with data version 100.0.0, which is newer than the version 99.0.0 shown here"),
        ("1.0.0+edited", "was being edited (1.0.0+edited)"),
        ("<script>", "not known here (&lt;script&gt;)"),
    ],
)
def test_a_version_that_is_not_in_the_log_is_said_to_be_so(open_later: Open, version: str, words: str) -> None:
    """Nothing is listed, and hostile text stays text."""
    said = notice(open_later(data=version))
    assert words in said
    assert "<details>" not in said


def test_an_unread_part_is_named_beside_it(open_later: Open) -> None:
    """The version of the data is no unread part: it has its own sentence."""
    app = open_later(data="1.0.0+edited", view="globe")
    assert "view=globe" in app.warning[0].value
    assert "data=" not in app.warning[0].value
    assert "was being edited" in notice(app)
