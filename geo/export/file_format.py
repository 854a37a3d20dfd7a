"""What is said of a format: one record each, whether it is of figures or of data."""

from enum import StrEnum
from typing import Any, Final, Self

_FIELDS: Final = ("label", "media_type", "about", "content", "write")


class Format(StrEnum):
    """A format; its value is the ending of a file's name. Its members are in the subclasses, a record each."""

    label: str
    """What people call it."""
    media_type: str
    about: str
    """Message id of what is in such a file."""
    content: str
    """What a file holds, as its name says it."""

    def __new__(cls, suffix: str, *record: Any) -> Self:  # noqa: ANN401 - the fields, in their order
        """Make a member of its record: ending, then the fields above, and the function that writes it."""
        member = str.__new__(cls, suffix)
        member._value_ = suffix
        for field, value in zip(_FIELDS, record, strict=False):
            setattr(member, field, value)
        return member
