import { personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';

/** Whose notices they are. */
export interface OwnNotices {
  readonly personId: string | undefined;
}

export const onNotices = {
  read: {
    sentence: 'messages.permission.read',
    who: ['person'],
    holds: (actor, { personId }) => personId !== undefined && personOf(actor) === personId,
  },
  leave: { sentence: 'messages.permission.leave', who: ['anyone'], holds: () => true },
} satisfies PermissionTable<OwnNotices>;
