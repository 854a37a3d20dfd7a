"""The foot of a figure: filters in words, sources, credits and licences, data version and link."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, Literal

from geo.draw.figure.paragraphs import paragraph, plain
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Mark, Run, in_columns, stack
from geo.draw.markup import number, shape
from geo.evidence import Role
from geo.view import BasisFilter, ViewContext, published_text, undated_note
from geo.view.headline import MOST_LINES
from geo.view.labels import ROLE_LABELS, source_label

SourceDetail = Literal["full", "short", "names", "count"]
"""How sources are given: with title; publisher or title, and date; id and publisher in one paragraph; how many there are."""

_COLUMN: Final = 205.0
"""Least width of a column of sources, in pixels of an A4 sheet."""
_BETWEEN: Final = 14.0


def filters_of(view: StyledView, *, acts: bool = False) -> str:
    """Say which filters are set; with ``acts`` also which acts are on, if they are too many for a line each above the map."""
    words, state = view.context.words, view.context.state
    named = _roles_of_shown_acts(view)
    roles = words.listing([words(ROLE_LABELS[role]) for role in state.roles if role in named]) or words("none")
    basis = words("Texts and corroboration") if state.basis is BasisFilter.ALL else words("The source texts alone")
    least = words("Any source") if state.min_sources == 1 else words("At least two independent sources")
    parts = [
        words("Role in which a place is named: {roles}.", roles=roles),
        words("Sources that count: {basis}.", basis=basis),
        words("A place is shown when named by: {least}.", least=least),
    ]
    if acts and len(state.authorisations) > MOST_LINES:
        parts.insert(0, words("Acts: {acts}.", acts="; ".join(acts_with_days(view.context))))
    if selected := selected_name(view):
        parts.append(words("Selected: {place}.", place=selected))
    parts.append(undated_note(view.context))
    return " ".join(filter(None, parts))


def acts_with_days(context: ViewContext) -> list[str]:
    """Return the short name of each act that is on, with its chosen days."""
    words, state = context.words, context.state
    days = {act_id: state.range_of(act_id) for act_id in state.authorisations}
    return [
        words("{act} ({days})", act=context.act_name(act_id), days=words.span(chosen.start, chosen.stated_end))
        for act_id, chosen in days.items()
    ]


def _roles_of_shown_acts(view: StyledView) -> set[Role | None]:
    """Return the roles in which an act that is on, or the context, names a place."""
    acts = {*view.context.state.authorisations, ""}
    return {claim.role for claim in view.context.evidence.claims.values() if claim.authorisation_id in acts}


def selected_name(view: StyledView) -> str:
    """Return the name of the selected place or unit; empty for none."""
    key = view.context.state.place
    place = view.context.evidence.places.get(key)
    if place:
        return view.context.words.of(place, "name")
    return next((unit.name for unit in view.context.atlas.units if unit.code == key), "")


def draw_filters(view: StyledView, width: float, *, acts: bool = False) -> Block:
    """Return the filters in words; ``acts`` as for :func:`filters_of`."""
    return plain(filters_of(view, acts=acts), view.style.note, width)


def draw_sources(view: StyledView, width: float, detail: SourceDetail) -> Block:
    """Return the sources of what is shown by name, in as many columns as have room; those of the context alone come last."""
    style, px = view.style, view.style.px
    ids, only_context = _sources(view)
    if not ids:
        return Block(width, 0)
    label = Run(f"{view.context.words('Sources')}  ", style.note_strong)
    if detail == "count":
        count = view.context.words.plural(
            "{count} source, listed at the link.", "{count} sources, listed at the link.", len(ids)
        )
        return paragraph([label, Run(count, style.note)], width)
    if detail == "names":
        return paragraph([label, Run(_names(view, ids, only_context), style.note)], width)
    columns = max(1, int((width + px(_BETWEEN)) // px(_COLUMN + _BETWEEN)))
    column = (width - px(_BETWEEN) * (columns - 1)) / columns
    body = in_columns(source_rows(view, column, detail), columns, column + px(_BETWEEN))
    heading = plain(view.context.words("Sources"), style.note_strong, width)
    return Block(width, heading.height + px(1) + body.height, (*heading.items, *body.at(0, heading.height + px(1))))


def source_rows(view: StyledView, width: float, detail: SourceDetail = "full") -> list[Block]:
    """Return a row for each source of what is shown, with its id; those of the context alone come last, and say so."""
    ids, only_context = _sources(view)
    asides = dict.fromkeys(only_context, view.context.words("(context only)"))
    return [_source(view, source_id, width, detail, aside=asides.get(source_id, "")) for source_id in ids]


def _sources(view: StyledView) -> tuple[list[str], frozenset[str]]:
    """Return the ids of the sources of what is shown, and of those that speak of the context alone, which come last."""
    selection, sources = view.context.selection, view.context.evidence.sources
    used, only_context = frozenset(selection.sources()), selection.context_sources()
    return sorted((key for key in sources if key in used), key=lambda key: key in only_context), only_context


def _names(view: StyledView, ids: Iterable[str], only_context: frozenset[str]) -> str:
    """Return the names of sources as a sentence, and of those of the context as another."""
    words, sources = view.context.words, view.context.evidence.sources
    names: dict[bool, list[str]] = {False: [], True: []}
    for source_id in ids:
        names[source_id in only_context].append(source_label(sources[source_id], words))
    parts = (
        f"{'; '.join(names[False])}." if names[False] else "",
        words("In the context only: {sources}.", sources="; ".join(names[True])) if names[True] else "",
    )
    return " ".join(filter(None, parts))


def _source(view: StyledView, source_id: str, width: float, detail: SourceDetail, *, aside: str) -> Block:
    style, words = view.style, view.context.words
    source = view.context.evidence.sources[source_id]
    title = words.of(source, "title")
    names = [source.publisher, title] if detail == "full" and source.publisher else [source_label(source, words)]
    text = ", ".join((*(name for name in names if name), published_text(source.published, words)))
    text = f"{text} {aside}".rstrip()
    indent = style.px(25)
    body = plain(text, style.note, width - indent, leading=1.2)
    number_of = plain(source_id, style.note_strong, indent, leading=1.2)
    first, *others = body.texts_at(indent, 0)
    return Block(width, body.height, (*number_of.items, replace(first, joined_by=" "), *others))


def credits_of(view: StyledView, *, short: bool) -> str:
    """Return credits and licences of data and geometry; the short form keeps names and licences."""
    words, evidence = view.context.words, view.context.evidence
    licences = words.listing([licence.title for licence in evidence.licences])
    claims = words("Claims: {licence}.", licence=licences) if licences else ""
    given = [_short(credit) if short else credit for credit in view.context.atlas.credits_in(words.language)]
    return " ".join(part for part in (claims, *given) if part)


def _short(credit: str) -> str:
    return f"{credit.partition(';')[0].rstrip('.')}."


def draw_credits(view: StyledView, width: float, *, short: bool) -> Block:
    """Return the credits."""
    return plain(credits_of(view, short=short), view.style.note, width)


def draw_origin(view: StyledView, width: float, *, link: bool) -> Block:
    """Return the name of the project, the data version and the link; without an address of the page, the view alone."""
    context = view.context
    note, shown = view.style.note, context.words("View: {query}", query=context.link.lstrip("?"))
    address = Run(context.link, note, _address(view)) if context.base_url else Run(shown, note)
    return paragraph([*_origin(view), *([Run(" · ", note), address] if link else [])], width)


def draw_colophon(view: StyledView, width: float) -> Block:
    """Return name, data version and short credits as one paragraph, for a sheet that has room for no more."""
    return paragraph([*_origin(view), Run(f". {credits_of(view, short=True)}", view.style.note)], width)


def _origin(view: StyledView) -> list[Run]:
    style, words = view.style, view.context.words
    version = words("Data version {version}", version=view.context.evidence.version)
    return [Run(words("Ingreso"), style.note_strong, _address(view)), Run(f" · {version}", style.note)]


def _address(view: StyledView) -> str:
    """Return the address of the view, which a click follows; empty where the page has none."""
    return view.context.link if view.context.base_url else ""


def draw_rule(view: StyledView, width: float) -> Block:
    """Return the hairline above the notes."""
    paint, px = view.style.paint, view.style.px
    line = shape("path", d=f"M0 0H{number(width)}", stroke=paint.rule, stroke_width=px(0.7))
    return Block(width, px(1), (Mark(line),))


def draw_notes(view: StyledView, width: float, parts: Iterator[Block]) -> Block:
    """Return the notes under a hairline."""
    return stack([draw_rule(view, width), *parts], gap=view.style.px(5))
