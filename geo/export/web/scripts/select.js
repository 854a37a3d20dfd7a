/* The selection of a state: the same rules as geo/view/selection.py, which a test compares.
 *
 * `data` is { claims: [{ id, act, place, role, start, end, voice, text }], places: [{ id, ... }], roles: [{ id }], acts: [{ id }] }.
 */
(() => {
  "use strict";

  /** Whether a claim is shown: its source has the basis, its act is on, and its days overlap the chosen ones. */
  function isShown({ act, start, end, text }, { acts, days, basis }) {
    if (basis === "texts" && !text) return false;
    return !act || (acts.includes(act) && start <= days[act][1] && days[act][0] <= end);
  }

  /** The shown places in the order of the data, each with its claims, roles and acts. */
  function select(data, state) {
    const namings = new Map();
    for (const claim of data.claims) {
      if (!state.roles.includes(claim.role) || !isShown(claim, state)) continue;
      const key = JSON.stringify([claim.place, claim.role, claim.act]);
      if (!namings.has(key)) namings.set(key, []);
      namings.get(key).push(claim);
    }
    const robust = [...namings.values()].filter((claims) => new Set(claims.map(({ voice }) => voice)).size >= state.min);
    const byPlace = new Map();
    for (const claims of robust) byPlace.set(claims[0].place, [...(byPlace.get(claims[0].place) || []), ...claims]);
    return data.places.filter(({ id }) => byPlace.has(id)).map((place) => shownPlace(data, place, byPlace.get(place.id)));
  }

  function shownPlace(data, place, claims) {
    const has = (name, value) => claims.some((claim) => claim[name] === value);
    return {
      place,
      claims,
      roles: data.roles.filter(({ id }) => has("role", id)).map(({ id }) => id),
      acts: data.acts.filter(({ id }) => has("act", id)).map(({ id }) => id),
    };
  }

  window.Ingreso = Object.assign(window.Ingreso || {}, { isShown, select });
})();
