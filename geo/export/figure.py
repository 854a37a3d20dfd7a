"""A figure as a file: SVG, PDF or PNG, with fonts, title and alternative text in it, and the same bytes every time.

Both renderers stand on ``usvg``: ``resvg-py`` makes the PNG and ``svg2pdf-py`` the PDF, from the same SVG and from the font
files alone, so that no font of the machine can slip in. (``vl-convert-python`` was tried first: 84 MB, its fonts are
registered by folder and mixed with the system's, and its PDF cannot be scaled to a paper's size.)
"""

from dataclasses import dataclass
from typing import Final, Literal

from geo.atlas import Atlas
from geo.draw.figure import FACES, PIXELS_PER_INCH, Figure, FigureSize, draw_figure
from geo.evidence import Evidence
from geo.export.fonts import font_rules
from geo.export.pdf import finish_pdf
from geo.export.png import finish_png
from geo.view import ViewState

LEAST_DPI: Final = 36
MOST_DPI: Final = 600
MOST_PIXELS: Final = 40_000_000
"""Of a PNG; it takes four bytes of memory for each."""

FigureFormat = Literal["png", "svg", "pdf"]
Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class FigureOptions:
    """What kind of file a figure becomes.

    Raises
    ------
    ValueError
        If the resolution is below 36 or above 600, or a PNG would have more than 40 million pixels.
    """

    format: FigureFormat
    size: FigureSize
    dpi: int = 150
    """Pixels per inch of a PNG, where 96 CSS pixels are an inch."""
    theme: Theme = "light"

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn, or only with too much memory."""
        for name, found, expected in (("format", self.format, ("png", "svg", "pdf")), ("theme", self.theme, ("light", "dark"))):
            if found not in expected:
                raise ValueError(f"{name}: expected one of {', '.join(expected)}, found {found!r}")
        if not LEAST_DPI <= self.dpi <= MOST_DPI:
            raise ValueError(f"dpi: expected {LEAST_DPI} to {MOST_DPI}, found {self.dpi}")
        if self.pixels > MOST_PIXELS:
            raise ValueError(f"size and dpi: expected at most {MOST_PIXELS} pixels, found {self.pixels}")

    @property
    def pixels(self) -> int:
        """Number of pixels of a PNG; 0 for a drawing without any."""
        return round(self.size.width * self.size.height * (self.dpi / PIXELS_PER_INCH) ** 2) if self.format == "png" else 0


def make_figure(evidence: Evidence, atlas: Atlas, state: ViewState, options: FigureOptions, *, base_url: str = "") -> bytes:
    """Return the figure of a view as a file; the same arguments always give the same bytes.

    Parameters
    ----------
    base_url
        Address of the page, without a query, for the printed link; without it the query is printed alone.
    """
    figure = draw_figure(evidence, atlas, state, options.size, theme=options.theme, base_url=base_url)
    match options.format:
        case "svg":
            return figure.svg(style=font_rules(figure.letters())).encode()
        case "pdf":
            return _pdf(figure)
        case "png":
            return _png(figure, options.dpi)


def _png(figure: Figure, dpi: int) -> bytes:
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - only where a PNG is made

    width, height = (round(side * dpi / PIXELS_PER_INCH) for side in (figure.size.width, figure.size.height))
    drawn = svg_to_bytes(
        svg_string=figure.svg((str(width), str(height))),
        skip_system_fonts=True,
        font_files=[face.path for face in FACES],
    )
    return finish_png(bytes(drawn), figure, dpi)


def _pdf(figure: Figure) -> bytes:
    from svg2pdf_py import ConversionOptions, FontDatabase, svg_to_pdf  # noqa: PLC0415 - only where a PDF is made

    fonts = FontDatabase()
    for face in FACES:
        fonts.load_font_file(face.path)
    width, height = figure.size.points
    drawn = svg_to_pdf(figure.svg((f"{width:.3f}", f"{height:.3f}")), fonts, ConversionOptions(compress=False))
    return finish_pdf(drawn, figure)
