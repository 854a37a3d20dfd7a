"""The cut faces have the letters and icons in use, and are much smaller."""

import io

from fontTools.ttLib import TTFont

from geo.evidence import Evidence
from geo.ui.streamlit_bends import cut_faces
from geo.ui.streamlit_bends.cut_faces import LETTERS, cut, cut_icons, faces, icon_names, icons, own_icons


def test_the_installed_streamlit_has_the_faces() -> None:
    """If this fails after an upgrade, Streamlit's faces have other names: bring the list up to date, or drop the bend."""
    assert [face.file.name for face in (*faces(), icons()) if not face.file.is_file()] == []


def test_the_letters_of_the_data_are_kept(evidence: Evidence) -> None:
    """Names, titles and statements are in the page's own face."""
    texts = [place.name for place in evidence.places.values()]
    texts += [text for claim in evidence.claims.values() for text in (claim.statement_en, claim.statement_es)]
    texts += [source.title for source in evidence.sources.values()]
    assert {letter for text in texts for letter in text if ord(letter) not in LETTERS} == set()


def test_a_cut_face_has_its_letters_and_weights() -> None:
    """Source Sans: Latin letters, 400 to 700, its licence, and a quarter of the size."""
    (face,) = (face for face in faces() if face.start == "SourceSansVF-Upright")
    content = cut(face)
    font = TTFont(io.BytesIO(content))
    assert set(map(ord, "aéñÜ–€")) <= set(font.getBestCmap())
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 400, 700)]
    assert "Open Font License" in font["name"].getDebugName(13)
    assert len(content) < len(face.file.read_bytes()) / 4


def test_an_icon_in_use_is_kept_and_others_are_not() -> None:
    """Those of our code are all known to the face; a name in use leads to its icon."""
    whole = cut_faces._ligatures(TTFont(io.BytesIO(icons().file.read_bytes())))  # noqa: SLF001 - how a name becomes an icon
    assert own_icons() <= icon_names() & set(whole)
    kept = cut_faces._ligatures(TTFont(io.BytesIO(cut_icons(icons(), own_icons()))))  # noqa: SLF001
    assert {whole[name] for name in kept} == {whole[name] for name in own_icons()}  # an icon may have several names
