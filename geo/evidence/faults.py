"""Faults of the evidence, and the error that lists them."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

MANY: Final = 5
"""Rows with the same fault that are listed one by one; more are one line."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One error in a file of the evidence. As text it is one line.

    Examples
    --------
    >>> print(Fault("claims.csv", 12, "start", "a date", "'31/12/2023'", "write 2023-12-31"))
    claims.csv, row 12, start: expected a date, found '31/12/2023'; write 2023-12-31
    """

    file: str
    row: int | None
    """Row as in a spreadsheet, the header being row 1; None if the fault is not in one row."""
    field: str | None
    """Column, or property of the descriptor; None if the fault is in neither."""
    expected: str
    found: str
    advice: str = ""
    """What to do; empty if that is not clear."""
    more_rows: int = 0
    """Number of further rows with the same fault."""

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
    """The evidence has faults. ``faults`` and the message list all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Store the faults, and list them in the message, one a line."""
        self.faults = tuple(faults)
        count = len(self.faults)
        title = f"the evidence has {count} fault{'' if count == 1 else 's'}"
        super().__init__("\n".join([f"{title}:", *map(str, self.faults)]))


def shortened(text: str, longest: int = 60) -> str:
    """Return a text, cut to the greatest length that a fault quotes."""
    return text if len(text) <= longest else f"{text[: longest - 3]}..."


def shown(text: str, longest: int = 60) -> str:
    """Return the text of a cell for a fault: quoted, on one line and shortened; "nothing" if it is empty."""
    return repr(shortened(text, longest)) if text else "nothing"


def near_match(text: str, known: Iterable[str], *, cutoff: float = 0.75) -> str:
    """Return the known text that is most similar to a text; empty if none is similar. Case is ignored.

    A text with the same letters and digits comes first: C-02 for C2.

    Parameters
    ----------
    cutoff
        Least similarity, 0 to 1 (difflib).
    """
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
    """Return the advice to write the most similar known text; empty if none is similar."""
    match = near_match(text, known)
    return f"did you mean {match!r}?" if match else ""


def group_faults(faults: Iterable[Fault], filled: Mapping[tuple[str, str], int]) -> list[Fault]:
    """Return the faults, with one fault in place of those of many rows with the same cause.

    The cause is the same if a column has the same fault in more than half of its texts (a spreadsheet has rewritten all dates),
    or if the same text is wrong in many rows (the row with this id was removed).

    Parameters
    ----------
    faults
        In the order of the list.
    filled
        By file and column: the number of rows with a text.
    """

    def most(fault: Fault) -> int:
        """Return how many faults of a column are listed one by one: half of its texts, and a few in any case."""
        return max(MANY, filled.get((fault.file, fault.field or ""), 0) // 2)

    columns = _grouped(faults, lambda each: (each.file, each.field, each.expected), most)
    return _grouped(columns, lambda each: (each.file, each.field, each.expected, each.found, each.advice), lambda _: MANY)


def _grouped(faults: Iterable[Fault], cause: Callable[[Fault], Hashable], most: Callable[[Fault], int]) -> list[Fault]:
    """Return the faults, with only the first of each cause that has more faults than ``most`` allows."""
    groups: dict[Hashable, list[Fault]] = defaultdict(list)
    for fault in faults:
        groups[cause(fault) if fault.row and not fault.more_rows else fault].append(fault)
    kept = []
    for group in groups.values():
        one = len(group) > most(group[0])
        kept += [replace(group[0], more_rows=len(group) - 1)] if one else group
    return kept
