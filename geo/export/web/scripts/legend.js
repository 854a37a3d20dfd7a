/* The legend: the fills that occur, coloured as the map colours them, and those of the other entries that the map has use for. */
(() => {
  "use strict";

  const STRIPE = 4; // pixels
  const { counted, fill, list, nameOf } = window.Ingreso.wording;

  class Legend {
    constructor(data) {
      this.data = data;
      this.list = document.getElementById("legend");
    }

    /** Show what a view has; `fills` are those of the map. */
    paint({ units, places }, fills) {
      const regions = Object.values(units);
      const named = regions.filter(({ classes }) => classes.startsWith("named"));
      const hatched = regions.filter(({ classes }) => !classes.startsWith("named")).map(({ acts }) => `hatch-${acts[0] || ""}`);
      const dots = Object.values(places).filter(({ point }) => point);
      const used = new Set(Object.values(places).flatMap(({ roles }) => roles.map(([role]) => `role-${role}`)));
      if (named.some(({ classes }) => classes.includes("level-open"))) used.add("dashed");
      if ([...named, ...dots].some(({ acts }) => !acts.length)) used.add("context");
      if (hatched.length) used.add(hatched.find((key) => key !== "hatch-") || "hatch-"); // one example stands for all
      for (const entry of this.list.querySelectorAll("[data-legend]")) entry.hidden = !used.has(entry.dataset.legend);
      for (const entry of this.list.querySelectorAll("[data-drawn], [data-fill]")) entry.remove();
      const filled = named.filter(({ classes }) => !classes.includes("level-open"));
      this.list.prepend(...this.fillEntries([...dots.map(({ acts }) => [acts, "dot"]), ...filled.map(({ acts }) => [acts, ""])], fills));
    }

    /** The fills that occur: which acts name a place or, with many acts on, how many do. */
    fillEntries(sets, fills) {
      const most = fills.colours.shades.length;
      const entries = new Map();
      for (const [acts, mark] of sets.filter(([acts]) => acts.length)) { // a region's fill takes the place of a dot's
        const count = Math.min(acts.length, most);
        const text = fills.byNumber ? this.countedActs(count, most) : this.namedUnder(acts);
        entries.set(fills.byNumber ? `${count}` : JSON.stringify(acts), { mark, text, count: acts.length, colours: fills.coloursOf(acts) });
      }
      const sorted = [...entries].sort(([one, a], [other, b]) => a.count - b.count || (one < other ? -1 : 1));
      return sorted.map(([key, entry]) => fillEntry(key, entry));
    }

    namedUnder(acts) {
      const names = acts.map((act) => nameOf(this.data.acts, act));
      return fill(this.data.words.named_under, { acts: list(this.data, names) });
    }

    countedActs(count, most) {
      const { counted: forms, counted_more: more } = this.data.words;
      return counted(this.data, count === most ? [more, more] : forms, count);
    }
  }

  function fillEntry(key, { mark, text, colours }) {
    const entry = document.createElement("li");
    const swatch = document.createElement("i");
    const bands = colours.map(({ fill: colour }, index) => `${colour} ${STRIPE * index}px ${STRIPE * (index + 1)}px`);
    swatch.className = mark;
    swatch.style.background = colours.length > 1 ? `repeating-linear-gradient(135deg, ${bands.join(", ")})` : colours[0].fill;
    entry.dataset.fill = key;
    entry.append(swatch, Object.assign(document.createElement("span"), { textContent: text }));
    return entry;
  }

  window.Ingreso.Legend = Legend;
})();
