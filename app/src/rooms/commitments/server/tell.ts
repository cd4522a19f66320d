import type { Context } from '#platform/context.ts';
import type { Facts } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import type { Found } from './find-commitment.ts';

/** What is told of one given word, and to whom. */
interface Telling {
  readonly kind: string;
  readonly to: readonly string[];
  readonly facts?: Facts;
  /** The part of its page that is meant. */
  readonly part?: string;
}

/** Tells people something of one given word; its page is where the notice leads. */
export const tellOf = (context: Context, { community, commitment }: Found, { kind, to, facts, part = '' }: Telling) =>
  notify(context, to, {
    communityId: community.id,
    kind,
    facts: { what: commitment.what, ...facts },
    href: `/c/${community.slug}/commitments/${commitment.number}${part}`,
    about: commitment.id,
    mail: 'soon',
  });

/** Announces what happened to one given word, with where it was given. */
export function announceOf(
  context: Context,
  { communityId, id, number, originKind, originId }: Found['commitment'],
  happened: { readonly kind: string; readonly [fact: string]: unknown },
): void {
  context.announce({ ...happened, communityId, commitmentId: id, number, originKind, originId });
}
