import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { atDesk } from '../../permissions.ts';
import { groupNamed } from '../../say.ts';
import { SetBenchmark } from '../../words.ts';
import { signedIn } from '../signed-in.ts';
import { findCommunity } from './find-community.ts';
import { saveBenchmark } from './store.ts';

/** Writes down who lives here, by a named source. Throws a Refusal when the shares of one attribute pass 100 %. */
export const setBenchmark = describeAction(
  { name: 'communities.set-benchmark', input: SetBenchmark, permission: atDesk.describe, repeat: 'safe' },
  async (context, { slug, lines, source, year }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.describe, context.actor, { id });
    const rows = lines.map(({ attribute, group, percent }) => {
      return {
        attribute,
        groupName: groupNamed(context.language, attribute, group),
        share: Math.round(percent * 100),
        source,
        year,
      };
    });
    const sums = new Map<string, number>();
    for (const { attribute, share } of rows) sums.set(attribute, (sums.get(attribute) ?? 0) + share);
    if ([...sums.values()].some((sum) => sum > 10_000))
      throw new Refusal('communities.over-hundred', { kind: 'invalid' });
    if (new Set(rows.map((row) => `${row.attribute} ${row.groupName}`)).size < rows.length)
      throw new Refusal('communities.group-twice', { kind: 'invalid' });
    await saveBenchmark(context, id, { rows, setBy: signedIn(context) });
    context.announce({ kind: 'communities.benchmark-set', communityId: id });
  },
);
