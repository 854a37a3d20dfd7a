/* The map: geometry once, then nothing but classes.
 *
 * It is mounted in one of two houses: the frame of the map component on the page, or a file that has everything in it. What it
 * is drawn from and whom it tells what the reader does is the house's affair (see house.js for what a house can do).
 * The page mounts one constant map and, at every run, hands `show` a small view: for each unit and locality the classes that
 * apply, the words of its tooltip and what a click on it selects. Nothing is removed and drawn again, so nothing flickers, and
 * zoom and pan are the reader's own. Texts enter the document as text nodes, never as markup.
 */
(() => {
  "use strict";

  const { Crowd, Items, Labels, Viewport, device, framed, ground, inks } = window.Ingreso;
  const { Controls } = window.Ingreso.controls;
  const NEAR_ZOOM = 8; // from here on a unit fills the screen, and its stripes are toned down

  class AtlasMap {
    constructor(map, house) {
      this.map = map;
      this.house = house;
      this.scene = { config: null, view: null, words: null, colours: [], inks: {} }; // written here alone, read by what draws
      this.events = 0;
      this.ready = this.draw();
    }

    async draw() {
      const { config, ...layers } = await this.house.load();
      this.scene.config = config;
      ground.addPanes(this.map);
      ground.drawGround(this.map, layers);
      this.items = new Items(this.map, this.scene, (item) => this.choose(item));
      this.items.addUnits(layers.units);
      this.items.addPlaces(config.places);
      this.crowd = new Crowd(this.map, this.scene, this.items);
      this.labels = new Labels(this.map, this.scene, this.items, layers.land);
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
      this.map.on("zoomend", () => this.zoomed());
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.choose(null);
      });
      document.fonts.addEventListener("loadingdone", () => this.measureAnew()); // the first labels are measured in another face
      device.listenToFingers(this.map, () => this.scene.words.touch);
      device.restrainMotion(this.map);
      device.focusInPlace(this.map);
    }

    zoomed() {
      document.body.classList.toggle("near", this.map.getZoom() >= NEAR_ZOOM);
      this.placeLabels();
    }

    choose(item) {
      const { view } = this.scene;
      if (!view) return;
      const selects = item ? item.selects : "";
      const selected = view.selected === selects ? "" : selects; // what is chosen again is given up
      if (view.selected === selected) return;
      view.selected = selected;
      this.items.applyStates();
      this.report();
    }

    report() {
      this.events += 1;
      this.house.report({ event: this.events, selected: this.scene.view.selected, at: this.viewport.reported });
    }

    /* ---- what the page says ---------------------------------------------------------------------------------------- */

    /** Show a view; what the reader has chosen since the page knew of it is kept. */
    show(view) {
      const current = this.scene.view;
      this.scene.view = { ...view, selected: current && view.event < this.events ? current.selected : view.selected };
      this.ready.then(() => this.apply());
    }

    apply() {
      const { config, view } = this.scene;
      if (!view) return;
      const words = config.words[view.language];
      this.scene.words = words;
      document.documentElement.lang = view.language;
      document.documentElement.classList.toggle("dark", view.theme === "dark");
      this.house.name?.(words.map, view.language);
      this.paint();
      this.items.applyStates();
      this.controls.say(words, view.language);
      this.map.getContainer().setAttribute("role", "application");
      this.map.getContainer().setAttribute("aria-label", words.map);
      this.viewport.impose(view);
      this.placeLabels();
    }

    paint() {
      const { config, view } = this.scene;
      if (this.painted === view.theme) return;
      this.painted = view.theme;
      const colours = config.colours[view.theme];
      Object.assign(this.scene, { colours, inks: Object.fromEntries(colours.map(({ key, fill }) => [key, fill])) });
      inks.writeRules(colours);
      for (const renderer of this.items.renderers()) inks.writePatterns(renderer, colours);
    }

    placeLabels() {
      if (!this.scene.words) return; // nothing is shown yet
      this.crowd.arrange();
      this.labels.place(this.crowd.boxes());
    }

    measureAnew() {
      this.labels.forgetSizes();
      this.placeLabels();
    }
  }

  window.Ingreso.mount = (map, house) => {
    const atlas = new AtlasMap(map, typeof house === "string" ? framed(house) : house);
    atlas.ready.catch((error) => {
      document.documentElement.classList.add("failed");
      throw error;
    });
    return atlas;
  };
})();
