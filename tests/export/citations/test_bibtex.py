"""BibTeX entries."""

from dataclasses import replace
from datetime import date

import pytest

from geo.export.citations.bibtex import escape, to_bibtex
from geo.export.citations.references import Name, Reference
from geo.text import translator

PAGE = Reference(
    key="source-C-01",
    kind="webpage",
    title="Peru & the troops",
    language="es",
    author=Name("Ruiz Núñez", "José"),
    publisher="La Jornada",
    issued=(2023, 6, 1),
    url="https://example.org/a_b?c={d}%20e&f",
    accessed=date(2026, 12, 1),
)


def field(reference: Reference, name: str) -> str:
    """Return a field of an entry as it is written; empty for none."""
    lines = to_bibtex(reference, translator("en")).splitlines()
    return next((line.partition(" = ")[2].rstrip(",") for line in lines if line.strip().startswith(f"{name} = ")), "")


def test_an_entry_has_a_line_for_each_thing_known() -> None:
    """In a fixed order, what is not known left out."""
    names = [line.split(" = ")[0].strip() for line in to_bibtex(PAGE, translator("en")).splitlines()]
    fields = ["author", "title", "howpublished", "year", "month", "day", "langid", "url", "urldate"]
    assert names == ["@misc{source-C-01,", *fields, "}"]


def test_a_person_and_an_organisation() -> None:
    """A comma parts a person's names; an organisation is kept whole by braces of its own."""
    assert field(PAGE, "author") == r"{Ruiz N{\'u}{\~n}ez, Jos{\'e}}"
    assert field(replace(PAGE, author=Name("Amnesty International")), "author") == "{{Amnesty International}}"
    assert field(replace(PAGE, author=None), "author") == ""


def test_a_title_keeps_its_capitals() -> None:
    """Styles lower the case of what is not in two pairs of braces."""
    assert field(PAGE, "title") == r"{{Peru \& the troops}}"


def test_an_address_is_verbatim_but_for_what_breaks_the_entry() -> None:
    """Braces and spaces are percent-encoded."""
    assert field(PAGE, "url") == "{https://example.org/a_b?c=%7Bd%7D%20e&f}"


@pytest.mark.parametrize(
    ("issued", "fields"),
    [((2023, 6, 1), ("{2023}", "jun", "{1}", "")), ((2023, 6), ("{2023}", "jun", "", "")), ((2023,), ("{2023}", "", "", ""))],
)
def test_a_date_is_as_exact_as_it_is_known(issued: tuple[int, ...], fields: tuple[str, ...]) -> None:
    """The month is a name that BibTeX knows, without braces."""
    assert tuple(field(replace(PAGE, issued=issued), name) for name in ("year", "month", "day", "note")) == fields


def test_a_version_or_no_date_is_a_note() -> None:
    """Of a view the version of its data; of a page without a date, that there is none."""
    assert field(replace(PAGE, version="2.0.0"), "note") == "{Data version 2.0.0}"
    assert field(replace(PAGE, issued=()), "note") == "{n.d.}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50 % & more_", r"50 \% \& more\_"),
        ("--", "-{}-"),
        ("“a” – b", "``a'' -- b"),
        ("Perú", r"Per{\'u}"),
        ("í", r"{\'\i}"),
        ("秘鲁", "秘鲁"),
        ("a\u00a0b", "a~b"),
    ],
)
def test_text_is_escaped(text: str, written: str) -> None:
    """TeX's own signs get commands, accents too; other letters stay."""
    assert escape(text) == written
