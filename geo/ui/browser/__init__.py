"""The scripts and style sheets of the page."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

_SHOWN: Final = 12
_COMPONENT: Final = "export default (component) => { own.then((found) => found.default(component)); };"


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
    """Return the script of a Streamlit component, which loads a file in ``scripts`` from an address that a browser may keep.

    Streamlit sends the script of a component with every element, so it is short. It has two lines, since Streamlit takes a
    single line for the name of a file.
    """
    address = f"assets/page/{scripts_version()}/{name}"
    return f'const own = import(new URL("{address}", document.baseURI));\n{_COMPONENT}\n'
