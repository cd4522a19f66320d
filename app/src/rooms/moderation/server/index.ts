import type { Room } from '#platform/room.ts';
import { onModeration, onThing } from '../permissions.ts';
import { moderationTables } from '../tables.ts';
import { answerAppeal, appealFold } from './appeal-fold.ts';
import { foldThing } from './fold-thing.ts';
import { reportThing } from './report-thing.ts';
import { secondFold, unfoldThing } from './second-fold.ts';
import { setReportAside } from './set-report-aside.ts';
import { unfoldUnseconded } from './unfold.ts';

export type { Kept } from '../tables.ts';
export { emptyFold } from './empty-fold.ts';
export { findThing } from './find-thing.ts';
export { foldFound } from './fold-thing.ts';
export { type Foldable, foldable, type Thing } from './foldable.ts';
export { foldsOf, isFolded } from './folds-of.ts';
export { deskOfModeration, homeOfModeration, hurtsWaitingForMe } from './home.ts';
export { type LogLine, showFold, showModerationDesk, showModerationLog } from './queries.ts';
export { answerAppeal, appealFold, foldThing, reportThing, secondFold, setReportAside, unfoldThing };

/** What the house needs of this room. */
export const moderationRoom: Room = {
  name: 'moderation',
  actions: [reportThing, setReportAside, foldThing, secondFold, unfoldThing, appealFold, answerAppeal],
  permissions: [onModeration, onThing],
  listeners: [],
  ticks: [unfoldUnseconded],
  tables: moderationTables,
};
