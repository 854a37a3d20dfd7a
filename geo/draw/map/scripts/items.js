/* Units and places as paths: drawn once, then nothing but classes and words.
 *
 * An item holds what it is (`key`, `kind`, `name`, `at`), its paths (`layer`, and for a place `layers`, one a role), and what the view
 * says of it (`shown`; `selects`, the key that a click chooses). A place is drawn by itself (`alone`) or by the crowd it is in.
 */
(() => {
  "use strict";

  const { Glyph, RADIUS } = window.Ingreso.glyphs;
  const STATES = ["named", "contains", "off", "both", "level-open", "context", "selected"];

  class Items {
    /** `scene` is what is shown (see map.js); `choose` is called with the item that the reader chooses. */
    constructor(map, scene, choose) {
      this.map = map;
      this.scene = scene;
      this.choose = choose;
      this.units = new Map();
      this.places = new Map();
      this.unitRenderer = L.svg({ pane: "units", padding: 0.5 }).addTo(map);
      this.placeRenderer = L.svg({ pane: "places", padding: 0.5 }).addTo(map);
    }

    addUnits(data) {
      L.geoJSON(data, {
        renderer: this.unitRenderer,
        style: (feature) => ({ className: `unit unit-${feature.id} off`, weight: 0.8, fillOpacity: 1 }),
        onEachFeature: (feature, layer) => {
          const { name, label_lon, label_lat } = feature.properties;
          const item = { layer, name, key: feature.id, kind: "unit", selects: feature.id, at: L.latLng(label_lat, label_lon) };
          this.units.set(feature.id, item);
          this.makeInteractive(item, layer);
        },
      }).addTo(this.map);
    }

    /** Take the places up; each is drawn when it enters. */
    addPlaces(places) {
      for (const place of places) {
        const at = L.latLng(place.latitude, place.longitude);
        const item = { name: place.name, key: place.id, kind: "place", selects: place.id, at, layers: [] };
        item.className = place.unit ? "role-glyph" : `place place-${place.id}`;
        item.point = !place.unit;
        this.places.set(place.id, item);
      }
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
      const options = { renderer: this.placeRenderer, className: `${className} off`, radius: RADIUS, weight: 1.4, fillOpacity: 1 };
      const layer = new Glyph(item.at, options).addTo(this.map);
      item.layers.push(layer);
      this.makeInteractive(item, layer);
      return layer;
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

    renderers() {
      return [this.unitRenderer, this.placeRenderer];
    }

    applyStates() {
      const { units, places } = this.scene.view;
      for (const item of this.units.values()) this.applyState(item, units[item.key]);
      for (const item of this.places.values()) this.applyState(item, places[item.key]);
    }

    applyState(item, shown) {
      item.selects = (shown && shown.selects) || item.key;
      item.shown = shown;
      if (item.kind === "place" && !item.alone) return;
      if (item.kind === "place") this.applyRoles(item, shown ? shown.roles : []);
      const path = item.layer.getElement();
      if (!path) return;
      const selected = this.scene.view.selected !== "" && [item.key, item.selects].includes(this.scene.view.selected);
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
        layer.setShape(role && this.scene.config.shapes[role], (item.nudge || 0) + index * RADIUS * 2);
        const path = layer.getElement();
        if (!path) return;
        path.style.setProperty("--glyph", this.scene.inks[ink] || "var(--context)");
        if (layer !== item.layer) setStates(path, role ? "" : "off");
      });
    }

    why(item) {
      const { view, words } = this.scene;
      return item.shown ? item.shown.why.map((number) => view.lines[number]) : [words.notNamed];
    }

    /** A place bears its name in the language of the view, a unit its official one. */
    nameOf(item) {
      return typeof item.name === "string" ? item.name : item.name[this.scene.view.language];
    }

    tooltip(item) {
      const box = document.createElement("div");
      box.appendChild(Object.assign(document.createElement("strong"), { textContent: this.nameOf(item) }));
      for (const line of this.why(item)) box.appendChild(Object.assign(document.createElement("div"), { textContent: line }));
      return box;
    }
  }

  /** Set the classes that say the state of a path, and leave those that say what it is. */
  function setStates(path, states) {
    const own = [...path.classList].filter((name) => !STATES.includes(name) && !name.startsWith("auth-"));
    const wanted = [...own, ...states.split(" ").filter(Boolean)].join(" ");
    if (path.getAttribute("class") !== wanted) path.setAttribute("class", wanted);
  }

  window.Ingreso.Items = Items;
})();
