import { answerAppeal, secondFold, setReportAside, showModerationDesk, unfoldPost } from '#rooms/forum/server/index.ts';
import {
  answerNeedAppeal,
  secondNeedFold,
  setNeedReportAside,
  showFoldedNeeds,
  showReportedNeeds,
  unfoldNeed,
} from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  read(event, async (context) => ({
    ...(await showModerationDesk(context, event.params.slug)),
    reportedNeeds: await showReportedNeeds(context, event.params.slug),
    foldedNeeds: await showFoldedNeeds(context, event.params.slug),
  }));

const done = ({ params }: { params: { slug: string } }) => ({
  fixed: { slug: params.slug },
  next: () => `/c/${params.slug}/desk/forum`,
});

export const actions: Actions = {
  aside: (event) => submit(event, setReportAside, done(event)),
  asideNeed: (event) => submit(event, setNeedReportAside, done(event)),
  second: (event) => submit(event, secondFold, done(event)),
  unfold: (event) => submit(event, unfoldPost, done(event)),
  answer: (event) => submit(event, answerAppeal, done(event)),
  secondNeed: (event) => submit(event, secondNeedFold, done(event)),
  unfoldNeed: (event) => submit(event, unfoldNeed, done(event)),
  answerNeed: (event) => submit(event, answerNeedAppeal, done(event)),
};
