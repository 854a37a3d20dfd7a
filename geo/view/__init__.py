"""From a link to a view, and from records and a view to what is shown."""

from geo.view.detail import Detail, build_detail
from geo.view.headline import Headline, build_headline
from geo.view.independence import independent_sources
from geo.view.link import Known, Notice, Reading, from_query, to_query
from geo.view.periods import Period, attribute_label, periods, vote_summary
from geo.view.selection import Selection, ShownPlace, ShownUnit, select, select_claims
from geo.view.state import START_ROLES, BasisFilter, View, Viewport, ViewState, start_state

__all__ = [
    "START_ROLES",
    "BasisFilter",
    "Detail",
    "Headline",
    "Known",
    "Notice",
    "Period",
    "Reading",
    "Selection",
    "ShownPlace",
    "ShownUnit",
    "View",
    "ViewState",
    "Viewport",
    "attribute_label",
    "build_detail",
    "build_headline",
    "from_query",
    "independent_sources",
    "periods",
    "select",
    "select_claims",
    "start_state",
    "to_query",
    "vote_summary",
]
