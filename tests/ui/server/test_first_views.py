"""The first views that the server draws: in the document, kept, shared, in time or not at all."""

import asyncio
from threading import Event

import pytest
from anyio import to_thread

from geo.ui.server.first_views import MOST_WAITING, FirstView, FirstViews, put_first_view, read_first_view

DOCUMENT = (
    b'<!DOCTYPE html><html><head><link rel="icon" href="i"><link rel="stylesheet" crossorigin href="./s.css"></head>'
    b'<body><noscript>You need it</noscript><div id="root"></div></body></html>'
)


def test_equal_views_are_asked_for_equally() -> None:
    """What no first view shows makes no other one; language, place, view and frame do; a frame always has the map."""
    start = read_first_view("", "es")
    assert start.state.language == "es"
    assert start == read_first_view("v=1&lang=es&q=Lima", "")
    assert start != read_first_view("view=facts", "es")
    assert read_first_view("embed=true&view=facts", "es") == read_first_view("embed=true", "es")
    assert start != read_first_view("lang=en", "es")
    assert start != read_first_view("place=lima", "es")
    assert start != read_first_view("embed=true", "es")
    assert read_first_view("auth=9307", "fr", light_page="page.html").light_page.startswith("page.html?v=1&auth=9307")


def test_it_stands_before_what_a_browser_must_ask_for() -> None:
    """The sheet that holds back the first paint comes after it; Streamlit's word to who has no scripts goes."""
    text = put_first_view(DOCUMENT, b'<main id="first-view">here</main>').decode()
    assert (
        text.index("first-view") < text.index('<link rel="stylesheet"') < text.index('<div id="root">') < text.index("<script>")
    )
    assert text.count("stylesheet") == 1
    assert "You need it" not in text
    assert text.endswith("</script></body></html>")


def test_it_is_drawn_once() -> None:
    """Requests for one view wait for one drawing, and later ones get what is kept."""
    drawn: list[FirstView] = []

    def draw(asked: FirstView) -> bytes:
        drawn.append(asked)
        return b"view"

    async def ask() -> list[bytes]:
        views = FirstViews(draw, longest_wait=30)
        both = await asyncio.gather(views.find("", "en"), views.find("q=Lima", "en"))
        return [*both, await views.find("", "en")]

    assert asyncio.run(ask()) == [b"view"] * 3
    assert len(drawn) == 1


def test_what_the_first_visitor_sees_is_drawn_ahead() -> None:
    """In every language; a visitor who comes while it is drawn gets that drawing."""
    drawn: list[FirstView] = []

    def draw(asked: FirstView) -> bytes:
        drawn.append(asked)
        return asked.state.language.encode()

    async def ask() -> list[bytes]:
        views = FirstViews(draw, longest_wait=30)
        await to_thread.run_sync(lambda: views.draw_ahead(light_page="page.html"))
        return [await views.find("", language, light_page="page.html") for language in ("en", "es")]

    assert asyncio.run(ask()) == [b"en", b"es"]
    assert len(drawn) == 2


def test_what_is_not_there_in_time_goes_without() -> None:
    """The request does not wait for its view; the next one finds it."""
    go = Event()

    def draw(_: FirstView) -> bytes:
        go.wait(30)
        return b"late"

    async def ask() -> tuple[bytes, bytes]:
        views = FirstViews(draw, longest_wait=0)
        early = await views.find("", "en")
        go.set()
        await to_thread.run_sync(views.close)
        return early, await views.find("", "en")

    assert asyncio.run(ask()) == (b"", b"late")


def test_too_many_are_not_drawn() -> None:
    """While many views wait, a further one is left out at once."""
    go, drawn = Event(), []

    def draw(asked: FirstView) -> bytes:
        go.wait(30)
        drawn.append(asked)
        return b"view"

    async def ask() -> list[bytes]:
        views = FirstViews(draw, longest_wait=0)
        found = [await views.find(f"at={-9 - number},-75,6", "en") for number in range(MOST_WAITING + 3)]
        go.set()
        await to_thread.run_sync(views.close)
        return found

    assert asyncio.run(ask()) == [b""] * (MOST_WAITING + 3)
    assert len(drawn) == MOST_WAITING


def test_a_drawing_that_fails_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The document goes out without it."""

    def draw(_: FirstView) -> bytes:
        raise ValueError("no such shape")

    async def ask() -> bytes:
        return await FirstViews(draw, longest_wait=30).find("", "en")

    assert asyncio.run(ask()) == b""
    assert "could not be drawn" in caplog.text
