"""The small maps of the comparison."""

from geo.ui.views.small_maps import small_maps
from tests.ui.conftest import page_of, texts, tree_of


def test_each_act_that_is_on_has_a_map_that_leads_to_it_alone() -> None:
    """The link of a map switches the other acts off; the map is a drawing with a name."""
    tree = tree_of(small_maps(page_of()))
    links = tree.xpath("//a[contains(@href, 'auth=')]/@href")
    assert [address.partition("auth=")[2].partition("&")[0] for address in links] == ["31758", "9307"]
    assert {"2023 training", "2024 APEC"} <= {text for text in texts(tree, "//span") if text}
    assert tree.text_content().count("2023 training") == 1


def test_one_act_has_one_map() -> None:
    """An act that is off has none."""
    tree = tree_of(small_maps(page_of(authorisations=("9307",))))
    assert "2023 training" not in tree.text_content()
    assert "2024 APEC" in tree.text_content()
