"""What a browser needs to select and paint a view by itself: claims that name a place, places, acts, roles, words."""

from collections.abc import Iterable
from typing import Any, Final

from geo.evidence import Basis, Claim, Evidence, Place, Precision, Role
from geo.text import Translator
from geo.view import independent_sources
from geo.view.labels import MOST_NAMES, ROLE_LABELS


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark the two forms of a counted noun for the catalogue."""
    return one, many


_MORE_PLACES: Final = plural("{count} more place", "{count} more places")


def naming_claims(evidence: Evidence) -> tuple[Claim, ...]:
    """Return the claims that name a place in a role, in the order of the data."""
    return tuple(claim for claim in evidence.claims.values() if claim.place_id and claim.role is not None)


def naming_data(evidence: Evidence, claims: Iterable[Claim], words: Translator) -> dict[str, Any]:
    """Return what ``scripts/select.js`` and ``scripts/paint.js`` are given, as JSON can say it.

    Parameters
    ----------
    claims
        Claims that name a place in a role; the places are those that they name.
    """
    claims = tuple(claims)
    named = {claim.place_id for claim in claims}
    return {
        "language": words.language,
        "locale": str(words.locale).replace("_", "-"),
        "area_role": Role.DEPLOYMENT.value,
        "most_names": MOST_NAMES,
        "acts": [
            {"id": act_id, "name": words.of(act, "short"), "start": str(act.window.start), "end": str(act.window.end)}
            for act_id, act in evidence.authorisations.items()
        ],
        "roles": [{"id": role.value, "name": words(ROLE_LABELS[role])} for role in Role],
        "places": [_place(place, words) for key, place in evidence.places.items() if key in named],
        "claims": _claims(evidence, claims),
        "words": {
            "context": words("Context"),
            "why": words.translations.gettext("{act}: {role} ({sources})"),
            "contains": words.translations.gettext("Contains {places}"),
            "more_places": [words.translations.ngettext(*_MORE_PLACES, count) for count in (1, 2)],
        },
    }


def in_columns(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return records of equal keys as ``columns``, their keys, and ``rows``: no key is written twice."""
    return {"columns": list(records[0]) if records else [], "rows": [list(record.values()) for record in records]}


def _place(place: Place, words: Translator) -> dict[str, Any]:
    return {
        "id": place.place_id,
        "name": words.of(place, "name"),
        "unit": place.unit,
        "area": place.is_area,
        "point": place.is_point,
        "open": place.precision is Precision.LEVEL_NOT_STATED,
    }


def _claims(evidence: Evidence, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    voices = independent_sources(evidence.sources)
    return [
        {
            "id": claim.claim_id,
            "act": claim.authorisation_id,
            "place": claim.place_id,
            "role": claim.role,
            "start": str(window.start) if window else "",
            "end": str(window.end) if window else "",
            "source": claim.source_id,
            "voice": voices[claim.source_id],
            "text": evidence.sources[claim.source_id].basis is Basis.TEXT,
        }
        for claim, window in ((claim, evidence.window_of(claim)) for claim in claims)
    ]
