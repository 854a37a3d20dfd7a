/* Whether two values that JSON can say are the same, in whatever order their keys stand. */
(() => {
  "use strict";

  function isSame(one, other) {
    if (one === other) return true;
    if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) return false;
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
  }

  const isContainer = (value) => typeof value === "object" && value !== null;

  window.Ingreso.isSame = isSame;
})();
