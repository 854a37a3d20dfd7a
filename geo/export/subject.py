"""What a file is made of: the evidence, the atlas and one view of them, with what follows from these."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.text import Words, words_in
from geo.view import Headline, LinkContext, Selection, ViewState, build_headline, select, to_query

_UNDATED: Final = date(2000, 1, 1)


@dataclass(frozen=True)
class Subject:
    """One view, about to leave the app."""

    evidence: Evidence
    atlas: Atlas
    state: ViewState
    base_url: str = ""
    """Address of the page, without a query; empty where it is not known."""

    @cached_property
    def selection(self) -> Selection:
        """What the view shows."""
        return select(self.evidence, self.state)

    @cached_property
    def words(self) -> Words:
        """The words of the view's language."""
        return words_in(self.state.language)

    @cached_property
    def headline(self) -> Headline:
        """What the view shows, in words."""
        units = len(self.atlas.units)
        return build_headline(self.evidence, self.state, self.selection, units=units, words=self.words)

    @property
    def known(self) -> LinkContext:
        """What a link may name."""
        return LinkContext.of(self.evidence, self.atlas)

    @property
    def link(self) -> str:
        """Address of the view; its query alone where the address of the page is not known."""
        return f"{self.base_url}?{to_query(self.state, self.known)}"

    @property
    def day(self) -> date:
        """Day of the data's version: the one date that a file bears, so that the same view is the same file on any day."""
        changes = self.evidence.changes
        return date.fromisoformat(changes[0].date) if changes else _UNDATED
