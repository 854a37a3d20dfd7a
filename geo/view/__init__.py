"""From a link to a view, and from records and a view to what is shown."""

from geo.view.address import split_link
from geo.view.answers.attribute_values import AttributeValues, GivenValue
from geo.view.answers.compare import (
    ActSets,
    Difference,
    IndependentSources,
    NamedSet,
    Naming,
    PlaceRow,
    RoleSets,
    Shared,
    SideBySide,
    UnitRows,
    build_comparison,
    voices_of,
)
from geo.view.answers.disagreements import Answer, Aspect, Dispute, build_disputes
from geo.view.answers.equipment import Item, ItemTable
from geo.view.answers.facts import FACT_TOPICS, FactRow, FactSheet, Positions, RowsByTopic, build_facts, claims_elsewhere
from geo.view.answers.periods import Period, attribute_label, periods
from geo.view.answers.place_detail import Detail, build_detail
from geo.view.answers.search import ROLE_PREFIX, Finding, find, find_options
from geo.view.answers.sources import (
    ClaimCount,
    SourceUse,
    VoiceGroup,
    language_name,
    published_text,
    resting_lines,
    source_uses,
    voice_groups,
)
from geo.view.answers.table import ClaimRow, build_rows, search_rows, source_name
from geo.view.answers.timeline import (
    Dated,
    Group,
    Lane,
    Segment,
    Timeline,
    build_timeline,
    chosen_days,
)
from geo.view.answers.timeline_labels import month_name, short_day
from geo.view.answers.votes import VoteLine, VoteResult, most_votes, vote_lines
from geo.view.citation import cite_claim, passage_url
from geo.view.context import ViewContext, make_context
from geo.view.headline import CAUTION, SUBJECT, Headline, build_headline, undated_note
from geo.view.independence import independent_sources
from geo.view.link import DATA_KEY, Known, Notice, Reading, from_query, to_link, to_query
from geo.view.selection import HiddenReason, Selection, ShownPlace, ShownUnit, select, select_claims
from geo.view.since import Since, Standing, build_since, removed_text, since_text
from geo.view.state import START_ROLES, BasisFilter, View, Viewport, ViewState, start_state
from geo.view.unread import notice_line
from geo.view.value_text import value_text

__all__ = [
    "CAUTION",
    "DATA_KEY",
    "FACT_TOPICS",
    "ROLE_PREFIX",
    "START_ROLES",
    "SUBJECT",
    "ActSets",
    "Answer",
    "Aspect",
    "AttributeValues",
    "BasisFilter",
    "ClaimCount",
    "ClaimRow",
    "Dated",
    "Detail",
    "Difference",
    "Dispute",
    "FactRow",
    "FactSheet",
    "Finding",
    "GivenValue",
    "Group",
    "Headline",
    "HiddenReason",
    "IndependentSources",
    "Item",
    "ItemTable",
    "Known",
    "Lane",
    "NamedSet",
    "Naming",
    "Notice",
    "Period",
    "PlaceRow",
    "Positions",
    "Reading",
    "RoleSets",
    "RowsByTopic",
    "Segment",
    "Selection",
    "Shared",
    "ShownPlace",
    "ShownUnit",
    "SideBySide",
    "Since",
    "SourceUse",
    "Standing",
    "Timeline",
    "UnitRows",
    "View",
    "ViewContext",
    "ViewState",
    "Viewport",
    "VoiceGroup",
    "VoteLine",
    "VoteResult",
    "attribute_label",
    "build_comparison",
    "build_detail",
    "build_disputes",
    "build_facts",
    "build_headline",
    "build_rows",
    "build_since",
    "build_timeline",
    "chosen_days",
    "cite_claim",
    "claims_elsewhere",
    "find",
    "find_options",
    "from_query",
    "independent_sources",
    "language_name",
    "make_context",
    "month_name",
    "most_votes",
    "notice_line",
    "passage_url",
    "periods",
    "published_text",
    "removed_text",
    "resting_lines",
    "search_rows",
    "select",
    "select_claims",
    "short_day",
    "since_text",
    "source_name",
    "source_uses",
    "split_link",
    "start_state",
    "to_link",
    "to_query",
    "undated_note",
    "value_text",
    "voice_groups",
    "voices_of",
    "vote_lines",
]
