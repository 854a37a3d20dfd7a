"""The evidence: records, loading, validation, sealing. This package imports no other package of the project."""

from geo.evidence.checks import UnitAt
from geo.evidence.faults import EvidenceError, Fault
from geo.evidence.history import Difference, History, Revision
from geo.evidence.loading import check_evidence, data_version, load_evidence, note_evidence, read_sheet, seal, write_sheet
from geo.evidence.records import (
    Attribute,
    Authorisation,
    Change,
    Claim,
    Disagreement,
    Evidence,
    Licence,
    Place,
    Source,
)
from geo.evidence.vocabulary import Basis, Certainty, Comparison, Precision, Role, Topic
from geo.evidence.window import Window

__all__ = [
    "Attribute",
    "Authorisation",
    "Basis",
    "Certainty",
    "Change",
    "Claim",
    "Comparison",
    "Difference",
    "Disagreement",
    "Evidence",
    "EvidenceError",
    "Fault",
    "History",
    "Licence",
    "Place",
    "Precision",
    "Revision",
    "Role",
    "Source",
    "Topic",
    "UnitAt",
    "Window",
    "check_evidence",
    "data_version",
    "load_evidence",
    "note_evidence",
    "read_sheet",
    "seal",
    "write_sheet",
]
