/* What part of the country is in sight: framed by the page or by a button, moved by the reader, reported where it comes to rest. */
(() => {
  "use strict";

  const SETTLED_MS = 400; // a pan is over when the map has rested this long

  const PADDING = [6, 6]; // pixels around the country

  class Viewport {
    /** `placed` is called when what is drawn lies elsewhere on the screen, `rested` when the reader has moved the map. */
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

    /** Report where the map came to rest, once it has; the whole country is reported as no viewport at all. */
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

    /** Latitude, longitude and zoom, as they stand in a link. */
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

    /** In a view that hides the map it has no size, and no frame can be fitted; it is when the map is shown again. */
    hasSize() {
      const { offsetWidth, offsetHeight } = this.map.getContainer();
      return offsetWidth > 0 && offsetHeight > 0;
    }

    /** Show bounds, or the whole country; remembered until the reader moves the map, so that a new size keeps the frame. */
    frame(bounds, byReader = false) {
      if (this.hasSize()) {
        this.limitZoom();
        this.move(() => this.map.fitBounds(bounds || this.whole, { animate: false, padding: PADDING }));
      }
      this.framed = { bounds };
      if (byReader) this.settle();
    }

    /** Nobody zooms out further than the whole country. Leaflet's own setMinZoom would zoom by itself, later, as if the reader had. */
    limitZoom() {
      const { options } = this.map;
      options.minZoom = 0; // the zoom that fits is sought among those that are allowed
      options.minZoom = this.map.getBoundsZoom(this.whole, false, L.point(PADDING).multiplyBy(2));
      this.map.fire("zoomlevelschange"); // Leaflet's own way would fly there, past what is framed next
      if (this.map.getZoom() < options.minZoom) this.move(() => this.map.setZoom(options.minZoom, { animate: false }));
    }

    /** Show a viewport; remembered like a frame, for each new size of the map would move its centre by part of a pixel. */
    place(at) {
      this.move(() => this.map.setView([at[0], at[1]], at[2], { animate: false }));
      this.framed = { at };
    }

    /** A viewport is imposed once, when the page's number for it has changed: by a link, a reset or a search. */
    impose({ imposed, at }) {
      if (this.imposed === imposed) return;
      this.imposed = imposed;
      this.reported = at;
      if (at) this.place(at);
      else this.frame(null);
    }

    /** Move the map without taking it for something that the reader did. */
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
