/* A map that carries its data: it needs no server, and nobody is told what the reader does. */
(() => {
  "use strict";

  window.Ingreso.mountStandalone = (map, data) => {
    window.atlas = window.Ingreso.mount(map, { load: () => Promise.resolve(data), report: () => {} });
  };
})();
