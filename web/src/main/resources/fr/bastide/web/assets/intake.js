// Saves the form of somebody under attack while it is typed, and waits for the network when it is gone. Without this
// file the form works as well: each step is kept when it is sent.
"use strict";

(() => {
  const OURS = "intake:";
  const FIRST_PAUSE = 3000;
  const PAUSE = 1200;
  const RETRY = 5000;
  const form = document.querySelector("form[data-intake]");
  const key = form ? OURS + form.getAttribute("action") : "";

  // Whoever is on another page has sent what was typed on the pages before.
  for (const kept of Object.keys(sessionStorage)) {
    if (kept.startsWith(OURS) && kept !== key) {
      sessionStorage.removeItem(kept);
    }
  }
  if (!form) {
    return;
  }
  const state = form.querySelector("[data-state]");
  let timer = 0;
  let sending = false;
  let dirty = false;
  let leaving = false;

  const say = (text) => {
    if (state.textContent !== text) {
      state.textContent = text;
    }
  };

  const later = (pause) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, pause);
  };

  // What is typed stays in this tab until the house has it.
  const keep = () => {
    const typed = {};
    for (const [name, value] of new FormData(form)) {
      if (name !== "_csrf" && name !== "ticket") {
        typed[name] = value;
      }
    }
    sessionStorage.setItem(key, JSON.stringify(typed));
  };

  const restore = () => {
    const kept = sessionStorage.getItem(key);
    if (!kept) {
      return;
    }
    const typed = JSON.parse(kept);
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || field.type === "submit") {
        continue;
      }
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = typed[field.name] === field.value;
      } else if (field.name in typed) {
        field.value = typed[field.name];
      }
    }
    dirty = true;
    later(PAUSE);
  };

  // The first answers make the report: from then on they are kept behind its link.
  const learn = async (answer) => {
    const next = new URL(answer.url).pathname;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const reference = page.querySelector(".intake-reference strong");
    form.dataset.reference = reference ? reference.textContent : "";
    form.dataset.next = next;
    form.setAttribute("action", next.substring(0, next.lastIndexOf("/") + 1) + form.dataset.step);
    delete form.dataset.first;
  };

  // Whether the house has kept it; not when a person has to confirm.
  const send = async () => {
    const first = "first" in form.dataset;
    const answer = await fetch(form.getAttribute("action"), {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      credentials: "same-origin",
      redirect: first ? "follow" : "manual",
      headers: { Accept: "text/html" },
    });
    if (answer.type === "opaqueredirect") {
      return true;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    if (first && answer.redirected) {
      await learn(answer);
      return true;
    }
    return false;
  };

  const save = async () => {
    if (sending) {
      later(PAUSE);
      return;
    }
    sending = true;
    dirty = false;
    say(leaving ? form.dataset.waiting : form.dataset.saving);
    let lost = false;
    try {
      const kept = await send();
      if (leaving && kept) {
        sessionStorage.removeItem(key);
        window.location.assign(form.dataset.next);
        return;
      }
      if (leaving) {
        form.submit();
        return;
      }
      if (kept && !dirty) {
        sessionStorage.removeItem(key);
      }
      say(kept ? form.dataset.saved.replace("{0}", form.dataset.reference) : "");
    } catch (failure) {
      lost = true;
      dirty = true;
      say(leaving ? form.dataset.waiting : form.dataset.offline);
    } finally {
      sending = false;
    }
    if (dirty) {
      later(lost ? RETRY : PAUSE);
    }
  };

  form.addEventListener("input", () => {
    dirty = true;
    keep();
    later("first" in form.dataset ? FIRST_PAUSE : PAUSE);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    leaving = true;
    keep();
    save();
  });

  window.addEventListener("online", () => {
    if (dirty || leaving) {
      later(0);
    }
  });

  restore();
})();
