"""Whatever text the data holds, it stays text in markup and in script."""

import html
import json
import math
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.draw import to_html, to_script

HOSTILE = {
    "end of script": "</script><script>alert(1)</script>",
    "comment": "<!--<script>",
    "template literal": "`${alert(1)}`",
    "Jinja expression": "{{ 7 * 7 }} {% raw %} {# #} {{'name'}}",
    "format field": "{act} {0} {",
    "quotes": "\"'\"'",
    "backslashes": "\\ \\\\ \\' \\u003c \\",
    "line separators": "a\u2028b\u2029c\nd\re\x00",
    "generated name": "map_0123abc feature_group_0 _x",
    "image": "<img src=x onerror=alert(1)>",
    "entities": "&lt;b&gt; &amp;amp; &#x3c;",
    "lone surrogate": "\ud800",
    "right to left": "\u202egnirts",
    "emoji": "🇵🇪",
}
UNSAFE = re.compile(r"[<>&'`$_]|[^\x20-\x7e]")

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
MARKED = st.text(alphabet="<>&'\"`$_{}%\\/\u2028é🇵a")


class TextOf(HTMLParser):
    """Collects what a browser would take for text, for tags and for attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its attributes."""
        self.tags.append((tag, dict(attrs)))


@given(JSON | MARKED | st.dictionaries(MARKED, MARKED))
@settings(deadline=None, max_examples=300)
def test_a_script_value_is_the_value_and_harmless(value: object) -> None:
    """It is JSON of the same value, in printable ASCII and without a character that script or markup could act upon."""
    written = to_script(value)
    assert json.loads(written) == value
    assert UNSAFE.findall(written) == []


@given(st.text(alphabet="{}%# a"))
@settings(deadline=None)
def test_a_script_value_opens_no_template(text: str) -> None:
    """Folium reads a finished script as a Jinja template once more, so nothing in a value may look like one."""
    assert re.findall(r"{[{%#]", to_script({"name": text})) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_through_a_script(text: str) -> None:
    """Text made to break out of a script is the same text within it, as a value and as a key."""
    value = {text: [text]}
    assert json.loads(to_script(value)) == value
    assert UNSAFE.findall(to_script(value)) == []


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf], ids=str)
def test_a_script_value_refuses_what_is_no_json(number: float) -> None:
    """A number that JSON cannot say is an error, also deep inside, and not a script that fails in the browser."""
    with pytest.raises(ValueError, match="Out of range float values are not JSON compliant"):
        to_script({"at": [1.0, number]})


def test_a_script_value_is_short() -> None:
    """No spaces are sent between the parts of a value."""
    assert to_script({"a": [1, None, True], "b": "é_"}) == r'{"a":[1,null,true],"b":"\u00e9\u005f"}'


@given(st.text() | MARKED)
@settings(deadline=None, max_examples=300)
def test_markup_text_is_the_text_and_harmless(text: str) -> None:
    """It unescapes to the same text and holds nothing that ends a text or a quoted attribute."""
    written = to_html(text)
    assert html.unescape(written) == html.unescape(html.escape(text)) == text
    assert re.findall(r"[<>'\"]", written) == []


@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if text.isprintable()])
def test_hostile_text_comes_through_markup(text: str) -> None:
    """Between tags and in attributes of either quote a parser finds the text, and no tag of its own."""
    for quote in "\"'":
        read = TextOf(f"<b title={quote}{to_html(text)}{quote}>{to_html(text)}</b>")
        assert (read.text, read.tags) == (text, [("b", {"title": text})])
