/* What the map owes to the device in the reader's hands: fingers, a screen that turns, eyes that do not want motion. */
(() => {
  "use strict";

  const HINT_MS = 1400; // how long the hint stays after the last move of a lone finger

  /** One finger scrolls the page past the map, two move and zoom it; a mouse drags it as ever. `hint` says so, translated. */
  function listenToFingers(map, hint) {
    const container = map.getContainer();
    const sheet = Object.assign(document.createElement("div"), { className: "touch-hint" });
    sheet.setAttribute("aria-hidden", "true");
    container.append(sheet);
    let fading = 0;
    const drag = (on) => (on ? map.dragging.enable() : map.dragging.disable());
    drag(!window.matchMedia("(pointer: coarse)").matches); // before the first touch: what a touch may do is settled as it begins
    window.addEventListener("pointerdown", (event) => drag(event.pointerType !== "touch"), { capture: true });
    container.addEventListener("touchmove", (event) => {
      sheet.textContent = hint();
      sheet.classList.toggle("shown", event.touches.length === 1);
      clearTimeout(fading);
      fading = setTimeout(() => sheet.classList.remove("shown"), HINT_MS);
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

  window.Ingreso = { device: { focusInPlace, listenToFingers, restrainMotion } };
})();
