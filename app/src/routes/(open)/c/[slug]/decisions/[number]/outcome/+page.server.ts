import { locate, recordAnswer, showOutcome } from '#rooms/decisions/server/index.ts';
import { outcomeOnCard } from '#rooms/decisions/ui/on-card.ts';
import { read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

const address = ({ params }: { params: { slug: string; number: string } }) => ({
  slug: params.slug,
  number: Number(params.number),
});

export const load: PageServerLoad = async (event) => {
  const shown = await read(event, (context) => showOutcome(context, address(event)));
  const { show } = event.locals.language;
  const { decision, place } = shown;
  const title = show(decision.question, decision.locale);
  const card = outcomeOnCard(event.locals.language, shown);
  return { ...shown, share: shareOf(event, { title, where: show(place.name, place.locale), card }) };
};

export const actions: Actions = {
  answer: async (event) => {
    const { decision } = await read(event, (context) => locate(context, address(event)));
    const fixed = { communityId: decision.communityId, decisionId: decision.id };
    return submit(event, recordAnswer, { fixed, next: () => `${event.url.pathname}#answers` });
  },
};
