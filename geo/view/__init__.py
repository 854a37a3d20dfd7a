"""From a link to a view, and from records and a view to what is shown."""

from geo.view.citation import cite_claim, passage_url
from geo.view.compare import (
    ActSets,
    Difference,
    NamedSet,
    Naming,
    PlaceRow,
    RoleSets,
    Shared,
    SideBySide,
    UnitRows,
    Voices,
    build_comparison,
    voices_of,
)
from geo.view.detail import Detail, build_detail
from geo.view.facts import (
    FACT_TOPICS,
    ActFacts,
    Given,
    GivenValue,
    ItemTable,
    Matter,
    VoteResult,
    build_facts,
    most_votes,
    value_text,
)
from geo.view.find import ROLE_PREFIX, Finding, find, find_options
from geo.view.headline import Headline, build_headline
from geo.view.independence import independent_sources
from geo.view.link import Known, Notice, Reading, from_query, to_query
from geo.view.periods import Period, attribute_label, periods, vote_summary
from geo.view.selection import Selection, ShownPlace, ShownUnit, select, select_claims
from geo.view.state import START_ROLES, BasisFilter, View, Viewport, ViewState, start_state

__all__ = [
    "FACT_TOPICS",
    "ROLE_PREFIX",
    "START_ROLES",
    "ActFacts",
    "ActSets",
    "BasisFilter",
    "Detail",
    "Difference",
    "Finding",
    "Given",
    "GivenValue",
    "Headline",
    "ItemTable",
    "Known",
    "Matter",
    "NamedSet",
    "Naming",
    "Notice",
    "Period",
    "PlaceRow",
    "Reading",
    "RoleSets",
    "Selection",
    "Shared",
    "ShownPlace",
    "ShownUnit",
    "SideBySide",
    "UnitRows",
    "View",
    "ViewState",
    "Viewport",
    "Voices",
    "VoteResult",
    "attribute_label",
    "build_comparison",
    "build_detail",
    "build_facts",
    "build_headline",
    "cite_claim",
    "find",
    "find_options",
    "from_query",
    "independent_sources",
    "most_votes",
    "passage_url",
    "periods",
    "select",
    "select_claims",
    "start_state",
    "to_query",
    "value_text",
    "voices_of",
    "vote_summary",
]
