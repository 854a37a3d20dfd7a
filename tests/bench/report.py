"""What was found, as a table for the eye and as JSON for whoever compares runs."""

import json
import os
from collections.abc import Iterable, Sequence

from tests.bench.bounds import Bound, Verdict
from tests.bench.results import KEPT, KEPT_GROWN, Found, Series, unit_of

COLUMNS = ("", "page", "median", "min", "max", "p95", "x floor", "x plain")


def to_text(found: Found, verdicts: Sequence[Verdict], faults: Sequence[str]) -> str:
    """Return the tables of figures and bounds."""
    figures = [COLUMNS, *(_figure_row(series, found) for series in found.series)]
    bounds = [("bound", "found", "at most", ""), *(_bound_row(verdict) for verdict in verdicts)]
    parts = [_table(figures), _table(bounds), *(f"not measured: {fault}" for fault in faults), _machine()]
    return "\n\n".join(parts)


def to_json(found: Found, verdicts: Sequence[Verdict], faults: Sequence[str]) -> str:
    """Return everything, with every single value."""
    content = {
        "series": [
            {
                "measure": one.measure,
                "page": one.subject,
                "unit": unit_of(one.measure),
                "median": one.median,
                "values": one.values,
            }
            for one in found.series
        ],
        "bounds": [
            {"bound": _bound_name(one.bound), "found": one.value, "limit": one.limit, "verdict": one.word} for one in verdicts
        ],
        "not_measured": list(faults),
        "machine": _machine(),
    }
    return json.dumps(content, indent=1) + "\n"


def _figure_row(series: Series, found: Found) -> tuple[str, ...]:
    unit = unit_of(series.measure)
    name = f"{series.measure} ({unit})" if unit else series.measure
    figures = (series.median, min(series.values), max(series.values), series.p95)
    return (name, series.subject, *map(_number, figures), *(_ratio(series, found, other) for other in ("floor", "plain")))


def _ratio(series: Series, found: Found, subject: str) -> str:
    other = found.get(series.measure, subject)
    if other is None or other is series or not other.median or series.measure in (KEPT, KEPT_GROWN):
        return ""
    return f"{series.median / other.median:.2f}"


def _bound_row(verdict: Verdict) -> tuple[str, ...]:
    return _bound_name(verdict.bound), _optional(verdict.value), _optional(verdict.limit), verdict.word


def _bound_name(bound: Bound) -> str:
    name = bound.measure if bound.statistic == "median" else f"{bound.measure}, {bound.statistic}"
    name = name if bound.subject == "page" else f"{name}: {bound.subject}"
    if bound.against is None:
        return f"{name} {'>=' if bound.at_least else '<='} {bound.factor:g} {unit_of(bound.measure)}".rstrip()
    measure, subject = bound.against
    other = subject if measure == bound.measure else f"{subject}'s {measure}"
    return f"{name} <= {bound.factor:g} x {other}"


def _optional(value: float | None) -> str:
    return "-" if value is None else _number(value)


def _number(value: float) -> str:
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}" if abs(value) < 100 else f"{value:.0f}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Iterable[str], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(width) if not cell[:1].isdigit() else cell.rjust(width) for cell, width in zip(row, widths, strict=True)
    ]
    return "  ".join(cells).rstrip()


def _machine() -> str:
    load = ", ".join(f"{one:.2f}" for one in os.getloadavg())
    return f"{os.cpu_count()} cores; load at the end, over 1, 5 and 15 minutes: {load}"
