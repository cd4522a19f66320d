import type { Context } from '#platform/context.ts';
import { CODE_LASTS, type RecentCode, type Target } from '../../rules.ts';
import { hashKnock } from '../sessions/secrets.ts';

const DAY = 86_400_000;

/** Every code sent to one address within the last day. */
export const recentCodes = (context: Context, { channel, value }: Target): Promise<RecentCode[]> =>
  context.db
    .selectFrom('people.code')
    .select(['sentAt', 'tries', 'provenAt'])
    .where('channel', '=', channel)
    .where('target', '=', value)
    .where('sentAt', '>', new Date(context.now.getTime() - DAY))
    .execute();

/** The last code this browser asked for, if it still opens: waiting to be typed in, or proven a moment ago. */
export const lastCode = (context: Context, knock: string, purpose: 'sign-in' | 'address') =>
  context.db
    .selectFrom('people.code')
    .select(['id', 'channel', 'target', 'codeHash', 'personId', 'demoCode', 'tries', 'provenAt', 'usedAt'])
    .where('knockHash', '=', hashKnock(knock))
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('provenAt', 'is', null), eb('expiresAt', '>', context.now)]),
        eb('provenAt', '>', new Date(context.now.getTime() - CODE_LASTS)),
      ]),
    )
    .orderBy('sentAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** Who may sit down with this address, in the order in which they came. */
export const peopleAt = (context: Context, { channel, value }: Target) =>
  context.db
    .selectFrom('people.address as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .select(['p.id', 'p.name', 'a.confirmedAt', 'a.knownBy'])
    .where('a.channel', '=', channel)
    .where('a.value', '=', value)
    .orderBy('p.cameAt')
    .execute();
