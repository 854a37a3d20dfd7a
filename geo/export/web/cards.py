"""The places, facts and sources of the offline page with their claims, as HTML that needs no script."""

from collections.abc import Iterable, Iterator
from typing import Final

from geo.draw.markup import Markup, element, join, text
from geo.evidence import Basis, Claim, Disagreement, Place, Source, Topic
from geo.export.frames.facts import TOPICS, is_fact
from geo.export.web.data import page_claims, page_facts, page_places
from geo.export.web.verdicts import verdict
from geo.view import ViewContext, attribute_label, passage_url, published_text, value_text
from geo.view.labels import KIND_LABELS, ROLE_LABELS, TOPIC_LABELS, certainty_text, source_label

_WEB: Final = ("http://", "https://")


def places(context: ViewContext) -> Markup:
    """Return every place, folded, with its claims by authorisation and the questions that they answer."""
    by_place: dict[str, list[Claim]] = {}
    for claim in page_claims(context):
        by_place.setdefault(claim.place_id, []).append(claim)
    verdicts = _verdicts(context)
    return join(_place(place, by_place[place.place_id], verdicts[place.place_id], context) for place in page_places(context))


def _verdicts(context: ViewContext) -> dict[str, Markup]:
    """Return what the view says of each place, by its id."""
    shown: dict[str, list[Claim]] = {place.place_id: [] for place in page_places(context)}
    for claim in context.selection.claims:
        if claim.place_id in shown:
            shown[claim.place_id].append(claim)
    listed = {claim.claim_id for claim in context.selection.listed()}
    return {place_id: verdict(place_id, claims, listed, context) for place_id, claims in shown.items()}


def facts(context: ViewContext) -> Markup:
    """Return every topic of the facts, folded, with its claims by authorisation and the questions that they answer."""
    claims = page_facts(context)
    by_topic = {topic: [claim for claim in claims if claim.topic is topic] for topic in TOPICS}
    return join(_topic(topic, found, context) for topic, found in by_topic.items() if found)


def sources(context: ViewContext) -> Markup:
    """Return the sources of all these claims as a list, in the order of the data."""
    used = {claim.source_id for claim in (*page_claims(context), *page_facts(context))}
    items = (_source(source, context) for source_id, source in context.evidence.sources.items() if source_id in used)
    return element("ol", *items)


def link(label: str, address: str) -> Markup:
    """Return a link to a web address; for any other address, only the label, since the data may contain any text."""
    if not address.startswith(_WEB):
        return text("span", label)
    return text("a", label, href=address, target="_blank", rel="noopener noreferrer")


def _place(place: Place, claims: list[Claim], said: Markup, context: ViewContext) -> Markup:
    words = context.words
    note = words.of(place, "note")
    where = text("p", _where(place, context), classes="where")
    about = join((said, where, text("p", note, classes="note") if note else ""))
    folded = _folded(words.of(place, "name"), claims, context, about=about)
    return element("details", folded, classes="place fold", data_place=place.place_id)


def _topic(topic: Topic, claims: list[Claim], context: ViewContext) -> Markup:
    folded = _folded(context.words(TOPIC_LABELS[topic]), claims, context)
    return element("details", folded, classes="topic fold", data_topic=topic.value)


def _folded(name: str, claims: list[Claim], context: ViewContext, *, about: Markup | None = None) -> Markup:
    """Return a summary with a name and the authorisations of the claims, and the claims by authorisation."""
    acts = context.evidence.authorisations
    groups = {act_id: [claim for claim in claims if claim.authorisation_id == act_id] for act_id in (*acts, "")}
    groups = {act_id: group for act_id, group in groups.items() if group}
    tags = (text("span", context.act_name(act_id), classes="tag", data_tag=act_id) for act_id in groups)
    summary = element("summary", text("span", name, classes="name"), *tags)
    listed = (_group(act_id, group, context) for act_id, group in groups.items())
    return summary + element("div", about or "", *listed, *_disputes(claims, context), classes="inside")


def _where(place: Place, context: ViewContext) -> str:
    words = context.words
    kind = words(KIND_LABELS[place.kind]) if place.kind in KIND_LABELS else place.kind
    parts = [kind]
    if place.unit and not place.is_area:
        parts.append(words("in {unit}", unit=context.atlas.unit(place.unit).name))
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _group(act_id: str, claims: list[Claim], context: ViewContext) -> Markup:
    words, act = context.words, context.evidence.authorisations.get(act_id)
    name = words.of(act, "name") if act else words("Context, under no authorisation")
    return element("section", text("h3", name), *(_card(claim, context) for claim in claims), data_group=act_id)


def _card(claim: Claim, context: ViewContext) -> Markup:
    words, source = context.words, context.evidence.sources[claim.source_id]
    days = {"data_days": f"{claim.window.start}..{claim.window.end}"} if claim.window and is_fact(claim) else {}
    return element(
        "article",
        text("div", _card_title(claim, context), classes="role"),
        text("p", words.of(claim, "statement"), classes="statement"),
        text("q", claim.phrase, lang=source.language, classes="phrase") if claim.phrase else "",
        element("div", *_origin(claim, source, context), classes="origin"),
        text("div", certainty_text(claim, words), classes="certainty"),
        classes="claim",
        data_claim=claim.claim_id,
        data_basis=source.basis.value,
        **days,
    )


def _card_title(claim: Claim, context: ViewContext) -> str:
    """Return role and own days of a claim that names a place; attribute and value of a fact."""
    words = context.words
    if is_fact(claim):
        what = attribute_label(claim.attribute, context.evidence, words)
        return words("{what}: {value}", what=what, value=value_text(claim, words))
    window = f" · {words.span(claim.window.start, claim.window.stated_end)}" if claim.window else ""
    return (words(ROLE_LABELS[claim.role]) if claim.role else "") + window


def _origin(claim: Claim, source: Source, context: ViewContext) -> Iterator[Markup]:
    words = context.words
    yield element("b", link(source_label(source, words), passage_url(claim, source)))
    details = [published_text(source.published, words)]
    if claim.paragraph:
        details.append(words("paragraph {number}", number=claim.paragraph))
    if source.basis is Basis.CORROBORATION:
        details.append(words("corroboration"))
    yield text("span", "".join(f" · {detail}" for detail in details))


def _disputes(claims: Iterable[Claim], context: ViewContext) -> Iterator[Markup]:
    """Yield the questions that claims answer, each with the ids of these claims."""
    answers: dict[str, list[str]] = {}
    for claim in claims:
        if claim.disagreement_id:
            answers.setdefault(claim.disagreement_id, []).append(claim.claim_id)
    for disagreement_id, claim_ids in answers.items():
        yield _dispute(context.evidence.disagreements[disagreement_id], claim_ids, context)


def _dispute(record: Disagreement, claim_ids: list[str], context: ViewContext) -> Markup:
    words = context.words
    return element(
        "section",
        text("p", words("Where sources disagree"), classes="note"),
        text("p", words.of(record, "question"), classes="statement"),
        text("p", words.of(record, "known"), classes="note"),
        classes="dispute",
        data_dispute=record.disagreement_id,
        data_claims=" ".join(claim_ids),
    )


def _source(source: Source, context: ViewContext) -> Markup:
    words = context.words
    details = [source.author, source.publisher, published_text(source.published, words)]
    return element(
        "li",
        text("b", source_label(source, words)),
        ": ",
        link(words.of(source, "title"), source.url),
        text("span", "".join(f" · {detail}" for detail in details if detail)),
    )
