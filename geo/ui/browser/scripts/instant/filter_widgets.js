/* What the widgets of the filters say, by the page's own keys: this is the one place that knows how Streamlit draws them.
 *
 * Streamlit marks what is on with `data-selected`, and writes the value of a slider or a day into `value`, at the reader's gesture
 * and before it tells the server. A widget that the server sets is marked in the same way: only the one that the reader has touched
 * last counts.
 */
(() => {
  "use strict";

  const KEY = /(?:^|\s)st-key-(\S+)/;
  const GESTURES = ["pointerdown", "keydown", "click"];
  const isOn = (element) => element.hasAttribute("data-selected");
  const all = (box, selector) => [...box.querySelectorAll(selector)];
  const dayOf = (microseconds) => new Date(Number(microseconds) / 1000).toISOString().slice(0, 10);

  /** How a widget with a key that fits is read: by it, the key's match and `now` ({ filters, namings }), as pairs of filter and value. */
  const READERS = [
    [/^auth-(.+)$/, (box, [, act]) => [[`act.${act}`, box.querySelector("label[data-selected]") !== null]]],
    [/^act-chips$/, (box, key, now) => buttons(box, offeredActs(now), "act")],
    [/^role(?:-context)?$/, (box, [key], { namings }) => buttons(box, namings.widgets[key], "role")],
    [/^(?:basis|min)$/, (box, [key], { namings }) => [[key, namings.widgets[key][all(box, "label[data-testid='stRadioOption']").findIndex(isOn)]]]],
    [/^dates-(.+)$/, (box, [, act]) => [[`days.${act}`, all(box, "input[type='range']").map(({ value }) => dayOf(value)).join("..")]]],
    [/^(start|end)-(.+)$/, (box, [, end, act], { filters }) => typedDay(end, box.querySelector("input")?.value, act, filters)],
  ];

  function buttons(box, options, kind) {
    const found = all(box, "button[data-variant]");
    return found.length === options.length ? found.map((button, index) => [`${kind}.${options[index]}`, isOn(button)]) : [];
  }

  /** The acts among the chips, as geo/ui/panels/header.py offers them: those that were on, and those of the start. */
  function offeredActs({ filters, namings }) {
    return namings.acts.map(({ id }) => id).filter((id) => filters[`act.${id}`] || namings.widgets.start_acts.includes(id));
  }

  /** A typed day that lies beyond the other end takes that end along. */
  function typedDay(end, day, act, filters) {
    const days = filters[`days.${act}`]?.split("..");
    if (!days || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return [];
    const [first, last] = end === "start" ? [day, day > days[1] ? day : days[1]] : [day < days[0] ? day : days[0], day];
    return [[`days.${act}`, `${first}..${last}`]];
  }

  /** Call `changed` with the widget and its key, when the widget that the reader has touched last says something else. */
  function watchWidgets(changed) {
    let touched = "";
    const touch = ({ target }) => { touched = keyOf(target.closest?.("[class*='st-key-']")) || touched; }; // a calendar has no key
    for (const gesture of GESTURES) document.addEventListener(gesture, touch, { capture: true, passive: true });
    const look = (changes) => {
      const boxes = new Set(changes.map(({ target }) => target.closest("[class*='st-key-']")));
      for (const box of boxes) if (box && keyOf(box) === touched) changed(box, touched);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-selected", "value"] });
  }

  const keyOf = (box) => box?.className.match?.(KEY)?.[1];

  /** The pairs of filter and value that a widget says; none where it is no filter. */
  function readWidget(box, key, now) {
    const [pattern, read] = READERS.find(([pattern]) => pattern.test(key)) || [];
    return pattern ? read(box, key.match(pattern), now).filter(([filter, value]) => filter in now.filters && isAllowed(filter, value, now)) : [];
  }

  /** Days must lie within those of the act; what the server would refuse is left to it. */
  function isAllowed(filter, value, { namings }) {
    if (!filter.startsWith("days.")) return value !== undefined;
    const { start, end } = namings.acts.find(({ id }) => `days.${id}` === filter);
    const [first, last] = value.split("..");
    return start <= first && first <= last && last <= end;
  }

  window.Ingreso.widgets = { readWidget, watchWidgets };
})();
