import type { CallingVillage } from '../testing.ts';
import { checkEvent } from './check-event.ts';
import { importEvent } from './import-event.ts';
import type { EventPreview } from './planned.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Looks at a file as the village's facilitator does. */
export const checkIn = (
  v: CallingVillage,
  {
    text,
    fileName,
    number,
  }: { readonly text: string | Uint8Array; readonly fileName: string; readonly number?: number },
): Promise<EventPreview> =>
  v.reads(v.mira, (context) =>
    checkEvent(context, { slug: v.slug, number, fileName, bytes: typeof text === 'string' ? bytes(text) : text }),
  );

/** Brings in what was looked at. */
export const bringIn = async (v: CallingVillage, preview: EventPreview, number?: number) =>
  importEvent(
    v.house,
    { actor: await v.actor(v.mira), language: v.house.languages.of('en') },
    { slug: v.slug, preview, number },
  );

/** What is wrong, each with its line. */
export const wrong = ({ bad }: EventPreview): string[] =>
  bad.flatMap(({ line, problems }) => problems.map(({ problem }) => `${line} ${problem.key.split('.').at(-1)}`));
