import type { Context } from '#platform/context.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import type { Cycle } from './find-cycle.ts';

/** What an expert brought. */
export interface ShownInput {
  readonly id: string;
  readonly who: string;
  readonly subject: string;
  readonly html: string;
  readonly locale: string;
  readonly givenOn: string;
}

/** Input for every table (`null`), or for every table and this one. */
export async function inputsOf(
  { db }: Context,
  { communityId, id }: Cycle,
  tableId: string | null,
): Promise<ShownInput[]> {
  const rows = await db
    .selectFrom('gatherings.expertInput')
    .select(['id', 'who', 'subject', 'text', 'locale', 'givenOn'])
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .where((eb) => eb.or([eb('tableId', 'is', null), ...(tableId ? [eb('tableId', '=', tableId)] : [])]))
    .orderBy('givenOn')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ text, ...row }) => ({ ...row, html: text === '' ? '' : renderMarkdown(text) }));
}
