import { onReport } from '../../report-permissions.ts';
import type { Part } from '../part.ts';
import { approveByLink } from './approve-by-link.ts';
import { approveWords } from './approve-words.ts';
import { askForYes } from './ask-for-yes.ts';
import { enterPaperYes } from './enter-paper-yes.ts';
import { makeSpeakerLink } from './make-speaker-link.ts';
import { objectByLink } from './object-by-link.ts';
import { objectToWords } from './object-to-words.ts';
import { publishReport } from './publish-report.ts';
import { withdrawReport } from './withdraw-report.ts';
import { writeReportText } from './write-report-text.ts';

export { type ShownFeed, showReportFeed, showReportsFeed } from './show-feed.ts';
export { showOwnWords } from './show-own-words.ts';
export { type ReportPage, reportOfGathering, showReport } from './show-report.ts';
export { type PlaceToWrite, type ReportDesk, showReportDesk } from './show-report-desk.ts';
export { type SpeakerLinkPage, showSpeakerLink } from './show-speaker-link.ts';
export type { SpeakersWords, WordsToApprove } from './speakers-words.ts';
export {
  approveByLink,
  approveWords,
  enterPaperYes,
  makeSpeakerLink,
  objectByLink,
  objectToWords,
  publishReport,
  withdrawReport,
  writeReportText,
};

export const reportPart: Part = {
  actions: [
    writeReportText,
    publishReport,
    withdrawReport,
    makeSpeakerLink,
    approveWords,
    objectToWords,
    approveByLink,
    objectByLink,
    enterPaperYes,
  ],
  permissions: [onReport],
  listeners: [askForYes],
};
