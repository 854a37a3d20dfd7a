"""Build the atlas from registry packages: ``python data/atlas/build.py``, or with ``--check`` compare only."""  # noqa: INP001 - a script

import sys
import tempfile
from pathlib import Path

import click
from building.basemap import build_coast, build_lakes, build_land
from building.checks import Report, check
from building.descriptor import describe
from building.gazetteer import build_gazetteer
from building.sources import fetch_all
from building.surroundings import build_surroundings
from building.units import build_units, to_collection
from building.writing import to_geojson, to_json

HERE = Path(__file__).parent


def build(downloads: Path) -> tuple[dict[str, str], Report]:
    """Make every file's text, and measure them."""
    archives = fetch_all(downloads)
    layers = build_units(archives)
    land = build_land(archives, layers)
    gazetteer, offshore = build_gazetteer(archives, layers)
    texts = {
        "units.geojson": to_geojson(to_collection(layers)),
        "land.geojson": to_geojson(land),
        "coast.geojson": to_geojson(build_coast(land)),
        "surroundings.geojson": to_geojson(build_surroundings(archives, land)),
        "lakes.geojson": to_geojson(build_lakes(archives, layers)),
        "gazetteer.csv": gazetteer,
    }
    report = check(texts, layers, offshore)
    return {**texts, "datapackage.json": to_json(describe(texts, report.iou))}, report


def find_differences(texts: dict[str, str]) -> list[str]:
    """Name the files on disk that are not what was just built."""
    return [name for name, text in texts.items() if not (HERE / name).exists() or (HERE / name).read_bytes() != text.encode()]


@click.command()
@click.option("--check", "check_only", is_flag=True, help="Build, compare with the files here, write nothing.")
@click.option("--downloads", type=click.Path(path_type=Path), help="Keep the source packages in this folder.")
def main(*, check_only: bool, downloads: Path | None) -> None:
    """Download the pinned packages, build the atlas, print what was measured."""
    with tempfile.TemporaryDirectory() as scratch:
        texts, report = build(downloads or Path(scratch))
    click.echo("\n".join(report.lines))
    faults = list(report.faults)
    if check_only:
        faults += [f"{name}: expected the bytes just built, found others" for name in find_differences(texts)]
    if faults:
        click.echo("\n".join(f"FAULT {fault}" for fault in faults), err=True)
        sys.exit(1)
    if not check_only:
        for name, text in texts.items():
            (HERE / name).write_bytes(text.encode())
    click.echo("the files are those just built" if check_only else "written")


if __name__ == "__main__":
    main()
