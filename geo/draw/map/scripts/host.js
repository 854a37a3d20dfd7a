/* The host of a map that stands in Streamlit's frame; a file that has the map in it brings a host of its own.
 *
 * `load` gives the configuration and the geometry, `report` tells what the reader did, `name` says how the map is called.
 */
(() => {
  "use strict";

  const GEOMETRY = ["surroundings", "land", "units", "lakes"];

  /** It fetches, and tells the page by Streamlit's own protocol, without the component's waiting time. */
  function streamlitHost(address) {
    return {
      async load() {
        const [config, ...layers] = await Promise.all([
          fetchJson(address),
          ...GEOMETRY.map((name) => fetchJson(address.replace("map.json", `atlas/${name}.geojson`))),
        ]);
        return { config, ...Object.fromEntries(GEOMETRY.map((name, index) => [name, layers[index]])) };
      },
      report(event) {
        window.Streamlit.setComponentValue(event);
      },
      name(title, language) {
        window.frameElement.title = title;
        window.parent.document.documentElement.lang = language; // Streamlit leaves it at "en"
      },
    };
  }

  async function fetchJson(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  window.Ingreso.streamlitHost = streamlitHost;
})();
