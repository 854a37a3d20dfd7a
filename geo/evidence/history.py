"""The changes of claims from version to version.

``history.csv`` has a row for each claim that a version added, changed or removed: the fingerprint of the claim in this version
(empty if it was removed) and what the claim was about. So the changes between any two versions are known, also if a claim was
changed and changed back. Rows of earlier versions stay; sealing writes those of the present version again.
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
"""Columns of a claim that the log keeps, to describe a claim after it is removed."""
COLUMNS: Final = ("claim_id", "version", "fingerprint", *ABOUT)
_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Revision:
    """A claim as of a version (``history.csv``)."""

    claim_id: str
    version: str
    fingerprint: str
    """Fingerprint of the claim's row (:func:`fingerprint`); empty if the version removed the claim."""
    authorisation_id: str = ""
    topic: str = ""
    place_id: str = ""
    source_id: str = ""
    """This column and the three before it are as in the version; empty if it removed the claim."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of the claims that differ between two versions. A claim that was changed and changed back does not differ."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no claim differs."""
        return not (self.added or self.changed or self.removed)

    @property
    def in_words(self) -> str:
        """The numbers of claims: ``1 added, 0 changed, 0 removed claims``."""
        return f"{len(self.added)} added, {len(self.changed)} changed, {len(self.removed)} removed claims"


@dataclass(frozen=True, slots=True)
class History:
    """The versions of the data, and the claims that each of them changed."""

    versions: tuple[str, ...] = ()
    """Oldest first; the last one is the present."""
    revisions: tuple[Revision, ...] = ()
    """In the order of the versions."""

    def __len__(self) -> int:
        """Return the number of revisions."""
        return len(self.revisions)

    def state_at(self, version: str) -> dict[str, str]:
        """Return the fingerprint of every claim of a version, by id.

        Raises
        ------
        ValueError
            If there is no such version.
        """
        upto = frozenset(self.versions[: self.versions.index(version) + 1])
        latest = {each.claim_id: each.fingerprint for each in self.revisions if each.version in upto}
        return {claim_id: found for claim_id, found in latest.items() if found}

    def last_known(self, claim_id: str) -> Revision | None:
        """Return the last revision of a claim before it was removed; None if the log has none."""
        known = (each for each in reversed(self.revisions) if each.claim_id == claim_id and each.fingerprint)
        return next(known, None)

    def since(self, version: str) -> Difference:
        """Return the difference between a version and the present.

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

    Empty cells are left out, so that a new column changes only the claims with a text in it.
    """
    lines = sorted(f"{column}={text}" for column, text in row.cells.items() if text)
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()[:_DIGITS]


def sort_changes(changes: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Return the entries of a change log, the newest first: by date, and on one day by version."""

    def age(entry: Mapping[str, str]) -> tuple[str, tuple[int, ...]]:
        """Return the sort key of an entry."""
        return entry["date"], version_number(entry["version"])

    return sorted(changes, key=age, reverse=True)


def build_history(package: DataPackage, *, as_edited: bool = False) -> History:
    """Return the history of a package. Data that was edited since sealing is a further version at the end.

    Parameters
    ----------
    package
        A package without faults.
    as_edited
        Whether the files count as a further version even if they are the sealed ones.
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
    """Return ``history.csv`` with the rows of the present version for the present claims."""
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
    """Return the difference between the last sealed version and the files; empty without a history."""
    log = read_log(package)
    if not log:
        return Difference()
    return build_history(package, as_edited=True).since(log[-1].version)


def read_log(package: DataPackage) -> tuple[Revision, ...]:
    """Return the rows of ``history.csv``."""
    return tuple(Revision(*(row[column] for column in COLUMNS)) for row in _rows(package, HISTORY))


def _revise(before: Mapping[str, str], package: DataPackage, version: str) -> Iterable[Revision]:
    """Yield the revisions of a version: added and changed claims in the order of the file, then removed ones."""
    rows = {row["claim_id"]: row for row in _rows(package, "claims")}
    now = {key: fingerprint(row) for key, row in rows.items()}
    for key, found in now.items():
        if before.get(key) != found:
            yield Revision(key, version, found, *(rows[key][column] for column in ABOUT))
    yield from (Revision(key, version, "") for key in before if key not in now)


def _rows(package: DataPackage, name: str) -> tuple[Row, ...]:
    return package.tables[name].rows if name in package.tables else ()
