"""Lines of running text that keep within a width."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from geo.draw.figure.fonts import ASCENT
from geo.draw.figure.svg import Block, Run, Text, Type

LEADING: Final = 1.28
"""Distance between lines, in ems."""

_PIECES: Final = re.compile(r"\s+|(?:\(?(?:\d{1,2}–)?\d{1,2} (?:de )?(?=[^\W\d]))?\S+(?: –(?= ))?")
"""Spaces, and what keeps together: a word; a number and the word or month after it; a dash and what it ends."""
_LINK_PIECES: Final = re.compile(r"[^&,]+[&,]?|[&,]")


def paragraph(runs: Iterable[Run], width: float, *, leading: float = LEADING) -> Block:
    """Return a text of several looks, broken at spaces; a word wider than the line is broken within."""
    lines = _lines(tuple(_words(runs, width)), width)
    size = max((run.type.size for line in lines for run in line), default=0.0)
    texts = tuple(
        Text(0, ASCENT * size + row * leading * size, _joined(_trimmed(line)), joined_by=_joint(lines, row))
        for row, line in enumerate(lines)
        if _trimmed(line)
    )
    return Block(width, len(lines) * leading * size if lines else 0.0, texts)


def _joint(lines: Sequence[Sequence[Run]], row: int) -> str | None:
    """Return what stands between a line and the one before it: a space, or nothing within a word that is broken."""
    if not row:
        return None
    return " " if lines[row - 1] and lines[row - 1][-1].text.isspace() else ""


def plain(text: str, type_: Type, width: float, *, leading: float = LEADING) -> Block:
    """Return a text of one look, broken at spaces."""
    return paragraph([Run(text, type_)], width, leading=leading) if text else Block(width, 0)


def even(runs: Iterable[Run], width: float, *, leading: float = LEADING) -> Block:
    """Return a text on as few lines as :func:`paragraph`, but of lengths as even as they can be: for headings."""
    runs = tuple(runs)
    best = paragraph(runs, width, leading=leading)
    for percent in range(95, 45, -5):
        narrower = paragraph(runs, width * percent / 100, leading=leading)
        if narrower.height > best.height:
            break
        best = Block(width, narrower.height, narrower.items)
    return best


def _words(runs: Iterable[Run], width: float) -> Iterator[Run]:
    """Yield words and spaces, and the pieces of words that are too wide for a line."""
    for run in runs:
        for piece in _PIECES.findall(run.text):
            word = replace(run, text=" " if piece.isspace() else piece)
            yield from [word] if word.width <= width else _broken(word, width)


def _broken(word: Run, width: float) -> Iterator[Run]:
    """Yield the pieces of what is too wide to keep together: its words, and those that are too wide broken within."""
    for piece in re.findall(r"\s+|\S+", word.text):
        part = replace(word, text=piece)
        yield from [part] if part.width <= width else _broken_within(part, width)


def _broken_within(word: Run, width: float) -> Iterator[Run]:
    """Yield the pieces of a word, broken after the separators of a link where that is enough, else anywhere."""
    for piece in _LINK_PIECES.findall(word.text):
        part = replace(word, text=piece)
        yield from [part] if part.width <= width else (replace(word, text=letter) for letter in piece)


def _lines(words: Sequence[Run], width: float) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    used = 0.0
    for word in words:
        if used + word.width > width and not word.text.isspace():
            lines.append([])
            used = 0.0
        if word.text.isspace() and not lines[-1]:
            continue
        lines[-1].append(word)
        used += word.width
    return lines


def _trimmed(line: list[Run]) -> list[Run]:
    return line[:-1] if line and line[-1].text.isspace() else line


def _joined(line: list[Run]) -> tuple[Run, ...]:
    """Join neighbours of the same look."""
    joined: list[Run] = []
    for run in line:
        if joined and replace(joined[-1], text=run.text) == run:
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)
