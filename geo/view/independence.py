"""Independence of sources: sources that copy one another or rest on a common origin count once."""

from collections.abc import Mapping

from geo.evidence import Source


def independent_sources(sources: Mapping[str, Source]) -> dict[str, str]:
    """Group sources that copy one another or rest on a common origin.

    Two sources are in one group when a chain of ``derives_from`` links joins them, in either direction, over other sources or
    over outside origins (a news site, a remark): the connected components of that graph. This is cautious: a source that
    rests on another in one point counts with it in all points.

    Returns
    -------
    dict
        By source id, in the order of the data: the id of the first source of its group.
    """
    first: dict[str, str] = {}
    neighbours = _neighbours(sources)
    for source_id in sources:
        pending = [source_id]
        while pending:
            current = pending.pop()
            if current not in first:
                first[current] = source_id
                pending.extend(neighbours[current])
    return {source_id: first[source_id] for source_id in sources}


def _neighbours(sources: Mapping[str, Source]) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = {source_id: set() for source_id in sources}
    for source_id, source in sources.items():
        for origin in source.derives_from:
            neighbours[source_id].add(origin)
            neighbours.setdefault(origin, set()).add(source_id)
    return neighbours
