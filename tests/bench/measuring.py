"""The measurements. The pages take turns, so that what slows the machine for a while slows all of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import Final

import click

from tests.bench.clicks import measure_clicks
from tests.bench.clients import RunError
from tests.bench.exporting import measure_exports
from tests.bench.growth import measure_check, measure_growth, measure_views
from tests.bench.loads import measure_loads, measure_memory
from tests.bench.plans import Findings, Plan
from tests.bench.results import Found, Series
from tests.bench.servers import NotMeasuredError
from tests.bench.slow_line import measure_slow_line
from tests.bench.soak import measure_soak
from tests.bench.starts import measure_starts

STEPS: Final[Mapping[str, Callable[[Plan, Findings], None]]] = {
    "starts": measure_starts,
    "clicks": measure_clicks,
    "line": measure_slow_line,
    "exports": measure_exports,
    "growth": measure_growth,
    "views": measure_views,
    "check": measure_check,
    "memory": measure_memory,
    "loads": measure_loads,
    "soak": measure_soak,
}
"""Kinds of measurement, in the order in which they are taken."""


def measure(plan: Plan, only: Collection[str] = ()) -> tuple[Found, list[str]]:
    """Measure everything, or some kinds; return what was found, and what could not be measured and why."""
    findings: Findings = defaultdict(list)
    faults: list[str] = []
    for name, step in STEPS.items():
        if only and name not in only:
            continue
        click.echo(f"{name}: {step.__doc__}", err=True)
        try:
            step(plan, findings)
        except (NotMeasuredError, RunError) as error:
            faults.append(f"{name}: {error}")
    series = (Series(measure, subject, tuple(values)) for (measure, subject), values in findings.items() if values)
    return Found(tuple(series)), faults
