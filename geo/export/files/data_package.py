"""The descriptors of the evidence pack: a Data Package (2.0) for its tables, and an RO-Crate (1.2) for all its files."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from geo.export.citations.references import PROJECT
from geo.export.files.metadata import keywords
from geo.export.files.names import file_stem
from geo.export.files.schema import table_schema
from geo.export.frames import TABLES
from geo.view import CAUTION, SUBJECT, ViewContext

DATA_PACKAGE: Final = "datapackage.json"
RO_CRATE: Final = "ro-crate-metadata.json"
_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_CRATE: Final = "https://w3id.org/ro/crate/1.2"


@dataclass(frozen=True, slots=True)
class Described:
    """A file of the pack, with its description."""

    name: str
    about: str
    """Description in the language of the view."""
    media_type: str
    content: bytes


def data_package(files: Iterable[Described], context: ViewContext) -> bytes:
    """Return ``datapackage.json``: the tables with their columns, sizes and hashes."""
    by_name = {file.name: file for file in files}
    descriptor = {
        "$schema": _PROFILE,
        "name": file_stem(context.state, "evidence-pack").replace("_", "-"),
        "title": context.words(SUBJECT),
        "description": f"{context.headline.text} {context.words(CAUTION)}",
        "version": context.evidence.version,
        "created": f"{context.day.isoformat()}T00:00:00Z",
        "keywords": list(keywords(context)),
        **({"homepage": context.link} if context.base_url else {}),
        "licenses": [{"title": item.title, "path": item.path} for item in context.evidence.licences],
        "contributors": [{"title": context.words(PROJECT), "roles": ["author"]}],
        "resources": [
            {
                "name": table.name,
                "type": "table",
                "path": f"{table.name}.csv",
                "title": context.words(table.title),
                "description": context.words(table.about),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(by_name[f"{table.name}.csv"].content),
                "hash": f"sha256:{hashlib.sha256(by_name[f'{table.name}.csv'].content).hexdigest()}",
                "schema": table_schema(table, context),
            }
            for table in TABLES
        ],
    }
    return _written(descriptor)


def ro_crate(files: Iterable[Described], context: ViewContext) -> bytes:
    """Return ``ro-crate-metadata.json``: a JSON-LD graph of the pack and its files, in the vocabulary of schema.org."""
    parts = list(files)
    graph: list[Mapping[str, Any]] = [
        {"@id": RO_CRATE, "@type": "CreativeWork", "conformsTo": {"@id": _CRATE}, "about": {"@id": "./"}},
        _crate_root(parts, context),
        {"@id": "#project", "@type": "Organization", "name": context.words(PROJECT)},
        *({"@id": item.path, "@type": "CreativeWork", "name": item.title} for item in context.evidence.licences),
        *map(_crate_file, parts),
    ]
    return _written({"@context": f"{_CRATE}/context", "@graph": graph})


def _crate_root(parts: Iterable[Described], context: ViewContext) -> Mapping[str, Any]:
    """Return the root entity of the crate: the pack as a whole."""
    licences = [{"@id": item.path} for item in context.evidence.licences]
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": context.words(SUBJECT),
        "description": f"{context.headline.text} {context.words(CAUTION)}",
        "datePublished": context.day.isoformat(),
        "version": context.evidence.version,
        "inLanguage": context.state.language,
        "keywords": ", ".join(keywords(context)),
        "license": licences[0] if len(licences) == 1 else licences,
        "author": {"@id": "#project"},
        **({"url": context.link} if context.base_url else {}),
        "hasPart": [{"@id": file.name} for file in parts],
    }


def _crate_file(file: Described) -> Mapping[str, Any]:
    return {
        "@id": file.name,
        "@type": "File",
        "name": file.name,
        "description": file.about,
        "encodingFormat": file.media_type,
        "contentSize": str(len(file.content)),
        "sha256": hashlib.sha256(file.content).hexdigest(),
    }


def _written(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
