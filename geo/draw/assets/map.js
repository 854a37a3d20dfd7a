/* The map: geometry once, then nothing but classes.
 *
 * It is mounted in one of two houses: the frame of the map component on the page, or a file that has everything in it. What it
 * is drawn from and whom it tells what the reader does is the house's affair (see `framed` for what a house can do).
 * The page mounts one constant map and, at every run, hands `show` a small view: for each unit and locality the classes that
 * apply, the words of its tooltip and what a click on it selects. Nothing is removed and drawn again, so nothing flickers, and
 * zoom and pan are the reader's own. Texts enter the document as text nodes, never as markup.
 */
(() => {
  "use strict";

  const SELECTOR_STATES = ["named", "contains", "off", "both", "level-open", "context", "selected"];
  const SETTLED_MS = 400; // a pan is over when the map has rested this long
  const LABEL_GAP = 2; // pixels kept free around a label
  const GLYPH_RADIUS = 6.5; // pixels
  const NEAR_ZOOM = 8; // from here on a unit fills the screen, and its stripes are toned down
  const CROWD = 300; // with more places than this, those that would touch are drawn as one
  const CELL = 52; // pixels, side of the square within which they do
  const TOUCHING = 4; // pixels by which the glyphs of neighbours may overlap
  const GEOMETRY = ["surroundings", "land", "units", "lakes"];
  const ATLAS_WINDOW = [-84, -20, -66, 2]; // west, south, east, north, as the atlas is built
  const SVG = "http://www.w3.org/2000/svg";

  /** The shape of one role beside a point, as large at every zoom; `shift` is in pixels to the right of the point. */
  const Glyph = L.CircleMarker.extend({
    setShape(corners, shift) {
      this._corners = corners;
      this._shift = shift;
      if (this._map) this._updatePath();
    },
    _updatePath() {
      if (!this._renderer) return;
      const x = this._point.x + (this._shift || 0);
      this._renderer._setPath(this, this._corners ? outline(this._corners, x, this._point.y) : "M0 0");
    },
  });

  function outline(corners, x, y) {
    const points = corners.map(([dx, dy]) => `${(x + dx * GLYPH_RADIUS).toFixed(1)} ${(y + dy * GLYPH_RADIUS).toFixed(1)}`);
    return `M${points.join("L")}Z`;
  }

  class AtlasMap {
    constructor(map, house) {
      this.map = map;
      this.house = house;
      this.units = new Map();
      this.places = new Map();
      this.labels = [];
      this.sizes = new Map();
      this.heaps = [];
      this.view = null;
      this.events = 0;
      this.imposed = null;
      this.reported = null;
      this.ready = this.draw();
    }

    /* ---- drawing, once ------------------------------------------------------------------------------------------- */

    async draw() {
      const { config, surroundings, land, units, lakes } = await this.house.load();
      this.config = config;
      this.addPanes();
      this.addBase("land", surroundings, "surroundings");
      this.addBase("land", land);
      this.addBase("land", outlines(land), "coast");
      this.addUnits(units);
      this.addBase("lakes", lakes);
      this.addPlaces();
      this.addCountryLabels(land);
      this.addControls();
      this.addCredits();
      this.listen();
      window.Ingreso.device.listenToFingers(this.map, () => this.words.touch);
      window.Ingreso.device.restrainMotion(this.map);
      this.frame(null);
      document.documentElement.classList.add("drawn");
      document.fonts.addEventListener("loadingdone", () => this.measureAnew()); // the first labels are measured in another face
      this.apply();
    }

    addPanes() {
      for (const [index, name] of ["land", "units", "lakes", "places", "labels"].entries()) {
        const pane = this.map.createPane(name);
        pane.style.zIndex = 300 + index * 10;
        if (name !== "units" && name !== "places") pane.style.pointerEvents = "none";
      }
      this.unitRenderer = L.svg({ pane: "units", padding: 0.5 }).addTo(this.map);
      this.placeRenderer = L.svg({ pane: "places", padding: 0.5 }).addTo(this.map);
    }

    addBase(pane, data, className = pane) {
      this.renderers = this.renderers || {};
      this.renderers[pane] = this.renderers[pane] || L.svg({ pane, padding: 0.5 });
      L.geoJSON(data, { renderer: this.renderers[pane], interactive: false, style: { className } }).addTo(this.map);
    }

    addUnits(data) {
      L.geoJSON(data, {
        renderer: this.unitRenderer,
        style: (feature) => ({ className: `unit unit-${feature.id} off`, weight: 0.8, fillOpacity: 1 }),
        onEachFeature: (feature, layer) => {
          const { name, label_lon, label_lat } = feature.properties;
          const item = { layer, name, key: feature.id, kind: "unit", selects: feature.id };
          this.units.set(feature.id, item);
          this.makeInteractive(item, layer);
          this.labels.push({ item, at: L.latLng(label_lat, label_lon), element: null });
        },
      }).addTo(this.map);
    }

    addPlaces() {
      for (const place of this.config.places) {
        const at = L.latLng(place.latitude, place.longitude);
        const item = { name: place.name, key: place.id, kind: "place", selects: place.id, at, layers: [] };
        item.className = place.unit ? "role-glyph" : `place place-${place.id}`;
        item.point = !place.unit;
        this.places.set(place.id, item);
        if (!place.unit) this.labels.push({ item, at, element: null });
      }
      this.crowded = this.places.size > CROWD;
      if (!this.crowded) for (const item of this.places.values()) this.enter(item);
    }

    /** Draw a place by itself. */
    enter(item) {
      item.alone = true;
      for (const layer of item.layers) layer.addTo(this.map);
      if (!item.layer) item.layer = this.addGlyph(item, item.className);
      this.keyboard(item);
    }

    /** Draw a place no longer: it is in a heap, out of sight, or not shown. */
    leave(item) {
      item.alone = false;
      for (const layer of item.layers) layer.remove();
    }

    /** A place has a glyph for every role in which it is shown; the first bears its name in the document. */
    addGlyph(item, className) {
      const options = { renderer: this.placeRenderer, className: `${className} off`, radius: GLYPH_RADIUS, weight: 1.4, fillOpacity: 1 };
      const layer = new Glyph(item.at, options).addTo(this.map);
      item.layers.push(layer);
      this.makeInteractive(item, layer);
      return layer;
    }

    addCountryLabels(data) {
      for (const feature of data.features) {
        const { label_lon, label_lat } = feature.properties;
        if (feature.id === "PER") continue;
        this.labels.push({ country: feature.properties, at: L.latLng(label_lat, label_lon), element: null });
      }
    }

    makeInteractive(item, layer) {
      layer.bindTooltip(() => this.tooltip(item), { sticky: true, direction: "top", offset: [0, -8], className: "tip", opacity: 1 });
      layer.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        this.choose(item);
      });
      layer.on("add", () => this.keyboard(item));
      this.keyboard(item);
    }

    /** The path of a unit or place can be reached with the tabulator key and chosen with Enter or the space bar, like a button. */
    keyboard(item) {
      const path = item.layer && item.layer.getElement();
      if (!path || path.dataset.key) return;
      path.dataset.key = item.key;
      path.setAttribute("role", "button");
      path.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        this.choose(item);
      });
    }

    addControls() {
      L.control.scale({ imperial: false, position: "bottomleft" }).addTo(this.map);
      const bar = L.control({ position: "bottomleft" });
      bar.onAdd = () => {
        const box = L.DomUtil.create("div", "leaflet-bar frames");
        L.DomEvent.disableClickPropagation(box);
        this.buttons = {
          whole: this.button(box, () => this.frame(null, true)),
          inset: this.button(box, () => this.frame(this.config.inset, true)),
          ...(this.config.tiles && { tiles: this.button(box, () => this.switchTiles()) }),
        };
        this.buttons.tiles?.setAttribute("aria-pressed", "false");
        return box;
      };
      bar.addTo(this.map);
    }

    /** Where the data comes from, folded up in the corner of the map, so that it goes where the map goes. */
    addCredits() {
      const bar = L.control({ position: "bottomright" });
      bar.onAdd = () => {
        this.credits = L.DomUtil.create("details", "credits");
        L.DomEvent.disableClickPropagation(this.credits);
        this.credits.append(document.createElement("summary"), document.createElement("p"));
        return this.credits;
      };
      bar.addTo(this.map);
    }

    button(parent, act) {
      const button = L.DomUtil.create("button", "", parent);
      button.type = "button";
      button.addEventListener("click", act);
      return button;
    }

    /** Street tiles come from the internet: never by themselves, only when the reader asks for them. */
    switchTiles() {
      const { address, credit } = this.config.tiles;
      if (!this.tiles) this.tiles = L.tileLayer(address, { maxZoom: 12, referrerPolicy: "origin", pane: "tilePane" });
      const on = !this.map.hasLayer(this.tiles);
      if (on) this.tiles.addTo(this.map);
      else this.tiles.remove();
      document.body.classList.toggle("with-tiles", on);
      this.buttons.tiles.setAttribute("aria-pressed", String(on));
      if (!this.credit) this.credit = L.control.attribution({ prefix: false }).addAttribution(credit);
      if (on) this.credit.addTo(this.map);
      else this.credit.remove();
    }

    /* ---- what the reader does -------------------------------------------------------------------------------------- */

    listen() {
      this.map.on("click", () => this.choose(null));
      this.map.on("zoomend", () => this.zoomed());
      this.map.on("moveend", () => this.moved());
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.choose(null);
      });
      new ResizeObserver(() => this.resize()).observe(this.map.getContainer());
    }

    zoomed() {
      document.body.classList.toggle("near", this.map.getZoom() >= NEAR_ZOOM);
      this.placeLabels();
    }

    choose(item) {
      const selects = item ? item.selects : "";
      const selected = this.view && this.view.selected === selects ? "" : selects;
      if (!this.view || this.view.selected === selected) return;
      this.view.selected = selected;
      this.applyStates();
      this.report();
    }

    report() {
      this.events += 1;
      this.house.report({ event: this.events, selected: this.view.selected, at: this.reported });
    }

    moved() {
      if (this.moving) return;
      this.framed = null;
      this.placeLabels();
      this.settle();
    }

    /** Report where the map came to rest, once it has; the whole country is reported as no viewport at all. */
    settle() {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => {
        const at = this.wholeCountry() ? null : this.viewport();
        if (!this.view || JSON.stringify(at) === JSON.stringify(this.reported)) return;
        this.reported = at;
        this.report();
      }, SETTLED_MS);
    }

    viewport() {
      const { lat, lng } = this.map.getCenter();
      return [Number(lat.toFixed(3)), Number(lng.toFixed(3)), Number(this.map.getZoom().toFixed(2))];
    }

    resize() {
      const { framed } = this;
      if (!this.hasSize()) return;
      this.move(() => this.map.invalidateSize({ animate: false }));
      if (framed) this.frame(framed.bounds);
    }

    wholeCountry() {
      return Boolean(this.framed && this.framed.bounds === null);
    }

    /** In a view that hides the map it has no size, and no frame can be fitted; it is when the map is shown again. */
    hasSize() {
      const { offsetWidth, offsetHeight } = this.map.getContainer();
      return offsetWidth > 0 && offsetHeight > 0;
    }

    /** Show bounds, or the whole country; remembered until the reader moves the map, so that a new size keeps the frame. */
    frame(bounds, byReader = false) {
      if (this.hasSize()) this.move(() => this.map.fitBounds(bounds || this.config.bounds, { animate: false, padding: [6, 6] }));
      this.framed = { bounds };
      if (byReader) this.settle();
    }

    /** Move the map without taking it for something that the reader did. */
    move(act) {
      this.moving = true;
      act();
      this.moving = false;
      this.framed = null;
      this.placeLabels();
    }

    /* ---- what the page says ---------------------------------------------------------------------------------------- */

    show(view) {
      const kept = this.view && view.event < this.events ? this.view.selected : view.selected;
      this.view = { ...view, selected: kept };
      this.ready.then(() => this.apply());
    }

    apply() {
      if (!this.view || !this.buttons) return;
      this.words = this.config.words[this.view.language];
      const root = document.documentElement;
      root.lang = this.view.language;
      root.classList.toggle("dark", this.view.theme === "dark");
      this.house.name?.(this.words.map, this.view.language);
      this.paint();
      this.applyStates();
      this.applyWords();
      this.applyViewport();
      this.placeLabels();
    }

    /** Colours of authorisations as custom properties, and the patterns made of them. */
    paint() {
      if (this.painted === this.view.theme) return;
      this.painted = this.view.theme;
      this.colours = this.config.colours[this.view.theme];
      this.inks = Object.fromEntries(this.colours.map(({ key, fill }) => [key, fill]));
      let sheet = document.getElementById("colours");
      if (!sheet) {
        sheet = document.createElement("style");
        sheet.id = "colours";
        document.head.appendChild(sheet);
      }
      sheet.textContent = this.colours.map((act) => rules(act)).join("\n");
      for (const renderer of [this.unitRenderer, this.placeRenderer]) this.addPatterns(renderer);
    }

    addPatterns(renderer) {
      const svg = renderer._container;
      const old = svg.querySelector("defs");
      if (old) old.remove();
      const defs = document.createElementNS(SVG, "defs");
      for (const act of this.colours) defs.appendChild(pattern(act));
      defs.appendChild(pattern({ key: "context", fill: "var(--context)", stripes: [] }));
      svg.insertBefore(defs, svg.firstChild);
    }

    applyStates() {
      for (const item of this.units.values()) this.applyState(item, this.view.units[item.key]);
      for (const item of this.places.values()) this.applyState(item, this.view.places[item.key]);
    }

    applyState(item, shown) {
      item.selects = (shown && shown.selects) || item.key;
      item.shown = shown;
      if (item.kind === "place" && !item.alone) return;
      if (item.kind === "place") this.applyRoles(item, shown ? shown.roles : []);
      const path = item.layer.getElement();
      if (!path) return;
      const selected = this.view.selected !== "" && [item.key, item.selects].includes(this.view.selected);
      setStates(path, `${shown ? shown.classes : "off"}${selected ? " selected" : ""}`);
      path.setAttribute("tabindex", shown ? "0" : "-1");
      path.setAttribute("aria-label", [this.nameOf(item), ...this.why(item)].join(". "));
      path.setAttribute("aria-pressed", String(selected));
      if (selected) (item.layers || [item.layer]).forEach((layer) => layer.bringToFront());
    }

    /** Give each role of a place its glyph, from the point eastwards, in the colour of the acts that name it so. */
    applyRoles(item, roles) {
      while (item.layers.length < roles.length) this.addGlyph(item, "role-glyph");
      item.layers.forEach((layer, index) => {
        const [role, ink] = roles[index] || [];
        layer.setShape(role && this.config.shapes[role], (item.nudge || 0) + index * GLYPH_RADIUS * 2);
        const path = layer.getElement();
        if (!path) return;
        path.style.setProperty("--glyph", this.inks[ink] || "var(--context)");
        if (layer !== item.layer) setStates(path, role ? "" : "off");
      });
    }

    applyWords() {
      const { words } = this;
      this.buttons.whole.textContent = words.whole;
      this.buttons.inset.textContent = words.inset;
      if (this.buttons.tiles) this.buttons.tiles.textContent = words.tiles;
      const [summary, text] = this.credits.children;
      summary.textContent = words.credits;
      text.textContent = [`${words.data} ${this.config.version}.`, ...this.config.credits[this.view.language]].join(" ");
      const container = this.map.getContainer();
      container.setAttribute("role", "application");
      container.setAttribute("aria-label", words.map);
      for (const [name, title] of [["in", words.zoomIn], ["out", words.zoomOut]]) {
        const button = container.querySelector(`.leaflet-control-zoom-${name}`);
        if (button) Object.assign(button, { title, ariaLabel: title });
      }
    }

    /** A viewport is imposed once, when the page's number for it has changed: by a link, a reset or a search. */
    applyViewport() {
      if (this.imposed === this.view.imposed) return;
      this.imposed = this.view.imposed;
      const { at } = this.view;
      this.reported = at;
      if (!at) this.frame(null);
      else this.move(() => this.map.setView([at[0], at[1]], at[2], { animate: false }));
    }

    why(item) {
      return item.shown ? item.shown.why.map((number) => this.view.lines[number]) : [this.words.notNamed];
    }

    /** A place bears its name in the language of the view, a unit its official one. */
    nameOf(item) {
      return typeof item.name === "string" ? item.name : item.name[this.view.language];
    }

    tooltip(item) {
      const box = document.createElement("div");
      box.appendChild(Object.assign(document.createElement("strong"), { textContent: this.nameOf(item) }));
      for (const line of this.why(item)) box.appendChild(Object.assign(document.createElement("div"), { textContent: line }));
      return box;
    }

    /* ---- labels ---------------------------------------------------------------------------------------------------- */

    /** Write the labels that find room, the most telling first; a label that would touch another is left out. */
    placeLabels() {
      if (!this.view || !this.labels.length) return;
      if (this.crowded && this.words) this.gather();
      this.spread();
      const taken = [...this.heaps, ...this.glyphBoxes()];
      const wanted = this.labels.filter((label) => this.rank(label) > 0);
      for (const label of this.labels) if (label.element) label.element.hidden = true;
      for (const label of wanted.sort((a, b) => this.rank(b) - this.rank(a))) this.placeLabel(label, taken);
    }

    measureAnew() {
      this.sizes.clear();
      this.placeLabels();
    }

    rank(label) {
      if (label.country) return 1;
      const { item } = label;
      if (!item.shown) return item.kind === "unit" ? 2 : 0;
      if (item.kind === "place" && !item.alone) return 0;
      const own = item.kind === "unit" ? this.places.get(item.selects) : null;
      if (own?.alone && own.shown?.point) return 0; // its point bears the name
      const selected = this.view.selected === item.selects ? 10 : 0;
      return selected + (item.kind === "place" ? 5 : item.shown.classes.includes("named") ? 4 : 3);
    }

    /** Of many places in sight, draw those by themselves that are alone in their square, and the others of a square as one heap. */
    gather() {
      const sheet = this.sheet();
      const squares = new Map();
      for (const item of this.places.values()) {
        const at = this.map.latLngToLayerPoint(item.at);
        const square = item.shown && !beyond(at, sheet) ? this.squareOf(item) : null;
        if (square !== null && !squares.has(square)) squares.set(square, []);
        if (square !== null) squares.get(square).push({ item, at });
        else if (item.alone) this.leave(item);
      }
      for (const { element } of this.heaps) element.remove();
      this.heaps = [];
      for (const inside of squares.values()) this.heap(inside);
    }

    /** The squares stand still while the map is moved. A chosen place is always by itself, and on the nearest map every one. */
    squareOf(item) {
      const zoom = this.map.getZoom();
      if (!item.point || item.key === this.view.selected || zoom >= this.map.getMaxZoom()) return item.key;
      const { x, y } = this.map.project(item.at, zoom).divideBy(CELL).floor();
      return `${x} ${y}`;
    }

    heap(inside) {
      const [{ item }] = inside;
      if (inside.length === 1) {
        if (!item.alone) this.enter(item);
        this.applyState(item, item.shown);
        return;
      }
      for (const other of inside) if (other.item.alone) this.leave(other.item);
      this.heaps.push(this.makeHeap(inside));
    }

    /** A disc with the number of its places, in the colour of the acts that name them; a click brings them apart. */
    makeHeap(inside) {
      const element = this.button(this.map.getPane("labels"), () => this.open(inside));
      const radius = Math.min(9 + 1.6 * Math.log2(inside.length), CELL / 2 - 5);
      const [x, y] = ["x", "y"].map((axis) => inside.reduce((sum, { at }) => sum + at[axis], 0) / inside.length);
      const acts = new Set(inside.flatMap(({ item }) => item.shown.classes.split(" ").filter((name) => name.startsWith("auth-"))));
      const ink = this.colours.find(({ authorisations: named }) => named.length === acts.size && named.every((act) => acts.has(`auth-${act}`)));
      element.className = "heap";
      element.textContent = new Intl.NumberFormat(this.view.language).format(inside.length);
      element.ariaLabel = element.title = `${this.words.heap.replace("{count}", element.textContent)}. ${this.words.zoomIn}`;
      Object.assign(element.style, { width: `${2 * radius}px`, height: `${2 * radius}px` });
      if (ink) Object.assign(element.style, { background: ink.fill, color: ink.text });
      L.DomEvent.disableClickPropagation(element);
      L.DomUtil.setPosition(element, L.point(Math.round(x - radius), Math.round(y - radius)));
      return { element, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    }

    /** Zoom to the places of a heap, one step at least. */
    open(inside) {
      const bounds = L.latLngBounds(inside.map(({ item }) => item.at));
      const zoom = Math.max(this.map.getBoundsZoom(bounds, false, L.point(80, 80)), this.map.getZoom() + 1);
      this.map.setView(bounds.getCenter(), Math.min(zoom, this.map.getMaxZoom()));
    }

    /** Move the glyphs of a place that those of its eastern neighbour would cover to the west, as far as it takes. */
    spread() {
      const rows = [...this.places.values()].filter((item) => item.alone && item.shown && item.shown.roles.length);
      for (const item of rows) item.nudge = 0;
      rows.sort((a, b) => b.at.lng - a.at.lng);
      const boxes = [];
      for (const item of rows) {
        const own = this.glyphBox(item, TOUCHING);
        const covered = boxes.filter((other) => overlap(own, other));
        if (covered.length) item.nudge = Math.min(...covered.map(({ left }) => left)) - this.glyphBox(item).right;
        boxes.push(this.glyphBox(item));
        this.applyRoles(item, item.shown.roles);
      }
    }

    glyphBoxes() {
      return [...this.places.values()].filter((item) => item.alone && item.shown).map((item) => this.glyphBox(item));
    }

    /** What the glyphs of a shown place cover, less some pixels at the top and at the bottom. */
    glyphBox(item, less = 0) {
      const at = this.map.latLngToLayerPoint(item.at);
      const left = at.x + (item.nudge || 0) - GLYPH_RADIUS;
      const right = left + GLYPH_RADIUS * 2 * item.shown.roles.length;
      return { left, right, top: at.y - GLYPH_RADIUS + less, bottom: at.y + GLYPH_RADIUS - less };
    }

    placeLabel(label, taken) {
      const element = this.labelElement(label);
      const sheet = this.sheet();
      const { width, height } = this.sizeOf(element);
      const at = this.map.latLngToLayerPoint(label.at);
      const spots = this.spots(label, at, width, height);
      for (const [x, y] of spots) {
        const box = { left: x - LABEL_GAP, right: x + width + LABEL_GAP, top: y, bottom: y + height };
        if (!within(box, sheet) || taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        L.DomUtil.setPosition(element, L.point(Math.round(x), Math.round(y)));
        element.style.visibility = "";
        return;
      }
      element.hidden = true;
    }

    /** The visible part of the map. */
    sheet() {
      const { x, y } = this.map.containerPointToLayerPoint([0, 0]);
      const { x: width, y: height } = this.map.getSize();
      return { left: x, right: x + width, top: y, bottom: y + height };
    }

    /** Where a label may stand: a unit's on its label point; a locality's, and that of a tiny unit, beside, above or below. */
    spots(label, at, width, height) {
      const { item, element } = label;
      if (item && item.kind === "place") return beside(this.glyphBox(item), width, height);
      if (element.classList.contains("beyond")) return beside(this.tinyBox(item, at), width, height);
      return [0, -9, 9, -15, 15].map((shift) => [at.x - width / 2, at.y - height / 2 + shift]);
    }

    /** What a unit covers that is too small for its name: its glyphs, if it has some. */
    tinyBox(item, at) {
      const place = this.places.get(item.selects);
      if (place && place.shown && place.shown.roles.length) return this.glyphBox(place);
      return { left: at.x - 4, right: at.x + 4, top: at.y - GLYPH_RADIUS, bottom: at.y + GLYPH_RADIUS };
    }

    /** Size of a label in pixels, measured once for each text and look: measuring makes the browser lay out the whole map. */
    sizeOf(element) {
      const look = `${element.className}|${element.textContent}`;
      if (!this.sizes.has(look)) this.sizes.set(look, { width: element.offsetWidth, height: element.offsetHeight });
      return this.sizes.get(look);
    }

    /** Whether a unit is too narrow on the screen for its name, which then stands beside it, on other ground. */
    outgrows(label, element) {
      if (!label.item || label.item.kind !== "unit") return false;
      const bounds = label.item.layer.getBounds();
      const [east, west] = [bounds.getNorthEast(), bounds.getSouthWest()].map((corner) => this.map.latLngToLayerPoint(corner).x);
      return this.sizeOf(element).width > 2.5 * (east - west);
    }

    /** The name of a unit or place is part of it: it is clicked, and says why, as what it names. */
    makeLabel({ item, at }) {
      const element = L.DomUtil.create("div", "", this.map.getPane("labels"));
      if (!item) return element;
      L.DomEvent.disableScrollPropagation(element);
      L.DomEvent.on(element, "click", (event) => {
        L.DomEvent.stop(event);
        this.choose(item);
      });
      L.DomEvent.on(element, "mouseenter", () => item.layer.openTooltip(at));
      L.DomEvent.on(element, "mouseleave", () => item.layer.closeTooltip());
      return element;
    }

    labelElement(label) {
      if (!label.element) label.element = this.makeLabel(label);
      const { element, item, country } = label;
      const text = country ? country[`name_${this.view.language}`] : this.nameOf(item);
      if (element.textContent !== text) element.textContent = text;
      const state = country ? "country" : `${item.kind}-label ${item.shown ? item.shown.classes : "off"}`;
      element.className = `label ${state}`;

      element.setAttribute("aria-hidden", "true");
      element.style.visibility = "hidden";
      element.hidden = false;
      if (this.outgrows(label, element)) element.classList.add("beyond");
      return element;
    }
  }

  /* ---- helpers without state ----------------------------------------------------------------------------------------- */

  /** The frame of the component: it fetches, and tells the page by Streamlit's own protocol, without the component's waiting time. */
  function framed(address) {
    return {
      async load() {
        const [config, ...layers] = await Promise.all([
          fetchJson(address),
          ...GEOMETRY.map((name) => fetchJson(address.replace("map.json", `atlas/${name}.geojson`))),
        ]);
        return { config, ...Object.fromEntries(GEOMETRY.map((name, index) => [name, layers[index]])) };
      },
      report(event) {
        window.Streamlit.setComponentValue(event);
      },
      name(title, language) {
        window.frameElement.title = title;
        window.parent.document.documentElement.lang = language; // Streamlit leaves it at "en"
      },
    };
  }

  async function fetchJson(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  /** Coasts and borders of the land, without the straight edges where the atlas window cuts it: there the land goes on. */
  function outlines(land) {
    const [west, south, east, north] = ATLAS_WINDOW;
    const cut = (a, b) => (a[0] === b[0] && (a[0] === west || a[0] === east)) || (a[1] === b[1] && (a[1] === south || a[1] === north));
    const lines = [];
    for (const ring of land.features.flatMap((feature) => rings(feature.geometry))) {
      let line = [ring[0]];
      for (let index = 1; index < ring.length; index += 1) {
        if (cut(ring[index - 1], ring[index])) {
          lines.push(line);
          line = [];
        }
        line.push(ring[index]);
      }
      lines.push(line);
    }
    return { type: "MultiLineString", coordinates: lines.filter((line) => line.length > 1) };
  }

  function rings({ type, coordinates }) {
    return type === "Polygon" ? coordinates : coordinates.flat();
  }

  /** Right of a box, left of it, above and below. */
  function beside(box, width, height) {
    const [x, y] = [(box.left + box.right - width) / 2, (box.top + box.bottom - height) / 2];
    return [[box.right + 3, y], [box.left - 3 - width, y], [x, box.top - 2 - height], [x, box.bottom + 2]];
  }

  /** Whether a box does not stick out of a sheet: it is either on it as a whole or not at all. */
  function within(box, sheet) {
    const inside = box.left >= sheet.left && box.right <= sheet.right && box.top >= sheet.top && box.bottom <= sheet.bottom;
    return inside || !overlap(box, sheet);
  }

  function beyond(point, sheet) {
    return point.x < sheet.left || point.x > sheet.right || point.y < sheet.top || point.y > sheet.bottom;
  }

  function overlap(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  /** Set the classes that say the state of a path, and leave those that say what it is. */
  function setStates(path, states) {
    const own = [...path.classList].filter((name) => !SELECTOR_STATES.includes(name) && !name.startsWith("auth-"));
    const wanted = [...own, ...states.split(" ").filter(Boolean)].join(" ");
    if (path.getAttribute("class") !== wanted) path.setAttribute("class", wanted);
  }

  /** The rules of one authorisation, or of several together: `acts` are its classes. */
  function rules({ key, authorisations: acts, fill, text }) {
    const several = acts.length > 1;
    const all = acts.map((act) => `.${CSS.escape(`auth-${act}`)}`).join("");
    const only = several ? "" : ":not(.both)";
    return [
      `path.unit.named${all}${only}{fill:${several ? `url(#fill-${key})` : fill};--ink:${fill}}`,
      `path.unit.contains${all}{fill:url(#hatch-${key});--ink:${fill}}`,
      `.unit-label.named${all}${only}:not(.beyond){color:${text};--halo:${fill}}`,
    ].join("\n");
  }

  /** Two patterns an entry: `fill-` with the stripes of several authorisations, `hatch-` for a unit that only contains. */
  function pattern({ key, fill, stripes }) {
    const group = document.createDocumentFragment();
    group.appendChild(stripePattern(`fill-${key}`, 9, [[fill, 0, 9], ...stripes.map((colour, index) => [colour, 3 + index * 3, 1.6])]));
    group.appendChild(stripePattern(`hatch-${key}`, 7, [["var(--unit)", 0, 7], [fill, 0, 1.5]]));
    return group;
  }

  function stripePattern(id, width, bands) {
    const element = document.createElementNS(SVG, "pattern");
    const attributes = { id, width, height: width, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const [colour, x, thickness] of bands) {
      const band = document.createElementNS(SVG, "rect");
      for (const [name, value] of Object.entries({ x, y: 0, width: thickness, height: width })) band.setAttribute(name, value);
      band.style.fill = colour;
      element.appendChild(band);
    }
    return element;
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
