"""What the reading of a link gives."""

from geo.view import Notice, Reason


def test_a_notice_repeats_no_more_than_forty_letters() -> None:
    """It is said as the link has it."""
    notice = Notice.of("place", "x" * 50, Reason.UNKNOWN)
    assert notice.found == f"place={'x' * 40}…"
    assert (notice.is_no_view, Notice("", "", Reason.SHORT_LINK).is_no_view) == (False, True)
