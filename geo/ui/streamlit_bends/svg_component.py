"""A drawing on the page: SVG that stands in the document itself, so that its text can be read, found and followed.

Streamlit takes SVG out of markup, and an image would hide its text, so a component without a frame puts it there. The drawing
must have come through the one escaper. Elements with ``data-choose`` act like buttons and report that value.

An element with ``data-drag`` stands for the days from ``data-from`` to ``data-to``, both included, from its left edge to its
right one. A drag across it reports ``<data-drag>:<first day>..<last day>``. While it lasts, the element around it with
``data-drag-scope`` is of class ``dragging`` and has the lengths ``--before``, ``--from`` and ``--after``: how much is not
chosen on the left, where that on the right begins, and how much it is. What is in it of class ``readout`` says the days.
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
  let dragged = false;
  const choose = (event) => {
    const target = event.target.closest("[data-choose]");
    if (!target || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    if (event.type === "click" && dragged) return;
    setTriggerValue("choice", target.dataset.choose);
  };
  box.onclick = choose;
  box.onkeydown = choose;

  const DAY = 86400000;
  let sliding = false;
  box.ontouchmove = (event) => { if (sliding) event.preventDefault(); };
  box.onpointerdown = (event) => {
    dragged = false;
    const target = event.target.closest("[data-drag]");
    if (!target || event.button !== 0) return;
    const scope = target.closest("[data-drag-scope]");
    const readout = scope.querySelector(".readout");
    const first = Date.parse(target.dataset.from);
    const count = Math.round((Date.parse(target.dataset.to) - first) / DAY) + 1;
    const language = target.closest("[lang]").lang;
    const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
    const place = target.getBoundingClientRect();
    const dayAt = (x) => Math.max(0, Math.min(count - 1, Math.floor((x - place.left) / place.width * count)));
    const iso = (day) => new Date(first + day * DAY).toISOString().slice(0, 10);
    const [start, height] = [event.clientX, event.clientY];
    let days = null;
    const move = (moved) => {
      const across = Math.abs(moved.clientX - start);
      if (moved.pointerId !== event.pointerId || (!days && across < Math.max(5, Math.abs(moved.clientY - height)))) return;
      sliding = true;
      days = [dayAt(start), dayAt(moved.clientX)].sort((a, b) => a - b);
      scope.classList.add("dragging");
      scope.style.setProperty("--before", `${days[0] / count * 100}%`);
      scope.style.setProperty("--from", `${(days[1] + 1) / count * 100}%`);
      scope.style.setProperty("--after", `${100 - (days[1] + 1) / count * 100}%`);
      if (readout) readout.textContent = format.formatRange(first + days[0] * DAY, first + days[1] * DAY);
    };
    const finish = (ended) => {
      if (ended.pointerId !== event.pointerId) return;
      sliding = false;
      for (const kind of ["pointermove", "pointerup", "pointercancel"]) target.removeEventListener(kind, handlers[kind]);
      if (readout) readout.textContent = "";
      const keep = days && ended.type === "pointerup";
      setTimeout(() => scope.classList.remove("dragging"), keep ? 600 : 0);
      if (!keep) return;
      dragged = true;
      setTriggerValue("choice", `${target.dataset.drag}:${iso(days[0])}..${iso(days[1])}`);
    };
    const handlers = { pointermove: move, pointerup: finish, pointercancel: finish };
    for (const kind in handlers) target.addEventListener(kind, handlers[kind]);
    target.setPointerCapture(event.pointerId);
  };
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
        """Hand over what the reader chose, if it was a choice."""
        choice = st.session_state[key].get("choice")
        if on_choice and choice:
            on_choice(choice)

    component = st.components.v2.component("drawing", html='<div class="drawing"></div>', js=_SCRIPT, isolate_styles=False)
    component(key=key, data={"svg": svg}, on_choice_change=report)
