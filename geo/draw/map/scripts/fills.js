/* The fills of acts: one colour, equal stripes of several, hatching, and the tint of a name whose level is open.
 *
 * A set of acts has a fill of its own, made when a view first needs it: geo/draw/fills.py decides the colours in the same way.
 */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const STRIPE = 6; // pixels across a stripe
  const HATCHING = 7; // pixels from one line of the hatching to the next

  class Fills {
    /** Patterns are written into the document of a renderer of paths. */
    constructor(renderer) {
      this.patterns = document.createElementNS(SVG, "defs");
      renderer._container.insertBefore(this.patterns, renderer._container.firstChild);
      this.made = new Map();
    }

    /** Take the colours of a theme; with more acts switched on than stripes can show, a fill tells how many name a place. */
    use({ colours, most_stripes: most, tint }, theme, on) {
      if (this.theme === theme && this.byNumber === on > most) return;
      Object.assign(this, { theme, tint, byNumber: on > most, colours: colours[theme] });
      this.patterns.replaceChildren();
      this.made.clear();
    }

    /** The colours of some acts together, with that of text upon them; undefined for context. */
    coloursOf(acts) {
      if (!acts.length) return undefined;
      const { shades, acts: own } = this.colours;
      return this.byNumber ? [shades[Math.min(acts.length, shades.length) - 1]] : acts.map((act) => own[act]);
    }

    /** The one colour of some acts where there can be only one. */
    colourOf(acts) {
      const colours = this.coloursOf(acts);
      if (!colours) return "var(--context)";
      return colours.length === 1 ? colours[0].fill : `color-mix(in srgb, ${colours[0].fill}, ${colours[1].fill})`;
    }

    /** How a unit is filled: by all of its name, pale where the level is open, hatched where it only contains. */
    unitFill({ acts, classes }) {
      const states = classes.split(" ");
      if (!states.includes("named")) return this.hatching(acts);
      const tint = states.includes("level-open") ? (colour) => `color-mix(in srgb, ${colour}, var(--unit) ${this.tint * 100}%)` : (colour) => colour;
      const colours = (this.coloursOf(acts) || []).map(({ fill }) => tint(fill));
      return colours.length > 1 ? this.pattern(["stripes", ...colours], STRIPE * colours.length, colours.map((colour, index) => [colour, index * STRIPE, STRIPE])) : colours[0] || "";
    }

    /** How a dot is filled: equal upright parts of its acts' colours. */
    dotFill(acts) {
      const colours = (this.coloursOf(acts) || []).map(({ fill }) => deepened(fill));
      if (colours.length < 2) return colours[0] || deepened("var(--context)");
      const bands = colours.map((colour, index) => [colour, index / colours.length, 1 / colours.length]);
      return this.pattern(["dot", ...colours], 1, bands, { patternUnits: "objectBoundingBox", patternContentUnits: "objectBoundingBox", patternTransform: "" });
    }

    hatching(acts) {
      return this.pattern(["hatching", ...acts], HATCHING, [["var(--unit)", 0, HATCHING], [this.colourOf(acts), 0, 1.5]]);
    }

    /** The look of a name upon a fill: black or white upon one colour, ink with a halo of paper upon any other. */
    labelLook({ acts, classes }) {
      const colours = classes.includes("named") && !classes.includes("level-open") && this.coloursOf(acts);
      return colours?.length === 1 ? { color: colours[0].text, halo: colours[0].fill } : { color: "", halo: "" };
    }

    /** The address of a pattern, made when it is first asked for; `name` is a list of texts, so that no two are taken for one. */
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

  /** A shade apart from the region that it stands on, so that a filled shape reads as filled. */
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
