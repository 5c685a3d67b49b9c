// Sends files one by one and shows how far each has come; without it the form works all the same.
"use strict";
(function () {
  const form = document.getElementById("upload");
  const field = document.getElementById("file");
  const drop = document.getElementById("drop");
  const progress = document.getElementById("progress");
  if (!form || !field || !drop || !progress || !window.XMLHttpRequest) {
    return;
  }

  function line(name) {
    const item = document.createElement("p");
    const label = document.createElement("span");
    const bar = document.createElement("progress");
    const state = document.createElement("span");
    label.textContent = name + " ";
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", name);
    state.textContent = " " + form.dataset.sending;
    item.append(label, bar, state);
    progress.append(item);
    return { bar: bar, state: state };
  }

  function send(files, at) {
    if (at >= files.length) {
      field.value = "";
      return;
    }
    const file = files[at];
    const shown = line(file.name);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", function (event) {
      if (event.lengthComputable) {
        shown.bar.value = Math.round((100 * event.loaded) / event.total);
      }
    });
    request.addEventListener("loadend", function () {
      if (request.status === 401) {
        window.location.assign("/login");
        return;
      }
      const taken = request.status === 201;
      shown.bar.value = taken ? 100 : 0;
      shown.state.textContent =
        " " + (taken ? form.dataset.done : form.dataset.failed + request.responseText);
      send(files, at + 1);
    });
    request.open("PUT", window.location.pathname + "?name=" + encodeURIComponent(file.name));
    request.setRequestHeader("X-Form", form.dataset.form);
    request.send(file);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    send(Array.from(field.files), 0);
  });
  drop.addEventListener("dragover", function (event) {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", function () {
    drop.classList.remove("over");
  });
  drop.addEventListener("drop", function (event) {
    event.preventDefault();
    drop.classList.remove("over");
    send(Array.from(event.dataTransfer.files), 0);
  });
})();
