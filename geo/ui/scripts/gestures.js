/* What the page does in the browser alone: copy a text, and lead the keyboard to the search. */

/** Listen on the whole document, once; `copied` is what a button says for a moment once its text is on the clipboard. */
export function listen({ copied }) {
  const page = window;
  page.ingresoCopied = copied;
  if (page.ingresoListens) return;
  page.ingresoListens = true;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const label = button.textContent;
    button.textContent = page.ingresoCopied;
    setTimeout(() => { button.textContent = label; }, 1200);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, [contenteditable='true']");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
    const field = document.querySelector(".st-key-find input");
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
}
