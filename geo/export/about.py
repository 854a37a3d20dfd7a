"""What every file says of itself: the view in words, its link, the licence of the data, whom to credit and how to cite it."""

from collections.abc import Iterable

from geo.draw import ROLE_LABELS
from geo.export.citations import CitationStyle, cite_view
from geo.export.subject import Subject
from geo.export.tables import Column, Kind, Table
from geo.text import Words, message
from geo.view import CAUTION, BasisFilter, published_text

_COLUMNS = (
    Column("subject", Kind.TEXT, message("What is told")),
    Column("text", Kind.TEXT, message("What there is to say of it")),
)


def about_lines(subject: Subject) -> tuple[tuple[str, str], ...]:
    """Return what there is to say of a file, each with its heading, in the language of the view."""
    words, evidence = subject.words, subject.evidence
    return (
        (words("What it shows"), subject.headline.text),
        (words("Please note"), words(CAUTION)),
        (words("Authorisations"), _authorisations(subject)),
        (words("Roles"), words.listing([words(ROLE_LABELS[role]) for role in subject.state.roles]) or words("none")),
        (words("Sources that count"), _basis(subject)),
        (words("Link to this view"), subject.link),
        (words("Data version"), f"{evidence.version} ({published_text(subject.day.isoformat(), words)})"),
        (words("Licence of the data"), "; ".join(f"{item.title}, {item.path}" for item in evidence.licences)),
        (words("Credits"), " ".join(subject.atlas.credits_in(words.language))),
        (words("How to cite"), cite_view(evidence, subject.state, subject.known, CitationStyle.APA, base_url=subject.base_url)),
        (
            words("Key phrases"),
            words("They are quoted word for word, in the language of the source, and belong to their authors."),
        ),
    )


def about_table(subject: Subject) -> Table:
    """Return the same as a table."""
    return Table("about", _COLUMNS, about_lines(subject))


def column_lines(columns: Iterable[Column], words: Words) -> tuple[tuple[str, str], ...]:
    """Return names and meanings of columns."""
    return tuple((column.name, words(column.about)) for column in columns)


def _authorisations(subject: Subject) -> str:
    words, state = subject.words, subject.state
    shown = []
    for key in state.authorisations:
        days, record = state.range_of(key), subject.evidence.authorisations[key]
        shown.append(words("{act}: {days}", act=words.of(record, "name"), days=words.span(days.start, days.stated_end)))
    return "; ".join(shown) or words("none")


def _basis(subject: Subject) -> str:
    words, state = subject.words, subject.state
    basis = words("Texts and corroboration") if state.basis is BasisFilter.ALL else words("The source texts alone")
    return basis if state.min_sources == 1 else f"{basis}; {words('At least two independent sources')}"
