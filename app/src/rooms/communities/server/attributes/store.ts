import type { Context } from '#platform/context.ts';
import type { Attribute } from '../../words.ts';

/** What a person says of themselves; no group means "rather not say", so that they are not asked again. */
export interface Saying {
  readonly personId: string;
  readonly attribute: Attribute;
  readonly group: string | null;
  readonly purpose: string;
}

export async function saveAttribute(context: Context, communityId: string, saying: Saying): Promise<void> {
  const { personId, attribute, group, purpose } = saying;
  const said = { groupName: group, purpose, consentedAt: context.now };
  await context.db
    .insertInto('communities.attribute')
    .values({ communityId, personId, attribute, ...said })
    .onConflict((conflict) => conflict.columns(['communityId', 'personId', 'attribute']).doUpdateSet(said))
    .execute();
}

/** Takes back one thing said, or everything; nothing of it is kept. */
export async function removeAttributes(
  context: Context,
  communityId: string,
  { personId, attribute }: { readonly personId: string; readonly attribute?: Attribute },
): Promise<void> {
  let query = context.db
    .deleteFrom('communities.attribute')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId);
  if (attribute) query = query.where('attribute', '=', attribute);
  await query.execute();
}
