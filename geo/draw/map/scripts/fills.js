/* The colours of authorisations in the document of the map: rules of style, and the patterns they fill units with. */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";

  /** Write the rules of all colours into the one sheet that holds them. */
  function writeRules(colours) {
    let sheet = document.getElementById("colours");
    if (!sheet) {
      sheet = document.createElement("style");
      sheet.id = "colours";
      document.head.appendChild(sheet);
    }
    sheet.textContent = colours.map((act) => rules(act)).join("\n");
  }

  /** Put the patterns of all colours into a renderer of paths, in place of those that it had. */
  function writePatterns(renderer, colours) {
    const svg = renderer._container;
    svg.querySelector("defs")?.remove();
    const defs = document.createElementNS(SVG, "defs");
    for (const act of colours) defs.appendChild(pattern(act));
    defs.appendChild(pattern({ key: "context", fill: "var(--context)", stripes: [] }));
    svg.insertBefore(defs, svg.firstChild);
  }

  /** The rules of one authorisation, or of several together: `acts` are its classes. */
  function rules({ key, authorisations: acts, fill, text }) {
    const several = acts.length > 1;
    const all = acts.map((act) => `.${CSS.escape(`auth-${act}`)}`).join("");
    const only = several ? "" : ":not(.both)";
    return [
      `path.unit.named${all}${only}{fill:${several ? `url(#fill-${key})` : fill};--ink:${fill}}`,
      `path.unit.contains${all}{fill:url(#hatch-${key});--ink:${fill}}`,
      `.unit-label.named${all}${only}:not(.beyond){color:${text};--halo:${fill}}`,
    ].join("\n");
  }

  /** Two patterns an entry: `fill-` with the stripes of several authorisations, `hatch-` for a unit that only contains. */
  function pattern({ key, fill, stripes }) {
    const group = document.createDocumentFragment();
    group.appendChild(stripePattern(`fill-${key}`, 9, [[fill, 0, 9], ...stripes.map((colour, index) => [colour, 3 + index * 3, 1.6])]));
    group.appendChild(stripePattern(`hatch-${key}`, 7, [["var(--unit)", 0, 7], [fill, 0, 1.5]]));
    return group;
  }

  function stripePattern(id, width, bands) {
    const element = document.createElementNS(SVG, "pattern");
    const attributes = { id, width, height: width, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const [colour, x, thickness] of bands) {
      const band = document.createElementNS(SVG, "rect");
      for (const [name, value] of Object.entries({ x, y: 0, width: thickness, height: width })) band.setAttribute(name, value);
      band.style.fill = colour;
      element.appendChild(band);
    }
    return element;
  }

  window.Ingreso.inks = { writeRules, writePatterns };
})();
