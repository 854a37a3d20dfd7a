/* In-page links: they change the view without reloading the page.
 *
 * A link has only the keys that it changes, as `?view=facts#question-D-14`; a link with the key `v` has all keys. On hover or focus
 * it gets the other keys of the present address, so that it can be copied or opened in a new tab. A plain click puts its address
 * into the history and sends a popstate event, as Back and Forward do; the page then reads the link in one run. During a run the
 * address is still that of the former view, so a click waits for the end of the run.
 */

const LINK = 'a[href^="?"]';
const AT_WORK = '[data-testid="stApp"][data-test-script-state="running"]';
const WAIT_MS = 8000;
const STAY_MS = 1000;
const GESTURES = ["wheel", "touchstart", "pointerdown", "keydown"]; // of a reader who moves on: scrolling to the target then ends

/** Listen on the whole document; call it once. Until then the style sheet disables these links, since they would lose the filters. */
export function listenToLinks() {
  for (const reach of ["pointerover", "focusin"]) document.addEventListener(reach, complete);
  document.addEventListener("click", go);
  window.addEventListener("popstate", (event) => { if (event.isTrusted) setTimeout(restoreScroll); }); // once the address has no step
  document.documentElement.classList.add("links-ready");
  const [, to] = (performance.getEntriesByType("navigation")[0]?.name ?? "").split("#"); // Streamlit's address no longer has it
  if (to) arrive(`#${CSS.escape(to)}`, "start");
}

function complete(event) {
  const link = event.target.closest?.(LINK);
  if (!link) return;
  const { query, to } = targetOf(link);
  if (!isWhole()) link.setAttribute("target", "_blank"); // in a frame of another page the link opens a new tab
  link.setAttribute("href", to ? `${query}#${to}` : query);
}

/** Return the target of a link: the query of the address, the id of the element to move to, and the view. */
function targetOf(link) {
  link.dataset.link ??= link.getAttribute("href");
  const [asked, to = ""] = link.dataset.link.slice(1).split("#");
  const changed = new URLSearchParams(asked);
  const query = changed.has("v") ? changed : new URLSearchParams(location.search);
  for (const [key, value] of [...changed]) query.set(key, value);
  query.delete("embed");
  return { query: `?${query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`, to, view: query.get("view") || "map" };
}

/** Whether this is the whole page with its views, and not embedded in another page. */
function isWhole() {
  return Boolean(document.querySelector(".st-key-view"));
}

function go(event) {
  const link = event.target.closest(LINK);
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !isWhole()) return;
  event.preventDefault();
  whenAtRest(() => follow(link));
}

/** Call a function once no run of the page is under way, or after WAIT_MS. */
function whenAtRest(act) {
  const end = Date.now() + WAIT_MS;
  const look = () => (document.querySelector(AT_WORK) && Date.now() < end ? setTimeout(look, 20) : act());
  look();
}

function follow(link) {
  const { query, to, view } = targetOf(link);
  if (query !== location.search) {
    keepScroll();
    history.pushState(null, "", query);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }
  arrive(to ? `#${CSS.escape(to)}` : view === "map" ? ".st-key-detail" : `.st-key-view-${view}`, to ? "start" : "nearest");
}

const scrolls = new Map(); // by query: how far the page was scrolled when a link was followed

function keepScroll() {
  scrolls.set(location.search, document.querySelector(".stMain")?.scrollTop ?? 0);
}

/** After Back, scroll to the position at which the link was followed, once the view is drawn. */
function restoreScroll() {
  const top = scrolls.get(location.search);
  if (top === undefined) return;
  scrolls.delete(location.search);
  keepScrolled(() => {
    const main = document.querySelector(".stMain");
    if (main && main.scrollHeight - main.clientHeight >= top) main.scrollTop = top;
  });
}

/** Wait until the target is on the page, then scroll to it and focus it. */
function arrive(wanted, block) {
  const end = Date.now() + WAIT_MS;
  const look = () => {
    const goal = document.querySelector(wanted);
    if (goal && !goal.closest("[inert]")) { // under the first view no element can take the focus
      unfold(goal);
      const row = goal.querySelector(":scope > summary");
      if (!row) goal.tabIndex = -1;
      (row ?? goal).focus({ preventScroll: true });
      keepScrolled(() => bringIntoView(document.querySelector(wanted), block));
    } else if (Date.now() < end) setTimeout(look, 60);
  };
  look();
}

/** Open the rows and folds around an element, and the element itself if it is a row. */
function unfold(goal) {
  for (let fold = goal.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}

/** Scroll the page, and again while it grows, until the reader does something.
 *
 * Elements above the target are laid out only when they come near, and not every browser compensates for their growth.
 */
function keepScrolled(scroll) {
  const end = Date.now() + WAIT_MS;
  const reader = new AbortController();
  const leave = (event) => { if (!event.repeat) reader.abort(); };
  for (const act of GESTURES) document.addEventListener(act, leave, { capture: true, passive: true, signal: reader.signal });
  window.addEventListener("popstate", leave, { signal: reader.signal });
  let rest = Date.now() + STAY_MS;
  const look = () => {
    if (reader.signal.aborted) return;
    scroll();
    if (document.querySelector(AT_WORK)) rest = Date.now() + STAY_MS;
    if (Date.now() < Math.min(rest, end)) setTimeout(look, 60);
    else reader.abort();
  };
  look();
}

function bringIntoView(goal, block) {
  if (block === "nearest") document.querySelector(".st-key-view")?.scrollIntoView({ block });
  if (block === "start" || goal?.matches(".st-key-detail")) goal?.scrollIntoView({ block });
}
