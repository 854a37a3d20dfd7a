/* The choices that the server has not answered yet.
 *
 * A choice is a filter and its value ("act.31758": true). Of every filter with such a choice the values are kept in their order,
 * the one that the server said last standing first. Answers come in the order of the choices, though several choices may have
 * one answer. So an answer that says an earlier value is an older answer, one that says the last value confirms it, and one that
 * says none of them is a choice of the server's own, which wins. Where a value was chosen twice, an answer is taken for the
 * earlier one: the later choice stays painted and is given up when the page is at rest (see instant.js).
 */
(() => {
  "use strict";

  class PendingChoices {
    constructor() {
      this.values = new Map();
    }

    get isEmpty() {
      return this.values.size === 0;
    }

    /** Note a choice; `said` is the value that the server said last. False where this is no change. */
    choose(filter, value, said) {
      const values = this.values.get(filter) || [said];
      if (values.at(-1) === value) return false;
      this.values.set(filter, [...values, value]);
      return true;
    }

    /** Take an answer: the filters by which the server painted. Return those in which it does not follow the reader. */
    answer(said) {
      const refused = [];
      for (const [filter, values] of [...this.values]) {
        const place = values.indexOf(said[filter]);
        const left = place < 0 ? [] : values.slice(place);
        if (place < 0) refused.push(filter);
        if (left.length > 1) this.values.set(filter, left);
        else this.values.delete(filter);
      }
      return refused;
    }

    /** Filters with the choices over them. */
    over(said) {
      const chosen = [...this.values].map(([filter, values]) => [filter, values.at(-1)]);
      return { ...said, ...Object.fromEntries(chosen) };
    }

    clear() {
      this.values.clear();
    }
  }

  window.Ingreso.PendingChoices = PendingChoices;
})();
