/* Runs in the page before anything else: writes down, with the browser's own clock, each click and each change of what is read,
 * in the page itself and in the frame of its map. `SUBJECT` is put in front of it. Times are milliseconds since the epoch, so
 * those of page and frame can be compared.
 *
 * The frame is watched from here, because a script of Playwright's is run in its first, empty document and not in the next.
 */
(() => {
  if (window !== window.top) return;
  const FIND_MS = 2; // between two looks whether a new frame has its document
  const last = {};
  const bench = { log: [], waiting: [] };
  window.bench = bench;

  const note = (name, value, time) => {
    bench.log.push({ name, value, time });
    bench.waiting = bench.waiting.filter((heard) => !heard(name, value));
  };

  /** Watch one document, and the clicks in it. */
  const watch = (view, readings) => {
    const look = () => {
      for (const [name, read] of readings) {
        const value = read(view.document);
        if (value === null || value === last[name]) continue;
        last[name] = value;
        note(name, value, view.performance.timeOrigin + view.performance.now());
      }
    };
    const what = { subtree: true, childList: true, attributes: true, characterData: true, attributeFilter: ["class", "fill"] };
    new view.MutationObserver(look).observe(view.document, what);
    const clicked = (event) => event.isTrusted && note("click", "", view.performance.timeOrigin + event.timeStamp);
    view.addEventListener("click", clicked, true);
    look();
  };

  const inPage = SUBJECT.shownInMap ? [] : [["shown", SUBJECT.shown]];
  if (SUBJECT.detail) inPage.push(["detail", SUBJECT.detail]);
  watch(window, inPage);
  if (!SUBJECT.shownInMap) return;

  /** Watch the map in a frame as soon as the frame has its document. */
  const enter = (frame) => {
    if (frame.dataset.watched) return;
    frame.dataset.watched = "yes";
    const timer = setInterval(() => {
      const view = frame.contentWindow;
      if (frame.isConnected && !view?.location.pathname.includes(SUBJECT.mapFrame)) return;
      clearInterval(timer);
      if (frame.isConnected) watch(view, [["shown", SUBJECT.shown]]);
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

/** Resolve once the script is at rest and nothing in the page has changed for a while. */
const settled = async (restMs) => {
  let since = performance.now();
  const observer = new MutationObserver(() => { since = performance.now(); });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const state = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState;
  while (performance.now() - since < restMs || state() !== "notRunning") await new Promise((go) => setTimeout(go, 50));
  observer.disconnect();
  return true;
};
if (window === window.top) Object.assign(window.bench, { heard, settled });
