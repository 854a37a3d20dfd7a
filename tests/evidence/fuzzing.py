"""Random edits of the package: either the check names a fault, or everything works and nothing that was shown is lost.

``python -m tests.evidence.fuzzing --seconds 600`` tries as many edits as the time allows, each of one cell, header, row, byte
or part of the descriptor; the first lines of what it prints repeat what failed.
"""

import csv
import io
import json
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import click

from geo.atlas import Atlas, UnitLocator, load_atlas
from geo.evidence import Evidence, EvidenceError, Role, load_evidence
from geo.evidence.history import build_history
from geo.evidence.loading import read_package
from geo.text import LANGUAGES
from geo.view import BasisFilter, ViewContext, make_context, select, select_claims, start_state
from tests.evidence.fuzz_drawings import ALL, Draw

ROOT = Path(__file__).resolve().parents[2]
ATLAS = ROOT / "data" / "atlas"
Lines = list[list[str]]

TEXTS = (
    *("", " ", "0", "-1", "x", "N/A", "#REF!", "NaN", "null", "TRUE", "9999-12-31", "2023-06-31", "31/12/2023", "2024-11"),
    *(
        "\u200b",
        "\u00a0",
        "\ufeffa",
        "Misi\u00c3\u00b3n",
        "\u79d8\u9c81",
        "\U0001f30e",
        "<b>x</b>",
        "`${1}`",
        "a\\b",
        "</script>",
    ),
    *(
        "line\nbreak",
        "tab\there",
        "1_500",
        "\uff11\uff12",
        "1e400",
        "-0",
        "W\u20131",
        "c-09",
        "2;La Lupa",
        "#ffffff",
        "#1f6f8b",
    ),
    *("W" * 300, "W " * 200, '"', "'", ",", ";", "=1+1", "PE-LIM", "deployment", "place", "unit", "lima", "31758"),
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a file."""

    file: str
    what: str
    content: bytes


def lines_of(content: bytes) -> Lines:
    """Return the records of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def to_bytes(lines: Lines) -> bytes:
    """Return records as a CSV file."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(lines)
    return file.getvalue().encode("utf-8")


def edit_cell(lines: Lines, chance: Random) -> str:
    """Write something else into a cell: a nasty text, the cell of another row, or the same with a slip."""
    row, column = chance.randrange(1, len(lines)), chance.randrange(len(lines[0]))
    text = lines[row][column]
    slips = (
        text.upper(),
        f" {text}",
        text[:-1],
        text + text[-1:],
        text.replace("-", "\u2013"),
        text.replace(",", ";"),
        f"{text}.0",
    )
    lines[row][column] = chance.choice([chance.choice(TEXTS), chance.choice(lines[1:])[column], chance.choice(slips)])
    return f"row {row + 1}, {lines[0][column]}: {text!r} -> {lines[row][column]!r}"


def edit_header(lines: Lines, chance: Random) -> str:
    """Rename, pad, double or remove a column."""
    column = chance.randrange(len(lines[0]))
    name = lines[0][column]
    lines[0][column] = chance.choice(
        [f"{name} ", name.upper(), name[:-1], "", f"\u200b{name}", chance.choice(lines[0]), "other"]
    )
    return f"header {name!r} -> {lines[0][column]!r}"


def edit_row(lines: Lines, chance: Random) -> str:
    """Remove, double, blank, shorten, lengthen or move a row."""
    row = chance.randrange(1, len(lines))
    what = chance.choice(["remove", "double", "blank", "shorten", "lengthen", "move"])
    if what == "remove":
        del lines[row]
    elif what == "double":
        lines.insert(row, list(lines[row]))
    elif what == "blank":
        lines.insert(row, [""] * len(lines[0]))
    elif what == "shorten":
        lines[row].pop()
    elif what == "lengthen":
        lines[row].append(chance.choice(["", "x"]))
    else:
        lines.append(lines.pop(row))
    return f"{what} row {row + 1}"


def edit_bytes(content: bytes, chance: Random) -> tuple[str, bytes]:
    """Change, insert or remove a byte, cut the file, or save it as another program would."""
    at, byte = chance.randrange(len(content)), bytes([chance.randrange(256)])
    text = content.decode("utf-8", errors="replace")
    ways: Mapping[str, Callable[[], bytes]] = {
        f"byte {at} -> {byte!r}": lambda: content[:at] + byte + content[at + 1 :],
        f"byte {at} before {byte!r}": lambda: content[:at] + byte + content[at:],
        f"byte {at} removed": lambda: content[:at] + content[at + 1 :],
        f"cut at {at}": lambda: content[:at],
        "semicolons": lambda: text.replace(",", ";").encode(),
        "tabs": lambda: text.replace(",", "\t").encode(),
        "a byte order mark": lambda: b"\xef\xbb\xbf" + content,
        "UTF-16": lambda: text.encode("utf-16"),
        "Windows-1252": lambda: text.encode("cp1252", errors="replace"),
        "MacRoman": lambda: text.encode("mac_roman", errors="replace"),
        "CRLF": lambda: text.replace("\n", "\r\n").encode(),
    }
    what = chance.choice(list(ways))
    return what, ways[what]()


def edit_descriptor(content: bytes, chance: Random) -> tuple[str, bytes]:
    """Put something else in the place of a part of the descriptor."""
    descriptor = json.loads(content)
    part: Any = descriptor
    path: list[object] = []
    while True:
        step = chance.choice(list(part) if isinstance(part, dict) else range(len(part)))
        path.append(step)
        if not (isinstance(part[step], dict | list) and part[step] and chance.random() < 0.8):
            break
        part = part[step]
    part[path[-1]] = chance.choice([None, 0, True, "", "x", [], {}, [None], {"a": None}])
    return f"{path} -> {part[path[-1]]!r}", json.dumps(descriptor).encode()


def random_edit(files: Mapping[str, bytes], chance: Random) -> Edit:
    """Return one edit of one of the files."""
    file = chance.choice([name for name in sorted(files) if name != "history.csv"])
    content = files[file]
    kind = chance.choices(["cell", "header", "row", "byte"], [6, 1, 2, 2])[0]
    if file == "datapackage.json":
        what, content = edit_descriptor(content, chance) if kind != "byte" else edit_bytes(content, chance)
    elif kind == "byte":
        what, content = edit_bytes(content, chance)
    else:
        lines = lines_of(content)
        what = {"cell": edit_cell, "header": edit_header, "row": edit_row}[kind](lines, chance)
        content = to_bytes(lines)
    return Edit(file, what, content)


def everything(evidence: Evidence, atlas: Atlas) -> ViewContext:
    """Return the view that shows all there is."""
    state = replace(start_state(evidence, "en"), authorisations=tuple(evidence.authorisations), roles=tuple(Role))
    return make_context(evidence, atlas, state)


def some_view(context: ViewContext, chance: Random) -> ViewContext:
    """Return the view with a place chosen, in one of the languages, and at times with fewer sources."""
    places = [*context.evidence.places, *(unit.code for unit in context.atlas.units)]
    state = replace(
        context.state,
        place=chance.choice(places),
        language=chance.choice(LANGUAGES),
        basis=chance.choice([BasisFilter.ALL, BasisFilter.ALL, BasisFilter.TEXTS]),
        min_sources=chance.choice([1, 1, 2]),
    )
    return make_context(context.evidence, context.atlas, state)


def shown_claims(context: ViewContext) -> set[tuple[str, str]]:
    """Return which claims a view lists, and which it draws on the map."""
    listed = {("listed", claim.claim_id) for claim in select_claims(context.evidence, context.state)}
    drawn = {("drawn", claim.claim_id) for claim in select(context.evidence, context.state).claims if claim.role}
    return listed | drawn


class Fuzzer:
    """A package whose files are edited one at a time."""

    def __init__(self, source: Path, directory: Path) -> None:
        self._directory = Path(shutil.copytree(source, directory))
        self._files = {path.name: path.read_bytes() for path in directory.iterdir()}
        self._atlas = load_atlas(ATLAS)
        self._unit_at = UnitLocator(self._atlas.layers).unit_at
        self._evidence = load_evidence(directory)
        self._before = shown_claims(everything(self._evidence, self._atlas))

    def edits(self, seed: int) -> Iterator[tuple[int, Edit]]:
        """Yield edits without end, each with the seed that makes it again."""
        while True:
            yield seed, random_edit(self._files, Random(seed))  # noqa: S311 - to be repeated, not a secret
            seed += 1

    def outcome(self, edit: Edit, drawings: Mapping[str, Draw]) -> str:
        """Return what became of an edit: ``fault`` or ``works``; raises whatever goes wrong.

        What the program reads as it was before (a mark at the head of a file, other line ends) is not drawn once more.
        """
        path = self._directory / edit.file
        path.write_bytes(edit.content)
        try:
            evidence = load_evidence(self._directory, unit_at=self._unit_at)
            difference = build_history(read_package(self._directory)).since(evidence.history.versions[-2])
        except EvidenceError:
            return "fault"
        except IndexError:
            difference = None
        finally:
            path.write_bytes(self._files[edit.file])
        context = everything(evidence, self._atlas)
        lost = self._before - shown_claims(context)
        named = {*difference.changed, *difference.removed} if difference else set()
        silently = {claim for _, claim in lost} - named
        assert not silently, f"shown before, and neither shown nor named as changed: {sorted(silently)[:5]}"
        if replace(evidence, version=self._evidence.version) != self._evidence:
            view = some_view(context, Random(edit.content))  # noqa: S311 - to be repeated, not a secret
            for draw in drawings.values():
                draw(view)
        return "works"


@click.command()
@click.option("--seconds", default=600, show_default=True, help="How long to try.")
@click.option("--edits", default=10_000, show_default=True, help="How many edits at most.")
@click.option("--seed", default=0, show_default=True, help="Seed of the first edit; each has the next one.")
@click.option("--evidence", default=ROOT / "data" / "evidence", type=click.Path(path_type=Path), help="Package to edit.")
def main(*, seconds: int, edits: int, seed: int, evidence: Path) -> None:
    """Try random edits of the evidence, and say which of them end in neither a fault nor a page that works."""
    until, counts, failed = time.monotonic() + seconds, Counter[str](), 0
    with tempfile.TemporaryDirectory() as scratch:
        fuzzer = Fuzzer(evidence, Path(scratch) / "evidence")
        for number, edit in fuzzer.edits(seed):
            if number >= seed + edits or time.monotonic() > until:
                break
            try:
                counts[fuzzer.outcome(edit, ALL)] += 1
            except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
                failed += 1
                click.echo(f"--seed {number} --edits 1: {edit.file}, {edit.what}\n{traceback.format_exc()}")
    click.echo(f"{counts['fault']} edits with a fault, {counts['works']} that work, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
