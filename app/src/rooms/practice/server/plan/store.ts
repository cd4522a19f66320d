import type { Context } from '#platform/context.ts';

export interface NewItem {
  readonly communityId: string;
  readonly id: string;
  readonly what: string;
  readonly locale: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly dueOn: string | null;
  readonly addedBy: string;
}

export async function saveItem(context: Context, item: NewItem): Promise<void> {
  await context.db
    .insertInto('practice.planItem')
    .values({ ...item, addedAt: context.now })
    .execute();
}

export interface NewChange {
  readonly communityId: string;
  readonly itemId: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly words: string;
  readonly changedBy: string;
}

export async function saveChange(context: Context, change: NewChange): Promise<void> {
  await context.db
    .insertInto('practice.planChange')
    .values({ ...change, id: context.newId(), changedAt: context.now })
    .execute();
}
