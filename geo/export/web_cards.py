"""The places and facts of the page with their claims, and the sources: all of it is in the document, also without a script."""

from collections.abc import Iterable, Iterator
from typing import Final

from geo.draw import ROLE_LABELS
from geo.draw.markup import element, text
from geo.evidence import Basis, Claim, Disagreement, Place, Source, Topic
from geo.export.facts import TOPICS, is_fact
from geo.export.subject import Subject
from geo.export.web_data import page_claims, page_facts, page_places
from geo.view import TOPIC_LABELS, attribute_label, passage_url, published_text, value_text
from geo.view.labels import KIND_LABELS, certainty_text

_WEB: Final = ("http://", "https://")


def places(subject: Subject) -> str:
    """Return every place, folded up, with its claims by authorisation and the questions that they answer."""
    by_place: dict[str, list[Claim]] = {}
    for claim in page_claims(subject):
        by_place.setdefault(claim.place_id, []).append(claim)
    return "".join(_place(place, by_place[place.place_id], subject) for place in page_places(subject))


def facts(subject: Subject) -> str:
    """Return every topic of what names no place, folded up, in the same way."""
    claims = page_facts(subject)
    by_topic = {topic: [claim for claim in claims if claim.topic is topic] for topic in TOPICS}
    return "".join(_topic(topic, found, subject) for topic, found in by_topic.items() if found)


def sources(subject: Subject) -> str:
    """Return the sources of all these claims as a list, in the order of the data."""
    used = {claim.source_id for claim in (*page_claims(subject), *page_facts(subject))}
    items = (_source(source, subject) for key, source in subject.evidence.sources.items() if key in used)
    return element("ol", *items)


def link(label: str, address: str) -> str:
    """Return a link if the address is one of the web; the label alone if not, for an address may be anything."""
    if not address.startswith(_WEB):
        return text("span", label)
    return text("a", label, href=address, target="_blank", rel="noopener noreferrer")


def _place(place: Place, claims: list[Claim], subject: Subject) -> str:
    words = subject.words
    note = words.of(place, "note")
    about = text("p", _where(place, subject), classes="where") + (text("p", note, classes="note") if note else "")
    folded = _folded(words.of(place, "name"), claims, subject, about=about)
    return element("details", folded, classes="place fold", data_place=place.place_id)


def _topic(topic: Topic, claims: list[Claim], subject: Subject) -> str:
    folded = _folded(subject.words(TOPIC_LABELS[topic]), claims, subject)
    return element("details", folded, classes="topic fold", data_topic=topic.value)


def _folded(name: str, claims: list[Claim], subject: Subject, *, about: str = "") -> str:
    """Return a heading with the authorisations that the claims are under, and the claims by authorisation."""
    words, acts = subject.words, subject.evidence.authorisations
    groups = {key: [claim for claim in claims if claim.authorisation_id == key] for key in (*acts, "")}
    groups = {key: group for key, group in groups.items() if group}
    names = (words.of(acts[key], "short") if key else words("Context") for key in groups)
    tags = (text("span", name, classes="tag", data_tag=key) for key, name in zip(groups, names, strict=True))
    summary = element("summary", text("span", name, classes="name"), *tags)
    listed = (_group(key, group, subject) for key, group in groups.items())
    return summary + element("div", about, *listed, *_disputes(claims, subject), classes="inside")


def _where(place: Place, subject: Subject) -> str:
    words = subject.words
    kind = words(KIND_LABELS[place.kind]) if place.kind in KIND_LABELS else place.kind
    parts = [kind]
    if place.unit and not place.is_area:
        parts.append(words("in {unit}", unit=subject.atlas.unit(place.unit).name))
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _group(key: str, claims: list[Claim], subject: Subject) -> str:
    words, act = subject.words, subject.evidence.authorisations.get(key)
    name = words.of(act, "name") if act else words("Context, under no authorisation")
    return element("section", text("h3", name), *(_card(claim, subject) for claim in claims), data_group=key)


def _card(claim: Claim, subject: Subject) -> str:
    words, source = subject.words, subject.evidence.sources[claim.source_id]
    days = {"data_days": f"{claim.window.start}..{claim.window.end}"} if claim.window and is_fact(claim) else {}
    return element(
        "article",
        text("div", _card_title(claim, subject), classes="role"),
        text("p", words.of(claim, "statement"), classes="statement"),
        text("q", claim.phrase, lang=source.language, classes="phrase") if claim.phrase else "",
        element("div", *_origin(claim, source, subject), classes="origin"),
        text("div", certainty_text(claim, words), classes="certainty"),
        classes="claim",
        data_claim=claim.claim_id,
        **days,
    )


def _card_title(claim: Claim, subject: Subject) -> str:
    """Return the role in which a place is named and the days that the claim gives, or a fact in short."""
    words = subject.words
    if is_fact(claim):
        what = attribute_label(claim.attribute, subject.evidence, words)
        return words("{what}: {value}", what=what, value=value_text(claim, words))
    window = f" · {words.span(claim.window.start, claim.window.stated_end)}" if claim.window else ""
    return (words(ROLE_LABELS[claim.role]) if claim.role else "") + window


def _origin(claim: Claim, source: Source, subject: Subject) -> Iterator[str]:
    words = subject.words
    yield text("b", claim.source_id) + " "
    yield link(source.publisher or words.of(source, "title"), passage_url(claim, source))
    details = [published_text(source.published, words)]
    if claim.paragraph:
        details.append(words("paragraph {number}", number=claim.paragraph))
    if source.basis is Basis.CORROBORATION:
        details.append(words("corroboration"))
    yield text("span", "".join(f" · {detail}" for detail in details))


def _disputes(claims: Iterable[Claim], subject: Subject) -> Iterator[str]:
    """Yield the questions that claims of a place answer, each with the claims for which it is shown."""
    touching: dict[str, list[str]] = {}
    for claim in claims:
        if claim.disagreement_id:
            touching.setdefault(claim.disagreement_id, []).append(claim.claim_id)
    for key, ids in touching.items():
        yield _dispute(subject.evidence.disagreements[key], ids, subject)


def _dispute(record: Disagreement, claim_ids: list[str], subject: Subject) -> str:
    words = subject.words
    return element(
        "section",
        text("p", words("Where sources disagree"), classes="note"),
        text("p", words.of(record, "question"), classes="statement"),
        text("p", words.of(record, "known"), classes="note"),
        classes="dispute",
        data_dispute=record.disagreement_id,
        data_claims=" ".join(claim_ids),
    )


def _source(source: Source, subject: Subject) -> str:
    words = subject.words
    details = [source.author, source.publisher, published_text(source.published, words)]
    return element(
        "li",
        text("b", source.source_id),
        " ",
        link(words.of(source, "title"), source.url),
        text("span", "".join(f" · {detail}" for detail in details if detail)),
    )
