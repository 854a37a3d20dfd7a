"""The command line, ``python -m geo``. It uses the same functions as the page."""

import click

from geo.commands import evidence, geocode, views
from geo.paths import ADDRESS, EVIDENCE


@click.group(epilog=f"Environment: {EVIDENCE} is the folder of the Data Package, {ADDRESS} the address of the page in links.")
def cli() -> None:
    """Where US forces were authorised to enter Peru: figures and files of a view, the data checked, a place found."""


for command in (
    views.figure,
    views.export,
    views.site,
    evidence.check,
    evidence.seal,
    evidence.sheet,
    geocode.geocode_command,
):
    cli.add_command(command)

if __name__ == "__main__":
    cli(prog_name="python -m geo")
