"""The record of a file format, for figures and for data."""

from enum import StrEnum
from typing import Any, Final, Self

_FIELDS: Final = ("label", "media_type", "about", "content", "write")


class Format(StrEnum):
    """A file format; its value is the ending of file names. The formats are the members of the subclasses."""

    label: str
    """Name of the format."""
    media_type: str
    about: str
    """Message id of the description."""
    content: str
    """Content of a file, as a part of its name."""

    def __new__(cls, suffix: str, *record: Any) -> Self:  # noqa: ANN401 - the fields, in their order
        """Return the member of a record: ending, then the fields above, and the function that writes it."""
        member = str.__new__(cls, suffix)
        member._value_ = suffix
        for field, value in zip(_FIELDS, record, strict=False):
            setattr(member, field, value)
        return member
