/* Markup from the server in the document itself: drawings with readable text, and rows that open.
 *
 * data.html is the markup; it is inserted only if it has changed. data.open has the ids of the open rows.
 * An element with data-choose is a button: a click or Enter reports its value as "choice". When a details element with data-row
 * is opened or closed, the ids of the open ones are reported as "open". An element with data-drag represents the days from
 * data-from to data-to; a drag across it reports "<data-drag>:<first day>..<last day>" as "choice". A click on an
 * element with data-day-from, which represents data-day-count days from that one, reports "on:<day>" as "choice".
 */

const DAY = 86400000;
const SHORTEST_DRAG = 5; // pixels

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".markup");
  if (box.shown !== data.html) replaceMarkup(box, data.html);
  openRows(box, data.open ?? []);
  box.removeEventListener("toggle", box.reportOpen, true);
  box.reportOpen = () => reportOpen(box, setTriggerValue);
  box.addEventListener("toggle", box.reportOpen, true); // toggle does not bubble
  listenToChoices(box, (choice) => setTriggerValue("choice", choice));
}

/** Insert new markup; the focus stays on its row. */
function replaceMarkup(box, html) {
  const focused = box.contains(document.activeElement) && document.activeElement.closest("[data-row]")?.dataset.row;
  box.innerHTML = html;
  box.shown = html;
  if (focused) box.querySelector(`[data-row="${CSS.escape(focused)}"] > summary`)?.focus({ preventScroll: true });
}

function openRows(box, open) {
  box.open = open.join("\n");
  for (const row of box.querySelectorAll("details[data-row]")) row.open = open.includes(row.dataset.row);
}

/** Report the ids of the open rows after the reader opened or closed one; the server then sends their contents. */
function reportOpen(box, setTriggerValue) {
  const open = [...box.querySelectorAll("details[data-row][open]")].map((row) => row.dataset.row);
  if (box.open === open.join("\n")) return;
  box.open = open.join("\n");
  setTriggerValue("open", open);
}

function listenToChoices(box, report) {
  let dragged = false;
  let sliding = false;
  const choose = (event) => {
    const target = event.target.closest("[data-choose]");
    const days = event.type === "click" && event.target.closest("[data-day-from]");
    if (days) return report(`on:${dayAt(days, event.clientX)}`);
    if (!target || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    if (event.type === "click" && dragged) return;
    report(target.dataset.choose);
  };
  box.onclick = choose;
  box.onpointermove = readOutDay;
  box.onpointerout = readOutDay;
  box.onkeydown = choose;
  box.ontouchmove = (event) => { if (sliding) event.preventDefault(); };
  box.onpointerdown = (event) => {
    dragged = false;
    const target = event.target.closest("[data-drag]");
    if (!target || event.button !== 0) return;
    startDrag(target, event, {
      moves: () => { sliding = true; },
      ends: (days) => {
        sliding = false;
        if (!days) return;
        dragged = true;
        report(days);
      },
    });
  };
}

/** Return the day at a horizontal position (CSS pixels) of an axis, as an ISO date. */
function dayAt(days, x) {
  const place = days.getBoundingClientRect();
  const count = Number(days.dataset.dayCount);
  const day = Math.max(0, Math.min(count - 1, Math.floor(((x - place.left) / place.width) * count)));
  return new Date(Date.parse(days.dataset.dayFrom) + day * DAY).toISOString().slice(0, 10);
}

/** Show, while the pointer is over an axis, the day that a click would choose. */
function readOutDay(event) {
  const days = event.target.closest("[data-day-from]");
  if (!days) return;
  const readout = days.querySelector(".readout");
  const isOver = event.type === "pointermove";
  const format = new Intl.DateTimeFormat(days.closest("[lang]").lang, { dateStyle: "medium", timeZone: "UTC" });
  readout.textContent = isOver ? format.format(Date.parse(dayAt(days, event.clientX))) : "";
  days.style.setProperty("--pointer", `${event.clientX - days.getBoundingClientRect().left}px`);
}

/** Follow a drag across a span of days: mark the days during the drag, and pass them to `ends` at its end. */
function startDrag(target, event, { moves, ends }) {
  const scope = target.closest("[data-drag-scope]");
  const readout = scope.querySelector(".readout");
  const first = Date.parse(target.dataset.from);
  const count = Math.round((Date.parse(target.dataset.to) - first) / DAY) + 1;
  const language = target.closest("[lang]").lang;
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
  const place = target.getBoundingClientRect();
  const dayAt = (x) => Math.max(0, Math.min(count - 1, Math.floor(((x - place.left) / place.width) * count)));
  const iso = (day) => new Date(first + day * DAY).toISOString().slice(0, 10);
  let days = null;
  const move = (moved) => {
    const across = Math.abs(moved.clientX - event.clientX);
    const down = Math.abs(moved.clientY - event.clientY);
    if (moved.pointerId !== event.pointerId || (!days && across < Math.max(SHORTEST_DRAG, down))) return;
    moves();
    days = [dayAt(event.clientX), dayAt(moved.clientX)].sort((a, b) => a - b);
    scope.classList.add("dragging");
    scope.style.setProperty("--before", `${(days[0] / count) * 100}%`);
    scope.style.setProperty("--from", `${((days[1] + 1) / count) * 100}%`);
    scope.style.setProperty("--after", `${100 - ((days[1] + 1) / count) * 100}%`);
    if (readout) readout.textContent = format.formatRange(first + days[0] * DAY, first + days[1] * DAY);
  };
  const finish = (ended) => {
    if (ended.pointerId !== event.pointerId) return;
    for (const kind in handlers) target.removeEventListener(kind, handlers[kind]);
    if (readout) readout.textContent = "";
    const keep = days && ended.type === "pointerup";
    setTimeout(() => scope.classList.remove("dragging"), keep ? 600 : 0);
    ends(keep ? `${target.dataset.drag}:${iso(days[0])}..${iso(days[1])}` : "");
  };
  const handlers = { pointermove: move, pointerup: finish, pointercancel: finish };
  for (const kind in handlers) target.addEventListener(kind, handlers[kind]);
  target.setPointerCapture(event.pointerId);
}
