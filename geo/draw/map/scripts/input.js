/* Touch, the wheel, and reduced motion. */
(() => {
  "use strict";

  const HINT_MS = 1400; // how long the hint stays after the last event

  /** Add a hint over the map. Returns a function that shows a text, which fades, or hides it for an empty text. */
  function addHint(map) {
    const sheet = Object.assign(document.createElement("div"), { className: "input-hint" });
    sheet.setAttribute("aria-hidden", "true");
    map.getContainer().append(sheet);
    let fading = 0;
    return (text) => {
      if (text) sheet.textContent = text;
      sheet.classList.toggle("shown", Boolean(text));
      clearTimeout(fading);
      fading = setTimeout(() => sheet.classList.remove("shown"), HINT_MS);
    };
  }

  /** The wheel scrolls the page; with Ctrl or Cmd it zooms the map. `words` returns the translated words. */
  function listenToWheel(map, show, words) {
    map.scrollWheelZoom.disable();
    map.getContainer().addEventListener("wheel", (event) => {
      const zooms = event.ctrlKey || event.metaKey;
      if (zooms) map.scrollWheelZoom.enable();
      else map.scrollWheelZoom.disable();
      show(zooms ? "" : words().wheel);
    }, { capture: true, passive: true });
  }

  /** One finger scrolls the page, two move and zoom the map; a mouse drags it. `words` returns the translated words. */
  function listenToFingers(map, show, words) {
    const container = map.getContainer();
    const drag = (on) => (on ? map.dragging.enable() : map.dragging.disable());
    drag(!window.matchMedia("(pointer: coarse)").matches); // before the first touch, since a browser decides at its start what it does
    window.addEventListener("pointerdown", (event) => drag(event.pointerType !== "touch"), { capture: true });
    container.addEventListener("touchmove", (event) => {
      show(event.touches.length === 1 ? words().touch : "");
    }, { passive: true });
  }

  /** For a reader who prefers reduced motion, the map changes without animation. */
  function restrainMotion(map) {
    const wish = window.matchMedia("(prefers-reduced-motion: reduce)");
    const animated = map._zoomAnimated; // Leaflet sets this when the map is made, and has no public way to change it
    const apply = () => {
      map._zoomAnimated = animated && !wish.matches;
      map.options.inertia = !wish.matches;
      map.options.fadeAnimation = !wish.matches;
    };
    wish.addEventListener("change", apply);
    apply();
  }

  /** Leaflet focuses the map at a press. If part of the map is out of sight, it would scroll into view, and the click would miss. */
  function focusInPlace(map) {
    const container = map.getContainer();
    const { focus } = container;
    container.focus = () => focus.call(container, { preventScroll: true });
  }

  window.Ingreso ||= {};
  window.Ingreso.input = { addHint, focusInPlace, listenToFingers, listenToWheel, restrainMotion };
})();
