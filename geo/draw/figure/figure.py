"""A figure, drawn: its texts and marks, and the SVG document made of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from geo.draw.escape import to_html
from geo.draw.figure.description import describe
from geo.draw.figure.fonts import Face
from geo.draw.figure.layout import lay_out
from geo.draw.figure.parts.title import title_of
from geo.draw.figure.scene import Scene
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.svg import Mark, Text, number
from geo.draw.figure.theme import style_of
from geo.draw.fills import fills
from geo.view import ViewContext

FONT_LICENCE = "Fonts: Source Sans Pro, Source Serif Pro, © Adobe, SIL Open Font License 1.1, https://openfontlicense.org"
"""What a file with these fonts in it says of them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure on its sheet."""

    size: FigureSize
    language: str
    """ISO 639-1 code."""
    title: str
    description: str
    """Alternative text."""
    paper: str
    """``#rrggbb``."""
    items: tuple[Text | Mark, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text on the sheet, with its box."""
        return tuple(item for item in self.items if isinstance(item, Text))

    def letters(self) -> Mapping[Face, frozenset[str]]:
        """Return the characters that are used of every face."""
        used: dict[Face, set[str]] = {}
        for text in self.texts:
            for run in text.runs:
                used.setdefault(run.type.face, set()).update(run.text)
        return {face: frozenset(letters) for face, letters in used.items()}

    def svg(self, stated: tuple[str, str] | None = None, *, style: str = "") -> str:
        """Return the SVG document.

        Parameters
        ----------
        stated
            Width and height as they are to be stated; those of the size unless given.
        style
            Content of its ``style`` element: the fonts.
        """
        width, height = stated or self.size.stated
        box = f"0 0 {number(self.size.width)} {number(self.size.height)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{box}" role="img" '
            f'lang="{self.language}" aria-labelledby="title desc">'
            f'<title id="title">{to_html(self.title)}</title><desc id="desc">{to_html(self.description)}</desc>'
            f"<metadata>{to_html(FONT_LICENCE)}</metadata>"
            + (f"<style>{style}</style>" if style else "")
            + f'<rect x="-5%" y="-5%" width="110%" height="110%" fill="{self.paper}"/>'
            + "".join(item.svg() for item in self.items)
            + "</svg>\n"
        )


def draw_figure(context: ViewContext, size: FigureSize, *, theme: str = "light") -> Figure:
    """Draw the figure of a view, in the language of the view.

    Parameters
    ----------
    theme
        ``light`` or ``dark``.
    """
    scene = Scene(context, fills(context.evidence.authorisations, theme), style_of(size, theme))
    return Figure(
        size=size,
        language=context.state.language,
        title=title_of(scene),
        description=describe(scene),
        paper=scene.style.paint.paper,
        items=lay_out(scene, size),
    )
