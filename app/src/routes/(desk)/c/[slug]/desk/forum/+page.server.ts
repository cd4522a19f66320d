import { answerAppeal, secondFold, showModerationDesk, unfoldPost } from '#rooms/forum/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showModerationDesk(context, event.params.slug));

const done = ({ params }: { params: { slug: string } }) => ({
  fixed: { slug: params.slug },
  next: () => `/c/${params.slug}/desk/forum`,
});

export const actions: Actions = {
  second: (event) => submit(event, secondFold, done(event)),
  unfold: (event) => submit(event, unfoldPost, done(event)),
  answer: (event) => submit(event, answerAppeal, done(event)),
};
