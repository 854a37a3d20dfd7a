"""The scripts and style sheets of the page."""

from functools import cache
from importlib.resources import files


@cache
def read_script(name: str) -> str:
    """Return the text of a file in ``scripts``, by its name."""
    return files(__name__).joinpath("scripts", name).read_text(encoding="utf-8")
