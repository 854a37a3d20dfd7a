/* Links of the page to another view of itself, followed without loading the page anew.
 *
 * A link names only what it changes, as `?view=facts#question-D-14`; one that names everything is taken as it is. Before it can
 * be copied or opened in a new tab it is given the rest of the present address. A plain click makes its address the present one
 * and tells the page so as the browser's Back and Forward do: the page reads the link, in one run. While a run is under way the
 * address is still that of the view before, so a click waits for its end.
 */

const LINK = 'a[href^="?"]';
const AT_WORK = '[data-testid="stApp"][data-test-script-state="running"]';
const WAIT_MS = 8000;
const STAY_MS = 1000;
const GESTURES = ["wheel", "touchstart", "pointerdown", "keydown"]; // by which a reader leaves where a link has led

/** Listen on the whole document, once. The style sheet keeps the pointer off these links until then: plain ones would lose the filters. */
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
  if (!isWhole()) link.setAttribute("target", "_blank"); // in a frame of another page the link leads out of it
  link.setAttribute("href", to ? `${query}#${to}` : query);
}

/** Return where a link leads: the query of the address, and the id of the element to move to. */
function targetOf(link) {
  link.dataset.link ??= link.getAttribute("href");
  const [asked, to = ""] = link.dataset.link.slice(1).split("#");
  const given = new URLSearchParams(asked);
  const query = given.has("v") ? given : new URLSearchParams(location.search);
  for (const [key, value] of [...given]) query.set(key, value);
  query.delete("embed");
  return { query: `?${query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`, to, view: query.get("view") || "map" };
}

/** Whether this is the whole page, with its views, and not the frame of it that another page shows. */
function isWhole() {
  return Boolean(document.querySelector(".st-key-view"));
}

function go(event) {
  const link = event.target.closest(LINK);
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !isWhole()) return;
  event.preventDefault();
  whenAtRest(() => follow(link));
}

/** Do something once no run of the page is under way, or after a while; at once where none is. */
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

const scrolls = new Map(); // how far the page was scrolled at an address that a link has left

function keepScroll() {
  scrolls.set(location.search, document.querySelector(".stMain")?.scrollTop ?? 0);
}

/** Back brings the reader to where the link was: the page is scrolled once its view stands again. */
function restoreScroll() {
  const top = scrolls.get(location.search);
  if (top === undefined) return;
  scrolls.delete(location.search);
  keepScrolled(() => {
    const main = document.querySelector(".stMain");
    if (main && main.scrollHeight - main.clientHeight >= top) main.scrollTop = top;
  });
}

/** Wait until what was gone to is on the page; then move there, and let the keyboard and a voice go on from there. */
function arrive(wanted, block) {
  const end = Date.now() + WAIT_MS;
  const look = () => {
    const goal = document.querySelector(wanted);
    if (goal && !goal.closest("[inert]")) { // as long as the first view lies over the page, nothing of it takes the focus
      unfold(goal);
      const row = goal.querySelector(":scope > summary");
      if (!row) goal.tabIndex = -1;
      (row ?? goal).focus({ preventScroll: true });
      keepScrolled(() => bringIntoView(document.querySelector(wanted), block));
    } else if (Date.now() < end) setTimeout(look, 60);
  };
  look();
}

/** Open the rows and folds that an element lies in, and the row itself. */
function unfold(goal) {
  for (let fold = goal.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}

/** Scroll the page, and do so again while it still grows, until the reader does something.
 *
 * What stands above a goal is laid out only as it comes near, and not every browser makes up for its growth.
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
