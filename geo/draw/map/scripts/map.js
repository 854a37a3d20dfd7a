/* The map: the geometry is drawn once; a view changes only classes and fills.
 *
 * A host provides the data and takes the events of the reader (see host.js): Streamlit's frame on the page, or a file that contains
 * everything. The page mounts one map, which never changes, and calls `show` at every run with a small view: for each unit and
 * place the classes, the acts, the lines of its tooltip and what a click selects. Paths are never removed and drawn again, so
 * nothing flickers and zoom and pan stay. Texts enter the document as text nodes, never as markup.
 */
(() => {
  "use strict";

  const { Clusters, Fills, Inset, Labels, Ring, Units, Viewport, basemap, input, isSame, streamlitHost } = window.Ingreso;
  const { Controls } = window.Ingreso.controls;

  class AtlasMap {
    constructor(map, host) {
      this.map = map;
      this.host = host;
      this.drawing = { config: null, view: null, words: null, fills: null }; // written only here; the classes that draw read it
      this.applied = null; // the view that is painted
      this.events = 0;
      this.judge = (view) => view; // the page may paint a choice before its server answers: see instant.js there
      this.ready = this.draw();
    }

    async draw() {
      const { config, ...layers } = await this.host.load();
      this.drawing.config = config;
      basemap.addPanes(this.map);
      basemap.drawBasemap(this.map, layers);
      this.units = new Units(this.map, this.drawing, (item) => this.choose(item));
      this.units.addUnits(layers.units);
      this.units.addPlaces(config.places);
      this.drawing.fills = new Fills(this.units.unitRenderer);
      this.clusters = new Clusters(this.map, this.drawing, this.units);
      this.ring = new Ring(this.map, this.drawing, this.units);
      this.inset = new Inset(this.map, this.drawing, this.units, layers);
      this.labels = new Labels(this.map, this.drawing, this.units, layers.land);
      this.viewport = new Viewport(this.map, config.bounds, { placed: () => this.placeLabels(), rested: () => this.report() });
      this.controls = new Controls(this.map, config, this.viewport);
      this.listen();
      this.viewport.frame(null);
      document.documentElement.classList.add("drawn");
      this.apply();
    }

    /* ---- events of the reader -------------------------------------------------------------------------------------- */

    listen() {
      this.map.on("click", () => this.choose(null));
      this.map.on("zoomend", () => this.placeLabels());
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.choose(null);
      });
      document.fonts.addEventListener("loadingdone", () => this.measureAnew()); // the first labels were measured in another typeface
      const words = () => this.drawing.words;
      const showHint = input.addHint(this.map);
      input.listenToFingers(this.map, showHint, words);
      input.listenToWheel(this.map, showHint, words);
      input.restrainMotion(this.map);
      input.focusInPlace(this.map);
    }

    choose(item) {
      const { view } = this.drawing;
      if (!view) return;
      const selects = item ? item.selects : "";
      const selected = view.selected === selects ? "" : selects; // a second click deselects
      if (view.selected === selected) return;
      view.selected = selected;
      this.applyStates();
      this.report();
      this.placeLabels();
    }

    report() {
      this.events += 1;
      this.host.report({ event: this.events, selected: this.drawing.view.selected, at: this.viewport.reported });
    }

    /* ---- views of the page ---------------------------------------------------------------------------------------- */

    /** Show the view that the page's server has answered, or the newer choice that the page has painted already. */
    answer(view) {
      this.show(this.judge(unfold(view)));
    }

    /** Show a view. If the reader has selected something that the view does not contain yet, that selection stays. */
    show(view) {
      const current = this.drawing.view;
      this.drawing.view = { ...view, selected: current && view.event < this.events ? current.selected : view.selected };
      this.ready.then(() => this.apply());
    }

    /** Paint the view, unless it looks like the one that is painted. */
    apply() {
      const { config, view } = this.drawing;
      if (!view) return;
      const looksTheSame = isSame(looksOf(view), looksOf(this.applied));
      this.applied = view;
      if (looksTheSame) return;
      const words = config.words[view.language];
      this.drawing.words = words;
      document.documentElement.lang = view.language;
      document.documentElement.classList.toggle("dark", view.theme === "dark");
      this.host.name?.(words.map, view.language);
      this.drawing.fills.use(config, view.theme, view.on);
      this.applyStates();
      this.controls.say(words, view.language);
      this.map.getContainer().setAttribute("role", "application");
      this.map.getContainer().setAttribute("aria-label", words.map);
      this.viewport.impose(view);
      this.placeLabels();
    }

    applyStates() {
      this.units.applyStates();
      this.ring.apply();
      this.inset.apply();
    }

    /** Place the labels. In a hidden map nothing can be measured; the viewport calls this when the map is shown again. */
    placeLabels() {
      if (!this.drawing.words || !this.viewport.hasSize()) return;
      this.clusters.arrange();
      this.labels.place([...this.clusters.boxes(), ...this.inset.boxes()]);
    }

    measureAnew() {
      this.labels.forgetSizes();
      this.placeLabels();
    }
  }

  /** Return a view with the look of each unit and place written out; the server sends each look once. */
  function unfold({ looks, ...view }) {
    const whole = (items) => Object.fromEntries(Object.entries(items).map(([id, { look, ...item }]) => [id, { ...looks[look], ...item }]));
    return { ...view, units: whole(view.units), places: whole(view.places) };
  }

  const looksOf = (view) => view && { ...view, event: 0, filters: null, at: null }; // the extent is imposed by number

  window.Ingreso.mount = (map, host) => {
    const atlas = new AtlasMap(map, typeof host === "string" ? streamlitHost(host) : host);
    atlas.ready.catch((error) => {
      document.documentElement.classList.add("failed");
      throw error;
    });
    return atlas;
  };
})();
