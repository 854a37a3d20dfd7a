"""What is wrong with the evidence: a fault for each thing to correct, and the error that lists them all."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct in a file of the evidence; as text it is one line.

    Examples
    --------
    >>> print(Fault("claims.csv", 12, "start", "an ISO date (YYYY-MM-DD)", "'31/12/2023'"))
    claims.csv, row 12, start: expected an ISO date (YYYY-MM-DD), found '31/12/2023'
    """

    file: str
    row: int | None
    """Row as a spreadsheet numbers it, the header being row 1; None where the fault is not in one row."""
    field: str | None
    """Column, or property of the descriptor; None where the fault is not in one of them."""
    expected: str
    found: str

    def __str__(self) -> str:
        """Return the fault as one line: where, what was expected, what was found."""
        where = [self.file]
        if self.row is not None:
            where.append(f"row {self.row}")
        if self.field is not None:
            where.append(self.field)
        return f"{', '.join(where)}: expected {self.expected}, found {self.found}"


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
