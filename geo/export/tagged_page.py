"""A figure as the source of tagged pages: what ``figure_page.typ`` reads, in the order in which it is heard."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from geo.draw.figure import Figure
from geo.draw.figure.fonts import ASCENT, DESCENT, families
from geo.draw.figure.svg import HALO, Box, Item, Mark, Picture, Run, Text, texts_of
from geo.draw.markup import element, join, number, shape

_POINTS: Final = 72 / 96
"""In a CSS pixel."""


def tagged_pages(sheets: Sequence[Figure], *, author: str = "", keywords: Iterable[str] = ()) -> dict[str, bytes]:
    """Return the files that the pages are made of, by name: a page for each sheet, all of one size."""
    figure = sheets[0]
    width, height = figure.size.points
    files: dict[str, bytes] = {}
    for number_of_sheet, sheet in enumerate(sheets):
        files |= _drawings(sheet, number_of_sheet)
    said = {
        "width": width,
        "height": height,
        "ascent": ASCENT,
        "descent": DESCENT,
        "halo": HALO,
        "language": figure.language,
        "title": figure.title,
        "description": figure.description,
        "author": author,
        "keywords": list(keywords),
        "sheets": [_sheet(sheet, index) for index, sheet in enumerate(sheets)],
    }
    return {**files, "figure.json": json.dumps(said).encode()}


def _sheet(figure: Figure, sheet: int) -> dict[str, Any]:
    return {"marks": _marks_file(sheet), "parts": list(_parts(figure.items, sheet))}


def _drawings(figure: Figure, sheet: int) -> dict[str, bytes]:
    """Return the drawings of a sheet, by the name of the file: its pictures, and its marks outside them."""
    pictures = [item for item in figure.items if isinstance(item, Picture)]
    files = {_file_of(sheet, index): _drawing(_drawable(item.items), item.box) for index, item in enumerate(pictures)}
    paper = Mark(shape("rect", x="-5%", y="-5%", width="110%", height="110%", fill=figure.paper))
    marks = (item for item in figure.items if isinstance(item, Mark))
    return {**files, _marks_file(sheet): _drawing((paper, *marks), Box(0, 0, figure.size.width, figure.size.height))}


def _file_of(sheet: int, picture: int) -> str:
    return f"picture-{sheet}-{picture}.svg"


def _marks_file(sheet: int) -> str:
    return f"marks-{sheet}.svg"


def _drawing(items: Iterable[Item], box: Box) -> bytes:
    document = element(
        "svg",
        join(item.svg("known") for item in items),
        xmlns="http://www.w3.org/2000/svg",
        width=f"{box.width * _POINTS:.3f}",
        height=f"{box.height * _POINTS:.3f}",
        viewBox=" ".join(map(number, (box.left, box.top, box.width, box.height))),
    )
    return document.encode()


def _parts(items: Iterable[Item], sheet: int) -> Iterator[dict[str, Any]]:
    """Yield pictures and running texts, the lines of each text together."""
    lines: list[Text] = []
    pictures = 0
    for item in items:
        if isinstance(item, Text) and item.joined_by is not None and lines:
            lines.append(item)
        elif isinstance(item, Text):
            yield from _paragraph(lines)
            lines = [item]
        elif isinstance(item, Picture):
            yield from _paragraph(lines)
            yield _picture(item, _file_of(sheet, pictures))
            for text in texts_of([item]):
                yield from _paragraph([text] if _is_foreign(text) else [])
            lines, pictures = [], pictures + 1
    yield from _paragraph(lines)


def _drawable(items: Iterable[Item]) -> Iterator[Item]:
    """Yield what a picture is drawn of, but for its foreign texts."""
    for item in items:
        if isinstance(item, Picture):
            yield from _drawable(item.items)
        elif isinstance(item, Mark) or not _is_foreign(item):
            yield item


def _is_foreign(text: Text) -> bool:
    """Whether a text has letters of another script than its faces: Typst can write these, but not as a part of a picture.

    Of letters that join in a picture it no longer knows which characters they are, which PDF/UA refuses (0.15).
    """
    return any(len(families(run.type.face, run.text)) > 1 for run in text.runs)


def _picture(picture: Picture, file: str) -> dict[str, Any]:
    box = {"x": picture.box.left, "y": picture.box.top, "width": picture.box.width, "height": picture.box.height}
    lengths = {name: length * _POINTS for name, length in box.items()}
    return {"kind": "picture", "file": file, "alternative": picture.alternative, **lengths}


def _paragraph(lines: list[Text]) -> Iterator[dict[str, Any]]:
    if lines:
        after = [*((line.joined_by or "") for line in lines[1:]), ""]
        told = [_line(line, end) for line, end in zip(lines, after, strict=True)]
        yield {"kind": "text", "level": lines[0].level, "lines": told}


def _line(line: Text, end: str) -> dict[str, Any]:
    *others, last = line.runs
    runs = [_run(run, run.text) for run in others] + [_run(last, last.text + end)]
    return {"x": line.box.left * _POINTS, "y": line.box.top * _POINTS, "halo": line.halo, "runs": runs}


def _run(run: Run, said: str) -> dict[str, Any]:
    face = run.type.face
    return {
        "text": said,
        "families": families(face, said),
        "weight": face.weight,
        "style": "italic" if face.italic else "normal",
        "size": run.type.size * _POINTS,
        "colour": run.type.colour,
        "spacing": run.type.spacing * _POINTS,
        "link": run.link,
    }
