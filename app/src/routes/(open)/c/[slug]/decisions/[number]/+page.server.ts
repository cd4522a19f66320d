import { momentIn } from '#platform/time-zone.ts';
import { groupFromText, marksOfForm } from '#rooms/decisions/index.ts';
import {
  castBallot,
  closeDecision,
  extendDecision,
  locate,
  namedNeeds,
  noteOutreach,
  openDecision,
  sayGroup,
  showDecision,
  withdrawBallot,
  withdrawDecision,
} from '#rooms/decisions/server/index.ts';
import { onCard } from '#rooms/decisions/ui/on-card.ts';
import { read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = ({ params }: { params: { slug: string; number: string } }) => ({
  slug: params.slug,
  number: Number(params.number),
});
const here = (event: RequestEvent) => `/c/${event.params.slug}/decisions/${event.params.number}`;
const fixed = async (event: RequestEvent) => {
  const { decision } = await read(event, (context) => locate(context, address(event)));
  return { communityId: decision.communityId, decisionId: decision.id };
};

export const load: PageServerLoad = async (event) => {
  const shown = await read(event, async (context) => {
    const decision = await showDecision(context, address(event));
    return { ...decision, needs: await namedNeeds(context, decision.place.id, decision.needIds) };
  });
  const { show } = event.locals.language;
  const title = show(shown.decision.question, shown.decision.locale);
  const card = onCard(event.locals.language, shown);
  return { ...shown, share: shareOf(event, { title, where: show(shown.place.name, shown.place.locale), card }) };
};

export const actions: Actions = {
  cast: async (event) =>
    submit(event, castBallot, {
      fixed: await fixed(event),
      shape: marksOfForm,
      next: () => `${here(event)}?in=box#my-ballot`,
    }),
  takeBack: async (event) =>
    submit(event, withdrawBallot, { fixed: await fixed(event), next: () => `${here(event)}?in=out#my-ballot` }),
  say: async (event) => submit(event, sayGroup, { fixed: await fixed(event), next: () => `${here(event)}#my-ballot` }),
  invite: async (event) =>
    submit(event, noteOutreach, {
      fixed: await fixed(event),
      shape: (form) => ({ ...form, ...groupFromText(form.group) }),
      next: () => `${here(event)}#outreach`,
    }),
  open: async (event) => submit(event, openDecision, { fixed: await fixed(event), next: () => here(event) }),
  close: async (event) => submit(event, closeDecision, { fixed: await fixed(event), next: () => here(event) }),
  extend: async (event) => {
    const { place } = await read(event, (context) => locate(context, address(event)));
    const shape = (form: Record<string, unknown>) => ({
      ...form,
      closesAt: momentIn(place.timeZone, String(form.closesAt))?.toISOString(),
    });
    return submit(event, extendDecision, { fixed: await fixed(event), shape, next: () => here(event) });
  },
  withdraw: async (event) => submit(event, withdrawDecision, { fixed: await fixed(event), next: () => here(event) }),
};
