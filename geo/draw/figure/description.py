"""What a figure shows, in words: its alternative text."""

from geo.draw.figure.parts.title import caution_of, title_of
from geo.draw.figure.scene import Scene
from geo.view import ShownPlace


def describe(scene: Scene) -> str:
    """Return the alternative text: title, counts, and for every authorisation the names of its regions and places."""
    words = scene.context.words
    parts = [
        f"{title_of(scene)}.",
        scene.context.headline.text,
        words("Map of Peru with its {count} regions.", count=len(scene.context.atlas.units)),
    ]
    for key, record in scene.context.evidence.authorisations.items():
        if key in scene.context.state.authorisations:
            parts.append(
                _names(scene, words.of(record, "name"), [shown for shown in _places(scene) if key in shown.authorisations])
            )
    context = [shown for shown in _places(scene) if not shown.authorisations]
    if context:
        parts.append(_names(scene, words("Context"), context))
    return " ".join((*parts, caution_of(scene)))


def _places(scene: Scene) -> tuple[ShownPlace, ...]:
    return tuple(scene.context.selection.places.values())


def _names(scene: Scene, act: str, places: list[ShownPlace]) -> str:
    words = scene.context.words
    regions = [words.of(shown.place, "name") for shown in places if shown.place.is_area]
    localities = [words.of(shown.place, "name") for shown in places if not shown.place.is_area]
    told = [
        words("regions: {names}", names=words.listing(regions)) if regions else "",
        words("places: {names}", names=words.listing(localities)) if localities else "",
    ]
    return words("{act}: {what}.", act=act, what="; ".join(filter(None, told)) or words("no place named"))
