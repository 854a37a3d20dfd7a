/* Places that lie close together: of many in sight, those that would touch are drawn as one heap; of few, they make room. */
(() => {
  "use strict";

  const { beyond, overlap, sheetOf } = window.Ingreso.boxes;
  const { button } = window.Ingreso.controls;
  const { boxOf } = window.Ingreso.glyphs;
  const CROWD = 300; // with more places than this, those that would touch are drawn as one
  const CELL = 52; // pixels, side of the square within which they do
  const TOUCHING = 4; // pixels by which the glyphs of neighbours may overlap

  class Crowd {
    constructor(map, scene, items) {
      this.map = map;
      this.scene = scene;
      this.items = items;
      this.heaps = [];
      this.crowded = items.places.size > CROWD;
      if (!this.crowded) for (const item of items.places.values()) items.enter(item);
    }

    arrange() {
      if (this.crowded) this.gather();
      this.spread();
    }

    /** What heaps and glyphs cover. */
    boxes() {
      return [...this.heaps, ...this.drawn().map((item) => boxOf(this.map, item))];
    }

    drawn() {
      return [...this.items.places.values()].filter((item) => item.alone && item.shown);
    }

    /** Of many places in sight, draw those by themselves that are alone in their square, and the others of a square as one heap. */
    gather() {
      const sheet = sheetOf(this.map);
      const squares = new Map();
      for (const item of this.items.places.values()) {
        const at = this.map.latLngToLayerPoint(item.at);
        const square = item.shown && !beyond(at, sheet) ? this.squareOf(item) : null;
        if (square !== null && !squares.has(square)) squares.set(square, []);
        if (square !== null) squares.get(square).push({ item, at });
        else if (item.alone) this.items.leave(item);
      }
      for (const { element } of this.heaps) element.remove();
      this.heaps = [];
      for (const inside of squares.values()) this.heap(inside);
    }

    /** The squares stand still while the map is moved. A chosen place is always by itself, and on the nearest map every one. */
    squareOf(item) {
      const zoom = this.map.getZoom();
      if (!item.point || item.key === this.scene.view.selected || zoom >= this.map.getMaxZoom()) return item.key;
      const { x, y } = this.map.project(item.at, zoom).divideBy(CELL).floor();
      return `${x} ${y}`;
    }

    heap(inside) {
      const [{ item }] = inside;
      if (inside.length === 1) {
        if (!item.alone) this.items.enter(item);
        this.items.applyState(item, item.shown);
        return;
      }
      for (const other of inside) if (other.item.alone) this.items.leave(other.item);
      this.heaps.push(this.makeHeap(inside));
    }

    /** A disc with the number of its places, in the colour of the acts that name them; a click brings them apart. */
    makeHeap(inside) {
      const element = button(this.map.getPane("labels"), () => this.open(inside));
      const radius = Math.min(9 + 1.6 * Math.log2(inside.length), CELL / 2 - 5);
      const [x, y] = ["x", "y"].map((axis) => inside.reduce((sum, { at }) => sum + at[axis], 0) / inside.length);
      const acts = new Set(inside.flatMap(({ item }) => item.shown.classes.split(" ").filter((name) => name.startsWith("auth-"))));
      const ink = this.scene.colours.find(({ authorisations: named }) => named.length === acts.size && named.every((act) => acts.has(`auth-${act}`)));
      element.className = "heap";
      element.textContent = new Intl.NumberFormat(this.scene.view.language).format(inside.length);
      element.ariaLabel = element.title = `${this.scene.words.heap.replace("{count}", element.textContent)}. ${this.scene.words.zoomIn}`;
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
      const rows = this.drawn().filter((item) => item.shown.roles.length);
      for (const item of rows) item.nudge = 0;
      rows.sort((a, b) => b.at.lng - a.at.lng);
      const boxes = [];
      for (const item of rows) {
        const own = boxOf(this.map, item, TOUCHING);
        const covered = boxes.filter((other) => overlap(own, other));
        if (covered.length) item.nudge = Math.min(...covered.map(({ left }) => left)) - boxOf(this.map, item).right;
        boxes.push(boxOf(this.map, item));
        this.items.applyRoles(item, item.shown.roles);
      }
    }
  }

  window.Ingreso.Crowd = Crowd;
})();
