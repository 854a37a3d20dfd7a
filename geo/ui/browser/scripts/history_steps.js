/* Steps in the browser's history. This script stands in the document: it must listen before Streamlit does. */
(() => {
  const pushState = history.pushState.bind(history);
  let present = location.search; // the query that the page knows of
  let steps = 0;

  const withoutExtent = (query) => {
    const keys = new URLSearchParams(query);
    keys.delete("at");
    return keys.toString();
  };

  /* An address that differs in the extent of the map alone takes the place of the one before: Back leaves out each zoom. */
  history.pushState = (data, unused, address) => {
    const query = new URL(address ?? "", location.href).search;
    const isZoom = query !== location.search && withoutExtent(query) === withoutExtent(location.search);
    present = query;
    return isZoom ? history.replaceState(data, unused, address) : pushState(data, unused, address);
  };

  /* Each step has a number in the address while Streamlit sends the address to the server, which reads an address only with a new
   * number. A choice is sent with the address that the browser has then: an older one than the view, where the answer to the
   * choice before is under way, or was lost with the connection. A link of the page is a step too: links.js sends its event. */
  addEventListener("popstate", (event) => {
    if (event.isTrusted && location.search === present) return; // a step to another part of the page
    present = location.search;
    steps += 1;
    const clean = location.href;
    history.replaceState(history.state, "", `${present}${present ? "&" : "?"}step=${steps}${location.hash}`);
    setTimeout(() => history.replaceState(history.state, "", clean)); // once Streamlit has read it
  });
})();
