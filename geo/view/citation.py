"""The citation of a claim, and the address of its passage in the source."""

from typing import Final
from urllib.parse import quote

from geo.evidence import Claim, Source
from geo.text import Translator
from geo.view.answers.sources import published_text

_FRAGMENT: Final = "#:~:text="


def passage_url(claim: Claim, source: Source) -> str:
    """Return the address of a source with its key phrase as a text fragment, so that browsers scroll to the passage.

    See WICG, "Text Fragments"; ``-``, ``,`` and ``&`` are encoded because they are syntax in a fragment.
    """
    if not source.url or not claim.phrase:
        return source.url
    return f"{source.url}{_FRAGMENT}{quote(claim.phrase, safe='').replace('-', '%2D')}"


def cite_claim(claim: Claim, source: Source, words: Translator) -> str:
    """Return a claim as one line to copy: the statement, then author, title, publisher, date, paragraph and address."""
    details = [
        source.author,
        f"“{words.of(source, 'title')}”" if not source.title.startswith("[") else words.of(source, "title"),
        source.publisher,
        published_text(source.published, words),
        words("paragraph {number}", number=claim.paragraph) if claim.paragraph else "",
        source.url,
    ]
    origin = ", ".join(detail for detail in details if detail)
    return words(
        "{statement} Source {id}: {origin}.", statement=words.of(claim, "statement"), id=claim.source_id, origin=origin
    )
