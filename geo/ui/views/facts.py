"""The facts of the authorisations beside one another: votes to one scale, numbers, days, items, positions; the rest folded."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import streamlit as st

from geo.evidence import Topic
from geo.text import Translator, message
from geo.ui.html import markup
from geo.ui.html.links import source_mark, way, ways_to_disagreements
from geo.ui.html.reported_values import given_value, matter_values, value_line
from geo.ui.html.votes import votes_html
from geo.ui.page import Page
from geo.ui.views.compare import paper, wide_table
from geo.view import (
    AttributeValues,
    FactRow,
    FactSheet,
    GivenValue,
    Item,
    ItemTable,
    RowsByTopic,
    View,
    build_facts,
    claims_elsewhere,
)
from geo.view.labels import TOPIC_LABELS

FEW: Final = 4
"""So many rows or positions are shown before the rest is folded."""

_OPEN: Final = (Topic.PERSONNEL, Topic.WINDOW, Topic.COST)
_STRANDS: Final[Mapping[str, str]] = {
    "stated": "{topic}",
    "credited": message("{topic}: what the sources attribute to others"),
    "opinions": message("{topic}: opinions"),
}


def show_facts(page: Page) -> None:
    """Show what the sources say of the authorisations, topic by topic."""
    words = page.context.words
    if not page.context.state.authorisations:
        st.info(words("Every authorisation is switched off. Switch one on in the filters, or reset them."))
        return
    sheet = build_facts(page.context)
    sections = (
        _lead(words),
        _section(Topic.VOTE, votes_html(sheet, page) + _rest(sheet.stated.get(Topic.VOTE, ()), page), page),
        _acts(sheet, page),
        *(_section(topic, _topic_rows(sheet.stated.get(topic, ()), page), page) for topic in _OPEN),
        _section(Topic.EQUIPMENT, _equipment(sheet, page), page),
        _positions(sheet, page),
        *_folded(sheet, page),
        _elsewhere(page),
    )
    markup.show(markup.element("div", *sections, classes="facts", style=f"--acts:{len(sheet.acts)};{paper(page)}"))


def _lead(words: Translator) -> str:
    text = words(
        "Every value as its source gives it, none averaged. A line with + opens to what each source says; = joins sources that "
        "are not independent of one another."
    )
    return markup.text("p", text, classes="note")


def _section(topic: Topic, body: str, page: Page) -> str:
    return markup.element("section", markup.text("h2", page.context.words(TOPIC_LABELS[topic])), body, classes="topic")


def _acts(sheet: FactSheet, page: Page) -> str:
    """Return the names of the authorisations over their columns."""
    names = (_act_name(key, page) for key in sheet.acts)
    return markup.element("div", markup.element("span"), *names, classes="fact-row act-row", aria_hidden="true")


def _act_name(key: str, page: Page) -> str:
    return markup.swatch_line(page.colours[key], page.context.act_name(key))


def _topic_rows(rows: tuple[FactRow, ...], page: Page) -> str:
    """Return the rows that can be compared, and the others folded where they are many."""
    if not rows:
        return markup.text("p", page.context.words("Not stated in any claim shown."), classes="note")
    rest = [row for row in rows if not row.leading]
    if len(rest) <= FEW:
        return _rows(rows, page)
    return _rows((row for row in rows if row.leading), page) + _rest(rest, page)


def _rest(rows: Sequence[FactRow], page: Page) -> str:
    """Return rows folded under their names."""
    if not rows:
        return ""
    names = page.context.words.listing([row.label for row in rows])
    summary = markup.text("summary", page.context.words("More: {names}", names=names))
    return markup.element("details", summary, _rows(rows, page), classes="more")


def _rows(rows: Iterable[FactRow], page: Page) -> str:
    return markup.join(_row(row, page) for row in rows)


def _row(row: FactRow, page: Page) -> str:
    cells = (_cell(key, row.cells.get(key), page) for key in page.context.state.authorisations)
    return markup.element("div", markup.text("h3", row.label), *cells, classes="fact-row")


def _cell(key: str, matter: AttributeValues | None, page: Page) -> str:
    name = markup.element("div", _act_name(key, page), classes="cell-act")
    if matter is None:
        return markup.element(
            "div", name, markup.text("p", page.context.words("not stated"), classes="note"), classes="cell silent"
        )
    differ = ways_to_disagreements(matter.disagreements, page.context.words)
    return markup.element("div", name, matter_values(matter, page), differ, classes="cell")


def _equipment(sheet: FactSheet, page: Page) -> str:
    """Return a table of items for each authorisation, and by name those on whose equipment nothing is stated."""
    words = page.context.words
    silent = [words.of(page.context.evidence.authorisations[key], "short") for key in sheet.acts if key not in sheet.items]
    parts = [_items(key, table, page) for key, table in sheet.items.items()]
    if silent:
        note = words("{acts}: not stated in any claim shown.", acts=words.listing(silent))
        parts.append(markup.text("p", note, classes="note"))
    return markup.join(parts)


def _items(key: str, table: ItemTable, page: Page) -> str:
    words = page.context.words
    heads = [markup.element("th", _act_name(key, page), scope="col"), markup.text("th", words("Count"), scope="col")]
    heads += [_source_head(source_id, page) for source_id in table.sources]
    whole = markup.element(
        "table",
        markup.element("thead", markup.element("tr", *heads)),
        markup.element("tbody", *(_item(item, page) for item in table.items)),
        classes="items",
    )
    return wide_table(whole, words("Equipment"), page) + ways_to_disagreements(table.disagreements, words)


def _source_head(source_id: str, page: Page) -> markup.Markup:
    source = page.context.evidence.sources[source_id]
    publisher = markup.text("small", source.publisher) if source.publisher else ""
    return markup.element("th", source_mark(source, page.context.words), publisher, scope="col")


def _item(item: Item, page: Page) -> str:
    counts = page.context.words.choice([page.context.words.number(number) for number in item.counts]) or page.context.words(
        "no count"
    )
    return markup.element(
        "tr",
        markup.text("th", item.label, scope="row"),
        markup.text("td", counts, classes="span" if item.counts else "none"),
        *(_item_cell(values, page) for values in item.cells),
    )


def _item_cell(values: tuple[GivenValue, ...], page: Page) -> str:
    if not values:
        return markup.text("td", page.context.words("not stated"), classes="none")
    return markup.element("td", *(value_line(value, page, voiced=False) for value in values))


def _positions(sheet: FactSheet, page: Page) -> str:
    """Return assurances and objections in two columns, authorisation by authorisation."""
    words = page.context.words
    note = words("What persons and sources hold. It is no fact of an act, and neither column answers the other.")
    parts = [markup.text("p", note, classes="note")]
    for key, held in sheet.positions.items():
        sides = (_side(Topic.ASSURANCE, held.assurances, page), _side(Topic.OBJECTION, held.objections, page))
        parts.append(markup.element("div", _act_name(key, page), *sides, classes="facing"))
    heading = markup.text("h2", words("Assurances and objections"))
    return markup.element("section", heading, *parts, classes="topic")


def _side(topic: Topic, matters: tuple[AttributeValues, ...], page: Page) -> str:
    words = page.context.words
    lines = [
        markup.element("div", given_value(value, page, label=matter.label), classes="held")
        for matter in matters
        for value in matter.values
    ]
    if not lines:
        lines.append(markup.text("p", words("Not stated in any claim shown."), classes="note"))
    rest = lines[FEW:]
    if rest:
        summary = words.plural("{count} more", "{count} more", len(rest))
        lines[FEW:] = [markup.element("details", markup.text("summary", summary), *rest, classes="more")]
    differ = dict.fromkeys(item for matter in matters for item in matter.disagreements)
    heading = markup.text("h3", words(TOPIC_LABELS[topic]))
    return markup.element("div", heading, *lines, ways_to_disagreements(differ, words), classes="side")


def _folded(sheet: FactSheet, page: Page) -> Iterable[str]:
    strands: dict[str, RowsByTopic] = {"stated": sheet.stated, "credited": sheet.credited, "opinions": sheet.opinions}
    for name, strand in strands.items():
        for topic, rows in strand.items():
            if name != "stated" or topic not in (Topic.VOTE, *_OPEN):
                label = page.context.words(TOPIC_LABELS[topic])
                yield _fold(label if name == "stated" else page.context.words(_STRANDS[name], topic=label), rows, page)


def _fold(label: str, rows: tuple[FactRow, ...], page: Page) -> str:
    words = page.context.words
    counted = words.plural("{count} statement", "{count} statements", sum(row.claims for row in rows))
    names = ", ".join(row.label for row in rows)
    summary = markup.element(
        "summary", markup.text("h2", label), markup.text("b", counted), " ", markup.text("span", names, classes="quiet")
    )
    return markup.element("details", summary, _rows(rows, page), classes="topic folded")


def _elsewhere(page: Page) -> str:
    other = claims_elsewhere(page.context.selection)
    if not other:
        return ""
    note = page.context.words.plural(
        "{count} claim shown is on another topic or under no authorisation:",
        "{count} claims shown are on other topics or under no authorisation:",
        other,
    )
    table = way(View.TABLE, page.context.words("see the table"))
    return markup.element("p", markup.text("span", note), " ", table, classes="note")
