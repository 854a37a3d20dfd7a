"""What the sources say of one attribute: every value as it is given, beside those of other sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.evidence import Claim, Disagreement, Evidence
from geo.text import Translator
from geo.view.answers.compare import IndependentSources, voices_of
from geo.view.answers.periods import attribute_label
from geo.view.value_text import COUNTED, value_text


@dataclass(frozen=True, slots=True)
class GivenValue:
    """One value as it is given, with all the claims that give it."""

    text: str
    """In words, with its comparison and its unit."""
    counted: bool
    """Whether it is a number or days, which tell something by themselves; any other value needs its statement."""
    claims: tuple[Claim, ...]
    voices: IndependentSources


@dataclass(frozen=True, slots=True)
class AttributeValues:
    """One attribute of one authorisation, and what each source says of it."""

    attribute: str
    label: str
    values: tuple[GivenValue, ...]
    """Numbers and days first, otherwise in the order of the data."""
    sources: int
    disagreements: tuple[Disagreement, ...]


def build_matters(
    claims: Iterable[Claim], evidence: Evidence, groups: Mapping[str, str], words: Translator
) -> tuple[AttributeValues, ...]:
    """Return a matter for each attribute of the claims, in the order in which the data first has them.

    Parameters
    ----------
    groups
        Id of the first source of its group, by source id.
    """
    by_attribute: dict[str, list[Claim]] = {}
    for claim in claims:
        by_attribute.setdefault(claim.attribute, []).append(claim)
    return tuple(
        AttributeValues(
            attribute=attribute,
            label=attribute_label(attribute, evidence, words),
            values=tuple(sorted(given_values(found, words, groups), key=lambda value: not value.counted)),
            sources=len({claim.source_id for claim in found}),
            disagreements=disagreements_in(found, evidence),
        )
        for attribute, found in by_attribute.items()
    )


def given_values(claims: Iterable[Claim], words: Translator, groups: Mapping[str, str] | None = None) -> tuple[GivenValue, ...]:
    """Return each distinct value with the claims that give it.

    Parameters
    ----------
    groups
        Id of the first source of its group, by source id; without it every source stands for itself.
    """
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(value_text(claim, words), []).append(claim)
    return tuple(
        GivenValue(
            text,
            counted=all(map(is_counted, given)),
            claims=tuple(given),
            voices=voices_of((one.source_id for one in given), groups or {one.source_id: one.source_id for one in given}),
        )
        for text, given in found.items()
    )


def is_counted(claim: Claim) -> bool:
    """Return whether the value of a claim is a number or days, and not a word."""
    return claim.value_type in (*COUNTED, "date") or not claim.value


def disagreements_in(claims: Iterable[Claim], evidence: Evidence) -> tuple[Disagreement, ...]:
    """Return the disagreements that claims take part in, each once."""
    ids = dict.fromkeys(claim.disagreement_id for claim in claims if claim.disagreement_id)
    return tuple(evidence.disagreements[key] for key in ids)
