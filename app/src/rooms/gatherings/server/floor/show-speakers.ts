import type { Context } from '#platform/context.ts';
import { missingOnPanel } from '../../floor-rules.ts';
import { DECLARATIONS, type Declaration, type WordsKind } from '../../floor-words.ts';
import type { FoundFloor } from './find-floor.ts';

/** A speaker as everyone sees them. */
export interface ShownSpeaker {
  readonly id: string;
  readonly personId: string | null;
  /** Empty after erasure. */
  readonly name: string;
  readonly organisation: string;
  readonly organisationSlug: string | null;
  readonly country: string | null;
  /** Only what the speaker said yes to; null while nothing is. */
  readonly profile: ShownWords | null;
  readonly case: ShownWords | null;
  /** Something newer is written that they have not said yes to. */
  readonly awaits: boolean;
}

export interface ShownWords {
  readonly text: string;
  readonly locale: string;
}

/** Who speaks, and what no speaker has said of themself on a panel of three or more. */
export interface Panel {
  readonly speakers: readonly ShownSpeaker[];
  readonly missing: readonly Declaration[];
}

/** The speakers of a gathering in their order. */
export async function panelOf(context: Pick<Context, 'db'>, at: FoundFloor['at']): Promise<Panel> {
  const rows = await context.db
    .selectFrom('gatherings.speaker as s')
    .leftJoin('communities.organisation as o', 'o.id', 's.organisationId')
    .select(['s.id', 's.personId', 's.name', 's.organisation', 's.country', 'o.name as ownName', 'o.slug as ownSlug'])
    .where('s.communityId', '=', at.communityId)
    .where('s.gatheringId', '=', at.gatheringId)
    .where('s.withdrawnAt', 'is', null)
    .orderBy('s.position')
    .execute();
  const ids = rows.map(({ id }) => id);
  const [words, said] = [await wordsOf(context, at, ids), await saidBy(context, at, ids)];
  const speakers = rows.map(({ ownName, ownSlug, ...row }) => {
    const profile = words.get(`${row.id} profile`);
    const itsCase = words.get(`${row.id} case`);
    return {
      ...row,
      organisation: ownName ?? row.organisation,
      organisationSlug: ownSlug,
      profile: profile?.approved ?? null,
      case: itsCase?.approved ?? null,
      awaits: [profile, itsCase].some((one) => one !== undefined && !one.newestApproved),
    };
  });
  const says = rows.map(({ id }) => ({ said: said.get(id) ?? new Map() }));
  return { speakers, missing: missingOnPanel(says, DECLARATIONS) };
}

async function wordsOf({ db }: Pick<Context, 'db'>, at: FoundFloor['at'], ids: readonly string[]) {
  const kinds: readonly WordsKind[] = ['profile', 'case'];
  const found = new Map<string, { approved: ShownWords | null; newestApproved: boolean }>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('gatherings.speakerWords as w')
    .leftJoin('gatherings.wordsApproval as a', (join) =>
      join.onRef('a.communityId', '=', 'w.communityId').onRef('a.wordsId', '=', 'w.id'),
    )
    .select(['w.speakerId', 'w.kind', 'w.text', 'w.locale', 'a.approvedAt'])
    .where('w.communityId', '=', at.communityId)
    .where('w.speakerId', 'in', [...ids])
    .where('w.kind', 'in', kinds)
    .orderBy('w.version')
    .execute();
  for (const { speakerId, kind, text, locale, approvedAt } of rows) {
    const key = `${speakerId} ${kind}`;
    const approved = approvedAt ? { text, locale } : (found.get(key)?.approved ?? null);
    found.set(key, { approved, newestApproved: approvedAt !== null });
  }
  return found;
}

async function saidBy({ db }: Pick<Context, 'db'>, at: FoundFloor['at'], ids: readonly string[]) {
  const said = new Map<string, Map<Declaration, 'yes' | 'no'>>();
  if (ids.length === 0) return said;
  const rows = await db
    .selectFrom('gatherings.speakerDeclaration')
    .select(['speakerId', 'about', 'said'])
    .where('communityId', '=', at.communityId)
    .where('speakerId', 'in', [...ids])
    .execute();
  for (const row of rows) {
    const of = said.get(row.speakerId) ?? new Map<Declaration, 'yes' | 'no'>();
    of.set(row.about as Declaration, row.said === 'yes' ? 'yes' : 'no');
    said.set(row.speakerId, of);
  }
  return said;
}
