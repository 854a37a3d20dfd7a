/* Shows the first view over the page until the page's map is painted, then removes it. Until then keyboard and screen readers
 * do not reach the page, so that nothing is there twice. The script is inline in the document; the policy has its hash. */
(() => {
  const LOOK_MS = 50;
  const LONGEST_MS = 20000; // after the headline, the page is shown even without its map
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
    const map = root.querySelector(".st-key-map");
    if (!map?.getClientRects().length) return Boolean(root.querySelector("[data-test-script-state='notRunning']")); // a view without it
    return Boolean(map.querySelector("iframe")?.contentDocument?.querySelector("html.drawn path.unit"));
  };

  const takeOver = () => {
    const main = root.querySelector("[data-testid='stMain']");
    const listed = root.querySelector(".st-key-detail");
    const scrolled = first.scrollTop;
    const places = document.getElementById("first-view-places")?.getBoundingClientRect().top ?? innerHeight;
    const isReadingPlaces = listed?.getClientRects().length && scrolled && places < innerHeight / 2;
    const isFocused = first.contains(document.activeElement);
    root.inert = false;
    first.remove();
    if (main && scrolled) main.scrollTop = isReadingPlaces ? main.scrollTop + listed.getBoundingClientRect().top - places : scrolled;
    if (isFocused) focus(isReadingPlaces ? listed : main);
  };

  const focus = (element) => {
    if (!element) return;
    if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };

  const look = () => {
    if (isPainted()) requestAnimationFrame(() => requestAnimationFrame(takeOver));
    else setTimeout(look, LOOK_MS);
  };
  look();
})();
