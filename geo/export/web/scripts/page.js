/* The script of a page that leaves the app: what the reader chooses in the filters, on the map and in the list of places.
 *
 * Everything is in the file. Claims are in the document already, and are shown or hidden; the map is the app's own, painted by the
 * same rules as there (paint.js). The form holds the state, and the address keeps it.
 */
(() => {
  "use strict";

  const PAPER = [660, 620]; // pixels that the map may take of a page of A4
  const PARTS = { disagreements: "differ", facts: "facts", sources: "sources" }; // by the view of a link
  const { Legend, Verdicts, isShown, paint: paintMap, readLink, select, theme, wording: { counted, fill }, writeLink } = window.Ingreso;
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];

  showLanguage();
  const data = read("data");
  const layers = read("layers");
  const form = document.getElementById("filters");
  const legend = new Legend(data);
  const verdicts = new Verdicts(data);
  const number = (value) => new Intl.NumberFormat(data.locale).format(value);
  let selected = data.selected;
  let atlas = null;
  let [, asked] = /[?&]view=(\w+)/.exec(window.location.search) || []; // the view that the link asks for, until it is shown

  /** A file that has the page in another language shows it where the link asks for it. */
  function showLanguage() {
    const { link, language } = read("data");
    const other = document.getElementById(`in-${readLink(window.location.search, link, language).language}`);
    if (!other) return;
    document.getElementById("page").replaceChildren(other.content);
    document.documentElement.lang = other.lang;
    document.title = other.title;
  }

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
    for (const anchor of find("[data-whole]")) anchor.search = writeLink(state, data.link);
    window.history.replaceState(null, "", `?${writeLink(state, data.link)}${window.location.hash}`);
  }

  /* ---- the page -------------------------------------------------------------------------------------------------------- */

  function paint() {
    const state = readState();
    const shown = select(data, state);
    const view = paintMap(data, shown);
    const dark = theme.isDark();
    atlas?.show({ ...view, language: data.language, theme: dark ? "dark" : "light", on: state.acts.length, selected, event: atlas.events, at: data.at, imposed: 1 });
    atlas?.ready.then(() => legend.paint(view, atlas.drawing.fills));
    paintClaims(shown, state);
    paintState(shown, view);
    nameTheme(dark);
    keepAddress();
  }

  function paintClaims(shown, state) {
    const listed = new Set(shown.flatMap((item) => item.claims.map(({ id }) => id)));
    const facts = shownFacts(state);
    const claims = new Set([...listed, ...facts]);
    for (const card of find("[data-claim]")) card.hidden = !claims.has(card.dataset.claim);
    for (const group of find("[data-group], [data-place], [data-topic], #facts")) group.hidden = !group.querySelector("[data-claim]:not([hidden])");
    for (const tag of find("[data-tag]")) tag.hidden = find("[data-group]", tag.closest("details")).find(({ dataset }) => dataset.group === tag.dataset.tag).hidden;
    for (const dispute of find("[data-dispute]")) dispute.hidden = !dispute.dataset.claims.split(" ").some((id) => claims.has(id));
    for (const place of find("[data-place]")) place.classList.toggle("selected", place.dataset.place === selected);
    document.getElementById("nothing").hidden = shown.length > 0;
    verdicts.paint(state, listed);
    paintQuestions(new Set([...facts, ...data.claims.filter((claim) => isShown(claim, state)).map(({ id }) => id)]));
  }

  /** The answers that shown claims give; a question is shown while there are two under one act. */
  function paintQuestions(claims) {
    for (const said of find("#differ [data-claims]")) said.hidden = !said.dataset.claims.split(" ").some((id) => claims.has(id));
    for (const act of find("[data-answers]")) act.hidden = !act.querySelector("li:not([hidden])");
    for (const question of find("[data-question]")) question.hidden = !find("[data-answers]", question).some((act) => act.querySelectorAll("li:not([hidden])").length > 1);
    for (const section of find("#differ")) section.hidden = !section.querySelector("[data-question]:not([hidden])");
  }

  /** The facts of the authorisations and days that are on; roles and the number of sources are about places. */
  function shownFacts(state) {
    return find("#facts [data-claim]").filter((card) => {
      const act = card.closest("[data-group]").dataset.group;
      const whole = data.acts.find(({ id }) => id === act);
      const [start, end] = card.dataset.days ? card.dataset.days.split("..") : [whole?.start, whole?.end];
      return isShown({ act, start, end, text: card.dataset.basis === "text" }, state);
    }).map((card) => card.dataset.claim);
  }

  function paintState(shown, view) {
    const named = shown.filter(({ acts }) => acts.length);
    const units = Object.values(view.units).filter(({ acts }) => acts.length).length;
    const places = counted(data, data.words.places, named.length);
    document.getElementById("counts").textContent = fill(data.words.in_units, { places, named: number(units), units: number(data.units) });
    const changed = find("input", form).some((input) => input.checked !== input.defaultChecked || input.value !== input.defaultValue);
    document.getElementById("back").hidden = !changed;
    document.getElementById("as-made").hidden = !changed;
  }

  /** The button names the theme that it leads to. */
  function nameTheme(dark) {
    const button = document.getElementById("theme");
    button.textContent = button.dataset[dark ? "light" : "dark"];
    button.hidden = false;
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
    document.getElementById("theme").addEventListener("click", theme.toggle);
    document.getElementById("places").addEventListener("click", (event) => {
      const place = event.target.closest("summary")?.closest("[data-place]");
      if (!place) return;
      const { place: id } = place.dataset;
      if (!place.open) selected = id;
      else if (selected === id) selected = "";
      paint();
    });
    theme.onChange(paint);
    unfoldForPrint();
  }

  function drawMap() {
    const map = L.map("map", { center: [-9.2, -75], zoom: 5 });
    const host = { load: () => Promise.resolve({ config: data.map, ...layers }), report: (event) => choose(event.selected) };
    return window.Ingreso.mount(map, host);
  }

  function show() {
    choose(selected, { scroll: false });
    const part = document.getElementById(PARTS[asked]);
    if (!part || part.hidden || window.location.hash) return;
    asked = "";
    part.scrollIntoView();
  }

  listen();
  followLink();
  atlas = drawMap();
  show();
  window.ingresoPage = { readState, show, drawn: atlas.ready, paintedView: () => paintMap(data, select(data, readState())) };
})();
