/* The options of every map of ours. They stand here, and not in the folium map, whose script is sent with every change. */
L.Map.mergeOptions({
  maxZoom: 12,
  zoomSnap: 0.25,
  zoomDelta: 0.5,
  wheelPxPerZoomLevel: 120,
  scrollWheelZoom: false, // the wheel scrolls the page; see input.js
  maxBounds: [[-22, -88], [4, -62]],
  attributionControl: false,
  trackResize: false, // viewport.js does it
});
