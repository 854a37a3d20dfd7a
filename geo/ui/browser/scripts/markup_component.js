/* Markup of the server in the document itself: drawings whose text can be read and found, and rows that open in place.
 *
 * data.html is the markup; it is put in anew only when it has changed. data.open holds the ids of the rows that stand open.
 * An element with data-choose acts like a button: a click or Enter reports its value as "choice". A details element with
 * data-question reports which of them are open as "open". An element with data-drag stands for the days from data-from to data-to;
 * a drag across it reports "<data-drag>:<first day>..<last day>" as "choice".
 */

const DAY = 86400000;
const SHORTEST_DRAG = 5; // pixels

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".markup");
  if (box.shown !== data.html) {
    box.innerHTML = data.html;
    box.shown = data.html;
  }
  setOpen(box, data.open ?? []);
  box.removeEventListener("toggle", box.reportOpen, true);
  box.reportOpen = (event) => fillRow(event.target) && reportOpen(box, setTriggerValue);
  box.addEventListener("toggle", box.reportOpen, true); // toggle does not bubble
  listenToChoices(box, (choice) => setTriggerValue("choice", choice));
}

/** Open and close rows as the view says; rows that a link cannot name stay as the reader has put them. */
function setOpen(box, open) {
  for (const id of open) fillFolds(box, `[data-question="${CSS.escape(id)}"]`);
  for (const row of box.querySelectorAll("details[data-question]")) {
    const wanted = open.includes(row.dataset.question);
    if (wanted) fillRow(row);
    if (row.open !== wanted) row.open = wanted;
    if (wanted) row.closest("details.more")?.setAttribute("open", "");
  }
}

/** Fill the folds in which something waits. */
function fillFolds(box, selector) {
  for (const template of box.querySelectorAll("template")) {
    if (template.content.querySelector(selector)) template.replaceWith(template.content);
  }
}

/** Put in what a row shows when it is open: it waits in a template, so that folded rows cost the browser nothing. */
function fillRow(row) {
  const template = row.querySelector(":scope > template");
  if (template) template.replaceWith(template.content);
  return "question" in row.dataset;
}

function reportOpen(box, setTriggerValue) {
  const open = [...box.querySelectorAll("details[data-question][open]")].map((row) => row.dataset.question);
  if (box.reported === open.join()) return;
  box.reported = open.join();
  setTriggerValue("open", open);
}

function listenToChoices(box, report) {
  let dragged = false;
  let sliding = false;
  const choose = (event) => {
    const target = event.target.closest("[data-choose]");
    if (!target || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    if (event.type === "click" && dragged) return;
    report(target.dataset.choose);
  };
  box.onclick = choose;
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

/** Follow a drag across a span of days: mark them while it lasts, and say which they are when it ends. */
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
