import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { writeSearchEntry } from '#platform/search.ts';
import { type Charter, plainCharter } from '../../charter.ts';
import { onHouse } from '../../permissions.ts';
import { type FoundCommunity, FoundWithRules } from '../../words.ts';
import { saveMembership } from '../membership/store.ts';
import { saveGrant } from '../roles/store.ts';
import { signedIn } from '../signed-in.ts';
import { saveCharter, saveCommunity } from './store.ts';

/** What a community begins with beside its description. */
interface Beginning {
  readonly community: FoundCommunity;
  readonly founderId: string;
  readonly charter: Charter;
}

/** Writes a community with its founder as first member and steward, marked as named alone, and its first charter. */
export async function beginCommunity(context: Context, { community, founderId, charter }: Beginning): Promise<string> {
  const id = await saveCommunity(context, { community, foundedBy: founderId });
  if (!id)
    throw new Refusal('communities.address-taken', {
      kind: 'invalid',
      fields: { slug: { key: 'communities.refusal.address-taken' } },
    });
  await saveCharter(context, id, { rules: charter, writtenBy: founderId, why: '' });
  await saveMembership(context, { communityId: id, personId: founderId, how: 'founded', belonging: 'lives-here' });
  await saveGrant(context, {
    communityId: id,
    personId: founderId,
    role: 'steward',
    grantedBy: founderId,
    alone: true,
  });
  const { name, englishName, place, locale } = community;
  const text = `${englishName ?? ''} ${place}`;
  const entry = { communityId: id, kind: 'community', id, path: '', audience: 'public' } as const;
  await writeSearchEntry(context, { ...entry, title: name, text, locale });
  context.announce({ kind: 'communities.community-founded', communityId: id });
  return id;
}

/** Founds a community: who does it is its first member and steward. Throws a Refusal when the address is taken. */
export const foundCommunity = describeAction(
  { name: 'communities.found-community', input: FoundWithRules, permission: onHouse.found, repeat: 'once' },
  async (context, community): Promise<{ slug: string }> => {
    authorize(onHouse.found, context.actor, undefined);
    const founderId = signedIn(context);
    await limit(context, `communities.found:${founderId}`, { most: 3, seconds: 86_400 });
    const { answersForData, law, ...description } = community;
    const { country, locale } = description;
    const charter = plainCharter({ country, locale, answersForData, law });
    await beginCommunity(context, { community: description, founderId, charter });
    return { slug: community.slug };
  },
);
