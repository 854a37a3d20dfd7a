"""Citations of views and sources; BibTeX and CSL-JSON are read back by libraries that know the format."""

import json
import re
import warnings
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string
from pybtex.richtext import Text

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import CitationStyle, cite_sources, cite_view
from geo.export.citations.bibtex import escape
from geo.view import LinkContext, ViewContext, from_query, make_context, start_state
from tests.view.samples import evidence_of, source

BASE = "https://example.org/map/"
DAY = date(2026, 12, 1)
SHOWN = {
    "en": "2 acts, 17 places named in 14 of 25 regions; 1 June – 31 December 2023 and 4–24 November 2024",
    "es": (
        "2 normas, 17 lugares mencionados en 14 de 25 regiones; "
        "1 de junio – 31 de diciembre de 2023 y 4–24 de noviembre de 2024"
    ),
}


@pytest.fixture
def released(evidence: Evidence) -> Evidence:
    """Give the data as a version that does not change with it."""
    newest = replace(evidence.changes[0], version="1.0.0", date="2026-11-22")
    return replace(evidence, version="1.0.0", changes=(newest,))


def view_of(evidence: Evidence, atlas: Atlas, language: str) -> tuple[ViewContext, str]:
    """Return the view of Pisco, and its full link."""
    query = (
        "v=1&auth=31758,9307&d.31758=2023-06-01..2023-12-31&d.9307=2024-11-04..2024-11-24&role=deployment,exercise,venue"
        f"&basis=all&min=1&place=pisco&view=map&lang={language}&data=1.0.0"
    )
    state = from_query(query, LinkContext.of(evidence, atlas), language="en").state
    return make_context(evidence, atlas, state, base_url=BASE), f"{BASE}?{query}"


def entries(text: str) -> Mapping[str, Entry]:
    """Read BibTeX with a library that reads it; a fault raises."""
    return parse_string(text, "bibtex").entries


def bibliography(items: list[dict[str, object]]) -> list[str]:
    """Set CSL-JSON in the style that citeproc-py carries; what it does not know of an item is a fault."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source_of_items = CiteProcJSON(items)
    made = CitationStylesBibliography(CitationStylesStyle("harvard-cite-them-right"), source_of_items, formatter.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    return [str(line) for line in made.bibliography()]


@pytest.mark.parametrize(
    ("language", "style", "expected"),
    [
        pytest.param(
            "en",
            CitationStyle.APA,
            "Ingreso. (2026). Where US forces were authorised to enter Peru: Pisco; {shown} (Version 1.0.0) [Interactive map]. "
            "Retrieved December 1, 2026, from {link}",
            id="APA in English",
        ),
        pytest.param(
            "es",
            CitationStyle.APA,
            "Ingreso. (2026). Dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú: Pisco; {shown} (versión 1.0.0) "
            "[Mapa interactivo]. Recuperado el 1 de diciembre de 2026 de {link}",
            id="APA in Spanish",
        ),
        pytest.param(
            "en",
            CitationStyle.CHICAGO,
            "Ingreso. “Where US Forces Were Authorised to Enter Peru.” Interactive map: Pisco; {shown}. "
            "Data version 1.0.0, November 22, 2026. Accessed December 1, 2026. {link}.",
            id="Chicago in English",
        ),
        pytest.param(
            "es",
            CitationStyle.CHICAGO,
            "Ingreso. «Dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú». Mapa interactivo: Pisco; {shown}. "
            "Versión de los datos: 1.0.0, 22 de noviembre de 2026. Consultado el 1 de diciembre de 2026. {link}.",
            id="Chicago in Spanish",
        ),
    ],
)
def test_a_view_is_cited_with_its_full_link(
    released: Evidence, atlas: Atlas, *, language: str, style: CitationStyle, expected: str
) -> None:
    """Project, year, title, what the view shows, version, medium and address, as the style orders them."""
    context, link = view_of(released, atlas, language)
    assert cite_view(context, style, accessed=DAY) == expected.format(shown=SHOWN[language], link=link)


def test_without_address_and_day_none_is_made_up(released: Evidence, atlas: Atlas) -> None:
    """The citation then ends with what is known."""
    context, _ = view_of(released, atlas, "en")
    found = cite_view(replace(context, base_url=""), CitationStyle.APA)
    assert found.endswith("(Version 1.0.0) [Interactive map].")


def test_data_without_a_change_log_has_no_date(atlas: Atlas) -> None:
    """A package that nobody dated is cited without a date rather than with today's."""
    evidence = evidence_of()
    found = cite_view(make_context(evidence, atlas, start_state(evidence, "en")), CitationStyle.APA)
    assert found.startswith("Ingreso. (n.d.). Where US forces")


