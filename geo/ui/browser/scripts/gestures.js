/* What the page does in the browser alone: copy a text, lead the keyboard to the search, follow its own links, keep clicks. */

import { listenToPresses } from "./presses.js";
import { listenToWays } from "./ways.js";

/** Listen on the whole document, once; `copied` is what a button says for a moment once its text is on the clipboard. */
export function listen({ copied }) {
  const page = window;
  page.ingresoCopied = copied;
  if (page.ingresoListens) return;
  page.ingresoListens = true;
  document.addEventListener("click", copy);
  document.addEventListener("keydown", search);
  document.addEventListener("click", () => [60, 250].forEach((pause) => setTimeout(translate, pause)));
  listenToPresses();
  listenToWays();
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await write(button.dataset.copy, button);
  button.dataset.label ??= button.textContent;
  button.textContent = window.ingresoCopied;
  setTimeout(() => { button.textContent = button.dataset.label; }, 1200);
}

/** Put a text on the clipboard; where the page comes without TLS, and browsers give it no clipboard, by selecting it. */
async function write(text, button) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  button.after(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  return button.focus();
}

function search(event) {
  const typing = event.target.closest("input, textarea, [contenteditable='true']");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
  const field = document.querySelector(".st-key-find input");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** Say in the page's language what the menu of a table's column says in English; the table brings the words along. */
function translate() {
  const said = document.querySelector("[data-said]");
  if (!said) return;
  const words = JSON.parse(said.dataset.said);
  const texts = (menu) => document.createTreeWalker(menu, NodeFilter.SHOW_TEXT);
  for (const menu of document.querySelectorAll('[data-testid="stDataFrameColumnMenu"]')) {
    for (let walk = texts(menu), node = walk.nextNode(); node; node = walk.nextNode()) {
      if (words[node.data]) node.data = words[node.data];
    }
  }
}
