"""Every format, for every kind of view: it can be read by the programs it is for, and is the same every time."""

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pyogrio
import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import FileFormat, describe, file_name, make_file
from geo.export.frames.claims import claims_frame
from geo.export.frames.frame import flatten
from geo.text import LANGUAGES, translator
from geo.view import ViewContext, make_context, start_state
from tests.export.file_samples import NAMES, subject_of, views

PROJECT = Path(__file__).resolve().parents[2]
MOST_BYTES = {"csv": 90_000, "geojson": 400_000, "gpkg": 900_000, "xlsx": 160_000, "html": 2_000_000}


def file_of(subject: ViewContext, wanted: str) -> bytes:
    """Make a file through the door that page and command line use."""
    return make_file(subject, FileFormat(wanted))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("wanted", MOST_BYTES)
def test_a_file_is_as_large_as_it_should_be(evidence: Evidence, atlas: Atlas, wanted: str, name: str) -> None:
    """No view makes an empty file or a huge one."""
    assert 0 < len(file_of(subject_of(evidence, atlas, name), wanted)) < MOST_BYTES[wanted]


@pytest.mark.parametrize("name", NAMES)
def test_pandas_reads_the_table(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """The frame has a row for each claim, with the very cells."""
    subject = subject_of(evidence, atlas, name)
    read = pd.read_csv(io.BytesIO(file_of(subject, "csv")), dtype=str, keep_default_na=False)
    made = flatten(claims_frame(subject)).astype("str").fillna("").replace({"True": "true", "False": "false"})
    pd.testing.assert_frame_equal(read, made)


def test_the_same_view_is_the_same_file_in_another_process(evidence: Evidence, atlas: Atlas) -> None:
    """Neither the hour nor the order of hashes is in a file: another process, with other hashes, makes the same bytes."""
    code = (
        "import hashlib, sys\nfrom pathlib import Path\n"
        "from geo.atlas import load_atlas\nfrom geo.evidence import load_evidence\n"
        "from geo.export import FileFormat, make_file\nfrom geo.view import make_context, start_state\n"
        "evidence, atlas = load_evidence(Path('tests/evidence_1_0')), load_atlas(Path('data/atlas'))\n"
        "for item in FileFormat:\n"
        "    print(hashlib.sha256(make_file(make_context(evidence, atlas, start_state(evidence, 'es')), item)).hexdigest())\n"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PATH": "/usr/bin"}
    done = subprocess.run(  # noqa: S603 - a command of our own
        [sys.executable, "-c", code], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    state = start_state(evidence, "es")
    here = [hashlib.sha256(make_file(make_context(evidence, atlas, state), item)).hexdigest() for item in FileFormat]
    assert done.stdout.split() == here


def test_a_third_authorisation_is_in_every_file(three_acts: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """Rows for a new act are all that its files need."""
    subject = subject_of(three_acts, atlas, "start")
    for wanted in ("csv", "geojson"):
        assert b"32100" in file_of(subject, wanted)
    package = tmp_path / "view.gpkg"
    package.write_bytes(file_of(subject, "gpkg"))
    assert "32100" in set(pyogrio.read_dataframe(package, layer="units")["authorisation_id"])
    book = openpyxl.load_workbook(io.BytesIO(file_of(subject, "xlsx")))
    assert "32100" in {row[1] for row in book.worksheets[0].iter_rows(values_only=True)}


@pytest.mark.parametrize("wanted", FileFormat)
def test_a_name_tells_what_the_file_is(evidence: Evidence, wanted: FileFormat) -> None:
    """Acts, days and language are in it, and the ending is that of the format."""
    found = views(evidence)
    start = file_name(found["start"], wanted)
    assert start.endswith(f"_31758-9307_2023-06-01_2024-11-24_en.{wanted.value}")
    assert file_name(found["Spanish"], wanted).endswith(f"_es.{wanted.value}")
    assert file_name(found["nothing"], wanted).endswith(f"_none_en.{wanted.value}")


def test_a_name_is_safe(evidence: Evidence) -> None:
    """An id may be anything; a name has no separator of folders, no space and no sign that a shell reads."""
    state = start_state(evidence, "en")
    days = state.ranges[0][1]
    strange = type(state)(authorisations=("../..", "Ñ; rm"), ranges=(("../..", days), ("Ñ; rm", days)), roles=())
    assert file_name(strange, FileFormat.CSV) == "ingreso_claims_x-rm_2023-06-01_2023-12-31_en.csv"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_described(language: str) -> None:
    """Each has a line of its own, in either language."""
    lines = [describe(item, translator(language)) for item in FileFormat]
    assert len(set(lines)) == len(FileFormat)
    assert all(0 < len(line) <= 110 for line in lines)
