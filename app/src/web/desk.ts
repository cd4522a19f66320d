import type { Context } from '#platform/context.ts';
import { deskOfCommitments } from '#rooms/commitments/server/index.ts';
import type { Community, HomeItem } from '#rooms/communities/index.ts';
import { deskOfCycles } from '#rooms/gatherings/server/index.ts';
import { deskOfModeration } from '#rooms/moderation/server/index.ts';
import { deskOfNeeds } from '#rooms/needs/server/index.ts';

/** A room's places at the desk: where they lead and what they are for. */
export type DeskPart = (context: Context, community: Community) => readonly HomeItem[];

/** Each room that has a place at the desk adds one line here. */
const parts: readonly DeskPart[] = [deskOfNeeds, deskOfModeration, deskOfCycles, deskOfCommitments];

/** What the desk offers beside the places of the community itself. */
export const deskLinks = (context: Context, community: Community): HomeItem[] =>
  parts.flatMap((part) => part(context, community));
