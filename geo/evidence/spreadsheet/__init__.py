"""The whole package as one workbook for a spreadsheet: written from the CSV files, and taken back into them.

A sheet is a table, without the history, which sealing writes. What a column may hold follows from the descriptor: a new column
or vocabulary there is all that it takes here.
"""

from geo.evidence.spreadsheet.reading import WorkbookEdits, read_workbook
from geo.evidence.spreadsheet.writing import write_workbook

__all__ = ["WorkbookEdits", "read_workbook", "write_workbook"]
