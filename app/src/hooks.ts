import type { Transport } from '@sveltejs/kit/hooks';

/** Kit's envelope round what a load returned. */
const isPageData = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'data' && 'uses' in value;

/**
 * No page is hydrated (routes/+layout.ts), yet Kit writes out everything a load returned as a script that nobody gets, which
 * costs more than rendering a list. It asks here how to write a value; for the whole of it one digit is enough.
 */
export const transport: Transport = {
  unsent: { encode: (value) => (isPageData(value) ? 1 : false), decode: () => undefined },
};
