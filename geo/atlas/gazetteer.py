"""The gazetteer, with an index by name that is built at its first use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from geo.atlas.name_folding import fold_name
from geo.atlas.records import GazetteerEntry


@dataclass(frozen=True, slots=True)
class GazetteerIndex:
    """Index of the gazetteer: entries by folded name, units by code."""

    entries: Mapping[str, Sequence[GazetteerEntry]]
    spellings: Mapping[str, str]
    """Names as the source writes them, by folded name."""
    unit_names: Mapping[str, str]
    """Official names, by ISO code."""
    unit_codes: Mapping[str, str]
    """ISO codes by folded name, INEI code and ISO code."""

    def named(self, name: str) -> Sequence[GazetteerEntry]:
        """Return the entries with a name, in any spelling; empty for none."""
        return self.entries.get(fold_name(name), ())

    def unit_code(self, name: str) -> str | None:
        """Return the ISO code of a unit by its name, ISO code or INEI code; None for no unit."""
        return self.unit_codes.get(fold_name(name))


class Gazetteer(tuple[GazetteerEntry, ...]):  # noqa: SLOT001 - a slot of a tuple could not keep the index
    """Entries of ``gazetteer.csv`` in the order of the file, with their index."""

    @cached_property
    def index_by_name(self) -> GazetteerIndex:
        """Entries by folded name, and units by code."""
        entries: dict[str, list[GazetteerEntry]] = {}
        for entry in self:
            for spelling in _spellings(entry):
                entries.setdefault(spelling, []).append(entry)
        units = [entry for entry in self if entry.level == "unit"]
        codes = {spelling: unit.unit for unit in units for spelling in _spellings(unit)}
        spellings = {fold_name(entry.name): entry.name for entry in reversed(self)}
        return GazetteerIndex(entries, spellings, {unit.unit: unit.name for unit in units}, codes)


def _spellings(entry: GazetteerEntry) -> tuple[str, ...]:
    """Return the folded names of an entry, and the ISO and INEI codes of a unit."""
    codes = (entry.unit, entry.ubigeo or entry.unit) if entry.level == "unit" else ()
    return tuple(dict.fromkeys(fold_name(name) for name in (entry.name, *entry.alternate_names, *codes)))
