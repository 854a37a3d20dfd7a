"""Paper, ink and type of a figure."""

from dataclasses import fields
from itertools import combinations

import pytest

from geo.draw.figure import SIZES, FigureSize
from geo.draw.figure.theme import PAINTS, Paint, style_of
from geo.draw.fills import THEMES, luminance


def contrast(colour: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_theme_has_its_paint() -> None:
    """The themes of figures are those of fills."""
    assert tuple(PAINTS) == THEMES


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_read_on_its_paper(theme: str) -> None:
    """Text has at least 7 to 1, quiet text 4.5 to 1 (WCAG 2.2, 1.4.3 and 1.4.6); names of water, 4.4 to 1, only adorn."""
    paint = PAINTS[theme]
    assert min(contrast(paint.text, ground) for ground in (paint.paper, paint.unit, paint.land)) >= 7
    assert min(contrast(paint.quiet, ground) for ground in (paint.paper, paint.unit, paint.land)) >= 4.5
    assert contrast(paint.water_text, paint.sea) >= 4.4


@pytest.mark.parametrize("theme", THEMES)
def test_colours_are_written_alike(theme: str) -> None:
    """``#rrggbb``, which mixing needs; sea, land, units and lakes differ."""
    paint = PAINTS[theme]
    assert all(len(getattr(paint, field.name)) == 7 for field in fields(Paint))
    assert all(one != other for one, other in combinations((paint.sea, paint.land, paint.unit, paint.lake), 2))
    assert paint.unit != paint.context_fill != paint.context


@pytest.mark.parametrize("name", SIZES)
def test_letters_are_never_smaller_than_on_a4(name: str) -> None:
    """A smaller figure has the same letters, so that they can be read; a note has 6.5 points."""
    style = style_of(SIZES[name], "light")
    assert style.scale >= 1
    assert style.note.size >= 8.7


def test_letters_grow_with_a_larger_sheet() -> None:
    """Twice the sides are twice the letters and lengths."""
    style = style_of(FigureSize(4 * 472, 4 * 472), "dark")
    assert style.scale == pytest.approx(2)
    assert style.px(3) == pytest.approx(6)
    assert style.title(20).size == pytest.approx(40)
    assert (style.theme, style.paint) == ("dark", PAINTS["dark"])
