"""What the benchmark concludes from what it has measured; nothing here measures."""

import pytest

from tests.bench.bounds import BOUNDS, Bound, judge
from tests.bench.results import GROWTH, MANY_CLAIMS, Found, Series, capacity, claims_name
from tests.bench.soak import Sample, Soak


def runs(milliseconds: float) -> Series:
    """Return runs that all took the same time."""
    return Series("run", "page", (milliseconds,) * 5)


@pytest.mark.parametrize(
    ("p95", "expected"),
    [
        ({1: 50, 10: 60, 30: 150, 60: 151}, 30),
        ({1: 50, 10: 151, 30: 60}, 1),
        ({60: 90, 1: 50, 10: 60}, 60),
    ],
    ids=["the bound itself is within", "a lucky higher number does not count", "in any order"],
)
def test_one_core_serves_the_sessions_up_to_the_first_number_that_is_too_slow(p95: dict[int, float], expected: int) -> None:
    """Three times the single session's p95 is the limit, and every smaller number must keep it as well."""
    assert capacity({sessions: runs(milliseconds) for sessions, milliseconds in p95.items()}) == expected


def test_a_bound_can_be_that_of_another_page() -> None:
    """The figure of ten thousand claims, not the page's, is held against twice that of twenty."""
    bound = next(bound for bound in BOUNDS if (bound.measure, bound.subject) == (GROWTH, MANY_CLAIMS))
    small, large = (Series(GROWTH, claims_name(claims), (value,)) for claims, value in ((20, 50.0), (10_000, 101.0)))
    (verdict,) = judge(Found((small, large, Series(GROWTH, "page", (1.0,)))), (bound,))
    assert (verdict.value, verdict.limit, verdict.word) == (101.0, 100.0, "missed")


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    """A bound without its figure, or without what it is held against, says so."""
    found = Found((Series("a", "page", (1.0,)),))
    words = [verdict.word for verdict in judge(found, (Bound("b", 1), Bound("a", 1, ("a", "floor")), Bound("a", 1)))]
    assert words == ["not measured", "not measured", "met"]


def test_growth_is_that_of_the_last_third_over_the_middle_one() -> None:
    """The first third, which fills caches, plays no part, and a single outlier does not either."""
    kib = [10, 40, 90, 100, 100, 999, 103, 104, 104]
    samples = tuple(Sample(float(number), float(value)) for number, value in enumerate(kib))
    assert Soak(samples, changes=0, visits=0).growth == pytest.approx(4.0)
