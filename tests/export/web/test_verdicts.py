"""What the page says of a place, act by act."""

import re
from dataclasses import replace

from geo.atlas import Atlas
from geo.evidence import Evidence, Role
from geo.export.web.verdicts import verdict
from geo.view import ViewContext, make_context, start_state


def said_of(place_id: str, context: ViewContext) -> str:
    """Return the verdict without its markup."""
    claims = [claim for claim in context.selection.claims if claim.place_id == place_id]
    listed = {claim.claim_id for claim in context.selection.listed()}
    return re.sub(r"<[^>]+>", " ", verdict(place_id, claims, listed, context))


def test_every_act_that_is_on_is_answered_for(evidence: Evidence, atlas: Atlas) -> None:
    """With role, number of independent sources and their names; or that it does not name the place."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    said = said_of("cusco", context)
    assert all(context.act_name(key) in said for key in context.state.authorisations)
    assert "Authorised presence" in said
    assert re.search(r"\d+ independent sources?: \w", said)
    assert said.count("not named") == 1
    assert not {word for word in re.findall(r"[\w-]+", said) if word in evidence.claims}


def test_what_the_map_leaves_out_says_why(evidence: Evidence, atlas: Atlas) -> None:
    """A role that is off, and too few independent sources, are two reasons."""
    start = start_state(evidence, "en")
    off = said_of("cusco", make_context(evidence, atlas, replace(start, roles=(Role.VENUE,))))
    assert "this role is switched off" in off
    few = said_of("santa-lucia", make_context(evidence, atlas, replace(start, min_sources=2)))
    assert ("fewer than two independent sources" in few) == ("1 independent source:" in few)
