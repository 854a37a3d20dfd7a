"""Marks of acts, roles and sources."""

import pytest

from geo.evidence import Role
from geo.ui.html.badges import QUIET, act_colour, act_heading, act_label, role_shape, source_names, sources_by_name
from tests.ui.conftest import page_of, texts, tree_of


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_act_has_its_colour_and_the_context_a_grey(theme: str) -> None:
    """The label has a swatch of the very colour that the map fills with, and names the act in short."""
    page = page_of(theme=theme)
    assert act_colour("9307", page) == page.palette.colours["9307"]
    assert act_colour("", page) == QUIET[theme]
    label = tree_of(act_label("9307", page))
    assert texts(label, "//span[not(@aria-hidden)]") == ["2024 APEC"]
    assert f"background:{page.colours['9307']}" in label.xpath("//span[@aria-hidden='true']/@style")


def test_a_heading_has_the_full_name() -> None:
    """The heading is of the asked level."""
    page = page_of()
    assert texts(tree_of(act_heading("h2", "9307", page)), "//h2") == [page.context.evidence.authorisations["9307"].name_en]
    assert texts(tree_of(act_heading("h3", "", page)), "//h3") == ["Context, under no act"]


def test_a_dot_stands_for_a_source_and_sources_that_count_once_are_joined() -> None:
    """Two sources that are not independent are one group of dots and are joined by an equals sign."""
    page = page_of()
    tree = tree_of(sources_by_name((("000", "001"), ("C-01",)), page))
    (dots,) = tree.xpath("//span[@aria-hidden='true']")
    assert dots.text_content() == "●● ●"
    names = [source_link.text_content() for source_link in tree.xpath("//a")]
    assert len(names) == 3
    assert f"{names[0]} = {names[1]}, {names[2]}" in tree.text_content()
    assert tree.xpath("//span[@title]/@title") == ["not independent of one another, counted once"]
    assert tree.xpath("//a/@href")[0] == "?view=sources#source-000"


def test_in_a_button_the_names_are_no_links() -> None:
    """A button cannot contain links."""
    page = page_of()
    assert tree_of(sources_by_name((("000",),), page, is_linked=False)).xpath("//a") == []
    assert tree_of(source_names(["000", "001"], page)).xpath("//a/@href") == [
        "?view=sources#source-000",
        "?view=sources#source-001",
    ]


def test_the_shape_of_a_role_is_a_picture_that_screen_readers_skip() -> None:
    """Two roles have different shapes."""
    port, venue = (tree_of(role_shape(role, "#123456")).xpath("//img")[0] for role in (Role.PORT, Role.VENUE))
    assert (port.get("alt"), port.get("aria-hidden")) == ("", "true")
    assert port.get("src") != venue.get("src")
