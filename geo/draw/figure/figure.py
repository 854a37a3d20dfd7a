"""A figure, drawn: its texts and marks, and the SVG document made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from geo.draw.figure.description import describe
from geo.draw.figure.fonts import Face, face_for
from geo.draw.figure.layout import lay_out
from geo.draw.figure.parts.title import title_of
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Item, Program, Text, texts_of
from geo.draw.figure.theme import style_of
from geo.draw.fills import make_palette
from geo.draw.markup import Markup, element, join, number, shape, text
from geo.view import ViewContext

Extent = Literal["view", "peru"]
"""Which ground a figure shows: that of the view, or all of Peru."""

Layout = Literal["map", "multiples", "answers"]
"""One map of all acts, a small map for each, or what the sources say."""

FONT_LICENCE = (
    "Fonts: Source Sans Pro, Source Serif Pro, © Adobe; where letters need them Noto Sans, © The Noto Project Authors, and "
    "Assistant, © The Assistant Project Authors; SIL Open Font License 1.1, https://openfontlicense.org"
)
"""What a file with these fonts in it says of them."""


_ID_LETTERS = 8
"""Of a digest that makes ids unique to the file: several figures may stand in one page."""


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
    items: tuple[Item, ...]
    """In the order in which they are read."""

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text on the sheet, with its box."""
        return tuple(texts_of(self.items))

    def letters(self) -> Mapping[Face, frozenset[str]]:
        """Return the characters that are used of every face; what no face has counts for the one that lacks it."""
        used: dict[Face, set[str]] = {}
        for line in self.texts:
            for run in line.runs:
                for char in run.text:
                    used.setdefault(face_for(char, run.type.face) or run.type.face, set()).add(char)
        return {face: frozenset(letters) for face, letters in used.items()}

    def svg(
        self, stated: tuple[str, str] | None = None, *, style: str = "", metadata: str = FONT_LICENCE, program: Program = "any"
    ) -> str:
        """Return the SVG document.

        Parameters
        ----------
        stated
            Width and height as they are to be stated; those of the size unless given.
        style
            Content of its ``style`` element: the fonts.
        metadata
            Content of its ``metadata`` element.
        program
            Who draws it.
        """
        width, height = stated or self.size.stated
        drawn = join(item.svg(program) for item in self.items)
        names = [f"{part}-{sha256(drawn.encode()).hexdigest()[:_ID_LETTERS]}" for part in ("title", "desc")]
        document = element(
            "svg",
            text("title", self.title, id=names[0]),
            text("desc", self.description, id=names[1]),
            element("metadata", metadata),
            element("style", Markup(style)) if style else "",
            shape("rect", x="-5%", y="-5%", width="110%", height="110%", fill=self.paper),
            drawn,
            xmlns="http://www.w3.org/2000/svg",
            **{"xmlns:xlink": "http://www.w3.org/1999/xlink"},
            width=width,
            height=height,
            viewBox=f"0 0 {number(self.size.width)} {number(self.size.height)}",
            role="img",
            lang=self.language,
            aria_labelledby=" ".join(names),
        )
        return f"{document}\n"


def draw_figure(context: ViewContext, size: FigureSize, *, theme: str = "light", extent: Extent = "view") -> Figure:
    """Draw the figure of a view, in the language of the view.

    Parameters
    ----------
    theme
        ``light`` or ``dark``.
    extent
        ``view`` shows what the reader sees on the map, where the view says so; ``peru`` the whole country.
    """
    view = styled_view(context, size, theme=theme, extent=extent)
    return Figure(
        size=size,
        language=context.state.language,
        title=title_of(view),
        description=describe(view),
        paper=view.style.paint.paper,
        items=lay_out(view, size),
    )


def styled_view(context: ViewContext, size: FigureSize, *, theme: str, extent: Extent) -> StyledView:
    """Return a view with the fills and the style of a figure; parameters as of :func:`draw_figure`."""
    palette = make_palette(context.evidence.authorisations, context.state.authorisations, theme)
    at = context.state.at if extent == "view" else None
    return StyledView(context, palette, style_of(size, theme), at)
