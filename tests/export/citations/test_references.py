"""What a citation says before a style writes it."""

from dataclasses import replace
from datetime import date

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence, Source
from geo.export.citations.references import Name, refer_to_source, refer_to_view
from geo.text import translator
from geo.view import make_context, start_state

BASE = "https://example.org/ingreso/"


def source(evidence: Evidence, **changes: str) -> Source:
    """Return a source with some texts changed."""
    return replace(evidence.sources["C-01"], **changes)  # type: ignore[arg-type]


def test_a_view_is_a_map_with_a_version_and_a_link(evidence: Evidence, atlas: Atlas) -> None:
    """Its date is that of the data, its language that of the view, and its subtitle says what it shows."""
    context = make_context(evidence, atlas, replace(start_state(evidence, "es"), place="pisco"), base_url=BASE)
    found = refer_to_view(context, accessed=date(2026, 12, 1))
    assert (found.kind, found.language, found.version) == ("map", "es", evidence.version)
    assert found.author == Name("Ingreso")
    assert ".".join(map(str, found.issued)) == "2026.11.22"
    assert found.shown.startswith("Pisco; ")
    assert found.whole_title == f"{found.title}: {found.shown}"
    assert found.url == context.link
    assert found.accessed == date(2026, 12, 1)


def test_a_view_without_an_address_has_no_link(evidence: Evidence, atlas: Atlas) -> None:
    """None is made up."""
    assert refer_to_view(make_context(evidence, atlas, start_state(evidence, "en"))).url == ""


@pytest.mark.parametrize(
    ("published", "issued"), [("2023-05-18", (2023, 5, 18)), ("2023-05", (2023, 5)), ("2023", (2023,)), ("", ())]
)
def test_a_date_is_as_exact_as_it_is_known(evidence: Evidence, published: str, issued: tuple[int, ...]) -> None:
    """Nothing is filled in."""
    assert refer_to_source(source(evidence, published=published), translator("en")).issued == issued


@pytest.mark.parametrize(
    ("changes", "author", "publisher"),
    [
        ({"author_inverted": "Ruiz, Ana", "author": "Ana Ruiz", "publisher": "A"}, Name("Ruiz", "Ana"), "A"),
        ({"author_inverted": "", "author": "Amnesty International", "publisher": "A"}, Name("Amnesty International"), "A"),
        ({"author_inverted": "", "author": "", "publisher": "La Jornada"}, Name("La Jornada"), ""),
        ({"author_inverted": "", "author": "", "publisher": ""}, None, ""),
    ],
    ids=["person", "organisation", "publisher alone", "nobody"],
)
def test_who_is_named_first(evidence: Evidence, changes: dict[str, str], author: Name | None, publisher: str) -> None:
    """A publisher without an author takes its place, and is not named twice."""
    found = refer_to_source(source(evidence, **changes), translator("en"))
    assert (found.author, found.publisher) == (author, publisher)


def test_a_described_source_is_in_the_reader_s_language(evidence: Evidence) -> None:
    """A title of its own keeps the language of the source."""
    words = translator("es")
    described = refer_to_source(source(evidence, title="[A report]", title_es="[Un informe]", language="en"), words)
    own = refer_to_source(source(evidence, title="A report", title_es="", language="en"), words)
    assert (described.title, described.language, described.is_described) == ("[Un informe]", "es", True)
    assert (own.title, own.language, own.is_described) == ("A report", "en", False)


def test_a_source_with_an_address_is_a_web_page(evidence: Evidence) -> None:
    """One without is a document; the key is that of the data."""
    found = [refer_to_source(source(evidence, url=url), translator("en")) for url in ("https://example.org/a", "")]
    assert [each.kind for each in found] == ["webpage", "document"]
    assert found[0].key == "source-C-01"
