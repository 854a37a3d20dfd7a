"""Whatever mail, chats, networks and people do to a link, it is read as it was written, or what is lost is named."""

import base64
import quopri
import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.view import LinkContext, Reading, Viewport, read_link, start_state, to_link, to_query
from geo.view.link.repair import decode_text, encode_text, tidy_value
from tests.view.samples import searches, states

BASE = "https://example.org/ingreso/"
PROOFPOINT_KEPT = re.compile(r"[A-Za-z0-9.]")


def proofpoint_2(link: str) -> str:
    """Wrap a link as version 2 of Proofpoint does."""
    written = "".join(sign if PROOFPOINT_KEPT.match(sign) else "_" if sign == "/" else f"-{ord(sign):02X}" for sign in link)
    return f"https://urldefense.proofpoint.com/v2/url?u={written}&d=DwMFaQ&c=abc&r=def&m=v&s=x&e="


def proofpoint_3(link: str) -> str:
    """Wrap a link as version 3 of Proofpoint does, which keeps some characters aside: single ones and runs."""
    runs = re.findall(r"[%,]+", link)
    lengths = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    written = re.sub(r"[%,]+", lambda run: "*" if len(run[0]) == 1 else f"**{lengths[len(run[0]) - 2]}", link)
    kept = base64.urlsafe_b64encode("".join(runs).encode()).decode().rstrip("=")
    return f"https://urldefense.com/v3/__{written}__;{kept}!!Abc-1!xyz$"


def in_base64(link: str) -> str:
    """Return a link in the Base64 of addresses."""
    return base64.urlsafe_b64encode(link.encode()).decode().rstrip("=")


def lower_codes(text: str) -> str:
    """Write the codes of an encoded text with small letters."""
    return re.sub("%..", lambda code: code[0].lower(), text)


def twice(link: str) -> str:
    """Encode each value once more."""
    address, _, query = link.partition("?")
    pairs = (pair.split("=") for pair in query.split("&"))
    return f"{address}?" + "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs)


WRAPPED: dict[str, Callable[[str], str]] = {
    "Outlook": lambda link: (
        f"https://eur02.safelinks.protection.outlook.com/?url={quote(link, safe='')}&data=05%7C01%7C&sdata=a%3D&reserved=0"
    ),
    "Google": lambda link: f"https://www.google.com/url?q={quote(link, safe='')}&sa=D&source=docs&ust=17&usg=AO",
    "Google's results": lambda link: f"https://www.google.com/url?sa=t&rct=j&q=&esrc=s&url={quote(link, safe='')}&usg=AO",
    "Facebook": lambda link: f"https://l.facebook.com/l.php?u={quote(link, safe='')}&h=AT0abc&s=1",
    "Facebook, not encoded": lambda link: f"https://l.facebook.com/l.php?u={link}",
    "Instagram": lambda link: f"https://l.instagram.com/?u={quote(link, safe='')}&e=AT0",
    "LinkedIn": lambda link: f"https://www.linkedin.com/redir/redirect?url={quote(link, safe='')}&urlhash=x&trk=y",
    "Slack": lambda link: f"https://slack-redir.net/link?url={quote(link, safe='')}&v=3",
    "WhatsApp": lambda link: f"https://wa.me/?text={quote('Mira: ' + link, safe='')}",
    "Telegram": lambda link: f"https://t.me/share/url?url={quote(link, safe='')}&text=map",
    "a mail that someone writes": lambda link: f"mailto:a@example.org?subject=Map&body={quote('See ' + link, safe='')}",
    "DuckDuckGo": lambda link: f"https://duckduckgo.com/l/?uddg={quote(link, safe='')}&rut=abc",
    "Google's translation": lambda link: f"https://translate.google.com/translate?sl=es&u={quote(link, safe='')}",
    "VK": lambda link: f"https://vk.com/away.php?to={quote(link, safe='')}&cc_key=",
    "YouTube": lambda link: f"https://www.youtube.com/redirect?event=d&redir_token=x&q={quote(link, safe='')}&v=abc",
    "Bing": lambda link: f"https://www.bing.com/ck/a?!&&p=1&ptn=3&u=a1{in_base64(link)}&ntb=1",
    "Sophos": lambda link: f"https://eu.protection.sophos.com/?d=example.org&u={in_base64(link)}&i=x",
    "Barracuda": lambda link: f"https://linkprotect.cudasvc.com/url?a={lower_codes(quote(link, safe=''))}&c=E,1,x&typo=1",
    "Cisco": lambda link: f"https://secure-web.cisco.com/1-x_y/{quote(link, safe='')}",
    "Proofpoint 1": lambda link: f"https://urldefense.proofpoint.com/v1/url?u={quote(link, safe='')}&k=a%0A",
    "Proofpoint 2": proofpoint_2,
    "Proofpoint 3": proofpoint_3,
    "an archive": lambda link: f"https://web.archive.org/web/2026/{link}",
    "Outlook, then Google": lambda link: WRAPPED["Outlook"](WRAPPED["Google"](link)),
}

