"""``python -m tests.bench``: measure the page beside the floor and the plain page, and hold it against the design's bounds."""

from pathlib import Path

import click

from tests.bench import report
from tests.bench.measuring import measure
from tests.bench.plans import FULL, QUICK
from tests.bench.results import judge


@click.command()
@click.option("--quick", is_flag=True, help="A few minutes: fewer repetitions, two sizes of data, and 30 sessions at most.")
@click.option("--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write every value to a file too.")
def main(*, quick: bool, json_file: Path | None) -> None:
    """Measure; a missed bound is reported, and only what could not be measured is a failure."""
    found, faults = measure(QUICK if quick else FULL)
    verdicts = judge(found)
    click.echo(report.to_text(found, verdicts, faults))
    if json_file:
        json_file.write_text(report.to_json(found, verdicts, faults), encoding="utf-8")
    raise SystemExit(1 if faults else 0)


if __name__ == "__main__":
    main()
