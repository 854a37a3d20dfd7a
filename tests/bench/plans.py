"""How much is measured, and where it is collected."""

from dataclasses import dataclass

Findings = dict[tuple[str, str], list[float]]
"""Values by measure and page."""
WARM_UPS = 3
"""Changes and sessions before what is counted."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    starts: int = 5
    """Times that each server is started, and visited twice."""
    clicks: int = 25
    """Filter changes on each page, near and far; as many clicks on a place."""
    visits: int = 3
    """Times that each page is visited first and again on a slow line."""
    weighed: int = 5
    """Filter changes on each page whose bytes are counted."""
    exports: int = 7
    """Times that each figure and file is made."""
    opened: int = 5
    """Times that each view of large data is opened."""
    checks: int = 3
    """Times that large data are checked."""
    sizes: tuple[int, ...] = (10, 20, 100, 1_000, 10_000)
    """Place claims of the generated data."""
    grown: int = 15
    """Filter changes at each of these sizes."""
    joined: int = 30
    """Sessions over which the memory of one is taken."""
    levels: tuple[int, ...] = (1, 10, 30, 60, 100)
    """Numbers of sessions that change filters at the same time."""
    load_seconds: float = 20.0
    pause_seconds: float = 2.0
    """Between two changes of one session."""
    soak_seconds: float = 60.0
    soak_sessions: int = 10


FULL = Plan()
QUICK = Plan(
    starts=2, clicks=8, visits=1, weighed=2, exports=2, opened=2, checks=1, sizes=(20, 10_000), grown=6, levels=(1, 30, 60),
    load_seconds=4.0, soak_seconds=20.0,
)  # fmt: skip
