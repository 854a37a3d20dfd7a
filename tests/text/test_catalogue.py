"""The Spanish catalogue says everything that the code says, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_from_file
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {**DEFAULT_KEYWORDS, "message": None, "words": None, "plural": (1, 2)}
PLACEHOLDER = re.compile(r"{(\w*)}")


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms of a message or of its translation: one, or one for each number."""
    return (text,) if isinstance(text, str) else tuple(text)


def extract_messages() -> Iterator[str | tuple[str, ...]]:
    """Yield every message of the code, as `make words` finds them."""
    for _, _, text, _, _ in extract_from_dir(ROOT / "geo", [("**.py", "python")], {}, KEYWORDS):
        yield text
    for _, text, _, _ in extract_from_file("python", ROOT / "app.py", KEYWORDS):
        yield text


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    """Read the Spanish catalogue."""
    with (ROOT / "geo" / "text" / "locale" / "es" / "LC_MESSAGES" / "geo.po").open("rb") as file:
        return read_po(file, locale="es")


@pytest.fixture(scope="module")
def translated(catalogue: Catalog) -> dict[tuple[str, ...], Message]:
    """Give the entries of the catalogue by the forms of their message, without the header."""
    return {forms(entry.id): entry for entry in catalogue if entry.id}


def test_the_catalogue_holds_just_the_messages_of_the_code(translated: dict[tuple[str, ...], Message]) -> None:
    """No message lacks an entry, and no entry has lost its message."""
    assert sorted(translated) == sorted({forms(text) for text in extract_messages()})


def test_extraction_finds_messages_of_every_kind() -> None:
    """A marked message, a spoken one and a plural are all found: else the comparison with the catalogue would be empty."""
    found = {forms(text) for text in extract_messages()}
    assert {("Port",), ("Legend",), ("{count} day", "{count} days")} <= found


def test_every_message_has_a_spanish_form(translated: dict[tuple[str, ...], Message]) -> None:
    """No form of a translation is empty."""
    assert [key for key, entry in translated.items() if not all(form.strip() for form in forms(entry.string))] == []


def test_no_translation_is_fuzzy(translated: dict[tuple[str, ...], Message]) -> None:
    """No translation is a guess of the tool."""
    assert [key for key, entry in translated.items() if entry.fuzzy] == []


def test_no_translation_is_obsolete(catalogue: Catalog) -> None:
    """No translation outlives its message."""
    assert list(catalogue.obsolete) == []


def test_translations_have_the_places_of_their_messages(translated: dict[tuple[str, ...], Message]) -> None:
    """A translation fills in the same values as its message, in each of its forms."""
    different = []
    for key, entry in translated.items():
        wanted = {frozenset(PLACEHOLDER.findall(form)) for form in key}
        if {frozenset(PLACEHOLDER.findall(form)) for form in forms(entry.string)} != wanted:
            different.append(key)
    assert different == []


def test_plurals_have_both_spanish_forms(translated: dict[tuple[str, ...], Message]) -> None:
    """A message with two forms has two in Spanish, a plain one has one."""
    assert {key: len(forms(entry.string)) for key, entry in translated.items()} == {key: len(key) for key in translated}
