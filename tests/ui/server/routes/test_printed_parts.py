"""What the page asks for before it is printed."""

from collections.abc import Callable

import pytest
from starlette.requests import Request

from geo.ui.server.routes.made_files import MadeFile, UnreadableError
from geo.ui.server.routes.printed_parts import ANSWERS_PATH, printed_answers_file, printed_sources_file


def asked(query: str) -> Request:
    """Return the request for a query."""
    headers = [(b"host", b"page.test")]
    scope = {
        "type": "http",
        "method": "GET",
        "path": ANSWERS_PATH,
        "query_string": query.encode(),
        "headers": headers,
        "scheme": "http",
    }
    return Request(scope)


def test_every_row_is_sent_with_its_claims() -> None:
    """No fold is empty: each row holds the cards that the page sends when it is opened."""
    text = printed_answers_file(asked("lang=en&view=facts")).make().decode()
    assert text.count('class="question"') == text.count('class="opened"') > 100
    assert text.count('<article class="claim">') > 300


def test_one_act_alone_is_printed_where_it_alone_is_looked_at() -> None:
    """The choice of the view is not in the link, and stands beside it in the address."""
    text = printed_answers_file(asked("lang=en&view=facts&act=9307")).make().decode()
    assert "--acts:1;" in text


def test_paper_names_the_sources_of_the_view() -> None:
    """A source that the filters leave out is not listed."""
    every, texts = (printed_sources_file(asked(query)).make().decode() for query in ("lang=en", "lang=en&basis=texts"))
    assert every.count("<li>") > texts.count("<li>") == 5


@pytest.mark.parametrize("read", [printed_answers_file, printed_sources_file])
def test_a_query_that_cannot_be_read_is_refused(read: Callable[[Request], MadeFile]) -> None:
    """Paper cannot show a notice."""
    with pytest.raises(UnreadableError):
        read(asked("role=nonsense"))
