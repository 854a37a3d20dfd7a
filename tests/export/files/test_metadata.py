"""What every file says of itself."""

from dataclasses import replace

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.files.metadata import about_frame, about_lines, column_lines, keywords, rights
from geo.export.frames import TABLES
from geo.text import translator
from geo.view import BasisFilter, make_context, start_state
from tests.export.file_samples import subject_of


def test_a_file_says_what_it_shows_and_whose_it_is(evidence: Evidence, atlas: Atlas) -> None:
    """Headline, caution, acts with days, link, version, licence, credits and citation, in the language of the view."""
    context = subject_of(evidence, atlas, "start")
    lines = dict(about_lines(context))
    assert lines["What it shows"] == context.headline.text
    assert lines["Link to this view"] == context.link
    assert "1 June" in lines["Authorisations"]
    assert evidence.version in lines["Data version"]
    assert all(licence.path in lines["Licence of the data"] for licence in evidence.licences)
    assert "Natural Earth" in lines["Credits"]
    assert lines["Sources that count"] == "Texts and corroboration"
    assert "Qué muestra" in dict(about_lines(subject_of(evidence, atlas, "Spanish")))


def test_filters_are_said(evidence: Evidence, atlas: Atlas) -> None:
    """The texts alone, two independent sources, no role, no act."""
    state = replace(start_state(evidence, "en"), basis=BasisFilter.TEXTS, min_sources=2, roles=(), authorisations=())
    lines = dict(about_lines(make_context(evidence, atlas, state)))
    assert lines["Sources that count"] == "The source texts alone; At least two independent sources"
    assert (lines["Roles"], lines["Authorisations"]) == ("none", "none")


def test_keywords_find_a_file(evidence: Evidence, atlas: Atlas) -> None:
    """Country, acts, version and licence."""
    found = keywords(subject_of(evidence, atlas, "start"))
    assert found[0] == "Peru"
    assert {act.short_en for act in evidence.authorisations.values()} < set(found)
    assert f"Data version {evidence.version}" in found
    assert found[-1] == evidence.licences[-1].title


def test_rights_are_one_line(evidence: Evidence, atlas: Atlas) -> None:
    """Version, licence and credits."""
    context = subject_of(evidence, atlas, "start")
    line = rights(context)
    assert "\n" not in line
    assert line.startswith(f"Data version {evidence.version}. {evidence.licences[0].title}")
    assert line.endswith(context.atlas.credits_in("en")[-1])


def test_the_frame_holds_the_same(evidence: Evidence, atlas: Atlas) -> None:
    """Two columns of text."""
    context = subject_of(evidence, atlas, "Spanish")
    frame = about_frame(context)
    assert list(frame) == ["subject", "text"]
    assert list(frame.itertuples(index=False, name=None)) == list(about_lines(context))


def test_a_column_has_one_meaning() -> None:
    """A name that several tables have is told once."""
    words = translator("en")
    every = [column for table in TABLES for column in table.columns]
    names = [name for name, _ in column_lines(every, words)]
    assert len(names) == len(set(names)) == len({column.name for column in every})
    assert all(about for _, about in column_lines(every, words))
