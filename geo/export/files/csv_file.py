"""CSV: RFC 4180, UTF-8 with a byte order mark.

Excel reads a CSV file as UTF-8 only when it begins with the mark, and otherwise garbles every accent; pandas, R's readr and
Python's ``utf-8-sig`` skip it. ``pandas.read_csv(file, dtype=str, keep_default_na=False)`` gives every cell as it was written;
see :mod:`geo.export.frames.table` for texts with an apostrophe in front.
"""

import csv
import io

from geo.export.frames.table import Table, guarded


def csv_bytes(table: Table) -> bytes:
    """Write a table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([guarded(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")
