"""The lists of places that the sources of an act give."""

from geo.ui.views.compare_lists import MOST_DIFFERENCES, act_lists
from geo.view import ActSets, build_comparison
from tests.ui.conftest import page_of, texts, tree_of


def sets_of(act_id: str) -> ActSets:
    """Return what each source of an act lists in the start view."""
    return next(sets for sets in build_comparison(page_of().context).acts if sets.authorisation_id == act_id)


def test_an_act_has_its_full_name_and_a_list_for_each_role() -> None:
    """Each role is a heading; its lists are terms with what they name."""
    page, sets = page_of(), sets_of("31758")
    tree = tree_of(act_lists(sets, page))
    assert texts(tree, "//h2") == [page.context.evidence.authorisations["31758"].name_en]
    assert len(texts(tree, "//h3")) == len(sets.roles) > 0
    lists = sum(len(role.sets) + (len(role.sets) > 1) for role in sets.roles)
    assert len(tree.xpath("//dl//dt")) == len(tree.xpath("//dl//dd")) == lists


def test_a_difference_says_which_list_has_a_place_and_which_has_not() -> None:
    """Santa Lucía is in the lists of some sources and not in those of others; its name leads to it."""
    tree = tree_of(act_lists(sets_of("31758"), page_of()))
    lines = tree.xpath("//li[starts-with(., 'In ')]")
    assert 0 < len(lines) <= MOST_DIFFERENCES
    assert [line for line in lines if ", not in " in line.text_content()] == lines
    assert "?place=santa-lucia" in [address for line in lines for address in line.xpath(".//a/@href")]


def test_an_act_without_a_shown_place_says_so() -> None:
    """There is a sentence in place of the lists."""
    page = page_of(roles=())
    sets = ActSets("9307", (), (), (), ())
    assert "No place that is shown is named under it." in texts(tree_of(act_lists(sets, page)), "//p")