def test_the_view_as_bibtex_is_read_back(released: Evidence, atlas: Atlas) -> None:
    """The library reads every field; address and dates are as they were given."""
    context, link = view_of(released, atlas, "es")
    text = cite_view(context, CitationStyle.BIBTEX, accessed=DAY)
    (entry,) = entries(text).values()
    assert (entry.key, entry.type) == ("ingreso2026", "misc")
    assert [str(person) for person in entry.persons["author"]] == ["{Ingreso}"]
    read = {field: Text.from_latex(value) for field, value in entry.fields.items() if field != "url"}
    assert {field: str(value) for field, value in read.items()} == {
        "title": f"Dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú: Pisco; {SHOWN['es']}",
        "howpublished": "Mapa interactivo",
        "year": "2026",
        "month": "November",
        "day": "22",
        "note": "Versión de los datos: 1.0.0",
        "langid": "spanish",
        "urldate": "2026-12-01",
    }
    assert entry.fields["url"] == link


def test_the_view_as_csl_is_set(released: Evidence, atlas: Atlas) -> None:
    """The library knows every variable, and sets what it is given."""
    context, link = view_of(released, atlas, "en")
    items = json.loads(cite_view(context, CitationStyle.CSL, accessed=DAY))
    title = f"Where US forces were authorised to enter Peru: Pisco; {SHOWN['en']}"
    assert items == [
        {
            "id": "ingreso2026",
            "type": "map",
            "author": [{"literal": "Ingreso"}],
            "title": title,
            "genre": "Interactive map",
            "version": "1.0.0",
            "issued": {"date-parts": [[2026, 11, 22]]},
            "accessed": {"date-parts": [[2026, 12, 1]]},
            "language": "en",
            "URL": link,
        }
    ]
    (line,) = bibliography(items)
    assert line.startswith(f"Ingreso (2026) “{title}”")
    assert link in line


@pytest.mark.parametrize(
    ("language", "style", "expected"),
    [
        (
            "en",
            CitationStyle.APA,
            (
                "[Report on the 2024 authorisation]. (n.d.).\n"
                "Misión Verdad. (2023, June 5). What is Behind the Entry of US Troops and Weapons Into Peru? Orinoco Tribune.\n"
                "Corbishley, N. (2023, May). [Article on the 2023 authorisation]. NakedCapitalism. {address}"
            ),
        ),
        (
            "es",
            CitationStyle.APA,
            (
                "[Nota sobre la autorización de 2024]. (s. f.).\n"
                "Misión Verdad. (2023, 5 de junio). What is Behind the Entry of US Troops and Weapons Into Peru? "
                "Orinoco Tribune.\n"
                "Corbishley, N. (2023, mayo). [Artículo sobre la autorización de 2023]. NakedCapitalism. {address}"
            ),
        ),
        (
            "en",
            CitationStyle.CHICAGO,
            (
                "[Report on the 2024 authorisation]. N.d.\n"
                "Misión Verdad. “What is Behind the Entry of US Troops and Weapons Into Peru?” Orinoco Tribune, June 5, 2023.\n"
                "Corbishley, Nick. [Article on the 2023 authorisation]. NakedCapitalism, May 2023. {address}."
            ),
        ),
        (
            "es",
            CitationStyle.CHICAGO,
            (
                "[Nota sobre la autorización de 2024]. S. f.\n"
                "Misión Verdad. «What is Behind the Entry of US Troops and Weapons Into Peru?». "
                "Orinoco Tribune, 5 de junio de 2023.\n"
                "Corbishley, Nick. [Artículo sobre la autorización de 2023]. NakedCapitalism, mayo de 2023. {address}."
            ),
        ),
    ],
    ids=["APA in English", "APA in Spanish", "Chicago in English", "Chicago in Spanish"],
)
def test_sources_are_cited_as_exactly_as_they_are_known(
    evidence: Evidence, language: str, style: CitationStyle, expected: str
) -> None:
    """A text without author, a named organisation and a person; a day, a month and no date; a title of its own and none."""
    found = cite_sources(evidence, ["001", "002", "003"], style, language=language)
    assert found == expected.format(address=evidence.sources["003"].url)


