/* The host of a map in Streamlit's frame; other pages with a map have their own host.
 *
 * A host has `load`, which returns configuration and geometry, `report`, which takes an event of the reader, and may have `name`,
 * which takes the title and the language of the map.
 */
(() => {
  "use strict";

  const GEOMETRY = ["surroundings", "land", "units", "lakes"];

  /** A host that fetches from the server and reports by Streamlit's protocol, without the delay of the component. */
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
