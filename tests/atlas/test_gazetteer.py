"""The gazetteer and its index."""

from geo.atlas import Gazetteer, GazetteerEntry


def entry(name: str, level: str, *, ubigeo: str | None = None, other: tuple[str, ...] = ()) -> GazetteerEntry:
    """Return an entry in Loreto."""
    return GazetteerEntry(name, other, level, "PE-LOR", None, None, None, None, None, ubigeo, "INEI")  # type: ignore[arg-type]


LORETO = entry("Loreto", "unit", ubigeo="16")
PROVINCE = entry("Loreto", "province", ubigeo="1603")
IQUITOS = entry("Iquitos", "place", ubigeo="160101", other=("Ikitos",))
INDEX = Gazetteer((LORETO, PROVINCE, IQUITOS)).index_by_name


def test_a_name_gives_every_entry_that_bears_it() -> None:
    """In any spelling, with alternate names, and in the order of the file."""
    assert INDEX.named("LORETO") == [LORETO, PROVINCE]
    assert INDEX.named("ikítos") == [IQUITOS]
    assert INDEX.named("Nauta") == ()


def test_a_unit_is_known_by_its_codes() -> None:
    """ISO 3166-2 and INEI; the codes of provinces and places are no units."""
    assert [INDEX.unit_code(text) for text in ("PE-LOR", "pe-lor", "16", "Loreto")] == ["PE-LOR"] * 4
    assert [INDEX.unit_code(text) for text in ("1603", "Iquitos")] == [None, None]
    assert INDEX.named("PE-LOR") == [LORETO]


def test_names_keep_their_spelling() -> None:
    """What is suggested is written as the source writes it."""
    assert INDEX.spellings["iquitos"] == "Iquitos"
    assert INDEX.unit_names == {"PE-LOR": "Loreto"}


def test_the_index_is_made_once() -> None:
    """At the first question."""
    gazetteer = Gazetteer((LORETO,))
    assert gazetteer.index_by_name is gazetteer.index_by_name
