"""What the shown sources say of a place, act by act, as the page's detail does; the script of the page writes it anew."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from geo.draw.markup import Markup, element, text
from geo.evidence import Claim, Role
from geo.export.web.picture import act_mark
from geo.text import message, plural
from geo.view import IndependentSources, ViewContext
from geo.view.answers.place_detail import RoleVerdict, find_verdicts
from geo.view.labels import ROLE_LABELS, source_label

INDEPENDENT: Final = plural("{count} independent source", "{count} independent sources")
NOT_NAMED: Final = message("not named")
OFF_BY_ROLE: Final = message("Not on the map: this role is switched off.")
OFF_BY_SOURCES: Final = message("Not on the map: fewer than two independent sources.")


def verdict(place_id: str, claims: Iterable[Claim], listed: Collection[str], context: ViewContext) -> Markup:
    """Return a line for each act that is on: role, how many independent sources, and their names; or that none names the place.

    Parameters
    ----------
    claims
        Those of the place that the view shows.
    listed
        Ids of the claims that the map shows.
    """
    lines = (_act(each.act_id, each.roles, context) for each in find_verdicts(claims, listed, context))
    return element("div", *lines, classes="verdict", data_verdict=place_id)


def _act(act_id: str, roles: tuple[RoleVerdict, ...], context: ViewContext) -> Markup:
    said = [_role(role, context) for role in roles] or [text("p", context.words(NOT_NAMED), classes="not-named")]
    return element("div", act_mark(act_id, context), text("b", context.act_name(act_id)), *said, classes="act-verdict")


def _role(found: RoleVerdict, context: ViewContext) -> Markup:
    words = context.words
    independent = words.plural(*INDEPENDENT, len(found.source_groups))
    off = "" if found.on_map else text("span", f" {_off_map(found.role, context)}", classes="off-map")
    names = ", ".join(_names(found.source_groups, context))
    return element("p", text("b", words(ROLE_LABELS[found.role])), f" · {independent}: {names}", off)


def _names(source_groups: IndependentSources, context: ViewContext) -> Iterator[str]:
    """Yield the names of sources; those that count once are joined."""
    sources = context.evidence.sources
    for group in source_groups:
        yield " = ".join(dict.fromkeys(source_label(sources[source_id], context.words) for source_id in group))


def _off_map(role: Role, context: ViewContext) -> str:
    return context.words(OFF_BY_SOURCES if role in context.state.roles else OFF_BY_ROLE)
