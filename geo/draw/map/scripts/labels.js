/* The labels on the map: names of units, places and countries, as many as have room, with the symbols of their roles. */
(() => {
  "use strict";

  const { beside, overlap, visiblePart, within } = window.Ingreso.rectangles;
  const { RADIUS, dotBox, symbolRow } = window.Ingreso.symbols;
  const { unitPositions } = window.Ingreso;
  const GAP = 2; // pixels kept free around a label

  class Labels {
    constructor(map, drawing, units, land) {
      this.map = map;
      this.drawing = drawing;
      this.units = units;
      this.sizes = new Map();
      const items = [...units.units.values(), ...units.places.values()];
      const neighbours = land.features.filter((feature) => feature.id !== "PER").map((feature) => feature.properties);
      this.labels = [
        ...items.map((item) => ({ item, at: item.at, element: null })),
        ...neighbours.map((country) => ({ country, at: L.latLng(country.label_lat, country.label_lon), element: null })),
      ];
    }

    /** Place labels by rank; a label that would overlap another one, or a rectangle of `taken`, is left out. */
    place(taken) {
      const boxes = [...taken];
      const wanted = this.labels.filter((label) => this.rank(label) > 0);
      for (const label of this.labels) if (label.element) label.element.hidden = true;
      for (const label of wanted.sort((a, b) => this.rank(b) - this.rank(a))) this.placeLabel(label, boxes);
    }

    /** Forget the sizes of all labels, since the typeface has changed. */
    forgetSizes() {
      this.sizes.clear();
    }

    rank(label) {
      if (label.country) return 1;
      const { item } = label;
      if (!item.shown) return item.kind === "unit" ? 2 : 0;
      if (item.kind === "place" && !item.alone) return 0;
      const own = item.kind === "unit" ? this.units.places.get(item.selects) : null;
      if (own?.alone && own.shown) return 0; // the label of its dot has the name
      const selected = this.drawing.view.selected === item.selects ? 10 : 0;
      return selected + (item.kind === "place" ? 5 : item.shown.classes.includes("named") ? 4 : 3);
    }

    placeLabel(label, taken) {
      const element = this.labelElement(label);
      const part = visiblePart(this.map);
      const { width, height } = this.sizeOf(element);
      for (const [x, y] of this.positions(label, width, height)) {
        const box = { left: x - GAP, right: x + width + GAP, top: y, bottom: y + height };
        if (!within(box, part) || taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`; // Leaflet's 3D transform would make each label a layer of the compositor
        element.style.visibility = "";
        return;
      }
      element.hidden = true;
    }

    /** Possible positions of a label, best first: on a unit; beside, above or below a place or a very small unit. */
    positions(label, width, height) {
      const { item, at, element } = label;
      const point = this.map.latLngToLayerPoint(at);
      if (item?.kind === "place") return beside(dotBox(this.map, item), width, height);
      if (element.classList.contains("beyond")) {
        return beside({ left: point.x - 4, right: point.x + 4, top: point.y - RADIUS, bottom: point.y + RADIUS }, width, height);
      }
      if (item) return unitPositions(this.map, label, width, height);
      return [0, -12, 12].map((shift) => [point.x - width / 2, point.y - height / 2 + shift]);
    }

    /** Size of a label in pixels, cached by text and classes, since measuring makes the browser lay out the whole map. */
    sizeOf(element) {
      const look = `${element.className}|${element.dataset.written}`;
      const known = this.sizes.get(look);
      if (known) return known;
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      if (size.width) this.sizes.set(look, size); // a label in a hidden document has none
      return size;
    }

    /** Whether a unit is too narrow on the screen for its name, which is then placed beside it. */
    outgrows(label, element) {
      if (!label.item || label.item.kind !== "unit") return false;
      const bounds = label.item.layer.getBounds();
      const [east, west] = [bounds.getNorthEast(), bounds.getSouthWest()].map((corner) => this.map.latLngToLayerPoint(corner).x);
      return this.sizeOf(element).width > 2.5 * (east - west);
    }

    /** Make the element of a label; a click on it, and its tooltip, are those of its unit or place. */
    makeLabel({ item, at }) {
      const element = L.DomUtil.create("div", "", this.map.getPane("labels"));
      if (!item) return element;
      L.DomEvent.disableScrollPropagation(element);
      L.DomEvent.on(element, "click", (event) => {
        L.DomEvent.stop(event);
        this.units.choose(item);
      });
      L.DomEvent.on(element, "mouseenter", () => item.layer.openTooltip(at));
      L.DomEvent.on(element, "mouseleave", () => item.layer.closeTooltip());
      return element;
    }

    labelElement(label) {
      if (!label.element) label.element = this.makeLabel(label);
      const { element, item, country } = label;
      this.write(label);
      element.className = `label ${country ? "country" : `${item.kind}-label ${item.shown ? item.shown.classes : "off"}`}`;
      element.setAttribute("aria-hidden", "true");
      element.style.visibility = "hidden";
      element.hidden = false;
      if (this.outgrows(label, element)) element.classList.add("beyond");
      const onFill = item?.kind === "unit" && item.shown && !element.classList.contains("beyond");
      const { color, halo } = onFill ? this.drawing.fills.labelLook(item.shown) : { color: "", halo: "" };
      element.style.color = color;
      element.style.setProperty("--halo", halo || null);
      return element;
    }

    /** Write name and symbols, if they have changed. */
    write({ element, item, country }) {
      const text = country ? country[`name_${this.drawing.view.language}`] : this.units.nameOf(item);
      const symbols = item ? this.units.symbolsOf(item) : [];
      const written = JSON.stringify([text, symbols, symbols.length && [this.drawing.fills.theme, this.drawing.fills.byNumber]]);
      if (element.dataset.written === written) return;
      element.dataset.written = written;
      element.replaceChildren(text, ...(symbols.length ? [symbolRow(symbols, this.drawing)] : []));
    }
  }

  window.Ingreso.Labels = Labels;
})();
