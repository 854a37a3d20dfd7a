"""References: the content of a citation of a view or a source, without a style."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from geo.evidence import Source
from geo.text import Translator, message
from geo.view import SUBJECT, ViewContext, to_link

PROJECT: Final = message("Ingreso")
SUBJECT_CAPITALS: Final = message("Where US Forces Were Authorised to Enter Peru")
"""The title in headline capitals, for the Chicago style in English; the Spanish title is unchanged."""
MEDIUM: Final = message("Interactive map")


@dataclass(frozen=True, slots=True)
class Name:
    """The author or publisher of a reference."""

    family: str
    """Family name, or the whole name of an organisation."""
    given: str = ""
    """Given names; empty for an organisation."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The content of a citation. Values that are not known are empty or None, and left out of the citation."""

    key: str
    """Id of the entry: letters, digits, full stops and hyphens."""
    kind: str
    """Type of item, as CSL 1.0.2 names it."""
    title: str
    """Title; in square brackets, the project's description of a text without a title."""
    language: str
    """ISO 639-1 code of the cited text."""
    capitals: str = ""
    """The title in headline capitals, for a view; empty for a source."""
    shown: str = ""
    """Subtitle: what a view shows."""
    author: Name | None = None
    publisher: str = ""
    """Site or publisher; empty if it is the author."""
    issued: tuple[int, ...] = ()
    """Year, month and day, as far as they are known."""
    version: str = ""
    medium: str = ""
    url: str = ""
    accessed: date | None = None

    @property
    def is_described(self) -> bool:
        """Whether the title is a description in square brackets."""
        return self.title.startswith("[")

    @property
    def whole_title(self) -> str:
        """Title and subtitle."""
        return f"{self.title}: {self.shown}" if self.shown else self.title


def refer_to_view(context: ViewContext, *, accessed: date | None = None) -> Reference:
    """Return the reference of a view, in its own language; parameters as for :func:`~geo.export.citations.styles.cite_view`."""
    words, language = context.words, context.state.language
    issued = next((change.date for change in context.evidence.changes), "")
    return Reference(
        key=f"ingreso{issued[:4]}",
        kind="map",
        title=words(SUBJECT),
        capitals=words(SUBJECT_CAPITALS),
        shown=_shown(context),
        language=language,
        author=Name(words(PROJECT)),
        issued=_date_parts(issued),
        version=context.evidence.version,
        medium=words(MEDIUM),
        url=to_link(context.state, context.link_context, context.base_url) if context.base_url else "",
        accessed=accessed,
    )


def refer_to_source(source: Source, words: Translator) -> Reference:
    """Return the reference of a source. The publisher of a text without an author counts as the author."""
    return Reference(
        key=f"source-{source.source_id}",
        kind="webpage" if source.url else "document",
        title=words.of(source, "title"),
        language=words.language if source.title.startswith("[") else source.language,
        author=_author(source),
        publisher=source.publisher if source.author else "",
        issued=_date_parts(source.published),
        url=source.url,
    )


def _author(source: Source) -> Name | None:
    family, _, given = source.author_inverted.partition(", ")
    if family:
        return Name(family, given)
    name = source.author or source.publisher
    return Name(name) if name else None


def _shown(context: ViewContext) -> str:
    """Return what a view shows: the selected place or unit, the counts of the headline, and the chosen days."""
    headline, selected = context.headline, context.state.place
    place = context.evidence.places.get(selected)
    name = context.words.of(place, "name") if place else context.link_context.unit_names.get(selected, selected)
    return "; ".join(part for part in (name, headline.counts, headline.windows) if part)


def _date_parts(published: str) -> tuple[int, ...]:
    """Return year, month and day of an ISO 8601 date, month or year."""
    return tuple(int(part) for part in published.split("-")) if published else ()
