"""Links say every view, and whatever a link says, it is read."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.evidence import Evidence, Role, Window
from geo.view import (
    BasisFilter,
    LinkContext,
    Notice,
    Reading,
    Reason,
    View,
    Viewport,
    ViewState,
    from_query,
    read_link,
    start_state,
    to_query,
)
from geo.view.link.repair import split_query, tidy_value
from tests.view.samples import states

ALL_2023 = "2023-06-01..2023-12-31"
ALL_2024 = "2024-11-04..2024-11-24"
KEYS = ("v", "auth", "d.31758", "d.9307", "role", "basis", "min", "place", "view", "lang", "open", "q", "at", "data")

MISSING = "d.9307,role,basis,min,view,lang,data"

UNREAD = {
    "unknown act beside a known one": ("auth=9307,1", {"authorisations": ("9307",)}, [("auth", "1", Reason.UNKNOWN)]),
    "unknown acts alone": ("auth=1,2", {}, [("auth", "1,2", Reason.UNREADABLE)]),
    "list that ends in a comma": ("auth=9307,", {"authorisations": ("9307",)}, [("auth", "9307,", Reason.INCOMPLETE)]),
    "masked acts": ("auth=***", {}, [("auth", "***", Reason.UNREADABLE)]),
    "acts that a chat cut": ("auth=31758,93…", {"authorisations": ("31758",)}, [("auth", "93...", Reason.UNKNOWN)]),
    "unknown role beside a known one": ("role=port,spy", {"roles": (Role.PORT,)}, [("role", "spy", Reason.UNKNOWN)]),
    "unknown role alone": ("role=spy", {}, [("role", "spy", Reason.UNREADABLE)]),
    "dates outside the window": (
        "d.9307=2023-06-01..2023-06-30",
        {},
        [("d.9307", "2023-06-01..2023-06-30", Reason.OUTSIDE_WINDOW)],
    ),
    "first date after the window": ("d.9307=2025-01-01..", {}, [("d.9307", "2025-01-01..", Reason.OUTSIDE_WINDOW)]),
    "date that was cut": ("d.31758=2023-06-", {}, [("d.31758", "2023-06-", Reason.UNREADABLE)]),
    "no such day": ("d.31758=2023-06-31..2023-07-01", {}, [("d.31758", "2023-06-31..2023-07-01", Reason.UNREADABLE)]),
    "one date": ("d.31758=2023-06-01", {}, [("d.31758", "2023-06-01", Reason.UNREADABLE)]),
    "three dates": (f"d.31758={ALL_2023}..2023-12-31", {}, [("d.31758", f"{ALL_2023}..2023-12-31", Reason.UNREADABLE)]),
    "date without dashes": ("d.31758=20230601..20231231", {}, [("d.31758", "20230601..20231231", Reason.UNREADABLE)]),
    "Arabic digits": ("d.31758=٢٠٢٣-06-01..2023-12-31", {}, [("d.31758", "٢٠٢٣-06-01..2023-12-31", Reason.UNREADABLE)]),
    "no dates": ("d.31758=", {}, [("d.31758", "", Reason.UNREADABLE)]),
    "dates of an unknown act": ("d.1=2031-01-01..2031-01-02", {}, [("d.1", "2031-01-01..2031-01-02", Reason.UNKNOWN)]),
    "dates of no act": ("d.=x", {}, [("d.", "x", Reason.UNKNOWN)]),
    "unknown basis": ("basis=some", {}, [("basis", "some", Reason.UNREADABLE)]),
    "three sources": ("min=3", {}, [("min", "3", Reason.UNREADABLE)]),
    "number with a minus": ("min=-2", {}, [("min", "-2", Reason.UNREADABLE)]),
    "unknown place": ("place=atlantis", {}, [("place", "atlantis", Reason.UNKNOWN)]),
    "unknown unit": ("place=PE-ZZZ", {}, [("place", "PE-ZZZ", Reason.UNKNOWN)]),
    "unknown view": ("view=globe", {}, [("view", "globe", Reason.UNREADABLE)]),
    "unknown language": ("lang=xx", {}, [("lang", "xx", Reason.UNREADABLE)]),
    "no language": ("lang=", {}, [("lang", "", Reason.UNREADABLE)]),
    "latitude out of range": ("at=-91,-75,5", {}, [("at", "-91,-75,5", Reason.OUTSIDE_MAP)]),
    "map of elsewhere": ("at=1,2,3", {}, [("at", "1,2,3", Reason.OUTSIDE_MAP)]),
    "unknown question": ("open=D-999,D-02", {"open_questions": ("D-02",)}, [("open", "D-999", Reason.UNKNOWN)]),
    "unknown questions alone": ("open=D-999", {}, [("open", "D-999", Reason.UNKNOWN)]),
    "long search": (f"q={'x' * 201}", {"table_search": "x" * 200}, [("q", f"{'x' * 40}…", Reason.TOO_LONG)]),
    "zoom out of range far away": ("at=1,2,99", {}, [("at", "1,2,99", Reason.OUTSIDE_MAP)]),
    "zoom out of range": ("at=-9,-75,13", {}, [("at", "-9,-75,13", Reason.UNREADABLE)]),
    "two numbers": ("at=-9,-75", {}, [("at", "-9,-75", Reason.UNREADABLE)]),
    "no number": ("at=nan,nan,nan", {}, [("at", "nan,nan,nan", Reason.UNREADABLE)]),
    "exponent": ("at=1e1,0,5", {}, [("at", "1e1,0,5", Reason.UNREADABLE)]),
    "empty viewport": ("at=", {}, [("at", "", Reason.UNREADABLE)]),
    "later grammar": ("v=2", {}, [("v", "2", Reason.UNREADABLE)]),
    "other data": ("data=0.1", {}, [("data", "0.1", Reason.OTHER_DATA)]),
    "repeated": ("lang=en&lang=es", {"language": "es"}, [("lang", "es", Reason.REPEATED)]),
    "repeated in capitals": ("lang=en&LANG=es", {"language": "es"}, [("lang", "es", Reason.REPEATED)]),
    "cut after the version": ("v=1", {}, [("", f"auth,d.31758,{MISSING}", Reason.CUT_OFF)]),
    "cut after the acts": ("v=1&auth=9307", {"authorisations": ("9307",)}, [("", MISSING, Reason.CUT_OFF)]),
    "cut within the acts": (
        "v=1&auth=9307,317",
        {"authorisations": ("9307",)},
        [("auth", "317", Reason.UNKNOWN), ("", MISSING, Reason.CUT_OFF)],
    ),
    "the middle lost": (
        f"v=1&auth=9307&d.9307={ALL_2024}&role=&view=map&lang=en&data=1",
        {"authorisations": ("9307",), "roles": ()},
        [("data", "1", Reason.OTHER_DATA), ("", "basis,min", Reason.CUT_OFF)],
    ),
    "the end lost": (
        f"v=1&auth=9307&d.9307={ALL_2024}&role=&basis=all&min=1&view=map&lang=en&at=-9,-75,5.2",
        {"authorisations": ("9307",), "roles": (), "at": Viewport(-9, -75, 5.2)},
        [("", "data", Reason.CUT_OFF)],
    ),
    "repeated, the last unreadable": (
        "lang=es&lang=xx",
        {},
        [("lang", "xx", Reason.REPEATED), ("lang", "xx", Reason.UNREADABLE)],
    ),
    "long value": (f"view={'x' * 41}", {}, [("view", f"{'x' * 40}…", Reason.UNREADABLE)]),
    "value of 40 characters": (f"view={'x' * 40}", {}, [("view", "x" * 40, Reason.UNREADABLE)]),
    "wrong encoding": ("view=%ff", {}, [("view", "\ufffd", Reason.UNREADABLE)]),
    "several faults, in the order of the keys": (
        "d.1=x&lang=xx&min=2&v=3",
        {"min_sources": 2},
        [("v", "3", Reason.UNREADABLE), ("lang", "xx", Reason.UNREADABLE), ("d.1", "x", Reason.UNKNOWN)],
    ),
}

READ = {
    "no query": ("", {}),
    "acts in another order": ("auth=9307,31758", {}),
    "the same act twice": ("auth=9307,9307", {"authorisations": ("9307",)}),
    "no act": ("auth=", {"authorisations": ()}),
    "no role": ("role=", {"roles": ()}),
    "roles in another order": ("role=port,deployment", {"roles": (Role.DEPLOYMENT, Role.PORT)}),
    "texts alone": ("basis=texts", {"basis": BasisFilter.TEXTS}),
    "two sources": ("min=2", {"min_sources": 2}),
    "a place": ("place=pisco", {"place": "pisco"}),
    "a unit": ("place=PE-ICA", {"place": "PE-ICA"}),
    "no place": ("place=", {"place": ""}),
    "a view": ("view=disagreements", {"view": View.DISAGREEMENTS}),
    "a language": ("lang=es", {"language": "es"}),
    "a viewport": ("at=-9.2,-75.0,5", {"at": Viewport(-9.2, -75.0, 5)}),
    "unknown keys": ("utm_source=x&embed=true&fbclid=9&=&&x", {}),
    "the same said twice": ("lang=es&lang=ES", {"language": "es"}),
    "open questions in their order": ("open=D-03,D-01", {"open_questions": ("D-03", "D-01")}),
    "no open question": ("open=", {}),
    "a search": ("q=San+Mart%C3%ADn", {"table_search": "San Martín"}),
    "version written by hand": ("v=1&auth=9307&lang=es", {"authorisations": ("9307",), "language": "es"}),
    "values in capitals": ("basis=TEXTS&place=pe-ica", {"basis": BasisFilter.TEXTS, "place": "PE-ICA"}),
    "a language of a country": ("lang=es-PE", {"language": "es"}),
    "number with a sign": ("min=%2B2", {"min_sources": 2}),
    "days as a span": ("d.9307=2024-11-04–2024-11-24", {}),
    "percent signs": ("auth=31758%2C9307&role=%64eployment", {"roles": (Role.DEPLOYMENT,)}),
}


def range_of(key: str, start: date, end: date) -> dict[str, object]:
    """Give the ranges of a state in which one act has other days."""
    whole = {"31758": Window(date(2023, 6, 1), date(2023, 12, 31)), "9307": Window(date(2024, 11, 4), date(2024, 11, 24))}
    return {"ranges": tuple({**whole, key: Window(start, end)}.items())}


RANGES = {
    "inside": ("d.9307=2024-11-10..2024-11-16", range_of("9307", date(2024, 11, 10), date(2024, 11, 16)), []),
    "one day": ("d.9307=2024-11-24..2024-11-24", range_of("9307", date(2024, 11, 24), date(2024, 11, 24)), []),
    "too early": (
        "d.31758=2023-01-01..2023-06-01",
        range_of("31758", date(2023, 6, 1), date(2023, 6, 1)),
        [("d.31758", "2023-01-01..2023-06-01", Reason.CLIPPED)],
    ),
    "too late": (
        "d.31758=2023-12-31..9999-12-31",
        range_of("31758", date(2023, 12, 31), date(2023, 12, 31)),
        [("d.31758", "2023-12-31..9999-12-31", Reason.CLIPPED)],
    ),
    "the other way round": (
        "d.9307=2024-11-16..2024-11-10",
        range_of("9307", date(2024, 11, 10), date(2024, 11, 16)),
        [("d.9307", "2024-11-16..2024-11-10", Reason.REVERSED)],
    ),
    "no last day": (
        "d.9307=2024-11-10..",
        range_of("9307", date(2024, 11, 10), date(2024, 11, 24)),
        [("d.9307", "2024-11-10..", Reason.INCOMPLETE)],
    ),
    "a key that the page does not write": (
        "v=1&auth=9307&d.9307=2024-11-04..2024-11-24&role=&basis=all&min=1&lugar=lima&view=map&lang=en&data=1.0.2",
        {"authorisations": ("9307",), "roles": ()},
        [("lugar", "lima", Reason.UNKNOWN)],
    ),
    "too long": ("d.31758=0001-01-01..9999-12-31", {}, [("d.31758", "0001-01-01..9999-12-31", Reason.CLIPPED)]),
}


def read(query: str, known: LinkContext, **expected: object) -> tuple[Reading, ViewState]:
    """Read a query, and give the start state with what is expected of it."""
    return from_query(query, known, language="en"), replace(start_state(known.evidence, "en"), **expected)


@pytest.mark.parametrize(("query", "expected"), READ.values(), ids=READ)
def test_a_readable_link_is_read_without_notice(known: LinkContext, query: str, expected: dict[str, object]) -> None:
    """What a link says is set, what it does not say is as at the start, and unknown keys are ignored."""
    reading, state = read(query, known, **expected)
    assert (reading.state, reading.notices) == (state, ())


@pytest.mark.parametrize(("query", "expected", "notices"), [*UNREAD.values(), *RANGES.values()], ids=[*UNREAD, *RANGES])
def test_an_unreadable_part_falls_back_and_is_named(
    known: LinkContext, query: str, expected: dict[str, object], notices: list[tuple[str, str, str]]
) -> None:
    """The part that cannot be read is as at the start, or cut, and a notice says what was done."""
    reading, state = read(query, known, **expected)
    assert (reading.state, reading.notices) == (state, tuple(Notice(*notice) for notice in notices))


def test_a_link_without_language_has_that_of_the_visitor(known: LinkContext) -> None:
    """The browser's language counts only where the link has none, or none that can be read."""
    readings = [from_query(query, known, language="es").state.language for query in ("", "lang=en", "lang=xx")]
    assert readings == ["es", "en", "es"]


