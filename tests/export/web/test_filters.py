"""The filters and the legend of the offline page."""

import pytest
from lxml import html

from geo.evidence import Basis, Role
from geo.export.web.filters import filters, legend
from geo.view.state import BasisFilter
from tests.view.samples import context_of, evidence_of, naming, source

EVIDENCE = evidence_of(naming("1", "harbour"), sources=(source("T"), source("C", basis=Basis.CORROBORATION)))


def tree_of(markup: str) -> html.HtmlElement:
    """Return markup as the children of one element."""
    return html.fragment_fromstring(str(markup), create_parent="div")


def checked(tree: html.HtmlElement, name: str) -> list[str]:
    """Return the values of the boxes of a name that are on."""
    return tree.xpath(f"//input[@name='{name}'][@checked]/@value")


def test_the_form_has_the_values_of_the_view() -> None:
    """Acts, days, roles and the number of sources are those of the view; days are limited to the act's window."""
    tree = tree_of(filters(context_of(EVIDENCE, authorisations=("Y",), roles=(Role.VENUE,), min_sources=2)))
    assert (checked(tree, "act"), checked(tree, "role"), checked(tree, "min")) == (["Y"], ["venue"], ["2"])
    assert tree.xpath("//input[@name='act']/@value") == ["M", "Y"]
    assert tree.xpath("//input[@name='role']/@value") == [role.value for role in Role]
    (start,) = tree.xpath("//input[@name='from.M']")
    assert (start.get("value"), start.get("min"), start.get("max")) == ("2031-03-01", "2031-03-01", "2031-03-31")


@pytest.mark.parametrize(("basis", "values"), [(BasisFilter.ALL, ["all", "texts"]), (BasisFilter.TEXTS, [])])
def test_the_basis_is_a_choice_only_where_the_page_has_both(basis: BasisFilter, values: list[str]) -> None:
    """A page of the texts has no corroboration to show."""
    tree = tree_of(filters(context_of(EVIDENCE, basis=basis)))
    assert tree.xpath("//input[@name='basis']/@value") == values


def test_every_field_has_a_label() -> None:
    """A label is around each field, and a day says whose it is."""
    tree = tree_of(filters(context_of(EVIDENCE)))
    assert tree.xpath("//input[not(ancestor::label)]") == []
    assert tree.xpath("//input[@type='date'][not(@aria-label)]") == []
    assert "M: From" in tree.xpath("//input[@type='date']/@aria-label")


def test_the_legend_explains_hatching_and_every_role() -> None:
    """Each entry has a swatch for both themes, and a text."""
    entries = tree_of(legend(context_of(EVIDENCE), ())).xpath("//li")
    names = [entry.get("data-legend") for entry in entries]
    assert {"hatch-M", "hatch-Y", "hatch-", "dashed", "context", *(f"role-{role.value}" for role in Role)} == set(names)
    assert [entry for entry in entries if len(entry.xpath("./span[@aria-hidden='true']")) != 2] == []
    assert [entry for entry in entries if not entry.xpath("string(./span[last()])")] == []
