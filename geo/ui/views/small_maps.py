"""A small map for each act that is on; a click switches the other acts off."""

from geo.draw.small_map import outline_svg, small_map_svg
from geo.ui.html import markup
from geo.ui.html.badges import act_colour, act_label
from geo.ui.html.markup import Markup
from geo.ui.page import Page


def small_maps(page: Page) -> Markup:
    """Return the maps, all of the same extent; the style sheet sets them in rows."""
    context = page.context
    maps = (_small_map(act_id, page) for act_id in context.state.authorisations)
    return markup.element("div", outline_svg(context.atlas), *maps, classes="small-maps")


def _small_map(act_id: str, page: Page) -> Markup:
    context, words = page.context, page.context.words
    alone = context.act_alone(act_id)
    count = len(alone.selection.places)
    chosen = context.state.range_of(act_id)
    places = words.plural("{count} place", "{count} places", count)
    days = words.span(chosen.start, chosen.stated_end)
    description = words("{act}: {places}", act=context.act_name(act_id), places=places)
    drawing = small_map_svg(alone, act_colour(act_id, page), description=description)
    notes = (markup.text("span", note, classes="note") for note in (days, places))
    caption = markup.element("figcaption", act_label(act_id, page), *notes)
    link = markup.element("a", drawing, href=f"?auth={act_id}&view=map", title=words("Show this act alone on the map"))
    return markup.element("figure", link, caption, classes="small-map-figure")
