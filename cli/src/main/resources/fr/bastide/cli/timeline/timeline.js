"use strict";
(() => {
  const form = document.getElementById("filter");
  const status = document.getElementById("shown");
  const needle = document.getElementById("needle");
  if (!form || !status || !needle) {
    return;
  }
  const alerts = [...document.querySelectorAll("li.alert")];
  const days = [...document.querySelectorAll("section.day")];
  const words = alerts.map((alert) => alert.textContent.toLowerCase());
  const apply = () => {
    const levels = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const wanted = needle.value.trim().toLowerCase();
    let shown = 0;
    alerts.forEach((alert, i) => {
      const fits = levels.has(alert.dataset.level) && words[i].includes(wanted);
      alert.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    days.forEach((day) => {
      day.hidden = !day.querySelector("li.alert:not([hidden])");
    });
    status.textContent = status.dataset.shown
      .replace("{shown}", String(shown))
      .replace("{all}", String(alerts.length));
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
