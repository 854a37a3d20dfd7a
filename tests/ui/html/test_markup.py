"""Small pieces of markup: what goes into them comes out as itself."""

import pytest

from geo.ui.html import markup


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ("Legislative Resolution 31758 (bill 4766)", "Legislative Resolution 31758 (bill 4766)"),
        ("2.5 % – Lima–Callao, 1 June: all", "2.5 % – Lima–Callao, 1 June: all"),
        ("*a* _b_ `c` [d](e) $f$ <g> ~h~ #i &amp; \\", r"\*a\* \_b\_ \`c\` \[d\](e) \$f\$ \<g> \~h\~ \#i \&amp; \\"),
        (":red[a] :smile:", r"\:red\[a\] \:smile:"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("a" * 200, "a" * 200),
        ("a" * 201, f"{'a' * 200}…"),
    ],
)
def test_a_label_means_itself(content: str, written: str) -> None:
    """Every character that Markdown takes for a mark is marked as text, no other is, and the length has an end."""
    assert markup.label(content) == written
