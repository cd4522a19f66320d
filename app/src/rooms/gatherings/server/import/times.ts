const DAYS = /^(\d{4})-(\d{1,2})-(\d{1,2})$|^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\.?$/;

/** A day written as `2026-12-05` or `5. 12. 2026.`; anything else, and days that are none, is undefined. */
export function dayOf(text: string): string | undefined {
  const [, y, m, d, day, month, year] = DAYS.exec(text.trim()) ?? [];
  const parts = [y ?? year, m ?? month, d ?? day];
  if (parts.some((part) => part === undefined)) return undefined;
  const iso = parts.map((part) => (part ?? '').padStart(2, '0')).join('-');
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

const CLOCK = String.raw`(\d{1,2})[:.](\d{2})(?:\s*(?:h|ч|č)\b\.?)?`;
const SPAN = new RegExp(String.raw`^${CLOCK}(?:\s*[–—-]\s*${CLOCK})?`, 'u');

/** A stretch of the clock at the beginning of a text: `10:00`, `10.00–11.30`; `rest` is what follows. */
export interface Span {
  readonly from: string;
  readonly to: string | undefined;
  readonly rest: string;
}

/** Reads it; `wrong` when it looks like one and the clock has no such minute; undefined when it doesn't look like one. */
export function spanOf(text: string): Span | 'wrong' | undefined {
  const match = SPAN.exec(text);
  if (!match) return undefined;
  const [whole, h1, m1, h2, m2] = match;
  const from = minute(h1, m1);
  const to = h2 === undefined ? undefined : minute(h2, m2);
  if (!from || (h2 !== undefined && !to)) return 'wrong';
  const rest = text
    .slice(whole.length)
    .replace(/^\s*[|:–—-]?\s*/u, '')
    .trim();
  return { from, to, rest };
}

function minute(hours: string | undefined, minutes: string | undefined): string | undefined {
  const [h, m] = [Number(hours), Number(minutes)];
  return h < 24 && m < 60 ? `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` : undefined;
}
