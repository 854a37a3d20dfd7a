/* What the page does in the browser alone: copy a text, lead the keyboard to the search, and go from view to view. */

const WAY = 'a[href^="?"]';
const VIEWS = ["map", "compare", "facts", "disagreements", "sources", "table", "about"]; // in the order of their names
const WAIT_MS = 8000;

/** Listen on the whole document, once; `copied` is what a button says for a moment once its text is on the clipboard. */
export function listen({ copied }) {
  const page = window;
  page.ingresoCopied = copied;
  if (page.ingresoListens) return;
  page.ingresoListens = true;
  document.addEventListener("click", copy);
  document.addEventListener("keydown", search);
  document.addEventListener("click", go);
  document.addEventListener("click", () => [60, 250].forEach((pause) => setTimeout(translate, pause)));
  for (const reach of ["pointerover", "focusin"]) document.addEventListener(reach, keepFilters);
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

/** Give a way to another view the rest of the present address, before it can be copied or opened in a new tab. */
function keepFilters(event) {
  const link = event.target.closest?.(WAY);
  if (!link) return;
  const query = new URLSearchParams(location.search);
  query.set("view", viewOf(link));
  query.delete("embed");
  if (!document.querySelector(".st-key-view")) link.target = "_blank"; // in a frame of another page the way leads out of it
  link.href = `?${query.toString().replaceAll("%2C", ",")}${link.hash}`;
}

/** Follow a plain click on a way to another view: press the view's name, then move to what the way leads to. */
function go(event) {
  const link = event.target.closest(WAY);
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const view = viewOf(link);
  const name = document.querySelectorAll(".st-key-view button")[VIEWS.indexOf(view)];
  if (!name) return;
  event.preventDefault();
  if (new URLSearchParams(location.search).get("view") !== view) name.click();
  const to = link.hash.slice(1);
  arrive(to || `view-${view}`, to ? null : name);
}

function viewOf(link) {
  return new URL(link.href).searchParams.get("view");
}

/** Wait until what was gone to is on the page, then scroll to it, or to the name of its view. */
function arrive(wanted, name) {
  const end = Date.now() + WAIT_MS;
  const look = () => {
    const found = document.getElementById(wanted) || document.querySelector(`.st-key-${wanted}`);
    if (found) (name || found).scrollIntoView({ block: name ? "center" : "start" });
    else if (Date.now() < end) setTimeout(look, 60);
  };
  look();
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
