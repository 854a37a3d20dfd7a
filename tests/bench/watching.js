/* Runs in the page before anything else: writes down, with the browser's own clock, each click, and what stands on the screen in
 * each frame that it draws, in the page itself and in the frame of its map. `SUBJECT` is put in front of it. Times are
 * milliseconds since the epoch, so those of page and frame can be compared.
 *
 * A reading is taken when a frame is about to be drawn, so that a colour on its way to another is seen on its way. It is taken
 * from the start until the page is at rest, and from a click until it is at rest again: a page at rest is left alone.
 * The frame is watched from here, because a script of Playwright's is run in its first, empty document and not in the next.
 */
(() => {
  if (window !== window.top) return;
  const FIND_MS = 2; // between two looks whether a new frame has its document
  const last = {};
  const readings = []; // [name, read, window]
  const bench = { log: [], waiting: [], running: false };
  window.bench = bench;
  const now = () => performance.timeOrigin + performance.now();

  const note = (name, value, time) => {
    bench.log.push({ name, value, time });
    bench.waiting = bench.waiting.filter((heard) => !heard(name, value));
  };

  const look = () => {
    for (const [name, read, view] of readings) {
      const value = view.document?.documentElement ? read(view.document) : null;
      if (value === null || value === last[name]) continue;
      last[name] = value;
      note(name, value, now());
    }
  };

  let looping = false;
  const frame = () => {
    look();
    looping = bench.running;
    if (looping) requestAnimationFrame(frame);
  };
  bench.start = () => {
    bench.running = true;
    if (!looping) requestAnimationFrame(frame);
    looping = true;
  };

  const watchClicks = (view) => {
    const clicked = (event) => {
      if (!event.isTrusted) return;
      note("click", "", view.performance.timeOrigin + event.timeStamp);
      bench.start();
    };
    view.addEventListener("click", clicked, true);
  };

  const { shown, detail, picture, usable } = SUBJECT.readings;
  for (const [name, read] of Object.entries({ detail, picture, usable })) if (read) readings.push([name, read, window]);
  if (!SUBJECT.shownInMap) readings.push(["shown", shown, window]);
  watchClicks(window);
  bench.start();
  if (!SUBJECT.shownInMap) return;

  /** Watch the map in a frame as soon as the frame has its document. */
  const enter = (frame) => {
    if (frame.dataset.watched) return;
    frame.dataset.watched = "yes";
    const timer = setInterval(() => {
      const view = frame.contentWindow;
      if (frame.isConnected && !view?.location.pathname.includes(SUBJECT.mapFrame)) return;
      clearInterval(timer);
      if (!frame.isConnected) return;
      readings.splice(0, readings.length, ...readings.filter(([name]) => name !== "shown"), ["shown", shown, view]);
      watchClicks(view);
    }, FIND_MS);
  };
  const find = () => document.querySelectorAll(`iframe[src*="${SUBJECT.mapFrame}"]`).forEach(enter);
  new MutationObserver(find).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["src"] });
})();

/** Resolve once the log says something that fits, which it may have said already. */
const heard = (name, fits) => new Promise((resolve) => {
  const listen = (said, value) => said === name && fits(value) && (resolve(true), true);
  if (!bench.log.some((entry) => listen(entry.name, entry.value))) bench.waiting.push(listen);
});

/** Resolve once the script is at rest, nothing in the page has changed for a while, and no reading either; then stop reading. */
const settled = async (restMs) => {
  const state = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState ?? "notRunning";
  bench.start();
  let since = performance.now();
  let entries = bench.log.length;
  const observer = new MutationObserver(() => { since = performance.now(); });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  while (performance.now() - since < restMs || state() !== "notRunning") {
    await new Promise((go) => setTimeout(go, 50));
    if (bench.log.length !== entries) [since, entries] = [performance.now(), bench.log.length];
  }
  observer.disconnect();
  bench.running = false;
  return true;
};
if (window === window.top) Object.assign(window.bench, { heard, settled });