def test_every_key_is_written_in_the_order_of_the_design(known: LinkContext) -> None:
    """Defaults are written too, place and viewport only when set, and the version of the data comes last."""
    state = start_state(known.evidence, "en")
    head = f"v=1&auth=31758,9307&d.31758={ALL_2023}&d.9307={ALL_2024}&role=deployment,exercise,venue&basis=all&min=1"
    data = f"data={quote(known.evidence.version)}"
    assert to_query(state, known) == f"{head}&view=map&lang=en&{data}"
    full = replace(
        state,
        place="san-martin",
        language="es",
        at=Viewport(-9.2, -75.0, 5),
        open_questions=("D-02", "D-01"),
        table_search="a b",
    )
    rest = "&place=san-martin&view=map&lang=es&open=D-02,D-01&q=a%20b&at=-9.2,-75.0,5&"
    assert to_query(full, known) == f"{head}{rest}{data}"


def test_the_link_of_the_design_is_read(known: LinkContext) -> None:
    """The example that the design publishes means what it says."""
    query = (
        "v=1&auth=31758,9307&d.31758=2023-06-01..2023-12-31&d.9307=2024-11-04..2024-11-24"
        "&role=deployment,exercise,venue&basis=all&min=1&place=san-martin&view=map&lang=es&at=-9.2,-75.0,5"
    )
    reading, state = read(query, known, place="san-martin", language="es", at=Viewport(-9.2, -75.0, 5))
    assert reading == Reading(state)


