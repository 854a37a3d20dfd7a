"""What is wrong with the evidence: a fault for each thing to correct, and the error that lists them all."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

MANY: Final = 5
"""Rows with the same fault that are listed one by one; more of them have one cause, and one line."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct in a file of the evidence; as text it is one line.

    Examples
    --------
    >>> print(Fault("claims.csv", 12, "start", "a date", "'31/12/2023'", "write 2023-12-31"))
    claims.csv, row 12, start: expected a date, found '31/12/2023'; write 2023-12-31
    """

    file: str
    row: int | None
    """Row as a spreadsheet numbers it, the header being row 1; None where the fault is not in one row."""
    field: str | None
    """Column, or property of the descriptor; None where the fault is not in one of them."""
    expected: str
    found: str
    advice: str = ""
    """What to do, where that is known."""
    more_rows: int = 0
    """How many rows after this one have the same fault."""

    def __str__(self) -> str:
        """Return the fault as one line: where, what was expected, what was found, what to do."""
        where = [self.file]
        if self.row is not None:
            where.append(f"row {self.row} and {self.more_rows} more" if self.more_rows else f"row {self.row}")
        if self.field is not None:
            where.append(self.field)
        line = f"{', '.join(where)}: expected {self.expected}, found {self.found}"
        return f"{line}; {self.advice}" if self.advice else line


class EvidenceError(ValueError):
    """The evidence cannot be used; ``faults`` and the message list everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults and say each on a line of its own, below their number."""
        self.faults = tuple(faults)
        count = len(self.faults)
        title = f"the evidence has {count} fault{'' if count == 1 else 's'}"
        super().__init__("\n".join([f"{title}:", *map(str, self.faults)]))


def shortened(text: str, longest: int = 60) -> str:
    """Return a text that is no longer than a fault may quote."""
    return text if len(text) <= longest else f"{text[: longest - 3]}..."


def shown(text: str, longest: int = 60) -> str:
    """Return the text of a cell as a fault shows it: quoted on one line, shortened, or "nothing" when it is empty."""
    return repr(shortened(text, longest)) if text else "nothing"


def near_match(text: str, known: Iterable[str], *, cutoff: float = 0.75) -> str:
    """Return the known text that is most like a text; empty when none is alike. Case does not count."""
    spellings = {each.casefold(): each for each in known}
    same = next((each for each in spellings.values() if _bare(each) == _bare(text)), "")
    if same and same != text:
        return same
    found = get_close_matches(text.casefold()[:200], spellings, n=1, cutoff=cutoff)
    return spellings[found[0]] if found else ""


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Return the letters and digits of a text, its numbers without leading zeros: ``C-02`` and ``c 2`` are one."""
    return re.sub("(?<![0-9])0+(?=[0-9])", "", re.sub(r"[\W_]", "", text.casefold()))


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Return the advice of a fault whose text resembles a known one; empty when it resembles none."""
    match = near_match(text, known)
    return f"did you mean {match!r}?" if match else ""


def group_faults(faults: Iterable[Fault], filled: Mapping[tuple[str, str], int]) -> list[Fault]:
    """Return the faults with one line for those of many rows that have the same cause.

    The cause is the same where a column has the same fault in more than half of the rows that have a text in it (a
    spreadsheet has rewritten all dates), or where the same text is wrong in many rows (the row that its id means was removed).

    Parameters
    ----------
    faults
        In the order in which they are to be listed.
    filled
        How many rows of a file have a text in a column, by file and column.
    """

    def most(fault: Fault) -> int:
        """Return how many faults of a column are listed one by one: half of its texts, and a few in any case."""
        return max(MANY, filled.get((fault.file, fault.field or ""), 0) // 2)

    columns = _grouped(faults, lambda each: (each.file, each.field, each.expected), most)
    return _grouped(columns, lambda each: (each.file, each.field, each.expected, each.found, each.advice), lambda _: MANY)


def _grouped(faults: Iterable[Fault], cause: Callable[[Fault], Hashable], most: Callable[[Fault], int]) -> list[Fault]:
    """Return the first fault of each cause that has more than the most that are listed, and every fault of the others."""
    groups: dict[Hashable, list[Fault]] = defaultdict(list)
    for fault in faults:
        groups[cause(fault) if fault.row and not fault.more_rows else fault].append(fault)
    kept = []
    for group in groups.values():
        one = len(group) > most(group[0])
        kept += [replace(group[0], more_rows=len(group) - 1)] if one else group
    return kept
