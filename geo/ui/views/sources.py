"""The sources: which of them rest on the same thing, and what is taken from each."""

from collections.abc import Iterable

from geo.draw import SourceGroupFigure, SourceNode, draw_source_groups
from geo.evidence import Basis, Evidence, Source
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.streamlit_bends.markup_component import show_markup
from geo.view import (
    ClaimCount,
    SourceGroup,
    SourceUse,
    derivation_lines,
    language_name,
    published_text,
    source_groups,
    source_uses,
)
from geo.view.labels import BASIS_HEADINGS, TOPIC_LABELS, source_label


def show_sources(page: Page) -> None:
    """Show a graph of the sources and what they rest on, then an entry for each source."""
    words = page.context.words
    groups = source_groups(page.context.evidence.sources)
    markup.show(_introduction(page.context.evidence, groups, words))
    nodes = _nodes(page.context.evidence, groups, words)
    figures = [SourceGroupFigure(group, _caption(group, words), _description(group, words)) for group in groups]
    alone = words("Each a voice of its own: not known to rest on another")
    show_markup(Markup(draw_source_groups(figures, nodes, alone=alone)), element_key="source-graph")
    markup.show(_in_words(groups, words))
    uses = source_uses(page.context)
    scale = max((use.claims.total for use in uses), default=0) or 1
    for basis, heading in BASIS_HEADINGS.items():
        entries = [_entry(use, page, scale) for use in uses if use.source.basis is basis]
        if entries:
            markup.show(markup.element("section", markup.text("h2", words(heading)), *entries, classes="source-list"))


def printed_sources(page: Page) -> Markup:
    """Return the list of the sources of a view, for print."""
    words, shown = page.context.words, page.context.selection.sources()
    entries = (
        markup.element("li", markup.text("b", source_label(source, words)), " ", _reference(source, words))
        for source_id, source in page.context.evidence.sources.items()
        if source_id in shown
    )
    heading = markup.text("h2", words("The sources of this view"), classes="timeline-title")
    return markup.element("section", heading, markup.element("ul", *entries), classes="printed-sources")


def _reference(source: Source, words: Translator) -> str:
    parts = (words.of(source, "title"), source.published or words("undated"), source.url)
    return " · ".join(part for part in parts if part)


def _introduction(evidence: Evidence, groups: tuple[SourceGroup, ...], words: Translator) -> Markup:
    sources = words.plural("{count} source", "{count} sources", len(evidence.sources))
    voices = words.plural("{count} independent voice", "{count} independent voices", len(groups))
    text = words(
        "{sources}, {voices}: sources that copy one another, or rest on the same origin, count as one. "
        "An arrow points to what a source rests on, as far as that is known; the note of each source says how sure it is.",
        sources=sources,
        voices=voices,
    )
    return markup.text("h2", words("Who rests on whom"), classes="view-title") + markup.text("p", text, classes="view-lead")


def _nodes(evidence: Evidence, groups: Iterable[SourceGroup], words: Translator) -> dict[str, SourceNode]:
    nodes = {
        source_id: SourceNode("text" if source.basis is Basis.TEXT else "corroboration", source_id, source_label(source, words))
        for source_id, source in evidence.sources.items()
    }
    origins = {origin: SourceNode("origin", "", origin) for group in groups for origin in group.origins}
    return origins | nodes


def _caption(group: SourceGroup, words: Translator) -> str:
    return words("One voice: {sources}", sources=words.listing(list(group.sources)))


def _description(group: SourceGroup, words: Translator) -> str:
    lines = derivation_lines(group, words)
    return " ".join(lines) if lines else words("{source}: no link to another source is known.", source=group.sources[0])


def _in_words(groups: Iterable[SourceGroup], words: Translator) -> Markup:
    legend = words("Tinted: a source text. Outlined: a corroborating page. Dashed: an origin outside the sources.")
    lines = [markup.text("li", line) for group in groups for line in derivation_lines(group, words)]
    alone = [group.sources[0] for group in groups if not group.links]
    if alone:
        line = words("Not known to rest on another: {sources}.", sources=words.listing(alone))
        lines.append(markup.text("li", line))
    return markup.text("p", legend, classes="note") + markup.element(
        "details", markup.text("summary", words("The same in words")), markup.element("ul", *lines), classes="in-words"
    )


def _entry(use: SourceUse, page: Page, scale: int) -> Markup:
    words, source = page.context.words, use.source
    return markup.element(
        "article",
        markup.element("div", *_identity(source, words), classes="source-text"),
        markup.element("div", *_usage(use, page, scale), classes="source-use"),
        classes="source-entry" if use.claims.shown else "source-entry outside",
        id=f"source-{source.source_id}",
    )


def _identity(source: Source, words: Translator) -> Iterable[Markup]:
    title = words.of(source, "title")
    name = markup.text("span", title)
    if source.url:
        name = markup.text("a", title, href=source.url, target="_blank", rel="noopener noreferrer")
    yield markup.element(
        "h3", markup.text("b", source_label(source, words)), " ", markup.text("small", source.source_id), classes="source-name"
    )
    yield markup.element("p", name, classes="source-title")
    imprint = (
        source.publisher or words("publisher not named"),
        source.author or words("author not named"),
        published_text(source.published, words),
        words("in {language}", language=language_name(source.language, words)),
    )
    yield markup.text("p", " · ".join(imprint), classes="imprint")
    facts = ((words("Its own stance"), words.of(source, "stance")), (words("Rests on"), _origins(source, words)))
    yield markup.element("dl", *(markup.text("dt", name) + markup.text("dd", text) for name, text in facts if text))
    note = words.of(source, "note")
    if note:
        yield markup.text("p", note, classes="note")
    if not source.url:
        yield markup.text("p", words("No web address is recorded."), classes="note")


def _origins(source: Source, words: Translator) -> str:
    return words.listing(list(source.derives_from)) if source.derives_from else words("no link to another source is known")


def _usage(use: SourceUse, page: Page, scale: int) -> Iterable[Markup]:
    """Yield the number of claims from a source, a bar of them by act, and their numbers by act and topic."""
    words = page.context.words
    yield markup.text("div", _counted(use.claims, words), classes="claims-count")
    fills = {act_id: page.colours.get(act_id, "var(--soft)") for act_id in use.authorisations}
    parts = [
        markup.element("span", style=f"width:{100 * count.shown / scale:.2f}%;background:{fills[act_id]}")
        for act_id, count in use.authorisations.items()
    ]
    hidden = use.claims.total - use.claims.shown
    parts.append(markup.element("span", classes="rest", style=f"width:{100 * hidden / scale:.2f}%"))
    yield markup.element("div", *parts, classes="claims-bar", aria_hidden="true")
    acts = (
        markup.swatch_line(fills[act_id], f"{page.context.act_name(act_id)} {_figure(count, words)}")
        for act_id, count in use.authorisations.items()
    )
    yield markup.element("div", *acts, classes="claims-acts")
    topics = (
        markup.element("span", markup.text("span", words(TOPIC_LABELS[topic])), " ", markup.text("b", _figure(count, words)))
        for topic, count in use.topics
    )
    yield markup.element("div", *topics, classes="claims-topics")


def _counted(count: ClaimCount, words: Translator) -> str:
    total = words.plural("{count} claim", "{count} claims", count.total)
    if count.shown == count.total:
        return total
    return words("{shown} of {claims} within the filters", shown=words.number(count.shown), claims=total)


def _figure(count: ClaimCount, words: Translator) -> str:
    if count.shown == count.total:
        return words.number(count.total)
    return words("{shown} of {total}", shown=words.number(count.shown), total=words.number(count.total))
