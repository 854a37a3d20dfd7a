/* The ring around the selected unit: outside its border, so that fill, hatching and dashes remain visible. */
(() => {
  "use strict";

  class Ring {
    constructor(map, drawing, units) {
      this.map = map;
      this.drawing = drawing;
      this.units = units;
      this.renderer = L.svg({ pane: "rings", padding: 0.5 }).addTo(map);
      this.layers = [];
    }

    apply() {
      for (const layer of this.layers) layer.remove();
      const { selected } = this.drawing.view;
      const item = selected && [...this.units.units.values()].find(({ key, selects }) => key === selected || selects === selected);
      this.layers = item ? ["ring", "ring-inside", `ring-line ${item.shown ? item.shown.classes : ""}`].map((className) => this.outline(item, className)) : [];
      const line = this.layers[2]?.getElement();
      if (line && item.shown) line.style.setProperty("--ink", this.drawing.fills.colourOf(item.shown.acts));
    }

    outline(item, className) {
      return L.polygon(item.layer.getLatLngs(), { renderer: this.renderer, interactive: false, fill: false, className }).addTo(this.map);
    }
  }

  window.Ingreso.Ring = Ring;
})();
