import type { OpinionGroups } from '@sofra/counting';

/** What the page of a conversation shows of a count: sizes and statements, never a person. */
export interface OpinionPicture {
  readonly credible: boolean;
  readonly stability: number;
  readonly groups: readonly { readonly people: number; readonly says: readonly number[] }[];
  readonly together: readonly number[];
}

const MOST = 5;

/** The count without its people; statements by their position in the conversation. */
export const pictureOf = (found: OpinionGroups, position: ReadonlyMap<string, number>): OpinionPicture => ({
  credible: found.credible,
  stability: found.stability,
  groups: found.groups.map((people, at) => ({
    people: people.length,
    says: (found.representative[at] ?? []).slice(0, MOST).map(({ id }) => position.get(id) ?? -1),
  })),
  together: found.consensus.slice(0, MOST).map(({ id }) => position.get(id) ?? -1),
});
