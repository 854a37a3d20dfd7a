/* Fingers, the wheel, and the wish for less motion. */
(() => {
  "use strict";

  const HINT_MS = 1400; // how long the hint stays after the last move of a lone finger

  /** A hint over the map, which fades: a function that shows a text, or hides it for an empty one. */
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

  /** The wheel scrolls the page; with Ctrl or Cmd it zooms the map. `words` gives the translated hint. */
  function listenToWheel(map, show, words) {
    map.scrollWheelZoom.disable();
    map.getContainer().addEventListener("wheel", (event) => {
      const zooms = event.ctrlKey || event.metaKey;
      if (zooms) map.scrollWheelZoom.enable();
      else map.scrollWheelZoom.disable();
      show(zooms ? "" : words().wheel);
    }, { capture: true, passive: true });
  }

  /** One finger scrolls the page past the map, two move and zoom it; a mouse drags it as ever. `words` gives the translated hint. */
  function listenToFingers(map, show, words) {
    const container = map.getContainer();
    const drag = (on) => (on ? map.dragging.enable() : map.dragging.disable());
    drag(!window.matchMedia("(pointer: coarse)").matches); // before the first touch: what a touch may do is settled as it begins
    window.addEventListener("pointerdown", (event) => drag(event.pointerType !== "touch"), { capture: true });
    container.addEventListener("touchmove", (event) => {
      show(event.touches.length === 1 ? words().touch : "");
    }, { passive: true });
  }

  /** A reader who asks the system for less motion gets the next view at once, without a flight to it. */
  function restrainMotion(map) {
    const wish = window.matchMedia("(prefers-reduced-motion: reduce)");
    const animated = map._zoomAnimated; // Leaflet decides this when the map is made, and offers no way to decide anew
    const apply = () => {
      map._zoomAnimated = animated && !wish.matches;
      map.options.inertia = !wish.matches;
      map.options.fadeAnimation = !wish.matches;
    };
    wish.addEventListener("change", apply);
    apply();
  }

  /** Leaflet gives the map the keyboard at a press. A map that is partly out of sight would then jump, and lose the click. */
  function focusInPlace(map) {
    const container = map.getContainer();
    const { focus } = container;
    container.focus = () => focus.call(container, { preventScroll: true });
  }

  window.Ingreso ||= {};
  window.Ingreso.input = { addHint, focusInPlace, listenToFingers, listenToWheel, restrainMotion };
})();
