// "Choose on a map": loads the map when somebody asks for it, and fills a field with the spot they choose. The form is whole without it.
import { loadMap } from './load.js';
import { covers, findStreets, layStreets } from './streets.js';

/** Metres between two lines of the grid: the first that leaves at most a dozen across the map. */
const STEPS = [50, 100, 250, 500, 1000, 5000, 20000, 100000];
const METRES_A_DEGREE = 111_320;

for (const button of document.querySelectorAll('[data-pick]')) {
  const box = document.getElementById(button.dataset.pick);
  const field = document.getElementById(box?.dataset.of ?? '');
  if (!field) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    box.hidden = false;
    button.disabled = true;
    const output = box.querySelector('output');
    try {
      await loadMap();
      const answer = await fetch(box.dataset.places, { headers: { accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      const places = await answer.json();
      // Without anything known there would be nothing to find one's way by.
      if (!places.centre && places.points.length === 0) throw new Error('nothing known');
      const map = showMap(box, field, places);
      await addStreets(box, map, places);
      box.querySelector('.map').focus();
    } catch {
      button.disabled = false;
      box.querySelector('.map').hidden = true;
      output.value = output.dataset.failed;
    }
  });
}

/** Streets where this house has them for this place; without them the map stays as it is drawn. */
async function addStreets(box, { map, drawGrid }, { centre, points }) {
  const streets = await findStreets([...(centre ? [centre] : []), ...points.map(({ at }) => at)]).catch(() => null);
  if (!streets) return;
  await layStreets(map, streets);
  const words = box.querySelector('[data-streets]');
  words.textContent = words.dataset.streets;
  map.off('moveend', drawGrid);
  const outside = () => {
    const { lat, lng } = map.getCenter();
    drawGrid(!covers(streets, [lat, lng]));
  };
  map.on('moveend', outside);
  outside();
}

function showMap(box, field, { centre, points }) {
  const { L } = globalThis;
  const ink = getComputedStyle(document.documentElement);
  const colour = (name) => ink.getPropertyValue(name).trim();
  const map = L.map(box.querySelector('.map'), { attributionControl: false, minZoom: 9, maxZoom: 18 });
  L.control.scale({ imperial: false }).addTo(map);
  const known = [...points.map(({ at }) => at), ...(centre ? [centre] : [])];
  const typed = field.value.split(/[,;\s]+/).map(Number);
  const before = typed.length === 2 && typed.every(Number.isFinite) ? typed : undefined;
  if (before) map.setView(before, 15);
  else if (known.length > 1) map.fitBounds(L.latLngBounds(known).pad(0.3), { maxZoom: 15 });
  else map.setView(known[0], 14);
  const grid = L.layerGroup().addTo(map);
  const drawGrid = (wanted) => {
    grid.clearLayers();
    if (!wanted) return;
    for (const line of linesOf(map.getBounds()))
      L.polyline(line, { color: colour('--line-strong'), weight: 1, interactive: false }).addTo(grid);
  };
  map.on('moveend', drawGrid);
  drawGrid(true);
  const dot = (at, name, more = {}) =>
    L.circleMarker(at, { radius: 6, color: colour(name), fillColor: colour(name), fillOpacity: 0.7, weight: 2, ...more }).addTo(map);
  const name = (pin, text) => pin.bindTooltip(text, { permanent: true, direction: 'right', offset: [8, 0] });
  if (centre) name(dot(centre, '--ink', { interactive: false, fillOpacity: 0, radius: 9 }), box.dataset.name);
  for (const { number, at } of points) name(dot(at, '--pine', { bubblingMouseEvents: true }), String(number));
  const output = box.querySelector('output');
  let pin = before && dot(before, '--brick', { interactive: false, radius: 9 });
  const choose = ({ lat, lng }) => {
    const { lat: latitude, lng: longitude } = L.latLng(lat, lng).wrap();
    field.value = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
    pin = pin ? pin.setLatLng([lat, lng]) : dot([lat, lng], '--brick', { interactive: false, radius: 9 });
    output.value = `${output.dataset.chosen} ${field.value}`;
  };
  map.on('click', ({ latlng }) => choose(latlng));
  box.querySelector('.press').addEventListener('click', () => choose(map.getCenter()));
  return { map, drawGrid };
}

/** Lines of a grid of whole metres that covers what is seen. */
function linesOf(bounds) {
  const [south, west, north, east] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const width = (east - west) * METRES_A_DEGREE * shrink;
  const step = STEPS.find((metres) => width / metres <= 12) ?? STEPS.at(-1);
  const lines = [];
  const high = step / METRES_A_DEGREE;
  const wide = high / shrink;
  for (let at = Math.floor(south / high) * high; at < north; at += high) lines.push([[at, west], [at, east]]);
  for (let at = Math.floor(west / wide) * wide; at < east; at += wide) lines.push([[south, at], [north, at]]);
  return lines;
}
