"""Marks of acts, roles and sources: colour swatches, shapes and names."""

from collections.abc import Iterable
from typing import Final

from geo.draw import Swatch, swatch_svg
from geo.evidence import Role
from geo.ui.html import markup
from geo.ui.html.links import source_link
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import IndependentSources
from geo.view.labels import source_label

QUIET = {"light": "#5b5850", "dark": "#c3c6c6"}
"""By theme: the colour of the context, which is under no act."""

_DOT: Final = "\N{BLACK CIRCLE}"


def act_colour(act_id: str, page: Page) -> str:
    """Return the colour of an act in the present theme, ``#rrggbb``; :data:`QUIET` for an empty id, the context."""
    return page.colours.get(act_id, QUIET[page.theme])


def act_label(act_id: str, page: Page) -> Markup:
    """Return a swatch and the short name of an act; those of the context if the id is empty."""
    return markup.swatch_line(act_colour(act_id, page), page.context.act_name(act_id))


def today_mark(act_id: str) -> Markup:
    """Return a sentence that the browser shows only if the window of the act contains the reader's day.

    ``browser/scripts/today.js`` writes its text into a style sheet: it is no part of what the page says on any other day.
    """
    return markup.element("i", classes=f"today today-{act_id}")


def act_heading(tag: str, act_id: str, page: Page) -> Markup:
    """Return a heading of a swatch and the full name of an act; those of the context if the id is empty.

    Parameters
    ----------
    tag
        Name of the element, ``h2`` or ``h3``.
    """
    act = page.context.evidence.authorisations.get(act_id)
    name = page.context.words.of(act, "name") if act else page.context.words("Context, under no act")
    return markup.element(tag, markup.swatch_line(act_colour(act_id, page), name), classes="act-name")


def sources_by_name(source_groups: IndependentSources, page: Page, *, is_linked: bool = True) -> Markup:
    """Return a dot for each source, then their names; sources that count as one are joined.

    Parameters
    ----------
    source_groups
        Ids of the sources; a group holds those that are not independent of one another.
    is_linked
        Whether each name is a link to its entry. A button cannot contain links.
    """
    dots = markup.join((_dots(len(group)) for group in source_groups), " ")
    names = markup.join((_group_names(group, page, is_linked=is_linked) for group in source_groups), ", ")
    return markup.element(
        "span", markup.element("span", dots, classes="dots", aria_hidden="true"), " ", names, classes="voices"
    )


def _dots(count: int) -> Markup:
    return markup.text("span", _DOT * count, classes="joined") if count > 1 else Markup(_DOT)


def _group_names(group: tuple[str, ...], page: Page, *, is_linked: bool) -> Markup:
    words = page.context.words
    sources = [page.context.evidence.sources[source_id] for source_id in group]
    names = markup.join((source_link(each, words) if is_linked else source_label(each, words) for each in sources), " = ")
    if len(group) == 1:
        return names
    return markup.element("span", names, title=words("not independent of one another, counted once"))


def source_names(source_ids: Iterable[str], page: Page) -> Markup:
    """Return the names of sources with commas between them, each a link to its entry."""
    sources = page.context.evidence.sources
    return markup.join((source_link(sources[source_id], page.context.words) for source_id in source_ids), ", ")


def role_shape(role: Role, colour: str, *, said: str = "") -> Markup:
    """Return the shape of a role as an image, filled with a colour (``#rrggbb``); ``said`` is its text for screen readers."""
    return markup.icon(swatch_svg(Swatch("role", role=role), quiet=colour), said)
