// The little that the pages do by themselves. Every page works without this file.
"use strict";

// A menu closes when one clicks elsewhere or presses Escape, and gives the focus back.
document.addEventListener("click", (event) => {
  for (const fold of document.querySelectorAll("details.fold[open]")) {
    if (!fold.contains(event.target)) {
      fold.open = false;
    }
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    return;
  }
  for (const fold of document.querySelectorAll("details.fold[open]")) {
    fold.open = false;
    fold.querySelector("summary").focus();
  }
});

// Buttons that only a script can serve stay hidden without one.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// After a swap the focus goes back to the element of the same id, so that the keyboard keeps its place.
let focused = "";
document.addEventListener("htmx:beforeSwap", () => {
  focused = document.activeElement ? document.activeElement.id : "";
});
document.addEventListener("htmx:afterSettle", () => {
  if (focused && document.activeElement === document.body) {
    const again = document.getElementById(focused);
    if (again) {
      again.focus({ preventScroll: true });
    }
  }
});
