/* How the places that are shown are painted: as geo/draw/map/view_layer.py does it, which a test compares. */
(() => {
  "use strict";

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  /** Sentences and lists in the language of the data. */
  function wording({ locale }) {
    const number = new Intl.NumberFormat(locale);
    const listed = new Intl.ListFormat(locale, { type: "conjunction" });
    return {
      fill,
      number: (value) => number.format(value),
      counted: ([one, many], count) => fill(count === 1 ? one : many, { count: number.format(count) }),
      list: (names) => listed.format(names),
    };
  }

  const name = (records, id) => records.find((record) => record.id === id).name;

  function stateClasses(state, acts, item) {
    const open = item && item.place.area && item.place.open;
    return [state, acts.length > 1 && "both", !acts.length && "context", open && "level-open", ...acts.map((act) => `auth-${act}`)]
      .filter(Boolean)
      .join(" ");
  }

  class Painting {
    constructor(data) {
      this.data = data;
      this.say = wording(data);
    }

    units(shown) {
      const inside = new Map();
      for (const item of shown) {
        const { unit } = item.place;
        if (unit) inside.set(unit, [...(inside.get(unit) || []), item]);
      }
      return new Map([...inside].map(([code, items]) => [code, this.unit(code, items)]));
    }

    unit(code, items) {
      const areas = items.filter(({ place }) => place.area);
      const within = items.filter(({ place }) => !place.area);
      const acts = [...new Set((areas.length ? areas : within).flatMap((item) => item.acts))];
      const why = areas.flatMap((item) => this.reasons(item));
      if (within.length) why.push(fill(this.data.words.contains, { places: this.say.list(within.map(({ place }) => place.name)) }));
      const classes = stateClasses(areas.length ? "named" : "contains", acts, areas[0]);
      return { classes, acts, selects: areas.length ? areas[0].place.id : code, why };
    }

    place(item) {
      const only = item.roles.length === 1;
      const roles = item.roles.filter((role) => role !== this.data.area_role || (item.place.point && !only));
      return {
        classes: stateClasses("named", item.acts, item),
        selects: item.place.id,
        roles: roles.map((role) => [role, item.acts.filter((act) => item.claims.some((c) => c.role === role && c.act === act))]),
        point: item.place.point,
        acts: item.acts,
        why: this.reasons(item),
      };
    }

    hasGlyph({ place, roles }) {
      return place.point || (place.unit && !(roles.length === 1 && roles[0] === this.data.area_role));
    }

    /** One line for each act and role: who names it so. */
    reasons({ claims }) {
      const lines = new Map();
      for (const { act, role, source } of claims) {
        const key = JSON.stringify([act, role]);
        lines.set(key, (lines.get(key) || new Set()).add(this.data.sources[source]));
      }
      return [...lines].map(([key, sources]) => {
        const [act, role] = JSON.parse(key);
        const names = { act: act ? name(this.data.acts, act) : this.data.words.context, role: name(this.data.roles, role) };
        return fill(this.data.words.why, { ...names, sources: [...sources].join(", ") });
      });
    }

    view(shown) {
      const lines = [];
      const numbered = (item) => ({ ...item, why: item.why.map((line) => (lines.includes(line) ? lines.indexOf(line) : lines.push(line) - 1)) });
      const units = [...this.units(shown)].map(([code, unit]) => [code, numbered(unit)]);
      const places = shown.filter((item) => this.hasGlyph(item)).map((item) => [item.place.id, numbered(this.place(item))]);
      return { units: Object.fromEntries(units), places: Object.fromEntries(places), lines };
    }
  }

  window.Ingreso = Object.assign(window.Ingreso || {}, { Painting, wording });
})();
