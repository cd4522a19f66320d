import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Charter } from '../../charter.ts';
import { atDesk } from '../../permissions.ts';
import { InCommunity } from '../../words.ts';
import { signedIn } from '../signed-in.ts';
import { findCommunity } from './find-community.ts';
import { saveCharter } from './store.ts';

const WriteCharter = InCommunity.extend({ rules: Charter, why: z.string().trim().max(500).default('') });

/** Writes a new version of the charter; the earlier ones stay readable. Decisions already open keep the rules they opened with. */
export const writeCharter = describeAction(
  { name: 'communities.write-charter', input: WriteCharter, permission: atDesk.writeCharter, repeat: 'once' },
  async (context, { slug, rules, why }): Promise<{ version: number }> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.writeCharter, context.actor, { id });
    const version = await saveCharter(context, id, { rules, why, writtenBy: signedIn(context) });
    context.announce({ kind: 'communities.charter-written', communityId: id, version });
    return { version };
  },
);