def test_nothing_switched_on_is_written_as_such(known: LinkContext) -> None:
    """A view without act and role says so, instead of leaving the keys out."""
    state = replace(start_state(known.evidence, "en"), authorisations=(), roles=())
    given = dict(parse_qsl(to_query(state, known), keep_blank_values=True))
    assert (given["auth"], given["role"]) == ("", "")
    assert from_query(to_query(state, known), known, language="en") == Reading(state)


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_every_view_comes_back_from_its_link(known: LinkContext, data: st.DataObject) -> None:
    """Writing a view and reading it gives the same view, without a notice, whatever the visitor's language."""
    state = data.draw(states(known))
    for language in ("en", "es"):
        written = to_query(state, known)
        assert from_query(written, known, language=language) == read_link(written, known, language) == Reading(state)


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_three_authorisations_come_back_too(three_acts: Evidence, known: LinkContext, data: st.DataObject) -> None:
    """An authorisation that was added to the data has its place in the link."""
    wider = replace(known, evidence=three_acts)
    state = data.draw(states(wider))
    written = to_query(state, wider)
    assert from_query(written, wider, language="en") == Reading(state)
    assert [key for key, _ in parse_qsl(written) if key.startswith("d.")] == ["d.31758", "d.9307", "d.32100"]


VALUES = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(categories=("Cc", "Cs", "Zs", "Nd")), max_size=12),
    st.sampled_from(
        ("31758", "9307,x", ALL_2023, "2023-12-31..2023-06-01", "all", "1", "2", "9" * 5000, "nan,inf,5", "-0,-0,3")
    ),
    st.sampled_from(
        ("", ",", "..", "%", "%zz", "%ff%fe", "%00", "%u0041", "+", "../../etc/passwd", "<script>", "1.0.0", "en\n")
    ),
    st.tuples(*[st.floats() | st.integers()] * 3).map(lambda numbers: ",".join(map(str, numbers))),
    st.tuples(st.dates(), st.dates()).map(lambda ends: f"{ends[0]}..{ends[1]}"),
)
PAIRS = st.tuples(st.sampled_from((*KEYS, "d.", "d.1", "embed", "V", "")) | st.text(max_size=8), VALUES)
JOINED = st.lists(PAIRS, max_size=8).map(lambda pairs: "&".join(f"{key}={value}" for key, value in pairs))
ENCODED = st.lists(PAIRS, max_size=8).map(lambda pairs: urlencode(pairs, errors="replace"))
BYTES = st.binary(max_size=60).map(lambda raw: f"place={''.join(f'%{byte:02x}' for byte in raw)}&auth={raw.decode('latin-1')}")


