/* The map: geometry once, then nothing but classes and fills.
 *
 * It is mounted by a host: the frame of the map component on the page, or a file that has everything in it. What the map is drawn
 * from, and whom it tells what the reader does, is the host's affair (see host.js for what a host can do).
 * The page mounts one constant map and, at every run, hands `show` a small view: for each unit and locality the classes and acts
 * that apply, the words of its tooltip and what a click on it selects. Nothing is removed and drawn again, so nothing flickers, and
 * zoom and pan are the reader's own. Texts enter the document as text nodes, never as markup.
 */
(() => {
  "use strict";

  const { Clusters, Fills, Inset, Labels, Ring, Units, Viewport, basemap, input, isSame, streamlitHost } = window.Ingreso;
  const { Controls } = window.Ingreso.controls;

  class AtlasMap {
    constructor(map, host) {
      this.map = map;
      this.host = host;
      this.drawing = { config: null, view: null, words: null, fills: null }; // written here alone, read by what draws
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

    /* ---- what the reader does -------------------------------------------------------------------------------------- */

    listen() {
      this.map.on("click", () => this.choose(null));
      this.map.on("zoomend", () => this.placeLabels());
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.choose(null);
      });
      document.fonts.addEventListener("loadingdone", () => this.measureAnew()); // the first labels are measured in another face
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
      const selected = view.selected === selects ? "" : selects; // what is chosen again is given up
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

    /* ---- what the page says ---------------------------------------------------------------------------------------- */

    /** Take the answer of the page's server. */
    answer(view) {
      this.show(this.judge(view));
    }

    /** Show a view; what the reader has chosen since the page knew of it is kept. */
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

    /** In a hidden document nothing can be measured; the viewport calls when the map is shown again. */
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
