"""``python -m tests.attack``: attack a server of this machine's own; it has failed if anything did."""

import click

from tests.attack.attack import attack


@click.command()
@click.option("--hostile", type=click.IntRange(min=0), default=10_000, show_default=True, help="Hostile requests.")
@click.option("--figures", type=click.IntRange(min=0), default=2_000, show_default=True, help="Different figures.")
def main(*, hostile: int, figures: int) -> None:
    """Print what the server answered, and the most memory that it held."""
    report = attack(hostile, figures)
    click.echo(str(report))
    raise SystemExit(0 if report.holds else 1)


if __name__ == "__main__":
    main()
