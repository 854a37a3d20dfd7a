"""The cells of a claim and of its source, the same in every table."""

from geo.evidence import Claim, Source
from geo.export.frames.table import Cell
from geo.view import ViewContext


def claim_cells(claim: Claim, context: ViewContext) -> tuple[Cell, ...]:
    """Return the cells of a claim from its id on: what it says, in the words of the view, and who says so."""
    words, source = context.words, context.evidence.sources[claim.source_id]
    return (
        claim.claim_id,
        words.of(claim, "statement"),
        claim.certainty.value,
        words.of(claim, "attributed_to"),
        claim.source_id,
        *source_cells(source, context),
        claim.paragraph,
        claim.phrase,
        source.language if claim.phrase else "",
        (claim.disagreement_id,) if claim.disagreement_id else (),
    )


def source_cells(source: Source, context: ViewContext) -> tuple[Cell, ...]:
    """Return the cells of a source without its id."""
    title = context.words.of(source, "title")
    return title, source.publisher, source.author, source.published, source.url, source.language, source.basis.value
