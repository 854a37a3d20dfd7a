"""The static site: what is in its folder, and that it is the same for the same data."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.formats import FileFormat
from geo.export.web import site
from geo.view import ViewContext, make_context, start_state

BASE = "https://example.org/peru"
PAGES = ("index.html", "es.html", "places.html", "lugares.html", "claims.html", "afirmaciones.html")


def start(evidence: Evidence, atlas: Atlas, base: str = BASE) -> ViewContext:
    """Return the start view of a site."""
    return make_context(evidence, atlas, start_state(evidence, "en"), base_url=base)


@pytest.fixture(scope="module")
def files(evidence: Evidence, atlas: Atlas) -> dict[str, bytes]:
    """Build the site once."""
    return site.build_site(start(evidence, atlas), {"datapackage.json": b"{}", "claims.csv": b"claim_id\r\n"})


def test_the_folder_has_pages_figures_and_data(files: dict[str, bytes], evidence: Evidence) -> None:
    """Both languages, a figure of each act alone in three formats, the files of the view, the package, the maps for robots."""
    assert {"index.html", "es.html", "places.html", "lugares.html", "robots.txt", "sitemap.xml"} <= set(files)
    assert {
        f"figures/{name}-es.{kind}" for name in ("view", *evidence.authorisations) for kind in ("png", "svg", "pdf")
    } <= set(files)
    assert {f"data/places-en.{kind}" for kind in ("geojson", "gpkg", "xlsx")} <= set(files)
    assert files["data/evidence/claims.csv"] == b"claim_id\r\n"


def test_every_address_within_the_site_leads_somewhere(files: dict[str, bytes]) -> None:
    """What a page links to without a scheme is a file of the site."""
    for name in PAGES:
        found = re.findall(r'(?:href|src|data-later|data-faces)="([^"?#]+)', files[name].decode())
        links = {address for address in found if "://" not in address}
        assert links
        assert links <= set(files)


def test_search_engines_find_the_data(files: dict[str, bytes], evidence: Evidence) -> None:
    """A Dataset of schema.org with version, licence, coverage and files, all under whole addresses; a map of the pages."""
    page = files["index.html"].decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    assert (data["@type"], data["version"]) == ("Dataset", evidence.version)
    assert data["temporalCoverage"] == "2023-06-01/2024-11-24"
    assert all(item["contentUrl"].startswith(f"{BASE}/data/") for item in data["distribution"])
    assert f'<link rel="canonical" href="{BASE}/index.html">' in page
    locations = [item.text for item in ET.fromstring(files["sitemap.xml"]).iter() if item.tag.endswith("loc")]  # noqa: S314
    assert locations == [f"{BASE}/{name}" for name in PAGES]
    assert f"Sitemap: {BASE}/sitemap.xml" in files["robots.txt"].decode()


def test_without_an_address_none_is_made_up(evidence: Evidence, atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no site map and no canonical address, and the same data is the same bytes."""
    monkeypatch.setattr(site, "_figures", lambda _: ())  # they take a while, and have their own tests; so have the large files
    monkeypatch.setattr(site, "_DATA", (FileFormat.CSV,))
    built = [site.build_site(start(evidence, atlas, ""), {}) for _ in range(2)]
    assert built[0] == built[1]
    assert "sitemap.xml" not in built[0]
    assert b"canonical" not in built[0]["index.html"]
