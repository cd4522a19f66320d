/**
 * The map of the house: which room may walk into which. Only the rooms that stand today are listed.
 * `architecture.test.ts` holds it true and acyclic.
 */
export const roomMap = {
  people: [],
  communities: ['people'],
  messages: ['people', 'communities'],
  moderation: ['people', 'communities', 'messages'],
  forum: ['people', 'communities', 'messages', 'moderation'],
  needs: ['people', 'communities', 'messages', 'moderation', 'forum'],
  decisions: ['people', 'communities', 'messages', 'forum', 'needs'],
  commitments: ['people', 'communities', 'messages', 'moderation'],
  gatherings: ['people', 'communities', 'messages', 'moderation', 'forum', 'needs', 'decisions', 'commitments'],
  practice: ['people', 'communities', 'messages', 'commitments', 'gatherings'],
} as const satisfies Record<string, readonly string[]>;
