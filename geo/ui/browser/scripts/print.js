/* Before the page is printed: fetches the answers that the server has not sent, opens every fold, and keeps the map at its present
 * size, since it cannot be drawn again in time. After the print all is as it was. */

const PAPER_WIDTH = 680; // CSS pixels between the margins of an upright A4 sheet, a little less
let restore = [];

export function listenToPrint() {
  window.addEventListener("beforeprint", () => {
    putWhole();
    openAll();
    keepMap();
  });
  window.addEventListener("afterprint", () => {
    for (const step of restore) step();
    restore = [];
  });
}

/** Put in place of each part that names a whole (data-print) that whole. The browser prints when the event is over: no promise. */
function putWhole() {
  for (const part of document.querySelectorAll("[data-print]")) {
    const whole = Object.assign(document.createElement("div"), { innerHTML: fetchNow(addressInView(part.dataset.print)) });
    if (!whole.firstChild) continue;
    part.after(whole);
    part.hidden = true;
    restore.push(() => { whole.remove(); part.hidden = false; });
  }
}

/** Return an address with the view of the page in its query. */
function addressInView(address) {
  const whole = new URL(address, document.baseURI);
  for (const [key, value] of new URLSearchParams(location.search)) whole.searchParams.append(key, value);
  return whole;
}

function fetchNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  try {
    request.send();
  } catch {
    return ""; // the server is away: paper has what the screen has
  }
  return request.status === 200 ? request.responseText : "";
}

function openAll() {
  for (let folds = closed(); folds.length; folds = closed()) {
    for (const fold of folds) {
      fold.open = true;
      restore.push(() => { fold.open = false; });
    }
  }
}

/** Return the closed folds; an opened one may hold further ones. */
function closed() {
  return [...document.querySelectorAll(".stMain details:not([open])")];
}

/** Tell the style sheet how large the map is on the screen, and by how much it is made smaller to fit the sheet. */
function keepMap() {
  const map = document.querySelector(".st-key-map");
  const { width, height } = map?.querySelector("iframe")?.getBoundingClientRect() ?? { width: 0 };
  if (!width) return;
  const scale = Math.min(1, PAPER_WIDTH / width);
  const sizes = { "--drawn-width": `${width}px`, "--drawn-height": `${height}px`, "--drawn-scale": scale, "--paper-height": `${height * scale}px` };
  for (const [name, value] of Object.entries(sizes)) map.style.setProperty(name, value);
  restore.push(() => { for (const name in sizes) map.style.removeProperty(name); });
}
