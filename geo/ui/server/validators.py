"""Whether a client has what would be sent: the ``If-None-Match`` of its request."""

from starlette.datastructures import Headers


def has_already(asked: Headers, tag: str) -> bool:
    """Return whether a request names the tag of an answer, quotation marks included, or says that any will do."""
    named = asked.get("if-none-match", "")
    return tag in named or named.strip() == "*"
