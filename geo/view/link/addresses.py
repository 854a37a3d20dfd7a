"""Find the query in what a reader enters: a link, a link wrapped by a redirector, or the query alone."""

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from geo.view.link.repair import MOST_LAYERS, TEXT_KEY

SHORTENERS: Final = frozenset(
    {
        "t.co",
        "bit.ly",
        "lnkd.in",
        "tinyurl.com",
        "goo.gl",
        "ow.ly",
        "buff.ly",
        "is.gd",
        "rb.gy",
        "dlvr.it",
        "fb.me",
        "shorturl.at",
    }
)
"""Hosts of short links, which do not contain their target; hosts of mailing lists end in :data:`_MAILING_LISTS`."""

_MAILING_LISTS: Final = (".list-manage.com", ".mimecast.com", ".sendgrid.net", ".mailchi.mp")
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_OTHER_SCHEME: Final = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_OUR_QUERY: Final = re.compile(r"(?:^|[?&])(?:v=1(?:&|$)|(?:auth|role|basis|min|place|view|open)=)", re.IGNORECASE)
_TARGET: Final = re.compile(r"(?:^|&)(?:url|u|to|target|link|dest|destination|redirect)=", re.IGNORECASE)
_KEY_IN_PATH: Final = re.compile(r"[/;,&](?:v=1|auth=)", re.IGNORECASE)
_PROOFPOINT: Final = re.compile(r"/v3/__(?P<link>.+?)__;(?P<replaced>[\w=-]*)", re.ASCII)
_PROOFPOINT_STAR: Final = re.compile(r"\*(?:\*(?P<run>[A-Za-z0-9_-]))?")
_RUN_LENGTHS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_PLAIN_PARAMETER: Final = re.compile(r"(?!q=(?!.*[?&](?:v|auth)=))\w+=(?P<link>https?://.+)", re.IGNORECASE)
_ENCODED_LINK: Final = re.compile(r"https?%3A%2F%2F.+", re.IGNORECASE)
_BASE64_HTTP: Final = "aHR0c"
"""First letters of a link in Base64."""


def split_link(text: str) -> tuple[str, str] | None:
    """Split a link into the address of its page and its query, without the question mark.

    The address is empty if the text is a query alone; an empty text is the view without a link. For the address of a figure or
    of the light page, the address of the page beside it is returned. Returns None for a text that is neither link nor query.
    """
    start = _WEB.search(text)
    if start and "=" not in text[: start.start()]:
        address = re.split("[?#]", text[start.start() :], maxsplit=1)[0]
        query = text[start.start() + len(address) :].removeprefix("?")
    elif _OTHER_SCHEME.match(text):
        return None
    else:
        before, mark, after = text.partition("?")
        address, query = "", after if mark and "=" not in before else text
    if _KEY_IN_PATH.search(address):  # the question mark is gone
        return None
    without_fragment = query.partition("#")[0]
    if without_fragment.strip("?& ") and "=" not in without_fragment and "%3d" not in without_fragment.casefold():
        return None
    return _page_address(address), query.replace("#", "&")


def is_short_link(address: str, query: str = "") -> bool:
    """Return whether a link does not contain its target: a short link, or a redirector's with a code in place of the target."""
    host = (_split_url(address).hostname or "").removeprefix("www.")
    is_coded = bool(_TARGET.search(query)) and not _OUR_QUERY.search(query)
    return host in SHORTENERS or host.endswith(_MAILING_LISTS) or is_coded


def unwrap_link(text: str) -> str:
    """Return the target of a redirector's link; any other text is returned unchanged."""
    for _ in range(MOST_LAYERS):
        while "%" in text and not set("?=&") & set(text) and (decoded := unquote(text)) != text:
            text = decoded
        inner = next(_inner_links(text), None)
        if inner is None:
            break
        text = inner
    return text


def _inner_links(text: str) -> Iterator[str]:
    """Yield the candidates for the target of a redirector's link, the most likely first."""
    if protected := _PROOFPOINT.search(text):
        yield _restore_proofpoint(protected["link"], protected["replaced"])
    outer = _split_url(text) if _WEB.match(text) else SplitResult("", "", "", text.lstrip("?"), "")
    if plain := _PLAIN_PARAMETER.match(outer.query):
        yield plain["link"]
    elif not _OUR_QUERY.search(outer.query):
        yield from _parameter_links(outer.query)
        if encoded := _ENCODED_LINK.search(outer.path):
            yield unquote(encoded[0])


def _parameter_links(query: str) -> Iterator[str]:
    """Yield the links in the values of a query: plain, in Base64, or as Proofpoint encodes them."""
    for key, value in parse_qsl(query):
        if key == TEXT_KEY and not _OUR_QUERY.search(value):
            continue
        if _WEB.match(value.strip()):
            yield value.strip()
        elif (inner := _WEB.search(value)) and _OUR_QUERY.search(value):  # a message around the link
            yield value[inner.start() :]
        elif _BASE64_HTTP in value:
            yield from _decode_base64(value[value.index(_BASE64_HTTP) :])
        elif value.startswith(("http-3A__", "https-3A__")):
            yield unquote(value.replace("-", "%").replace("_", "/"))


def _decode_base64(text: str) -> Iterator[str]:
    try:
        yield base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return


def _restore_proofpoint(link: str, replaced: str) -> str:
    """Restore the characters that Proofpoint (version 3) replaces: one for ``*``, several for ``**`` and a letter."""
    characters = iter(next(_decode_base64(replaced), ""))

    def restore(star: re.Match[str]) -> str:
        """Return the characters that a star replaces; the star itself if none are left."""
        count = _RUN_LENGTHS.index(star["run"]) + 2 if star["run"] else 1
        return "".join(next(characters, "*") for _ in range(count))

    return _PROOFPOINT_STAR.sub(restore, link)


def _page_address(address: str) -> str:
    """Return the address of the page for an address; empty if it is not a web address."""
    starts = [found.start() for found in _WEB.finditer(address)]  # a web archive puts the link after its own address
    address = address[starts[-1] :] if starts else ""
    if not _split_url(address).netloc:
        return ""
    page, slash, last = address.rpartition("/")
    return f"{page}{slash}" if last.startswith(("figure.", "page.html")) else address


def _split_url(text: str) -> SplitResult:
    """Return the parts of an address; all are empty if it cannot be split."""
    try:
        return urlsplit(text)
    except ValueError:
        return SplitResult("", "", "", "", "")
