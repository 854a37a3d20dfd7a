"""Where sources differ: each question with its answers under each act and the sources that give them.

All answers that the filters can show are in the document; the script of the page hides the others.
"""

from dataclasses import replace
from typing import Final

from geo.draw.markup import Markup, element, join, text
from geo.evidence import Claim, Role
from geo.export.web.picture import act_mark
from geo.text import message
from geo.view import ViewContext, make_context
from geo.view.answers.questions import Answer, Question, build_sections
from geo.view.labels import source_label

HEADING: Final = message("Where sources differ")


def differences(context: ViewContext) -> Markup:
    """Return the questions on which the sources differ, whatever acts, days and roles are chosen."""
    return main_answers(_widest(context), differing=True)


def main_answers(context: ViewContext, *, differing: bool) -> Markup:
    """Return the questions that the page of a view shows unfolded, with the answers that the view shows.

    Parameters
    ----------
    differing
        Whether those alone are returned on which the sources differ.
    """
    questions = (question for section in build_sections(context, differing=differing) for question in section.leading)
    return join(_question(question, context) for question in questions)


def _widest(context: ViewContext) -> ViewContext:
    """Return the view with every act, day and role; which sources count stays, as in the whole page."""
    acts = context.evidence.authorisations
    state = replace(context.state, authorisations=tuple(acts), roles=tuple(Role), min_sources=1)
    for act_id, act in acts.items():
        state = state.with_range(act_id, act.window)
    return make_context(context.evidence, context.atlas, state, base_url=context.base_url)


def _question(question: Question, context: ViewContext) -> Markup:
    words = context.words
    known = (text("p", words.of(each, "known"), classes="note") for each in question.disagreements)
    acts = (_answers(act_id, answers, context) for act_id, answers in question.cells.items())
    name = text("h3", question.label)
    return element("article", name, *known, element("div", *acts, classes="answers"), data_question=question.question_id)


def _answers(act_id: str, answers: tuple[Answer, ...], context: ViewContext) -> Markup:
    name = element("h4", act_mark(act_id, context), text("span", context.act_name(act_id)))
    return element("div", name, element("ul", *(_answer(answer, context) for answer in answers)), data_answers=act_id)


def _answer(answer: Answer, context: ViewContext) -> Markup:
    words = context.words
    places = words.listing([words.of(place, "name") for place in answer.places])
    credit = f" ({answer.credit})" if answer.credit else ""
    by_source: dict[str, list[Claim]] = {}
    for claim in answer.claims:
        by_source.setdefault(source_label(context.evidence.sources[claim.source_id], words), []).append(claim)
    sources = (text("span", name, data_claims=_ids(claims)) for name, claims in by_source.items())
    return element(
        "li",
        text("b", f"{answer.text}{credit}"),
        text("span", f" {places}") if places else "",
        element("div", *sources, classes="origin"),
        data_claims=_ids(answer.claims),
    )


def _ids(claims: tuple[Claim, ...] | list[Claim]) -> str:
    return " ".join(claim.claim_id for claim in claims)
