/* The preview of an embedded view: the frame, scaled to fit the drawer. */
export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".embed-preview");
  const frame = box.querySelector("iframe");
  const scale = box.querySelector("p");
  const address = new URL(`?${data.query}`, document.baseURI).href;
  if (frame.src !== address) frame.src = address;
  frame.title = data.title;
  frame.style.width = `${data.width}px`;
  frame.style.height = `${data.height}px`;
  const fit = () => {
    const factor = Math.min(1, box.clientWidth / data.width, data.highest / data.height);
    frame.style.transform = `scale(${factor})`;
    frame.parentElement.style.width = `${data.width * factor}px`;
    frame.parentElement.style.height = `${data.height * factor}px`;
    scale.textContent = data.scaled.replace("…", Math.round(factor * 100));
  };
  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(box);
  return () => observer.disconnect();
}
