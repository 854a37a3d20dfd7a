/* The names on the map: of units, places and neighbouring countries, as many as find room. */
(() => {
  "use strict";

  const { beside, overlap, sheetOf, within } = window.Ingreso.boxes;
  const { RADIUS, boxOf } = window.Ingreso.glyphs;
  const GAP = 2; // pixels kept free around a label

  class Labels {
    constructor(map, scene, items, land) {
      this.map = map;
      this.scene = scene;
      this.items = items;
      this.sizes = new Map();
      const named = [...items.units.values(), ...[...items.places.values()].filter((item) => item.point)];
      const neighbours = land.features.filter((feature) => feature.id !== "PER").map((feature) => feature.properties);
      this.labels = [
        ...named.map((item) => ({ item, at: item.at, element: null })),
        ...neighbours.map((country) => ({ country, at: L.latLng(country.label_lat, country.label_lon), element: null })),
      ];
    }

    /** Write the labels that find room, the most telling first; a label that would touch another, or what is taken, is left out. */
    place(taken) {
      const boxes = [...taken];
      const wanted = this.labels.filter((label) => this.rank(label) > 0);
      for (const label of this.labels) if (label.element) label.element.hidden = true;
      for (const label of wanted.sort((a, b) => this.rank(b) - this.rank(a))) this.placeLabel(label, boxes);
    }

    /** Measure every label anew: the face they are written in has changed. */
    forgetSizes() {
      this.sizes.clear();
    }

    rank(label) {
      if (label.country) return 1;
      const { item } = label;
      if (!item.shown) return item.kind === "unit" ? 2 : 0;
      if (item.kind === "place" && !item.alone) return 0;
      const own = item.kind === "unit" ? this.items.places.get(item.selects) : null;
      if (own?.alone && own.shown?.point) return 0; // its point bears the name
      const selected = this.scene.view.selected === item.selects ? 10 : 0;
      return selected + (item.kind === "place" ? 5 : item.shown.classes.includes("named") ? 4 : 3);
    }

    placeLabel(label, taken) {
      const element = this.labelElement(label);
      const sheet = sheetOf(this.map);
      const { width, height } = this.sizeOf(element);
      const at = this.map.latLngToLayerPoint(label.at);
      const spots = this.spots(label, at, width, height);
      for (const [x, y] of spots) {
        const box = { left: x - GAP, right: x + width + GAP, top: y, bottom: y + height };
        if (!within(box, sheet) || taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`; // Leaflet's own gives each a layer of the screen
        element.style.visibility = "";
        return;
      }
      element.hidden = true;
    }

    /** Where a label may stand: a unit's on its label point; a locality's, and that of a tiny unit, beside, above or below. */
    spots(label, at, width, height) {
      const { item, element } = label;
      if (item && item.kind === "place") return beside(boxOf(this.map, item), width, height);
      if (element.classList.contains("beyond")) return beside(this.tinyBox(item, at), width, height);
      return [0, -9, 9, -15, 15].map((shift) => [at.x - width / 2, at.y - height / 2 + shift]);
    }

    /** What a unit covers that is too small for its name: its glyphs, if it has some. */
    tinyBox(item, at) {
      const place = this.items.places.get(item.selects);
      if (place && place.shown && place.shown.roles.length) return boxOf(this.map, place);
      return { left: at.x - 4, right: at.x + 4, top: at.y - RADIUS, bottom: at.y + RADIUS };
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
        this.items.choose(item);
      });
      L.DomEvent.on(element, "mouseenter", () => item.layer.openTooltip(at));
      L.DomEvent.on(element, "mouseleave", () => item.layer.closeTooltip());
      return element;
    }

    labelElement(label) {
      if (!label.element) label.element = this.makeLabel(label);
      const { element, item, country } = label;
      const text = country ? country[`name_${this.scene.view.language}`] : this.items.nameOf(item);
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

  window.Ingreso.Labels = Labels;
})();
