"""What every file says of itself: the view in words, its link, the licence of the data, whom to credit and how to cite it."""

from collections.abc import Iterable

from geo.export.citations.styles import CitationStyle, cite_view
from geo.export.frames.table import Column, Kind, Table
from geo.text import Translator, message
from geo.view import CAUTION, BasisFilter, ViewContext, published_text
from geo.view.labels import ROLE_LABELS

_COLUMNS = (
    Column("subject", Kind.TEXT, message("What is told")),
    Column("text", Kind.TEXT, message("What there is to say of it")),
)


def about_lines(context: ViewContext) -> tuple[tuple[str, str], ...]:
    """Return what there is to say of a file, each with its heading, in the language of the view."""
    words, evidence = context.words, context.evidence
    return (
        (words("What it shows"), context.headline.text),
        (words("Please note"), words(CAUTION)),
        (words("Authorisations"), _authorisations(context)),
        (words("Roles"), words.listing([words(ROLE_LABELS[role]) for role in context.state.roles]) or words("none")),
        (words("Sources that count"), _basis(context)),
        (words("Link to this view"), context.link),
        (words("Data version"), f"{evidence.version} ({published_text(context.day.isoformat(), words)})"),
        (words("Licence of the data"), "; ".join(f"{item.title}, {item.path}" for item in evidence.licences)),
        (words("Credits"), " ".join(context.atlas.credits_in(words.language))),
        (words("How to cite"), cite_view(context, CitationStyle.APA)),
        (
            words("Key phrases"),
            words("They are quoted word for word, in the language of the source, and belong to their authors."),
        ),
    )


def about_table(context: ViewContext) -> Table:
    """Return the same as a table."""
    return Table("about", _COLUMNS, about_lines(context))


def column_lines(columns: Iterable[Column], words: Translator) -> tuple[tuple[str, str], ...]:
    """Return names and meanings of columns."""
    return tuple((column.name, words(column.about)) for column in columns)


def _authorisations(context: ViewContext) -> str:
    words, state = context.words, context.state
    shown = []
    for key in state.authorisations:
        days, record = state.range_of(key), context.evidence.authorisations[key]
        shown.append(words("{act}: {days}", act=words.of(record, "name"), days=words.span(days.start, days.stated_end)))
    return "; ".join(shown) or words("none")


def _basis(context: ViewContext) -> str:
    words, state = context.words, context.state
    basis = words("Texts and corroboration") if state.basis is BasisFilter.ALL else words("The source texts alone")
    return basis if state.min_sources == 1 else f"{basis}; {words('At least two independent sources')}"
