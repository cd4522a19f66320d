// The streets of a map: out of one file of this house, asked for in parts, drawn in the colours and the script of the page.
import { load } from './load.js';

const DRAWS = '/map/protomaps-leaflet-5.1.0.js';

/** The streets of this house where they reach at least one of the places; otherwise null. */
export async function findStreets(places) {
  const answer = await fetch('/map/streets', { headers: { accept: 'application/json' } });
  if (!answer.ok) return null;
  const { streets } = await answer.json();
  return streets && places.some((place) => covers(streets, place)) ? streets : null;
}

export const covers = ({ bounds: { south, west, north, east } }, [latitude, longitude]) =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

/** Lays the streets under everything else on a map, and says whose they are. */
export async function layStreets(map, streets) {
  if (!globalThis.protomapsL) await load('script', { src: DRAWS });
  const { south, west, north, east } = streets.bounds;
  const { lang } = document.documentElement;
  const colours = readColours();
  globalThis.protomapsL
    .leafletLayer({
      url: streets.file,
      lang,
      maxDataZoom: streets.maxZoom,
      bounds: [[south, west], [north, east]],
      paintRules: paintIn(colours),
      labelRules: writeIn(colours, lang),
      backgroundColor: colours.ground,
      attribution: '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
    })
    .addTo(map);
  globalThis.L.control.attribution({ prefix: false }).addTo(map);
}

function readColours() {
  const probe = document.createElement('i');
  document.body.append(probe);
  // A custom property says «light-dark(…)» of itself; only a colour that is used is one of the two.
  const used = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ground: used('--paper-deep'),
    road: used('--paper'),
    edge: used('--line-strong'),
    path: used('--line-strong'),
    house: used('--line'),
    green: used('--pine-wash'),
    water: used('--group-3'),
    ink: used('--ink'),
    soft: used('--ink-soft'),
  };
  probe.remove();
  return colours;
}

const GREEN = ['park', 'forest', 'wood', 'grass', 'grassland', 'scrub', 'cemetery', 'village_green', 'nature_reserve', 'meadow', 'orchard', 'vineyard', 'allotments', 'playground', 'garden'];
/** Pixels of width at a zoom for each kind of road: [zoom, pixels] pairs. */
const ROADS = {
  other: [[13, 0.5], [18, 6]],
  minor_road: [[12, 0.5], [15, 3], [18, 12]],
  major_road: [[7, 0.5], [12, 2], [15, 5], [18, 16]],
  highway: [[5, 0.7], [12, 3], [15, 7], [18, 20]],
};

function paintIn(colours) {
  const { PolygonSymbolizer, LineSymbolizer, exp } = globalThis.protomapsL;
  const isA = (...kinds) => (_zoom, { props }) => kinds.includes(props.kind);
  const area = (dataLayer, fill, filter) => ({ dataLayer, filter, symbolizer: new PolygonSymbolizer({ fill, opacity: dataLayer === 'water' ? 0.45 : 1 }) });
  const line = (dataLayer, filter, look) => ({ dataLayer, filter, symbolizer: new LineSymbolizer({ lineCap: 'round', lineJoin: 'round', ...look }) });
  const road = (kind, color, more) => {
    const width = exp(1.6, ROADS[kind]);
    return line('roads', isA(kind), { color, width: (zoom) => width(zoom) + more });
  };
  const onLine = ({ geomType }) => geomType === 2;
  const kinds = ['minor_road', 'major_road', 'highway'];
  return [
    area('earth', colours.ground),
    area('landuse', colours.green, isA(...GREEN)),
    area('water', colours.water, (_zoom, feature) => feature.geomType === 3),
    line('water', (_zoom, feature) => onLine(feature), { color: colours.water, opacity: 0.45, width: exp(1.6, [[9, 0.8], [18, 7]]) }),
    area('buildings', colours.house),
    line('roads', isA('other', 'path'), { color: colours.path, width: exp(1.6, [[13, 0.6], [18, 2]]), dash: [4, 3] }),
    ...kinds.map((kind) => road(kind, colours.edge, 1.6)),
    ...kinds.map((kind) => road(kind, colours.road, 0)),
    line('roads', isA('rail'), { color: colours.soft, width: 1.2 }),
    line('boundaries', undefined, { color: colours.soft, width: 0.8, opacity: 0.5 }),
  ];
}

function writeIn(colours, lang) {
  const { LineLabelSymbolizer, CenteredTextSymbolizer } = globalThis.protomapsL;
  const face = getComputedStyle(document.body).fontFamily;
  const labelProps = namesFor(lang);
  const look = { labelProps, fill: colours.ink, stroke: colours.ground, width: 2 };
  const along = (minzoom, kinds) => ({
    dataLayer: 'roads',
    minzoom,
    filter: (_zoom, { props }) => kinds.includes(props.kind),
    symbolizer: new LineLabelSymbolizer({ ...look, font: `400 12px ${face}` }),
  });
  const places = (kinds, font, fill) => ({
    dataLayer: 'places',
    filter: (_zoom, { props }) => kinds.includes(props.kind),
    symbolizer: new CenteredTextSymbolizer({ ...look, fill, font: `${font} ${face}`, maxLineChars: 18 }),
  });
  return [
    places(['locality'], '600 14px', colours.ink),
    places(['neighbourhood', 'macrohood'], '400 12px', colours.soft),
    along(13, ['highway', 'major_road']),
    along(15, ['minor_road', 'other', 'path']),
    { dataLayer: 'water', filter: (_zoom, { geomType }) => geomType === 2, minzoom: 13, symbolizer: new LineLabelSymbolizer({ ...look, font: `italic 400 12px ${face}` }) },
  ];
}

const NAMES = {
  'sr-Cyrl': ['name:sr-Cyrl', 'name:sr', 'name'],
  'sr-Latn': ['name:sr-Latn', 'latin', 'name'],
  mk: ['name:mk', 'name'],
  sq: ['name:sq', 'name:sr-Latn', 'latin', 'name'],
  en: ['name:en', 'name:sr-Latn', 'latin', 'name'],
};

/** The names to try for a reader, best first; who reads Latin gets a Cyrillic name letter by letter where the data has no other. */
function namesFor(lang) {
  const names = NAMES[lang] ?? NAMES.en;
  if (!names.includes('latin')) return names;
  return (_zoom, { props }) => {
    props.latin ??= inLatin(props['name:sr'] ?? props.name);
    return names;
  };
}

const CYRILLIC = [...'абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ'];
const LATIN = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š gj kj dz'.split(' ');
const LETTERS = new Map(
  CYRILLIC.flatMap((letter, place) => {
    const latin = LATIN[place];
    return [[letter, latin], [letter.toUpperCase(), latin[0].toUpperCase() + latin.slice(1)]];
  }),
);
const inLatin = (name) => name && [...name].map((letter) => LETTERS.get(letter) ?? letter).join('');
