import { locate, recordAnswer, showOutcome } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

const address = ({ params }: { params: { slug: string; number: string } }) => ({
  slug: params.slug,
  number: Number(params.number),
});

export const load: PageServerLoad = (event) => read(event, (context) => showOutcome(context, address(event)));

export const actions: Actions = {
  answer: async (event) => {
    const { decision } = await read(event, (context) => locate(context, address(event)));
    const fixed = { communityId: decision.communityId, decisionId: decision.id };
    return submit(event, recordAnswer, { fixed, next: () => `${event.url.pathname}#answers` });
  },
};
