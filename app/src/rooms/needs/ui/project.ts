/** A place on the earth, and where it stands in a picture of 100 by 70. */
interface Placed {
  readonly latitude: number;
  readonly longitude: number;
}

const WIDTH = 100;
const HEIGHT = 70;
const EDGE = 8;
/** About a kilometre: closer than this no picture goes, or a single point would fill it. */
const LEAST_DEGREES = 0.01;

/** Puts points into a picture with north on top; a degree of longitude is as short as it is at that latitude. */
export function project<Point extends Placed>(points: readonly Point[]): (Point & { x: number; y: number })[] {
  if (points.length === 0) return [];
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const latitudes = points.map(({ latitude }) => latitude);
  const north = middle(latitudes);
  const shrink = Math.cos((north * Math.PI) / 180);
  const eastings = points.map(({ longitude }) => longitude * shrink);
  const east = middle(eastings);
  const scale = Math.min(
    (WIDTH - 2 * EDGE) / Math.max(span(eastings), LEAST_DEGREES),
    (HEIGHT - 2 * EDGE) / Math.max(span(latitudes), LEAST_DEGREES),
  );
  return points.map((point) => ({
    ...point,
    x: Number((WIDTH / 2 + (point.longitude * shrink - east) * scale).toFixed(2)),
    y: Number((HEIGHT / 2 - (point.latitude - north) * scale).toFixed(2)),
  }));
}
