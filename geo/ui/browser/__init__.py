"""The scripts and style sheets of the page."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

_SHOWN: Final = 12
_ADDRESS: Final = "ADDRESS"
"""What ``load_component.js`` has in place of the address of a script."""


@cache
def read_script(name: str) -> str:
    """Return the text of a file in ``scripts``, by its name."""
    return files(__name__).joinpath("scripts", name).read_text(encoding="utf-8")


@cache
def scripts_version() -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of all files in ``scripts``: other scripts have other ones."""
    folder = files(__name__).joinpath("scripts")
    names = sorted(file.name for file in folder.iterdir() if file.is_file())
    return sha256(b"".join(folder.joinpath(name).read_bytes() for name in names)).hexdigest()[:_SHOWN]


def component_script(name: str) -> str:
    """Return the script of a Streamlit component, which loads a file in ``scripts`` from an address that a browser may keep."""
    return read_script("load_component.js").replace(_ADDRESS, f"assets/page/{scripts_version()}/{name}")