def test_every_source_is_read_back_by_the_libraries(evidence: Evidence) -> None:
    """All sources of the data are valid in both formats, with their addresses, and none is lost."""
    read = entries(cite_sources(evidence, evidence.sources, CitationStyle.BIBTEX))
    addresses = {f"source-{key}": record.url for key, record in evidence.sources.items()}
    assert {key: entry.fields.get("url", "") for key, entry in read.items()} == addresses
    items = json.loads(cite_sources(evidence, evidence.sources, CitationStyle.CSL))
    assert {item["id"]: item.get("URL", "") for item in items} == addresses
    assert len(bibliography(items)) == len(evidence.sources)


@pytest.mark.parametrize("style", CitationStyle)
@pytest.mark.parametrize(("place", "name"), [("pisco", "Pisco"), ("PE-TAC", "Tacna"), ("PE-CAL", "Callao")])
def test_the_title_names_what_is_selected(
    evidence: Evidence, atlas: Atlas, *, place: str, name: str, style: CitationStyle
) -> None:
    """A place or a whole unit, named or not, precedes what is counted; without a selection the title goes without."""
    start = start_state(evidence, "es")
    views = (make_context(evidence, atlas, replace(start, place=key)) for key in (place, ""))
    chosen, without = (cite_view(view, style) for view in views)
    assert f": {name}; 2 normas, " in chosen
    assert chosen.replace(f"{name}; ", "") == without


def test_a_person_has_two_names_and_an_organisation_one(evidence: Evidence) -> None:
    """A reference manager may turn a person's name around, and leaves that of an organisation whole."""
    read = entries(cite_sources(evidence, ["002", "003"], CitationStyle.BIBTEX))
    people = [(person.last_names, person.first_names) for entry in read.values() for person in entry.persons["author"]]
    assert people == [(["{Misi{\\'o}n Verdad}"], []), (["Corbishley"], ["Nick"])]
    items = json.loads(cite_sources(evidence, ["002", "003"], CitationStyle.CSL))
    assert [item["author"] for item in items] == [[{"literal": "Misión Verdad"}], [{"family": "Corbishley", "given": "Nick"}]]


def test_initials_keep_hyphens_and_every_given_name() -> None:
    """APA shortens each given name, also one that is an initial already."""
    evidence = evidence_of(sources=(replace(source("T"), author="x", author_inverted="Núñez, Ana-María J. Elena"),))
    assert cite_sources(evidence, ["T"], CitationStyle.APA) == "Núñez, A.-M. J. E. (n.d.). Source T."


def test_an_unknown_source_is_not_cited(evidence: Evidence) -> None:
    """A wrong id is the caller's mistake, not a citation with a gap."""
    with pytest.raises(KeyError, match="C-99"):
        cite_sources(evidence, ["002", "C-99"], CitationStyle.APA)


@given(st.text(alphabet="aZ9 .,;:é ñÑüçíÍ&%_#~\\–“”łŐ中¿»-"))
def test_escaped_text_is_read_as_it_was(text: str) -> None:
    """What TeX would act upon comes back as the character it was."""
    normal = re.sub(" +", " ", f"x{text}x")
    assert str(Text.from_latex(escape(normal))) == normal


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_no_text_breaks_an_entry(text: str) -> None:
    """Braces stay balanced, quotes and commands stay text: the entry around any title is read whole."""
    evidence = evidence_of(sources=(replace(source("T"), title=f"x{text}", url="https://example.org/a{b} c"),))
    (entry,) = entries(cite_sources(evidence, ["T"], CitationStyle.BIBTEX)).values()
    assert entry.fields["url"] == "https://example.org/a%7Bb%7D%20c"
    assert set(entry.fields) == {"title", "note", "langid", "url"}
