"""A short part of the attack that ``make attack`` runs at length."""

from tests.attack.attack import attack


def test_the_server_holds() -> None:
    """Nothing fails under hostile requests, figures in all formats stay within the memory limit, and visitors are served."""
    report = attack(hostile=300, figures=40, visitors=5)
    assert report.holds, str(report)
    assert sum(report.statuses.values()) == 340
