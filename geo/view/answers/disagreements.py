"""The questions on which sources disagree: every answer side by side, with who gives it, and what the filters leave out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.evidence import Basis, Claim, Disagreement, Evidence, Place, Role
from geo.text import Translator
from geo.view.answers.compare import IndependentSources, voices_of
from geo.view.answers.periods import attribute_label
from geo.view.context import ViewContext
from geo.view.independence import independent_sources
from geo.view.selection import HiddenReason
from geo.view.state import BasisFilter, ViewState
from geo.view.value_text import value_text


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, and everybody who gives it."""

    text: str
    """The value in words; empty for a list of places, and for a claim that only its statement says."""
    role: Role | None
    """In which role the places are named; None for an answer that is no list of places."""
    places: tuple[Place, ...]
    """In the order of the data; empty for an answer that is no list of places."""
    apart: tuple[Place, ...]
    """Those of the places that another list of the same aspect and role leaves out."""
    voices: IndependentSources
    claims: tuple[Claim, ...]
    hidden: frozenset[str]
    """Ids of the claims that the filters take away."""

    @property
    def shown(self) -> bool:
        """Whether the filters let through at least one of the claims."""
        return len(self.hidden) < len(self.claims)

    def claims_of(self, source_id: str) -> tuple[Claim, ...]:
        """Return the claims of one source."""
        return tuple(claim for claim in self.claims if claim.source_id == source_id)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One attribute of one authorisation, with the different answers to it."""

    label: str
    authorisation_id: str
    """Empty for context."""
    answers: tuple[Answer, ...]

    @property
    def shown(self) -> bool:
        """Whether the filters let through at least one claim of its answers."""
        return any(answer.shown for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question with its answers, shown or not."""

    question: Disagreement
    aspects: tuple[Aspect, ...]
    """In the order of the data."""
    places: tuple[Place, ...]
    """Every place that a claim in it names, in the order of the data."""
    voices: IndependentSources
    """All the sources that answer."""
    claims: int
    """Number of claims, shown or not."""
    hidden: Mapping[HiddenReason, int]
    """Number of claims that the filters take away, by reason."""
    shown: bool
    """Whether the filters let through at least one of its claims."""

    @property
    def authorisations(self) -> tuple[str, ...]:
        """Ids of the authorisations that it is about, in the order of the aspects; context, under ``""``, counts too."""
        return tuple(dict.fromkeys(aspect.authorisation_id for aspect in self.aspects))


def build_disputes(context: ViewContext) -> tuple[Dispute, ...]:
    """Return every question of the data; those without a shown claim come last."""
    evidence = context.evidence
    by_question: dict[str, list[Claim]] = {key: [] for key in evidence.disagreements}
    for claim in evidence.claims.values():
        if claim.disagreement_id:
            by_question[claim.disagreement_id].append(claim)
    shown = frozenset(claim.claim_id for claim in context.selection.claims)
    build = _Builder(evidence, context.state, shown, independent_sources(evidence.sources), context.words)
    disputes = [build.dispute(evidence.disagreements[key], claims) for key, claims in by_question.items()]
    return tuple(sorted(disputes, key=lambda dispute: not dispute.shown))


