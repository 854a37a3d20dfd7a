/* Rectangles on the sheet of the map, in pixels: what covers what, and what is out of sight. */
(() => {
  "use strict";

  /** Right of a box, left of it, above and below. */
  function beside(box, width, height) {
    const [x, y] = [(box.left + box.right - width) / 2, (box.top + box.bottom - height) / 2];
    return [[box.right + 3, y], [box.left - 3 - width, y], [x, box.top - 2 - height], [x, box.bottom + 2]];
  }

  /** Whether a box does not stick out of a sheet: it is either on it as a whole or not at all. */
  function within(box, sheet) {
    const inside = box.left >= sheet.left && box.right <= sheet.right && box.top >= sheet.top && box.bottom <= sheet.bottom;
    return inside || !overlap(box, sheet);
  }

  function beyond(point, sheet) {
    return point.x < sheet.left || point.x > sheet.right || point.y < sheet.top || point.y > sheet.bottom;
  }

  function overlap(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  /** The visible part of a map. */
  function sheetOf(map) {
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    const { x: width, y: height } = map.getSize();
    return { left: x, right: x + width, top: y, bottom: y + height };
  }

  window.Ingreso.rectangles = { beside, within, beyond, overlap, sheetOf };
})();
