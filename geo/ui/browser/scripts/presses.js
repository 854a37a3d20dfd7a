/* Presses: a click is not lost because the page moved, or drew anew, what is under the pointer between press and release.
 *
 * An answer of the server may arrive just then: text above grows by a line, and the pointer is released over something else.
 * Browsers then send the click to what encloses both, or to nobody. What was pressed gets it here.
 */

const CONTROL = "button, label, a[href]";
const STILL = 4; // pixels that a hand may move while it clicks

let pressed = null;

/** Listen on the whole document, once. */
export function listenToPresses() {
  document.addEventListener("pointerdown", press, { capture: true });
  document.addEventListener("pointerup", release, { capture: true });
  document.addEventListener("pointercancel", () => { pressed = null; }, { capture: true });
  document.addEventListener("click", arrive, { capture: true });
}

function press(event) {
  const control = event.isPrimary && event.button === 0 ? event.target.closest?.(CONTROL) : null;
  pressed = control ? { control, x: event.clientX, y: event.clientY, released: false } : null;
}

function release(event) {
  if (!pressed) return;
  const moved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
  if (moved > STILL) pressed = null;
  else pressed.released = true;
  setTimeout(replace, 0);
}

/** A click that comes to what encloses the pressed control belongs to the control. */
function arrive(event) {
  if (!event.isTrusted || !pressed?.released) return;
  const { control } = pressed;
  pressed = null;
  const reached = event.target;
  if (control.contains(reached) || !control.isConnected || !reached.contains(control)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  (control.control ?? control).click(); // a label passes a click on only from a pointer
}

/** No click came, because the control is no longer there: its successor in the same place gets it, if it says the same. */
function replace() {
  if (!pressed?.released) return;
  const { control, x, y } = pressed;
  pressed = null;
  if (control.isConnected) return;
  const successor = document.elementFromPoint(x, y)?.closest(CONTROL);
  if (successor?.tagName === control.tagName && successor.textContent === control.textContent) (successor.control ?? successor).click();
}
