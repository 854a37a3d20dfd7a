"""What an SVG says of itself, as a program that reads RDF finds it."""

from xml.etree import ElementTree as ET

from geo.evidence import Evidence

DC = "{http://purl.org/dc/elements/1.1/}"
CC = "{http://creativecommons.org/ns#}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def test_metadata_name_title_source_licence_and_version(files: dict[str, bytes], evidence: Evidence) -> None:
    """They are those of the view and of its data; the licence of the fonts comes after."""
    work = ET.fromstring(files["svg"]).find(f".//{CC}Work")  # noqa: S314 - our own file
    assert work is not None
    assert (work.findtext(f"{DC}title") or "").startswith("Dónde se autorizó el ingreso")
    assert (work.findtext(f"{DC}source") or "").startswith("https://example.org/ingreso/?v=1")
    assert work.findtext("{https://schema.org/}version") == evidence.version
    assert work.findtext(f"{DC}creator//{DC}title") == "Ingreso"
    assert [item.get(f"{RDF}resource") for item in work.findall(f"{CC}license")] == [item.path for item in evidence.licences]
    rights = work.findtext(f"{DC}rights//{DC}title") or ""
    assert rights.index("Creative Commons") < rights.index("SIL Open Font License")
    assert "APEC 2024" in [item.text for item in work.iter(f"{RDF}li")]


def test_the_link_is_a_link(files: dict[str, bytes]) -> None:
    """For programs of SVG 1.1 and 2 alike."""
    links = list(ET.fromstring(files["svg"]).iter("{http://www.w3.org/2000/svg}a"))  # noqa: S314 - our own file
    assert {link.get("href") for link in links} == {link.get("{http://www.w3.org/1999/xlink}href") for link in links}
    assert all((link.get("href") or "").startswith("https://example.org/ingreso/?v=1&auth=") for link in links)
    assert any("".join(link.itertext()).startswith("https://example.org/ingreso/?v=1&auth=") for link in links)
