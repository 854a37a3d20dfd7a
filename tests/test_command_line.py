"""The command line checks and seals the data and finds places; it fails with a message and an exit code, never a traceback."""

import errno
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from geo.atlas import Atlas
from geo.commands import evidence as command_line
from geo.evidence import Evidence, Role, data_version
from geo.export import FileFormat, make_figure, make_file, read_options
from geo.view import make_context, start_state
from tests.running import run

ROOT = Path(__file__).resolve().parents[1]
EVIDENCE = ROOT / "data" / "evidence"
BAD = ROOT / "tests" / "bad"


@pytest.fixture
def many_faults(tmp_path: Path) -> Path:
    """Make a package with many faults."""
    directory = tmp_path / "many-faults"
    shutil.copytree(BAD / "_good", directory)
    shutil.copytree(BAD / "many-faults", directory, dirs_exist_ok=True)
    shutil.copy(EVIDENCE / "datapackage.json", directory)
    return directory


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the evidence."""
    return shutil.copytree(EVIDENCE, tmp_path / "evidence")


def test_the_committed_data_has_no_fault() -> None:
    """Named, the data of the project is checked."""
    result = run("check", EVIDENCE)
    assert (result.output, result.exit_code) == (f"no fault in {EVIDENCE}\n", 0)


def test_a_check_lists_every_fault(many_faults: Path) -> None:
    """Each fault has a line, their number is last, and the exit code is 1."""
    faults = (BAD / "many-faults" / "expected.txt").read_text(encoding="utf-8").splitlines()
    result = run("check", many_faults)
    assert result.output.splitlines() == [*faults, f"{len(faults)} faults in {many_faults}"]
    assert result.exit_code == 1


def test_a_check_of_nothing_says_what_is_missing(tmp_path: Path) -> None:
    """A directory without data has one fault: it is no data package."""
    result = run("check", tmp_path / "nowhere")
    assert result.output.splitlines()[0] == "datapackage.json: expected the descriptor of a Data Package, found no such file"
    assert result.exit_code == 1


def test_a_check_holds_points_against_their_units(copy: Path) -> None:
    """A city that is said to lie in another unit than its coordinates is found."""
    places = copy / "places.csv"
    places.write_text(places.read_text(encoding="utf-8").replace("city,PE-LAM", "city,PE-PIU"), encoding="utf-8")
    result = run("check", copy)
    assert "expected PE-LAM, in which the coordinates lie, found 'PE-PIU'" in result.output
    assert result.exit_code == 1


def test_a_check_refuses_a_unit_that_does_not_exist(copy: Path) -> None:
    """A department with a code that is none of the 25 cannot be drawn, so it is a fault, with or without a point."""
    places = copy / "places.csv"
    places.write_text(places.read_text(encoding="utf-8").replace("department,PE-PUN", "department,PE-ZZZ"), encoding="utf-8")
    result = run("check", copy)
    assert "PE-ZZZ" in result.output
    assert result.exit_code == 1


def test_an_altered_atlas_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the atlas that is not the one described is named, though the evidence is without fault."""
    atlas = shutil.copytree(
        ROOT / "data" / "atlas", tmp_path / "atlas", ignore=shutil.ignore_patterns("building", "__pycache__")
    )
    with (atlas / "gazetteer.csv").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    monkeypatch.setattr(command_line, "ATLAS", atlas)
    result = run("check")
    assert result.output.startswith("gazetteer.csv: expected ")
    assert result.exit_code == 1


def test_rows_of_a_third_authorisation_have_no_fault(three_acts_directory: Path) -> None:
    """A new act is rows in three files, and the check agrees with them."""
    result = run("check", three_acts_directory)
    assert (result.output.splitlines()[-1], result.exit_code) == (f"no fault in {three_acts_directory}", 0)