@dataclass(frozen=True, slots=True)
class _Builder:
    """What turns the claims of a question into answers."""

    evidence: Evidence
    state: ViewState
    shown: frozenset[str]
    """Ids of the claims that the filters let through."""
    groups: Mapping[str, str]
    """Id of the first source of its group, by source id."""
    words: Translator

    def dispute(self, question: Disagreement, claims: list[Claim]) -> Dispute:
        """Return a question with its answers, by authorisation and attribute."""
        by_aspect: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            by_aspect.setdefault((claim.authorisation_id, claim.attribute), []).append(claim)
        aspects = [self._aspect(key, attribute, given) for (key, attribute), given in by_aspect.items()]
        named = {claim.place_id for claim in claims}
        return Dispute(
            question=question,
            aspects=tuple(aspects),
            places=tuple(place for place_id, place in self.evidence.places.items() if place_id in named),
            voices=self._voices(claims),
            claims=len(claims),
            hidden=self._hidden(claims),
            shown=any(aspect.shown for aspect in aspects),
        )

    def _aspect(self, authorisation_id: str, attribute: str, claims: list[Claim]) -> Aspect:
        naming = [claim for claim in claims if claim.place_id and claim.role]
        saying = [claim for claim in claims if not (claim.place_id and claim.role)]
        return Aspect(
            label=attribute_label(attribute, self.evidence, self.words),
            authorisation_id=authorisation_id,
            answers=(*self._lists(naming), *self._values(saying)),
        )

    def _values(self, claims: list[Claim]) -> Iterable[Answer]:
        """Yield an answer for each distinct value, with its comparison, unit and days."""
        by_value: dict[tuple[object, ...], list[Claim]] = {}
        for claim in claims:
            given = (claim.value, claim.comparison, claim.unit, claim.window, claim.place_id)
            key = given if any(given) else (claim.statement_en,)
            by_value.setdefault(key, []).append(claim)
        for given_by in by_value.values():
            yield self._answer(given_by, text=self._text(given_by[0]))

    def _text(self, claim: Claim) -> str:
        if not claim.value and claim.window is None:
            return self.words.of(self.evidence.places[claim.place_id], "name") if claim.place_id else ""
        text = value_text(claim, self.words)
        if claim.value and claim.window:
            return f"{text}, {self.words.span(claim.window.start, claim.window.end)}"
        return text

    def _lists(self, claims: list[Claim]) -> Iterable[Answer]:
        """Yield an answer for each distinct list of places that a source gives in one role."""
        by_source: dict[tuple[Role | None, str], list[Claim]] = {}
        for claim in claims:
            by_source.setdefault((claim.role, claim.source_id), []).append(claim)
        by_list: dict[tuple[Role | None, tuple[str, ...]], list[Claim]] = {}
        for (role, _), given in by_source.items():
            named = {claim.place_id for claim in given}
            by_list.setdefault((role, tuple(key for key in self.evidence.places if key in named)), []).extend(given)
        for (role, ids), given in by_list.items():
            everywhere = set.intersection(*(set(rival) for rival_role, rival in by_list if rival_role is role))
            apart = [key for key in ids if key not in everywhere]
            yield self._answer(given, role=role, places=ids, apart=apart)

    def _answer(
        self,
        claims: list[Claim],
        *,
        text: str = "",
        role: Role | None = None,
        places: Iterable[str] = (),
        apart: Iterable[str] = (),
    ) -> Answer:
        return Answer(
            text=text,
            role=role,
            places=tuple(self.evidence.places[key] for key in places),
            apart=tuple(self.evidence.places[key] for key in apart),
            voices=self._voices(claims),
            claims=tuple(claims),
            hidden=frozenset(claim.claim_id for claim in claims) - self.shown,
        )

    def _voices(self, claims: Iterable[Claim]) -> IndependentSources:
        return voices_of((claim.source_id for claim in claims), self.groups)

    def _hidden(self, claims: Iterable[Claim]) -> dict[HiddenReason, int]:
        reasons = [self._reason(claim) for claim in claims if claim.claim_id not in self.shown]
        return {reason: reasons.count(reason) for reason in HiddenReason if reason in reasons}

    def _reason(self, claim: Claim) -> HiddenReason:
        """Return the first of the filters that takes a hidden claim away."""
        if self.state.basis is BasisFilter.TEXTS and self.evidence.sources[claim.source_id].basis is not Basis.TEXT:
            return HiddenReason.BASIS
        if claim.authorisation_id and claim.authorisation_id not in self.state.authorisations:
            return HiddenReason.SWITCHED_OFF
        return HiddenReason.DAYS
