/* How what is shown is painted: as geo/draw/map/view_layer.py does it for the app's map, which a test compares.
 *
 * `data` holds, besides what select.js needs, `language`, `locale`, `area_role`, names ({ id, name } of acts and roles), of places
 * { id, name, unit, area, point, open }, and `words`. The fills themselves are those of the map's own script.
 */
(() => {
  "use strict";

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const nameOf = (records, id) => records.find((record) => record.id === id).name;
  const list = ({ locale }, names) => new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  const counted = ({ locale }, [one, many], count) => fill(count === 1 ? one : many, { count: new Intl.NumberFormat(locale).format(count) });

  /** What the map is told of units and places: classes, acts, roles, and by number the lines that say why. */
  function paint(data, shown) {
    const lines = new Map();
    const numbered = ({ why, ...item }) => ({ ...item, why: why.map((line) => lines.get(line) ?? lines.set(line, lines.size).size - 1) });
    const units = [...insideUnits(shown)].map(([code, items]) => [code, numbered(paintUnit(data, items))]);
    const places = shown.filter((item) => hasMark(data, item)).map((item) => [item.place.id, numbered(paintPlace(data, item))]);
    return { units: Object.fromEntries(units), places: Object.fromEntries(places), lines: [...lines.keys()] };
  }

  function insideUnits(shown) {
    const inside = new Map();
    for (const item of shown.filter(({ place }) => place.unit)) {
      const { unit } = item.place;
      inside.set(unit, [...(inside.get(unit) || []), item]);
    }
    return inside;
  }

  function paintUnit(data, items) {
    const areas = items.filter(({ place }) => place.area);
    const within = items.filter(({ place }) => !place.area);
    const naming = new Set((areas.length ? areas : within).flatMap((item) => item.acts));
    const acts = data.acts.map(({ id }) => id).filter((id) => naming.has(id));
    const why = areas.flatMap((item) => reasons(data, item));
    if (within.length) why.push(fill(data.words.contains, { places: nameList(data, within.map(({ place }) => place.name)) }));
    const selects = areas.length ? { selects: areas[0].place.id } : {};
    return { classes: stateClasses(areas.length ? "named" : "contains", acts, areas[0]), acts, ...selects, why };
  }

  function paintPlace(data, item) {
    const { place, roles, acts, claims } = item;
    const own = rolesWithSymbol(data, item).map((role) => [role, acts.filter((act) => claims.some((claim) => claim.role === role && claim.act === act))]);
    return { classes: stateClasses("named", acts, item), acts, roles: own, point: place.point, why: reasons(data, item) };
  }

  /** The roles that get a symbol: presence alone gets none, dot or fill shows it. */
  function rolesWithSymbol({ area_role: presence }, { place, roles }) {
    if (roles.length === 1 && roles[0] === presence) return [];
    if (place.point) return roles;
    return place.unit ? roles.filter((role) => role !== presence) : [];
  }

  function hasMark(data, item) {
    return item.place.point || rolesWithSymbol(data, item).length > 0;
  }

  function stateClasses(state, acts, item) {
    const open = item && item.place.area && item.place.open;
    return [state, acts.length > 1 && "both", !acts.length && "context", open && "level-open", ...acts.map((act) => `auth-${act}`)]
      .filter(Boolean)
      .join(" ");
  }

  /** One line for each act and role: who names it so. */
  function reasons({ acts, roles, words }, { claims }) {
    const sources = new Map();
    for (const { act, role, source } of claims) {
      const key = JSON.stringify([act, role]);
      sources.set(key, (sources.get(key) || new Set()).add(source));
    }
    return [...sources].map(([key, named]) => {
      const [act, role] = JSON.parse(key);
      return fill(words.why, { act: act ? nameOf(acts, act) : words.context, role: nameOf(roles, role), sources: [...named].join(", ") });
    });
  }

  /** A list in words; after the first dozen only the number of further places. */
  function nameList(data, names) {
    const { most_names: most, words } = data;
    if (names.length <= most) return list(data, names);
    return list(data, [...names.slice(0, most), counted(data, words.more_places, names.length - most)]);
  }

  window.Ingreso = Object.assign(window.Ingreso || {}, { paint, wording: { counted, fill, list, nameOf } });
})();
