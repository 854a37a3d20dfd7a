/* Symbols: the dot of a place, of the same size at every zoom, and the shape of each role beside the name. */
(() => {
  "use strict";

  const { deepened } = window.Ingreso;
  const SVG = "http://www.w3.org/2000/svg";
  const RADIUS = 5; // pixels, of a dot
  const SIGN = 10; // pixels, side of the square of a shape
  const MARGIN = 1.2; // half the side of the square in units of the shapes, which are from -1 to 1: with room for the stroke

  /** The rectangle of a place's dot. */
  function dotBox(map, item) {
    const { x, y } = map.latLngToLayerPoint(item.at);
    return { left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS };
  }

  /** A row of symbols; `roles` are pairs of a role and the acts that name the place in it. */
  function symbolRow(roles, { config, fills }) {
    const row = document.createElement("span");
    row.className = "signs";
    for (const [role, acts] of roles) {
      const svg = document.createElementNS(SVG, "svg");
      for (const [name, value] of Object.entries({ width: SIGN, height: SIGN, viewBox: `${-MARGIN} ${-MARGIN} ${2 * MARGIN} ${2 * MARGIN}` })) svg.setAttribute(name, value);
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", `sign role-${role}`);
      path.setAttribute("d", `M${config.shapes[role].map((corner) => corner.join(" ")).join("L")}Z`);
      path.style.fill = deepened(fills.colourOf(acts));
      svg.append(path);
      row.append(svg);
    }
    return row;
  }

  window.Ingreso.symbols = { RADIUS, dotBox, symbolRow };
})();
