"""The layout of figures: nothing overlaps, nothing leaves the sheet, and what must be said is said, at any size."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.draw.figure import MOST_SIDE, SIZES, Figure, FigureSize, draw_figure, parse_size
from geo.draw.figure.layout import LEVELS
from geo.draw.figure.svg import Box
from geo.evidence import Evidence
from geo.text import LANGUAGES, translator
from geo.view import CAUTION, START_ROLES, make_context, start_state
from geo.view.labels import ROLE_LABELS
from tests.draw.figure.views import named_views, telling_views

SMALL = ("320x320", "320x700", "400x400", "640x360", "390x844", "1200x630")
BASE = "https://example.org/ingreso/"


def faults(figure: Figure) -> list[str]:
    """Name the texts that leave the sheet, and the pairs that overlap."""
    sheet = Box(0, 0, figure.size.width, figure.size.height)
    said = [(text.box, "".join(run.text for run in text.runs)) for text in figure.texts]
    outside = [f"outside: {text}" for box, text in said if not sheet.holds(box)]
    pairs = combinations(sorted(said, key=lambda item: item[0].top), 2)
    return outside + [f"{one} / {other}" for (box, one), (second, other) in pairs if box.overlaps(second)]


def words_of(figure: Figure) -> str:
    """Return all texts of a figure, joined, line after line."""
    return " ".join("".join(run.text for run in text.runs) for text in figure.texts)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_text_touches_another_or_leaves_the_sheet(evidence: Evidence, atlas: Atlas, size: str, theme: str) -> None:
    """At every named size, in both languages and themes, the measured boxes of all texts are apart and on the sheet."""
    for name, state in named_views(evidence, LANGUAGES):
        figure = draw_figure(make_context(evidence, atlas, state, base_url=BASE), SIZES[size], theme=theme)
        assert faults(figure) == [], name
        assert len(figure.texts) > 40, name


@pytest.mark.parametrize("size", [*SIZES, *SMALL])
def test_a_third_authorisation_finds_its_room(three_acts: Evidence, atlas: Atlas, size: str) -> None:
    """With three authorisations nothing overlaps either, and each is named with its days."""
    figure = draw_figure(make_context(three_acts, atlas, start_state(three_acts, "en"), base_url=BASE), parse_size(size))
    assert faults(figure) == []
    for name in ("2023 training", "2024 APEC", "2031 relief"):
        assert name in words_of(figure)


@pytest.mark.parametrize("size", SMALL)
def test_small_sheets_say_less_and_still_whole_sentences(evidence: Evidence, atlas: Atlas, size: str) -> None:
    """On a small sheet title, caution, credits with licences and the data version are there, and nothing overlaps."""
    for language in LANGUAGES:
        state = start_state(evidence, language)
        figure = draw_figure(make_context(evidence, atlas, state, base_url=BASE), parse_size(size))
        words, said = translator(language), words_of(figure)
        assert faults(figure) == []
        for sentence in (
            words("Where US forces were authorised to enter Peru"),
            words(CAUTION),
            words("Data version {version}", version=evidence.version),
            "CC BY 3.0 IGO",
            {"en": "Natural Earth, public domain", "es": "Natural Earth, dominio público"}[language],
        ):
            assert sentence in said


@pytest.mark.parametrize(("size", "language"), [("400x400", "en"), ("480x320", "es")])
def test_a_small_sheet_keeps_a_legend_in_few_words(evidence: Evidence, atlas: Atlas, size: str, language: str) -> None:
    """What the head does not tell is told: both acts together, a locality alone, the open level, and every shape."""
    figure = draw_figure(make_context(evidence, atlas, start_state(evidence, language), base_url=BASE), parse_size(size))
    words, acts = translator(language), evidence.authorisations.values()
    both = words.listing([words.of(act, "short") for act in acts])
    roles = [words(ROLE_LABELS[role]) for role in START_ROLES]
    told = ["".join(run.text for run in text.runs) for text in figure.texts]
    assert [
        text for text in (both, words("Only a locality named"), words("Level not stated"), *roles) if text not in told
    ] == []
    assert faults(figure) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sides=st.tuples(st.integers(320, 1500), st.integers(320, 1500)),
    view=st.sampled_from(["default", "all roles", "empty", "a locality"]),
    language=st.sampled_from(LANGUAGES),
)
def test_odd_sizes(evidence: Evidence, atlas: Atlas, *, sides: tuple[int, int], view: str, language: str) -> None:
    """At any size from 320 to 1500 pixels a side, nothing overlaps and nothing leaves the sheet."""
    state = telling_views(evidence, language)[view]
    figure = draw_figure(make_context(evidence, atlas, state, base_url=BASE), FigureSize(*sides))
    assert faults(figure) == []


@pytest.mark.parametrize("size", [(320, MOST_SIDE), (MOST_SIDE, 320), (MOST_SIDE, MOST_SIDE)])
def test_the_extremes(evidence: Evidence, atlas: Atlas, size: tuple[int, int]) -> None:
    """Also the narrowest, the widest and the largest sheet are drawn without a fault."""
    assert (
        faults(draw_figure(make_context(evidence, atlas, start_state(evidence, "es"), base_url=BASE), FigureSize(*size))) == []
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_of_paper_says_everything(evidence: Evidence, atlas: Atlas, language: str) -> None:
    """On A4 there are counts, filters, every source, credits, version and the whole link."""
    context = make_context(evidence, atlas, start_state(evidence, language), base_url=BASE)
    words, headline = context.words, context.headline
    said = words_of(draw_figure(context, SIZES["a4"]))
    assert f"{headline.counts}. {headline.sources}." in said
    assert [source for source in context.selection.sources() if source not in said] == []
    assert f"{BASE}?v=1&auth=31758,9307&" in said.replace("& ", "&")
    for text in (*atlas.credits_in(language), words("Claims: {licence}.", licence=evidence.licences[0].title)):
        assert text in said
    assert [unit.name for unit in atlas.units if unit.name.split()[0] not in said] == []


def test_what_hurts_goes_first() -> None:
    """From level to level a figure says no more than before, and the last one says least."""
    order = ["full", "short", "names", "count"]
    assert LEVELS[0].sources == "full"
    assert [level.sources for level in LEVELS[-4:]] == ["count"] * 4
    assert all(level.sources in order for level in LEVELS)
    assert LEVELS[-1].strip == "none"
    assert not any((LEVELS[-1].filters, LEVELS[-1].headline, LEVELS[-1].legend, LEVELS[-1].link))


def test_the_same_view_is_the_same_drawing(evidence: Evidence, atlas: Atlas) -> None:
    """Drawn twice, a figure is the same value; in another theme its texts stand at the same places."""
    state = start_state(evidence, "en")
    light, again = (draw_figure(make_context(evidence, atlas, state), SIZES["slide"]) for _ in range(2))
    dark = draw_figure(make_context(evidence, atlas, state), SIZES["slide"], theme="dark")
    assert light == again
    assert [text.box for text in light.texts] == [text.box for text in dark.texts]
    assert light.svg() != dark.svg()
