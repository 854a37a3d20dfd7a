"""The rows of a figure of what the sources say: questions at the left; acts side by side or, if many, one below the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geo.draw.figure.paragraphs import paragraph, plain
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Mark, Run, stack
from geo.draw.markup import number, shape
from geo.view.answers.questions import MOST_ANSWERS, MOST_COLUMNS, Answer, Question, Section
from geo.view.labels import TOPIC_LABELS, name_list, source_label

_BETWEEN: Final = 14.0
_LEAST_COLUMN: Final = 110.0
_ABOVE_ROW: Final = 4.0
_ABOVE_TOPIC: Final = 5.0
"""Pixels on an A4 sheet: between columns, least width of a column, between a hairline and its row, above a topic."""
_LABEL_SHARE: Final = 0.22
"""Share of the width that the questions have."""
_LEADING: Final = 1.2


@dataclass(frozen=True, slots=True)
class AnswersTable:
    """Rows of a width."""

    view: StyledView
    width: float
    """Pixels."""
    is_whole: bool = False
    """Whether a cell has every answer and every place; otherwise it has the first ones, and says how many more there are."""

    @property
    def acts(self) -> tuple[str, ...]:
        """Ids of the acts that have a column each; none where their columns would be too narrow."""
        acts = self.view.context.state.authorisations
        column = (self.width - self._label_width) / max(1, len(acts)) - self._gap
        return acts if len(acts) <= MOST_COLUMNS and column >= self.view.style.px(_LEAST_COLUMN) else ()

    def heads(self) -> Block:
        """Return the names of the acts above their columns; nothing where the acts stand below one another."""
        return self._beside([Block(0, 0), *(paragraph(self._act(act_id), self._column) for act_id in self.acts)])

    def rows(self, sections: Sequence[Section], *, folded: bool) -> Iterator[Block]:
        """Yield a row for each question; the heading of a topic goes with its first question.

        Parameters
        ----------
        folded
            Whether only the questions are wanted that the page shows unfolded.
        """
        px = self.view.style.px
        for section in sections:
            heading = plain(self.view.context.words(TOPIC_LABELS[section.topic]), self.view.style.body_strong, self.width)
            for index, question in enumerate(section.leading if folded else (*section.leading, *section.rest)):
                row = self._question(question)
                yield row if index else _lowered(stack([heading, row], gap=px(2)), px(_ABOVE_TOPIC))

    @property
    def _gap(self) -> float:
        return self.view.style.px(_BETWEEN)

    @property
    def _label_width(self) -> float:
        return _LABEL_SHARE * self.width

    @property
    def _column(self) -> float:
        """Width of the column of an act, or of all acts together."""
        count = max(1, len(self.acts))
        return (self.width - self._label_width - count * self._gap) / count

    def _question(self, question: Question) -> Block:
        style, words = self.view.style, self.view.context.words
        label = [plain(question.label, replace(style.small, face=style.note_strong.face), self._label_width, leading=_LEADING)]
        if question.differs:
            label.append(plain(words("sources differ"), style.note, self._label_width))
        cells = [stack(self._answers(question.cells.get(act_id, ())), gap=style.px(1)) for act_id in self.acts]
        others = [act_id for act_id in question.cells if act_id not in self.acts and self._is_shown(act_id)]
        below = [self._under_name(act_id, question.cells[act_id]) for act_id in others]
        if below:
            cells = [stack([*cells[:1], *below], gap=style.px(2)), *cells[1:]]
        row = self._beside([stack(label, gap=0), *cells])
        line = shape("path", d=f"M0 0H{number(self.width)}", stroke=style.paint.rule, stroke_width=style.px(0.5))
        top = style.px(_ABOVE_ROW)
        return Block(self.width, row.height + top, (Mark(line), *row.at(0, top)))

    def _under_name(self, act_id: str, answers: Sequence[Answer]) -> Block:
        """Return the answers under an act that has no column, or in the context, below its name."""
        return stack([paragraph(self._act(act_id), self._column), *self._answers(answers)], gap=self.view.style.px(1))

    def _is_shown(self, act_id: str) -> bool:
        return not act_id or act_id in self.view.context.state.authorisations

    def _act(self, act_id: str) -> tuple[Run, ...]:
        letters = self.view.style.note_strong
        name = Run(self.view.context.act_name(act_id), letters)
        has_colour = act_id and not self.view.palette.by_number
        return (Run("■ ", replace(letters, colour=self.view.colour((act_id,)))), name) if has_colour else (name,)

    def _answers(self, answers: Sequence[Answer]) -> Iterator[Block]:
        shown = answers if self.is_whole else answers[:MOST_ANSWERS]
        for answer in shown:
            yield paragraph(self._answer(answer), self._column, leading=_LEADING)
        if len(answers) > len(shown):
            more = self.view.context.words.plural("{count} more answer", "{count} more answers", len(answers) - len(shown))
            yield plain(more, self.view.style.note, self._column)

    def _answer(self, answer: Answer) -> Iterator[Run]:
        """Yield the answer, its places, and its sources; sources that count as one are joined."""
        style, words, sources = self.view.style, self.view.context.words, self.view.context.evidence.sources
        strong = replace(style.small, face=style.note_strong.face)
        yield Run(answer.text, strong if answer.counted else style.small)
        if answer.places:
            names = [words.of(place, "name") for place in answer.places]
            yield Run(f" ({words.listing(names) if self.is_whole else name_list(names, words)})", style.small)
        groups = (" = ".join(source_label(sources[each], words) for each in group) for group in answer.source_groups)
        yield Run(f"  {'; '.join(groups)}", style.note)

    def _beside(self, cells: Sequence[Block]) -> Block:
        """Return the label and the cells of a row beside one another."""
        lefts = [0.0, *(self._label_width + self._gap + index * (self._column + self._gap) for index in range(len(cells) - 1))]
        items = tuple(item for cell, left in zip(cells, lefts, strict=True) for item in cell.at(left, 0))
        return Block(self.width, max(cell.height for cell in cells), items)


def _lowered(block: Block, by: float) -> Block:
    """Return a block with room above it."""
    return Block(block.width, block.height + by, block.at(0, by))
