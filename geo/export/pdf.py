"""What a PDF says of itself, and the order of what is in it."""

import io
import re
from typing import Any, Final
from xml.sax.saxutils import escape

from geo.draw.figure import Figure

_FONT_USE: Final = re.compile(rb"/(fo\d+)(?= )")
_PACKET: Final = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>'
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)


def finish_pdf(data: bytes, figure: Figure) -> bytes:
    """Return an uncompressed PDF, compressed, with title, alternative text and language, and its fonts in a fixed order.

    The converter numbers fonts in the order of a hash table, which differs from run to run; renamed and sorted, the same
    drawing becomes the same bytes. There are no dates in it.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - only where a PDF is made
    from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(data))
    _sort_fonts(reader.pages[0])
    writer = PdfWriter()
    writer.add_page(reader.pages[0]).compress_content_streams(level=6)
    writer.add_metadata({"/Title": figure.title, "/Subject": figure.description, "/Producer": "Ingreso"})
    root: Any = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(figure.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): _true()})
    packet = StreamObject()
    packet.set_data(_packet(figure))
    packet.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    root[NameObject("/Metadata")] = writer._add_object(packet)  # noqa: SLF001 - the library's documented way
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _packet(figure: Figure) -> bytes:
    texts = {"title": escape(figure.title), "description": escape(figure.description), "language": figure.language}
    return _PACKET.format(**texts).encode()


def _true() -> Any:  # noqa: ANN401 - pypdf is imported late
    from pypdf.generic import BooleanObject  # noqa: PLC0415

    return BooleanObject(True)  # noqa: FBT003


def _sort_fonts(page: Any) -> None:  # noqa: ANN401 - a page of pypdf, which is imported late
    """Name the fonts of a page after their order by name."""
    from pypdf.generic import DictionaryObject, NameObject  # noqa: PLC0415

    fonts = page["/Resources"].get("/Font", {})
    ordered = sorted(fonts, key=lambda name: str(fonts[name].get_object()["/BaseFont"]))
    names = {old[1:].encode(): b"fn%d" % index for index, old in enumerate(ordered)}
    page["/Resources"][NameObject("/Font")] = DictionaryObject(
        {NameObject("/" + names[old[1:].encode()].decode()): fonts.raw_get(old) for old in ordered}
    )
    content = page["/Contents"].get_object()
    content.set_data(_FONT_USE.sub(lambda found: b"/" + names[found[1]], content.get_data()))
