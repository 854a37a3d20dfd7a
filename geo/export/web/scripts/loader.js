/* What comes after the document of a static site, packed (deflate in base64), since many static hosts compress nothing: first the
 * scripts, the geometry and the data, then the claims and the typefaces. Where a browser cannot unpack, the document stays as it is.
 */
(() => {
  "use strict";

  const parts = {};
  const waiting = {};
  const isRead = new Promise((resolve) => { document.addEventListener("DOMContentLoaded", resolve, { once: true }); });

  /** Called by each part, with its name and what is in it. */
  function take(name, packed) {
    parts[name] = unpack(packed);
    waiting[name]?.(parts[name]);
  }

  async function unpack(packed) {
    const bytes = Uint8Array.from(window.atob(packed), (letter) => letter.charCodeAt(0));
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(plain).text());
  }

  const part = (name) => parts[name] || new Promise((resolve) => { waiting[name] = resolve; });

  function append(tag, properties) {
    document.head.append(Object.assign(document.createElement(tag), properties));
  }

  async function start() {
    const [page, view] = await Promise.all([part("page"), part("view"), isRead]);
    for (const [id, value] of [["data", view], ["layers", page.layers]]) {
      append("script", { type: "application/json", id, textContent: JSON.stringify(value) });
    }
    for (const textContent of page.scripts) append("script", { textContent });
    await window.ingresoPage.drawn;
    const { later } = document.querySelector("[data-later]").dataset;
    append("script", { src: later });
    const claims = await part("claims");
    for (const [id, markup] of Object.entries(claims)) document.getElementById(id).innerHTML = markup;
    window.ingresoPage.show();
    append("link", { rel: "stylesheet", href: document.querySelector("[data-faces]").dataset.faces });
  }

  window.ingresoParts = { take };
  start();
})();
