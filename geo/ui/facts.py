"""The facts of each authorisation, laid out: votes to scale, values beside one another, equipment as a table."""

from collections.abc import Iterable, Mapping

import streamlit as st

from geo.evidence import Basis, Certainty, Claim, Disagreement, Topic
from geo.text import Words, message
from geo.ui import markup
from geo.ui.compare import act_heading, wide_table
from geo.ui.page import Page
from geo.ui.session import change
from geo.view import ActFacts, Given, GivenValue, ItemTable, Matter, View, VoteResult, build_facts, claims_elsewhere, most_votes

TOPIC_LABELS: Mapping[Topic, str] = {
    Topic.VOTE: message("Vote"),
    Topic.APPROVAL: message("Approval"),
    Topic.NUMBER: message("Numbers of the act"),
    Topic.WINDOW: message("Days"),
    Topic.PERSONNEL: message("Personnel"),
    Topic.EQUIPMENT: message("Equipment"),
    Topic.COST: message("Cost"),
    Topic.PURPOSE: message("Purpose and support"),
    Topic.LEGAL: message("Legal basis"),
    Topic.ASSURANCE: message("Assurances"),
    Topic.OBJECTION: message("Objections"),
}
_SIDE_BY_SIDE = (Topic.ASSURANCE, Topic.OBJECTION)
_CERTAINTY: Mapping[Certainty, str] = {
    Certainty.STATED: message("stated"),
    Certainty.ATTRIBUTED: message("attributed"),
    Certainty.ESTIMATE: message("estimate"),
    Certainty.OPINION: message("opinion"),
}
_CREDITED: Mapping[Certainty, str] = {
    Certainty.STATED: message("stated, from {who}"),
    Certainty.ATTRIBUTED: message("attributed to {who}"),
    Certainty.ESTIMATE: message("estimate by {who}"),
    Certainty.OPINION: message("opinion of {who}"),
}


def show_facts(page: Page) -> None:
    """Show what the sources say of each authorisation, topic by topic."""
    words = page.words
    if not page.state.authorisations:
        st.info(words("Every authorisation is switched off. Switch one on in the filters, or reset them."))
        return
    facts = build_facts(page.evidence, page.selection, page.state.authorisations, words)
    scale = most_votes(facts)
    lead = words(
        "Each value as its source gives it; none is averaged. Choose a line to read what the source says. "
        "A line beside sources joins those that are not independent of one another and count once."
    )
    markup.show(markup.text("p", lead, classes="note facts-lead"))
    for act in facts:
        markup.show(_act(act, page, scale))
    other = claims_elsewhere(page.selection)
    if other:
        note = words.plural(
            "{count} claim shown is on another topic or under no authorisation; it is in the table.",
            "{count} claims shown are on other topics or under no authorisation; they are in the table.",
            other,
        )
        markup.show(markup.text("p", note, classes="note"))
    st.button(words("All disagreements"), key="facts-disagreements", type="tertiary", on_click=_show_disagreements)


def _show_disagreements() -> None:
    change(view=View.DISAGREEMENTS)


def _act(act: ActFacts, page: Page, scale: int) -> str:
    colour = page.colours[act.authorisation_id]
    sections = [_contents(act, page)]
    sections += [_topic(topic, act, page, scale) for topic in act.topics if topic not in _SIDE_BY_SIDE]
    sections.append(markup.element("div", *(_topic(topic, act, page, scale) for topic in _SIDE_BY_SIDE), classes="facing"))
    return markup.element(
        "section", act_heading("h2", act.authorisation_id, page), *sections, classes="facts", style=f"--ink:{colour}"
    )


def _contents(act: ActFacts, page: Page) -> str:
    """Return the way down to each topic, since the facts of an act fill many screens."""
    links = (
        markup.text("a", page.words(TOPIC_LABELS[topic]), href=f"#{_anchor(topic, act)}", target="_self")
        for topic in act.topics
    )
    return markup.element("nav", *links, classes="contents", aria_label=page.words("Topics"))


def _anchor(topic: Topic, act: ActFacts) -> str:
    return f"facts-{act.authorisation_id}-{topic.value}"


def _topic(topic: Topic, act: ActFacts, page: Page, scale: int) -> str:
    words = page.words
    parts = []
    if topic is Topic.VOTE and act.votes:
        parts.append(_votes(act, page, scale))
    if topic is Topic.EQUIPMENT and act.items:
        parts.append(_items(act.items, page))
    parts.extend(_matter(matter, page) for matter in act.topics[topic])
    if not parts:
        parts.append(markup.text("p", words("Not stated in any claim shown."), classes="note"))
    heading = markup.text("h3", words(TOPIC_LABELS[topic]))
    matters = markup.element("div", *parts, classes="matters")
    return markup.element("section", heading, matters, classes="topic", id=_anchor(topic, act))


def _votes(act: ActFacts, page: Page, scale: int) -> str:
    words = page.words
    parts = [_vote(result, page, scale) for result in act.votes]
    notes = [words("All bars of votes are drawn to one scale.")]
    if any(result.even is not None for result in act.votes):
        notes.append(words("The line stands at half of the votes for and against: past it, more were for than against."))
    parts.append(markup.text("p", " ".join(notes), classes="note"))
    return markup.element("div", *_disputes(act.vote_disagreements, words), *parts, classes="votes")