def test_an_edited_copy_is_sealed(copy: Path) -> None:
    """Sealing writes the hashes of what is there, after which the version is no longer that of edited data."""
    with (copy / "places.csv").open("a", encoding="utf-8", newline="") as stream:
        stream.write("tacna,Tacna,,department,PE-TAC,,,23,,unit,,,\n")
    assert data_version(copy).endswith("+edited")
    result = run("seal", copy)
    assert (result.output, result.exit_code) == (f"sealed {copy}\n", 0)
    assert data_version(copy) == json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))["version"]


def test_bad_data_is_not_sealed(many_faults: Path) -> None:
    """The faults are listed, the exit code is 1 and the descriptor is left as it is."""
    before = (many_faults / "datapackage.json").read_bytes()
    result = run("seal", many_faults)
    faults = (BAD / "many-faults" / "expected.txt").read_text(encoding="utf-8")
    assert result.output == f"Error: the evidence has 9 faults:\n{faults}"
    assert result.exit_code == 1
    assert (many_faults / "datapackage.json").read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["seal", "--help"], ["geocode", "--help"]], ids=" ".join
)
def test_every_command_explains_itself(arguments: list[str]) -> None:
    """Help says how a command is called."""
    result = run(*arguments)
    assert result.output.startswith("Usage: python -m geo ")
    assert result.exit_code == 0


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


QUERY = "v=1&auth=9307&role=deployment,venue&lang=es"


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_figure_has_the_bytes_that_the_page_gives(tmp_path: Path, evidence: Evidence, atlas: Atlas, ending: str) -> None:
    """The link's page, the options and another language all count."""
    output = tmp_path / f"figure.{ending}"
    link = f"https://example.org/ingreso/?{QUERY}#map"
    said = run("figure", link, "-o", output, "--size", "400x500", "--dpi", 72, "--lang", "en", "--theme", "dark")
    state = replace(start_state(evidence, "en"), authorisations=("9307",), roles=(Role.DEPLOYMENT, Role.VENUE))
    options = read_options(ending, size="400x500", dpi="72", theme="dark")
    assert (said.exit_code, said.output.startswith(f"wrote {output}, ")) == (0, True)
    assert output.read_bytes() == make_figure(
        make_context(evidence, atlas, state, base_url="https://example.org/ingreso/"), options
    )


@pytest.mark.parametrize("ending", list(FileFormat))
def test_a_file_has_the_bytes_that_the_page_gives(tmp_path: Path, evidence: Evidence, atlas: Atlas, ending: FileFormat) -> None:
    """Every format can be asked for by the ending of the name, and a query alone is a link."""
    output = tmp_path / f"view.{ending.value.upper()}"
    assert run("export", QUERY, "-o", output).exit_code == 0
    state = replace(start_state(evidence, "es"), authorisations=("9307",), roles=(Role.DEPLOYMENT, Role.VENUE))
    assert output.read_bytes() == make_file(make_context(evidence, atlas, state), ending)


