"""The evidence pack holds together: every file told, checked by its sum, and the same as by itself."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import FileFormat, file_name, make_file
from geo.export.files.csv_file import write_csv
from geo.export.files.pack import FILES, README, SUMS
from geo.export.frames.facts import facts_frame
from geo.export.frames.places import places_frame
from geo.export.frames.sources import sources_frame
from geo.ui.share.file_sizes import estimate_pack
from tests.export.file_samples import subject_of

SUM = shutil.which("sha256sum") or "sha256sum"


Packs = Callable[[str], bytes]


@pytest.fixture(scope="module")
def packs(evidence: Evidence, atlas: Atlas) -> Packs:
    """Return a function that makes the pack of a view, once: its figures take a while."""

    @cache
    def make(name: str) -> bytes:
        subject = subject_of(evidence, atlas, name)
        return make_file(subject, FileFormat.ZIP)

    return make


def unpack(pack: bytes, folder: Path) -> Path:
    """Unpack a pack and return its own folder."""
    zipfile.ZipFile(io.BytesIO(pack)).extractall(folder)
    (own,) = folder.iterdir()
    return own


def contents_of(pack: bytes) -> dict[str, bytes]:
    """Return the files of a pack by their names in its folder."""
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", ["start", "nothing", "Spanish"])
def test_the_sums_are_right(packs: Packs, name: str, tmp_path: Path) -> None:
    """``sha256sum -c`` in the unpacked folder finds every file but the sums themselves, and nothing amiss."""
    folder = unpack(packs(name), tmp_path)
    done = subprocess.run(  # noqa: S603 - a command of our own
        [SUM, "-c", "--strict", SUMS], cwd=folder, capture_output=True, text=True, check=True
    )
    checked = {line.removesuffix(": OK") for line in done.stdout.splitlines()}
    assert checked == {path.name for path in folder.iterdir()} - {SUMS}
    assert done.stderr == ""


def test_a_changed_file_is_found(packs: Packs, tmp_path: Path) -> None:
    """The sums are of the files: one changed character and the check fails on that file."""
    folder = unpack(packs("start"), tmp_path)
    with (folder / "claims.csv").open("ab") as stream:
        stream.write(b" ")
    done = subprocess.run([SUM, "-c", SUMS], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    assert "claims.csv: FAILED" in done.stdout
    assert done.returncode == 1


def test_the_files_are_those_that_can_be_had_alone(packs: Packs, evidence: Evidence, atlas: Atlas) -> None:
    """Table, map data and page are the very bytes of their own formats."""
    subject = subject_of(evidence, atlas, "start")
    contents = contents_of(packs("start"))
    for name, wanted in (("claims.csv", "csv"), ("places.geojson", "geojson"), ("map.html", "html")):
        alone = make_file(subject, FileFormat(wanted))
        assert contents[name] == alone
    assert contents["facts.csv"] == write_csv(facts_frame(subject))
    assert len(contents["places.csv"].splitlines()) == len(places_frame(subject)) + 1
    assert len(contents["sources.csv"].splitlines()) == len(sources_frame(subject)) + 1


@pytest.mark.parametrize("name", ["start", "Spanish"])
def test_the_first_text_tells_what_is_there(packs: Packs, evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Every file is named with what is in it, in the language of the view, and so is every column of the tables."""
    subject = subject_of(evidence, atlas, name)
    contents = contents_of(packs(name))
    readme = contents[README].decode()
    lines = readme.splitlines()
    assert [item for item in contents if item not in {*lines, README}] == []
    flowing = " ".join(readme.split())
    assert [file.name for file in FILES if subject.words(file.about) not in flowing] == []
    assert [name for name in places_frame(subject).drop(columns="geometry") if name not in lines] == []
    assert subject.link in readme
    assert subject.headline.text in flowing


def test_the_figure_is_of_three_kinds(packs: Packs) -> None:
    """A paper, a drawing and a picture, each what its name says."""
    contents = contents_of(packs("nothing"))
    begins = {"figure.pdf": b"%PDF-", "figure.svg": b"<svg", "figure.png": b"\x89PNG\r\n"}
    assert {name: contents[name].startswith(start) for name, start in begins.items()} == dict.fromkeys(begins, True)


def test_view_and_sources_are_cited(packs: Packs, evidence: Evidence, atlas: Atlas) -> None:
    """Each citation file has the view and every source of the rows."""
    subject = subject_of(evidence, atlas, "start")
    contents = contents_of(packs("start"))
    count = len(sources_frame(subject)) + 1
    assert len(json.loads(contents["citations.json"])) == count
    assert contents["citations.bib"].decode().count("\n@") == count - 1
    assert subject.link in contents["citations.txt"].decode()


@pytest.mark.parametrize("name", ["start", "nothing", "Spanish"])
def test_the_menu_tells_about_how_large_a_pack_is(packs: Packs, evidence: Evidence, atlas: Atlas, name: str) -> None:
    """What is said before the pack is made is off by a quarter at most, whatever is in it."""
    subject = subject_of(evidence, atlas, name)
    wanted = [FileFormat(each) for each in ("csv", "geojson", "xlsx", "html")]
    sizes = {each: len(make_file(subject, each)) for each in wanted}
    assert estimate_pack(sizes) == pytest.approx(len(packs(name)), rel=0.25)


def test_an_archive_is_tidy(packs: Packs, evidence: Evidence, atlas: Atlas) -> None:
    """All lies in one folder named as the archive, dated by the data, readable by all and writable by the owner; not huge."""
    subject = subject_of(evidence, atlas, "start")
    pack = packs("start")
    entries = zipfile.ZipFile(io.BytesIO(pack)).infolist()
    folder = file_name(subject.state, FileFormat.ZIP).removesuffix(".zip")
    assert {entry.filename.split("/")[0] for entry in entries} == {folder}
    assert {entry.date_time[:3] for entry in entries} == {(subject.day.year, subject.day.month, subject.day.day)}
    assert len(pack) < 2_000_000
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
