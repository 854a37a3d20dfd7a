"""What the page does in the browser alone: copy a text, and lead the keyboard to the search.

A component without a look of its own. Its script listens once, on the whole document: a click on anything with ``data-copy``
puts that text on the clipboard, and the key ``/`` outside of a field moves the focus to the search for a place.
"""

from typing import Final

import streamlit as st

_SCRIPT: Final = """
export default function ({ data }) {
  const page = window;
  page.ingresoCopied = data.copied;
  if (page.ingresoListens) return;
  page.ingresoListens = true;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const label = button.textContent;
    button.textContent = page.ingresoCopied;
    setTimeout(() => { button.textContent = label; }, 1200);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, [contenteditable='true']");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
    const field = document.querySelector(".st-key-find input");
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
}
"""


def show_gestures(copied: str) -> None:
    """Let the page listen.

    Parameters
    ----------
    copied
        What a button says for a moment once its text is on the clipboard.
    """
    st.components.v2.component("gestures", js=_SCRIPT)(key="gestures", data={"copied": copied}, height=0)
