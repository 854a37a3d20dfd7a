/* The script of a page that leaves the app: what the reader chooses in the filters, on the map and in the list of places.
 *
 * Everything is in the file. Claims are in the document already, and are shown or hidden; the map is the app's own, painted by the
 * same rules as there (geo/view/selection.py, geo/draw/map/view_layer.py), which a test compares. The form holds the state.
 */
(() => {
  "use strict";

  const PAPER = [660, 620]; // pixels that the map may take of a page of A4
  const data = JSON.parse(document.getElementById("data").textContent);
  const paper = window.matchMedia("(prefers-color-scheme: dark)");
  const form = document.getElementById("filters");
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const number = new Intl.NumberFormat(data.locale);
  const { isShown, paint: paintMap, readLink, select, wording: { counted, fill, list, nameOf }, writeLink } = window.Ingreso;
  let selected = data.selected;
  let atlas = null;

  /* ---- the state, and what it shows --------------------------------------------------------------------------------- */

  /** What the form says; a day that is emptied is the first or last one of its act. */
  function readState() {
    const on = (name) => find(`[name="${name}"]:checked`, form).map((box) => box.value);
    const days = Object.fromEntries(
      data.acts.map(({ id, start, end }) => {
        const [from, to] = ["from", "to"].map((name) => form.elements[`${name}.${id}`].value);
        return [id, [from || start, to || end]];
      }),
    );
    const [basis, min] = [on("basis")[0] || data.basis, Number(on("min")[0])];
    return { acts: on("act"), roles: on("role"), days, basis, min, place: selected, language: data.language, at: data.at };
  }

  /** Set the form to a state. */
  function writeState(state) {
    const check = (name, values) => find(`[name="${name}"]`, form).forEach((box) => { box.checked = values.includes(box.value); });
    check("act", state.acts);
    check("role", state.roles);
    check("min", [`${state.min}`]);
    if (form.elements.basis) check("basis", [state.basis]);
    for (const [id, [from, to]] of Object.entries(state.days)) {
      form.elements[`from.${id}`].value = from;
      form.elements[`to.${id}`].value = to;
    }
    selected = state.place;
    data.at = state.at;
  }

  /** A link to this page carries its view in the query; one in another language leads to the page in that. */
  function followLink() {
    if (!window.location.search) return;
    const state = readLink(window.location.search, data.link, data.language);
    const sibling = data.siblings[state.language];
    if (sibling && state.language !== data.language) window.location.replace(`${sibling}${window.location.search}`);
    writeState(state);
  }

  /** Keep the view in the address, so that it can be copied, and in the links to the other languages. */
  function keepAddress() {
    const state = readState();
    for (const anchor of find("[data-language]")) anchor.search = writeLink({ ...state, language: anchor.dataset.language }, data.link);
    if (data.keeps_address) window.history.replaceState(null, "", `?${writeLink(state, data.link)}`);
  }

  /* ---- the page -------------------------------------------------------------------------------------------------------- */

  function paint() {
    const shown = select(data, readState());
    const view = paintMap(data, shown);
    document.documentElement.classList.toggle("dark", paper.matches);
    atlas?.show({ ...view, language: data.language, theme: paper.matches ? "dark" : "light", on: readState().acts.length, selected, event: atlas.events, at: data.at, imposed: 1 });
    paintPlaces(shown);
    paintLegend(view);
    paintState(shown, view);
    keepAddress();
  }

  function paintPlaces(shown) {
    const claims = new Set([...shown.flatMap((item) => item.claims.map(({ id }) => id)), ...shownFacts()]);
    for (const card of find("[data-claim]")) card.hidden = !claims.has(card.dataset.claim);
    for (const group of find("[data-group], [data-place], [data-topic], #facts")) group.hidden = !group.querySelector("[data-claim]:not([hidden])");
    for (const tag of find("[data-tag]")) tag.hidden = find("[data-group]", tag.closest("details")).find(({ dataset }) => dataset.group === tag.dataset.tag).hidden;
    for (const dispute of find("[data-dispute]")) dispute.hidden = !dispute.dataset.claims.split(" ").some((id) => claims.has(id));
    for (const place of find("[data-place]")) place.classList.toggle("selected", place.dataset.place === selected);
    document.getElementById("nothing").hidden = shown.length > 0;
  }

  /** The facts of the authorisations and days that are on; roles and the number of sources are about places. */
  function shownFacts() {
    const state = readState();
    return find("#facts [data-claim]").filter((card) => {
      const act = card.closest("[data-group]").dataset.group;
      const whole = data.acts.find(({ id }) => id === act);
      const [start, end] = card.dataset.days ? card.dataset.days.split("..") : [whole?.start, whole?.end];
      return isShown({ act, start, end, text: card.dataset.basis === "text" }, state);
    }).map((card) => card.dataset.claim);
  }

  function paintLegend({ units, places }) {
    const regions = Object.values(units);
    const named = regions.filter(({ classes }) => classes.startsWith("named"));
    const hatched = regions.filter(({ classes }) => !classes.startsWith("named")).map(({ acts }) => `hatch-${acts[0] || ""}`);
    const dots = Object.values(places).filter(({ point }) => point);
    const used = new Set(Object.values(places).flatMap(({ roles }) => roles.map(([role]) => `role-${role}`)));
    if (named.some(({ classes }) => classes.includes("level-open"))) used.add("dashed");
    if ([...named, ...dots].some(({ acts }) => !acts.length)) used.add("context");
    if (hatched.length) used.add(hatched.find((key) => key !== "hatch-") || "hatch-"); // one example stands for all
    for (const entry of find("[data-legend]")) entry.hidden = !used.has(entry.dataset.legend);
    const filled = named.filter(({ classes }) => !classes.includes("level-open"));
    paintFills([...dots.map(({ acts }) => [acts, "dot"]), ...filled.map(({ acts }) => [acts, ""])]);
  }

  /** List the fills that occur: which acts name a place or, with many acts on, how many do. */
  function paintFills(sets) {
    const { most_stripes: most, colours } = data.map;
    const { acts: own, shades } = colours[paper.matches ? "dark" : "light"];
    const counts = readState().acts.length > most;
    const entries = new Map();
    for (const [acts, mark] of sets.filter(([acts]) => acts.length)) { // a region's fill takes the place of a dot's
      const count = Math.min(acts.length, shades.length);
      const key = counts ? `${count}` : JSON.stringify(acts);
      const text = counts ? countedActs(count, shades.length) : fill(data.words.named_under, { acts: list(data, acts.map((act) => nameOf(data.acts, act))) });
      entries.set(key, { mark, count: acts.length, text, colours: counts ? [shades[count - 1].fill] : acts.map((act) => own[act].fill) });
    }
    for (const entry of find("[data-fill]")) entry.remove();
    const sorted = [...entries].sort(([one, a], [other, b]) => a.count - b.count || (one < other ? -1 : 1));
    document.getElementById("legend").prepend(...sorted.map(([key, entry]) => fillEntry(key, entry)));
  }

  const countedActs = (count, most) => (count === most ? fill(data.words.counted_more, { count: number.format(count) }) : counted(data, data.words.counted, count));

  function fillEntry(key, { mark, text, colours }) {
    const entry = document.createElement("li");
    const swatch = document.createElement("i");
    const bands = colours.map((colour, index) => `${colour} ${4 * index}px ${4 * (index + 1)}px`);
    swatch.className = mark;
    swatch.style.background = colours.length > 1 ? `repeating-linear-gradient(135deg, ${bands.join(", ")})` : colours[0];
    entry.dataset.fill = key;
    entry.append(swatch, Object.assign(document.createElement("span"), { textContent: text }));
    return entry;
  }

  function paintState(shown, view) {
    const named = shown.filter(({ acts }) => acts.length);
    const units = Object.values(view.units).filter(({ acts }) => acts.length).length;
    const places = counted(data, data.words.places, named.length);
    document.getElementById("counts").textContent = fill(data.words.in_units, { places, named: number.format(units), units: number.format(data.units) });
    const changed = find("input", form).some((input) => input.checked !== input.defaultChecked || input.value !== input.defaultValue);
    document.getElementById("back").hidden = !changed;
    document.getElementById("as-made").hidden = !changed;
  }

  /** A day beyond the other end of its range takes that end along. */
  function keepOrder({ name: changed, value }) {
    const [end, act] = [changed.slice(0, changed.indexOf(".")), changed.slice(changed.indexOf(".") + 1)];
    if (!value || !["from", "to"].includes(end)) return;
    const other = form.elements[`${end === "from" ? "to" : "from"}.${act}`];
    if (end === "from" ? other.value < value : other.value > value) other.value = value;
  }

  /** Open the cards of a place, or of the localities in a region that is not named by itself. */
  function choose(key, { scroll = true } = {}) {
    selected = key;
    const own = data.places.some(({ id }) => id === key);
    const chosen = data.places.filter(({ id, unit }) => (own ? id === key : unit === key)).map(({ id }) => id);
    const cards = find("[data-place]");
    if (key) for (const card of cards) card.open = chosen.includes(card.dataset.place);
    const first = cards.find((card) => card.open && !card.hidden && chosen.includes(card.dataset.place));
    if (first && scroll) showCard(first);
    paint();
  }

  /** Beside the map the list scrolls by itself; under it, on a narrow screen, the page does. */
  function showCard(card) {
    const panel = document.getElementById("places");
    const scrolls = getComputedStyle(panel).overflowY === "auto";
    if (scrolls) panel.scrollTop += card.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    (scrolls ? card.querySelector("summary") : card).scrollIntoView({ block: "nearest" });
  }

  /** Paper shows every claim, whatever is folded up on the screen. */
  function unfoldForPrint() {
    let folded = [];
    window.addEventListener("beforeprint", () => {
      folded = find("[data-place]:not([open])");
      for (const place of folded) place.open = true;
      keepMapSize();
    });
    window.addEventListener("afterprint", () => folded.forEach((place) => { place.open = false; }));
  }

  /** The map is drawn for its size on the screen: on paper it keeps that, made smaller as a whole. */
  function keepMapSize() {
    const { offsetWidth: width, offsetHeight: height } = document.getElementById("map");
    const { style } = document.documentElement;
    style.setProperty("--print-width", `${width}px`);
    style.setProperty("--print-height", `${height}px`);
    style.setProperty("--print-zoom", Math.min(1, PAPER[0] / width, PAPER[1] / height).toFixed(3));
  }

  function listen() {
    form.addEventListener("input", (event) => {
      keepOrder(event.target);
      paint();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("back").addEventListener("click", () => {
      form.reset();
      paint();
    });
    for (const place of find("[data-place]")) {
      place.querySelector("summary").addEventListener("click", () => {
        const { place: id } = place.dataset;
        if (!place.open) selected = id;
        else if (selected === id) selected = "";
        paint();
      });
    }
    paper.addEventListener("change", paint);
    unfoldForPrint();
  }

  function drawMap() {
    const bounds = L.latLngBounds([-22, -88], [4, -62]);
    const map = L.map("map", {
      center: [-9.2, -75],
      zoom: 5,
      minZoom: 4,
      maxZoom: 12,
      zoomSnap: 0.25,
      zoomDelta: 0.5,
      wheelPxPerZoomLevel: 120,
      maxBounds: bounds,
      attributionControl: false,
      trackResize: false, // the viewport keeps its frame by itself
      scrollWheelZoom: false, // the page is read by scrolling; the map has its buttons
    });
    const host = { load: () => Promise.resolve({ config: data.map, ...data.layers }), report: (event) => choose(event.selected) };
    return window.Ingreso.mount(map, host);
  }

  document.documentElement.classList.toggle("dark", paper.matches);
  if (window.innerWidth <= 860) document.getElementById("choices").open = false;
  listen();
  followLink();
  atlas = drawMap();
  choose(selected, { scroll: false });
  window.ingresoPage = { readState, paintedView: () => paintMap(data, select(data, readState())) };
})();
