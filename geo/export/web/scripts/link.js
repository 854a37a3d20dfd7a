/* Links: reads a query as a state and writes a state as a query. The grammar is that of geo/view/link; a test compares them.
 *
 * A state is { acts, days, roles, basis, min, place, language, at }: ids in the order of the data; days are [first, last] by act.
 * `known` has the ids that values may name: { acts: [{ id, start, end, open, at_start }], roles, places, units, languages, start_roles, data }.
 */
(() => {
  "use strict";

  const MOST_LAYERS = 4; // how many times a link may have been encoded
  const NEXT_KEY = /[?&](?=\s*[A-Za-z][\w.]*\s*=)/;
  const RANGE = /^(\d{4}-\d{2}-\d{2})(?:(?: *(?:\.{2,3}|-{1,2}|\/) *| +)(\d{4}-\d{2}-\d{2})|\.{2,3})\.?$/;
  const SEPARATORS = /\s*[,;]\s*|\s+/;
  const DASHES = /[\u2010-\u2015\u2212]/g;
  const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
  const AROUND = " \t\r\n\"'`´‘’“”„«»‹›()[]{}<>*_~|\\^;:!?+";
  const NUMBER = /^-?\d{1,3}(\.\d{1,15})?$/;
  const BOUNDS = { latitude: [-32, 14], longitude: [-98, -52], zoom: [3, 12] };

  /* ---- repair a link ---------------------------------------------------------------------------------------------------- */

  const visible = (text) => text.replace(INVISIBLE, "");
  const strip = (text, characters) => {
    let [start, end] = [0, text.length];
    while (start < end && characters.includes(text[start])) start += 1;
    while (end > start && characters.includes(text[end - 1])) end -= 1;
    return text.slice(start, end);
  };

  function unescapeHtml(text) {
    let plain = text;
    for (let layer = 0; layer < MOST_LAYERS; layer += 1) plain = plain.replace(/&amp;/gi, "&").replace(/&#(?:38|x26);/gi, "&");
    return plain.replaceAll("\\u0026", "&").replaceAll("\\u003d", "=").replaceAll("\\", "");
  }

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      if (error instanceof URIError) return text;
      throw error;
    }
  }

  function* splitQuery(query, layers = MOST_LAYERS) {
    for (const [rawKey, rawValue] of new URLSearchParams(query)) {
      const key = strip(visible(unescapeHtml(decode(rawKey))).replace(/^(?:[?&;\s]|#(?:38|x26);|amp;)+/i, ""), " \t\r\n\"'`*_\\");
      if (layers && !rawValue && key.includes("=")) yield* splitQuery(unescapeHtml(rawKey), layers - 1); // encoded as a whole
      else yield* splitValue(key, unescapeHtml(rawValue), layers);
    }
  }

  function* splitValue(key, rawValue, layers) {
    let value = rawValue;
    for (let layer = 0; layer < layers && value.includes("%") && !NEXT_KEY.test(value); layer += 1) value = unescapeHtml(decode(value));
    const [first, ...rest] = layers && !value.includes("://") ? value.split(NEXT_KEY) : [value];
    yield [key.toLowerCase(), first];
    if (rest.length) yield* splitQuery(rest.join("&"), layers - 1);
  }

  function tidy(value) {
    const plain = strip(visible(value).normalize("NFKC").replace(DASHES, "-"), AROUND);
    const before = plain.endsWith(".") ? plain.slice(0, -1) : plain;
    const stripped = strip(`x${before}`, AROUND).slice(1);
    return stripped === before ? plain : stripped;
  }

  /* ---- values ------------------------------------------------------------------------------------------------------------- */

  function findMember(item, members) {
    const plain = item.endsWith(".") ? item.slice(0, -1) : item;
    const same = (member) => member.toLowerCase() === plain.toLowerCase();
    return members.find((member) => member === item) ?? members.find((member) => member === plain) ?? members.find(same);
  }

  /** The known ids of a list, in the order of `members`; null if it has ids and none is known. */
  function readMembers(value, members) {
    if (!value) return [];
    const found = new Set(value.split(SEPARATORS).map((item) => findMember(item, members)));
    const chosen = members.filter((member) => found.has(member));
    return chosen.length ? chosen : null;
  }

  function isDay(text) {
    const day = new Date(`${text}T00:00:00Z`);
    return text >= "0001" && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
  }

  /** Days clipped to the window of the act; null if they cannot be read or are outside. */
  function readDays(value, { start, end }) {
    const found = RANGE.exec(value);
    if (!found || ![found[1], found[2] || found[1]].every(isDay)) return null;
    const [first, last] = found[2] ? [found[1], found[2]].sort() : [found[1], end];
    const within = [first > start ? first : start, last < end ? last : end];
    return within[0] <= within[1] ? within : null;
  }

  const round = (value, digits) => Number(value.toFixed(digits)) + 0; // no minus before a zero

  function readViewport(value) {
    const parts = (value.endsWith(".") ? value.slice(0, -1) : value).split(SEPARATORS);
    if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) return null;
    const numbers = parts.map(Number);
    const isWithin = Object.values(BOUNDS).every(([low, high], index) => low <= numbers[index] && numbers[index] <= high);
    return isWithin ? [...numbers.slice(0, 2).map((degrees) => round(degrees, 3)), round(numbers[2], 2)] : null;
  }

  /* ---- a link ---------------------------------------------------------------------------------------------------------------- */

  /** The view of a visitor without a link. */
  function startState(known, language) {
    return {
      acts: known.acts.filter((act) => act.at_start).map(({ id }) => id),
      days: Object.fromEntries(known.acts.map(({ id, start, end }) => [id, [start, end]])),
      roles: [...known.start_roles],
      basis: "all",
      min: 1,
      place: "",
      language,
      at: null,
    };
  }

  /** The state of a query, with or without its question mark; unreadable values are those of the start. */
  function readLink(query, known, language) {
    const values = Object.fromEntries([...splitQuery(query.replace(/^\?/, ""))].map(([key, value]) => [key, tidy(value) || value.trim()]));
    const state = startState(known, language);
    const use = (key, read, write) => {
      const found = key in values ? read(values[key]) : null;
      if (found !== null && found !== undefined) write(found);
    };
    const ids = known.acts.map(({ id }) => id);
    use("auth", (value) => readMembers(value, ids), (acts) => { state.acts = acts; });
    for (const act of known.acts) use(`d.${act.id}`.toLowerCase(), (value) => readDays(value, act), (days) => { state.days[act.id] = days; });
    use("role", (value) => readMembers(value, known.roles), (roles) => { state.roles = roles; });
    use("basis", (value) => findMember(value, ["all", "texts"]), (basis) => { state.basis = basis; });
    use("min", (value) => findMember(value, ["1", "2"]), (min) => { state.min = Number(min); });
    use("place", (value) => (value ? findMember(value, [...known.places, ...known.units]) : ""), (place) => { state.place = place; });
    use("lang", (value) => findMember((/^([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})*\.?$/.exec(value) || ["", ""])[1], known.languages), (found) => { state.language = found; });
    use("at", readViewport, (at) => { state.at = at; });
    return state;
  }

  /** Latitude, longitude and zoom; whole degrees with a decimal, as Python writes them. */
  function writeViewport([latitude, longitude, zoom]) {
    const degrees = (value) => (Number.isInteger(value) ? value.toFixed(1) : `${value}`);
    return `${degrees(latitude)},${degrees(longitude)},${zoom}`;
  }

  /** The query of a state, keys in the order in which the app writes them. */
  function writeLink(state, known) {
    const days = known.acts
      .filter(({ id, start, end, at_start: starts }) => starts || state.acts.includes(id) || state.days[id][0] !== start || state.days[id][1] !== end)
      .map(({ id, end, open }) => [`d.${id}`, `${state.days[id][0]}..${open && state.days[id][1] === end ? "" : state.days[id][1]}`]);
    const pairs = [
      ["v", "1"],
      ["auth", state.acts.join(",")],
      ...days,
      ["role", state.roles.join(",")],
      ["basis", state.basis],
      ["min", `${state.min}`],
      ...(state.place ? [["place", state.place]] : []),
      ["view", "map"],
      ["lang", state.language],
      ...(state.at ? [["at", writeViewport(state.at)]] : []),
      ["data", known.data],
    ];
    return pairs.map((pair) => pair.map((text) => encodeURIComponent(text).replace(/%(2C|3A)/g, (code) => decodeURIComponent(code))).join("=")).join("&");
  }

  window.Ingreso = Object.assign(window.Ingreso || {}, { readLink, startState, writeLink });
})();
