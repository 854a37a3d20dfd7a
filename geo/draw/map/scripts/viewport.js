/* The visible extent of the map: set by the page or a button, moved by the reader, and reported after a move. */
(() => {
  "use strict";

  const SETTLED_MS = 400; // a move is over after this time without another one
  const PADDING = [6, 6]; // pixels around the country

  class Viewport {
    /** `whole` are the bounds of the country. `placed` is called after every change of the extent, `rested` after a move of the reader. */
    constructor(map, whole, { placed, rested }) {
      this.map = map;
      this.whole = whole;
      this.placed = placed;
      this.rested = rested;
      this.imposed = null;
      this.reported = null;
      this.resting = null; // the timer of a report to come
      map.on("moveend", () => this.moved());
      new ResizeObserver(() => this.resize()).observe(map.getContainer());
    }

    moved() {
      if (this.moving) return;
      this.framed = null;
      this.placed();
      this.settle();
    }

    /** Report the extent once the map rests; for the whole country, report null. */
    settle() {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => {
        this.resting = null;
        const at = this.framed?.bounds === null ? null : this.framed?.at || this.at();
        if (this.imposed === null || JSON.stringify(at) === JSON.stringify(this.reported)) return;
        this.reported = at;
        this.rested();
      }, SETTLED_MS);
    }

    /** Latitude, longitude and zoom, as in a link. */
    at() {
      const { lat, lng } = this.map.getCenter();
      return [Number(lat.toFixed(3)), Number(lng.toFixed(3)), Number(this.map.getZoom().toFixed(2))];
    }

    resize() {
      const { framed } = this;
      if (!this.hasSize()) return;
      this.move(() => this.map.invalidateSize({ animate: false }));
      this.limitZoom();
      if (framed?.at) this.place(framed.at);
      else if (framed) this.frame(framed.bounds);
    }

    /** Whether the map has a size. A view that hides the map gives it none; the extent is fitted when the map is shown again. */
    hasSize() {
      const { offsetWidth, offsetHeight } = this.map.getContainer();
      return offsetWidth > 0 && offsetHeight > 0;
    }

    /** Show bounds, or the whole country; kept for a new size of the map until the reader moves it. */
    frame(bounds, byReader = false) {
      if (this.hasSize()) {
        this.limitZoom();
        this.move(() => this.map.fitBounds(bounds || this.whole, { animate: false, padding: PADDING }));
      }
      this.framed = { bounds };
      if (byReader) this.settle();
    }

    /** Limit the zoom to the whole country. Leaflet's setMinZoom would zoom later, and as if the reader had. */
    limitZoom() {
      const { options } = this.map;
      options.minZoom = 0; // getBoundsZoom returns no zoom below the limit
      options.minZoom = this.map.getBoundsZoom(this.whole, false, L.point(PADDING).multiplyBy(2));
      this.map.fire("zoomlevelschange"); // instead of setMinZoom, which would animate to the limit
      if (this.map.getZoom() < options.minZoom) this.move(() => this.map.setZoom(options.minZoom, { animate: false }));
    }

    /** Show a viewport; kept as bounds are, since each new size of the map would move its centre by a fraction of a pixel. */
    place(at) {
      this.move(() => this.map.setView([at[0], at[1]], at[2], { animate: false }));
      this.framed = { at };
    }

    /** Show the viewport of the page once, when its number has changed: after a link, a reset or a search. */
    impose({ imposed, at }) {
      if (this.imposed === imposed) return;
      this.imposed = imposed;
      this.reported = at;
      if (at) this.place(at);
      else this.frame(null);
    }

    /** Move the map without a report: the reader did not move it. */
    move(act) {
      this.moving = true;
      act();
      this.moving = false;
      this.framed = null;
      this.placed();
    }
  }

  window.Ingreso.Viewport = Viewport;
})();
