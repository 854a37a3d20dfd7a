"""The signs by which several views tell authorisations, roles and sources apart."""

from geo.draw import Swatch, swatch_svg
from geo.evidence import Role
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.page import Page
from geo.view import IndependentSources

QUIET = {"light": "#5b5850", "dark": "#c3c6c6"}
"""Colour, by theme, of what belongs to no authorisation."""


def act_heading(tag: str, key: str, page: Page) -> str:
    """Return the name of an authorisation behind its colour; of the context where ``key`` is empty."""
    act = page.context.evidence.authorisations.get(key)
    name = page.context.words.of(act, "name") if act else page.context.words("Context, under no authorisation")
    colour = page.colours.get(key, QUIET[page.theme])
    return markup.element(tag, markup.swatch_line(colour, name), classes="act-name")


def voices_html(voices: IndependentSources, words: Translator) -> str:
    """Return source ids; those that count once stand over one line."""
    return markup.Markup(" ").join(voice_html(voice, words) for voice in voices)


def voice_html(voice: tuple[str, ...], words: Translator) -> str:
    """Return the ids of one voice; several stand over one line, which says why."""
    if len(voice) == 1:
        return markup.text("span", voice[0], classes="voice")
    hint = words("{sources}: not independent of one another, counted once", sources=words.listing(list(voice)))
    return markup.text("span", " ".join(voice), classes="voice joined", title=hint)


def role_shape(role: Role, colour: str) -> str:
    """Return the shape of a role as a picture."""
    return markup.icon(swatch_svg(Swatch("role", role=role), quiet=colour))
