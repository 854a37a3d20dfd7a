"""The scripts and style sheets of the page, as files."""

from functools import cache
from importlib.resources import files


@cache
def read_script(name: str) -> str:
    """Return the text of a script of the page, by the name of its file."""
    return files(__name__).joinpath("scripts", name).read_text(encoding="utf-8")
