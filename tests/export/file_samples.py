"""Views that every format is tried with, and text that is out to do harm."""

from dataclasses import replace
from typing import Any

import pandas as pd

from geo.atlas import Atlas
from geo.evidence import Evidence, Role
from geo.view import BasisFilter, ViewContext, ViewState, make_context, start_state

HOSTILE = {
    "formula": '=HYPERLINK("http://evil.example","click")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(1)",
    "tabulator": "\t=1+1",
    "return": "\r=1+1",
    "line break": "\n=1+1",
    "full-width sign": "＝1+1",  # noqa: RUF001 - meant
    "apostrophe": "'=1+1",
    "quotes and commas": 'a","=1+1',
    "end of script": "</script><script>window.hurt=1</script>",
    "image": "<img src=x onerror=window.hurt=1>",
    "attribute": '" onmouseover="window.hurt=1" x=\'',
    "template": "${window.hurt=1}`",
    "comment": "<!--<script>",
    "entity": "&lt;b&gt;",
}


def views(evidence: Evidence) -> dict[str, ViewState]:
    """Return the views by name: as a visitor comes, nothing, one act, the texts alone, all roles, in Spanish."""
    start = start_state(evidence, "en")
    first = start.authorisations[0]
    return {
        "start": start,
        "nothing": replace(start, authorisations=(), roles=()),
        "one act": replace(start, authorisations=(first,)),
        "texts, two sources": replace(start, basis=BasisFilter.TEXTS, min_sources=2),
        "all roles": replace(start, roles=tuple(Role)),
        "Spanish": replace(start, language="es", roles=tuple(Role)),
    }


NAMES = ("start", "nothing", "one act", "texts, two sources", "all roles", "Spanish")


def hostile_evidence(evidence: Evidence, text: str) -> Evidence:
    """Return the evidence with a text in the place of every text that a reader sees, ids and languages left as they are."""
    return replace(
        evidence,
        authorisations={key: _spoilt(act, text, "name", "short") for key, act in evidence.authorisations.items()},
        places={
            key: replace(_spoilt(place, text, "note"), name=text, name_es=text, kind=text)
            for key, place in evidence.places.items()
        },
        claims={
            key: replace(_spoilt(claim, text, "statement"), attributed_to=text, attributed_to_es=text, phrase=text)
            for key, claim in evidence.claims.items()
        },
        sources={
            key: replace(_spoilt(item, text, "note"), title=text, title_es=text, publisher=text, author=text, url=text)
            for key, item in evidence.sources.items()
        },
        disagreements={key: _spoilt(item, text, "question", "known") for key, item in evidence.disagreements.items()},
    )


def _spoilt(record: Any, text: str, *fields: str) -> Any:  # noqa: ANN401 - any record
    return replace(record, **{f"{field}_{language}": text for field in fields for language in ("en", "es")})


def picked(frame: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    """Return the cells of some columns, row by row, with None for what is missing."""
    plain = frame[list(names)].astype(object)
    return list(plain.where(plain.notna(), None).itertuples(index=False, name=None))


def subject_of(evidence: Evidence, atlas: Atlas, name: str) -> ViewContext:
    """Return one of the views, with an address."""
    return make_context(evidence, atlas, views(evidence)[name], base_url="https://example.org/")
