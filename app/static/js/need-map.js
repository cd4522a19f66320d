// "Show on streets": lays the needs that are drawn on the page over the streets of this house. The drawing and the list are whole without it.
import { loadMap } from './load.js';
import { findStreets, layStreets } from './streets.js';

for (const button of document.querySelectorAll('[data-streets]')) {
  const drawing = document.getElementById(button.dataset.streets);
  if (!drawing) continue;
  const places = [...drawing.querySelectorAll('a[data-at]')].map((link) => ({
    at: link.dataset.at.split(',').map(Number),
    href: link.getAttribute('href'),
    number: link.textContent.trim(),
    name: link.getAttribute('aria-label'),
  }));
  const streets = await findStreets(places.map(({ at }) => at)).catch(() => null);
  if (!streets) continue;
  button.hidden = false;
  button.addEventListener('click', () => show({ button, drawing, places, streets }));
}

async function show({ button, drawing, places, streets }) {
  const frame = drawing.parentElement.querySelector('.map');
  button.disabled = true;
  try {
    await loadMap();
    frame.hidden = false;
    const { L } = globalThis;
    const map = L.map(frame, { attributionControl: false, minZoom: 9, maxZoom: 18 });
    L.control.scale({ imperial: false }).addTo(map);
    map.fitBounds(L.latLngBounds(places.map(({ at }) => at)).pad(0.2), { maxZoom: 16 });
    await layStreets(map, streets);
    const pins = L.layerGroup().addTo(map);
    const draw = () => {
      pins.clearLayers();
      for (const group of groupsOf(map, places)) pinOf(group).addTo(pins);
    };
    map.on('zoomend', draw);
    draw();
    drawing.remove();
    button.remove();
    frame.focus();
  } catch {
    frame.hidden = true;
    button.disabled = false;
    const output = drawing.parentElement.querySelector('output');
    output.value = output.dataset.failed;
  }
}

/** A thumb needs this many pixels between two needs; what stands closer shares a pin. */
const APART = 44;

function groupsOf(map, places) {
  const groups = [];
  for (const place of places) {
    const spot = map.project(place.at);
    const near = groups.find((group) => group.spot.distanceTo(spot) < APART);
    if (near) near.places.push(place);
    else groups.push({ spot, places: [place] });
  }
  return groups;
}

function pinOf({ places: [first, ...others] }) {
  const { L } = globalThis;
  const words = others.length > 0 ? `${first.number} +${others.length}` : first.number;
  const name = [first, ...others].map((place) => place.name).join('; ');
  const icon = L.divIcon({ className: 'need-pin', html: words, iconSize: [others.length > 0 ? 48 : 30, 30] });
  const pin = L.marker(first.at, { icon, title: name, alt: name });
  if (others.length > 0) return pin.bindPopup(listOf([first, ...others]), { minWidth: 220, maxHeight: 260 });
  return pin.on('click keypress', ({ type, originalEvent }) => {
    if (type === 'click' || originalEvent.key === 'Enter') location.assign(first.href);
  });
}

function listOf(places) {
  const list = document.createElement('ul');
  for (const { href, name } of places) {
    const link = Object.assign(document.createElement('a'), { href, textContent: name });
    list.appendChild(document.createElement('li')).append(link);
  }
  return list;
}
