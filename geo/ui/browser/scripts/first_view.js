/* Shows the first view over the page until the page's own map is painted; then it is gone. Till then the page is hidden from
 * keyboard and screen reader, so that nothing is there twice. It stands in the document itself, known to the policy by its hash. */
(() => {
  const LOOK_MS = 50;
  const LONGEST_MS = 20000; // from the page's first words: should its map never come, the page is shown as it is
  const first = document.getElementById("first-view");
  const root = document.getElementById("root");
  let spoke = 0;
  root.inert = true;
  const top = scrollY;
  first.classList.add("over");
  first.scrollTop = top;

  const isPainted = () => {
    if (!root.querySelector(".headline, [data-testid='stAlert'], [data-testid='stException']")) return false;
    spoke ||= performance.now();
    if (performance.now() - spoke > LONGEST_MS) return true;
    const frame = root.querySelector(".st-key-map iframe");
    if (!frame?.offsetParent) return Boolean(root.querySelector("[data-test-script-state='notRunning']")); // a view without a map
    return Boolean(frame.contentDocument?.querySelector("html.drawn path.unit"));
  };

  const takeOver = () => {
    const main = root.querySelector("[data-testid='stMain']");
    const scrolled = first.scrollTop;
    const places = document.getElementById("first-view-places")?.getBoundingClientRect().top ?? innerHeight;
    const isFocused = first.contains(document.activeElement);
    root.inert = false;
    first.remove();
    if (isFocused) main?.focus({ preventScroll: true });
    if (!scrolled || !main) return;
    const listed = root.querySelector(".st-key-detail");
    const isReadingPlaces = listed && places < innerHeight / 2;
    main.scrollTop = isReadingPlaces ? main.scrollTop + listed.getBoundingClientRect().top - places : scrolled;
  };

  const look = () => {
    if (isPainted()) requestAnimationFrame(() => requestAnimationFrame(takeOver));
    else setTimeout(look, LOOK_MS);
  };
  look();
})();
