"""The head of a figure: its title, the days, what it shows in numbers, and what must not be misunderstood."""

from collections.abc import Iterator
from typing import Final

from geo.draw.figure.paragraphs import plain
from geo.draw.figure.scene import Scene
from geo.draw.figure.sheet import Block
from geo.view import Headline, build_headline

_TITLE_SIZES: Final = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 15.0)
_TITLE_LEADING: Final = 1.14
_MOST_TITLE_LINES: Final = 2.5


def title_of(scene: Scene) -> str:
    """Return the title: what is shown, of which authorisations, on which days."""
    words = scene.words
    subject = _subject(scene)
    acts = words.listing([_act(scene, key) for key in scene.state.authorisations])
    return words("{subject}: {acts}", subject=subject, acts=acts) if acts else subject


def _subject(scene: Scene) -> str:
    words, places = scene.words, scene.selection.places.values()
    if any(shown.authorisations for shown in places):
        return words("Where US forces were authorised to enter Peru")
    if places:
        return words("Places in Peru named in the context of the authorisations")
    return words("No place is named in this view")


def _act(scene: Scene, key: str) -> str:
    days = scene.state.range_of(key)
    name = scene.words.of(scene.evidence.authorisations[key], "short")
    return scene.words("{act} ({days})", act=name, days=scene.words.span(days.start, days.end))


def headline_of(scene: Scene) -> Headline:
    """Return what the view shows, in words and numbers."""
    units = len(scene.atlas.units)
    return build_headline(scene.evidence, scene.state, scene.selection, units=units, words=scene.words)


def caution_of(scene: Scene) -> str:
    """Return the sentence without which the map would be misread."""
    return scene.words("Authorised is not deployed: the map shows what acts and reports say, not where forces were.")


def draw_title(scene: Scene, width: float) -> Block:
    """Return the title as large as it can be on two lines, then the days."""
    subject = _fitted(scene, _subject(scene), width)
    acts = scene.words.listing([_act(scene, key) for key in scene.state.authorisations])
    return _with_gap(subject, plain(acts, scene.style.body_strong, width), scene.style.px(3))


def draw_lead(scene: Scene, width: float) -> Iterator[Block]:
    """Yield the headline, then the caution."""
    yield plain(headline_of(scene).text, scene.style.body, width)
    yield plain(caution_of(scene), scene.style.caution, width)


def _fitted(scene: Scene, text: str, width: float) -> Block:
    block = Block(width, 0)
    for size in _TITLE_SIZES:
        letters = scene.style.title(size)
        block = plain(text, letters, width, leading=_TITLE_LEADING)
        if block.height <= _MOST_TITLE_LINES * letters.size * _TITLE_LEADING:
            break
    return block


def _with_gap(first: Block, second: Block, gap: float) -> Block:
    if second.is_empty:
        return first
    return Block(first.width, first.height + gap + second.height, (*first.items, *second.at(0, first.height + gap)))
