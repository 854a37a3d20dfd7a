/* Opens every fold of the page before it is printed, and closes it again afterwards. */

let opened = [];

export function listenToPrint() {
  window.addEventListener("beforeprint", openAll);
  window.addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
}

function openAll() {
  for (let folds = closed(); folds.length; folds = closed()) {
    for (const fold of folds) {
      fold.open = true;
      opened.push(fold);
    }
  }
}

/** Return the closed folds; an opened one may hold further ones. */
function closed() {
  return [...document.querySelectorAll(".stMain details:not([open])")];
}
