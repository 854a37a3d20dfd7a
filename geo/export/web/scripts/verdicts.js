/* What the shown sources say of a place, act by act: as geo/export/web/verdicts.py writes it, which a test compares. */
(() => {
  "use strict";

  class Verdicts {
    constructor(data) {
      this.data = data;
    }

    /** Write the verdict of every place anew; `listed` are the ids of the claims that the map shows. */
    paint(state, listed) {
      for (const box of document.querySelectorAll("[data-verdict]")) {
        box.replaceChildren(...this.lines(box.dataset.verdict, state, listed));
      }
    }

    lines(place, state, listed) {
      const claims = this.data.claims.filter((claim) => claim.place === place && window.Ingreso.isShown(claim, state));
      const acts = this.data.acts.filter(({ id }) => state.acts.includes(id));
      const context = claims.some(({ act }) => !act) ? [{ id: "", name: this.data.words.context }] : [];
      return [...acts, ...context].map((act) => this.act(act, claims.filter((claim) => claim.act === act.id), state, listed));
    }

    act({ id, name }, claims, state, listed) {
      const line = make("div", "act-verdict");
      const index = this.data.acts.findIndex((act) => act.id === id);
      if (index >= 0) line.append(Object.assign(make("i", ""), { style: `background:var(--act${index})` }));
      const roles = this.data.roles.filter((role) => claims.some((claim) => claim.role === role.id));
      const said = roles.map((role) => this.role(role, claims.filter((claim) => claim.role === role.id), state, listed));
      line.append(make("b", "", name), ...(said.length ? said : [make("p", "not-named", this.data.words.not_named)]));
      return line;
    }

    role({ id, name }, claims, state, listed) {
      const voices = new Map();
      for (const { source, voice } of claims) voices.set(voice, (voices.get(voice) || new Set()).add(source));
      const groups = [...voices.values()].map((sources) => [...sources].join(" = "));
      const independent = window.Ingreso.wording.counted(this.data, this.data.words.independent, voices.size);
      const line = make("p", "");
      line.append(make("b", "", name), ` · ${independent}: ${groups.join(", ")}`);
      if (!claims.some((claim) => listed.has(claim.id))) line.append(make("span", "off-map", ` ${this.offMap(id, state)}`));
      return line;
    }

    offMap(role, state) {
      return this.data.words[state.roles.includes(role) ? "off_by_sources" : "off_by_role"];
    }
  }

  const make = (tag, className, textContent = "") => Object.assign(document.createElement(tag), { className, textContent });

  window.Ingreso.Verdicts = Verdicts;
})();
