"""What every session shares: the data, loaded once, and the addresses of what the browser fetches from this server."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote

import streamlit as st

from geo.atlas import Atlas, AtlasError, GazetteerEntry, find_neighbours, load_atlas, load_gazetteer
from geo.draw import Assets, map_script_version, paint_view
from geo.evidence import Evidence, EvidenceError, Fault, load_evidence
from geo.text import translator
from geo.ui.html.faults import faults_text
from geo.ui.paths import ATLAS_DIRECTORY, EVIDENCE_DIRECTORY
from geo.ui.server.folder_cache import FolderCache, Signature
from geo.view import LinkContext, Selection, ViewState, select

MOST_VIEWS: Final = 16
"""Filters whose selection is kept for whoever wants it next: sessions choose the same ones, and go back and forth."""


MOST_FILE_BYTES: Final = 16 * 1024 * 1024
"""Of a file of the evidence that the server reads: what is read takes about twenty times as much memory while it is checked."""


@dataclass(frozen=True, slots=True)
class Resources:
    """The data behind the page."""

    evidence: Evidence
    atlas: Atlas
    known: LinkContext
    assets: Assets
    gazetteer: tuple[GazetteerEntry, ...]
    neighbours: Mapping[str, tuple[str, ...]]
    """Codes of the units that each unit has a border with."""
    select: Callable[[ViewState], Selection]
    """Gives what filters select, kept for the filters of late; takes :attr:`ViewState.filtered`."""
    paint: Callable[[ViewState, str], str]
    """Gives how the map shows that in a language, kept likewise."""
    stamp: str
    """Version of evidence and atlas; that of edited evidence is new with every edit."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with the files as they are now, where the data is that of their last valid state."""


def load_resources(evidence_directory: Path = EVIDENCE_DIRECTORY) -> Resources:
    """Return the data, loaded once for the server, and again when a file of the evidence has changed.

    Evidence that has become invalid is not taken: the last valid one stays, with the faults beside it.

    Raises
    ------
    EvidenceError, AtlasError
        If a file of the data is not valid, and none was before; the message lists every fault.
    """
    return _cache(evidence_directory).current()


def find_resources(evidence_directory: Path = EVIDENCE_DIRECTORY) -> Resources | None:
    """Return the data as :func:`load_resources` does; None while it is not valid."""
    try:
        return load_resources(evidence_directory)
    except (EvidenceError, AtlasError):
        return None


@cache
def _cache(directory: Path) -> FolderCache[Resources]:
    def load(signature: Signature, before: Resources | None) -> Resources:
        """Read the files; when they have faults, go on with what was read before."""
        try:
            return _make_resources(_load_bounded(directory, signature), signature)
        except EvidenceError as error:
            if before is None:
                raise
            return replace(before, faults=error.faults)

    return FolderCache(directory, load)


def _load_bounded(directory: Path, signature: Signature) -> Evidence:
    """Return the evidence.

    Raises
    ------
    EvidenceError
        If it has faults; also if a file is too large to be read, cannot be opened, or nests deeper than Python reads.
    """
    bound = f"at most {MOST_FILE_BYTES} bytes"
    huge = [Fault(name, None, None, bound, str(size)) for name, _, size in signature if size > MOST_FILE_BYTES]
    if huge:
        raise EvidenceError(huge)
    try:
        return load_evidence(directory)
    except OSError as error:
        name = Path(error.filename or directory).name
        raise EvidenceError([Fault(name, None, None, "a file that can be read", error.strerror or repr(error))]) from error
    except RecursionError as error:
        raise EvidenceError([Fault("datapackage.json", None, None, "a few levels of nesting", str(error))]) from error


@cache
def _atlas() -> tuple[Atlas, tuple[GazetteerEntry, ...], Mapping[str, tuple[str, ...]]]:
    """Return what does not change while the server runs."""
    atlas = load_atlas(ATLAS_DIRECTORY)
    return atlas, load_gazetteer(ATLAS_DIRECTORY), find_neighbours(atlas.layers)


def _make_resources(evidence: Evidence, signature: Signature) -> Resources:
    atlas, gazetteer, neighbours = _atlas()
    stamp = f"{evidence.version}-{atlas.version}"
    if evidence.version.endswith("+edited"):
        stamp += f"-{sha256(repr(signature).encode()).hexdigest()[:12]}"
    selecting = lru_cache(MOST_VIEWS)(partial(select, evidence))
    return Resources(
        evidence=evidence,
        atlas=atlas,
        known=LinkContext.of(evidence, atlas),
        assets=asset_addresses(stamp),
        gazetteer=gazetteer,
        neighbours=neighbours,
        select=selecting,
        paint=lru_cache(MOST_VIEWS)(lambda state, language: paint_view(evidence, selecting(state), translator(language))),
        stamp=stamp,
    )


def asset_addresses(version: str) -> Assets:
    """Return the addresses of scripts, styles and geometry, relative to the frame of the map component.

    The frame lies two folders below the page (``component/<name>/index.html``), whatever the page's own base path is. The
    version makes an address new when what it gives is new, so that a browser may keep it.
    """
    base = "../../assets"
    return Assets(
        leaflet_css=f"{base}/leaflet/leaflet.css",
        map_js=f"{base}/map/bundle.js?v={map_script_version()}",
        map_css=f"{base}/map/map.css",
        config=f"{base}/map.json?v={quote(version)}",
    )


def load_or_explain() -> Resources:
    """Load evidence and atlas or, if they are not valid, show what is wrong with them and end this run of the page."""
    try:
        return load_resources()
    except (EvidenceError, AtlasError) as error:
        st.error("The data has faults and is not shown. / Los datos tienen errores y no se muestran.")
        st.code(faults_text(error.faults), language=None)
        st.stop()


@st.cache_resource(show_spinner=False)
def freeze_garbage(stamp: str) -> bool:  # noqa: ARG001 - each state of the data is frozen once
    """Take everything that is loaded by now out of the reach of the garbage collector, once for each state of the data.

    A collection walks over every object that the process holds. What a warm server holds lives as long as the server, so it is
    collected once more and then left alone. Streamlit's own full collection after every run is switched off in
    ``.streamlit/config.toml``: with 60 visitors it was a third of the work, since it walks over the sessions of all of them.
    """
    gc.collect()
    gc.freeze()
    return True
