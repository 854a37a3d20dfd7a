"""The roles in which a place is named."""

from geo.draw.symbols import POLYGONS
from geo.evidence import Role
from geo.view.roles import ROLES, START_ROLES


def test_every_role_has_its_record_in_the_order_of_the_vocabulary() -> None:
    """A role without one would be an error where a reader first meets it."""
    assert list(ROLES) == list(Role)


def test_roles_differ_in_name_and_shape() -> None:
    """Colour tells the acts, so the shape alone tells the roles; a meaning says when a role is context."""
    for values in ([record.label for record in ROLES.values()], [record.shape for record in ROLES.values()]):
        assert len(set(values)) == len(ROLES)
    assert {record.shape for record in ROLES.values()} <= set(POLYGONS)
    assert {role for role, record in ROLES.items() if "context" not in record.meaning} == set(START_ROLES)
