"""Where the page says that it lies: as configured, or where it was asked, if that host may be named."""

import pytest
import streamlit as st
from starlette.requests import Request

from geo.paths import ADDRESS, configured_address
from geo.ui.server import address
from geo.ui.server.address import base_path, public_address


def asked(host: str, scheme: str = "http") -> Request:
    """Return a request with a host."""
    return Request({"type": "http", "scheme": scheme, "path": "/", "headers": [(b"host", host.encode())], "query_string": b""})


def options(monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    """Configure Streamlit."""
    monkeypatch.setattr(address.st, "get_option", lambda name: values.get(name.rpartition(".")[2]))


@pytest.mark.parametrize("given", ["https://example.org", "https://example.org/", " https://example.org/ "])
def test_the_configured_address_ends_in_one_slash(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """With or without a slash it is the same, and the host of a request does not matter."""
    monkeypatch.setenv(ADDRESS, given)
    assert configured_address() == public_address(asked("evil.example")) == "https://example.org/"


def test_the_configured_address_keeps_its_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a port, too."""
    monkeypatch.setenv(ADDRESS, "http://10.0.0.7:8080/maps/ingreso")
    assert public_address(asked("localhost")) == "http://10.0.0.7:8080/maps/ingreso/"


@pytest.mark.parametrize(
    "given", ["example.org", "javascript:alert(1)", "https://a b/", 'https://example.org/"><script>', "//x"]
)
def test_what_is_no_address_stops_the_start(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """The error names the variable."""
    monkeypatch.setenv(ADDRESS, given)
    with pytest.raises(ValueError, match=ADDRESS):
        configured_address()


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("localhost:8501", "http://localhost:8501/"),
        ("127.0.0.1", "http://127.0.0.1/"),
        ("evil.example", ""),
        ("localhost.evil.example", ""),
        ("maps.example.org", "http://maps.example.org/"),
        ("a.example.net", "http://a.example.net/"),
        ("example.net", ""),
    ],
)
def test_a_forged_host_is_not_named(monkeypatch: pytest.MonkeyPatch, host: str, found: str) -> None:
    """Without a configured address only this machine and the allowed hosts are."""
    monkeypatch.delenv(ADDRESS, raising=False)
    options(monkeypatch, allowedHosts=["maps.example.org", "*.example.net"])
    assert public_address(asked(host)) == found


@pytest.mark.parametrize(("given", "path"), [("", ""), ("ingreso", "/ingreso"), ("/maps/ingreso/", "/maps/ingreso")])
def test_the_base_path(monkeypatch: pytest.MonkeyPatch, given: str, path: str) -> None:
    """However it is written, it begins with a slash and ends without one."""
    monkeypatch.delenv(ADDRESS, raising=False)
    options(monkeypatch, baseUrlPath=given)
    assert base_path() == path
    assert public_address(asked("localhost")) == f"http://localhost{path}/"


def test_streamlit_has_the_options() -> None:
    """Those that are read here exist in the installed Streamlit."""
    names = ("server.baseUrlPath", "server.allowedHosts", "server.corsAllowedOrigins")
    assert [isinstance(st.get_option(name), str | list) for name in names] == [True] * 3
