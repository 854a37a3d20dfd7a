"""The foot of a figure: filters in words, sources, credits and licences, data version and link."""

from collections.abc import Iterator
from typing import Final, Literal

from geo.draw.figure.paragraphs import paragraph, plain
from geo.draw.figure.scene import Scene
from geo.draw.figure.svg import Block, Mark, Run, in_columns, stack
from geo.draw.markup import number, shape
from geo.evidence import Role
from geo.view import BasisFilter, published_text, undated_note
from geo.view.labels import ROLE_LABELS

SourceDetail = Literal["full", "short", "names", "count"]
"""How sources are given: with title; publisher or title, and date; id and publisher in one paragraph; how many there are."""

_COLUMN: Final = 205.0
"""Least width of a column of sources, in pixels of an A4 sheet."""
_BETWEEN: Final = 14.0


def filters_of(scene: Scene) -> str:
    """Say which filters are set."""
    words, state = scene.context.words, scene.context.state
    named = _roles_of_shown_acts(scene)
    roles = words.listing([words(ROLE_LABELS[role]) for role in state.roles if role in named]) or words("none")
    basis = words("Texts and corroboration") if state.basis is BasisFilter.ALL else words("The source texts alone")
    least = words("Any source") if state.min_sources == 1 else words("At least two independent sources")
    parts = [
        words("Role in which a place is named: {roles}.", roles=roles),
        words("Sources that count: {basis}.", basis=basis),
        words("A place is shown when named by: {least}.", least=least),
    ]
    if selected := selected_name(scene):
        parts.append(words("Selected: {place}.", place=selected))
    parts.append(undated_note(scene.context))
    return " ".join(filter(None, parts))


def _roles_of_shown_acts(scene: Scene) -> set[Role | None]:
    """Return the roles in which an act that is on, or the context, names a place."""
    acts = {*scene.context.state.authorisations, ""}
    return {claim.role for claim in scene.context.evidence.claims.values() if claim.authorisation_id in acts}


def selected_name(scene: Scene) -> str:
    """Return the name of the selected place or unit; empty for none."""
    key = scene.context.state.place
    place = scene.context.evidence.places.get(key)
    if place:
        return scene.context.words.of(place, "name")
    return next((unit.name for unit in scene.context.atlas.units if unit.code == key), "")


def draw_filters(scene: Scene, width: float) -> Block:
    """Return the filters in words."""
    return plain(filters_of(scene), scene.style.note, width)


def draw_sources(scene: Scene, width: float, detail: SourceDetail) -> Block:
    """Return the sources of what is shown, numbered by their ids, in as many columns as have room."""
    style, px = scene.style, scene.style.px
    used = frozenset(scene.context.selection.sources())
    ids = [source_id for source_id in scene.context.evidence.sources if source_id in used]
    if not ids:
        return Block(width, 0)
    asides = dict.fromkeys(
        scene.context.selection.context_sources(), scene.context.words("(context only)")
    )  # no witnesses to what is shown
    label = Run(f"{scene.context.words('Sources')}  ", style.note_strong)
    if detail == "count":
        count = scene.context.words.plural(
            "{count} source, listed at the link.", "{count} sources, listed at the link.", len(ids)
        )
        return paragraph([label, Run(count, style.note)], width)
    if detail == "names":
        publishers = {source_id: scene.context.evidence.sources[source_id].publisher for source_id in ids}
        names = (" ".join(filter(None, (source_id, publishers[source_id], asides.get(source_id)))) for source_id in ids)
        return paragraph([label, Run(f"{'; '.join(names)}.", style.note)], width)
    columns = max(1, int((width + px(_BETWEEN)) // px(_COLUMN + _BETWEEN)))
    column = (width - px(_BETWEEN) * (columns - 1)) / columns
    rows = [_source(scene, source_id, column, detail, aside=asides.get(source_id, "")) for source_id in ids]
    body = in_columns(rows, columns, column + px(_BETWEEN))
    heading = plain(scene.context.words("Sources"), style.note_strong, width)
    return Block(width, heading.height + px(1) + body.height, (*heading.items, *body.at(0, heading.height + px(1))))


def _source(scene: Scene, source_id: str, width: float, detail: SourceDetail, *, aside: str) -> Block:
    style, words = scene.style, scene.context.words
    source = scene.context.evidence.sources[source_id]
    title = words.of(source, "title")
    names = [source.publisher, title] if detail == "full" else [source.publisher or title]
    text = ", ".join((*(name for name in names if name), published_text(source.published, words)))
    text = f"{text} {aside}".rstrip()
    indent = style.px(25)
    body = plain(text, style.note, width - indent, leading=1.2)
    number_of = plain(source_id, style.note_strong, indent, leading=1.2)
    return Block(width, body.height, (*number_of.items, *body.at(indent, 0)))


def credits_of(scene: Scene, *, short: bool) -> str:
    """Return credits and licences of data and geometry; the short form keeps names and licences."""
    words, evidence = scene.context.words, scene.context.evidence
    licences = words.listing([licence.title for licence in evidence.licences])
    claims = words("Claims: {licence}.", licence=licences) if licences else ""
    given = [_short(credit) if short else credit for credit in scene.context.atlas.credits_in(words.language)]
    return " ".join(part for part in (claims, *given) if part)


def _short(credit: str) -> str:
    return f"{credit.partition(';')[0].rstrip('.')}."


def draw_credits(scene: Scene, width: float, *, short: bool) -> Block:
    """Return the credits."""
    return plain(credits_of(scene, short=short), scene.style.note, width)


def draw_origin(scene: Scene, width: float, *, link: bool) -> Block:
    """Return the name of the project, the data version and the link; without an address of the page, the view alone."""
    context = scene.context
    address = context.link if context.base_url else context.words("View: {query}", query=context.link.lstrip("?"))
    return paragraph([*_origin(scene), *([Run(f" · {address}", scene.style.note)] if link else [])], width)


def draw_colophon(scene: Scene, width: float) -> Block:
    """Return name, data version and short credits as one paragraph, for a sheet that has room for no more."""
    return paragraph([*_origin(scene), Run(f". {credits_of(scene, short=True)}", scene.style.note)], width)


def _origin(scene: Scene) -> list[Run]:
    style, words = scene.style, scene.context.words
    version = words("Data version {version}", version=scene.context.evidence.version)
    return [Run(words("Ingreso"), style.note_strong), Run(f" · {version}", style.note)]


def draw_rule(scene: Scene, width: float) -> Block:
    """Return the hairline above the notes."""
    paint, px = scene.style.paint, scene.style.px
    line = shape("path", d=f"M0 0H{number(width)}", stroke=paint.rule, stroke_width=px(0.7))
    return Block(width, px(1), (Mark(line),))


def draw_notes(scene: Scene, width: float, parts: Iterator[Block]) -> Block:
    """Return the notes under a hairline."""
    return stack([draw_rule(scene, width), *parts], gap=scene.style.px(5))
