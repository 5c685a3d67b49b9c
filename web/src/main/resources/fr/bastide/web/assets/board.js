// The map of the board: our own outlines and points, no tile from outside. The table says the same.
"use strict";

(() => {
  const ground = document.getElementById("map");
  if (!ground || typeof L === "undefined") {
    return;
  }

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const hues = { A: "--leaf", B: "--river", C: "--sun", D: "--wall", E: "--ink" };

  // A grade is a letter in a square, never a colour alone.
  const Square = L.CircleMarker.extend({
    _updatePath() {
      this._renderer._updateSquare(this);
    },
  });
  L.Canvas.include({
    _updateSquare(layer) {
      if (!this._drawing || layer._empty()) {
        return;
      }
      const pen = this._ctx;
      const side = layer._radius;
      const at = layer._point;
      pen.beginPath();
      pen.rect(at.x - side, at.y - side, 2 * side, 2 * side);
      pen.fillStyle = token("--card");
      pen.fill();
      pen.lineWidth = 2;
      pen.strokeStyle = token(hues[layer.options.grade]);
      pen.setLineDash(layer.options.estimated ? [3, 2] : []);
      pen.stroke();
      pen.setLineDash([]);
      pen.fillStyle = token("--ink");
      pen.font = `700 ${Math.round(side * 1.5)}px Georgia, serif`;
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      pen.fillText(layer.options.grade, at.x, at.y + 1);
    },
  });

  const popup = (properties) => {
    const box = document.createElement("div");
    const link = document.createElement("a");
    link.href = "/bodies/" + encodeURIComponent(properties.id);
    link.textContent = properties.name;
    const line = document.createElement("div");
    line.textContent =
      `${properties.grade} · ${properties.point}/100` +
      (properties.example ? ` · ${ground.dataset.example}` : "") +
      (properties.estimated ? ` · ${ground.dataset.estimated}` : "");
    box.append(link, line);
    return box;
  };

  const read = async (url) => {
    const answer = await fetch(url, { headers: { Accept: "application/geo+json" } });
    return answer.ok ? answer.json() : { type: "FeatureCollection", features: [] };
  };

  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  document.getElementById("map-figure").hidden = false;
  const map = L.map(ground, {
    renderer: L.canvas({ padding: 0.3 }),
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    zoomSnap: 0.25,
    minZoom: 3,
    maxZoom: 12,
  });
  L.control
    .zoom({ zoomInTitle: ground.dataset.zoomIn, zoomOutTitle: ground.dataset.zoomOut })
    .addTo(map);

  let points = L.layerGroup();
  const show = async (url) => {
    const found = await read(url);
    const fresh = L.geoJSON(found, {
      pointToLayer: (feature, at) =>
        new Square(at, {
          radius: 7,
          grade: feature.properties.grade,
          estimated: feature.properties.estimated,
          bubblingMouseEvents: false,
        }),
      onEachFeature: (feature, layer) => layer.bindPopup(() => popup(feature.properties)),
    });
    points.remove();
    points = fresh.addTo(map);
    const guessed = document.getElementById("map-estimated");
    guessed.hidden = !found.features.some((feature) => feature.properties.estimated);
  };

  (async () => {
    const outlines = L.geoJSON(await read(ground.dataset.outlines), {
      interactive: false,
      style: () => ({ color: token("--edge"), weight: 1, fillColor: token("--stone"), fillOpacity: 1 }),
    }).addTo(map);
    if (outlines.getBounds().isValid()) {
      map.fitBounds(outlines.getBounds(), { animate: false, padding: [8, 8] });
    }
    await show(ground.dataset.points);
  })();

  // The map follows the filters of the table.
  document.addEventListener("htmx:pushedIntoHistory", (event) => {
    const query = event.detail.path.includes("?") ? event.detail.path.slice(event.detail.path.indexOf("?")) : "";
    show("/board/points.geojson" + query);
  });
})();
