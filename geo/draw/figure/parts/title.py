"""The head of a figure: its title, the days, what it shows in numbers, and what must not be misunderstood."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from geo.draw.figure.fonts import ASCENT
from geo.draw.figure.paragraphs import even, paragraph
from geo.draw.figure.parts.notes import acts_with_days
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Run, Text, Type, stack
from geo.view import CAUTION, SUBJECT
from geo.view.headline import ActLine

_TITLE_SIZES: Final = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 15.0)
_TITLE_LEADING: Final = 1.14
_TIGHT_SIZES: Final = (18.0, 17.0, 16.0, 15.0, 14.0)
_LEAST_ON_ONE_LINE: Final = 21.0


def title_of(view: StyledView) -> str:
    """Return the title: what is shown, of which authorisations, on which days."""
    words = view.context.words
    subject = _subject(view)
    acts = words.listing(acts_with_days(view.context))
    return words("{subject}: {acts}", subject=subject, acts=acts) if acts else subject


def _subject(view: StyledView) -> str:
    words, places = view.context.words, view.context.selection.places.values()
    if any(shown.authorisations for shown in places):
        return words(SUBJECT)
    if places:
        return words("Places in Peru named in the context of the authorisations")
    return words("No place is named in this view")


def _square(view: StyledView, line: ActLine, letters: Type) -> tuple[Run, ...]:
    """Return a square of the colour of an act; nothing for many acts together, or where fills tell how many there are."""
    if not line.act_id or view.palette.by_number:
        return ()
    return (Run("■ ", Type(letters.face, letters.size, view.palette.colours[line.act_id])),)


def _short(line: ActLine) -> str:
    return f"{line.name} ({line.days})" if line.act_id else line.text


def lead_of(view: StyledView) -> str:
    """Return the headline without the days, which stand in the title."""
    headline = view.context.headline
    parts = (headline.day, headline.counts, headline.context, headline.sources, headline.removed)
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def caution_of(view: StyledView) -> str:
    """Return the sentence without which the map would be misread."""
    return view.context.words(CAUTION)


def draw_title(view: StyledView, width: float, *, tight: bool = False) -> Block:
    """Return the title, then the authorisations with their days.

    Parameters
    ----------
    tight
        Whether there is little room.
    """
    return _with_acts(view, draw_subject(view, width, tight=tight), width, tight=tight)


def draw_heading(view: StyledView, heading: str, width: float) -> Block:
    """Return another title, then the authorisations with their days."""
    return _with_acts(view, _as_heading(_fitted(view, heading, width, _TIGHT_SIZES)), width, tight=True)


def _with_acts(view: StyledView, title: Block, width: float, *, tight: bool) -> Block:
    acts = _acts(view, view.style.tight_strong if tight else view.style.body_strong, width, tight=tight)
    return _with_gap(title, acts, view.style.px(3))


def draw_subject(view: StyledView, width: float, *, tight: bool = False) -> Block:
    """Return the title alone."""
    return _as_heading(_fitted(view, _subject(view), width, _TIGHT_SIZES if tight else _TITLE_SIZES))


def _acts(view: StyledView, letters: Type, width: float, *, tight: bool) -> Block:
    """Return a line for each act, behind a square of its colour: side by side if they fit, else one by one.

    With little room a line has the act and its days, else also the names or the number of its places.
    """
    told = [
        (*_square(view, line, letters), Run(_short(line) if tight else line.text, letters))
        for line in view.context.headline.lines
    ]
    space = 1.2 * letters.size
    lengths = [sum(run.width for run in runs) for runs in told]
    if sum(lengths) + space * (len(told) - 1) > width:
        return stack([even(runs, width) for runs in told], gap=0)
    starts = [sum(lengths[:index]) + space * index for index in range(len(told))]
    line = paragraph([Run("x", letters)], width)
    texts = (Text(start, ASCENT * letters.size, runs) for start, runs in zip(starts, told, strict=True))
    return Block(width, line.height if told else 0, tuple(texts))


def draw_lead(view: StyledView, width: float) -> Iterator[Block]:
    """Yield the headline, then the caution."""
    yield even([Run(lead_of(view), view.style.body)], width)
    yield draw_caution(view, width)


def draw_caution(view: StyledView, width: float, *, tight: bool = False) -> Block:
    """Return the caution."""
    return even([Run(caution_of(view), view.style.tight_caution if tight else view.style.caution)], width)


def _fitted(view: StyledView, text: str, width: float, sizes: tuple[float, ...]) -> Block:
    """Return the title in the largest size that is on one line, else on two, else in the smallest."""
    blocks = [even([Run(text, view.style.title(size))], width, leading=_TITLE_LEADING) for size in sizes]
    large = [block for block, size in zip(blocks, sizes, strict=True) if size >= _LEAST_ON_ONE_LINE]
    for candidates, lines in ((large, 1), (blocks, 2), (blocks, 3)):
        for block in candidates:
            if len(block.items) <= lines:
                return block
    return blocks[-1]


def _as_heading(block: Block) -> Block:
    """Return a block whose texts are the first heading."""
    return replace(block, items=tuple(replace(text, level=1) for text in block.texts_at(0, 0)))


def _with_gap(first: Block, second: Block, gap: float) -> Block:
    if second.is_empty:
        return first
    return Block(first.width, first.height + gap + second.height, (*first.items, *second.at(0, first.height + gap)))
