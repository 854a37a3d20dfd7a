/* What stands on the map itself: the scale, the buttons that frame it, street tiles, and where the data comes from. */
(() => {
  "use strict";

  class Controls {
    constructor(map, config, viewport) {
      this.map = map;
      this.config = config;
      L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
      this.addButtons(viewport);
      this.addCredits();
    }

    addButtons(viewport) {
      const box = this.add("bottomleft", "div", "leaflet-bar frames");
      this.buttons = {
        whole: button(box, () => viewport.frame(null, true)),
        inset: button(box, () => viewport.frame(this.config.inset, true)),
        ...(this.config.tiles && { tiles: button(box, () => this.switchTiles()) }),
      };
      this.buttons.tiles?.setAttribute("aria-pressed", "false");
    }

    /** Where the data comes from, folded up in the corner of the map, so that it goes where the map goes. */
    addCredits() {
      this.credits = this.add("bottomright", "details", "credits");
      this.credits.append(document.createElement("summary"), document.createElement("p"));
    }

    /** Put an empty element into a corner of the map; a click on it is none on the map. */
    add(position, tag, className) {
      const control = L.control({ position });
      control.onAdd = () => L.DomUtil.create(tag, className);
      const element = control.addTo(this.map).getContainer();
      L.DomEvent.disableClickPropagation(element);
      return element;
    }

    /** Street tiles come from the internet: never by themselves, only when the reader asks for them. */
    switchTiles() {
      const { address, credit } = this.config.tiles;
      if (!this.tiles) {
        this.tiles = L.tileLayer(address, { maxZoom: 12, referrerPolicy: "origin", pane: "tilePane" });
        this.tiles.on("tileerror tileload", ({ type }) => this.nameTiles(type === "tileerror"));
      }
      const on = !this.map.hasLayer(this.tiles);
      if (on) this.tiles.addTo(this.map);
      else this.tiles.remove();
      document.body.classList.toggle("with-tiles", on);
      this.nameTiles(false);
      this.buttons.tiles.setAttribute("aria-pressed", String(on));
      if (!this.credit) this.credit = L.control.attribution({ prefix: false }).addAttribution(credit);
      if (on) this.credit.addTo(this.map);
      else this.credit.remove();
    }

    /** The button says when the tiles cannot be reached. */
    nameTiles(failed) {
      this.buttons.tiles.textContent = failed ? this.words.noTiles : this.words.tiles;
    }

    say(words, language) {
      this.words = words;
      for (const [name, element] of Object.entries(this.buttons)) element.textContent = words[name];
      const [summary, text] = this.credits.children;
      summary.textContent = words.credits;
      text.textContent = [`${words.data} ${this.config.version}.`, ...this.config.credits[language]].join(" ");
      for (const [name, title] of [["in", words.zoomIn], ["out", words.zoomOut]]) {
        const element = this.map.getContainer().querySelector(`.leaflet-control-zoom-${name}`);
        if (element) Object.assign(element, { title, ariaLabel: title });
      }
    }
  }

  function button(parent, act) {
    const element = L.DomUtil.create("button", "", parent);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  window.Ingreso.controls = { Controls, button };
})();
