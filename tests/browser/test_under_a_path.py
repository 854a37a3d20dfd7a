"""The page under a path of a host, behind nginx: map, figure, preview and errors lie below it."""

import re
from collections.abc import Iterator
from html import unescape

import httpx2
import pytest
from playwright.sync_api import Browser

from tests.browser.serving import free_port, serve, wait_until_healthy
from tests.browser.test_hosting import nginx, show

PATH = "/maps/ingreso"
PLACES = {
    "kept": (PATH, "proxy_pass http://page;"),
    "stripped": ("", "rewrite ^/maps/ingreso(/.*)$ $1 break; proxy_pass http://page;"),
}
"""nginx hands a path on as it is (then Streamlit is told of it: ``server.baseUrlPath``), or without its beginning."""


@pytest.fixture(scope="module", params=PLACES.values(), ids=PLACES)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the page under the path, and return its address there without a slash at its end."""
    path, handing = request.param
    port = free_port()
    environment = {"INGRESO_ADDRESS": f"http://localhost:{port}{PATH}"}
    folder = tmp_path_factory.mktemp("nginx")
    with (
        serve(path=path, environment=environment) as running,
        nginx(folder, [running.port, running.port], port=port, location=f"location {PATH}/ {{", proxy_pass=handing) as host,
    ):
        wait_until_healthy(f"{host}{PATH}", running.process, path="/ready")
        yield f"{host}{PATH}"


def test_the_map_comes(browser: Browser, address: str) -> None:
    """With the place of the link, in the link's language."""
    assert "Pisco" in show(browser, address)


def test_what_the_document_names_is_there(address: str) -> None:
    """The figure of the preview, what is fetched beforehand and the icon are found where they are said to be."""
    answer = httpx2.get(f"{address}/?v=1&auth=9307&lang=es")
    image = unescape(re.findall(r'property="og:image" content="([^"]*)"', answer.text)[0])
    assert image.startswith(f"{address}/figure.png?v=1&auth=9307")
    assert httpx2.get(image, timeout=60).headers["content-type"] == "image/png"
    scripts = re.findall(r"<\./([^>]*)>", answer.headers["link"])
    scripts += map(unescape, re.findall(r'rel="prefetch" href="\./([^"]*)"', answer.text))
    kinds = {httpx2.get(f"{address}/{script}").headers["content-type"].partition(";")[0] for script in scripts}
    assert kinds == {"text/javascript", "application/javascript", "text/css", "application/json", "application/geo+json"}
    assert httpx2.head(f"{address}/?v=1").headers["etag"]


@pytest.mark.parametrize(
    "path", ["ready", "robots.txt", "favicon.ico", "sitemap.xml", "data/claims.csv", "export.csv?auth=9307", "assets/map.json"]
)
def test_every_address_lies_below_the_path(address: str, path: str) -> None:
    """As without one."""
    assert httpx2.get(f"{address}/{path}").status_code == 200


def test_an_unknown_path_leads_back(address: str) -> None:
    """To the page, not to the root of the host, which is another site's."""
    answer = httpx2.get(f"{address}/nothing")
    assert (answer.status_code, f'href="{PATH}/"' in answer.text) == (404, True)


def test_a_path_without_its_slash_leads_to_the_page(address: str) -> None:
    """On the same host, whatever host the request names."""
    answer = httpx2.get(address, headers={"Host": "evil.example"})
    assert answer.status_code in {301, 307, 404}
    assert "evil" not in answer.headers.get("location", "")
