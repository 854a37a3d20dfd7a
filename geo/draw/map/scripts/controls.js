/* The controls on the map: scale, buttons for the whole country and the inset, street tiles, and credits. */
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

    /** Add the credits, folded, in a corner of the map, so that every copy of the map has them. */
    addCredits() {
      this.credits = this.add("bottomright", "details", "credits");
      this.credits.append(document.createElement("summary"), document.createElement("p"));
    }

    /** Add an empty element in a corner of the map; clicks on it do not reach the map. */
    add(position, tag, className) {
      const control = L.control({ position });
      control.onAdd = () => L.DomUtil.create(tag, className);
      const element = control.addTo(this.map).getContainer();
      L.DomEvent.disableClickPropagation(element);
      return element;
    }

    /** Show or hide the street tiles. They come from the internet, so only the reader switches them on. */
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

    /** Label the button; the label says if the tiles cannot be reached. */
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
