/* A choice is painted on the map at once, before the server answers.
 *
 * The namings come once, after the map is painted. A choice is then selected (select.js) and painted (paint.js) here, and handed to
 * the map of the page. The server paints every choice too and says by which filters it did (geo/draw/map/view_layer.py); its answer
 * - confirms the choice: nothing is painted again unless it differs, and then it wins and both are written to the console;
 * - is older than the choice: the choice stays;
 * - has filters that nobody chose here: it wins.
 * A choice that an answer has left pending, with the page at rest since, is given up for that answer. Without any answer, as when
 * the connection is lost, it stays: the widget says the same, and goes to the server with the next run.
 */
(() => {
  "use strict";

  const { PendingChoices, paint, select, widgets } = window.Ingreso;
  const REST_MS = 3000;
  const AT_REST = "[data-testid='stApp'][data-test-script-state='notRunning'][data-test-connection-state='CONNECTED']";
  const pending = new PendingChoices();
  let namings = null;
  let wanted = ""; // the address of the namings
  let atlas = null;
  let answered = null; // the server's last view
  let painted = null; // what was painted here last: { filters, view }
  let resting = 0;

  /** Take the namings from an address; without one the server alone paints. */
  async function use(address) {
    namings = null;
    wanted = address;
    if (!address) return;
    const response = await fetch(new URL(address, document.baseURI));
    const found = response.ok ? unfold(await response.json()) : null;
    if (wanted === address) namings = found;
  }

  function unfold({ claims: { columns, rows }, ...data }) {
    return { ...data, claims: rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]]))) };
  }

  /** The map of the page; one that has been mounted anew starts with the answer that it shows. */
  function findMap() {
    const { atlas: current } = document.querySelector(".st-key-map iframe")?.contentWindow || {};
    if (!current?.drawing.view || current === atlas) return current ? atlas : null;
    atlas = current;
    atlas.judge = judge;
    answered = atlas.drawing.view;
    pending.clear();
    return atlas;
  }

  /** Filters one by one: "act.<id>", "role.<id>", "days.<id>" (as a text), "basis", "min". */
  function spread({ acts, roles, days, basis, min }) {
    const flags = (kind, records, on) => records.map(({ id }) => [`${kind}.${id}`, on.includes(id)]);
    const allDays = namings.acts.map(({ id, start, end }) => [`days.${id}`, (days[id] || [start, end]).join("..")]);
    return Object.fromEntries([...flags("act", namings.acts, acts), ...flags("role", namings.roles, roles), ...allDays, ["basis", basis], ["min", min]]);
  }

  function stateOf(filters) {
    const on = (kind, records) => records.map(({ id }) => id).filter((id) => filters[`${kind}.${id}`]);
    const days = Object.fromEntries(namings.acts.map(({ id }) => [id, filters[`days.${id}`].split("..")]));
    return { acts: on("act", namings.acts), roles: on("role", namings.roles), days, basis: filters.basis, min: filters.min };
  }

  /** The view of some filters, painted here. */
  function paintHere(filters) {
    const state = stateOf(filters);
    const view = { ...answered, ...paint(namings, select(namings, state)), on: state.acts.length };
    painted = { filters: JSON.stringify(filters), view };
    return view;
  }

  /** A widget has changed under the reader's hand. */
  function choose(box, key) {
    if (!namings || !findMap() || answered.language !== namings.language) return;
    const said = spread(answered.filters);
    const now = { filters: pending.over(said), namings };
    const changes = widgets.readWidget(box, key, now).filter(([filter, value]) => pending.choose(filter, value, said[filter]));
    if (!changes.length) return;
    clearTimeout(resting);
    atlas.show(paintHere(pending.over(said)));
  }

  /** Return what the map is to show when the server has answered with a view. */
  function judge(view) {
    answered = view;
    if (pending.isEmpty) return view;
    if (!namings || view.language !== namings.language) pending.clear();
    const said = namings ? spread(view.filters) : {};
    const refused = pending.answer(said);
    if (!pending.isEmpty) {
      lookForRest();
      return paintHere(pending.over(said));
    }
    if (refused.length || (painted.filters === JSON.stringify(said) && !looksTheSame(view))) warn(view);
    return view;
  }

  function looksTheSame(view) {
    const { isSame } = document.querySelector(".st-key-map iframe").contentWindow.Ingreso;
    return ["units", "places", "lines"].every((part) => isSame(view[part], painted.view[part]));
  }

  function warn(view) {
    console.warn("Ingreso: the server has painted something else than the browser.", { browser: painted.view, server: view });
  }

  function lookForRest() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (pending.isEmpty) return;
      if (document.querySelector(AT_REST)) giveUp();
      else lookForRest();
    }, REST_MS);
  }

  /** Show what the server said last; a choice that came to the same needs no word. */
  function giveUp() {
    pending.clear();
    if (!looksTheSame(answered)) warn(answered);
    atlas.show(answered);
  }

  widgets.watchWidgets(choose);
  window.Ingreso.instant = { isReady: () => namings !== null, use };
})();
