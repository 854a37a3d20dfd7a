"""CSV: RFC 4180, UTF-8 with a byte order mark.

Excel reads a CSV file as UTF-8 only when it begins with the mark, and otherwise garbles every accent; pandas, R's readr and
Python's ``utf-8-sig`` skip it.

A spreadsheet takes a cell for a formula when its text begins with ``=``, ``+``, ``-``, ``@``, a tabulator, a line break, or the
full-width form of one of the signs (OWASP, "CSV Injection"). Such a text gets an apostrophe in front, and so does one that
begins with an apostrophe: without one leading apostrophe, every text is as it was.
"""

from typing import Final

from geo.export.frames import find_table
from geo.export.frames.frame import DataFrame, flatten
from geo.view import ViewContext

_FORMULA: Final = r"^(['=+\-@\t\r\n＝＋－＠])"  # noqa: RUF001 - the full-width signs are meant


USUAL_TABLE: Final = "claims"
"""The table of a CSV file for which none is named."""


def make_csv(context: ViewContext, table_name: str = USUAL_TABLE) -> bytes:
    """Return a table of a view as a CSV file, without its geometry.

    Raises
    ------
    ValueError
        If there is no table of the name.
    """
    return write_csv(find_table(table_name).build(context).drop(columns="geometry", errors="ignore"))


def write_csv(frame: DataFrame) -> bytes:
    """Return a frame as a CSV file: days in ISO 8601, truth values as ``true`` and ``false``, missing values empty."""
    flat = flatten(frame)
    guarded = {name: flat[name].str.replace(_FORMULA, r"'\1", regex=True) for name in flat.select_dtypes("str")}
    truths = {name: flat[name].map({True: "true", False: "false"}) for name in flat.select_dtypes("bool")}
    text: str = flat.assign(**guarded, **truths).to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")
