"""The resources that all sessions share: the data, loaded once, and the addresses of the map's files on this server."""

import gc
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote

import streamlit as st

from geo.atlas import Atlas, AtlasError, GazetteerEntry, find_neighbours, load_atlas, load_gazetteer
from geo.draw.figure import can_draw
from geo.draw.map import Assets, config_version, map_script_version, map_sheet_version, paint_view
from geo.evidence import Evidence, EvidenceError, Fault, load_evidence
from geo.export.web.namings import naming_claims
from geo.text import translator
from geo.ui.html.faults import faults_text
from geo.ui.paths import ATLAS_DIRECTORY, EVIDENCE_DIRECTORY
from geo.ui.server.folder_cache import FolderCache, Signature
from geo.view import LinkContext, Selection, ViewState, select

MOST_VIEWS: Final = 16
"""Number of filters whose selection is cached: sessions share the common ones, and readers go back and forth."""

MOST_FILE_BYTES: Final = 16 * 1024 * 1024
"""Largest file of the evidence that the server reads: checking a file takes about twenty times its size of memory."""


_PACKAGE: Final = (".csv", ".json")
"""Endings of the files of a Data Package."""


@dataclass(frozen=True, slots=True)
class Resources:
    """The data behind the page."""

    evidence: Evidence
    atlas: Atlas
    link_context: LinkContext
    """The ids that the values of a link may name."""
    assets: Assets
    gazetteer: tuple[GazetteerEntry, ...]
    neighbours: Mapping[str, tuple[str, ...]]
    """Codes of the units that each unit has a border with."""
    select: Callable[[ViewState], Selection]
    """Takes the filters (:attr:`ViewState.filtered`) and returns their selection; the :data:`MOST_VIEWS` latest are cached."""
    paint: Callable[[ViewState, str], str]
    """Takes the filters and a language, and returns what the map draws for them, as JSON; cached in the same way."""
    naming_count: int
    """Number of claims that name a place in a role."""
    stamp: str
    """Versions of evidence and atlas in one text; it changes with every edit of the evidence."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Files of the Data Package by name, as they were when it was loaded."""
    faults: tuple[Fault, ...] = ()
    """Faults of the present files; if there are any, the data is the last valid one."""


def load_resources(evidence_directory: Path = EVIDENCE_DIRECTORY) -> Resources:
    """Return the data: loaded once for the server, and again when a file of the evidence has changed.

    If the evidence has become invalid, the last valid one is returned, with the faults of the new one.

    Raises
    ------
    EvidenceError, AtlasError
        If the data is not valid and never was since the server started; the message lists every fault.
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
        """Read the files; if they have faults, keep the last valid data."""
        try:
            evidence, package = _load_bounded(directory, signature), _read_files(directory)
            return replace(_make_resources(evidence, signature), files=package)
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
        If it has faults; also if a file is too large, cannot be opened, or is nested too deeply for Python's parser.
    """
    expected = f"at most {MOST_FILE_BYTES} bytes"
    huge = [Fault(name, None, None, expected, str(size)) for name, _, size in signature if size > MOST_FILE_BYTES]
    if huge:
        raise EvidenceError(huge)
    try:
        return load_evidence(directory, can_draw=can_draw)
    except OSError as error:
        name = Path(error.filename or directory).name
        raise EvidenceError([Fault(name, None, None, "a file that can be read", error.strerror or repr(error))]) from error
    except RecursionError as error:
        raise EvidenceError([Fault("datapackage.json", None, None, "a few levels of nesting", str(error))]) from error


def _read_files(directory: Path) -> Mapping[str, bytes]:
    """Return the descriptor and the tables; what goes while they are read is left out."""
    files: dict[str, bytes] = {}
    for path in directory.iterdir():
        if path.suffix in _PACKAGE and path.is_file():
            with suppress(OSError):
                files[path.name] = path.read_bytes()
    return files


@cache
def _atlas() -> tuple[Atlas, tuple[GazetteerEntry, ...], Mapping[str, tuple[str, ...]]]:
    """Load atlas, gazetteer and neighbours; they do not change while the server runs."""
    atlas = load_atlas(ATLAS_DIRECTORY)
    return atlas, load_gazetteer(ATLAS_DIRECTORY), find_neighbours(atlas.layers)


def _make_resources(evidence: Evidence, signature: Signature) -> Resources:
    atlas, gazetteer, neighbours = _atlas()
    stamp = f"{evidence.version}-{atlas.version}"
    if evidence.version.endswith("+edited"):
        stamp += f"-{sha256(repr(signature).encode()).hexdigest()[:12]}"
    cached_select = lru_cache(MOST_VIEWS)(partial(select, evidence))
    return Resources(
        evidence=evidence,
        atlas=atlas,
        link_context=LinkContext.of(evidence, atlas),
        assets=asset_addresses(f"{stamp}-{config_version(evidence, atlas)}"),
        gazetteer=gazetteer,
        neighbours=neighbours,
        select=cached_select,
        paint=lru_cache(MOST_VIEWS)(
            lambda state, language: paint_view(evidence, state, cached_select(state), translator(language))
        ),
        naming_count=len(naming_claims(evidence)),
        stamp=stamp,
    )


def asset_addresses(version: str) -> Assets:
    """Return the addresses of scripts, styles and geometry, relative to the frame of the map component.

    The frame is two folders below the page (``component/<name>/index.html``), whatever the page's base path is. An address
    contains the version, so that a browser may cache the answer for good.
    """
    base = "../../assets"
    return Assets(
        leaflet_css=f"{base}/leaflet/leaflet.css",
        map_js=f"{base}/map/bundle.js?v={map_script_version()}",
        map_css=f"{base}/map/map.css?v={map_sheet_version()}",
        config=f"{base}/map.json?v={quote(version)}",
    )


def load_or_explain() -> Resources:
    """Load evidence and atlas; if they are not valid, show their faults and end this run of the page."""
    try:
        return load_resources()
    except (EvidenceError, AtlasError) as error:
        st.error("The data has faults and is not shown. / Los datos tienen errores y no se muestran.")
        st.code(faults_text(error.faults), language=None)
        st.stop()


@st.cache_resource(show_spinner=False)
def freeze_garbage(stamp: str) -> bool:  # noqa: ARG001 - each state of the data is frozen once
    """Exclude all objects that are loaded now from garbage collection; done once for each state of the data.

    A collection visits every object of the process. The objects of a warm server live as long as the server, so one last
    collection is enough for them. Streamlit's own full collection after every run is switched off in
    ``.streamlit/config.toml``: with 60 visitors it was a third of the work, since it visits the sessions of all of them.
    """
    gc.collect()
    gc.freeze()
    return True
