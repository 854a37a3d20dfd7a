"""What is imported is declared, and what is declared is locked."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = {"requirements.txt": (), "tests/requirements.txt": ("tests", "atlas")}


def canonical(name: str) -> str:
    """Return the one spelling of a package's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lines: list[str]) -> dict[str, str]:
    """Return the version of every package that lines of requirements pin."""
    found = (re.match(r"([\w.-]+)==([\w.]+)", line) for line in lines)
    return {canonical(match[1]): match[2] for match in found if match}


def imported(folder: str) -> set[str]:
    """Return the names of the packages outside the standard library that the code of a folder imports."""
    names: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"geo", "building"}


def test_every_import_is_declared() -> None:
    """A package that comes along with another today may not tomorrow."""
    declared = pins(PROJECT["dependencies"])
    distributions = packages_distributions()
    missing = {
        name for name in imported("geo") if not declared.keys() & {canonical(each) for each in distributions.get(name, [name])}
    }
    assert missing == set()


def test_the_locks_agree() -> None:
    """One environment can hold both: the tests run on the versions that the app is installed with."""
    app, tests = (pins((ROOT / lock).read_text(encoding="utf-8").splitlines()) for lock in LOCKS)
    assert app.items() <= tests.items()


@pytest.mark.parametrize(("lock", "extras"), LOCKS.items())
def test_the_lock_holds_the_short_list(lock: str, extras: tuple[str, ...]) -> None:
    """Every declared package is locked at the declared version: ``make lock`` was run after the last change."""
    wanted = [*PROJECT["dependencies"], *(line for extra in extras for line in PROJECT["optional-dependencies"][extra])]
    locked = pins((ROOT / lock).read_text(encoding="utf-8").splitlines())
    assert pins(wanted).items() <= locked.items()
    assert len(pins(wanted)) == len({canonical(re.split(r"[=<>;]", line)[0]) for line in wanted}), "a version is not exact"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes(lock: str) -> None:
    """With hashes pip takes no other file than the one that was looked at."""
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8"))
    unhashed = [entry.splitlines()[0] for entry in entries if "==" in entry.splitlines()[0] and "--hash=sha256:" not in entry]
    assert unhashed == []


def test_the_citation_names_the_versions() -> None:
    """CITATION.cff cites the version of the program, and that of the data."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    data = json.loads((ROOT / "data/evidence/datapackage.json").read_text(encoding="utf-8"))
    assert (cited["version"], cited["preferred-citation"]["version"]) == (PROJECT["version"], data["version"])
