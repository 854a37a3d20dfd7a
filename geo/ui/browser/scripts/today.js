/* Marks what is in force today, by the browser's day: the server's answers know no clock.
 *
 * While the window of an act holds the day, its switch is marked, and what has the class "today-<id of the act>" is seen; --today is the
 * day's number, by which style sheets place a mark on an axis.
 */

const DAY = 86400000;
const ORDINAL_OF_1970 = 719163; // of Python's date.toordinal

const sheet = new CSSStyleSheet();
let acts = {};
let mark = "";

/** Mark what is in force today, now and whenever the reader comes back to the page.
 *
 * `found` has by id the first and the last day of an act ("" where none is stated), and the sentence that the headline says;
 * `word` stands beside the act's switch. */
export function markToday(found, word) {
  acts = found;
  mark = word;
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
  const inForce = Object.entries(acts).filter(([, { start, end }]) => start <= iso && (!end || iso <= end));
  const rules = inForce.map(([id, { today }]) => rulesOf(CSS.escape(id), today));
  sheet.replaceSync(`:root { --today: ${day / DAY + ORDINAL_OF_1970}; } ${rules.join(" ")}`);
}

const rulesOf = (id, sentence) => `.today.today-${id} { display: inline; } .today.today-${id}::before { content: ${JSON.stringify(`${sentence} `)}; }
  .st-key-auth-${id} label::after { content: ${JSON.stringify(mark)}; }`;
