"""What changed from one version of the data to the next, claim by claim.

``history.csv`` is a log that only grows: a row says that in a version a claim got another fingerprint, or none, which means
that it was removed; beside the fingerprint stands what the claim was about. From it follows what has changed between any two
versions, also when a claim was changed and changed back. Sealing writes the rows of the present version anew, so that a
maintainer need not know what was changed.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from geo.evidence.descriptor import version_number
from geo.evidence.package import EDITED, HISTORY, DataPackage, Row

ABOUT: Final = ("authorisation_id", "topic", "place_id", "source_id")
"""Columns of a claim that the log keeps, so that a reader can be told what a claim was about that is gone."""
COLUMNS: Final = ("claim_id", "version", "fingerprint", *ABOUT)
_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Revision:
    """A claim as of a version (``history.csv``)."""

    claim_id: str
    version: str
    fingerprint: str
    """Of the claim's row, see :func:`fingerprint`; empty where the version removed it."""
    authorisation_id: str = ""
    topic: str = ""
    place_id: str = ""
    source_id: str = ""
    """As the version had them; empty where it removed the claim."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of the claims that one version has otherwise than another; what was changed and changed back is in none."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.changed or self.removed)

    @property
    def in_words(self) -> str:
        """How many claims of each kind: ``1 added, 0 changed, 0 removed claims``."""
        return f"{len(self.added)} added, {len(self.changed)} changed, {len(self.removed)} removed claims"


@dataclass(frozen=True, slots=True)
class History:
    """The versions of the data, and what each of them changed."""

    versions: tuple[str, ...] = ()
    """Oldest first; the last one is the present."""
    revisions: tuple[Revision, ...] = ()
    """In the order of the versions."""

    def __len__(self) -> int:
        """Return the number of revisions."""
        return len(self.revisions)

    def state_at(self, version: str) -> dict[str, str]:
        """Return the fingerprint of every claim that a version has, by id.

        Raises
        ------
        ValueError
            If there is no such version.
        """
        upto = frozenset(self.versions[: self.versions.index(version) + 1])
        latest = {each.claim_id: each.fingerprint for each in self.revisions if each.version in upto}
        return {claim_id: found for claim_id, found in latest.items() if found}

    def last_known(self, claim_id: str) -> Revision | None:
        """Return what the log last had of a claim that is gone; None for one that it never had."""
        known = (each for each in reversed(self.revisions) if each.claim_id == claim_id and each.fingerprint)
        return next(known, None)

    def since(self, version: str) -> Difference:
        """Return what the present has otherwise than a version.

        Raises
        ------
        ValueError
            If there is no such version.
        """
        before, now = self.state_at(version), self.state_at(self.versions[-1])
        return Difference(
            added=tuple(key for key in now if key not in before),
            changed=tuple(key for key in now if before.get(key, now[key]) != now[key]),
            removed=tuple(key for key in before if key not in now),
        )


def fingerprint(row: Row) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of a row's cells, as lines ``column=text`` sorted by column.

    Empty cells do not count, so that a new column changes no claim that has nothing in it.
    """
    lines = sorted(f"{column}={text}" for column, text in row.cells.items() if text)
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()[:_DIGITS]


def sort_changes(changes: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Return the entries of a change log newest first, by date and, of one day, by the numbers of their versions."""

    def age(entry: Mapping[str, str]) -> tuple[str, tuple[int, ...]]:
        """Return what an entry is sorted by: 1.10 is newer than 1.9."""
        return entry["date"], version_number(entry["version"])

    return sorted(changes, key=age, reverse=True)


def build_history(package: DataPackage, *, as_edited: bool = False) -> History:
    """Return the history of a package; data that was edited since it was sealed is a version of its own at the end.

    Parameters
    ----------
    package
        Without fault.
    as_edited
        Whether what the files hold is a version of its own even if they are the sealed ones.
    """
    log = read_log(package)
    base = package.version.removesuffix(EDITED)
    logged = [entry["version"] for entry in reversed(sort_changes(package.descriptor.get("changes", ())))]
    history = History(tuple(dict.fromkeys((*logged, *(each.version for each in log), base))), log)
    if not log or (package.is_sealed and not as_edited):
        return history
    present = f"{base}{EDITED}"
    edits = _revise(history.state_at(history.versions[-1]), package, present)
    return History((*history.versions, present), (*log, *edits))


def write_history(package: DataPackage) -> bytes:
    """Return the file of the history with the rows of the present version as the claims now are."""
    version = str(package.descriptor["version"])
    log = [each for each in read_log(package) if each.version != version]
    before = {each.claim_id: each.fingerprint for each in log}
    revisions = [*log, *_revise({key: found for key, found in before.items() if found}, package, version)]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(each, column) for column in COLUMNS] for each in revisions)
    return file.getvalue().encode("utf-8")


def find_edits(package: DataPackage) -> Difference:
    """Return which claims are otherwise than in the version of the history that was sealed last; none without a history."""
    log = read_log(package)
    if not log:
        return Difference()
    return build_history(package, as_edited=True).since(log[-1].version)


def read_log(package: DataPackage) -> tuple[Revision, ...]:
    """Return the rows of the history's file."""
    return tuple(Revision(*(row[column] for column in COLUMNS)) for row in _rows(package, HISTORY))


def _revise(before: Mapping[str, str], package: DataPackage, version: str) -> Iterable[Revision]:
    """Yield what a version changes: claims added and changed in the order of the file, then those removed."""
    rows = {row["claim_id"]: row for row in _rows(package, "claims")}
    now = {key: fingerprint(row) for key, row in rows.items()}
    for key, found in now.items():
        if before.get(key) != found:
            yield Revision(key, version, found, *(rows[key][column] for column in ABOUT))
    yield from (Revision(key, version, "") for key in before if key not in now)


def _rows(package: DataPackage, name: str) -> tuple[Row, ...]:
    return package.tables[name].rows if name in package.tables else ()
