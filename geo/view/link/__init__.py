"""The link of a view: write it, read it, repair it, and say what could not be read.

To add a key, add an entry in :mod:`~geo.view.link.keys`; to repair another kind of damage, see
:mod:`~geo.view.link.repair`; to unwrap another redirector, see :mod:`~geo.view.link.addresses`.
"""

from geo.view.link.data_changes import DataChanges, VersionStatus, data_changes_text, find_data_changes, removed_claim_text
from geo.view.link.keys import DATA_KEY, MOST_SEARCHED
from geo.view.link.notices import notice_line
from geo.view.link.read import from_query, read_link
from geo.view.link.records import LinkContext, Notice, Reading, Reason
from geo.view.link.write import join_query, to_link, to_query

__all__ = [
    "DATA_KEY",
    "MOST_SEARCHED",
    "DataChanges",
    "LinkContext",
    "Notice",
    "Reading",
    "Reason",
    "VersionStatus",
    "data_changes_text",
    "find_data_changes",
    "from_query",
    "join_query",
    "notice_line",
    "read_link",
    "removed_claim_text",
    "to_link",
    "to_query",
]
