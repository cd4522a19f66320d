import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Foldable } from '#rooms/moderation/server/index.ts';
import { mayKnow } from '../../permissions.ts';
import type { GatheringRole } from '../../words.ts';

/** Who runs a floor beside the desk, and so decides on its lines. */
const LEAD: readonly string[] = ['chair', 'moderator', 'rapporteur'];

/** A line of a floor: pages ask whether a fold is in force, and leave it out meanwhile. */
interface Line {
  readonly id: string;
  readonly gatheringId: string;
  readonly authorId: string | null;
  readonly text: string;
  readonly page: string;
}

/** A question asked at a gathering can be reported and folded. */
export const foldableQuestion: Foldable = foldableLine('question', async ({ db }, communityId, ids) => {
  const rows = await db
    .selectFrom('gatherings.question')
    .select(['id', 'gatheringId', 'askedBy as authorId', 'text'])
    .where('communityId', '=', communityId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({ ...row, page: 'questions' }));
});

/** So can a line of "what will we do differently". */
export const foldableReflection: Foldable = foldableLine('reflection', async ({ db }, communityId, ids) => {
  const rows = await db
    .selectFrom('gatherings.reflection')
    .select(['id', 'gatheringId', 'writtenBy as authorId', 'text'])
    .where('communityId', '=', communityId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({ ...row, page: 'reflect' }));
});

function foldableLine(
  kind: string,
  linesOf: (context: Context, communityId: string, ids: readonly string[]) => Promise<Line[]>,
): Foldable {
  return {
    kind,
    async find(context, communityId, ids) {
      const lines = await linesOf(context, communityId, ids);
      const gatherings = await gatheringsOf(context, communityId, [...new Set(lines.map((line) => line.gatheringId))]);
      return lines.flatMap(({ gatheringId, page, ...line }) => {
        const gathering = gatherings.get(gatheringId);
        if (!gathering) return [];
        const { theme, number, known, leaders } = gathering;
        return {
          ...{ ...line, communityId, known, leaders, title: theme, called: theme },
          page: `gatherings/${number}/${page}`,
          facts: { gatheringId },
        };
      });
    },
    hide: async () => undefined,
    show: async () => undefined,
  };
}

async function gatheringsOf({ db, actor }: Context, communityId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('gatherings.gathering')
    .select(['id', 'number', 'theme', 'audience'])
    .where('communityId', '=', communityId)
    .where('id', 'in', [...ids])
    .execute();
  const holders = await db
    .selectFrom('gatherings.role')
    .select(['gatheringId', 'personId', 'role'])
    .where('communityId', '=', communityId)
    .where('gatheringId', 'in', [...ids])
    .where('endedAt', 'is', null)
    .execute();
  const me = personOf(actor);
  return new Map(
    rows.map(({ id, audience, ...gathering }) => {
      const held = holders.filter(({ gatheringId }) => gatheringId === id);
      const roles = held.flatMap(({ personId, role }) => (personId === me ? [role as GatheringRole] : []));
      const leaders = held.flatMap(({ personId, role }) =>
        personId !== null && LEAD.includes(role) ? [personId] : [],
      );
      return [id, { ...gathering, leaders, known: mayKnow(actor, { communityId, audience, roles }) }];
    }),
  );
}
