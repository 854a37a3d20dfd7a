"""A drawing on the page: SVG that stands in the document itself, so that its text can be read, found and followed.

Streamlit takes SVG out of markup, and an image would hide its text, so a component without a frame puts it there. The drawing
must have come through the one escaper. Elements with ``data-choose`` act like buttons and report that value.
"""

from collections.abc import Callable
from typing import Final

import streamlit as st

_SCRIPT: Final = """
export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".drawing");
  if (box.dataset.drawn !== data.svg) {
    box.innerHTML = data.svg;
    box.dataset.drawn = data.svg;
  }
  const choose = (event) => {
    const target = event.target.closest("[data-choose]");
    if (!target || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    setTriggerValue("choice", target.dataset.choose);
  };
  box.onclick = choose;
  box.onkeydown = choose;
}
"""


def show_drawing(svg: str, *, key: str, on_choice: Callable[[str], None] | None = None) -> None:
    """Put a drawing on the page.

    Parameters
    ----------
    svg
        Finished markup.
    key
        Name of the element, unique on the page.
    on_choice
        Called with the ``data-choose`` of what the reader chose, before the page runs again.
    """

    def report() -> None:
        choice = st.session_state[key].get("choice")
        if on_choice and choice:
            on_choice(choice)

    component = st.components.v2.component("drawing", html='<div class="drawing"></div>', js=_SCRIPT, isolate_styles=False)
    component(key=key, data={"svg": svg}, on_choice_change=report)
