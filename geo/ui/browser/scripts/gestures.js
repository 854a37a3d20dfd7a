/* Gestures without the server: mark what is in force today, copy a text, focus the search or the detail, close what is open. */

import { listenToLinks } from "./links.js";
import { listenToPrint } from "./print.js";
import { markToday } from "./today.js";

const SMALL_SCREEN = "(max-width: 768px)";
const WAIT_MS = 4000;
const LOOK_MS = 200;
let place = null;
let copied = "";
let namings = "";

/** Listen on the whole document, once; `copied` is the label of a button for a moment after it has copied its text. */
export default function listen({ data }) {
  copied = data.copied;
  markToday(data.acts, data.today);
  paintAtOnce(data.instant);
  if (place === null) start();
  else if (data.place && data.place !== place) focusDetail(data.place);
  place = data.place;
}

function start() {
  if (navigator.share) document.documentElement.classList.add("can-share");
  document.addEventListener("click", copy);
  document.addEventListener("click", share);
  document.addEventListener("click", closeFilters);
  document.addEventListener("click", openActs);
  document.addEventListener("keydown", search);
  document.addEventListener("keydown", escape);
  document.addEventListener("pointerdown", closeOutside, { capture: true });
  listenToLinks();
  listenToPrint();
}

/** Load, when the map is painted, what paints a choice before the server answers; it does not stand in the way of the first view. */
function paintAtOnce({ script, namings: address = "" }) {
  if (address === namings) return;
  namings = address;
  const load = () => script && import(new URL(script, document.baseURI));
  const look = async () => {
    if (!document.querySelector(".st-key-map iframe")?.contentDocument?.querySelector("html.drawn")) return setTimeout(look, LOOK_MS);
    await load();
    return window.Ingreso?.instant?.use(namings);
  };
  look();
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await write(button.dataset.copy, button);
  button.dataset.label ??= button.textContent;
  button.textContent = copied;
  setTimeout(() => { button.textContent = button.dataset.label; }, 1200);
}

/** Copy a text to the clipboard. Without TLS browsers have no clipboard object; then the text is selected and copied. */
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

/** Open the share dialog of the device; if it has none, the style sheet hides the button. */
function share(event) {
  const button = event.target.closest("[data-share]");
  if (!button) return;
  const link = { url: button.dataset.share, title: document.title };
  navigator.share(link).catch(() => {}); // the reader closed the dialog
}

function search(event) {
  const typing = event.target.closest("input, textarea, [contenteditable='true']");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
  const field = document.querySelector(".st-key-find input");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** Escape closes the selected place and focuses the map. */
function escape(event) {
  const close = document.querySelector(".st-key-close button");
  const inDetail = event.target.closest?.(".st-key-detail") || event.target === document.body;
  if (event.key !== "Escape" || !close || !inDetail) return;
  close.click();
  document.querySelector(".st-key-map iframe")?.focus();
}

/** Focus the detail of the selected place once it is on the page. */
function focusDetail(chosen) {
  const end = Date.now() + WAIT_MS;
  const look = () => {
    const verdict = document.querySelector(`.verdict[data-place="${CSS.escape(chosen)}"]`);
    if (verdict) verdict.focus({ preventScroll: true });
    else if (Date.now() < end) setTimeout(look, 50);
  };
  look();
}

/** Open the filters if they are folded, and in them the list of other acts, and focus it. */
function openActs(event) {
  if (!event.target.closest("[data-open='acts']")) return;
  document.querySelector("[data-testid='stExpandSidebarButton']")?.click();
  const end = Date.now() + WAIT_MS;
  const look = () => {
    const acts = document.querySelector(".st-key-other-acts details, .stSidebar [class*='st-key-card-']");
    if (!acts?.checkVisibility()) return Date.now() < end && setTimeout(look, 50);
    if (acts.open === false) acts.querySelector("summary").click();
    acts.querySelector("summary, input").focus({ preventScroll: true });
    return acts.scrollIntoView({ block: "nearest" });
  };
  look();
}

function closeFilters(event) {
  if (event.target.closest("[data-close='filters']")) collapseSidebar();
}

/** On a small screen the filters cover the page: a tap beside them closes them, and does nothing else. */
function closeOutside(event) {
  const sidebar = document.querySelector(".stSidebar[data-collapsed='false']");
  if (!sidebar || !matchMedia(SMALL_SCREEN).matches) return;
  const inside = event.clientX < sidebar.getBoundingClientRect().right;
  const isLayer = event.target.closest("[data-baseweb='popover'], [role='dialog']"); // a list or calendar of a filter
  if (inside || isLayer) return;
  event.preventDefault();
  event.stopPropagation();
  collapseSidebar();
}

function collapseSidebar() {
  document.querySelector("[data-testid='stSidebarCollapseButton'] button")?.click();
}
