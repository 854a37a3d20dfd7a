"""The keys of a link: which of them are written, and which every link has."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

from geo.evidence import Window
from geo.view import LinkContext, Reading, from_query, read_link, start_state, to_query
from geo.view.link.keys import expected_keys, link_keys
from tests.view.samples import MARCH, MAY, act, evidence_of, with_an_act_off

TODAY = date(2031, 3, 10)


def written_keys(query: str) -> list[str]:
    """Return the keys of a query."""
    return [key for key, _ in parse_qsl(query, keep_blank_values=True)]


def test_the_days_of_an_act_that_is_off_are_left_out() -> None:
    """Twenty acts would make a long link; days that were chosen are kept, and an act that starts on is always written."""
    context = LinkContext(with_an_act_off(), frozenset())
    state = start_state(context.evidence, "en")
    chosen = state.with_range("Y", Window(MAY.start, MAY.start))
    assert [key for key in written_keys(to_query(state, context)) if key.startswith("d.")] == ["d.M"]
    assert [key for key in written_keys(to_query(chosen, context)) if key.startswith("d.")] == ["d.M", "d.Y"]
    for view in (state, chosen, replace(state, authorisations=()), replace(state, authorisations=("Y",))):
        assert read_link(to_query(view, context), context, "es") == Reading(view)


def test_an_act_that_the_link_does_not_name_is_off() -> None:
    """An act that came later does not change what a link shows."""
    context = LinkContext(evidence_of(acts=(act("M", MARCH), act("Y", MAY))), frozenset())
    assert from_query("auth=Y", context, language="en").state.authorisations == ("Y",)


def test_every_link_has_the_expected_keys(known: LinkContext) -> None:
    """They are written for every view, in this order."""
    for authorisations in (("31758", "9307"), ("9307",), ()):
        state = replace(start_state(known.evidence, "en"), authorisations=authorisations)
        assert [key for key in written_keys(to_query(state, known)) if key in expected_keys(state)] == [*expected_keys(state)]


def test_keys_are_named_once(known: LinkContext) -> None:
    """No two keys have the same name, whatever its capitals."""
    names = [key.name.casefold() for key in link_keys(known)]
    assert len(set(names)) == len(names)


def test_a_window_without_an_end_is_written_and_read() -> None:
    """The last day is empty; days within such a window are written as any."""
    window = Window(MARCH.start, MARCH.end, is_open=True)
    context = LinkContext(evidence_of(acts=(act("M", window),)), frozenset())
    state = start_state(context.evidence, "en")
    assert "d.M=2031-03-01..&" in to_query(state, context)
    for chosen in (window, replace(window, start=TODAY), Window(TODAY, TODAY)):
        view = state.with_range("M", chosen)
        assert read_link(to_query(view, context), context, "en") == Reading(view)
    assert from_query("d.M=2030-01-01...", context, language="en").state == state
