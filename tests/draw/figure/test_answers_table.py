"""The rows of a figure of what the sources say."""

from geo.atlas import Atlas
from geo.draw.figure import SIZES
from geo.draw.figure.answers_table import AnswersTable
from geo.draw.figure.figure import styled_view
from geo.draw.figure.svg import Block, texts_of
from geo.evidence import Evidence
from geo.view import make_context, start_state
from geo.view.answers.questions import build_sections


def said(block: Block) -> str:
    """Return the texts of a block."""
    return " ".join("".join(run.text for run in text.runs) for text in texts_of(block.items))


def table_of(evidence: Evidence, atlas: Atlas, width: float) -> AnswersTable:
    """Return the table of the start view at a width."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    return AnswersTable(styled_view(context, SIZES["a4"], theme="light", extent="view"), width)


def test_acts_have_a_column_each_where_there_is_room(evidence: Evidence, atlas: Atlas) -> None:
    """On a narrow sheet they stand below one another, each by its name."""
    assert table_of(evidence, atlas, 700).acts == ("31758", "9307")
    assert table_of(evidence, atlas, 260).acts == ()
    assert said(table_of(evidence, atlas, 260).heads()) == ""


def test_a_row_has_the_question_its_answers_and_their_sources(evidence: Evidence, atlas: Atlas) -> None:
    """Sources that count as one are joined by a sign of equality, others parted by a semicolon."""
    table = table_of(evidence, atlas, 700)
    rows = [said(row) for row in table.rows(build_sections(table.view.context), folded=True)]
    (vote,) = [row for row in rows if row.startswith("Vote")]
    assert "sources differ" in vote
    assert "70 for, 33 against, 4 abstaining" in vote
    assert "NakedCapitalism; La Jornada" in vote
    assert any(" = " in row for row in rows)
