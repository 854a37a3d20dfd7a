"""Changes in the data since a link was made."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from geo.evidence import Change, Difference, Evidence, Topic
from geo.text import Translator, message
from geo.view.labels import TOPIC_LABELS
from geo.view.selection import Selection

_RELEASED: Final = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}", re.ASCII)
_EDITED: Final = "+edited"


class VersionStatus(StrEnum):
    """The data version of a link, compared with the present one."""

    OLDER = "older"
    NEWER = "newer"
    UNRELEASED = "unreleased"
    """Edited data that was never released: its content is not known."""
    UNKNOWN = "unknown"


_SENTENCES: Final = {
    VersionStatus.NEWER: message(
        "This link was made with data version {version}, which is newer than the version {present} shown here. "
        "It is shown as far as this version goes."
    ),
    VersionStatus.UNRELEASED: message(
        "This link was made with data that was being edited ({version}), and that was never released. "
        "What has changed since cannot be told."
    ),
    VersionStatus.UNKNOWN: message(
        "This link names a data version that is not known here ({version}). What has changed since cannot be told; "
        "the data shown is version {present}."
    ),
}


@dataclass(frozen=True, slots=True)
class DataChanges:
    """The changes in the data since the version of a link."""

    version: str
    """The version in the link."""
    status: VersionStatus
    difference: Difference = field(default_factory=Difference)
    """Empty unless the version is older than the present one."""
    shown: frozenset[str] = frozenset()
    """Ids of the added and changed claims that the view of the link shows."""
    versions: tuple[Change, ...] = ()
    """The later versions, newest first."""


def find_data_changes(version: str, evidence: Evidence, selection: Selection) -> DataChanges:
    """Return the changes since a version other than the present one."""
    if version not in evidence.history.versions:
        return DataChanges(version, _version_status(version, evidence.version))
    difference = evidence.history.since(version)
    later = frozenset(evidence.history.versions[evidence.history.versions.index(version) + 1 :])
    present = frozenset(claim.claim_id for claim in selection.claims)
    return DataChanges(
        version,
        VersionStatus.OLDER,
        difference,
        shown=present & {*difference.added, *difference.changed},
        versions=tuple(change for change in evidence.changes if change.version in later),
    )


def data_changes_text(changes: DataChanges, evidence: Evidence, words: Translator) -> str:
    """Return one or two sentences on the changes."""
    if changes.status is not VersionStatus.OLDER:
        return words(_SENTENCES[changes.status], version=changes.version, present=evidence.version)
    difference = changes.difference
    counted = (
        (words.plural("{count} claim was added", "{count} claims were added", len(difference.added)), difference.added),
        (words.plural("{count} claim was changed", "{count} claims were changed", len(difference.changed)), difference.changed),
        (words.plural("{count} claim was removed", "{count} claims were removed", len(difference.removed)), difference.removed),
    )
    parts = [text for text, ids in counted if ids]
    if not parts:
        return words("This link was made with data version {version}; no claim has changed since.", version=changes.version)
    made = words(
        "This link was made with data version {version}; since then {changes}.",
        version=changes.version,
        changes=words.listing(parts),
    )
    return f"{made} {_shown_text(changes, words)}".strip()


def removed_claim_text(claim_id: str, evidence: Evidence, words: Translator) -> str:
    """Return a removed claim in words: authorisation, topic, place and source, as far as the log has them, and id."""
    last = evidence.history.last_known(claim_id)
    if last is None or not last.topic:
        return claim_id
    act, place = evidence.authorisations.get(last.authorisation_id), evidence.places.get(last.place_id)
    parts = (
        words.of(act, "short") if act else last.authorisation_id or words("Context"),
        words(TOPIC_LABELS[Topic(last.topic)]) if last.topic in TOPIC_LABELS else last.topic,
        words.of(place, "name") if place else last.place_id,
        words("Source {id}", id=last.source_id),
    )
    return f"{' · '.join(part for part in dict.fromkeys(parts) if part)} ({claim_id})"


def _shown_text(changes: DataChanges, words: Translator) -> str:
    """Return a sentence on how many added or changed claims the view shows; for removed claims this is not known."""
    if not changes.difference.added and not changes.difference.changed:
        return ""
    if not changes.shown:
        return words("None of those added or changed is among what the link shows.")
    return words.plural(
        "{count} of those added or changed is among what the link shows.",
        "{count} of those added or changed are among what the link shows.",
        len(changes.shown),
    )


def _version_status(version: str, present: str) -> VersionStatus:
    if version.endswith(_EDITED) and _RELEASED.fullmatch(version.removesuffix(_EDITED)):
        return VersionStatus.UNRELEASED
    if not _RELEASED.fullmatch(version) or not _RELEASED.fullmatch(present.removesuffix(_EDITED)):
        return VersionStatus.UNKNOWN
    return VersionStatus.NEWER if _numbers(version) > _numbers(present.removesuffix(_EDITED)) else VersionStatus.UNKNOWN


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