MANGLED: dict[str, Callable[[str], str]] = {
    **WRAPPED,
    "HTML": escape,
    "HTML twice": lambda link: escape(escape(link)),
    "decimal entities": lambda link: link.replace("&", "&#38;").replace("=", "&#61;"),
    "hexadecimal entities": lambda link: link.replace("&", "&#x26;"),
    "an entity that old programs see": lambda link: link.replace("&lang=", "\N{LEFT-POINTING ANGLE BRACKET}="),
    "JSON": lambda link: link.replace("&", "\\u0026").replace("=", "\\u003d"),
    "a shell": lambda link: re.sub(r"([?&=])", r"\\\1", link),
    "encoded as a whole": lambda link: quote(link, safe=""),
    "encoded twice as a whole": lambda link: quote(quote(link, safe=""), safe=""),
    "values encoded twice": twice,
    "percent signs encoded": lambda link: link.replace("%", "%25"),
    "an encoded query": lambda link: f"{link.partition('?')[0]}?{quote(link.partition('?')[2], safe='')}",
    "an encoded query as a key": lambda link: f"{link.partition('?')[0]}?{quote(link.partition('?')[2], safe='')}=",
    "encoded ampersands": lambda link: link.replace("&", "%26"),
    "encoded HTML": lambda link: link.replace("&", "&amp%3B"),
    "commas encoded": lambda link: link.replace(",", "%2C"),
    "full stop": lambda link: f"{link}.",
    "comma and dash before more text": lambda link: f"{link}; ",
    "round brackets": lambda link: f"({link})",
    "square brackets": lambda link: f"[{link}]",
    "angle brackets": lambda link: f"<{link}>",
    "Markdown": lambda link: f"[map]({link}).",
    "Markdown with the link as its text": lambda link: f"[{link}]({link})",
    "BBCode": lambda link: f"[url={link}]map[/url]",
    "Org mode": lambda link: f"[[{link}][map]]",
    "an anchor": lambda link: f'<a href="{escape(link)}">map</a>',
    "a frame": lambda link: f'<iframe src="{escape(link)}" width="640"></iframe>',
    "a formula": lambda link: f'=HYPERLINK("{link}","map")',
    "bold": lambda link: f"**{link}**",
    "underlined": lambda link: f"_{link}_",
    "guillemets": lambda link: f"«{link}»",
    "German quotation marks": lambda link: f"„{link}“",
    "straight quotation marks": lambda link: f'"{link}"',
    "words before": lambda link: f"Look here: {link}!",
    "quoted mail": lambda link: f"> {link[:70]}\n> {link[70:]}",
    "wrapped mail": lambda link: f"{link[:70]}\r\n {link[70:]}",
    "quoted-printable": lambda link: quopri.encodestring(link.encode()).decode(),
    "capitals in the keys": lambda link: re.sub(r"(?:^|(?<=&))[a-z]+", lambda key: key[0].upper(), link.partition("?")[2]),
    "capitals throughout": str.upper,
    "spaces in lists": lambda link: link.replace(",", ", "),
    "no-break spaces in lists": lambda link: link.replace(",", ",\N{NO-BREAK SPACE}"),
    "spaces around the equals signs": lambda link: link.replace("=", " = "),
    "encoded spaces": lambda link: link.replace(",", ",%20"),
    "plus signs": lambda link: link.replace(",", ",+"),
    "bars in lists": lambda link: link.replace(",", "|"),
    "Arabic commas": lambda link: link.replace(",", "\u060c"),
    "ideographic commas": lambda link: link.replace(",", "\u3001"),
    "semicolons in lists": lambda link: link.replace(",", ";"),
    "en dashes": lambda link: link.replace("-", "–"),
    "en dash in ranges": lambda link: link.replace("..", "–"),
    "minus signs and no-break hyphens": lambda link: link.replace("=-", "=\N{MINUS SIGN}").replace("3-0", "3\u20110"),
    "zero-width spaces": lambda link: link.replace("=", "\u200b=\u200b").replace(",", ",\ufeff"),
    "soft hyphens": lambda link: link.replace("-", "-\xad"),
    "encoded zero-width spaces": lambda link: link.replace("&", "%E2%80%8B&"),
    "full-width characters": lambda link: re.sub(
        "[?&=,0-9a-z]", lambda sign: chr(ord(sign[0]) + 0xFEE0), link.partition("?")[2].replace("q=abc&", "")
    ),
    "fragment": lambda link: f"{link}#map",
    "text fragment": lambda link: f"{link}#:~:text=Lima",
    "behind the mark of a fragment": lambda link: link.replace("?", "#"),
    "trackers": lambda link: f"{link}&fbclid=IwAR&utm_source=x&gclid=y&mc_cid=z&igsh=1==",
    "trackers first": lambda link: link.replace("?", "?fbclid=IwAR&utm_source=x&"),
    "a tracker behind a second question mark": lambda link: f"{link}?utm_source=x",
    "a second question mark": lambda link: link.replace("?", "?embed=true?"),
    "a doubled question mark": lambda link: link.replace("?", "??"),
    "doubled ampersands": lambda link: link.replace("&", "&&"),
    "said twice": lambda link: f"{link}&{link.partition('?')[2]}",
    "no scheme": lambda link: link.removeprefix("https://"),
    "query": lambda link: link.partition("?")[2],
    "query with its mark": lambda link: f"?{link.partition('?')[2]}",
    "figure": lambda link: link.replace("/?", "/figure.png?"),
}

