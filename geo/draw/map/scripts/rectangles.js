/* Rectangles on the map, in pixels of its layers: { left, right, top, bottom }. */
(() => {
  "use strict";

  /** The upper left corners of a rectangle of a size right of a box, left of it, above and below. */
  function beside(box, width, height) {
    const [x, y] = [(box.left + box.right - width) / 2, (box.top + box.bottom - height) / 2];
    return [[box.right + 3, y], [box.left - 3 - width, y], [x, box.top - 2 - height], [x, box.bottom + 2]];
  }

  /** Whether a box is wholly inside a part of the map or wholly outside, and not cut at its edge. */
  function within(box, part) {
    const inside = box.left >= part.left && box.right <= part.right && box.top >= part.top && box.bottom <= part.bottom;
    return inside || !overlap(box, part);
  }

  /** Whether a point is outside a part of the map. */
  function beyond(point, part) {
    return point.x < part.left || point.x > part.right || point.y < part.top || point.y > part.bottom;
  }

  function overlap(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  /** The visible part of a map. */
  function visiblePart(map) {
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    const { x: width, y: height } = map.getSize();
    return { left: x, right: x + width, top: y, bottom: y + height };
  }

  window.Ingreso.rectangles = { beside, within, beyond, overlap, visiblePart };
})();
