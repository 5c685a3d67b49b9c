// Says when an answer could not be saved. Without this file, and without any script, every form works.
"use strict";

(() => {
  const said = document.getElementById("said");
  if (!said) {
    return;
  }
  const lost = () => {
    said.textContent = said.dataset.lost;
  };
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.body.addEventListener(failure, lost);
  }

  // A session that ended answers with the sign-in page: it must not take the place of the form.
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, pathInfo } = event.detail;
    const asked = new URL(pathInfo.requestPath, window.location.href);
    if (xhr.responseURL && new URL(xhr.responseURL).pathname !== asked.pathname) {
      event.detail.shouldSwap = false;
      lost();
    }
  });

  // Who keeps the other answer goes on at the question.
  document.body.addEventListener("htmx:afterSwap", (event) => {
    const question = document.getElementById(event.detail.target.id);
    if (question && question.classList.contains("question") && event.detail.requestConfig.verb === "get") {
      const field = question.querySelector("input:checked, input[type=radio]");
      if (field) {
        field.focus();
      }
    }
  });
})();