def test_what_a_link_holds_and_cannot_be_read_is_said(tmp_path: Path) -> None:
    """The figure is drawn all the same, as the page would show it."""
    output = tmp_path / "figure.svg"
    result = run("figure", "auth=9307&place=nowhere&min=9", "-o", output)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        (
            "warning: Independent sources needed: the link says min=9, which cannot be read. "
            "Shown instead: places that any source names."
        ),
        "warning: Selected place: the link says place=nowhere, which is not known here and is left out.",
    ]
    assert output.stat().st_size > 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["figure", "rubbish", "-o", "a.png"],
            2,
            "Invalid value for LINK: expected a link, http://…?…, or its query, key=value",
        ),
        (["figure", "ftp://host/?v=1", "-o", "a.png"], 2, "expected a link, http://…?…, or its query"),
        (["figure", "https://t.co/abc", "-o", "a.png"], 2, "https://t.co/abc is a short link"),
        (["figure", "", "-o", "a.gif"], 2, "expected a name that ends in png, svg, pdf, found 'a.gif'"),
        (["export", "", "-o", "a"], 2, "expected a name that ends in csv, geojson, gpkg, xlsx"),
        (["figure", "", "-o", "a.png", "--size", "huge"], 2, "size: expected a4, a4-landscape"),
        (["figure", "", "-o", "a.png", "--dpi", "9999"], 2, "dpi: expected 36 to 600, found 9999"),
        (["figure", "", "-o", "a.png", "--lang", "fr"], 2, "'fr' is not one of 'en', 'es'"),
        (["figure", "", "-o", "no/such/folder/a.svg"], 1, "no/such/folder/a.svg was not written: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said(in_folder: Path, arguments: list[str], code: int, message: str) -> None:
    """Nothing is written, and the exit code tells a wrong request from a failure."""
    result = run(*arguments)
    assert (result.exit_code, list(in_folder.iterdir())) == (code, [])
    assert message in result.output


def test_a_full_disk_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is written beside the former one, and takes its place only when it is whole."""
    output = tmp_path / "view.csv"
    output.write_text("former", encoding="utf-8")

    def fill(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)
    result = run("export", QUERY, "-o", output)
    assert (result.exit_code, output.read_text(encoding="utf-8")) == (1, "former")
    assert result.output == f"Error: {output} was not written: No space left on device\n"
    assert list(tmp_path.iterdir()) == [output]


COMMANDS = ("figure", "export", "site", "check", "seal", "sheet", "sheet write", "sheet read", "geocode", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_plain(command: str) -> None:
    """No mark of a markup language is left in it, and no sentence in a list is cut."""
    told = run(*command.split(), "--help").output
    assert re.findall(r"``|\*\*|\\\\|:\w+:|\.\.\.(?!])", told.replace("COMMAND [ARGS]...", "")) == []


def test_help_names_the_environment() -> None:
    """What every command honours is said once, and where a folder can be named instead."""
    assert {"INGRESO_EVIDENCE", "INGRESO_ADDRESS"} <= set(re.findall(r"INGRESO_\w+", run("--help").output))
    for command in ("check", "sheet write", "sheet read"):
        assert "INGRESO_EVIDENCE" in run(*command.split(), "--help").output
    assert "INGRESO_ADDRESS" in run("site", "--help").output


def test_every_command_reads_the_evidence_that_is_named(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says so."""
    monkeypatch.setenv("INGRESO_EVIDENCE", str(copy))
    sheet = tmp_path / "acts.xlsx"
    commands = (
        ("check",),
        ("seal",),
        ("sheet", "write", sheet),
        ("sheet", "read", sheet),
        ("geocode", "Tacna", "--level", "unit"),
        ("figure", "v=1", "-o", tmp_path / "x.svg"),
        ("export", "v=1", "-o", tmp_path / "x.csv"),
        ("site", tmp_path / "site"),
    )
    for command in commands:
        assert str(copy) in run(*command).output, command


def test_the_address_is_the_page_s_in_every_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With or without a slash at its end; what is no address is refused, in a sentence."""
    for address in ("https://example.org/ingreso", "https://example.org/ingreso/"):
        monkeypatch.setenv("INGRESO_ADDRESS", address)
        run("export", "v=1&lang=en", "-o", tmp_path / "x.html")
        assert "https://example.org/ingreso/?v=1" in (tmp_path / "x.html").read_text(encoding="utf-8")
    run("site", tmp_path / "site")
    assert "https://example.org/ingreso/?v=1" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    monkeypatch.setenv("INGRESO_ADDRESS", "example.org")
    for command in (
        ("export", "v=1", "-o", tmp_path / "y.csv"),
        ("figure", "v=1", "-o", tmp_path / "y.svg"),
        ("site", tmp_path),
    ):
        result = run(*command)
        assert (result.exit_code, "INGRESO_ADDRESS: expected an address as" in result.output) == (1, True)
