// Adds a passkey, and signs in with one. Without this file a password does.
"use strict";

(() => {
  const usable = (host) =>
    window.PublicKeyCredential &&
    PublicKeyCredential.parseCreationOptionsFromJSON &&
    location.hostname === host;

  async function post(path, body) {
    const proof = document.querySelector("input[name=_csrf]");
    const answer = await fetch(path, {
      method: "POST",
      headers: {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "X-XSRF-TOKEN": proof.value,
      },
      body: body ? JSON.stringify(body) : null,
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return answer.json();
  }

  async function enter(then) {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(
      await post("/sign-in/passkey/options"));
    const shown = await navigator.credentials.get({ publicKey: options });
    return post(`/sign-in/passkey?then=${encodeURIComponent(then)}`, shown.toJSON());
  }

  async function add(label) {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(
      await post("/account/passkeys/options"));
    const made = await navigator.credentials.create({ publicKey: options });
    return post(`/account/passkeys?label=${encodeURIComponent(label)}`, made.toJSON());
  }

  async function attempt(place, work) {
    const problem = place.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    try {
      const done = await work();
      location.assign(done.then);
    } catch (refused) {
      problem.hidden = false;
    }
  }

  for (const place of document.querySelectorAll("[data-passkey-host]")) {
    if (!usable(place.dataset.passkeyHost)) {
      continue;
    }
    place.hidden = false;
    const button = place.querySelector("[data-passkey=enter]");
    if (button) {
      button.addEventListener("click", () => attempt(place, () => enter(button.dataset.then)));
    }
    if (place.dataset.passkey === "add") {
      place.addEventListener("submit", (event) => {
        event.preventDefault();
        attempt(place, () => add(place.elements.label.value));
      });
    }
  }
})();
