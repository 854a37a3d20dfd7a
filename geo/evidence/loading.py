"""Reading the evidence from disk, and checking it.

Validating the tables against their schemas needs the frictionless library, whose import alone takes half a second, a quarter
of the time in which the app is to show its first map. So a package is validated in full when it is sealed
(:mod:`geo.evidence.sealing`): the descriptor then holds the hash of every file that was found without fault. Loading compares
the hashes, and as long as they agree it applies only our own rules, which cost a few milliseconds, and builds the records.
When a file was edited since, everything is validated again, and the version says ``+edited``. A hash only tells that the
validation has been done; it protects against nobody who means to deceive.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from geo.evidence.building import build_evidence
from geo.evidence.checks import Surroundings, UnitAt, validate
from geo.evidence.checks.references import find_unnamed_places
from geo.evidence.descriptor import DESCRIPTOR, read_descriptor
from geo.evidence.faults import EvidenceError, Fault
from geo.evidence.history import find_edits
from geo.evidence.package import HISTORY, DataPackage, Table, columns_of, named_resources, parse_table
from geo.evidence.records import Evidence
from geo.evidence.sealing import build_sealed_files, find_sealing_faults
from geo.evidence.spreadsheet import read_workbook, write_workbook

LARGEST: Final = 50_000_000
"""Bytes of the largest file that is read: a hundred times what ten acts need."""


def load_evidence(directory: Path, *, unit_at: UnitAt | None = None, can_draw: Callable[[str], bool] | None = None) -> Evidence:
    """Return the evidence in a directory.

    Parameters
    ----------
    directory
        Holds ``datapackage.json`` and the files that it names; other files are ignored.
    unit_at
        Gives the ISO 3166-2 code of the first-level unit at a longitude and latitude (degrees, WGS 84, in this order),
        or None outside all units. Without it no point is compared with the unit that its place is said to be in.
    can_draw
        Says whether the figures have a face with a character; asked of data that is not sealed.

    Returns
    -------
    Evidence
        Its version ends in ``+edited`` when a file is not the one that was sealed.

    Raises
    ------
    EvidenceError
        If there is anything wrong with the data; it lists every fault.

    Examples
    --------
    >>> load_evidence(Path("data/evidence")).authorisations["31758"].window.days  # doctest: +SKIP
    214
    """
    package = read_package(directory)
    faults = validate(package, Surroundings(unit_at, can_draw), sealed=package.is_sealed)
    if faults:
        raise EvidenceError(faults)
    return build_evidence(package)


def check_evidence(
    directory: Path,
    *,
    unit_at: UnitAt | None = None,
    can_draw: Callable[[str], bool] | None = None,
    labelled: Mapping[str, Iterable[str]] | None = None,
) -> tuple[Fault, ...]:
    """Return every fault of the evidence in a directory, sealed or not.

    A file that differs from its hash is no fault: it has been edited, and not been sealed yet.

    Parameters
    ----------
    directory, unit_at
        As for :func:`load_evidence`.
    can_draw
        Says whether the figures have a face with a character. Without it every printable character passes.
    labelled
        Texts that have a label in every language, by column, such as ``{"claims.unit": ["persons"]}``; in a column that is
        not named every text passes.
    """
    return validate(read_package(directory), Surroundings(unit_at, can_draw, _frozen(labelled)))


def seal(
    directory: Path,
    *,
    unit_at: UnitAt | None = None,
    can_draw: Callable[[str], bool] | None = None,
    labelled: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """Validate everything, write which claims this version changes, and size, hash and rows of each file into the descriptor.

    Parameters as for :func:`check_evidence`. Nothing else in the descriptor changes; its version, date and change log are
    for the maintainer to write. Sealing twice writes the same bytes.

    Raises
    ------
    EvidenceError
        If there is anything wrong with the data, or if claims have changed under a version that was sealed before; no file
        is then changed.
    """
    package = read_package(directory)
    faults = validate(package, Surroundings(unit_at, can_draw, _frozen(labelled))) or find_sealing_faults(package)
    if faults:
        raise EvidenceError(faults)
    write_files(directory, build_sealed_files(package))


def _frozen(labelled: Mapping[str, Iterable[str]] | None) -> dict[str, frozenset[str]]:
    return {column: frozenset(texts) for column, texts in (labelled or {}).items()}


def data_version(directory: Path) -> str:
    """Return the version of the data in a directory, with ``+edited`` when a file changed since it was sealed."""
    return read_package(directory).version


def note_evidence(directory: Path) -> tuple[str, ...]:
    """Return what a maintainer should know of data without fault: claims that are not sealed, places that wait for a claim."""
    package = read_package(directory)
    edits, places = find_edits(package), find_unnamed_places(package.tables)
    notes = []
    if not edits.is_empty:
        notes.append(f"not sealed since {edits.in_words}: raise the version, add an entry to changes, and seal")
    if places:
        notes.append(f"no claim names {', '.join(places)}: nothing shows them")
    return tuple(notes)


def write_sheet(directory: Path) -> bytes:
    """Return the evidence in a directory as one workbook, see :mod:`geo.evidence.spreadsheet`.

    Raises
    ------
    EvidenceError
        If a file cannot be read as a table; other faults go into the workbook, where they can be mended.
    """
    package = read_package(directory)
    faults = (*package.faults, *(fault for table in package.tables.values() for fault in table.faults))
    if faults:
        raise EvidenceError(faults)
    return write_workbook(package)


def read_sheet(directory: Path, content: bytes, *, unit_at: UnitAt | None = None) -> Mapping[str, int]:
    """Take a workbook back into the files of a directory, all of it or nothing.

    Returns
    -------
    mapping
        How many cells and rows were changed, by file; only these files were written.

    Raises
    ------
    EvidenceError
        If the workbook cannot be read, or the data would have a fault; no file is then changed.
    """
    package = read_package(directory)
    if package.faults:
        raise EvidenceError(package.faults)
    edits = read_workbook(content, package, Surroundings(unit_at))
    if edits.faults:
        raise EvidenceError(edits.faults)
    write_files(directory, edits.files)
    return edits.cells


def read_package(directory: Path) -> DataPackage:
    """Return the package as it lies in its files; never fails on their content, what is wrong is in its faults."""
    content, size_fault = _read_bytes(directory / DESCRIPTOR)
    if size_fault:
        return DataPackage({}, {}, (size_fault,))
    descriptor, faults = read_descriptor(content)
    resources = {} if faults else named_resources(descriptor)
    tables = {
        name: _read_table(directory / resource["path"], name, columns_of(resource))
        for name, resource in resources.items()
        if _is_wanted(directory / resource["path"], name)
    }
    return DataPackage(descriptor, tables, faults)


def write_files(directory: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a directory, each as a whole: a reader never meets half of one."""
    parts = {directory / f".{name}.part": directory / name for name in files}
    try:
        for part, content in zip(parts, files.values(), strict=True):
            part.write_bytes(content)
        for part, path in parts.items():
            part.replace(path)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _read_table(path: Path, name: str, columns: tuple[str, ...]) -> Table:
    content, size_fault = _read_bytes(path)
    return Table(path.name, faults=(size_fault,)) if size_fault else parse_table(name, path.name, content, columns)


def _is_wanted(path: Path, name: str) -> bool:
    """Whether a table is to be read: the history may be missing, since sealing writes it."""
    return name != HISTORY or path.is_file()


def _read_bytes(path: Path) -> tuple[bytes | None, Fault | None]:
    """Return the content of a file, None for none; or the fault of one that is too large to be read."""
    if not path.is_file():
        return None, None
    size = path.stat().st_size
    if size > LARGEST:
        return None, Fault(path.name, None, None, f"at most {LARGEST:,} bytes", f"{size:,}")
    return path.read_bytes(), None