CHANGES_SEARCH = {"capitals throughout", "full-width characters", "encoded ampersands", "encoded zero-width spaces"}
"""Manglings that change a search as well; they are tried on a view without one."""


def through_streamlit(query: str) -> str:
    """Return a query as the page gets it: split by Streamlit, and joined again."""
    return urlencode(parse_qsl(query, keep_blank_values=True), safe=",:")


@pytest.fixture
def view(known: LinkContext) -> tuple[str, Reading]:
    """Give a link in which every key is set, and what it says."""
    state = replace(
        start_state(known.evidence, "es"),
        place="san-martin",
        min_sources=2,
        at=Viewport(-9.2, -75.0, 5.25),
        open_questions=("D-03", "D-01"),
    )
    return to_link(state, known, BASE), Reading(state)


@pytest.mark.parametrize("mangle", MANGLED.values(), ids=MANGLED)
def test_what_was_done_to_a_link_is_undone(known: LinkContext, view: tuple[str, Reading], mangle: Callable[[str], str]) -> None:
    """The view is the same, and there is nothing to say; so it is where the page's server has split the query."""
    link, expected = view
    reading = read_link(mangle(link), known, "en")
    assert (reading.state, reading.notices) == (expected.state, ())
    assert reading.address.casefold() in ("", BASE)


@pytest.mark.parametrize("name", [name for name in MANGLED if name not in WRAPPED])
def test_so_it_is_where_the_page_s_server_has_split_the_query(known: LinkContext, view: tuple[str, Reading], name: str) -> None:
    """The page never sees the text of the query, only its keys and values; what it cannot see is named."""
    link, expected = view
    mangled = MANGLED[name](link)
    query = mangled.partition("#")[0].partition("?")[2] or mangled
    reading = read_link(through_streamlit(query), known, "en")
    assert reading.state == expected.state or reading.notices


@given(st.data(), st.sampled_from(sorted(MANGLED)))
@settings(max_examples=300)
def test_every_view_comes_through_every_mangling(known: LinkContext, data: st.DataObject, name: str) -> None:
    """Read as it was written, or noticed."""
    state = data.draw(states(known))
    if name in CHANGES_SEARCH:
        state = replace(state, table_search="")
    reading = read_link(MANGLED[name](to_link(state, known, BASE)), known, "en")
    assert reading.state == state or reading.notices


@given(st.data())
@settings(max_examples=200)
def test_a_link_that_lost_its_end_is_noticed(known: LinkContext, data: st.DataObject) -> None:
    """Wherever it is cut, the view is the same or a notice says that something is missing.

    A link that ends in a whole zoom level may be one of the time before links named the version of the data.
    """
    state = data.draw(states(known))
    link = to_query(state, known)
    cut = link[: data.draw(st.integers(3, len(link)))]
    reading = read_link(cut, known, "en")
    seems_whole = re.search(r"&at=[-.\d]+,[-.\d]+,\d+$", cut)
    assert reading.state == state or reading.notices or seems_whole


@pytest.mark.parametrize("end", [",", "..", "-", "=", "…", "..."])
def test_a_link_that_a_chat_cuts_is_noticed(known: LinkContext, view: tuple[str, Reading], end: str) -> None:
    """At every place where a chat may see the end of a link."""
    link, _ = view
    for cut in (link[: found.end()] for found in re.finditer(re.escape(end), link)):
        assert read_link(cut, known, "en").notices


@given(searches())
def test_a_free_text_comes_back_from_its_code(text: str) -> None:
    """Texts that look encoded too, and a text that was encoded twice."""
    assert decode_text(encode_text(text)) == text
    for layers in range(1, 4):
        written = encode_text(text)
        for _ in range(layers):
            written = quote(written, safe="")
        assert decode_text(written) == text


@pytest.mark.parametrize(
    ("value", "tidy"),
    [
        (" 31758 ", "31758"),
        ("(31758", "31758"),
        ("2024-01-01..", "2024-01-01.."),
        ("-9.2,\N{MINUS SIGN}75,5", "-9.2,-75,5"),
        ("san\N{NON-BREAKING HYPHEN}martin»", "san-martin"),
        ("1", "1"),
        ("1.0.0+edited", "1.0.0+edited"),
        ("9307,", "9307,"),
        ("\u200blima\u200d", "lima"),
    ],
)
def test_a_value_is_tidied(value: str, tidy: str) -> None:
    """What surrounds it goes, what may be part of it stays."""
    assert tidy_value(value) == tidy == tidy_value(tidy)
