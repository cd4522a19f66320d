import type { Room } from '#platform/room.ts';
import { commitmentsRoom } from './commitments/server/index.ts';
import { communitiesRoom } from './communities/server/index.ts';
import { decisionsRoom } from './decisions/server/index.ts';
import { forumRoom } from './forum/server/index.ts';
import { gatheringsRoom } from './gatherings/server/index.ts';
import { messagesRoom } from './messages/server/index.ts';
import { moderationRoom } from './moderation/server/index.ts';
import { needsRoom } from './needs/server/index.ts';
import { peopleRoom } from './people/server/index.ts';
import { practiceRoom } from './practice/server/index.ts';

/** Every room that stands, in the order in which they may walk into each other. */
export const allRooms: readonly Room[] = [
  peopleRoom,
  communitiesRoom,
  messagesRoom,
  moderationRoom,
  forumRoom,
  needsRoom,
  decisionsRoom,
  commitmentsRoom,
  gatheringsRoom,
  practiceRoom,
];
