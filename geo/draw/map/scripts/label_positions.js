/* Possible positions of the name of a unit: wholly on the unit if possible, otherwise with as little as possible on others. */
(() => {
  "use strict";

  const ACROSS = [0, -0.18, 0.18, -0.36, 0.36]; // shares of the unit's width
  const DOWN = [0, -9, 9, -16, 16, -24, 24]; // pixels
  const OUTSIDE = 60; // cost in pixels of a corner outside the unit

  /** Upper left corners of a name on its unit, best first; the offsets are cached until the zoom or the size of the name changes. */
  function unitPositions(map, label, width, height) {
    const key = `${map.getZoom()} ${width} ${height}`;
    if (label.positions?.key !== key) label.positions = { key, offsets: offsets(map, label.item, width, height) };
    const at = map.latLngToLayerPoint(label.at);
    return label.positions.offsets.map(([x, y]) => [at.x + x - width / 2, at.y + y - height / 2]);
  }

  function offsets(map, item, width, height) {
    const at = map.latLngToLayerPoint(item.at);
    const bounds = item.layer.getBounds();
    const wide = map.latLngToLayerPoint(bounds.getNorthEast()).x - map.latLngToLayerPoint(bounds.getSouthWest()).x;
    const rings = outerRings(item.layer.getLatLngs());
    const scored = ACROSS.flatMap((share) => DOWN.map((y) => [share * wide, y])).map((offset) => {
      const corners = [-0.5, 0, 0.5].flatMap((x) => [-0.4, 0.4].map((y) => L.point(at.x + offset[0] + x * width, at.y + offset[1] + y * height)));
      const outside = corners.filter((corner) => !rings.some((ring) => holds(ring, map.layerPointToLatLng(corner)))).length;
      return { offset, cost: outside * OUTSIDE + Math.hypot(...offset) };
    });
    return scored.sort((a, b) => a.cost - b.cost).map(({ offset }) => offset);
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
