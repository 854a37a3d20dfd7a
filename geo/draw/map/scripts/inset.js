/* The inset: an enlarged map of the unit that is too small to click on a map of the country, in a corner.
 *
 * Its paths have the same classes and fills as those on the map, and a click on one selects the same unit or place.
 */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const SIDE = 132; // pixels
  const LEAST_HEIGHT = 430; // pixels of the smallest map with an inset
  const LEAST_WIDTH = 480;
  const NEAR_ZOOM = 8; // at this zoom and above the map itself is as large

  class Inset {
    constructor(map, drawing, units, { units: data, land }) {
      this.map = map;
      this.drawing = drawing;
      this.units = units;
      this.paths = [];
      const [[south, west], [north, east]] = drawing.config.inset;
      this.bounds = L.latLngBounds(drawing.config.inset);
      const control = L.control({ position: "bottomleft" });
      control.onAdd = () => L.DomUtil.create("figure", "inset");
      this.element = control.addTo(map).getContainer();
      L.DomEvent.disableClickPropagation(this.element);
      this.caption = this.element.appendChild(document.createElement("figcaption"));
      const height = (SIDE * (mercator(north) - mercator(south))) / (east - west);
      const svg = this.element.appendChild(make("svg", { width: SIDE, height: Math.round(height), viewBox: `0 0 ${SIDE} ${height}` }));
      const put = ([longitude, latitude]) => [((longitude - west) / (east - west)) * SIDE, (1 - (mercator(latitude) - mercator(south)) / (mercator(north) - mercator(south))) * height];
      for (const { geometry } of land.features) svg.append(make("path", { class: "land", d: outline(geometry, put) }));
      for (const feature of data.features) this.addUnit(svg, feature, put);
      for (const item of units.places.values()) this.addPlace(svg, item, put);
      map.on("zoomend resize", () => this.fit());
      this.fit();
    }

    addUnit(svg, { id, geometry, properties }, put) {
      const item = this.units.units.get(id);
      if (!this.bounds.intersects(item.layer.getBounds())) return;
      this.addPath(svg, item, make("path", { d: outline(geometry, put) }), "unit");
      if (!this.bounds.contains(item.layer.getBounds())) return;
      const [x, y] = put([properties.label_lon, properties.label_lat]);
      svg.append(Object.assign(make("text", { x: x - 12, y: y - 12, "text-anchor": "end" }), { textContent: properties.name }));
    }

    addPlace(svg, item, put) {
      if (!this.bounds.contains(item.at)) return;
      const [cx, cy] = put([item.at.lng, item.at.lat]);
      this.addPath(svg, item, make("circle", { cx, cy, r: 4.5 }), "place");
    }

    addPath(svg, item, path, kind) {
      path.addEventListener("click", () => this.units.choose(item));
      svg.append(path);
      this.paths.push({ item, path, kind });
    }

    /** Give each path the classes and fill of its unit or place. */
    apply() {
      this.caption.textContent = this.drawing.words.inset;
      const { fills, view } = this.drawing;
      for (const { item, path, kind } of this.paths) {
        const selected = view.selected !== "" && [item.key, item.selects].includes(view.selected);
        path.setAttribute("class", `inset-${kind} ${item.shown ? item.shown.classes : "off"}${selected ? " selected" : ""}`);
        path.style.fill = !item.shown ? "" : kind === "unit" ? fills.unitFill(item.shown) : fills.dotFill(item.shown.acts);
        path.style.setProperty("--ink", item.shown ? fills.colourOf(item.shown.acts) : "");
      }
    }

    fit() {
      const { x, y } = this.map.getSize();
      this.element.hidden = x < LEAST_WIDTH || y < LEAST_HEIGHT || this.map.getZoom() >= NEAR_ZOOM;
    }

    /** Its rectangle on the map, where no label is placed. */
    boxes() {
      if (this.element.hidden) return [];
      const own = this.element.getBoundingClientRect();
      const whole = this.map.getContainer().getBoundingClientRect();
      const { x, y } = this.map.containerPointToLayerPoint([own.left - whole.left, own.top - whole.top]);
      return [{ left: x, top: y, right: x + own.width, bottom: y + own.height }];
    }
  }

  function outline({ type, coordinates }, put) {
    const rings = type === "Polygon" ? coordinates : coordinates.flat();
    return rings.map((ring) => `M${ring.map((point) => put(point).map((value) => value.toFixed(1)).join(" ")).join("L")}Z`).join("");
  }

  /** Latitude in degrees of the Mercator projection, as on the map. */
  function mercator(latitude) {
    return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
  }

  function make(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  window.Ingreso.Inset = Inset;
})();
