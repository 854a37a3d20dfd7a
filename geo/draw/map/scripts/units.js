/* Units and places as paths: they are drawn once; a view changes only classes, fills and words.
 *
 * An item has `key` (unit code or place id), `kind`, `name` and `at`, its path (`layer`), and from the view `shown` and `selects`,
 * the key that a click selects. A place is drawn by itself (`alone`) or in a cluster.
 */
(() => {
  "use strict";

  const { RADIUS } = window.Ingreso.symbols;
  const STATES = ["named", "contains", "off", "both", "level-open", "context", "selected"];

  class Units {
    /** `drawing` has configuration and view (see map.js); `choose` is called with the item that the reader clicks. */
    constructor(map, drawing, choose) {
      this.map = map;
      this.drawing = drawing;
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
          this.makeInteractive(item);
        },
      }).addTo(this.map);
    }

    /** Add the places with a point; `enter` draws them. */
    addPlaces(places) {
      for (const place of places.filter(({ unit }) => !unit)) {
        const at = L.latLng(place.latitude, place.longitude);
        this.places.set(place.id, { name: place.name, key: place.id, kind: "place", selects: place.id, at });
      }
    }

    /** Draw a place by itself. */
    enter(item) {
      item.alone = true;
      if (item.layer) item.layer.addTo(this.map);
      else this.addDot(item);
    }

    /** Remove a place from the map: it is in a cluster, out of sight, or not shown. */
    leave(item) {
      item.alone = false;
      item.layer?.remove();
    }

    addDot(item) {
      const options = { renderer: this.placeRenderer, className: `place place-${item.key} off`, radius: RADIUS, weight: 1.4, fillOpacity: 1 };
      item.layer = L.circleMarker(item.at, options).addTo(this.map);
      this.makeInteractive(item);
    }

    makeInteractive(item) {
      const { layer } = item;
      layer.bindTooltip(() => this.tooltip(item), { sticky: true, direction: "top", offset: [0, -8], className: "tip", opacity: 1 });
      layer.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        this.choose(item);
      });
      layer.on("add", () => this.makeButton(item));
      this.makeButton(item);
    }

    /** Make the path of a unit or place a button for the keyboard: Tab focuses it, Enter or Space selects it. */
    makeButton(item) {
      const path = item.layer.getElement();
      if (!path || path.dataset.key) return;
      path.dataset.key = item.key;
      path.setAttribute("role", "button");
      path.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        this.choose(item);
      });
    }

    applyStates() {
      const { units, places } = this.drawing.view;
      for (const item of this.units.values()) this.applyState(item, units[item.key]);
      for (const item of this.places.values()) this.applyState(item, places[item.key]);
    }

    applyState(item, shown) {
      item.selects = (shown && shown.selects) || item.key;
      item.shown = shown;
      const path = item.layer?.getElement();
      if (!path || (item.kind === "place" && !item.alone)) return;
      const selected = this.drawing.view.selected !== "" && [item.key, item.selects].includes(this.drawing.view.selected);
      setStates(path, `${shown ? shown.classes : "off"}${selected ? " selected" : ""}`);
      this.applyFill(item, path);
      path.setAttribute("tabindex", shown ? "0" : "-1");
      path.setAttribute("aria-label", [this.nameOf(item), ...this.why(item)].join(". "));
      path.setAttribute("aria-pressed", String(selected));
      if (selected) item.layer.bringToFront();
    }

    applyFill({ kind, shown }, path) {
      const { fills } = this.drawing;
      path.style.fill = !shown ? "" : kind === "unit" ? fills.unitFill(shown) : fills.dotFill(shown.acts);
      path.style.setProperty("--ink", shown ? fills.colourOf(shown.acts) : "");
    }

    /** The pairs of role and acts for the symbols beside a name; a unit has those of the place that is the whole unit. */
    symbolsOf(item) {
      const place = this.drawing.view.places[item.kind === "unit" ? item.selects : item.key];
      return place && (item.kind === "place" || !place.point) ? place.roles : [];
    }

    why(item) {
      const { view, words } = this.drawing;
      return item.shown ? item.shown.why.map((number) => view.lines[number]) : [words.notNamed];
    }

    /** The name of a place in the language of the view, or the official name of a unit. */
    nameOf(item) {
      return typeof item.name === "string" ? item.name : item.name[this.drawing.view.language];
    }

    tooltip(item) {
      const box = document.createElement("div");
      box.appendChild(Object.assign(document.createElement("strong"), { textContent: this.nameOf(item) }));
      for (const line of this.why(item)) box.appendChild(Object.assign(document.createElement("div"), { textContent: line }));
      return box;
    }
  }

  /** Replace the classes of a path's state, and keep those of its identity. */
  function setStates(path, states) {
    const own = [...path.classList].filter((name) => !STATES.includes(name) && !name.startsWith("auth-"));
    const wanted = [...own, ...states.split(" ").filter(Boolean)].join(" ");
    if (path.getAttribute("class") !== wanted) path.setAttribute("class", wanted);
  }

  window.Ingreso.Units = Units;
})();
