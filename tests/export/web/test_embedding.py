"""The markup that embeds a view."""

from dataclasses import replace
from html.parser import HTMLParser

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import embed_code, embed_link, embed_title
from geo.view import from_query, make_context, start_state


class Frame(HTMLParser):
    """Read the attributes of the only element of a markup."""

    def __init__(self, markup: str) -> None:
        """Read a markup."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))


def test_the_frame_shows_the_view_and_says_what_it_shows(evidence: Evidence, atlas: Atlas) -> None:
    """A browser reads the link as it was, with the key that leaves out all but the map."""
    state = replace(start_state(evidence, "en"), place="pisco")
    context = make_context(evidence, atlas, state, base_url="https://example.org/map?old=1#there")
    link, title = embed_link(context), embed_title(context)
    assert title.startswith("Where US forces were authorised to enter Peru: Pisco; 2 acts, 17 places")
    attributes = {"src": link, "title": title, "width": "680", "height": "860"}
    fixed = {"style": "border:0;max-width:100%", "loading": "lazy"}
    assert Frame(embed_code(link, title=title, width=680, height=860)).found == [("iframe", attributes | fixed)]
    address, _, query = link.partition("?")
    assert address == "https://example.org/map"
    assert query.endswith("&embed=true")
    assert from_query(query, context.link_context, language="es").state == state


def test_an_address_without_path_gets_one(evidence: Evidence, atlas: Atlas) -> None:
    """A bare host is written as programs expect it."""
    context = make_context(evidence, atlas, start_state(evidence, "en"), base_url="https://example.org")
    assert embed_link(context).startswith("https://example.org/?v=1&")


def test_no_title_leaves_its_attribute() -> None:
    """Quotes and angle brackets of a name stay text."""
    ((_, attributes),) = Frame(embed_code("https://e.org/?a=1&b=2", title='"><script>x</script>', width=1, height=2)).found
    assert (attributes["title"], attributes["src"]) == ('"><script>x</script>', "https://e.org/?a=1&b=2")