def _vote(result: VoteResult, page: Page, scale: int) -> str:
    words = page.words
    counts = (
        ("for", result.in_favour, words("for")),
        ("against", result.against, words("against")),
        ("abstaining", result.abstentions, words("abstentions")),
    )
    legend = "".join(_vote_count(name, count, label, words) for name, count, label in counts)
    if result.counted and None not in (result.in_favour, result.against, result.abstentions):
        legend += markup.text("span", words.plural("{count} vote counted", "{count} votes counted", result.counted))
    share = 100 / scale if scale else 0.0
    segments = [
        markup.element("span", classes=f"segment {name}", style=f"width:{count * share:.3f}%")
        for name, count, _ in counts
        if count
    ]
    if result.even is not None:
        segments.append(markup.element("span", classes="even", style=f"left:{result.even * share:.3f}%"))
    bar = markup.element("div", *segments, classes="bar", aria_hidden="true")
    return markup.element(
        "div", markup.element("div", legend, classes="counts"), bar, _givers(result.voices, result.claims, page), classes="vote"
    )


def _vote_count(name: str, count: int | None, label: str, words: Words) -> str:
    if count is None:
        text = words("{what}: not stated", what=label)
        return markup.text("span", text, classes="quiet")
    chip = markup.element("span", classes=f"chip {name}", aria_hidden="true")
    return markup.element("span", chip, markup.text("b", words.number(count)), " ", markup.text("span", label))


def _matter(matter: Matter, page: Page) -> str:
    words = page.words
    head = markup.text("h4", matter.label)
    if matter.sources > 1:
        counted = words.plural("{count} source", "{count} sources", matter.sources)
        if matter.independent < matter.sources:
            counted = words("{sources}, {count} independent", sources=counted, count=words.number(matter.independent))
        head += markup.text("p", counted, classes="quiet")
    head += "".join(_disputes(matter.disagreements, words))
    answers = markup.element("div", *(_answer(answer, page) for answer in matter.answers), classes="answers")
    classes = "matter lone" if len(matter.answers) == 1 else "matter"
    return markup.element("div", markup.element("div", head, classes="matter-head"), answers, classes=classes)


def _disputes(disagreements: Iterable[Disagreement], words: Words) -> Iterable[str]:
    for item in disagreements:
        name = markup.text("b", words("Disagreement {id}", id=item.disagreement_id))
        known = words.of(item, "known") or words("Why they differ is not known.")
        summary = markup.element("summary", name, " ", markup.text("span", words.of(item, "question")))
        yield markup.element("details", summary, markup.text("p", known), classes="dispute")


def _answer(answer: Given, page: Page) -> str:
    sources = {source_id for voice in answer.voices for source_id in voice}
    if len(sources) > 1:
        inner = [
            markup.element("div", _value(value), _givers(answer.voices, value.claims, page), classes="agreed")
            for value in answer.values
        ]
    else:
        inner = [_single(claim, value, page) for value in answer.values for claim in value.claims]
        inner.append(markup.element("div", *_name(sources.pop(), page), classes="giver"))
    return markup.element("div", *inner, classes="answer")


def _value(value: GivenValue) -> str:
    return markup.text("div", value.text, classes="value counted" if value.counted else "value")


def _single(claim: Claim, value: GivenValue, page: Page) -> str:
    """Return a value of an answer that one source gives alone; its source stands below all of them."""
    summary = markup.element("summary", _value(value), _how(claim, page.words))
    return markup.element("details", summary, _statement(claim, page), classes="claim-line")


def _givers(voices: Iterable[tuple[str, ...]], claims: tuple[Claim, ...], page: Page) -> str:
    """Return the sources of a value, those that count once joined; each opens to what it says."""
    return "".join(
        markup.element(
            "div",
            *(_giver(key, [claim for claim in claims if claim.source_id == key], page) for key in voice),
            classes="one-origin" if len(voice) > 1 else "origin-alone",
        )
        for voice in voices
    )


def _giver(source_id: str, claims: list[Claim], page: Page) -> str:
    hows = " · ".join(dict.fromkeys(_how(claim, page.words) for claim in claims))
    summary = markup.element("summary", *_name(source_id, page), " · ", hows)
    return markup.element("details", summary, *(_statement(claim, page) for claim in claims), classes="claim-line")


def _name(source_id: str, page: Page) -> Iterable[str]:
    source = page.evidence.sources[source_id]
    yield markup.text("b", source_id)
    yield " " + markup.text("span", source.publisher or page.words.of(source, "title"))
    if source.basis is Basis.CORROBORATION:
        yield markup.text("span", f" · {page.words('corroboration')}")


def _how(claim: Claim, words: Words) -> str:
    labels = _CREDITED if claim.attributed_to else _CERTAINTY
    parts = [words("par. {number}", number=claim.paragraph).replace(" ", "\N{NO-BREAK SPACE}")] if claim.paragraph else []
    parts.append(words(labels[claim.certainty], who=words.of(claim, "attributed_to")))
    return markup.text("span", " · ".join(parts), classes="how")


def _statement(claim: Claim, page: Page) -> str:
    language = page.evidence.sources[claim.source_id].language
    quotation = markup.text("q", claim.phrase, lang=language, classes="phrase") if claim.phrase else ""
    return markup.text("p", page.words.of(claim, "statement"), classes="statement") + quotation


def _items(table: ItemTable, page: Page) -> str:
    words = page.words
    heads = [markup.text("th", words("Item, as named"), scope="col")]
    heads += [markup.element("th", *_name(source_id, page), scope="col") for source_id in table.sources]
    rows = (
        markup.element("tr", markup.text("th", label, scope="row"), *(_item_cell(values, page) for values in cells))
        for label, cells in table.items
    )
    whole = markup.element(
        "table", markup.element("thead", markup.element("tr", *heads)), markup.element("tbody", *rows), classes="items"
    )
    return "".join(_disputes(table.disagreements, words)) + wide_table(whole, words("Equipment"), page)


def _item_cell(values: tuple[GivenValue, ...], page: Page) -> str:
    if not values:
        return markup.text("td", page.words("not stated"), classes="none")
    return markup.element("td", *(_single(claim, value, page) for value in values for claim in value.claims))
