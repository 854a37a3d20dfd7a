/* What the page does in the browser alone: copy a text, lead the keyboard to the search, and go from view to view. */

/** Listen on the whole document, once; `copied` is what a button says for a moment once its text is on the clipboard. */
export function listen({ copied }) {
  const page = window;
  page.ingresoCopied = copied;
  if (page.ingresoListens) return;
  page.ingresoListens = true;
  document.addEventListener("click", copy);
  document.addEventListener("keydown", search);
  document.addEventListener("click", go);
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
  const link = event.target.closest?.("a[data-view]");
  if (!link) return;
  const query = new URLSearchParams(location.search);
  query.set("view", link.dataset.view);
  link.href = `?${query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}

/** Follow a plain click on a way to another view: press the view's name, then move to what the way leads to. */
function go(event) {
  const link = event.target.closest("a[data-view]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const names = document.querySelectorAll(".st-key-view button");
  const name = names[Number(link.dataset.at)];
  if (!name) return;
  event.preventDefault();
  const { to } = link.dataset;
  if (new URLSearchParams(location.search).get("view") !== link.dataset.view) name.click();
  arrive(() => (to ? document.getElementById(to) : document.querySelector(`.st-key-view-${link.dataset.view}`)), to ? null : name);
}

/** Wait until what was gone to is on the page, then scroll to it, or to the top of the page with the name of its view. */
function arrive(find, name) {
  const end = Date.now() + 8000;
  const look = () => {
    const found = find();
    if (found) (name || found).scrollIntoView({ block: name ? "center" : "start" });
    else if (Date.now() < end) setTimeout(look, 60);
  };
  look();
}
