/* The basemap: land, coasts and lakes below units and places. It is drawn once and takes no clicks. */
(() => {
  "use strict";

  const PANES = ["land", "units", "lakes", "rings", "places", "labels"]; // from the lowest to the highest
  const CLICKABLE = ["units", "places"];
  const ATLAS_WINDOW = [-84, -20, -66, 2]; // west, south, east, north, as the atlas is built

  function addPanes(map) {
    for (const [index, name] of PANES.entries()) {
      const pane = map.createPane(name);
      pane.style.zIndex = 300 + index * 10;
      if (!CLICKABLE.includes(name)) pane.style.pointerEvents = "none";
    }
  }

  function drawBasemap(map, { surroundings, land, lakes }) {
    const add = (pane) => {
      const renderer = L.svg({ pane, padding: 0.5 });
      return (data, className) => L.geoJSON(data, { renderer, interactive: false, style: { className } }).addTo(map);
    };
    const addLand = add("land");
    addLand(surroundings, "surroundings");
    addLand(land, "land");
    addLand(outlines(land), "coast");
    add("lakes")(lakes, "lakes");
  }

  /** The outlines of the land, without the straight edges where the window of the atlas cuts it. */
  function outlines(land) {
    const [west, south, east, north] = ATLAS_WINDOW;
    const cut = (a, b) => (a[0] === b[0] && (a[0] === west || a[0] === east)) || (a[1] === b[1] && (a[1] === south || a[1] === north));
    const lines = [];
    for (const ring of land.features.flatMap((feature) => rings(feature.geometry))) {
      let line = [ring[0]];
      for (let index = 1; index < ring.length; index += 1) {
        if (cut(ring[index - 1], ring[index])) {
          lines.push(line);
          line = [];
        }
        line.push(ring[index]);
      }
      lines.push(line);
    }
    return { type: "MultiLineString", coordinates: lines.filter((line) => line.length > 1) };
  }

  function rings({ type, coordinates }) {
    return type === "Polygon" ? coordinates : coordinates.flat();
  }

  window.Ingreso.basemap = { addPanes, drawBasemap };
})();
