/* The fills of acts: one colour, equal stripes of several colours, hatching, and a tint for a name whose level is not stated.
 *
 * Each set of acts has its own fill, made when a view first needs it. geo/draw/fills.py has the same rules.
 */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const STRIPE = 6; // pixels across a stripe
  const HATCHING = 7; // pixels from one line of the hatching to the next

  class Fills {
    /** `renderer` is the Leaflet renderer of the units; the patterns are added to its SVG. */
    constructor(renderer) {
      this.patterns = document.createElementNS(SVG, "defs");
      renderer._container.insertBefore(this.patterns, renderer._container.firstChild);
      this.made = new Map();
    }

    /** Use the colours of a theme. If more acts are on than stripes can show, a fill is a shade for the number of acts. */
    use({ colours, most_stripes: most, tint }, theme, on) {
      if (this.theme === theme && this.byNumber === on > most) return;
      Object.assign(this, { theme, tint, byNumber: on > most, colours: colours[theme] });
      this.patterns.replaceChildren();
      this.made.clear();
    }

    /** The colours of a set of acts, each with the colour of text on it; undefined for the context. */
    coloursOf(acts) {
      if (!acts.length) return undefined;
      const { shades, acts: own } = this.colours;
      return this.byNumber ? [shades[Math.min(acts.length, shades.length) - 1]] : acts.map((act) => own[act]);
    }

    /** A single colour for a set of acts. */
    colourOf(acts) {
      const colours = this.coloursOf(acts);
      if (!colours) return "var(--context)";
      return colours.length === 1 ? colours[0].fill : `color-mix(in srgb, ${colours[0].fill}, ${colours[1].fill})`;
    }

    /** The fill of a unit: its colours if it is named, a tint if the level is not stated, hatching if it only contains a place. */
    unitFill({ acts, classes }) {
      const states = classes.split(" ");
      if (!states.includes("named")) return this.hatching(acts);
      const tint = states.includes("level-open") ? (colour) => `color-mix(in srgb, ${colour}, var(--unit) ${this.tint * 100}%)` : (colour) => colour;
      const colours = (this.coloursOf(acts) || []).map(({ fill }) => tint(fill));
      return colours.length > 1 ? this.pattern(["stripes", ...colours], STRIPE * colours.length, colours.map((colour, index) => [colour, index * STRIPE, STRIPE])) : colours[0] || "";
    }

    /** The fill of a dot: equal vertical bands of its acts' colours. */
    dotFill(acts) {
      const colours = (this.coloursOf(acts) || []).map(({ fill }) => deepened(fill));
      if (colours.length < 2) return colours[0] || deepened("var(--context)");
      const bands = colours.map((colour, index) => [colour, index / colours.length, 1 / colours.length]);
      return this.pattern(["dot", ...colours], 1, bands, { patternUnits: "objectBoundingBox", patternContentUnits: "objectBoundingBox", patternTransform: "" });
    }

    hatching(acts) {
      return this.pattern(["hatching", ...acts], HATCHING, [["var(--unit)", 0, HATCHING], [this.colourOf(acts), 0, 1.5]]);
    }

    /** Text colour and halo of a name on a fill: black or white on a single colour, the defaults on any other fill. */
    labelLook({ acts, classes }) {
      const colours = classes.includes("named") && !classes.includes("level-open") && this.coloursOf(acts);
      return colours?.length === 1 ? { color: colours[0].text, halo: colours[0].fill } : { color: "", halo: "" };
    }

    /** The CSS url of a pattern, made at first use; `name` is a list of texts that identifies it. */
    pattern(name, width, bands, attributes = {}) {
      const key = JSON.stringify(name);
      if (!this.made.has(key)) {
        const id = `fill-${this.made.size}`;
        this.patterns.appendChild(patternElement({ id, width, height: width, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)", ...attributes }, bands));
        this.made.set(key, `url(#${id})`);
      }
      return this.made.get(key);
    }
  }

  /** A darker (in the dark theme lighter) colour, so that a shape differs from the fill of its region. */
  function deepened(colour) {
    return `color-mix(in srgb, ${colour} 58%, var(--deepen))`;
  }

  function patternElement(attributes, bands) {
    const element = document.createElementNS(SVG, "pattern");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const [colour, x, width] of bands) {
      const band = document.createElementNS(SVG, "rect");
      for (const [name, value] of Object.entries({ x, y: 0, width, height: attributes.height })) band.setAttribute(name, value);
      band.style.fill = colour;
      element.appendChild(band);
    }
    return element;
  }

  window.Ingreso.Fills = Fills;
  window.Ingreso.deepened = deepened;
})();
