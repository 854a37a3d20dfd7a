/* Possible positions of the name of a unit: wholly on the unit if possible, otherwise with as little as possible on others.
 *
 * The middle of a name stands on its own unit, or a reader would take it for the name of another. Only a unit that a source names has
 * its name in any case.
 */
(() => {
  "use strict";

  const ACROSS = [0, -0.12, 0.12, -0.24, 0.24, -0.36, 0.36]; // shares of the unit's width
  const DOWN = [0, -7, 7, -14, 14, -21, 21, -28, 28]; // pixels
  const OUTSIDE = 60; // cost in pixels of a corner outside the unit
  const ELSEWHERE = 1000; // the same of a middle outside the unit

  /** Upper left corners of a name on its unit, best first. */
  function unitPositions(map, label, width, height) {
    const at = map.latLngToLayerPoint(label.at);
    const allowed = keptOffsets(map, label, width, height).filter(({ cost }) => cost < ELSEWHERE || label.item.shown);
    return allowed.map(({ offset: [x, y] }) => [at.x + x - width / 2, at.y + y - height / 2]);
  }

  /** The offsets for a size of the name, which differs by its state; they are kept until the zoom changes. */
  function keptOffsets(map, label, width, height) {
    const zoom = map.getZoom();
    if (label.kept?.zoom !== zoom) label.kept = { zoom, offsets: new Map() };
    const { offsets: kept } = label.kept;
    const size = `${width} ${height}`;
    if (!kept.has(size)) kept.set(size, offsets(map, label.item, width, height));
    return kept.get(size);
  }

  function offsets(map, item, width, height) {
    const at = map.latLngToLayerPoint(item.at);
    const bounds = item.layer.getBounds();
    const wide = map.latLngToLayerPoint(bounds.getNorthEast()).x - map.latLngToLayerPoint(bounds.getSouthWest()).x;
    const rings = outerRings(item.layer.getLatLngs());
    const scored = ACROSS.flatMap((share) => DOWN.map((y) => [share * wide, y])).map((offset) => {
      const isOutside = ([x, y]) => {
        const point = map.layerPointToLatLng(L.point(at.x + offset[0] + x * width, at.y + offset[1] + y * height));
        return !rings.some((ring) => holds(ring, point));
      };
      const corners = [-0.5, 0, 0.5].flatMap((x) => [-0.4, 0.4].map((y) => [x, y]));
      const cost = corners.filter(isOutside).length * OUTSIDE + Math.hypot(...offset);
      return { offset, cost: isOutside([0, 0]) ? cost + ELSEWHERE : cost };
    });
    return scored.sort((a, b) => a.cost - b.cost);
  }

  /** The outer rings of a polygon or of several. */
  function outerRings(latLngs) {
    if (latLngs[0] instanceof L.LatLng) return [latLngs];
    return latLngs[0][0] instanceof L.LatLng ? [latLngs[0]] : latLngs.map((polygon) => polygon[0]);
  }

  /** Whether a ring contains a point: a line from the point to the east crosses the ring an odd number of times. */
  function holds(ring, { lat, lng }) {
    let inside = false;
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
      const [a, b] = [ring[index], ring[before]];
      if (a.lat > lat !== b.lat > lat && lng < ((b.lng - a.lng) * (lat - a.lat)) / (b.lat - a.lat) + a.lng) inside = !inside;
    }
    return inside;
  }

  window.Ingreso.unitPositions = unitPositions;
})();
