"""``python -m tests.bench``: measure the page beside floor, plain page and peers, and hold it against the design."""

from pathlib import Path

import click

from tests.bench import report
from tests.bench.bounds import judge
from tests.bench.measuring import STEPS, measure
from tests.bench.plans import FULL, QUICK


@click.command()
@click.option("--quick", is_flag=True, help="A quarter of an hour: fewer repetitions, two sizes of data, no 100 sessions.")
@click.option("--only", multiple=True, type=click.Choice(list(STEPS)), help="Take this kind of measurement alone; repeatable.")
@click.option("--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write every value to a file too.")
def main(*, quick: bool, only: tuple[str, ...], json_file: Path | None) -> None:
    """Measure; a missed bound is reported, and only what could not be measured is a failure."""
    found, faults = measure(QUICK if quick else FULL, only)
    verdicts = tuple(verdict for verdict in judge(found) if not only or verdict.value is not None)
    click.echo(report.to_text(found, verdicts, faults))
    if json_file:
        json_file.write_text(report.to_json(found, verdicts, faults), encoding="utf-8")
    raise SystemExit(1 if faults else 0)


if __name__ == "__main__":
    main()
