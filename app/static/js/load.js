// Loads a file of the map when somebody opens one, and never before.
export function load(tag, attributes) {
  return new Promise((done, failed) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener('load', done);
    element.addEventListener('error', failed);
    document.head.append(element);
  });
}

export const loadMap = () =>
  Promise.all([
    load('link', { rel: 'stylesheet', href: '/map/leaflet-1.9.4.css' }),
    globalThis.L ? undefined : load('script', { src: '/map/leaflet-1.9.4.js' }),
  ]);
