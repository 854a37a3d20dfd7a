/* Light or dark paper: as the reader's device has it, until the reader chooses. It stands in the head, so that nothing is painted
 * in the other theme first. */
(() => {
  "use strict";

  const KEY = "ingreso-theme";
  const device = window.matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  let chosen = remembered();

  /** What was chosen before; a browser may refuse to keep anything, as for a file. */
  function remembered() {
    try {
      return window.localStorage.getItem(KEY);
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }

  function remember() {
    try {
      window.localStorage.setItem(KEY, chosen);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  const isDark = () => (chosen ? chosen === "dark" : device.matches);

  function apply() {
    document.documentElement.classList.toggle("dark", isDark());
    for (const listener of listeners) listener();
  }

  function toggle() {
    chosen = isDark() ? "light" : "dark";
    remember();
    apply();
  }

  device.addEventListener("change", apply);
  apply();
  window.Ingreso = Object.assign(window.Ingreso || {}, { theme: { isDark, toggle, onChange: (listener) => listeners.push(listener) } });
})();
