"""The head of a figure: its title, the days, what it shows in numbers, and what must not be misunderstood."""

from collections.abc import Iterator
from typing import Final

from geo.draw.figure.fonts import ASCENT
from geo.draw.figure.paragraphs import even, paragraph
from geo.draw.figure.scene import Scene
from geo.draw.figure.svg import Block, Run, Text, Type, stack
from geo.view import CAUTION, SUBJECT

_TITLE_SIZES: Final = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 15.0)
_TITLE_LEADING: Final = 1.14
_TIGHT_SIZES: Final = (18.0, 17.0, 16.0, 15.0, 14.0)
_LEAST_ON_ONE_LINE: Final = 21.0


def title_of(scene: Scene) -> str:
    """Return the title: what is shown, of which authorisations, on which days."""
    words = scene.context.words
    subject = _subject(scene)
    acts = words.listing([_act(scene, key) for key in scene.context.state.authorisations])
    return words("{subject}: {acts}", subject=subject, acts=acts) if acts else subject


def _subject(scene: Scene) -> str:
    words, places = scene.context.words, scene.context.selection.places.values()
    if any(shown.authorisations for shown in places):
        return words(SUBJECT)
    if places:
        return words("Places in Peru named in the context of the authorisations")
    return words("No place is named in this view")


def _act(scene: Scene, key: str) -> str:
    days = scene.context.state.range_of(key)
    name = scene.context.words.of(scene.context.evidence.authorisations[key], "short")
    return scene.context.words("{act} ({days})", act=name, days=scene.context.words.span(days.start, days.stated_end))


def lead_of(scene: Scene) -> str:
    """Return the headline without the days, which stand in the title."""
    headline = scene.context.headline
    parts = (f"{headline.counts}.", headline.context, f"{headline.sources}.", headline.removed)
    return " ".join(part for part in parts if part)


def caution_of(scene: Scene) -> str:
    """Return the sentence without which the map would be misread."""
    return scene.context.words(CAUTION)


def draw_title(scene: Scene, width: float, *, tight: bool = False) -> Block:
    """Return the title, then the authorisations with their days.

    Parameters
    ----------
    tight
        Whether there is little room.
    """
    sizes = _TIGHT_SIZES if tight else _TITLE_SIZES
    title = _fitted(scene, _subject(scene), width, sizes)
    acts = _acts(scene, scene.style.tight_strong if tight else scene.style.body_strong, width)
    return _with_gap(title, acts, scene.style.px(3))


def _acts(scene: Scene, letters: Type, width: float) -> Block:
    """Return each authorisation with its days, behind a square of its colour: side by side if they fit, else one by one."""
    told = []
    for key in scene.context.state.authorisations:
        square = Run("■ ", Type(letters.face, letters.size, scene.palette.colours[key]))
        told.append((square, Run(_act(scene, key), letters)))
    space = 1.2 * letters.size
    lengths = [sum(run.width for run in runs) for runs in told]
    if sum(lengths) + space * (len(told) - 1) > width:
        return stack([even(runs, width) for runs in told], gap=0)
    starts = [sum(lengths[:index]) + space * index for index in range(len(told))]
    line = paragraph([Run("x", letters)], width)
    texts = (Text(start, ASCENT * letters.size, runs) for start, runs in zip(starts, told, strict=True))
    return Block(width, line.height if told else 0, tuple(texts))


def draw_lead(scene: Scene, width: float) -> Iterator[Block]:
    """Yield the headline, then the caution."""
    yield even([Run(lead_of(scene), scene.style.body)], width)
    yield draw_caution(scene, width)


def draw_caution(scene: Scene, width: float, *, tight: bool = False) -> Block:
    """Return the caution."""
    return even([Run(caution_of(scene), scene.style.tight_caution if tight else scene.style.caution)], width)


def _fitted(scene: Scene, text: str, width: float, sizes: tuple[float, ...]) -> Block:
    """Return the title in the largest size that is on one line, else on two, else in the smallest."""
    blocks = [even([Run(text, scene.style.title(size))], width, leading=_TITLE_LEADING) for size in sizes]
    large = [block for block, size in zip(blocks, sizes, strict=True) if size >= _LEAST_ON_ONE_LINE]
    for candidates, lines in ((large, 1), (blocks, 2), (blocks, 3)):
        for block in candidates:
            if len(block.items) <= lines:
                return block
    return blocks[-1]


def _with_gap(first: Block, second: Block, gap: float) -> Block:
    if second.is_empty:
        return first
    return Block(first.width, first.height + gap + second.height, (*first.items, *second.at(0, first.height + gap)))