@st.composite
def mutations(draw: st.DrawFn, links: st.SearchStrategy[str]) -> str:
    """Generate valid links with a few characters changed, put in, taken out, or a part of them doubled."""
    query = draw(links)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(query)))
        end = draw(st.integers(start, min(len(query), start + 6)))
        inserted = draw(st.sampled_from((query[start:end] * 2, "", "&", "=", ",", "..", "%", "\x00")) | st.text(max_size=3))
        query = query[:start] + inserted + query[end:]
    return query


@pytest.fixture(scope="module")
def hostile_queries(known: LinkContext) -> st.SearchStrategy[str]:
    """Generate what people, programs and attackers may put behind the question mark."""
    links = states(known).map(lambda state: to_query(state, known))
    return st.one_of(st.text(), JOINED, ENCODED, BYTES, mutations(links))


def parts(value: str) -> set[str]:
    """Return what a value names, whatever its spelling."""
    return {part.strip(" .") for part in re.split(r"[,;\s]|\.{2,}|-{2}", tidy_value(value).casefold())} - {""}


def is_read(key: str, value: str, reading: Reading, known: LinkContext) -> bool:
    """Whether the view holds a value of the link: then writing the view names the same."""
    if key in ("at", "q"):
        return reading.state.at is not None or key == "q"
    written = dict(parse_qsl(to_query(reading.state, known), keep_blank_values=True)).get(key, "")
    # Behind a version the markup may go on that the link stood in.
    return parts(re.split("[\"'\\]]", value)[0] if key == "data" else value) == parts(written)


