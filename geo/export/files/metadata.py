"""Metadata of files: the view in words, link, licence, credits, citation."""

from collections.abc import Iterable
from typing import Any

from geo.export.citations.styles import CitationStyle, cite_view
from geo.export.frames.frame import Column, DataFrame
from geo.text import Translator
from geo.view import CAUTION, BasisFilter, ViewContext, published_text
from geo.view.labels import ROLE_LABELS


def about_lines(context: ViewContext) -> tuple[tuple[str, str], ...]:
    """Return the metadata of a file as pairs of heading and text, in the language of the view."""
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


def keywords(context: ViewContext) -> tuple[str, ...]:
    """Return keywords for a file: country, acts, version and licence of the data."""
    acts = (context.act_name(key) for key in context.state.authorisations)
    licences = (licence.title for licence in context.evidence.licences)
    version = context.words("Data version {version}", version=context.evidence.version)
    return (context.words("Peru"), *acts, version, *licences)


def rights(context: ViewContext) -> str:
    """Return the licence and version of the data, and the credits, in one line."""
    licences = "; ".join(f"{item.title}, {item.path}" for item in context.evidence.licences)
    version = context.words("Data version {version}", version=context.evidence.version)
    return " ".join((f"{version}. {licences}.", *context.atlas.credits_in(context.state.language)))


def about_frame(context: ViewContext) -> DataFrame:
    """Return :func:`about_lines` as a frame with the text columns ``subject`` and ``text``."""
    import pandas as pd  # noqa: PLC0415 - slow to import

    return pd.DataFrame(about_lines(context), columns=["subject", "text"], dtype="str")


def column_lines(columns: Iterable[Column[Any]], words: Translator) -> tuple[tuple[str, str], ...]:
    """Return pairs of name and meaning of columns, each name once."""
    return tuple({column.name: words(column.about) for column in columns}.items())


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
