"""The title of a link where it is pasted: what its view answers, in a line, so that two links of one evening differ."""

from geo.view.context import ViewContext
from geo.view.headline import MOST_LINES
from geo.view.labels import VIEW_LABELS
from geo.view.state import View


def link_title(context: ViewContext) -> str:
    """Return the title of a link's preview.

    Returns
    -------
    str
        ``2024 APEC: Lima, Chiclayo, Pisco`` for a map of one act, ``Pisco: named under 2024 APEC`` for a place, the
        question for an open question, ``Compare: 2023 training and 2024 APEC`` for another view; else the title of the page.
    """
    state, words = context.state, context.words
    if state.view is not View.MAP:
        return _question(context) or _view(context)
    if state.place:
        return _place(context)
    if len(state.authorisations) == 1:
        line = context.headline.lines[0]
        return words("{act}: {places}", act=line.name, places=line.places)
    return context.headline.subject


def _question(context: ViewContext) -> str:
    """Return the first question that stands open; empty for none, or in a view without questions."""
    if context.state.view not in (View.FACTS, View.DISAGREEMENTS):
        return ""
    recorded = context.evidence.disagreements
    return next((context.words.of(recorded[each], "question") for each in context.state.open_questions if each in recorded), "")


def _view(context: ViewContext) -> str:
    words, acts = context.words, context.state.authorisations
    label = words(VIEW_LABELS[context.state.view])
    if context.state.view is View.ABOUT or not acts:
        return words("{view}: {subject}", view=label, subject=context.headline.subject)
    names = [context.act_name(act_id) for act_id in acts]
    named = words.listing(names) if len(acts) <= MOST_LINES else words.plural("{count} act", "{count} acts", len(acts))
    return words("{view}: {subject}", view=label, subject=named)


def _place(context: ViewContext) -> str:
    """Say under which of the acts that are on a place is named."""
    words, place_id = context.words, context.state.place
    place = context.evidence.places.get(place_id)
    name = words.of(place, "name") if place else context.atlas.unit(place_id).name
    shown = context.selection.places.get(place_id)
    acts = [context.act_name(act_id) for act_id in (shown.authorisations if shown else ())]
    if acts:
        return words("{place}: named under {acts}", place=name, acts=words.listing(acts))
    return words("{place}: not named under the acts shown", place=name)
