"""Write the package as one workbook for a spreadsheet, and read the edited workbook.

Each table has a sheet, except the history, which sealing writes. Types and lists of a column come from the descriptor, so that
a new column or vocabulary needs no change here.
"""

from geo.evidence.spreadsheet.reading import WorkbookEdits, read_workbook
from geo.evidence.spreadsheet.writing import write_workbook

__all__ = ["WorkbookEdits", "read_workbook", "write_workbook"]
