/* Marks what is in force today, by the browser's day: the server's answers know no clock.
 *
 * What has the class "today-<id of an act>" is seen while the window of that act holds the day; --today is the day's number, by which
 * style sheets place a mark on an axis.
 */

const DAY = 86400000;
const ORDINAL_OF_1970 = 719163; // of Python's date.toordinal

const sheet = new CSSStyleSheet();
let windows = {};

/** Mark what is in force today, now and whenever the reader comes back to the page. `acts`: id to first and last day, or "". */
export function markToday(acts) {
  windows = acts;
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets.push(sheet);
    document.addEventListener("visibilitychange", write);
  }
  write();
}

function write() {
  const now = new Date();
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  const iso = day.toISOString().slice(0, 10);
  const shown = Object.keys(windows).filter((id) => windows[id][0] <= iso && (!windows[id][1] || iso <= windows[id][1]));
  const rules = shown.map((id) => `.today.today-${CSS.escape(id)} { display: inline; }`);
  sheet.replaceSync(`:root { --today: ${day / DAY + ORDINAL_OF_1970}; } ${rules.join(" ")}`);
}
