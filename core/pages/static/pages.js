// What pages do beyond what HTML does: they work without it.
"use strict";

// "/" goes to the search box, as long as nobody is writing.
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey) {
    const seek = document.getElementById("seek");
    if (seek) { event.preventDefault(); seek.focus(); seek.select(); }
  }
  if (event.key === "Escape") {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; });
  }
});

// Whoever walks away leaves a locked page behind, and nothing of what it showed.
const idle = Number(document.body.dataset.idleSeconds || 0);
if (idle > 0) {
  let last = Date.now();
  const here = () => { last = Date.now(); };
  ["keydown", "pointerdown", "pointermove", "scroll"].forEach((name) => addEventListener(name, here, { passive: true }));
  setInterval(() => {
    if (Date.now() - last > idle * 1000) {
      const here = location.pathname + location.search;
      const locked = "/login?then=" + encodeURIComponent(here);
      location.replace(locked);
    }
  }, 5000);
}

// A question before what cannot be taken back by a press.
document.addEventListener("submit", (event) => {
  const asks = event.submitter && event.submitter.dataset.ask || event.target.dataset.ask;
  if (asks && !confirm(asks)) { event.preventDefault(); return; }
  // A second press must not do it twice; a moment later, so that the press itself is sent.
  const button = event.submitter;
  if (button && !event.defaultPrevented && event.target.method === "post") {
    setTimeout(() => { button.disabled = true; }, 0);
    setTimeout(() => { button.disabled = false; }, 8000);
  }
});

// "All of this page" ticks every row.
document.addEventListener("change", (event) => {
  const all = event.target.closest("input[data-all]");
  if (all) {
    document.querySelectorAll(`input[name="${all.dataset.all}"]`).forEach((box) => { box.checked = all.checked; });
  }
  if (event.target.closest("[data-submit]")) { event.target.form.requestSubmit(); }
});

document.addEventListener("click", (event) => {
  const press = event.target.closest("[data-print]");
  if (press) { window.print(); }
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    const text = document.getElementById(copy.dataset.copy);
    if (text && navigator.clipboard) { navigator.clipboard.writeText(text.innerText); copy.textContent = copy.dataset.copied; }
  }
});
