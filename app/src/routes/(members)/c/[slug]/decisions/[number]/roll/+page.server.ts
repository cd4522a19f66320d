import { answerObjection, locate, objectToRoll, showRoll } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = ({ params }: { params: { slug: string; number: string } }) => ({
  slug: params.slug,
  number: Number(params.number),
});
const fixed = async (event: RequestEvent) => {
  const { decision } = await read(event, (context) => locate(context, address(event)));
  return { communityId: decision.communityId, decisionId: decision.id };
};

export const load: PageServerLoad = (event) =>
  read(event, (context) => showRoll(context, address(event), event.url.searchParams.get('after') ?? undefined));

export const actions: Actions = {
  object: async (event) =>
    submit(event, objectToRoll, { fixed: await fixed(event), next: () => `${event.url.pathname}#objections` }),
  answer: async (event) =>
    submit(event, answerObjection, { fixed: await fixed(event), next: () => `${event.url.pathname}#objections` }),
};
