/* Clusters: if there are many places, those that would overlap are drawn as one disc with their number. */
(() => {
  "use strict";

  const { beyond, visiblePart } = window.Ingreso.rectangles;
  const { button } = window.Ingreso.controls;
  const { dotBox } = window.Ingreso.symbols;
  const MOST_ALONE = 300; // with more places than this, there are clusters
  const CELL = 52; // pixels, side of the square whose places are one cluster

  class Clusters {
    constructor(map, drawing, units) {
      this.map = map;
      this.drawing = drawing;
      this.units = units;
      this.clusters = [];
      this.clustered = units.places.size > MOST_ALONE;
      if (!this.clustered) for (const item of units.places.values()) units.enter(item);
    }

    arrange() {
      if (this.clustered) this.gather();
    }

    /** The rectangles of clusters and dots. */
    boxes() {
      const alone = [...this.units.places.values()].filter((item) => item.alone && item.shown);
      return [...this.clusters, ...alone.map((item) => dotBox(this.map, item))];
    }

    /** Draw a place that is alone in its square by itself, and several places of a square as one cluster. */
    gather() {
      const part = visiblePart(this.map);
      const squares = new Map();
      for (const item of this.units.places.values()) {
        const at = this.map.latLngToLayerPoint(item.at);
        const square = item.shown && !beyond(at, part) ? this.squareOf(item) : null;
        if (square !== null && !squares.has(square)) squares.set(square, []);
        if (square !== null) squares.get(square).push({ item, at });
        else if (item.alone) this.units.leave(item);
      }
      for (const { element } of this.clusters) element.remove();
      this.clusters = [];
      for (const inside of squares.values()) this.cluster(inside);
    }

    /** The key of a place's square, the same while the map is moved. A selected place has its own; at the highest zoom every place has. */
    squareOf(item) {
      const zoom = this.map.getZoom();
      if (item.key === this.drawing.view.selected || zoom >= this.map.getMaxZoom()) return item.key;
      const { x, y } = this.map.project(item.at, zoom).divideBy(CELL).floor();
      return `${x} ${y}`;
    }

    cluster(inside) {
      const [{ item }] = inside;
      if (inside.length === 1) {
        if (!item.alone) this.units.enter(item);
        this.units.applyState(item, item.shown);
        return;
      }
      for (const other of inside) if (other.item.alone) this.units.leave(other.item);
      this.clusters.push(this.makeCluster(inside));
    }

    /** A disc with the number of its places, in the colour of the acts that name them; a click zooms to them. */
    makeCluster(inside) {
      const element = button(this.map.getPane("labels"), () => this.open(inside));
      const radius = Math.min(9 + 1.6 * Math.log2(inside.length), CELL / 2 - 5);
      const [x, y] = ["x", "y"].map((axis) => inside.reduce((sum, { at }) => sum + at[axis], 0) / inside.length);
      const acts = [...new Set(inside.flatMap(({ item }) => item.shown.acts))];
      element.className = "cluster";
      element.textContent = new Intl.NumberFormat(this.drawing.view.language).format(inside.length);
      element.ariaLabel = element.title = `${this.drawing.words.cluster.replace("{count}", element.textContent)}. ${this.drawing.words.zoomIn}`;
      Object.assign(element.style, { width: `${2 * radius}px`, height: `${2 * radius}px` });
      const colours = this.drawing.fills.coloursOf(acts);
      if (colours) Object.assign(element.style, { background: this.drawing.fills.colourOf(acts), color: colours[0].text });
      L.DomEvent.disableClickPropagation(element);
      L.DomUtil.setPosition(element, L.point(Math.round(x - radius), Math.round(y - radius)));
      return { element, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    }

    /** Zoom to the places of a cluster, at least one level. */
    open(inside) {
      const bounds = L.latLngBounds(inside.map(({ item }) => item.at));
      const zoom = Math.max(this.map.getBoundsZoom(bounds, false, L.point(80, 80)), this.map.getZoom() + 1);
      this.map.setView(bounds.getCenter(), Math.min(zoom, this.map.getMaxZoom()));
    }
  }

  window.Ingreso.Clusters = Clusters;
})();
