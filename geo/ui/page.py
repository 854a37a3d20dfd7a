"""What a run of the page shows, gathered in one value for the panels."""

from collections.abc import Mapping
from dataclasses import dataclass

from geo.draw import Ink, inks
from geo.evidence import Evidence
from geo.text import Words, words_in
from geo.ui.resources import Resources
from geo.view import Selection, ViewState


@dataclass(frozen=True, slots=True)
class Page:
    """The data, the view of it, and what words and colours it is shown in."""

    data: Resources
    state: ViewState
    selection: Selection
    words: Words
    theme: str
    """``light`` or ``dark``."""
    inks: tuple[Ink, ...]
    """Of every authorisation, and of those that name a region together."""

    @property
    def evidence(self) -> Evidence:
        """The evidence behind the page."""
        return self.data.evidence

    @property
    def colours(self) -> Mapping[str, str]:
        """The colour of each authorisation on the present paper, ``#rrggbb`` by id."""
        return {ink.key: ink.fill for ink in self.inks if len(ink.authorisations) == 1}

    def act_name(self, key: str) -> str:
        """Return the short name of an authorisation; of the context where ``key`` is empty."""
        act = self.evidence.authorisations.get(key)
        return self.words.of(act, "short") if act else self.words("Context")


def make_page(data: Resources, state: ViewState, theme: str) -> Page:
    """Gather what is shown of the data in a view."""
    return Page(
        data=data,
        state=state,
        selection=data.select(state.filtered),
        words=words_in(state.language),
        theme=theme,
        inks=inks(data.evidence.authorisations, theme),
    )
