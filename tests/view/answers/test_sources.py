"""What is taken from each source, and which of them count once."""

import pytest

from geo.evidence import Basis, Evidence, Source, Topic
from geo.text import translator
from geo.view import (
    BasisFilter,
    ClaimCount,
    SourceGroup,
    SourceUse,
    derivation_lines,
    language_name,
    published_text,
    source_groups,
    source_uses,
)
from tests.view.samples import context_of, evidence_of, naming, saying, source

SOURCES = (source("T"), source("U", basis=Basis.CORROBORATION), source("V"))


def uses(evidence: Evidence, **fields: object) -> tuple[SourceUse, ...]:
    """Return the use of every source in the start view, some fields of it changed."""
    return source_uses(context_of(evidence, **fields))


def test_claims_are_counted_by_act_and_topic() -> None:
    """Each source has its shown and all its claims; one without any has none."""
    evidence = evidence_of(
        naming("1", "north"),
        saying("2", Topic.VOTE, "for", authorisation_id="Y"),
        saying("3", Topic.CONTEXT, "author", authorisation_id="", source_id="U"),
        naming("4", "harbour", authorisation_id="Y"),
        sources=SOURCES,
    )
    assert uses(evidence, authorisations=("M",), basis=BasisFilter.TEXTS) == (
        SourceUse(
            source=SOURCES[0],
            claims=ClaimCount(1, 3),
            authorisations={"M": ClaimCount(1, 1), "Y": ClaimCount(0, 2)},
            topics=((Topic.PLACE, ClaimCount(1, 2)), (Topic.VOTE, ClaimCount(0, 1))),
        ),
        SourceUse(SOURCES[1], ClaimCount(0, 1), {"": ClaimCount(0, 1)}, ((Topic.CONTEXT, ClaimCount(0, 1)),)),
        SourceUse(SOURCES[2], ClaimCount(0, 0), {}, ()),
    )


def test_all_claims_of_the_data_are_counted_once(evidence: Evidence) -> None:
    """The counts of the sources add up to the claims, by act and by topic too."""
    found = uses(evidence)
    assert sum(use.claims.total for use in found) == len(evidence.claims)
    for use in found:
        assert sum(count.total for count in use.authorisations.values()) == use.claims.total
        assert sum(count.total for _, count in use.topics) == use.claims.total


def grouped(*sources: Source) -> tuple[SourceGroup, ...]:
    """Return the groups of some sources."""
    return source_groups({record.source_id: record for record in sources})


def test_groups_with_a_link_come_first() -> None:
    """A group holds its sources, the outside origins, and what rests on what."""
    assert grouped(source("A"), source("B", "C", "An agency"), source("C", "An agency"), source("D", "A remark")) == (
        SourceGroup(("B", "C"), ("An agency",), (("B", "C"), ("B", "An agency"), ("C", "An agency"))),
        SourceGroup(("D",), ("A remark",), (("D", "A remark"),)),
        SourceGroup(("A",), (), ()),
    )


@pytest.mark.parametrize(
    ("language", "lines"),
    [("en", ("B rests on C and An agency.",)), ("es", None)],
    ids=["English", "Spanish"],
)
def test_links_are_said_in_words(language: str, lines: tuple[str, ...] | None) -> None:
    """A source that rests on something has a line, one that does not has none."""
    group = grouped(source("B", "C", "An agency"), source("C"))[0]
    found = derivation_lines(group, translator(language))
    assert len(found) == 1
    assert lines is None or found == lines


@pytest.mark.parametrize(
    ("published", "language", "text"),
    [
        ("2023-06-05", "en", "5 June 2023"),
        ("2023-06-05", "es", "5 de junio de 2023"),
        ("2023-05", "en", "May 2023"),
        ("2023-05", "es", "mayo de 2023"),
        ("2023", "en", "2023"),
        ("", "en", "undated"),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(published: str, language: str, text: str) -> None:
    """A day, a month or a year; nothing is added to it."""
    assert published_text(published, translator(language)) == text


@pytest.mark.parametrize(("code", "language", "name"), [("en", "es", "inglés"), ("es", "en", "Spanish"), ("xx", "en", "xx")])
def test_languages_are_named(code: str, language: str, name: str) -> None:
    """A language is named in the language of the page; an unknown one by its code."""
    assert language_name(code, translator(language)) == name