def assert_read(query: str, known: LinkContext) -> None:
    """Hold that a key that the link has in vain is named in a notice, and that the view has a link that means the same."""
    reading = from_query(query, known, language="en")
    pairs = {key.casefold(): value for key, value in split_query(query)}
    unread = {key for key, value in pairs.items() if key in KEYS and not is_read(key, value, reading, known)}
    foreign = {key[:40] for key in pairs if key.startswith("d.") and key not in KEYS}
    assert unread | foreign <= {notice.key for notice in reading.notices}
    assert from_query(to_query(reading.state, known), known, language="es") == Reading(reading.state)


@given(st.data())
@settings(deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow])
def test_reading_never_fails_and_never_hides_what_it_left_out(
    known: LinkContext, hostile_queries: st.SearchStrategy[str], data: st.DataObject
) -> None:
    """Whatever is written behind the question mark is read, and what of it was in vain is named."""
    assert_read(data.draw(hostile_queries), known)


PIECES = (
    *(f"{key}=" for key in KEYS), "&", "=", ",", "..", "%", "%ff", "%00", "+", "d.", "31758", "9307", "deployment", "texts",
    "all", "2", "lima", "PE-ICA", "map", "es", "-9.2,-75,5", "2023-06-01", "2024-11-10..2024-11-12", "<script>", "\x00", "é",
    "\ud800", "9" * 400,
)  # fmt: skip


def damaged_links(known: LinkContext, count: int) -> Iterator[str]:
    """Yield links of the start view with a few pieces put in the place of others, always the same ones."""
    chance = random.Random(4766)  # noqa: S311 - nothing secret
    link = to_query(replace(start_state(known.evidence, "en"), place="lima", at=Viewport(-9.2, -75.0, 5)), known)
    for _ in range(count):
        query = link if chance.random() < 0.7 else ""
        for _ in range(chance.randint(1, 6)):
            start = chance.randint(0, len(query))
            query = query[:start] + chance.choice(PIECES) + query[start + chance.randint(0, 8) :]
        yield query


def test_thousands_of_damaged_links_are_read(known: LinkContext) -> None:
    """Not one of them fails, hides what it left out, or leads to a view without a link of its own."""
    for query in damaged_links(known, 3_000):
        assert_read(query, known)
