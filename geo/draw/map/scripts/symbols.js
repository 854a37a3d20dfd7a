/* Glyphs: the shape of each role in which a place is shown, beside its point, as large at every zoom. */
(() => {
  "use strict";

  const RADIUS = 6.5; // pixels

  /** One glyph. `shift` is in pixels to the right of the point. */
  const Glyph = L.CircleMarker.extend({
    setShape(corners, shift) {
      this._corners = corners;
      this._shift = shift;
      if (this._map) this._updatePath();
    },
    _updatePath() {
      if (!this._renderer) return;
      const x = this._point.x + (this._shift || 0);
      this._renderer._setPath(this, this._corners ? outline(this._corners, x, this._point.y) : "M0 0");
    },
  });

  function outline(corners, x, y) {
    const points = corners.map(([dx, dy]) => `${(x + dx * RADIUS).toFixed(1)} ${(y + dy * RADIUS).toFixed(1)}`);
    return `M${points.join("L")}Z`;
  }

  /** What the glyphs of a shown place cover, less some pixels at the top and at the bottom. */
  function boxOf(map, item, less = 0) {
    const at = map.latLngToLayerPoint(item.at);
    const left = at.x + (item.nudge || 0) - RADIUS;
    const right = left + RADIUS * 2 * item.shown.roles.length;
    return { left, right, top: at.y - RADIUS + less, bottom: at.y + RADIUS - less };
  }

  window.Ingreso.glyphs = { Glyph, RADIUS, boxOf };
})();
