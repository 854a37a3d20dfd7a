"""Read the evidence from disk and check it.

Validation against the table schemas needs the frictionless library, whose import takes half a second, a quarter of the time
until the first map. So a package is validated in full when it is sealed (:mod:`geo.evidence.sealing`), which writes the hash
of every file into the descriptor. Loading compares the hashes. If they agree, only the rules of this project are checked, in a
few milliseconds; if a file was edited, everything is validated, and the version ends in ``+edited``. A hash shows that the
file was validated; it does not protect against forgery.
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
"""Bytes of a file, at most; ten acts need a hundredth of it."""


def load_evidence(directory: Path, *, unit_at: UnitAt | None = None, can_draw: Callable[[str], bool] | None = None) -> Evidence:
    """Return the evidence in a directory.

    Parameters
    ----------
    directory
        Folder with ``datapackage.json`` and the files that it names; other files are ignored.
    unit_at
        Returns the ISO 3166-2 code of the first-level unit at a longitude and latitude (degrees, WGS 84, in this order), or
        None outside all units. Without it, points are not compared with the units of their places.
    can_draw
        Returns whether the figures have a face with a character; it is called for data that is not sealed.

    Returns
    -------
    Evidence
        Its version ends in ``+edited`` if a file was edited since sealing.

    Raises
    ------
    EvidenceError
        If the data has a fault; lists all faults.

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

    A file that differs from its hash is not a fault: it was edited and is not sealed yet.

    Parameters
    ----------
    directory, unit_at
        As for :func:`load_evidence`.
    can_draw
        Returns whether a font of the figures has a character. Without it, every printable character is allowed.
    labelled
        By column: the texts that have a label in every language, such as ``{"claims.unit": ["persons"]}``. In other columns
        every text is allowed.
    """
    return validate(read_package(directory), Surroundings(unit_at, can_draw, _frozen(labelled)))


def seal(
    directory: Path,
    *,
    unit_at: UnitAt | None = None,
    can_draw: Callable[[str], bool] | None = None,
    labelled: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """Validate the package, and write its history and the size, hash and number of rows of each file.

    Parameters as for :func:`check_evidence`. Nothing else in the descriptor changes: the maintainer writes version, date and
    change log. Sealing twice writes the same bytes.

    Raises
    ------
    EvidenceError
        If the data has a fault, or claims were changed without a higher version. Then no file is changed.
    """
    package = read_package(directory)
    faults = validate(package, Surroundings(unit_at, can_draw, _frozen(labelled))) or find_sealing_faults(package)
    if faults:
        raise EvidenceError(faults)
    write_files(directory, build_sealed_files(package))


def _frozen(labelled: Mapping[str, Iterable[str]] | None) -> dict[str, frozenset[str]]:
    return {column: frozenset(texts) for column, texts in (labelled or {}).items()}


def data_version(directory: Path) -> str:
    """Return the version of the data in a directory, with ``+edited`` if a file was edited since sealing."""
    return read_package(directory).version


def note_evidence(directory: Path) -> tuple[str, ...]:
    """Return notes on data without faults: claims that are not sealed, places that no claim names, unknown columns."""
    package = read_package(directory)
    edits, places = find_edits(package), find_unnamed_places(package.tables)
    notes = []
    if not edits.is_empty:
        notes.append(f"not sealed since {edits.in_words}: raise the version, add an entry to changes, and seal")
    if places:
        notes.append(f"no claim names {', '.join(places)}: nothing shows them")
    for name, table in package.tables.items():
        unknown = [column for column in table.header if column not in columns_of(package.resources[name])]
        if unknown:
            notes.append(f"{table.file}: datapackage.json does not describe {', '.join(unknown)}: nothing shows these columns")
    return tuple(notes)


def write_sheet(directory: Path) -> bytes:
    """Return the evidence in a directory as one workbook, see :mod:`geo.evidence.spreadsheet`.

    Raises
    ------
    EvidenceError
        If a file cannot be read as a table. Other faults can be corrected in the workbook.
    """
    package = read_package(directory)
    faults = (*package.faults, *(fault for table in package.tables.values() for fault in table.faults))
    if faults:
        raise EvidenceError(faults)
    return write_workbook(package)


def read_sheet(
    directory: Path,
    content: bytes,
    *,
    unit_at: UnitAt | None = None,
    can_draw: Callable[[str], bool] | None = None,
    labelled: Mapping[str, Iterable[str]] | None = None,
) -> Mapping[str, int]:
    """Write the edits of a workbook into the files of a directory.

    Parameters
    ----------
    directory, unit_at, can_draw, labelled
        As for :func:`check_evidence`.
    content
        The workbook (XLSX), as a spreadsheet has saved it.

    Returns
    -------
    mapping
        By file: the number of changed cells and rows. Only these files are written.

    Raises
    ------
    EvidenceError
        If the workbook cannot be read, or the data would have a fault. Then no file is changed.
    """
    package = read_package(directory)
    if package.faults:
        raise EvidenceError(package.faults)
    edits = read_workbook(content, package, Surroundings(unit_at, can_draw, _frozen(labelled)))
    if edits.faults:
        raise EvidenceError(edits.faults)
    write_files(directory, edits.files)
    return edits.cells


def read_package(directory: Path) -> DataPackage:
    """Return the package in a directory. Errors in its files are faults of the package; nothing is raised."""
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
    """Write files into a directory. Each is replaced in one step, so that no reader finds a partial file."""
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
    """Return whether a table is read. The history may be missing, since sealing writes it."""
    return name != HISTORY or path.is_file()


def _read_bytes(path: Path) -> tuple[bytes | None, Fault | None]:
    """Return the content of a file (None if there is no file), and the fault of a file that is too large."""
    if not path.is_file():
        return None, None
    size = path.stat().st_size
    if size > LARGEST:
        return None, Fault(path.name, None, None, f"at most {LARGEST:,} bytes", f"{size:,}")
    return path.read_bytes(), None
